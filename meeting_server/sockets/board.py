"""The board's line: connect, command, presence, resync up; snapshot, patch, presence, goodbye down.

What is sent to whom is decided in one place, `_place`: rooms follow `streams_of`, and a membership event is acted on
before the patch that follows it, so that whoever was removed does not even hear of it.
"""

import logging
import time
from collections.abc import Callable
from typing import Any

from flask_socketio import SocketIO
from marshmallow import ValidationError

from ..domain.audiences import EVERYONE
from ..domain.ending import MeetingOpened
from ..domain.meeting import Meeting
from ..domain.refused import Refused
from ..domain.replay import COMMANDS
from ..logs import whereabouts
from ..schemas import load
from ..services.batch import Told
from ..services.live_meeting import Acknowledged, LiveMeetings, Seat, out_because, preparing, snapshot, waiting
from ..services.seats import note_reading
from ..services.sign_in import StaffSessions
from .cutting import cut
from .limits import Pace
from .presence import TELL_EVERY_SECONDS, Presence
from .rooms import Connection, Connections, room
from .schemas import Envelope
from .strict_packets import Malformed

log = logging.getLogger(__name__)
SESSIONS_EVERY_SECONDS = 20.0
SESSIONS_EVERY_SECONDS_ELSEWHERE_TOO = 1.0
"""Where other servers share the database, whoever signed out there is out here within two seconds, bell or no bell."""
OPENING_SECONDS = 0.2


class BoardLine:
    """Everything between a browser's line and the live meetings. Registers its handlers on `socketio`.

    `whole`: how often one person is sent a board whole, which costs as much as a hundred commands. The gate takes from
    it for every line that is opened.
    """

    def __init__(
        self,
        socketio: SocketIO,
        live: LiveMeetings,
        connections: Connections,
        pace: Pace,
        release: str,
        sessions: StaffSessions,
        whole: Pace | None = None,
    ) -> None:
        self._socketio = socketio
        self._live = live
        self._measures = live.measures
        self._connections = connections
        self._pace = pace
        self._release = release
        self._sessions = sessions
        self._whole = whole or Pace(time.monotonic, rate=None)
        self.tell_of_signing_out: Callable[[], None] = lambda: None
        self.presence = Presence(live, connections, socketio.emit)
        live.listen(self._tell)
        # On the server below Flask-SocketIO: a request context for each event was a fifth of a command's cost, and who
        # asks is looked up by the line alone.
        for name, handler in (("command", self._command), ("presence", self._presence), ("resync", self._resync)):
            socketio.server.on(name, handler)
        socketio.server.on("disconnect", self._disconnect)

    def open(self, sid: str, seat: Seat, looks_like: str) -> None:
        """A line was opened for a seat (called from the connect handler, which found the seat)."""
        if not self._closed(seat):
            self._live.arrive(seat, looks_like, others_connected=self._connections.others(seat))
            self._live.come_in(seat)
        connection = Connection(sid, seat)
        self._connections.add(connection)
        self._live.writer.in_turn(lambda: self._place(connection, always=True, opening=True))
        self.presence.touch(seat.meeting)

    def _disconnect(self, sid: str, *_: Any) -> None:
        gone = self._connections.drop(sid)
        if gone:
            self.presence.touch(gone.seat.meeting)

    def _place(self, connection: Connection, *, always: bool = False, opening: bool = False) -> None:
        """Puts a line into the rooms of the streams its attendee holds now, and sends what that calls for: a snapshot
        when the streams or their role changed (or `always`), goodbye and a cut when the seat is out.

        Always in the writer's turn, as the sending of patches: so a patch that is not in the snapshot comes behind it,
        and none that is newer can be overtaken by an older board. No lock could stand here instead: whoever held it
        would read meetings, which may wait for the writer, while the writer waited for the lock.
        """
        seat = connection.seat
        meeting = self._live.meeting(seat.meeting)
        actor = meeting.actor(seat.attendee, seat.device) or meeting.preparer(seat.attendee, seat.device)
        reason = self._closed(seat) or (None if actor else out_because(meeting, seat))
        streams = frozenset(meeting.streams_of(actor)) if actor and not reason else frozenset()
        role = actor.role if actor else None
        slot = None if EVERYONE in streams else meeting.facts.slot
        as_told = (streams, role, slot) == (connection.streams, connection.role, connection.slot)
        if as_told and not always and not reason:
            return
        for stream in connection.streams - streams:
            self._socketio.server.leave_room(connection.sid, room(meeting.id, stream))
        for stream in streams - connection.streams:
            self._socketio.server.enter_room(connection.sid, room(meeting.id, stream))
        connection.streams, connection.role, connection.slot = streams, role, slot
        if reason and opening:
            self._connections.drop(connection.sid)
            self._socketio.start_background_task(self._say_goodbye_once_open, connection, reason)
        elif reason:
            self._say_goodbye(connection, reason)
        else:
            self._send_snapshot(connection, self._live.meeting(seat.meeting))

    def _send_snapshot(self, connection: Connection, meeting: Meeting) -> None:
        seat, now = connection.seat, self._live.clock()
        actor = meeting.actor(seat.attendee, seat.device)
        preparer = meeting.preparer(seat.attendee, seat.device)
        attendee = meeting.attendee(seat.attendee)
        if actor:
            self._socketio.emit("snapshot", snapshot(meeting, actor, self._release, now), to=connection.sid)
            self._socketio.emit("presence", self.presence.now(meeting.id), to=connection.sid)
            read = {stream: meeting.board(stream).n for stream in meeting.streams_of(actor)}
            self._socketio.start_background_task(note_reading, self._live, seat, "snapshot", read)
        elif preparer:
            self._socketio.emit("snapshot", preparing(meeting, preparer, self._release, now), to=connection.sid)
        elif attendee:
            told = waiting(meeting, attendee, seat.device, self._release, now)
            self._socketio.emit("snapshot", told, to=connection.sid)

    def _say_goodbye_once_open(self, connection: Connection, reason: str) -> None:
        """Goodbye to a line that opens for a seat that is out: somebody was turned away while their network was gone.

        The library answers a browser's request to connect once our handler is over, and before that answer a browser
        hears nothing: it would try again for ever.
        """
        self._socketio.sleep(OPENING_SECONDS)
        self._say_goodbye(connection, reason)

    def _say_goodbye(self, connection: Connection, reason: str) -> None:
        self._measures.cut(reason)
        self._connections.drop(connection.sid)
        self.presence.touch(connection.seat.meeting)
        self._socketio.emit("goodbye", {"reason": reason}, to=connection.sid)
        cut(self._socketio.server, connection.sid)

    def _tell(self, told: list[Told]) -> None:
        """Every committed event, in order: membership first, then the patch to the stream's room."""
        self._measures.patches += len(told)
        for meeting, entry, patch in told:
            if getattr(type(entry.event), "MEMBERSHIP", False):
                self._close_the_others(meeting.id)
                for connection in self._connections.of_meeting(meeting.id):
                    self._place(connection)
            self._socketio.emit("patch", patch, to=room(meeting.id, entry.stream))
            self.presence.touch(meeting.id)
            if isinstance(entry.event, MeetingOpened) and meeting.facts.slot:
                # Not from here: this is the writer's own time.
                self._socketio.start_background_task(self._let_in_who_waits, meeting.id)

    def _let_in_who_waits(self, meeting: str) -> None:
        """A family of a sitting is open: whoever of it has signed in and has a line at its door comes in (W3)."""
        for connection in self._connections.of_meeting(meeting):
            self._live.come_in(connection.seat)

    def _closed(self, seat: Seat) -> str | None:
        """Why this seat is closed while another family of its sitting has its time, or None."""
        return self._live.walls.closed(seat.meeting, seat.attendee)

    def _close_the_others(self, meeting: str) -> None:
        """Ends the lines that whoever is at this family of a sitting has to the others of it, before they hear a word
        of this one."""
        for other in self._live.walls.others(meeting):
            for connection in self._connections.of_meeting(other):
                self._place(connection)

    def _command(self, sid: str, data: Any) -> dict[str, Any]:
        """One command, answered: taken, or refused in words. Authorised when it is decided, not here."""
        arrived = time.perf_counter()
        answer = self._answer(sid, data)
        self._measures.answered("ok" if answer["ok"] else answer["error"]["code"], time.perf_counter() - arrived)
        return answer

    def _answer(self, sid: str, data: Any) -> dict[str, Any]:
        try:
            answer = self._handle(self._connections.get(sid), data)
        except ValidationError as error:
            return refusal(Refused("bad_data", _first(error.messages), fields=error.messages))
        except Refused as refused:
            return refusal(refused)
        return {"ok": True, "audience": answer.audience, "n": answer.n}

    def _handle(self, connection: Connection | None, data: Any) -> Acknowledged:
        if connection is None:
            raise Refused("not_here", "You are not in this meeting.")
        if isinstance(data, Malformed):
            raise Refused("malformed", "This could not be read. Please type it again.")
        self._keep_pace(connection.seat)
        self._is_active(connection.seat)
        envelope = load(Envelope, data)
        command = COMMANDS.get(envelope.name)
        if command is None:
            raise Refused("unknown_command", "This page is out of date. Please reload it.")
        return self._live.handle(connection.seat, envelope.id, load(command, envelope.data))

    def _keep_pace(self, seat: Seat) -> None:
        wait = self._pace.take(seat.attendee)
        if wait:
            raise Refused("too_fast", "One moment: this is sent again by itself.", wait_ms=int(wait * 1000) + 1)

    def _is_active(self, seat: Seat) -> None:
        """Whoever is signed in and does something, or is writing it, is not idle."""
        if seat.staff_session:
            self._sessions.active(seat.staff_session)

    def _presence(self, sid: str, data: Any) -> None:
        connection = self._connections.get(sid)
        if (
            connection
            and EVERYONE in connection.streams
            and not isinstance(data, Malformed)
            and not self._pace.take(connection.seat.attendee)
        ):
            self._is_active(connection.seat)
            column = data.get("writing")
            self.presence.writing(connection, column if isinstance(column, str) else None)

    def _resync(self, sid: str, data: Any) -> None:
        connection = self._connections.get(sid)
        # Asked too often it is not answered: the page asks again.
        if connection and not self._whole.take(connection.seat.attendee):
            self._measures.resyncs += 1
            self._live.writer.in_turn(lambda: self._place(connection, always=True))

    def watch(self) -> None:
        """Tells presence for as long as the process lives. Run as a background task."""
        while True:
            self._socketio.sleep(TELL_EVERY_SECONDS)
            self._keep_on(self.presence.tell)

    def watch_sessions(self, every_seconds: float = SESSIONS_EVERY_SECONDS) -> None:
        """Ends the lines of staff sessions that ran out, for as long as the process lives. Run as a background task."""
        while True:
            self._socketio.sleep(every_seconds)
            self._keep_on(self.hang_up)

    def _keep_on(self, work: Callable[[], None]) -> None:
        """Does it. While the database is away that fails, and is done again next time."""
        try:
            work()
        except Exception as error:  # noqa: BLE001 - a task that ended would be missed for as long as the server runs
            log.error("A task of the line failed: %(at)s", {"at": whereabouts(error)})  # noqa: TRY400

    def hang_up(self) -> None:
        """Says goodbye to every line that was opened by signing in, where that session is over."""
        lines = self._connections.all()
        over = self._sessions.over({one.seat.staff_session for one in lines if one.seat.staff_session})
        for connection in lines:
            if connection.seat.staff_session in over:
                self._say_goodbye(connection, "signed_out")

    def signed_out(self) -> None:
        """Somebody signed out here: their lines end, on every server."""
        self.hang_up()
        self.tell_of_signing_out()

    def say_goodbye_to_all(self) -> None:
        """The server stops: browsers come back by themselves."""
        for connection in self._connections.all():
            self._socketio.emit("goodbye", {"reason": "restarting"}, to=connection.sid)
        self._socketio.sleep(0.2)


def refusal(refused: Refused) -> dict[str, Any]:
    """A refusal as it is answered on the wire. What varies in its sentence goes along, for other languages."""
    said = refused.message
    says = {"says": {"text": said.text, "values": said.values}} if said.values else {}
    return {"ok": False, "error": {"code": refused.code, "message": said, **says, **refused.more}}


def _first(messages: Any) -> str:
    """The first of marshmallow's nested messages, as the sentence to show."""
    while isinstance(messages, dict | list):
        messages = next(iter(messages.values())) if isinstance(messages, dict) else messages[0]
    said: str = messages
    return said
