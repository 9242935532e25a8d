"""Connects browsers to the live meetings.

Browsers send connect, command, presence and resync. The server sends snapshot, patch, presence and goodbye.

Only `_place` decides which streams a connection hears. It puts the connection into the rooms of `streams_of`. A
membership event is acted on before its patch is sent, so that a removed person does not receive that patch.
"""

import logging
import time
from collections.abc import Callable
from typing import Any

from flask_socketio import SocketIO

from ..domain.audiences import ROOM
from ..domain.ending.ending import MeetingOpened
from ..domain.meeting import Meeting
from ..domain.people.actor import streams_of
from ..domain.people.admission import actor_of, preparer_of
from ..domain.people.persons import find_attendee
from ..domain.refused import Refused
from ..logs import whereabouts
from ..services.batch import CommittedEvent
from ..services.live_meeting import LiveMeetings, Seat
from ..services.seat_ends import seat_is_over
from ..services.seats import note_reading
from ..services.sign_in import StaffSessions
from ..services.snapshots import out_because, preparing, snapshot, waiting
from ..storage.database import DATABASE_DOWN
from .commands import Commands
from .disconnect import cut
from .presence import TELL_EVERY_SECONDS, Presence
from .rate_limits import RateLimiter
from .rooms import Connection, Connections
from .send_queue import SendAtOnce, SendQueue, event
from .steering import GONE_SECONDS, GONE_SECONDS_ON_SEVERAL, Steering
from .strict_packets import Malformed

log = logging.getLogger(__name__)
SESSIONS_EVERY_SECONDS = 20.0
CHANGES_EVERY_SECONDS = 0.4
"""How often this server looks for changes that other servers made in a shared database. A person who signed out there,
or an account that was closed there, is cut off here within a second, with or without the doorbell.
"""


class BoardConnection:
    """Connects the browsers' connections with the live meetings. Registers its handlers on `socketio`.

    `whole` limits how often one device gets a whole board, which costs as much as a hundred commands. The gate also
    takes from it for every connection that is opened.
    """

    def __init__(
        self,
        socketio: SocketIO,
        live: LiveMeetings,
        connections: Connections,
        pace: RateLimiter,
        release: str,
        sessions: StaffSessions,
        send_at_once: SendAtOnce | None = None,
        whole: RateLimiter | None = None,
    ) -> None:
        self._socketio = socketio
        self._live = live
        self._measures = live.measures
        self._connections = connections
        self._pace = pace
        self._release = release
        self._sessions = sessions
        self._whole = whole or RateLimiter(time.monotonic, rate=None)
        self._opening: dict[str, tuple[Connection, str | None]] = {}
        self._outbox = outbox = SendQueue(socketio.server, send_at_once)
        self.tell_of_signing_out: Callable[[], None] = lambda: None
        self._changes = -1
        self._failing: set[Callable[[], None]] = set()
        self.commands = Commands(live, connections, pace, sessions, outbox, socketio.start_background_task)
        steering = Steering(connections, GONE_SECONDS_ON_SEVERAL if live.database.shared else GONE_SECONDS)
        live.unsteered = steering.unsteered
        self.presence = Presence(live, connections, outbox, steering, pace)
        live.listen(self._tell)
        # On the server below Flask-SocketIO, because the connection alone tells who sends.
        heard = {"presence": self._presence, "resync": self._resync, "ring": self.presence.rings.heard}
        for name, handler in heard.items():
            socketio.server.on(name, handler)
        socketio.server.on("disconnect", self._disconnect)

    def open(self, sid: str, seat: Seat, looks_like: str) -> None:
        """Opens a connection for a seat that the connect handler has found. Sends nothing yet: a client expects nothing
        before its request to connect is answered.
        """
        self._live.read_on(seat.meeting)
        closed = self._closed(seat)
        if not closed:
            self._live.arrive(seat, looks_like, others_connected=self._connections.others(seat))
            self._live.come_in(seat)
        connection = Connection(sid, seat, self._socketio.server.manager.eio_sid_from_sid(sid, "/"))
        self._opening[connection.line] = connection, closed

    def opened(self, engine_sid: str) -> None:
        """Sends the board or goodbye once a request to connect has been granted; the packet door calls it. Goodbye is
        possible because a person may have been turned away while their network was down.
        """
        connection, closed = self._opening.pop(engine_sid, (None, None))
        if connection is None or not self._socketio.server.manager.is_connected(connection.sid, "/"):
            return
        self._connections.add(connection)
        if closed:
            # They did not arrive. Looked up again, they could be mistaken for a person whom the chair turned away.
            self._say_goodbye(connection, closed)
            return
        try:
            self._live.writer.in_turn(lambda: self._place(connection, always=True))
        except (Refused, *DATABASE_DOWN):
            self._connections.drop(connection.sid)
            cut(self._socketio.server, connection.sid)
        self.presence.touch(connection.seat.meeting)

    def _disconnect(self, sid: str, *_: Any) -> None:
        gone = self._connections.drop(sid)
        if gone:
            self.presence.touch(gone.seat.meeting)

    def _place(self, connection: Connection, *, always: bool = False) -> None:
        """Puts a connection into the rooms of the streams that its attendee holds now. Sends a snapshot if the streams
        or the role changed (or if `always`), and says goodbye and disconnects if the seat is out.

        It runs in the writer's turn, as the sending of patches does. So every patch that is not in the snapshot is sent
        after it, and an older board never overtakes a newer patch. A lock would deadlock: its holder reads meetings,
        which may wait for the writer, while the writer waits for the lock.
        """
        seat = connection.seat
        meeting = self._live.meeting(seat.meeting)
        actor = actor_of(meeting, seat.attendee, seat.device) or preparer_of(meeting, seat.attendee, seat.device)
        reason = self._closed(seat) or (None if actor else out_because(meeting, seat))
        streams = frozenset(streams_of(meeting, actor)) if actor and not reason else frozenset()
        role = actor.role if actor else None
        slot = None if ROOM in streams else meeting.facts.slot
        as_told = (streams, role, slot) == (connection.streams, connection.role, connection.slot)
        if as_told and not always and not reason:
            return
        self._connections.hear(connection, streams)
        connection.role, connection.slot = role, slot
        if reason:
            self._say_goodbye(connection, reason)
        else:
            self._send_snapshot(connection, self._live.meeting(seat.meeting))

    def _send_snapshot(self, connection: Connection, meeting: Meeting) -> None:
        seat, now = connection.seat, self._live.clock()
        actor = actor_of(meeting, seat.attendee, seat.device)
        preparer = preparer_of(meeting, seat.attendee, seat.device)
        attendee = find_attendee(meeting, seat.attendee)
        if actor:
            whole = snapshot(meeting, actor, self._release, now)
            told_first = self.presence.told_first(connection)
            self._outbox.send(connection.line, [event("snapshot", whole), *told_first])
            read = {stream: meeting.board(stream).n for stream in streams_of(meeting, actor)}
            self._socketio.start_background_task(note_reading, self._live, seat, "snapshot", read)
        elif preparer:
            told = preparing(meeting, preparer, self._release, now) | {"seen_by": self.presence.seen_by(meeting.id)}
            self._outbox.send(connection.line, [event("snapshot", told)])
        elif attendee:
            told = waiting(meeting, attendee, seat.device, self._release, now)
            told |= {"seen_by": self.presence.seen_by(meeting.id)}
            self._outbox.send(connection.line, [event("snapshot", told)])

    def _say_goodbye(self, connection: Connection, reason: str) -> None:
        self._measures.cut(reason)
        self._connections.drop(connection.sid)
        self.presence.touch(connection.seat.meeting)
        self._socketio.emit("goodbye", {"reason": reason}, to=connection.sid)
        cut(self._socketio.server, connection.sid)

    def _tell(self, told: list[CommittedEvent]) -> None:
        """Sends every committed event in order: membership first, then the patch to the connections that hear the
        stream. The answers that were put into the send queue before leave with them.
        """
        self._measures.patches += len(told)
        for meeting, entry, patch in told:
            if getattr(type(entry.event), "MEMBERSHIP", False):
                # A person who is shown out still gets what was said before this, and nothing of what follows.
                self._outbox.flush()
                self._close_the_others(meeting.id)
                for connection in self._connections.of_meeting(meeting.id):
                    self._place(connection)
            hearing = self._connections.hearing(meeting.id, entry.stream)
            if hearing:
                frame = event("patch", patch)
                for connection in hearing:
                    self._outbox.put(connection.line, frame)
            self.presence.touch(meeting.id)
            if isinstance(entry.event, MeetingOpened) and meeting.facts.slot:
                # Runs in a task, because this is the writer's own time.
                self._socketio.start_background_task(self._let_in_who_waits, meeting.id)
        self._outbox.flush()

    def _let_in_who_waits(self, meeting: str) -> None:
        """Lets in the people of a family of a sitting once it is open: those who have signed in and wait at its door
        (W3).
        """
        for connection in self._connections.of_meeting(meeting):
            self._live.come_in(connection.seat)

    def _closed(self, seat: Seat) -> str | None:
        """Returns why this seat is closed: another family of its sitting, or its time is over. None if it is open."""
        return self._live.closed(seat)

    def _close_the_others(self, meeting: str) -> None:
        """Ends the connections that people at this family of a sitting have to other families, before they hear
        anything of this family.
        """
        walls = self._live.walls
        others, accounts = set(walls.others(meeting)), walls.touched_by(meeting)
        for connection in self._connections.all() if accounts else ():
            at = connection.seat.meeting
            if at in others or (at != meeting and walls.account_of(at, connection.seat.attendee) in accounts):
                self._place(connection)

    def _presence(self, sid: str, data: Any) -> None:
        connection = self._connections.get(sid)
        if (
            connection
            and ROOM in connection.streams
            and not isinstance(data, Malformed)
            and not self._pace.take(connection.seat.device)
        ):
            self.commands.is_active(connection.seat)
            column = data.get("writing")
            self.presence.writing(connection, column if isinstance(column, str) else None)

    def _resync(self, sid: str, data: Any) -> None:
        connection = self._connections.get(sid)
        # A request that comes too often is not answered. The page asks again.
        if connection and not self._whole.take(connection.seat.device):
            self._measures.resyncs += 1
            self._live.read_on(connection.seat.meeting)
            self._live.writer.in_turn(lambda: self._place(connection, always=True))

    def watch(self) -> None:
        """Tells presence until the process ends. Runs as a background task."""
        while True:
            self._socketio.sleep(TELL_EVERY_SECONDS)
            self._keep_on(self.presence.tell)

    def watch_sessions(self, every_seconds: float = SESSIONS_EVERY_SECONDS) -> None:
        """Ends the connections of sessions and seats that ran out, until the process ends. Runs as a background
        task.
        """
        while True:
            self._socketio.sleep(every_seconds)
            self._keep_on(self.hang_up)

    def watch_changes(self) -> None:
        """Ends the connections of people who signed out on another server or whose account was closed there, until the
        process ends. Runs as a background task, on a shared database only.
        """
        while self._live.writer.is_running:
            self._socketio.sleep(CHANGES_EVERY_SECONDS)
            self._keep_on(self._look_for_changes)

    def _look_for_changes(self) -> None:
        found = self._sessions.changes()
        if found != self._changes:
            self._live.walls.forget()
            self.hang_up()
            self._live.writer.in_turn(self._close_what_is_walled_off)
            self._changes = found

    def _close_what_is_walled_off(self) -> None:
        """Closes the connections that a wall now forbids. Another server may have added a family to a sitting."""
        for connection in self._connections.all():
            if self._closed(connection.seat):
                self._place(connection)

    def _keep_on(self, work: Callable[[], None]) -> None:
        """Runs `work` and keeps its task alive. While the database is down `work` fails; that is logged once, and the
        next round tries again.
        """
        try:
            work()
        except Exception as error:  # noqa: BLE001 - a task that ended would be missed for as long as the server runs
            if work not in self._failing:
                log.error("A task of the line failed: %(at)s", {"at": whereabouts(error)})  # noqa: TRY400
            self._failing.add(work)
        else:
            self._failing.discard(work)

    def hang_up(self) -> None:
        """Says goodbye to every connection of a staff session that is over, and to every connection of a link that is
        past its last day.
        """
        lines, now = self._connections.all(), self._live.clock()
        over = self._sessions.over({one.seat.staff_session for one in lines if one.seat.staff_session})
        for connection in lines:
            if connection.seat.staff_session in over:
                self._say_goodbye(connection, "signed_out")
            elif reason := seat_is_over(self._live.meeting(connection.seat.meeting), connection.seat, now):
                self._say_goodbye(connection, reason)

    def signed_out(self) -> None:
        """Ends the connections of a person who signed out here, on every server."""
        self.hang_up()
        self.tell_of_signing_out()

    def say_goodbye_to_all(self) -> None:
        """Says goodbye because the server stops. Browsers come back by themselves."""
        for connection in self._connections.all():
            self._socketio.emit("goodbye", {"reason": "restarting"}, to=connection.sid)
        self._socketio.sleep(0.2)
