"""Presence: a page that loads again between two rounds of it is not left with what was so in between."""

import json
from collections.abc import Sequence
from types import SimpleNamespace
from typing import Any, cast

from meeting_server.domain.audiences import DESK, ROOM
from meeting_server.domain.meeting import Meeting
from meeting_server.domain.numbers.rounds import AskNumbers
from meeting_server.domain.numbers.show_numbers import ShowNumbers
from meeting_server.services.live_meeting import LiveMeetings, Seat
from meeting_server.services.snapshots import snapshot
from meeting_server.sockets.presence import Presence
from meeting_server.sockets.rate_limits import RateLimiter
from meeting_server.sockets.rests import Rests
from meeting_server.sockets.rooms import Connection, Connections
from meeting_server.sockets.send_queue import Frame, SendQueue
from meeting_server.sockets.steering import Steering
from tests.scenes.builders import START, actor, attendee, device, given, new, person, room


class Desk:
    """The chair's page at a meeting, and what it holds after what it was sent."""

    def __init__(self) -> None:
        self.meeting = room()
        self.holds: dict[str, Any] = {}
        self.now = self.used = 0.0
        connections = Connections()
        self.connection = Connection("chair", Seat("s", self.meeting.id, attendee("ines"), device("ines")), "chair")
        connections.add(self.connection, frozenset({ROOM, DESK}))
        self.presence = Presence(
            cast("LiveMeetings", SimpleNamespace(meeting=lambda _: self.meeting)),
            connections,
            cast("SendQueue", self),
            Steering(connections),
            RateLimiter(lambda: 0.0, rate=None),
            Rests(lambda: self.now, self.cost),
        )

    def cost(self) -> float:
        """What the processor was used for: each look for gaps takes a second, and its rest therefore 50."""
        self.used += 1.0
        return self.used

    def send(self, line: str, frames: Sequence[Frame]) -> None:
        for frame in frames:
            self.holds |= json.loads(frame.packet[frame.packet.index(b"[") :])[1]

    def loads(self) -> None:
        """The page loads: it has its snapshot, and what is told with that."""
        self.holds = {"gaps": snapshot(self.meeting, actor(self.meeting, "ines"), "r", START)["gaps"]}
        self.send("chair", self.presence.told_first(self.connection))

    def becomes(self, meeting: Meeting) -> None:
        """Something was said; the round of presence after it is still to come."""
        self.meeting = meeting
        self.presence.touch(meeting.id)

    def tells(self, *, later: float) -> None:
        """The next round of presence, so many seconds later."""
        self.now += later
        self.presence.tell()

    def sealed(self) -> bool:
        """Whether the page says that numbers are not shown yet."""
        return "numbers_sealed" in {gap["check"] for gap in self.holds["gaps"]}


def asked_and_shown(meeting: Meeting) -> tuple[Meeting, Meeting]:
    """The meeting while numbers are asked for, and once they are shown."""
    asked = given(meeting).when("ines", AskNumbers(new("round"), meeting.template.scales[0].key, (person("pip"),))).ok()
    return asked.meeting, asked.when("ines", ShowNumbers(new("round"))).ok().meeting


def test_a_page_that_loaded_while_something_was_missing_hears_that_it_is_not() -> None:
    desk = Desk()
    asked, shown = asked_and_shown(desk.meeting)
    desk.loads()
    desk.becomes(shown)
    desk.tells(later=1)
    desk.becomes(asked)
    desk.loads()
    assert desk.sealed()
    desk.becomes(shown)
    desk.tells(later=60)
    assert not desk.sealed()


def test_what_a_page_loaded_with_is_not_replaced_by_what_was_told_before() -> None:
    desk = Desk()
    asked, shown = asked_and_shown(desk.meeting)
    desk.becomes(asked)
    desk.tells(later=1)
    assert desk.sealed()
    desk.becomes(shown)
    desk.loads()
    desk.tells(later=1)
    assert not desk.sealed(), "the look for gaps still rests"
    desk.becomes(asked)
    desk.tells(later=60)
    assert desk.sealed()
