"""Commands as they come over a line: read, handed to the writer, answered after the commit.

They come straight from the packet door, without a task or a context of their own: who asks is looked up by the line,
and whether they may is decided by the writer.
"""

import re
import time
from collections.abc import Callable
from typing import Any, get_args

from marshmallow import ValidationError

from ..domain.ending.ending import FinishMeeting
from ..domain.kinds import Id
from ..domain.refused import Refused
from ..domain.replay import COMMANDS, Command
from ..schemas import load
from ..services.live_meeting import Acknowledged, LiveMeetings, Seat
from ..services.sign_in import StaffSessions
from .rate_limits import RateLimiter
from .rooms import Connections
from .schemas import Envelope
from .send_queue import SendQueue, answer
from .strict_packets import Malformed


class Commands:
    """Takes commands from lines. `in_background` runs what may take its time."""

    def __init__(
        self,
        live: LiveMeetings,
        connections: Connections,
        pace: RateLimiter,
        sessions: StaffSessions,
        outbox: SendQueue,
        in_background: Callable[..., Any],
    ) -> None:
        self._live = live
        self._measures = live.measures
        self._connections = connections
        self._pace = pace
        self._sessions = sessions
        self._outbox = outbox
        self._in_background = in_background

    def take(self, line: str, ack_id: int | None, data: Any) -> None:
        """One command of the line with this engine's id. Its answer goes out with what it led to, or at once where it
        is refused without the writer. Authorised when it is decided, not here."""
        arrived = time.perf_counter()

        def done(said: Acknowledged | Refused) -> None:
            self._answer(line, ack_id, said, arrived, self._outbox.put)

        try:
            self._hand_on(line, data, done)
        except ValidationError as error:
            said = Refused("bad_data", _first(error.messages), fields=error.messages)
            self._answer(line, ack_id, said, arrived, self._send)
        except Refused as refused:
            self._answer(line, ack_id, refused, arrived, self._send)

    def _hand_on(self, line: str, data: Any, done: Callable[[Acknowledged | Refused], None]) -> None:
        connection = self._connections.on_line(line)
        if connection is None:
            raise Refused("not_here", "You are not in this meeting.")
        if isinstance(data, Malformed):
            raise Refused("malformed", "This could not be read. Please type it again.")
        self.keep_pace(connection.seat)
        self.is_active(connection.seat)
        envelope = _envelope(data)
        kind = COMMANDS.get(envelope.name)
        if kind is None:
            raise Refused("unknown_command", "This page is out of date. Please reload it.")
        command: Command = load(kind, envelope.data)
        if isinstance(command, FinishMeeting):
            self._in_background(self._finish, connection.seat, envelope.id, command, done)
        else:
            self._live.submit(connection.seat, envelope.id, command, done)

    def _finish(self, seat: Seat, id: str, command: Command, done: Callable[[Acknowledged | Refused], None]) -> None:
        """What comes of a locked record for the family's next meetings is written before the chair is answered."""
        said: Acknowledged | Refused
        try:
            said = self._live.handle(seat, id, command)
        except Refused as refused:
            said = refused
        self._live.writer.in_turn(lambda: done(said))
        self._live.writer.in_turn(self._outbox.flush)

    def _answer(
        self,
        line: str,
        ack_id: int | None,
        said: Acknowledged | Refused,
        arrived: float,
        send: Callable[[str, Any], None],
    ) -> None:
        took = time.perf_counter() - arrived
        if isinstance(said, Refused):
            self._measures.answered(said.code, took)
            told = refusal(said)
        else:
            self._measures.answered("ok", took)
            told = {"ok": True, "audience": said.audience, "n": said.n}
        if ack_id is not None:
            send(line, answer(ack_id, told))

    def _send(self, line: str, frame: Any) -> None:
        self._outbox.send(line, (frame,))

    def keep_pace(self, seat: Seat) -> None:
        """Refused, `too_fast`, with how long to wait. For each device: one that waits at the door, by a link that was
        forwarded, uses up nothing of the person's own."""
        wait = self._pace.take(seat.device)
        if wait:
            raise Refused("too_fast", "One moment: this is sent again by itself.", wait_ms=int(wait * 1000) + 1)

    def is_active(self, seat: Seat) -> None:
        """Whoever is signed in and does something, or is writing it, is not idle."""
        if seat.staff_session:
            self._sessions.active(seat.staff_session)


_ID = re.compile(get_args(Id)[1].pattern)


def _envelope(data: dict[str, Any]) -> Envelope:
    """What goes round a command. One that is plainly right needs no schema; of any other that says what is wrong."""
    match data:
        case {"id": str(id), "name": str(name), "data": dict(inner)} if (
            len(data) == 3 and name in COMMANDS and _ID.fullmatch(id)
        ):
            return Envelope(id, name, inner)
    return load(Envelope, data)


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
