"""Says why a seat or a link is over without a person ending it. Sockets, commands, pages and the join page all ask
here.
"""

from typing import TYPE_CHECKING

from ..clock import day_of
from ..domain.ending.last_days import last_day_of_links, last_day_of_seat
from ..domain.meeting import Meeting
from ..domain.people.lobby import find_device
from ..domain.people.persons import find_attendee, is_screen
from ..domain.people.removals import removed_at

if TYPE_CHECKING:
    from .live_meeting import Seat


def seat_is_over(meeting: Meeting, seat: "Seat", now: int) -> str | None:
    """Returns `removed` for a seat if its person was removed before they ever came in on it. Returns `ended`
    (`screen_off` for a big screen) if the seat was taken by a link and its last day is past. Returns `cancelled` for
    every seat of a meeting that will not take place. Otherwise returns None.
    """
    if meeting.state == "cancelled":
        return "cancelled"
    attendee = find_attendee(meeting, seat.attendee)
    if attendee is None:
        return None
    if removed_at(meeting, seat.attendee) >= seat.made_at > 0:
        came = find_device(meeting, seat.attendee, seat.device) is not None
        if not came:
            return "removed"
    if seat.staff_session:
        return None
    today = day_of(now)
    # Asked with every command: on the meeting's own day the last day is not worked out.
    if today.isoformat() <= meeting.facts.date or today <= last_day_of_seat(meeting, attendee):
        return None
    return "screen_off" if is_screen(meeting.template, attendee) else "ended"


def link_is_over(meeting: Meeting, attendee: str, made_at: int, now: int) -> bool:
    """True if a link made then does not work any more: its person was removed since, or the last day of links
    is past.
    """
    gone = find_attendee(meeting, attendee) is None or removed_at(meeting, attendee) >= made_at
    return gone or day_of(now) > last_day_of_links(meeting)
