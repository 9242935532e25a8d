"""Who was at a meeting, as far as its record is theirs to read afterwards."""

from typing import TYPE_CHECKING

from .leaving import Removal
from .summaries import how_far

if TYPE_CHECKING:
    from .meeting import Meeting


def had_a_place(meeting: "Meeting", attendee: str) -> bool:
    """Whether this attendee had a place in the meeting: they were let in, or sent apologies and a finished summary that
    stood in for them. Not whoever was only invited, nor whoever was removed, during it or from its draft."""
    who = meeting.attendee(attendee)
    if who is None or who.attendance == "removed" or _removed_after_the_end(meeting, attendee):
        return False
    if who.attendance == "apologies":
        return how_far(meeting, who.person) == "finished"
    return who.joined_at is not None


def _removed_after_the_end(meeting: "Meeting", attendee: str) -> bool:
    """Their attendance stays what it was then: they were there, and may not read on."""
    removal, ended = meeting.desk.get(Removal, attendee), meeting.facts.ended_at
    return removal is not None and ended is not None and removal.at >= ended
