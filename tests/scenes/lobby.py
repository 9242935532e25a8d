"""The door and the end of a meeting, for tests of who comes in."""

from meeting_server.domain.audiences import DESK, ROOM, To
from meeting_server.domain.ending.ending import MeetingEnded, MeetingFinished
from meeting_server.domain.people.lobby import Arrive
from meeting_server.domain.people.persons import find_attendee
from meeting_server.domain.record.record import record_json, record_of
from tests.scenes.builders import START, after, attendee, device, room


def arrived(meeting, who, on=None, *, others=False):
    """The meeting once a device of this attendee has opened its link."""
    said = Arrive(on or device(who), "phone", others).arrive(meeting, find_attendee(meeting, attendee(who)))
    return after(meeting, said, START, attendee(who))


def ended_meeting():
    """A meeting that has ended, with everybody still there."""
    return after(room(), [To(ROOM, MeetingEnded(()))], START, attendee("ines"))


def locked_record():
    """A meeting whose record is locked."""
    return after(ended_meeting(), [To(ROOM, MeetingFinished())], START, attendee("ines"))


def record(meeting):
    """What the record says."""
    return record_json(record_of(meeting, (ROOM, DESK)))
