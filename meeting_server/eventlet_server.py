"""Serving with eventlet: our own listener, and an orderly end.

Only ``__main__.py`` and the files ``eventlet_*.py`` may name eventlet; decision 0001 says how to leave it.
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

__all__ = ["PortTaken", "harden", "in_thread", "listen", "prepare", "send_at_once", "serve", "tasks",
           "wait_for_postgresql"]  # fmt: skip

T = TypeVar("T")
SLOW_REQUEST_SECONDS = 30
STOP_SECONDS = 5.0
FULL_SECONDS = 0.05
BUFFER_BYTES = 2048
"""A request's head fits; whatever is longer goes past the buffer."""
_STOP, _ENDED = b".", b"!"
_spawned: WeakSet[Any] = WeakSet()


def prepare() -> None:
    """Make the standard library cooperative.

    The first thing a process does, before it imports anything of ours.
    """
    # psycopg 3 waits in C and would hold up everybody for the length of a query; it reads this once, at
    # import.
    os.environ.setdefault("PSYCOPG_WAIT_FUNC", "wait_selector")
    with warnings.catch_warnings():
        # Known and answered (decisions 0001). Only this one: by its own class, which cannot be named before
        # import.
        warnings.filterwarnings("ignore", message="(?s).*Eventlet is deprecated", category=Warning)
        import eventlet

        eventlet.monkey_patch()
    _count_greenlets()


def wait_for_postgresql() -> None:
    """Lets psycopg wait by way of the loop."""
    from . import eventlet_waiting

    eventlet_waiting.use()


def listen(host: str, port: int, *, at_once: bool = True) -> Any:
    """The listening socket, as :func:`meeting_server.listener.open_listener`, in eventlet's kind."""
    from eventlet.green import socket as green_socket

    class GreenInTime(InTime, green_socket.socket):  # type: ignore[misc]
        """What it accepts is of its own kind."""

    return open_listener(host, port, GreenInTime, at_once=at_once)


def in_thread(work: Callable[[], T], /) -> T:
    """What `work` returns, done in a real thread while the loop serves everybody else.

    For what computes or waits for the disk in C (a password's hash, SQLite's commit) and touches nothing of the loop's:
    SQLAlchemy's pools and all sockets belong to it.
    """
    from eventlet import tpool

    done: T = tpool.execute(work)
    return done


def tasks() -> int:
    """How many greenlets live now, of those that `spawn` began: one for each request or line, and what runs beside."""
    return sum(not one.dead for one in list(_spawned))


def _count_greenlets() -> None:
    """eventlet keeps no count; to look for them among all objects would hold everyone up."""
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
    """Serve ``wsgi_app`` until SIGTERM or SIGINT, then call ``on_stop`` and return within some five seconds.

    ``on_start`` is told as soon as a signal stops it in order. False: it ended by itself.
    ``on_stop`` runs while connections still work: it says goodbye and finishes what was begun. A second
    signal ends the process at once. No access log is kept (addresses hold who met when), and no traceback
    is ever sent to a browser.
    """
    import eventlet
    from eventlet import wsgi

    callers = Callers(bounds or bounds_here())
    woken, waker = _stop_signals()
    # Begins the threads. The first slow thing may come when no more can be begun: no files left, no memory.
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

    # A server that ends by itself (its socket broke) must not leave us waiting for a signal.
    server.link(ended)
    in_order: bool = woken.recv(1) != _ENDED
    try:
        on_stop()
    finally:
        # Once we stop it, nobody waits to be woken: the other end of the waker may be closed when the news comes.
        server.unlink(ended)
        server.kill()
        with eventlet.Timeout(STOP_SECONDS, exception=False):
            pool.waitall()
    return in_order


def _accepting(accept: Callable[[], Any], callers: Callers, gone: Callable[[], None]) -> Callable[[], Any]:
    """Takes one connection, then whoever is connected already has a turn: of a thousand that come at once, eventlet
    would take and serve all before it looks at anybody else. It would also end with the first that can't be taken.

    `gone` is told when nobody can come any more: eventlet's server itself says so only when the last line has ended.
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
    """Where eventlet's own words go: each begins with somebody's address. What fails is told by the app."""

    def write(self, text: str, /) -> int:
        """Nothing."""
        return len(text)


def _protocol(wsgi: Any, all_callers: Callers) -> Any:
    class Protocol(AskedInTime, wsgi.HttpProtocol):  # type: ignore[misc]
        callers = all_callers
        # A line keeps both buffers for as long as it lives, and never uses them again: 24 KB as eventlet has them.
        rbufsize = wbufsize = BUFFER_BYTES

        def get_environ(self) -> dict[str, Any]:
            """A request, and a way to make its answer the last on this connection."""
            environ: dict[str, Any] = super().get_environ()
            environ[HANG_UP] = self.hang_up
            return environ

        def hang_up(self) -> None:
            """The answer says that the connection ends with it, and so it does."""
            self.close_connection = True

        def finish(self) -> None:
            """The connection is over. It and its last request hold each other: let go of at once they are gone, and
            otherwise the garbage collector has to find them, while everybody waits."""
            super().finish()
            self.environ = None

        def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
            """Nothing: of a request that is refused before the app hears of it, this would keep the address."""

    return Protocol


def _stop_signals() -> tuple[Any, Any]:
    """A socket that becomes readable at the first signal, and the one that makes it so.

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
