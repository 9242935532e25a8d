"""From one family of a sitting to the next, from the board of the one that has ended.

No address here names another family.
"""

from typing import Any

from flask import abort, jsonify, redirect

from ...domain.refused import Refused
from ...services.next_family import NextFamily, next_family, sitting_of
from ...services.sign_in import SignedIn
from ...services.sitting_day import seat_in_family
from ..access import my_seat, open_to, site
from .door import me_looking_on, me_or_sign_in, posted, staff
from .sitting import board_cookie, seated


@staff.get("/sittings/after/<seat>/next")
@open_to("staff")
def what_is_next(seat: str) -> Any:
    """Returns the number of the next family and if it is ready or open, else nothing. A script asks this every few
    seconds, which keeps no session alive. `form` is the token with which they go in.
    """
    me = me_looking_on()
    found = _next(me, seat)
    if found is None:
        return jsonify(number=0, state="", form="")
    return jsonify(number=found.number, state=found.state, form=me.form if found.state == "open" else "")


@staff.get("/sittings/after/<seat>")
@open_to("staff")
def list_of_the_day(seat: str) -> Any:
    """Leads to the list of the day."""
    me = me_or_sign_in()
    return redirect(f"/sittings/{sitting_of(site().live, _ended(me, seat))}", 303)


@staff.get("/sittings/after/<seat>/open")
@open_to("staff")
def to_the_right_family(seat: str) -> Any:
    """Leads to the page that asks if the next family is the right one, or to the list if there is none to open."""
    me = me_or_sign_in()
    found = _next(me, seat)
    if found is None or found.state != "ready":
        return redirect(f"/sittings/after/{seat}", 303)
    return redirect(f"/sittings/{found.sitting}/open/{found.meeting}", 303)


@staff.post("/sittings/after/<seat>")
@open_to("staff")
def go_in(seat: str) -> Any:
    """Takes a person to the board of the family that is open, if they are invited to it; else to the list."""
    me, _ = posted()
    found, live = _next(me, seat), site().live
    if found is None or found.state != "open":
        return redirect(f"/sittings/after/{seat}", 303)
    try:
        return seated(seat_in_family(live, me.account, me.session, board_cookie(), found.sitting, found.meeting))
    except Refused:
        # It ended, or they came to another one, a moment ago.
        return redirect(f"/sittings/{found.sitting}", 303)


def _ended(me: SignedIn, seat: str) -> str:
    """Returns the meeting of this seat. 404 unless it is a slot of a sitting, and the seat is this account's."""
    live, here = site().live, my_seat(seat)
    theirs = live.walls.account_of(here.meeting, here.attendee) == me.account.id
    if not theirs or sitting_of(live, here.meeting) is None:
        abort(404)
    return here.meeting


def _next(me: SignedIn, seat: str) -> NextFamily | None:
    return next_family(site().live, me.account, _ended(me, seat))
