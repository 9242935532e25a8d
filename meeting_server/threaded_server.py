"""Serves with threads: the way out of eventlet, kept working by the tests.

It has the same interface as `eventlet_server`.
"""

from __future__ import annotations

import signal
import socket
import threading
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

from werkzeug.serving import ThreadedWSGIServer, WSGIRequestHandler

from .callers import AskedInTime, Bounds, Callers, InTime, ListenerGone, bounds_here
from .listener import PortTaken, open_listener

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

__all__ = [
    "PortTaken",
    "harden",
    "in_thread",
    "listen",
    "prepare",
    "send_at_once",
    "serve",
    "tasks",
    "wait_for_postgresql",
]

T = TypeVar("T")
send_at_once = None
"""None: each connection has a thread that waits for its queue, and no other code writes to it."""


FULL_SECONDS = 0.05


class _Handler(AskedInTime, WSGIRequestHandler):
    """Keeps no access log and does not say which server it is."""

    timeout = 65

    def log(self, type: str, message: str, *args: Any) -> None:  # noqa: A002
        """Logs nothing: a request line shows who opened what, and when."""

    def connection_dropped(self, error: BaseException, environ: Any = None) -> None:
        """Notes that a websocket is over. Otherwise its remaining frames would be read as the next HTTP request."""
        self.close_connection = True

    def send_header(self, keyword: str, value: str) -> None:
        """Sends every header except the one that names the server."""
        if keyword.casefold() != "server":
            super().send_header(keyword, value)


class _Whole(InTime, socket.socket):
    """An accepted connection that always sends everything it is given.

    The websocket below sends each frame with one plain `send`. Under the handler's timeout that takes what fits into
    the kernel's buffer and drops the rest: then the browser of a large board waits for the end of its snapshot for
    ever.
    """

    def send(self, data: ReadableBuffer, flags: int = 0, /) -> int:
        """Sends all of `data`, or raises `OSError`."""
        self.sendall(data, flags)
        return memoryview(data).nbytes


class _Server(ThreadedWSGIServer):
    callers: Callers

    def get_request(self) -> tuple[socket.socket, Any]:
        """Returns the next connection. OSError means: not now, it waits."""
        if not self.callers.room():
            time.sleep(FULL_SECONDS)
            raise BlockingIOError
        try:
            accepted, address = super().get_request()
        except OSError as error:
            time.sleep(self.callers.not_taken(error))
            raise
        connection = _Whole(accepted.family, accepted.type, accepted.proto, accepted.detach())
        self.callers.come(connection, address[0])
        return connection, address

    def shutdown_request(self, request: Any) -> None:
        """Ends the connection, however far it came."""
        self.callers.leave(request)
        super().shutdown_request(request)

    def log(self, type: str, message: str, *args: Any) -> None:  # noqa: A002
        """Logs nothing: its only messages are tracebacks with people's text in them, and the app logs ours."""


def prepare() -> None:
    """Does nothing: the standard library expects threads."""


def harden() -> None:
    """Does nothing: messages are limited where the connection is guarded (`sockets/websockets.py`)."""


def in_thread(work: Callable[[], T], /) -> T:
    """Runs `work` and returns its result: each request already has a thread of its own."""
    return work()


def tasks() -> int:
    return threading.active_count()


def wait_for_postgresql() -> None:
    """Does nothing: a thread waits for itself."""


def listen(host: str, port: int, *, at_once: bool = True) -> Any:
    """Returns the listening socket, as `meeting_server.listener.open_listener` does."""
    return open_listener(host, port, at_once=at_once)


def make_server(listener: Any, wsgi_app: Any, bounds: Bounds | None = None) -> ThreadedWSGIServer:
    """Returns a server that has not begun: `serve_forever` begins, and `shutdown` from another thread ends it."""
    host, port = listener.getsockname()[:2]
    all_callers = Callers(bounds or bounds_here())

    class Handler(_Handler):
        """A handler within the bounds of this server."""

        callers = all_callers

    server = _Server(host, port, wsgi_app, handler=Handler, fd=listener.fileno())
    server.callers = all_callers
    return server


def serve(
    listener: Any,
    wsgi_app: Any,
    *,
    on_stop: Callable[[], None],
    on_start: Callable[[], None] = lambda: None,
    bounds: Bounds | None = None,
) -> bool:
    """Serves until SIGTERM or SIGINT, then calls `on_stop` (connections still work) and returns. `on_start` is called
    as soon as a signal stops the server in order. Returns False if it ended by itself.
    """
    server = make_server(listener, wsgi_app, bounds)
    told = threading.Event()

    def stop(_: int, __: Any) -> None:
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        told.set()
        # In another thread: shutdown waits for the loop that this very thread is running.
        threading.Thread(target=_say_goodbye_and_end, args=(server, on_stop), daemon=True).start()

    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGINT, stop)
    on_start()
    try:
        server.serve_forever()
    except ListenerGone:
        on_stop()
    listener.close()
    return told.is_set()


def _say_goodbye_and_end(server: ThreadedWSGIServer, on_stop: Callable[[], None]) -> None:
    try:
        on_stop()
    finally:
        server.shutdown()
