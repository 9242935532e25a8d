"""The packet door: every packet passes it before a handler of ours or of the socket library sees it.

It holds off T3 and T17. Decision 0002 says why it stands here.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterable
from typing import Any

import socketio
from socketio.packet import CONNECT, DISCONNECT, EVENT

from ..logs import OurWord
from ..services.counters import Counters
from ..sockets.disconnect import cut_connection, let_go
from ..sockets.library_log import LibraryLog
from ..sockets.rate_limits import Clock, Strikes
from ..sockets.strict_packets import StrictJson, StrictPacket, read_packet
from ..sockets.websockets import MAX_MESSAGE_BYTES, guard_websockets

SECONDS_TO_CONNECT = 5.0
LOOK_SECONDS = 0.5
PACKETS_PER_SECOND = 100.0
PACKETS_AT_ONCE = 90.0
MAX_QUEUED_PACKETS = 256
MAX_QUEUED_CHARACTERS = 1_000_000
# Below this many packets their characters are not counted: one snapshot and a busy minute fit.
_FEW_PACKETS = 16


def socket_settings(
    *, async_mode: str, origins: Iterable[str], ping_interval: float = 10, ping_timeout: float = 10
) -> dict[str, Any]:
    """Returns the keyword arguments for `flask_socketio.SocketIO`; the pings are in seconds.

    Handlers of one connection run one after another: in parallel, two commands of one person could change places. There
    is no message queue, no compression and no logging of packets. Sessions are our own.
    """
    return {
        "async_mode": async_mode,
        "async_handlers": False,
        "serializer": StrictPacket,
        "json": StrictJson,
        "max_http_buffer_size": MAX_MESSAGE_BYTES,
        "ping_interval": ping_interval,
        "ping_timeout": ping_timeout,
        "cors_allowed_origins": sorted(origins),
        "manage_session": False,
        "always_connect": False,
        "http_compression": False,
        "logger": LibraryLog(f"{__name__}.library", time.monotonic),
        "engineio_logger": LibraryLog(f"{__name__}.engine", time.monotonic),
    }


class PacketDoor:
    """Stands before `server` from the moment it is made. Keep no reference to the server's old handlers.

    - A malformed packet reaches no handler. If it asked for an answer, it reaches `command` as `Malformed`. It counts a
      strike and is logged in our words, at most twice a second. The twentieth strike ends the connection.
    - A command goes straight to `commands` with its connection and the number for its answer. The library would first
      make a context for it and look for a handler.
    - `opened` is called when a request to connect has been answered, either way.
    - A connection that does not connect within five seconds of being opened is ended.
    - One connection may send five times as many packets as a person may send commands. The rest waits in its socket.
    - A connection is ended if its reader is so slow that 256 packets or a million characters wait for it. It comes back
      to a fresh snapshot.
    """

    def __init__(
        self,
        server: socketio.Server,
        *,
        strikes: Strikes | None = None,
        clock: Clock = time.monotonic,
        seconds_to_connect: float = SECONDS_TO_CONNECT,
        measures: Counters | None = None,
        commands: Callable[[str, int | None, Any], None] | None = None,
        packets: tuple[float, float] = (PACKETS_PER_SECOND, PACKETS_AT_ONCE),
        opened: Callable[[str], None] = lambda _: None,
    ) -> None:
        self._after_connect = opened
        self._commands = commands
        self._measures = measures or Counters()
        self._server = server
        self._strikes = strikes or Strikes()
        self._log = LibraryLog(__name__, clock)
        self._clock = clock
        self._seconds_to_connect = seconds_to_connect
        # Oldest first. One task watches all connections: a task for each would keep a stack for each.
        self._opening: deque[tuple[float, str]] = deque()
        server.start_background_task(self._expect_to_connect)
        self._behind = dict(server.eio.handlers)
        server.eio.on("connect", self._opened)
        server.eio.on("message", self._heard)
        server.eio.on("disconnect", self._ended)
        guard_websockets(server, self._measures, packets)

    def _opened(self, engine_sid: str, environ: dict[str, Any]) -> Any:
        answer = self._behind["connect"](engine_sid, environ)
        self._bound_outbox(engine_sid)
        self._opening.append((self._clock() + self._seconds_to_connect, engine_sid))
        return answer

    def _heard(self, engine_sid: str, raw: object) -> None:
        reading = read_packet(raw)
        if reading.fault is not None:
            self._log.tell("A malformed packet was refused: %(code)s", code=OurWord(reading.fault))
            self._measures.malformed += 1
            if self._strikes.strike(engine_sid):
                self._cut(engine_sid, "strikes")
                return
        if self._commands and reading.kind == EVENT and reading.data[0] == "command":
            self._commands(engine_sid, reading.ack_id, reading.data[1])
        elif not reading.dropped:
            if reading.kind == CONNECT:
                self._connect(engine_sid, reading)
            else:
                self._behind["message"](engine_sid, reading)
            if reading.kind == DISCONNECT:
                # The library keeps the connection open for other namespaces. We have none.
                cut_connection(self._server, engine_sid)

    def _connect(self, engine_sid: str, reading: Any) -> None:
        """Answers a request to connect. On polling, the first snapshot leaves with the answer in one poll: a second
        poll takes most of a second on a slow network.
        """
        engine_socket = self._server.eio.sockets.get(engine_sid)
        if engine_socket is not None and not engine_socket.upgraded:
            engine_socket.held_back = []
        try:
            self._behind["message"](engine_sid, reading)
        finally:
            try:
                self._after_connect(engine_sid)
            finally:
                if engine_socket is not None:
                    let_go(engine_socket)

    def _ended(self, engine_sid: str, reason: str) -> Any:
        self._strikes.forget(engine_sid)
        return self._behind["disconnect"](engine_sid, reason)

    def _expect_to_connect(self) -> None:
        while True:
            self._server.sleep(min(LOOK_SECONDS, self._seconds_to_connect))
            while self._opening and self._opening[0][0] <= self._clock():
                _, engine_sid = self._opening.popleft()
                if self._server.manager.sid_from_eio_sid(engine_sid, "/") is None:
                    self._cut(engine_sid, "not_connected")

    def _cut(self, engine_sid: str, cause: str) -> None:
        if cut_connection(self._server, engine_sid):
            self._measures.cut(cause)

    def _bound_outbox(self, engine_sid: str) -> None:
        engine_socket = self._server.eio.sockets[engine_sid]
        send = engine_socket.send

        def bounded_send(packet: Any) -> None:
            held = getattr(engine_socket, "held_back", None)
            if held is not None:
                held.append(packet)
                return
            if _is_overfull(engine_socket.queue):
                self._log.tell("A connection was ended because it does not read what it is sent.")
                self._cut(engine_sid, "slow_reader")
                return
            send(packet)

        engine_socket.send = bounded_send


def _is_overfull(queue: Any) -> bool:
    waiting = queue.qsize()
    if waiting < _FEW_PACKETS:
        return False
    if waiting >= MAX_QUEUED_PACKETS:
        return True
    return sum(len(str(packet.data)) for packet in list(queue.queue) if packet is not None) > MAX_QUEUED_CHARACTERS
