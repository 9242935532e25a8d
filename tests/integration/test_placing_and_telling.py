"""A line that is placed reads meetings, and whoever tells of what was committed places lines: neither waits for the
other for ever, and what was found at the door holds."""

import queue
import threading
import time

from flask import Flask
from flask_socketio import SocketIO

from meeting_server.domain.people.actor import streams_of
from meeting_server.domain.people.admission import preparer_of
from meeting_server.services.live_meeting import Seat
from meeting_server.services.seats import Invited, take_seat
from meeting_server.services.sign_in import StaffSessions
from meeting_server.sockets.board import BoardConnection
from meeting_server.sockets.rate_limits import RateLimiter
from meeting_server.sockets.rooms import Connection, Connections
from tests.scenes.sitting import Sitting
from tests.servers.served import make_room, opened


def test_a_line_is_placed_though_a_family_must_be_read_from_the_log_while_the_writer_tells(tmp_path):
    with opened(tmp_path) as live:
        sitting = Sitting(live)
        alder = sitting.add("Alder", {"lead_social_worker": sitting.nell})
        sitting.add("Birch", {"lead_social_worker": sitting.nell})
        nell = sitting.waits(alder, sitting.nell)
        room = make_room(live)
        _, nurse = take_seat(live, Invited(live.meeting(room.id), "", room.attendees["nurse"]), None)
    with opened(tmp_path) as live:
        asked_for_a_snapshot = _asks_in_the_moment_of_telling(live, nell)
        live.arrive(nurse, "phone", others_connected=False)
        assert asked_for_a_snapshot.wait(5)


def _asks_in_the_moment_of_telling(live, seat: Seat) -> threading.Event:
    """This seat's line asks for its board just when the writer is about to tell of something; set once it has it."""
    reads_the_wall, done = threading.Event(), threading.Event()

    def ask():
        line._resync(seat.device, {})
        done.set()

    def about_to_tell(_):
        threading.Thread(target=ask, daemon=True).start()
        reads_the_wall.wait(0.3)

    def closed(seat):
        reads_the_wall.set()
        # Long enough for the writer to come to where it places lines and sends.
        time.sleep(0.1)
        return is_closed(seat)

    live.listen(about_to_tell)
    line, connections = _line(live)
    meeting = live.meeting(seat.meeting)
    own = frozenset(streams_of(meeting, preparer_of(meeting, seat.attendee, seat.device)))
    connections.add(Connection(seat.device, seat, seat.device), own)
    is_closed, line._closed = line._closed, closed
    return done


def test_who_comes_to_a_closed_door_is_told_why_it_was_closed_though_it_opens_in_that_moment(tmp_path, monkeypatch):
    """They never arrived: looked at once more they would be somebody whom the chair has turned away."""
    with opened(tmp_path) as live:
        room = make_room(live)
        _, nurse = take_seat(live, Invited(live.meeting(room.id), "", room.attendees["nurse"]), None)
        line, _ = _line(live)
        reasons, said = iter(["next_family"]), queue.Queue()
        monkeypatch.setattr(line, "_closed", lambda _: next(reasons, None))
        monkeypatch.setattr(line, "_say_goodbye", lambda _, reason: said.put(reason))
        monkeypatch.setattr(line._socketio.server.manager, "eio_sid_from_sid", lambda sid, _: sid)
        monkeypatch.setattr(line._socketio.server.manager, "is_connected", lambda sid, _: True)
        line.open("a line", nurse, "computer")
        line.opened("a line")
        assert said.get(timeout=5) == "next_family"
        assert said.empty()


def _line(live) -> tuple[BoardConnection, Connections]:
    connections, socketio = Connections(), SocketIO(Flask(__name__), async_mode="threading")
    return BoardConnection(
        socketio, live, connections, RateLimiter(time.monotonic), "release", StaffSessions(live)
    ), connections
