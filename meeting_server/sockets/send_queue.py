"""What goes out to many: each frame encoded once, and all that one transaction has for a line in one write.

The stock way hands every packet of every line to a queue, from which a task of that line encodes and sends it; at
fifteen people that was most of what a command cost (docs/performance.md). Here a line is written to directly if it is
an upgraded websocket for which nothing waits and to which nobody is writing; else its packets take the stock way, in
the same order.
"""

from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Any

import orjson
import socketio
from engineio.exceptions import SocketIsClosedError
from engineio.packet import MESSAGE, Packet

SendAtOnce = Callable[[Any, bytes], bool]
"""Writes whole frames to a websocket without waiting. False if that can't be done now, and nothing was written."""


class Frame:
    """One packet for any number of lines, in UTF-8, and the websocket frame of it, made when first asked for."""

    __slots__ = ("_bytes", "packet")

    def __init__(self, packet: bytes) -> None:
        self.packet = packet
        self._bytes = b""

    @property
    def bytes(self) -> bytes:
        """The frame as RFC 6455 has it, from a server: text, final, not masked."""
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
    """An event for browsers; things may stand in it as they stand on a board. No number in it is a fraction, so that
    there is nothing JSON can't say."""
    return Frame(b'2["%b",%b]' % (name.encode(), orjson.dumps(data)))


def answer(ack_id: int, data: Any) -> Frame:
    """The answer to what a browser asked under this number. What is wrong in a list is named by its place, a number."""
    return Frame(b"3%d[%b]" % (ack_id, orjson.dumps(data, option=orjson.OPT_NON_STR_KEYS)))


class SendQueue:
    """The lines of `server`, by their engine's id. `send_at_once` is None where the stock way is the only one."""

    def __init__(self, server: socketio.Server, send_at_once: SendAtOnce | None) -> None:
        self._sockets = server.eio.sockets
        self._send_at_once = send_at_once
        self._waiting: dict[str, list[Frame]] = {}

    def put(self, line: str, frame: Frame) -> None:
        """Keeps a frame for this line until `flush`. For the writer alone, which has one thread."""
        waiting = self._waiting.get(line)
        if waiting is None:
            self._waiting[line] = [frame]
        else:
            waiting.append(frame)

    def flush(self) -> None:
        """Sends all that was put, one write for each line."""
        waiting, self._waiting = self._waiting, {}
        for line, frames in waiting.items():
            self.send(line, frames)

    def send(self, line: str, frames: Sequence[Frame]) -> None:
        """Sends frames to one line now. Whoever is gone, or is being shown out, hears nothing."""
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
    """Whether something waits to be sent before. A queue that has a length tells it without a call to anybody."""
    return bool(engine_socket.queue.queue or getattr(engine_socket, "held_back", None))
