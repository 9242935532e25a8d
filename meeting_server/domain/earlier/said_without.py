"""What was said in a meeting without the family, and what has to be answered before a meeting with them reads it."""

from ..meeting import Meeting
from ..people.persons import Attendee, each_attendee, known_person
from ..points.provenance import FamilyTold
from ..refused import Refused
from .desk import EarlierAsking, EarlierMeeting, EarlierPoint, EarlierRated


def _family(meeting: Meeting) -> list[Attendee]:
    """Those who were invited as family, a child who sits in the meeting included."""
    everyone = each_attendee(meeting)
    return [one for one in everyone if meeting.template.role(one.role).side != "professional"]


def without_family(meeting: Meeting) -> bool:
    """True if no one of the family came, whether invited or not."""
    return not any(one.joined_at for one in _family(meeting))


def family_reads(meeting: Meeting) -> bool:
    """True if a person of the family reads what everyone in this meeting is told: one is expected, or was invited."""
    return meeting.facts.family_present or any(one.attendance != "removed" for one in _family(meeting))


def said_without(earlier: EarlierMeeting, what: EarlierPoint | EarlierAsking | EarlierRated) -> bool:
    """True if the family has this from no meeting: it was said in one without them, and brought to them in none."""
    came = what.came if isinstance(what, EarlierPoint) else None
    return earlier.without_family and (came is None or (came.without_family and came.told is None))


def check_told(meeting: Meeting, count: int, told: FamilyTold | None) -> None:
    """Refuses to bring what was said without the family to them more than one thing at a time (`one_at_a_time`), before
    it is said who told them (`family_not_told`), or by somebody who is nobody here (`unknown_person`)."""
    if count > 1:
        raise Refused("one_at_a_time", "This was said without the family. Bring it forward one thing at a time.")
    if told is None:
        raise Refused(
            "family_not_told", "This was said without the family. Say first whether they know it, and who told them."
        )
    if known_person(meeting, told.by) is None:
        raise Refused("unknown_person", "Choose who told them from the people of this meeting.")
