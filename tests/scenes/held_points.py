"""A room in which the chair holds new points, for tests of the domain."""

from meeting_server.domain.audiences import own_stream
from meeting_server.domain.points.hold_points import HoldPoints
from tests.scenes.builders import attendee, given, new, room
from tests.scenes.points import point

TEXT = "He lies, and everybody here knows it."
POINT, SHOWN = new("point"), new("shown")
MARLA = own_stream(attendee("marla"))


def holding():
    """A room in which the chair holds new points."""
    return given(room()).when("ines", HoldPoints(True)).ok()


def held(**more):
    """A point of Marla's that waits on the chair's desk."""
    return holding().when("marla", point(text=TEXT, **more)).ok()
