"""Ring me later: whoever steers the meeting is told, nobody else is sent a byte, and it is kept nowhere."""

import json

import pytest

from meeting_server.services.live_meeting import Seat
from meeting_server.sockets.rate_limits import RateLimiter
from meeting_server.sockets.rings import Rings
from meeting_server.sockets.rooms import Connection, Connections
from meeting_server.sockets.strict_packets import Malformed
from tests.scenes.builders import templates

MEETING = "meeting"


def said(frame):
    """The name and the data of a frame."""
    return json.loads(frame.packet[frame.packet.index(b"[") :])


class Town:
    """Everybody of a template's roles at one meeting, each on a connection of their own, and what each was sent."""

    def __init__(self, template):
        self.sent = {}
        self.connections = Connections()
        self.rings = Rings(self.connections, self, RateLimiter(lambda: 0.0, rate=None))
        self.roles = {role.key: role for role in template.roles}
        for role in template.roles:
            self.comes(role.key, role)

    def comes(self, key, role, *, meeting=MEETING, streams=None):
        seat = Seat(key, meeting, key, f"device of {key}")
        connection = Connection(key, seat, key, role=role)
        held = frozenset(role.audiences) if streams is None else streams
        self.connections.add(connection, held)
        connection.streams = held
        self.sent[key] = []
        return connection

    def send(self, line, frames):
        self.sent[line] += [said(frame) for frame in frames]

    def heard(self):
        """What each was sent since, of those who were sent anything."""
        found = {key: told for key, told in self.sent.items() if told}
        self.sent = {key: [] for key in self.sent}
        return found

    @property
    def family(self):
        return [key for key, role in self.roles.items() if role.side != "professional"]

    @property
    def steering(self):
        return [key for key, role in self.roles.items() if "steer" in role.powers]


@pytest.fixture(params=sorted(templates()))
def town(request):
    return Town(templates()[request.param])


def test_only_whoever_steers_and_the_one_who_asked_are_sent_anything(town):
    for asks in town.family:
        town.rings.heard(asks, {"asked": True})
        told = town.heard()
        assert set(told) == {asks, *town.steering}, asks
        assert told[asks] == [["ring", {"asked": True}]]
        assert all(told[key][0][1]["people"][-1] == asks for key in town.steering)


def test_nobody_who_comes_with_their_work_can_ask(town):
    for asks in set(town.roles) - set(town.family):
        town.rings.heard(asks, {"asked": True})
    assert town.heard() == {}


def test_nobody_but_whoever_steers_can_say_that_it_is_seen_to(town):
    for asks in town.family[:1]:
        town.rings.heard(asks, {"asked": True})
        town.heard()
        for other in set(town.roles) - set(town.steering):
            town.rings.heard(other, {"answered": asks})
        assert town.heard() == {}
        chair = town.steering[0]
        town.rings.heard(chair, {"answered": asks})
        told = town.heard()
        assert told[asks] == [["ring", {"asked": False}]]
        assert set(told) == {asks, *town.steering}
        assert told[chair] == [["ring", {"people": []}]]


def three_column():
    return Town(templates()["three-column-map"])


def test_who_comes_to_the_desk_later_is_told_with_their_board_and_the_minute_taker_is_not():
    town = three_column()
    town.rings.heard("parent", {"asked": True})
    later = town.comes("later", town.roles["chair"])
    minutes = town.comes("minutes", town.roles["minute_taker"])
    assert [said(one) for one in town.rings.told_first(later)] == [["ring", {"people": ["parent"]}]]
    assert town.rings.told_first(minutes) == []
    assert town.rings.told_first(town.connections.get("network")) == []


def test_the_one_who_asked_finds_it_again_after_a_reload():
    town = three_column()
    town.rings.heard("parent", {"asked": True})
    assert len(town.rings.told_first(town.connections.get("parent"))) == 1


def test_asked_twice_it_is_once_and_another_meeting_hears_nothing():
    town = three_column()
    elsewhere = town.comes("elsewhere", town.roles["chair"], meeting="another")
    for _ in range(2):
        town.rings.heard("parent", {"asked": True})
    assert town.heard()["chair"][-1] == ["ring", {"people": ["parent"]}]
    assert town.rings.told_first(elsewhere) == []
    town.rings.heard("elsewhere", {"answered": "parent"})
    assert town.heard() == {}


def test_who_waits_at_the_door_neither_asks_nor_is_told():
    town = three_column()
    town.comes("waits", town.roles["parent"], streams=frozenset())
    town.comes("chair waits", town.roles["chair"], streams=frozenset())
    town.rings.heard("waits", {"asked": True})
    assert town.heard() == {}
    town.rings.heard("parent", {"asked": True})
    assert set(town.heard()) == {"parent", "chair"}


@pytest.mark.parametrize(
    "data",
    [{}, {"asked": False}, {"asked": 1}, {"asked": "yes"}, {"answered": 3}, {"answered": "nobody"}, {"people": []}],
)
def test_anything_else_changes_nothing(data):
    town = three_column()
    town.rings.heard("parent", data)
    town.rings.heard("chair", data)
    town.rings.heard("parent", Malformed("too_deep"))
    town.rings.heard("nobody", {"asked": True})
    assert town.heard() == {}


def test_it_goes_with_the_last_who_is_here():
    town = three_column()
    town.rings.heard("parent", {"asked": True})
    town.rings.forget(MEETING)
    assert town.rings.told_first(town.connections.get("chair")) == []
