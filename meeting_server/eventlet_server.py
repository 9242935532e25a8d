"""Serving with eventlet: our own listener, and what we override in eventlet, each with its reason and a
switch.

This file and ``__main__.py`` are the only ones that may name eventlet; decisions 0001 says how to leave it.
"""

from __future__ import annotations

import io
import os
import signal
import warnings
from collections.abc import Callable
from importlib.metadata import version
from typing import Any, Final, TypeVar
from weakref import WeakSet

from meeting_server.listener import PortTaken, open_listener

__all__ = ["PortTaken", "harden", "in_thread", "listen", "prepare", "send_at_once", "serve", "tasks"]

T = TypeVar("T")
KNOWN_EVENTLET: Final = "0.41.3"
MAX_MESSAGE_BYTES: Final = 64 * 1024
MAX_EMPTY_PIECES: Final = 100
PIECES_IN_A_ROW: Final = 50
MAX_CONNECTIONS: Final = 4096
READ_AHEAD_BYTES: Final = 4096
IDLE_SECONDS: Final = 65
SLOW_REQUEST_SECONDS: Final = 30
STOP_SECONDS: Final = 5.0
BUFFER_BYTES: Final = 2048
"""A request's head fits; whatever is longer goes past the buffer."""
_TOO_BIG: Final = 1009
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
    from meeting_server import eventlet_waiting

    eventlet_waiting.use()


def listen(host: str, port: int, *, at_once: bool = True) -> Any:
    """The listening socket, as :func:`meeting_server.listener.open_listener`, in eventlet's kind."""
    from eventlet.green import socket as green_socket

    return open_listener(host, port, green_socket.socket, at_once=at_once)


def in_thread(work: Callable[[], T], /) -> T:
    """What `work` returns, done in a real thread while the loop serves everybody else.

    For what computes for a tenth of a second in C (a password's hash) and touches neither database nor sockets:
    SQLAlchemy's connections belong to the loop.
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


def send_at_once(websocket: Any, data: bytes) -> bool:
    """Writes whole frames to a websocket without waiting for anybody; False, with nothing written, while somebody else
    writes to it.

    What the kernel does not take now is sent by a task that holds the websocket's own lock until its last byte is
    away: until then everybody else waits in the queue, and frames are never mixed.
    """
    # Nobody else runs between the look at the lock and its being taken: nothing here waits.
    if websocket._sendlock.counter <= 0:  # noqa: SLF001
        return False
    try:
        sent = websocket.socket.fd.send(data)
    except BlockingIOError:
        sent = 0
    except OSError:
        # It is over; its reader finds that out and tells everybody.
        return True
    if sent < len(data):
        import eventlet

        websocket._sendlock.acquire()  # noqa: SLF001
        eventlet.spawn_n(_send_rest, websocket, data[sent:])
    return True


def _send_rest(websocket: Any, data: bytes) -> None:
    try:
        websocket.socket.sendall(data)
    except OSError:
        pass  # Over, or not read for so long that its time was up: the line is ended by whoever reads it.
    finally:
        websocket._sendlock.release()  # noqa: SLF001


def harden(
    *, fast_unmask: bool = True, refuse_compression: bool = True, cap_messages: bool = True, read_ahead: bool = True
) -> None:
    """Override eventlet's websocket code where it can be made to stop for everybody. May be called again.

    Refuses, with a sentence, any eventlet but the one these overrides were written against.

    - ``fast_unmask``: it unmasks a frame byte by byte in Python; one of 1 MB held everyone up for 188 ms.
    - ``refuse_compression``: it accepts permessage-deflate whenever offered: 47 KB more for each
      connection, and lengths that tell what was compressed together.
    - ``cap_messages``: it bounds a frame, not a message, so fragments without end fill the memory; and it
      still speaks the drafts before RFC 6455, which have no bound at all.
    - ``read_ahead``: it asks the kernel for each part of a frame by itself, four times for a command.
    """
    found = version("eventlet")
    if found != KNOWN_EVENTLET:
        raise RuntimeError(
            f"eventlet is {found}, but our overrides were written for {KNOWN_EVENTLET}: "
            "read eventlet_server.harden against the new version, then change KNOWN_EVENTLET."
        )
    from eventlet import websocket

    if fast_unmask:
        websocket.RFC6455WebSocket._apply_mask = staticmethod(unmask)  # noqa: SLF001
    if refuse_compression:
        websocket.WebSocketWSGI._negotiate_permessage_deflate = _negotiate_nothing  # noqa: SLF001
    if read_ahead:
        websocket.RFC6455WebSocket.__init__ = _reading_ahead(websocket)
    if cap_messages:
        websocket.RFC6455WebSocket.Message = _capped_message(websocket)
        websocket.WebSocketWSGI._handle_legacy_request = _refuse_draft(websocket)  # noqa: SLF001


def unmask(data: bytes, mask: tuple[int, ...], length: int | None = None, offset: int = 0) -> bytes:
    """``data`` under the four bytes of ``mask``, begun at position ``offset``, as one whole-number xor."""
    size = len(data) if length is None else length
    turn = offset % 4
    turned = bytes(mask[turn:]) + bytes(mask[:turn])
    cover = (turned * (size // 4 + 1))[:size]
    return (int.from_bytes(data[:size], "big") ^ int.from_bytes(cover, "big")).to_bytes(size, "big")


class _ReadAhead:
    """A websocket's own socket, which takes what has come in one go and hands it out in the parts asked for."""

    __slots__ = ("_come", "_socket", "fd")

    def __init__(self, socket: Any) -> None:
        self._socket = socket
        self._come = b""
        self.fd = socket.fd

    def recv(self, most: int) -> bytes:
        """At least one byte, at most so many; none at the end."""
        come: bytes = self._come or self._socket.recv(READ_AHEAD_BYTES)
        self._come = come[most:]
        return come[:most]

    def __getattr__(self, name: str) -> Any:
        return getattr(self._socket, name)


def _reading_ahead(websocket: Any) -> Any:
    stock = websocket.RFC6455WebSocket.__init__
    if getattr(stock, "reads_ahead", False):
        return stock

    def begin(line: Any, sock: Any, *more: Any, **named: Any) -> None:
        stock(line, sock, *more, **named)
        line.socket = _ReadAhead(line.socket)

    begin.reads_ahead = True  # type: ignore[attr-defined]
    return begin


def _negotiate_nothing(_: Any, __: Any) -> None:
    return None


def _capped_message(websocket: Any) -> Any:
    from eventlet import sleep

    stock = websocket.RFC6455WebSocket.Message

    class CappedMessage(stock):  # type: ignore[misc, valid-type]
        """One message in however many pieces: 64 KB in all. Empty ones leave nothing behind, and are few."""

        size = pieces = empty = 0

        def push(self, data: bytes, final: bool = False) -> None:
            self.size += len(data)
            self.pieces += 1
            self.empty += not data
            if self.pieces % PIECES_IN_A_ROW == 0:
                # The reader gives up its turn only where nothing is there to be read.
                sleep(0)
            if self.size > MAX_MESSAGE_BYTES or self.empty > MAX_EMPTY_PIECES:
                raise websocket.FailedConnectionError(_TOO_BIG, "The message is too large.")
            if data:
                self.data.append(data)
            self.finished = final

    return stock if getattr(stock, "size", None) == 0 else CappedMessage


def _refuse_draft(websocket: Any) -> Any:
    def refuse(_: Any, __: Any) -> None:
        raise websocket.BadRequest

    return refuse


def serve(
    listener: Any, wsgi_app: Any, *, on_stop: Callable[[], None], on_start: Callable[[], None] = lambda: None
) -> None:
    """Serve ``wsgi_app`` until SIGTERM or SIGINT, then call ``on_stop`` and return within some five seconds.

    ``on_start`` is told as soon as a signal stops it in order.
    ``on_stop`` runs while connections still work: it says goodbye and finishes what was begun. A second
    signal ends the process at once. No access log is kept (addresses hold who met when), and no traceback
    is ever sent to a browser.
    """
    import eventlet
    from eventlet import wsgi

    woken, waker = _stop_signals()
    on_start()
    pool = eventlet.GreenPool(MAX_CONNECTIONS)
    listener.accept = _one_at_a_time(listener.accept)
    server = eventlet.spawn(
        wsgi.server,
        listener,
        wsgi_app,
        log_output=False,
        debug=False,
        keepalive=IDLE_SECONDS,
        socket_timeout=SLOW_REQUEST_SECONDS,
        custom_pool=pool,
        protocol=_protocol(wsgi),
        environ={"wsgi.errors": _Nowhere()},
    )

    def ended(_: Any) -> None:
        waker.send(b".")

    # A server that ends by itself (its socket broke) must not leave us waiting for a signal.
    server.link(ended)
    woken.recv(1)
    try:
        on_stop()
    finally:
        # Once we stop it, nobody waits to be woken: the other end of the waker may be closed when the news comes.
        server.unlink(ended)
        server.kill()
        with eventlet.Timeout(STOP_SECONDS, exception=False):
            pool.waitall()


def _one_at_a_time(accept: Callable[[], Any]) -> Callable[[], Any]:
    """Takes one connection, then whoever is connected already has a turn: of a thousand that come at once, eventlet
    would take and serve all before it looks at anybody else."""
    import eventlet

    def accept_one() -> Any:
        eventlet.sleep(0)
        return accept()

    return accept_one


class _Nowhere(io.TextIOBase):
    """Where eventlet's own words go: each begins with somebody's address. What fails is told by the app."""

    def write(self, text: str, /) -> int:
        """Nothing."""
        return len(text)


def _protocol(wsgi: Any) -> Any:
    class Protocol(wsgi.HttpProtocol):  # type: ignore[misc]
        # A line keeps both buffers for as long as it lives, and never uses them again: 24 KB as eventlet has them.
        rbufsize = wbufsize = BUFFER_BYTES

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
        waker.send(b".")

    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGINT, stop)
    return woken, waker
