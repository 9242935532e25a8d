"""The way to the door of a meeting with no chair, for a person who made it or leads its sitting."""

from typing import Any

from flask import abort, make_response, redirect, render_template, request

from ...domain.people.admission import role_of
from ...domain.people.persons import find_attendee
from ...domain.refused import Refused
from ...services.seats import Invited, take_seat
from ...services.sign_in import SignedIn
from ...services.standing_in import place_for, place_of, roles_to_stand_in
from ..access import open_to, site
from ..languages import said
from .door import me_or_sign_in, posted, staff
from .forms import choices


@staff.get("/meetings/<id>/door")
@open_to("staff")
def to_the_door(id: str) -> Any:
    """Tells what will happen, and asks in which role they come."""
    return _page(me_or_sign_in(), id)


@staff.post("/meetings/<id>/door")
@open_to("staff")
def go_to_the_door(id: str) -> Any:
    """Takes their seat by being signed in. They wait there until they are let in, or they take over."""
    me, sent = posted()
    here = site()
    here.live.read_on(id)
    try:
        attendee = place_for(here.live, me.account, id, sent.get("role", ""))
    except Refused as refused:
        return _page(me, id, _or_not_found(refused)), 409
    meeting = here.live.meeting(id)
    cookie, seat = take_seat(here.live, Invited(meeting, "", attendee), request.cookies.get(here.cookie), me.session)
    who = find_attendee(meeting, attendee)
    answer = make_response(redirect(f"/{role_of(meeting, who).screen if who else 'board'}/{seat.selector}", 303))
    answer.set_cookie(here.cookie, cookie, httponly=True, samesite="Strict", secure=here.settings.https, path="/")
    return answer


def _page(me: SignedIn, id: str, says: str = "") -> Any:
    live = site().live
    live.read_on(id)
    try:
        place = place_of(live, me.account, id)
    except Refused as refused:
        return render_template("staff/stand_in.html", me=me, id=id, roles=[], says=_or_not_found(refused), open=False)
    roles = [] if place else choices(roles_to_stand_in(live.meeting(id).template))
    return render_template("staff/stand_in.html", me=me, id=id, roles=roles, says=says, open=True)


def _or_not_found(refused: Refused) -> str:
    """Returns the sentence of a refusal; 404 for a meeting that is not theirs."""
    if refused.code == "not_found":
        abort(404)
    return said(refused)
