"""How long a link and a seat are good: a removed person's, a forgotten one, and the desk's, with a clock that is turned."""

import time
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from flask import Flask
from flask_socketio import SocketIO

from meeting_server.domain.permissions import PERMISSIONS
from meeting_server.domain.refused import Refused
from meeting_server.services.live_meeting import LiveMeetings
from meeting_server.services.prepare_meeting import invite
from meeting_server.services.seats import STOPPED, invited_by, seat_of, take_seat
from meeting_server.services.sign_in import StaffSessions
from meeting_server.sockets.board import BoardConnection
from meeting_server.sockets.rate_limits import RateLimiter
from meeting_server.sockets.rooms import Connection, Connections
from tests.scenes.door import ends, post
from tests.servers.served import make_room
from tests.servers.stores import open_store

COMMANDS = {cls.__name__: cls for cls in PERMISSIONS}
FRIDAY = (2026, 11, 27)


def london(day, hour, minute=0):
    moment = datetime(*day, hour, minute, tzinfo=ZoneInfo("Europe/London"))
    return int(moment.timestamp() * 1000)


class Town:
    """A server's insides on a Friday, with a meeting of that day and a clock that the test turns."""

    def __init__(self, data_dir, monkeypatch):
        self.now = london(FRIDAY, 9)
        monkeypatch.setattr("time.time_ns", lambda: self.now * 1_000_000)
        self.database = open_store(data_dir)
        self.live = LiveMeetings(self.database, lambda: self.now)
        self.room = make_room(self.live)
        self.ids = 0

    def sits(self, who, cookie=None):
        cookie, seat = take_seat(self.live, invited_by(self.live, self.room.tokens[who]), cookie)
        self.live.arrive(seat, "computer", others_connected=False)
        return cookie, seat

    def do(self, seat, command, **data):
        self.ids += 1
        return self.live.handle(seat, f"00000000-0000-4000-8000-{self.ids:012}", COMMANDS[command](**data))

    def let_in(self, chair, seat):
        self.do(chair, "LetIn", device=seat.device)

    def close(self):
        self.live.writer.stop()
        self.database.close()


@pytest.fixture
def town(tmp_path, monkeypatch):
    made = Town(tmp_path, monkeypatch)
    yield made
    made.close()


def test_a_link_and_a_seat_end_with_the_first_working_day_after_the_meetings(town):
    (_, chair), (_, mum) = town.sits("chair"), town.sits("mum")
    town.do(chair, "OpenMeeting")
    town.let_in(chair, mum)
    town.now = london((2026, 11, 30), 23, 59)
    assert town.live.closed(mum) is None
    assert invited_by(town.live, town.room.tokens["gran"]) != STOPPED
    town.now = london((2026, 12, 1), 0, 0)
    assert town.live.closed(mum) == "ended"
    assert invited_by(town.live, town.room.tokens["gran"]) == STOPPED
    with pytest.raises(Refused) as refused:
        town.do(mum, "PauseMeeting")
    assert refused.value.code == "not_here"
    assert town.live.closed(chair) is None, "the desk is needed until the lock"
    town.now = london((2026, 12, 12), 0, 0)
    assert town.live.closed(chair) == "ended"


def test_a_seat_that_nobody_came_in_on_before_its_person_was_removed_opens_no_door_afterwards(town):
    _, chair = town.sits("chair")
    cookie, unused = take_seat(town.live, invited_by(town.live, town.room.tokens["mum"]), None)
    town.now += 60_000
    town.do(chair, "RemoveAttendee", attendee=town.room.attendees["mum"])
    assert town.live.closed(seat_of(town.live, cookie, unused.selector)) == "removed"


def test_a_new_link_after_the_removal_leads_to_a_seat_of_its_own(town):
    (_, chair), (cookie, mum) = town.sits("chair"), town.sits("mum")
    town.now += 60_000
    town.do(chair, "RemoveAttendee", attendee=town.room.attendees["mum"])
    assert invited_by(town.live, town.room.tokens["mum"]) == STOPPED
    town.now += 60_000
    again = invite(town.live, town.room.id, [town.room.attendees["mum"]])[town.room.attendees["mum"]]
    _, seat = take_seat(town.live, invited_by(town.live, again), cookie)
    assert seat.device != mum.device
    assert town.live.closed(seat) is None


def test_a_removed_persons_link_tells_nothing_and_makes_no_seat(house):
    room = house.room()
    chair, mum = house.gather(room, "mum")
    chair.ok("remove_attendee", attendee=room.attendees["mum"])
    mum.until(lambda: mum.goodbye)
    for path in ("/join/look", "/join"):
        status, body, headers = post(house.url, path, {"token": room.tokens["mum"]})
        assert status == 410
        assert b'"stopped"' in body
        assert b"conference" not in body
        assert "Set-Cookie" not in dict(headers)
    assert post(house.url, "/join/look", {"token": room.tokens["gran"]})[0] == 200


def test_who_is_turned_away_for_good_before_they_came_in_asks_no_more(house):
    room = house.room()
    (chair,) = house.gather(room)
    gran = house.joins(room, "gran")
    chair.ok("remove_attendee", attendee=room.attendees["gran"], reason="Not hers.")
    gran.until(lambda: gran.goodbye)
    assert gran.goodbye == "removed"
    assert post(house.url, "/join", {"token": room.tokens["gran"]})[0] == 410


def test_removal_works_in_the_draft(house):
    room = house.room()
    chair, nurse = house.gather(room, "nurse")
    ends(chair)
    chair.ok("remove_attendee", attendee=room.attendees["nurse"])
    nurse.until(lambda: nurse.goodbye)
    assert nurse.goodbye == "removed"


def test_a_line_that_is_open_when_its_last_day_is_past_hears_goodbye(town):
    (_, chair), (_, mum) = town.sits("chair"), town.sits("mum")
    connections = Connections()
    socketio = SocketIO(Flask(__name__), async_mode="threading")
    line = BoardConnection(
        socketio, town.live, connections, RateLimiter(time.monotonic), "release", StaffSessions(town.live)
    )
    for seat in (chair, mum):
        connections.add(Connection(seat.attendee, seat, seat.attendee), frozenset({"everyone"}))
    line.hang_up()
    assert len(connections.all()) == 2
    town.now = london((2026, 12, 1), 0, 0)
    line.hang_up()
    assert [one.seat for one in connections.all()] == [chair]
