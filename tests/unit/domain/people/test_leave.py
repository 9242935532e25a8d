"""Leaving: with the last device its person has left, and their words stay."""

from meeting_server.domain.asides.let_in import LetIn
from meeting_server.domain.people.leave import Leave
from meeting_server.domain.people.persons import find_attendee
from tests.scenes.builders import attendee, given, new, room
from tests.scenes.lobby import arrived
from tests.scenes.points import on_screen, point


def test_with_the_last_device_its_person_has_left():
    two = given(arrived(room(), "marla", new("tablet"))).when("ines", LetIn(new("tablet"))).ok()
    one = two.when("marla", Leave(), on=new("tablet")).ok()
    assert find_attendee(one.meeting, attendee("marla")).attendance == "here"
    none = one.when("marla", Leave()).ok()
    left = find_attendee(none.meeting, attendee("marla"))
    assert (left.attendance, left.left_at) == ("left", none.time)
    assert none.when("marla", Leave()).code == "not_here"


def test_what_somebody_said_stays_when_they_leave():
    left = given(room()).when("marla", point()).ok().when("marla", Leave()).ok()
    assert on_screen(left.meeting, "kit", point().text)
