"""Families with meetings that this person was at: requests for those meetings, and the log of who read them."""

from dataclasses import dataclass
from typing import Any

from flask import abort, redirect, render_template

from ...domain.refused import Refused
from ...services.asking import AsTyped, Request, answer, note_seen, requests_for
from ...services.family_log import Entry, family_log, my_families
from ...services.sign_in import SignedIn
from ...services.walls import NEXT_FAMILY
from ..access import close_while, open_to, site
from ..languages import gettext, said
from .door import me_or_sign_in, posted, staff
from .times import day_words, stamp_words


@dataclass(frozen=True, slots=True)
class Asks:
    """One request in words."""

    request: Request
    day: str
    children: str
    people: str


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a family's log in words."""

    when: str
    says: str


@staff.get("/families")
@open_to("staff")
def families() -> Any:
    """Shows the requests and the families. Closed while they are at a family of a sitting."""
    me = me_or_sign_in()
    walls = site().live.walls
    close_while(lambda: NEXT_FAMILY if walls.here_at(me.account.id) else None)
    return _page(me)


@staff.post("/families")
@open_to("staff")
def answer_one() -> Any:
    """Does what the buttons say: `give-REQUEST`, `refuse-REQUEST`."""
    me, sent = posted()
    do, _, request = sent.get("do", "").partition("-")
    if do not in ("give", "refuse"):
        abort(400)
    try:
        answer(site().live, me.account, request, give=do == "give")
    except Refused as refused:
        if refused.code == "not_found":
            abort(404)
        return _page(me, said(refused)), 409
    return redirect(f"/families?{'given' if do == 'give' else 'refused'}", 303)


@staff.get("/families/<id>")
@open_to("staff")
def family(id: str) -> Any:
    """Shows the log of one family. Closed while they are at a family of a sitting."""
    me = me_or_sign_in()
    walls = site().live.walls
    close_while(lambda: NEXT_FAMILY if walls.here_at(me.account.id) else None)
    found = family_log(site().live, me.account.id, id)
    if found is None:
        abort(404)
    return render_template(
        "staff/family.html", me=me, reference=found.reference, lines=[_line(one) for one in found.entries]
    )


def _page(me: SignedIn, says: str = "") -> str:
    live = site().live
    waiting, refused = requests_for(live, me.account), requests_for(live, me.account, answered=True)
    note_seen(live, me.account, [*waiting, *refused])
    return render_template(
        "staff/families.html",
        me=me,
        says=says,
        waiting=[_asks(one) for one in waiting],
        refused=[_asks(one) for one in refused],
        known=my_families(live, me.account.id),
    )


def _asks(one: Request) -> Asks:
    return Asks(one, day_words(one.date), _typed(one.children), _typed(one.people))


def _typed(names: tuple[AsTyped, ...]) -> str:
    return "; ".join(f"{one.name}, {one.more}" if one.more else one.name for one in names)


def _line(one: Entry) -> Line:
    of = gettext("%(title)s of %(day)s", title=one.title, day=day_words(one.date)) if one.date else ""
    says = {
        "asked": gettext("%(who)s asked, for %(meeting)s.", who=one.who, meeting=of),
        "seen": gettext("%(who)s saw what was typed for %(meeting)s.", who=one.who, meeting=of),
        "given": gettext("%(who)s gave the earlier meetings, for %(meeting)s.", who=one.who, meeting=of),
        "refused": gettext("%(who)s refused to give them, for %(meeting)s.", who=one.who, meeting=of),
        "given_by_server": gettext("Whoever runs the server gave them to %(who)s: %(why)s", who=one.who, why=one.words),
        "earlier": gettext(
            "%(meeting)s was set on the desk of a meeting that %(who)s chairs.", who=one.who, meeting=of
        ),
        "record": gettext("%(who)s opened the record: %(meeting)s.", who=one.who, meeting=of),
        "workbook": gettext("%(who)s opened the workbook: %(meeting)s.", who=one.who, meeting=of),
    }
    return Line(stamp_words(one.time), says[one.what])
