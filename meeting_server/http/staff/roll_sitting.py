"""Moving the families that were not opened to another day, those at most risk first, when time ran out."""

from collections.abc import Mapping
from typing import Any
from uuid import uuid4

from flask import abort, redirect, render_template

from ...domain.refused import Refused
from ...services.sign_in import SignedIn
from ...services.sitting_roll import roll, rolled_order
from ..access import open_to, site
from ..languages import said
from .door import me_or_sign_in, posted, staff, today
from .forms import TypedForm, read_plain
from .sitting import not_theirs, sitting_page
from .sitting_form import read_when
from .sitting_page import Row, SittingPage

_PLAIN = ("id", "day", "month", "year", "starts")


@staff.get("/sittings/<id>/roll")
@open_to("staff")
def rest(id: str) -> Any:
    """Shows the new order, and the form that asks for the day."""
    me = me_or_sign_in()
    page = _led_by(me, id)
    if not page.may_roll:
        return redirect(f"/sittings/{id}", 303)
    return _form(me, page, TypedForm(dict.fromkeys(_PLAIN, "") | {"id": str(uuid4())}))


@staff.post("/sittings/<id>/roll")
@open_to("staff")
def move_the_rest(id: str) -> Any:
    """Moves them, once for each form, and shows the sitting they are in now. Shows the form again if something is
    wrong.
    """
    me, sent = posted()
    page = _led_by(me, id)
    form = read_roll(sent)
    day, starts = read_when(form, today())
    if form.problems:
        return _form(me, page, form)
    try:
        made = roll(site().live, me.account, id, day, starts, form["id"])
    except Refused as refused:
        not_theirs(refused)
        form.wrong("day", said(refused))
        return _form(me, page, form), 409
    return redirect(f"/sittings/{made}", 303)


def _led_by(me: SignedIn, id: str) -> SittingPage:
    """Returns the sitting for a person who leads it; 404 for all others."""
    page = sitting_page(me, id)
    if not page.leads:
        abort(404)
    return page


def read_roll(sent: Mapping[str, str]) -> TypedForm:
    """Returns the form as it was sent."""
    return TypedForm(read_plain(sent, _PLAIN))


def _form(me: SignedIn, page: SittingPage, form: TypedForm) -> str:
    return render_template("staff/roll_sitting.html", me=me, page=page, form=form, rolling=_rolling(me, page))


def _rolling(me: SignedIn, page: SittingPage) -> list[Row]:
    """Returns the families in the order they would have on the new day; none for a person who is with one
    family now.
    """
    if page.here:
        return []
    rows = {row.meeting: row for row in page.rows}
    return [rows[one] for one in rolled_order(site().live, me.account, page.id) if one in rows]
