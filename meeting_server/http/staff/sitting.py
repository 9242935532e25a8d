"""One sitting: the list for those who lead it, a worker's own families, and the open family for a person who is
in it.
"""

from typing import Any

from flask import Response, abort, jsonify, make_response, redirect, render_template, request

from ...domain.meeting import Meeting
from ...domain.people.names import named, whole_names
from ...domain.people.persons import each_attendee, find_person, is_screen
from ...domain.refused import Refused
from ...domain.supervision.summaries import readiness
from ...services.record_access import record_for_account
from ...services.sign_in import SignedIn
from ...services.sitting_day import SeatTaken, call_family, call_next, move_family, open_family, seat_in_family
from ...services.sitting_views import sitting_for
from ..access import open_to, site
from ..languages import gettext, said
from .door import me_looking_on, me_or_sign_in, posted, staff, today
from .sitting_page import Row, SittingPage, page_of

_MOVES = {"up": True, "down": False}


@staff.get("/sittings/<id>")
@open_to("staff")
def sitting(id: str) -> Any:
    """Shows the page. `at` names the button that was pressed last, which keeps the focus."""
    me = me_or_sign_in()
    page = sitting_page(me, id)
    return _page(me, page, focus=_where_focus_goes(page, request.args.get("at", "")))


@staff.get("/sittings/<id>/news")
@open_to("staff")
def news(id: str) -> Any:
    """Returns what the page's own line says now, what its clock shows, and a mark that changes with the rest of it: no
    more than the page itself shows. A script asks this every few seconds. That is no person's doing, so it keeps no
    session alive.
    """
    me = me_looking_on()
    page = sitting_page(me, id)
    return jsonify(says=page.says, mark=page.mark, clock=page.clock_words())


@staff.post("/sittings/<id>")
@open_to("staff")
def arrange(id: str) -> Any:
    """Does what the buttons say: `go-MEETING`, `add-MEETING`, `call-MEETING`, `call-next`, `up-MEETING`,
    `down-MEETING`.
    """
    me, sent = posted()
    page = sitting_page(me, id)
    do, _, meeting = sent.get("do", "").partition("-")
    live = site().live
    try:
        if do == "go" and _reads_the_record(me, meeting):
            return redirect(f"/meetings/{meeting}/record", 303)
        if do in ("go", "add"):
            return seated(seat_in_family(live, me.account, me.session, board_cookie(), id, meeting))
        if do == "call" and meeting == "next":
            call_next(live, me.account, id)
            return _page(me, sitting_page(me, id), says=gettext("The next family is called."))
        if do == "call":
            call_family(live, me.account, id, meeting)
        elif do in _MOVES:
            move_family(live, me.account, id, meeting, up=_MOVES[do])
        else:
            abort(400)
    except Refused as refused:
        not_theirs(refused)
        return _page(me, page, says=said(refused)), 409
    return redirect(f"/sittings/{id}?at={do}-{meeting}", 303)


@staff.get("/sittings/<id>/open/<meeting>")
@open_to("staff")
def right_family(id: str, meeting: str) -> Any:
    """Asks if this is the right family before it opens, because the wrong one must not open."""
    me = me_or_sign_in()
    page = sitting_page(me, id)
    return _confirm(me, page, meeting) if not page.here else redirect(f"/sittings/{id}", 303)


@staff.post("/sittings/<id>/open/<meeting>")
@open_to("staff")
def open_it(id: str, meeting: str) -> Any:
    """Opens the family, and takes the team manager to the board."""
    me, _ = posted()
    page = sitting_page(me, id)
    if page.here:
        # Pressed twice: the first press has opened it.
        return redirect(f"/sittings/{id}", 303)
    row_of(page, meeting)
    try:
        return seated(open_family(site().live, me.account, me.session, board_cookie(), id, meeting))
    except Refused as refused:
        not_theirs(refused)
        return _confirm(me, page, meeting, says=said(refused)), 409


def _reads_the_record(me: SignedIn, meeting: str) -> bool:
    """True if a family's record is locked and theirs to read."""
    live = site().live
    return record_for_account(live, me.account, meeting) is not None and live.meeting(meeting).state == "finished"


def sitting_page(me: SignedIn, id: str) -> SittingPage:
    """Returns the page of a sitting as they may see it. For any other it answers with the same 404 as for one that
    never was.
    """
    view = sitting_for(site().live, me.account, id)
    if view is None:
        abort(404)
    return page_of(site().live, me.account, view, today())


def row_of(page: SittingPage, meeting: str) -> Row:
    """Returns one family of the page that they may still open; 404 for any other."""
    found = next((row for row in page.rows if row.meeting == meeting and row.manages), None)
    if found is None:
        abort(404)
    return found


def not_theirs(refused: Refused) -> None:
    """Answers with 404 what is not theirs. Every other refusal is said on the page."""
    if refused.code == "not_found":
        abort(404)


def seated(taken: SeatTaken) -> Response:
    """Redirects to the board of the seat that was taken, with its cookie."""
    here = site()
    answer = make_response(redirect(taken.path, 303))
    answer.set_cookie(here.cookie, taken.cookie, httponly=True, samesite="Strict", secure=here.settings.https, path="/")
    return answer


def _where_focus_goes(page: SittingPage, pressed: str) -> str:
    """Returns the button that was pressed. At an end of the list, where that is gone, returns its opposite."""
    do, _, meeting = pressed.partition("-")
    row = next((row for row in page.rows if row.meeting == meeting), None)
    if row and do in _MOVES and not (row.may_up if do == "up" else row.may_down):
        return f"{'down' if do == 'up' else 'up'}-{meeting}"
    return pressed


def board_cookie() -> str | None:
    """Returns the cookie of the seats this browser holds."""
    return request.cookies.get(site().cookie)


def _page(me: SignedIn, page: SittingPage, says: str = "", focus: str = "") -> str:
    kind = "sitting_open" if page.here else "sitting" if page.leads else "my_families"
    return render_template(f"staff/{kind}.html", me=me, page=page, says=says, focus=focus)


def _confirm(me: SignedIn, page: SittingPage, meeting: str, says: str = "") -> str:
    row, whole = row_of(page, meeting), site().live.meeting(meeting)
    return render_template(
        "staff/open_family.html",
        me=me,
        page=page,
        row=row,
        says=says,
        children=[find_person(whole, child) for child in whole.children()],
        invited=_invited(whole),
        unfinished=[one.label for one in readiness(whole) if one.state != "finished"],
    )


def _invited(whole: Meeting) -> list[tuple[str, str]]:
    """Returns the invited people with their role, in the template's order."""
    order = [role.key for role in whole.template.roles]
    there = [one for one in each_attendee(whole) if not is_screen(whole.template, one)]
    names = whole_names(named(whole))
    there.sort(key=lambda one: (order.index(one.role), names[one.person]))
    return [(names[one.person], whole.template.role(one.role).label) for one in there]
