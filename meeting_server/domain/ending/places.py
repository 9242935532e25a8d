"""The people who were at a meeting, as far as its record is theirs to read afterwards."""

from ..meeting import Meeting
from ..people.persons import Attendee, find_attendee
from ..people.removals import is_shut_out, removed_at
from ..supervision.summaries import how_far


def had_a_place(meeting: Meeting, attendee: str) -> bool:
    """True if this attendee had a place in the meeting: they were let in, or sent apologies and a finished summary that
    stood in for them. Not if they were only invited, nor if they were removed, during it or from its draft."""
    who = find_attendee(meeting, attendee)
    if who is None or is_shut_out(meeting, who) or _removed_after_leaving(meeting, who):
        return False
    if who.attendance == "apologies":
        return how_far(meeting, who.person) == "finished"
    return who.joined_at is not None


def _removed_after_leaving(meeting: Meeting, who: Attendee) -> bool:
    """True if the attendee was removed after they had left: an attendee who had left and is not to come back keeps the
    attendance they had."""
    removed = removed_at(meeting, who.id)
    return bool(removed) and who.attendance == "left" and removed >= (who.left_at or 0)
