"""The board's line: connect, command, presence, resync up; snapshot, patch, presence, goodbye down.

What is sent to whom is decided in one place, `_place`: rooms follow `streams_of`, and a membership event is acted on
before the patch that follows it, so that whoever was removed does not even hear of it.
"""

import logging
import time
from collections.abc import Callable
from typing import Any

from flask_socketio import SocketIO

from ..domain.audiences import EVERYONE
from ..domain.ending.ending import MeetingOpened
from ..domain.meeting import Meeting
from ..domain.people.actor import streams_of
from ..domain.people.admission import actor_of, preparer_of
from ..domain.people.persons import find_attendee
from ..domain.refused import Refused
from ..logs import whereabouts
from ..services.batch import CommittedEvent
from ..services.live_meeting import LiveMeetings, Seat, out_because, preparing, snapshot, waiting
from ..services.seat_ends import seat_is_over
from ..services.seats import note_reading
from ..services.sign_in import StaffSessions
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
"""Where other servers share the database, whoever signed out there, or whose account was closed, is out here within a
second, bell or no bell."""


class BoardConnection:
    """Everything between a browser's line and the live meetings. Registers its handlers on `socketio`.

    `whole`: how often one device is sent a board whole, which costs as much as a hundred commands. The gate takes from
    it for every line that is opened.
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
        self.presence = Presence(live, connections, outbox, steering)
        live.listen(self._tell)
        # On the server below Flask-SocketIO: who asks is looked up by the line alone.
        for name, handler in (("presence", self._presence), ("resync", self._resync)):
            socketio.server.on(name, handler)
        socketio.server.on("disconnect", self._disconnect)

    def open(self, sid: str, seat: Seat, looks_like: str) -> None:
        """A line is opened for a seat (called from the connect handler, which found the seat). Nothing is sent yet:
        before the answer to its request to connect a client expects nothing."""
        self._live.read_on(seat.meeting)
        closed = self._closed(seat)
        if not closed:
            self._live.arrive(seat, looks_like, others_connected=self._connections.others(seat))
            self._live.come_in(seat)
        connection = Connection(sid, seat, self._socketio.server.manager.eio_sid_from_sid(sid, "/"))
        self._opening[connection.line] = connection, closed

    def opened(self, engine_sid: str) -> None:
        """A request to connect was answered (called by the door). Where it was granted the line hears the board, or
        goodbye: somebody may have been turned away while their network was gone."""
        connection, closed = self._opening.pop(engine_sid, (None, None))
        if connection is None or not self._socketio.server.manager.is_connected(connection.sid, "/"):
            return
        self._connections.add(connection)
        if closed:
            # They did not arrive: looked at once more they could be taken for somebody whom the chair has turned away.
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
        """Puts a line into the rooms of the streams its attendee holds now, and sends what that calls for: a snapshot
        when the streams or their role changed (or `always`), goodbye and a cut when the seat is out.

        Always in the writer's turn, as the sending of patches: so a patch that is not in the snapshot comes behind it,
        and none that is newer can be overtaken by an older board. No lock could stand here instead: whoever held it
        would read meetings, which may wait for the writer, while the writer waited for the lock.
        """
        seat = connection.seat
        meeting = self._live.meeting(seat.meeting)
        actor = actor_of(meeting, seat.attendee, seat.device) or preparer_of(meeting, seat.attendee, seat.device)
        reason = self._closed(seat) or (None if actor else out_because(meeting, seat))
        streams = frozenset(streams_of(meeting, actor)) if actor and not reason else frozenset()
        role = actor.role if actor else None
        slot = None if EVERYONE in streams else meeting.facts.slot
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
            here = self.presence.told_first(meeting.id, connection)
            self._outbox.send(connection.line, [event("snapshot", whole), event("presence", here)])
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
        """Every committed event, in order: membership first, then the patch to whoever hears the stream. With them go
        the answers that were put into the outbox before."""
        self._measures.patches += len(told)
        for meeting, entry, patch in told:
            if getattr(type(entry.event), "MEMBERSHIP", False):
                # What was said before reaches whoever is shown out; what comes behind must not.
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
                # Not from here: this is the writer's own time.
                self._socketio.start_background_task(self._let_in_who_waits, meeting.id)
        self._outbox.flush()

    def _let_in_who_waits(self, meeting: str) -> None:
        """A family of a sitting is open: whoever of it has signed in and has a line at its door comes in (W3)."""
        for connection in self._connections.of_meeting(meeting):
            self._live.come_in(connection.seat)

    def _closed(self, seat: Seat) -> str | None:
        """Why this seat is closed, by another family of its sitting or because its time is over; None otherwise."""
        return self._live.closed(seat)

    def _close_the_others(self, meeting: str) -> None:
        """Ends the lines that whoever is at this family of a sitting has to other families, before they hear a word of
        this one."""
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
            and EVERYONE in connection.streams
            and not isinstance(data, Malformed)
            and not self._pace.take(connection.seat.device)
        ):
            self.commands.is_active(connection.seat)
            column = data.get("writing")
            self.presence.writing(connection, column if isinstance(column, str) else None)

    def _resync(self, sid: str, data: Any) -> None:
        connection = self._connections.get(sid)
        # Asked too often it is not answered: the page asks again.
        if connection and not self._whole.take(connection.seat.device):
            self._measures.resyncs += 1
            self._live.read_on(connection.seat.meeting)
            self._live.writer.in_turn(lambda: self._place(connection, always=True))

    def watch(self) -> None:
        """Tells presence for as long as the process lives. Run as a background task."""
        while True:
            self._socketio.sleep(TELL_EVERY_SECONDS)
            self._keep_on(self.presence.tell)

    def watch_sessions(self, every_seconds: float = SESSIONS_EVERY_SECONDS) -> None:
        """Ends the lines of sessions and seats that ran out, for as long as the process lives. A background task."""
        while True:
            self._socketio.sleep(every_seconds)
            self._keep_on(self.hang_up)

    def watch_changes(self) -> None:
        """Ends the lines of those who signed out on another server, or whose account was closed, for as long as the
        process lives. Run as a background task, on a shared database."""
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
        """Another server may have added a family: from now on this one follows who comes to it."""
        for connection in self._connections.all():
            if self._closed(connection.seat):
                self._place(connection)

    def _keep_on(self, work: Callable[[], None]) -> None:
        """Does it. While the database is away that fails, which is said once, and it is done again next time."""
        try:
            work()
        except Exception as error:  # noqa: BLE001 - a task that ended would be missed for as long as the server runs
            if work not in self._failing:
                log.error("A task of the line failed: %(at)s", {"at": whereabouts(error)})  # noqa: TRY400
            self._failing.add(work)
        else:
            self._failing.discard(work)

    def hang_up(self) -> None:
        """Says goodbye to every line that was opened by signing in, where that session is over, and to every line of a
        link whose last day is past."""
        lines, now = self._connections.all(), self._live.clock()
        over = self._sessions.over({one.seat.staff_session for one in lines if one.seat.staff_session})
        for connection in lines:
            if connection.seat.staff_session in over:
                self._say_goodbye(connection, "signed_out")
            elif reason := seat_is_over(self._live.meeting(connection.seat.meeting), connection.seat, now):
                self._say_goodbye(connection, reason)

    def signed_out(self) -> None:
        """Somebody signed out here: their lines end, on every server."""
        self.hang_up()
        self.tell_of_signing_out()

    def say_goodbye_to_all(self) -> None:
        """The server stops: browsers come back by themselves."""
        for connection in self._connections.all():
            self._socketio.emit("goodbye", {"reason": "restarting"}, to=connection.sid)
        self._socketio.sleep(0.2)
