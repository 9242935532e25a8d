"""Reads the commands that come over a connection, hands them to the writer and answers after the commit.

The packet door calls this directly, without a task or a context for each command. The connection tells who sends. The
writer decides whether the sender may.
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
    """Takes commands from connections. `in_background` runs work that may take long."""

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
        """Takes one command; `line` is the engine's id of its connection. The answer leaves with the patches of the
        command, or at once if it is refused without the writer. The sender's permission is checked when the command is
        decided, not here.
        """
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
        """Locks the record, writes what the family's next meetings need of it, and only then answers the chair."""
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
        """Refuses with `too_fast` and the time to wait. The limit is for each device, so that a device waiting in the
        lobby with a forwarded link uses up nothing of the person's own limit.
        """
        wait = self._pace.take(seat.device)
        if wait:
            raise Refused("too_fast", "One moment: this is sent again by itself.", wait_ms=int(wait * 1000) + 1)

    def is_active(self, seat: Seat) -> None:
        """Notes that a signed-in person is not idle: they sent a command or are writing."""
        if seat.staff_session:
            self._sessions.active(seat.staff_session)


_ID = re.compile(get_args(Id)[1].pattern)


def _envelope(data: dict[str, Any]) -> Envelope:
    """Returns the envelope of a command. One that is plainly right skips the schema, which is needed to say what is
    wrong.
    """
    match data:
        case {"id": str(id), "name": str(name), "data": dict(inner)} if (
            len(data) == 3 and name in COMMANDS and _ID.fullmatch(id)
        ):
            return Envelope(id, name, inner)
    return load(Envelope, data)


def refusal(refused: Refused) -> dict[str, Any]:
    """Returns a refusal as it is sent. The values in its sentence are sent too, for other languages."""
    said = refused.message
    says = {"says": {"text": said.text, "values": said.values}} if said.values else {}
    return {"ok": False, "error": {"code": refused.code, "message": said, **says, **refused.more}}


def _first(messages: Any) -> str:
    """Returns the first of marshmallow's nested messages, as the sentence to show."""
    while isinstance(messages, dict | list):
        messages = next(iter(messages.values())) if isinstance(messages, dict) else messages[0]
    said: str = messages
    return said
