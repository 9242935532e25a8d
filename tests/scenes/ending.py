"""A meeting that is over, and one whose record is locked, for tests of the domain."""

from meeting_server.domain.ending.ending import (
    EndMeeting,
    FinishMeeting,
    Reason,
)
from meeting_server.domain.people.lobby import Arrive
from meeting_server.domain.people.persons import find_attendee
from tests.scenes.builders import after, attendee, given, new, person, room, templates

PIP = person("pip")
ALL_CHECKS = [check.key for check in templates()["three-column-map"].checks]


def start(absent=()):
    return given(room(absent=absent))


def ended(outcome=None):
    """The meeting ended, with a reason for whatever was missing."""
    reasons = tuple(Reason(key, f"Because of {key}.") for key in ALL_CHECKS)
    return (outcome or start()).when("ines", EndMeeting(reasons)).ok()


def laptop(who):
    return new(f"laptop:{who}")


def signs_in(meeting, who):
    """The meeting once this attendee has come back to it by signing in, on a laptop of theirs."""
    arrive = Arrive(laptop(who), signed_in=True)
    return after(meeting, arrive.arrive(meeting, find_attendee(meeting, attendee(who))))


def finished(outcome=None):
    return ended(outcome).when("ines", FinishMeeting("finish")).ok()
