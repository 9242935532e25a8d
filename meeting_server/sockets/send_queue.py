"""Sends frames to many connections: each frame is encoded once, and all frames of one transaction for a connection go
out in one write.

The library puts every packet of every connection into a queue, and a task of that connection encodes and sends it. With
fifteen people that was most of the cost of a command (docs/performance.md). This module writes directly to a connection
if it is an upgraded websocket, nothing waits for it and no other task writes to it. Otherwise its packets go through
the library's queue, in the same order.
"""

from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Any

import orjson
import socketio
from engineio.exceptions import SocketIsClosedError
from engineio.packet import MESSAGE, Packet

SendAtOnce = Callable[[Any, bytes], bool]
"""Writes whole frames to a websocket without waiting. Returns False if that is not possible now; then nothing was
written.
"""


class Frame:
    """One packet for any number of connections, in UTF-8, and its websocket frame, which is made when it is first
    needed.
    """

    __slots__ = ("_bytes", "packet")

    def __init__(self, packet: bytes) -> None:
        self.packet = packet
        self._bytes = b""

    @property
    def bytes(self) -> bytes:
        """Returns the frame as RFC 6455 has it, from a server: text, final, not masked."""
        if not self._bytes:
            size = len(self.packet) + 1
            if size < 126:
                head = bytes((0x81, size))
            elif size < 65536:
                head = b"\x81\x7e" + size.to_bytes(2, "big")
            else:
                head = b"\x81\x7f" + size.to_bytes(8, "big")
            self._bytes = head + b"4" + self.packet
        return self._bytes


def event(name: str, data: Any) -> Frame:
    """Returns an event for browsers. `data` may contain things as they stand on a board. No number in it is a fraction,
    so JSON can express all of it.
    """
    return Frame(b'2["%b",%b]' % (name.encode(), orjson.dumps(data)))


def answer(ack_id: int, data: Any) -> Frame:
    """Returns the answer to a browser's request with this number. Errors in a list have whole numbers as keys."""
    return Frame(b"3%d[%b]" % (ack_id, orjson.dumps(data, option=orjson.OPT_NON_STR_KEYS)))


class SendQueue:
    """Queues frames for the connections of `server`, by their engine's id. `send_at_once` is None if only the library
    can send.
    """

    def __init__(self, server: socketio.Server, send_at_once: SendAtOnce | None) -> None:
        self._sockets = server.eio.sockets
        self._send_at_once = send_at_once
        self._waiting: dict[str, list[Frame]] = {}

    def put(self, line: str, frame: Frame) -> None:
        """Keeps a frame for this connection until `flush`. Only the writer may call it: it has one thread."""
        waiting = self._waiting.get(line)
        if waiting is None:
            self._waiting[line] = [frame]
        else:
            waiting.append(frame)

    def flush(self) -> None:
        """Sends everything that was put, in one write for each connection."""
        waiting, self._waiting = self._waiting, {}
        for line, frames in waiting.items():
            self.send(line, frames)

    def send(self, line: str, frames: Sequence[Frame]) -> None:
        """Sends frames to one connection now. A connection that is gone or is being shown out gets nothing."""
        engine_socket = self._sockets.get(line)
        if engine_socket is None or engine_socket.closed or getattr(engine_socket, "being_cut", False):
            return
        if self._send_at_once and engine_socket.upgraded and not _behind(engine_socket):
            data = frames[0].bytes if len(frames) == 1 else b"".join([one.bytes for one in frames])
            if self._send_at_once(engine_socket.line.raw, data):
                return
        with suppress(SocketIsClosedError):
            for one in frames:
                engine_socket.send(Packet(MESSAGE, one.packet.decode()))


def _behind(engine_socket: Any) -> bool:
    """True if something waits to be sent first. Asks the queue's own length, because that needs no call."""
    return bool(engine_socket.queue.queue or getattr(engine_socket, "held_back", None))
