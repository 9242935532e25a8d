"""One websocket, as the engine reads it: only frames it can take, and a way to hang up for certain."""

from __future__ import annotations

import contextlib
import socket
import struct
import threading
import time
from collections.abc import Callable
from itertools import count
from typing import Any

import simple_websocket
import socketio
from wsproto.utilities import LocalProtocolError

from ..services.counters import Counters
from ..sockets.rate_limits import MALFORMED_PACKETS, TokenBucket
from ..sockets.strict_packets import is_sound_frame

MAX_MESSAGE_BYTES = 64 * 1024
PACKETS_IN_A_ROW = 8
TRYING_POLL_SECONDS = 0.2
_DISCARD_UNSENT = struct.pack("ii", 1, 0)

Wsgi = Callable[..., Any]


class GuardedWebsocket:
    """Stands between the engine and a websocket.

    The engine parses a frame outside any ``try``: an empty frame, or one that starts with a letter, ends
    its reader with a traceback and leaves its writer waiting. Such frames are left out here, and the
    twentieth ends the line. ``keep_pace`` waits while this line says more than its share: a socket that always has
    something to read would keep all the others waiting. ``take`` may take a frame before the engine sees it.
    """

    def __init__(
        self,
        websocket: Any,
        measures: Counters | None = None,
        keep_pace: Callable[[], None] = lambda: None,
        take: Callable[[str], bool] = lambda _: False,
    ) -> None:
        self.raw = websocket
        self._keep_pace = keep_pace
        self._take = take
        self._measures = measures or Counters()
        self._unsound = 0
        self.ended = self.probed = False
        # The engine sets its timeout on this, but only where the transport offered it: the threaded one
        # sends with plain send(), which under a timeout may send half a frame.
        if hasattr(websocket, "socket"):
            self.socket = websocket.socket

    def wait(self) -> Any:
        """The next sound frame, or None when the line is over."""
        while self._unsound < MALFORMED_PACKETS:
            self._keep_pace()
            frame = self.raw.wait()
            if frame is None or is_sound_frame(frame):
                if frame is None or not self._take(frame):
                    return frame
                continue
            self._unsound += 1
            self._measures.malformed += 1
        self._measures.cut("strikes")
        return None

    def send(self, frame: str | bytes) -> Any:
        """Send one frame whole."""
        self.probed = self.probed or frame == "3probe"
        return self.raw.send(frame)

    def close(self) -> None:
        """The polite way: a closing frame, then the end of our side.

        A line that is closing already, or broke, is closed: in threads, its reader may be half-way through the same,
        and the engine's writer has nobody to tell.
        """
        with contextlib.suppress(OSError, simple_websocket.ConnectionClosed, LocalProtocolError):
            self.raw.close()

    def hang_up(self, *, discard_unsent: bool) -> None:
        """End both directions now, whatever the other side does.

        ``discard_unsent``: nor what the kernel still holds.
        """
        raw = self.raw.socket if hasattr(self.raw, "socket") else self.raw.ws.sock
        try:
            if discard_unsent:
                raw.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _DISCARD_UNSENT)
            raw.shutdown(socket.SHUT_RDWR)
        except OSError:
            pass  # gone already, which is what was wanted


class _Reader(threading.Thread):
    """Reads a threaded websocket.

    After a message that is too large the library wakes whoever waits for a frame, and only then says that the line is
    over: whoever looked in between goes on waiting for ever. Here they are woken once more, after it.
    """

    def __init__(self, target: Any) -> None:
        super().__init__(target=target)
        self._websocket = target.__self__

    def run(self) -> None:
        """Until the line is over."""
        try:
            super().run()
        finally:
            self._websocket.connected = False
            self._websocket.event.set()


def guard_websockets(server: socketio.Server, measures: Counters, packets: tuple[float, float] = (100.0, 90.0)) -> None:
    """Read every websocket of ``server`` through a :class:`Line`, kept as ``line`` on its engine socket.

    ``packets``: how many a second are read of one line, and how many at once. The rest waits in its socket.
    """
    engine = server.eio
    transport = engine._async["websocket"]  # noqa: SLF001
    # The threaded transport counts whole messages only when told to, and the engine does not tell it.
    threaded = {"max_message_size": MAX_MESSAGE_BYTES, "thread_class": _Reader}
    more = threaded if engine.async_mode == "threading" else {}

    def guarded(handler: Any, engine_server: Any) -> Wsgi:
        engine_socket = handler.__self__
        _answer_polls_in_peace(server, engine_socket)

        def hold(websocket: Any) -> Any:
            take = _messages(server, engine_socket)
            engine_socket.line = line = GuardedWebsocket(websocket, measures, _pace(server, packets), take)
            try:
                return handler(line)
            finally:
                line.ended = True

        made: Wsgi = transport(hold, engine_server, **more)
        return made

    # A copy: the engine keeps one such table for all servers of a process.
    engine._async = {**engine._async, "websocket": guarded}  # noqa: SLF001


def _answer_polls_in_peace(server: socketio.Server, engine_socket: Any) -> None:
    """While a browser tries a websocket the engine answers each of its polls at once, and it asks again at once. Where
    the network swallows the websocket that goes on for seconds, hundreds of times in each, until the browser is refused
    for asking too often and loses the line it has."""
    stock = engine_socket.handle_get_request

    def answer(environ: dict[str, Any], start_response: Any) -> Any:
        until = time.monotonic() + TRYING_POLL_SECONDS
        # Once its websocket has been answered, a browser waits for its last poll before it moves.
        while engine_socket.upgrading and not engine_socket.line.probed and time.monotonic() < until:
            server.sleep(TRYING_POLL_SECONDS / 10)
        return stock(environ, start_response)

    engine_socket.handle_get_request = answer


def _messages(server: socketio.Server, engine_socket: Any) -> Callable[[str], bool]:
    """Takes messages to whoever hears them, as the engine does, which would try to read each as JSON first."""

    def take(frame: str) -> bool:
        if frame[:1] != "4" or not engine_socket.upgraded:
            return False
        if engine_socket.closed or getattr(engine_socket, "being_cut", False):
            # Whoever is being shown out may say what they like.
            return True
        try:
            server.eio.handlers["message"](engine_socket.sid, frame[1:])
        except Exception:
            server.logger.exception("A message was not handled.")
        return True

    return take


def _pace(server: socketio.Server, packets: tuple[float, float]) -> Callable[[], None]:
    bucket, read = TokenBucket(time.monotonic, *packets), count(1)

    def keep_pace() -> None:
        if next(read) % PACKETS_IN_A_ROW == 0:
            # The others' turn, even where this line always has more to say.
            server.sleep(0)
        while wait := bucket.take():
            server.sleep(wait)

    return keep_pace
