"""Our overrides of eventlet's websockets, each with its reason and a switch, and a function that writes to one
at once.
"""

from __future__ import annotations

from importlib.metadata import version
from typing import Any

KNOWN_EVENTLET = "0.41.3"
MAX_MESSAGE_BYTES = 64 * 1024
MAX_EMPTY_PIECES = 100
PIECES_IN_A_ROW = 50
READ_AHEAD_BYTES = 4096
_TOO_BIG = 1009


def harden(
    *, fast_unmask: bool = True, refuse_compression: bool = True, cap_messages: bool = True, read_ahead: bool = True
) -> None:
    """Overrides eventlet's websocket code where one sender can make it stop for everyone. May be called again.

    Refuses, with a sentence, any eventlet except the version these overrides were written for.

    - `fast_unmask`: eventlet unmasks a frame byte by byte in Python; one of 1 MB held everyone up for 188 ms.
    - `refuse_compression`: it accepts permessage-deflate whenever offered. That is 47 KB more for each connection, and
      lengths show what was compressed together.
    - `cap_messages`: it limits a frame, not a message, so fragments without end fill the memory. It also still speaks
      the drafts before RFC 6455, which have no limit at all.
    - `read_ahead`: it asks the kernel for each part of a frame separately, four times for a command.
    """
    found = version("eventlet")
    if found != KNOWN_EVENTLET:
        raise RuntimeError(
            f"eventlet is {found}, but our overrides were written for {KNOWN_EVENTLET}: "
            "read eventlet_websockets.harden against the new version, then change KNOWN_EVENTLET."
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
    """Returns `data` under the four bytes of `mask`, begun at position `offset`, as one whole-number xor."""
    size = len(data) if length is None else length
    turn = offset % 4
    turned = bytes(mask[turn:]) + bytes(mask[:turn])
    cover = (turned * (size // 4 + 1))[:size]
    return (int.from_bytes(data[:size], "big") ^ int.from_bytes(cover, "big")).to_bytes(size, "big")


class _ReadAhead:
    """A websocket's own socket that reads everything that has come at once, and hands it out in the parts asked for."""

    __slots__ = ("_come", "_socket", "fd")

    def __init__(self, socket: Any) -> None:
        self._socket = socket
        self._come = b""
        self.fd = socket.fd

    def recv(self, most: int) -> bytes:
        """Returns at least one byte and at most so many; none at the end."""
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
        """One message in any number of pieces: 64 KB in all. Empty pieces leave nothing in memory, and only a few are
        allowed.
        """

        size = pieces = empty = 0

        def push(self, data: bytes, final: bool = False) -> None:
            self.size += len(data)
            self.pieces += 1
            self.empty += not data
            if self.pieces % PIECES_IN_A_ROW == 0:
                # The reader yields only when there is nothing to read.
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


def send_at_once(websocket: Any, data: bytes) -> bool:
    """Writes whole frames to a websocket without waiting. Returns False, with nothing written, while another task
    writes to it.

    A task sends what the kernel does not take now, and holds the websocket's own lock until the last byte is sent.
    Until then all others wait in the queue, so frames are never mixed.
    """
    # No other task runs between the look at the lock and taking it, because nothing here waits.
    if websocket._sendlock.counter <= 0:  # noqa: SLF001
        return False
    try:
        sent = websocket.socket.fd.send(data)
    except BlockingIOError:
        sent = 0
    except OSError:
        # It is over. Its reader finds that out and tells everyone.
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
        pass  # Over, or not read until its timeout: its reader ends the connection.
    finally:
        websocket._sendlock.release()  # noqa: SLF001
