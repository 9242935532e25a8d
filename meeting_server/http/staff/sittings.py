"""My sittings: today's first, and the form that makes one."""

from dataclasses import dataclass
from typing import Any

from flask import abort, redirect, render_template

from ...domain.refused import Refused
from ...services.sign_in import SignedIn
from ...services.sitting_views import SittingHead, my_sittings
from ...services.sittings import make_sitting
from ..access import open_to, site
from ..languages import gettext, ngettext
from .door import door, me_or_sign_in, posted, staff, today
from .family_form import templates_of_families
from .forms import TypedForm
from .sitting_form import blank_sitting, read_sitting, sitting_of
from .times import day_words, time_words


@dataclass(frozen=True, slots=True)
class ListedSitting:
    """A sitting as the list shows it. It names no family."""

    id: str
    day: str
    time: str
    place: str
    manager: str
    families: str


@staff.get("/sittings")
@open_to("staff")
def sittings() -> Any:
    me = me_or_sign_in()
    found, now = my_sittings(site().live, me.account), today().isoformat()
    groups = (
        (gettext("Today"), [one for one in found if one.date == now]),
        (gettext("Later"), [one for one in found if one.date > now]),
        (gettext("Before today"), [one for one in reversed(found) if one.date < now]),
    )
    shown = [(title, [_listed(one) for one in group]) for title, group in groups if group]
    can_make = bool(templates_of_families(door().templates))
    return render_template("staff/sittings.html", me=me, groups=shown, can_make=can_make)


def _listed(one: SittingHead) -> ListedSitting:
    families = ngettext("%(n)s family", "%(n)s families", one.of) if one.of else gettext("No family yet")
    day, time = day_words(one.date), time_words(one.starts)
    return ListedSitting(one.id, day, time, one.place, one.team_manager.name, families)


@staff.get("/sittings/new")
@open_to("staff")
def new_sitting() -> Any:
    me = me_or_sign_in()
    return _form(me, blank_sitting(me.account))


@staff.post("/sittings/new")
@open_to("staff")
def begin_sitting() -> Any:
    """Makes the sitting, once for each form, or shows the form again with what is wrong."""
    me, sent = posted()
    form = read_sitting(sent)
    asked = sitting_of(form, me.account, door().accounts.all(), today())
    if asked is None:
        return _form(me, form)
    try:
        made = make_sitting(site().live, asked)
    except Refused:
        # The id of this form is that of another account's sitting.
        abort(404)
    return redirect(f"/sittings/{made}", 303)


def _form(me: SignedIn, form: TypedForm) -> str:
    accounts = [(one.id, one.name) for one in door().accounts.all()]
    return render_template("staff/new_sitting.html", me=me, form=form, accounts=accounts)
