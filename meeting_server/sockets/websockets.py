"""Guards one websocket for the engine: passes only frames it can read, and can end the connection for certain."""

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

    The engine parses a frame outside any `try`. An empty frame, or one that starts with a letter, ends its reader with
    a traceback and leaves its writer waiting. Such frames are left out here, and the twentieth ends the connection.
    `keep_pace` waits while this connection sends more than its share: a socket that always has something to read would
    keep all others waiting. `take` may take a frame before the engine sees it.
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
        # The engine sets its timeout on this, but only if the transport offered it. The threaded transport sends with
        # plain send(), which under a timeout may send half a frame.
        if hasattr(websocket, "socket"):
            self.socket = websocket.socket

    def wait(self) -> Any:
        """Returns the next sound frame, or None when the connection is over."""
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
        """Sends one frame whole."""
        self.probed = self.probed or frame == "3probe"
        return self.raw.send(frame)

    def close(self) -> None:
        """Closes politely: sends a closing frame, then ends our side.

        A connection that is already closing, or broke, counts as closed. In threads its reader may be doing the same,
        and the engine's writer has no one to tell.
        """
        with contextlib.suppress(OSError, simple_websocket.ConnectionClosed, LocalProtocolError):
            self.raw.close()

    def hang_up(self, *, discard_unsent: bool) -> None:
        """Ends both directions now, whatever the other side does.

        `discard_unsent` also throws away what the kernel has not sent yet.
        """
        raw = self.raw.socket if hasattr(self.raw, "socket") else self.raw.ws.sock
        try:
            if discard_unsent:
                raw.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _DISCARD_UNSENT)
            raw.shutdown(socket.SHUT_RDWR)
        except OSError:
            pass  # Gone already, as intended.


class _Reader(threading.Thread):
    """Reads a threaded websocket.

    After a message that is too large, the library first wakes the waiting reader and only then marks the connection as
    over. A reader that looked in between would wait for ever. Here it is woken once more afterwards.
    """

    def __init__(self, target: Any) -> None:
        super().__init__(target=target)
        self._websocket = target.__self__

    def run(self) -> None:
        """Runs until the connection is over."""
        try:
            super().run()
        finally:
            self._websocket.connected = False
            self._websocket.event.set()


def guard_websockets(server: socketio.Server, measures: Counters, packets: tuple[float, float] = (100.0, 90.0)) -> None:
    """Reads every websocket of `server` through a `GuardedWebsocket`, kept as `line` on its engine socket.

    `packets` says how many packets a second are read of one connection, and how many at once. The rest waits in its
    socket.
    """
    engine = server.eio
    transport = engine._async["websocket"]  # noqa: SLF001
    # The threaded transport counts whole messages only if it is told to, and the engine does not tell it.
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

    # A copy, because the engine keeps one such table for all servers of a process.
    engine._async = {**engine._async, "websocket": guarded}  # noqa: SLF001


def _answer_polls_in_peace(server: socketio.Server, engine_socket: Any) -> None:
    """Slows down the polls of a browser that is trying a websocket.

    Meanwhile the engine answers each poll at once, and the browser polls again at once. If the network swallows the
    websocket, that goes on for seconds, with hundreds of polls in each. Then the browser is refused for asking too
    often and loses the connection it has.
    """
    stock = engine_socket.handle_get_request

    def answer(environ: dict[str, Any], start_response: Any) -> Any:
        until = time.monotonic() + TRYING_POLL_SECONDS
        # Once its websocket has been answered, a browser waits for its last poll before it switches to the websocket.
        while engine_socket.upgrading and not engine_socket.line.probed and time.monotonic() < until:
            server.sleep(TRYING_POLL_SECONDS / 10)
        return stock(environ, start_response)

    engine_socket.handle_get_request = answer


def _messages(server: socketio.Server, engine_socket: Any) -> Callable[[str], bool]:
    """Takes messages to their handler. The engine would do that too, but would first try to read each as JSON."""

    def take(frame: str) -> bool:
        if frame[:1] != "4" or not engine_socket.upgraded:
            return False
        if engine_socket.closed or getattr(engine_socket, "being_cut", False):
            # A person who is being shown out is not heard any more.
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
            # Lets the others run, even if this connection always has more to say.
            server.sleep(0)
        while wait := bucket.take():
            server.sleep(wait)

    return keep_pace
