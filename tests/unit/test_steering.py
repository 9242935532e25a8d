"""Since when nobody steers, with a clock turned by hand."""

import pytest

from meeting_server.domain.people.chair_controls import NameDeputy
from meeting_server.domain.people.take_controls import TakeControls
from meeting_server.services.live_meeting import Seat
from meeting_server.sockets.rooms import Connection, Connections
from meeting_server.sockets.steering import GONE_SECONDS, Steering
from tests.scenes.builders import attendee, device, given, room


class Hall:
    def __init__(self):
        self.now, self.lines = 100.0, Connections()
        self.steering = Steering(self.lines, GONE_SECONDS, lambda: self.now)

    def comes(self, meeting, who):
        seat = Seat(who, meeting.id, attendee(who), device(who))
        self.lines.add(Connection(who, seat, who), frozenset({"everyone"}))
        self.steering.look(meeting)

    def goes(self, meeting, who):
        self.lines.drop(who)
        self.steering.look(meeting)


@pytest.fixture
def hall():
    return Hall()


def test_the_chair_is_gone_after_twenty_seconds_without_a_line_and_back_at_once(hall):
    meeting = room()
    hall.comes(meeting, "ines")
    hall.comes(meeting, "marla")
    hall.goes(meeting, "ines")
    hall.now += GONE_SECONDS - 1
    assert hall.steering.gone(meeting) is None
    hall.now += 1
    assert hall.steering.due() == [meeting.id]
    assert hall.steering.gone(meeting) == attendee("ines")
    hall.comes(meeting, "ines")
    assert hall.steering.gone(meeting) is None
    assert hall.steering.due() == []


def test_a_chair_whose_page_loads_anew_is_not_gone(hall):
    meeting = room()
    for _ in range(4):
        hall.comes(meeting, "ines")
        hall.now += GONE_SECONDS - 1
        hall.goes(meeting, "ines")
        hall.now += GONE_SECONDS - 1
        assert hall.steering.gone(meeting) is None


def test_whoever_has_the_controls_counts_and_not_the_chair_without_them(hall):
    held = given(room()).when("ines", NameDeputy(attendee("kit"))).when("kit", TakeControls()).ok().meeting
    hall.comes(held, "ines")
    hall.now += GONE_SECONDS
    assert hall.steering.gone(held) == attendee("kit")
    hall.comes(held, "kit")
    hall.goes(held, "ines")
    hall.now += GONE_SECONDS
    assert hall.steering.gone(held) is None


def test_before_the_meeting_nobody_is_gone(hall):
    meeting = room(opened=False)
    hall.comes(meeting, "marla")
    hall.now += GONE_SECONDS
    assert hall.steering.gone(meeting) is None
