"""Serves with eventlet: our own listener, and an orderly end.

Only `__main__.py` and the files `eventlet_*.py` may name eventlet. Decision 0001 says how to leave it.
"""

from __future__ import annotations

import io
import os
import signal
import warnings
from collections.abc import Callable
from typing import Any, TypeVar
from weakref import WeakSet

from .callers import AskedInTime, Bounds, Callers, InTime, ListenerGone, bounds_here
from .eventlet_websockets import harden, send_at_once
from .listener import HANG_UP, PortTaken, open_listener

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
SLOW_REQUEST_SECONDS = 30
STOP_SECONDS = 5.0
FULL_SECONDS = 0.05
BUFFER_BYTES = 2048
"""A request's head fits. Anything longer bypasses the buffer."""
_STOP, _ENDED = b".", b"!"
_spawned: WeakSet[Any] = WeakSet()


def prepare() -> None:
    """Makes the standard library cooperative.

    A process does this first, before it imports anything of ours.
    """
    # psycopg 3 waits in C and would hold up everyone for the length of a query. It reads this once, at import.
    os.environ.setdefault("PSYCOPG_WAIT_FUNC", "wait_selector")
    with warnings.catch_warnings():
        # Known and answered (decision 0001). Only this warning is ignored: its own class cannot be named before the
        # import.
        warnings.filterwarnings("ignore", message="(?s).*Eventlet is deprecated", category=Warning)
        import eventlet

        eventlet.monkey_patch()
    _count_greenlets()


def wait_for_postgresql() -> None:
    """Lets psycopg wait through the loop."""
    from . import eventlet_waiting

    eventlet_waiting.use()


def listen(host: str, port: int, *, at_once: bool = True) -> Any:
    """Returns the listening socket, as `meeting_server.listener.open_listener` does, of eventlet's kind."""
    from eventlet.green import socket as green_socket

    class GreenInTime(InTime, green_socket.socket):  # type: ignore[misc]
        """A socket that accepts connections of its own kind."""

    return open_listener(host, port, GreenInTime, at_once=at_once)


def in_thread(work: Callable[[], T], /) -> T:
    """Runs `work` in a real thread while the loop serves all others, and returns the result.

    It is for work that computes or waits for the disk in C (a password's hash, SQLite's commit) and touches nothing
    that belongs to the loop: SQLAlchemy's pools and all sockets belong to it.
    """
    from eventlet import tpool

    done: T = tpool.execute(work)
    return done


def tasks() -> int:
    """Returns how many greenlets live now of those that `spawn` began: one for each request or connection, and the
    tasks beside.
    """
    return sum(not one.dead for one in list(_spawned))


def _count_greenlets() -> None:
    """Counts greenlets as they begin. eventlet keeps no count, and looking for them among all objects would hold
    everyone up.
    """
    from eventlet import greenthread

    class Counted(greenthread.GreenThread):  # type: ignore[misc]
        """A green thread that is counted while it lives."""

        def __init__(self, parent: Any) -> None:
            super().__init__(parent)
            _spawned.add(self)

    greenthread.GreenThread = Counted


def serve(
    listener: Any,
    wsgi_app: Any,
    *,
    on_stop: Callable[[], None],
    on_start: Callable[[], None] = lambda: None,
    bounds: Bounds | None = None,
) -> bool:
    """Serves `wsgi_app` until SIGTERM or SIGINT, then calls `on_stop` and returns within some five seconds. Returns
    False if it ended by itself.

    `on_start` is called as soon as a signal stops the server in order. `on_stop` runs while connections still work: it
    says goodbye and finishes what was begun. A second signal ends the process at once. There is no access log
    (addresses show who met when), and no traceback is ever sent to a browser.
    """
    import eventlet
    from eventlet import wsgi

    callers = Callers(bounds or bounds_here())
    woken, waker = _stop_signals()
    # Starts the threads now. The first slow work may come when no thread can be started: no files or no memory left.
    in_thread(bool)
    on_start()
    pool = eventlet.GreenPool(callers.bounds.most)

    def ended(_: Any = None) -> None:
        waker.send(_ENDED)

    listener.accept = _accepting(listener.accept, callers, ended)
    server = eventlet.spawn(
        wsgi.server,
        listener,
        wsgi_app,
        log_output=False,
        debug=False,
        keepalive=callers.bounds.rest_seconds,
        socket_timeout=SLOW_REQUEST_SECONDS,
        custom_pool=pool,
        protocol=_protocol(wsgi, callers),
        environ={"wsgi.errors": _Nowhere()},
    )

    # If the server ends by itself (its socket broke), we must not go on waiting for a signal.
    server.link(ended)
    in_order: bool = woken.recv(1) != _ENDED
    try:
        on_stop()
    finally:
        # Once we stop it, no task waits to be woken: the other end of the waker may be closed when the news comes.
        server.unlink(ended)
        server.kill()
        with eventlet.Timeout(STOP_SECONDS, exception=False):
            pool.waitall()
    return in_order


def _accepting(accept: Callable[[], Any], callers: Callers, gone: Callable[[], None]) -> Callable[[], Any]:
    """Takes one connection, then gives existing connections a turn. Of a thousand that come at once, eventlet would
    take and serve all before it looks at the others, and it would end at the first that cannot be taken. `gone` is
    called when no one can connect any more: eventlet's own server says so only when its last connection has ended.
    """
    import eventlet

    def accept_one() -> Any:
        while True:
            eventlet.sleep(0)
            while not callers.room():
                eventlet.sleep(FULL_SECONDS)
            try:
                connection, address = accept()
            except OSError as error:
                try:
                    eventlet.sleep(callers.not_taken(error))
                except ListenerGone:
                    gone()
                    raise SystemExit from None
                continue
            callers.come(connection, address[0])
            return connection, address

    return accept_one


class _Nowhere(io.TextIOBase):
    """Throws eventlet's own messages away: each begins with a person's address. The app logs what fails."""

    def write(self, text: str, /) -> int:
        """Writes nothing."""
        return len(text)


def _protocol(wsgi: Any, all_callers: Callers) -> Any:
    class _Protocol(AskedInTime, wsgi.HttpProtocol):  # type: ignore[misc]
        callers = all_callers
        # A websocket keeps both buffers for as long as it lives and never uses them again: 24 KB at eventlet's default.
        rbufsize = wbufsize = BUFFER_BYTES

        def get_environ(self) -> dict[str, Any]:
            """Returns a request's environment, with a function that makes its answer the last on this connection."""
            environ: dict[str, Any] = super().get_environ()
            environ[HANG_UP] = self.hang_up
            return environ

        def hang_up(self) -> None:
            """Makes the answer say that the connection ends with it, and ends it."""
            self.close_connection = True

        def finish(self) -> None:
            """Closes the connection and drops its last request. The two refer to each other: otherwise the garbage
            collector would have to find them, while everyone waits.
            """
            super().finish()
            self.environ = None

        def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
            """Logs nothing: it would keep the address of a request that is refused before the app sees it."""

    return _Protocol


def _stop_signals() -> tuple[Any, Any]:
    """Returns a socket that becomes readable at the first signal, and the one that makes it so.

    A signal alone does not wake the hub: it goes back to waiting for its next timer, up to a minute away.
    """
    from eventlet.green import socket as green_socket

    woken, waker = green_socket.socketpair()
    # The handler may run inside the hub, where nothing may wait.
    waker.setblocking(False)

    def stop(_: int, __: Any) -> None:
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        waker.send(_STOP)

    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGINT, stop)
    return woken, waker
