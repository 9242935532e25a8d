"""One person who means harm, in a process of their own: `python -m tests.faults.hostile NAME` with their seat as JSON on stdin. They
are let in, so all that is open to people in the room is open to them. Prints how often they did what they do.
"""

import base64
import itertools
import json
import os
import selectors
import socket
import struct
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from uuid import uuid4

MOST_SOCKETS = 5


class Seat:
    """Where the attacker sits, and for how long they go on."""

    def __init__(self, orders: dict) -> None:
        self.at = (orders["host"], orders["port"])
        self.origin, self.seat, self.cookie = orders["origin"], orders["seat"], orders["cookie"]
        self.until = time.monotonic() + orders["seconds"]
        self.done = 0

    def goes_on(self) -> bool:
        return time.monotonic() < self.until

    def plug(self, receive_buffer: int = 0) -> socket.socket:
        """A bare connection."""
        made = socket.socket()
        made.settimeout(5)
        if receive_buffer:
            made.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, receive_buffer)
        made.connect(self.at)
        made.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return made

    def asking(self, method: str, transport: str, body: bytes = b"", more: str = "") -> bytes:
        """A request to the line, as the page makes it."""
        head = (
            f"{method} /socket.io/?EIO=4&transport={transport}&seat={self.seat} HTTP/1.1\r\nHost: {self.at[0]}:{self.at[1]}\r\n"
            f"Origin: {self.origin}\r\nCookie: {self.cookie}\r\nX-Board: 1\r\nContent-Length: {len(body)}\r\n{more}\r\n"
        )
        return head.encode() + body

    def line(self, receive_buffer: int = 0, *, say_who: bool = True) -> socket.socket:
        """An open websocket; OSError when it is refused."""
        made = self.plug(receive_buffer)
        key = base64.b64encode(os.urandom(16)).decode()
        upgrade = (
            f"Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: {key}\r\n"
        )
        made.sendall(self.asking("GET", "websocket", more=upgrade))
        head = b""
        while b"\r\n\r\n" not in head:
            part = made.recv(1)
            if not part:
                raise ConnectionError
            head += part
        if b" 101 " not in head.split(b"\r\n")[0]:
            made.close()
            raise ConnectionError
        if say_who:
            made.sendall(frame(b"40"))
        return made


def frame(data: bytes, first: int = 0x81) -> bytes:
    """A masked frame; the mask is nothing but zeros."""
    if len(data) < 126:
        size = struct.pack("!B", 0x80 | len(data))
    elif len(data) < 1 << 16:
        size = struct.pack("!BH", 0x80 | 126, len(data))
    else:
        size = struct.pack("!BQ", 0x80 | 127, len(data))
    return bytes([first]) + size + b"\0\0\0\0" + data


def command(text: str) -> bytes:
    """A point with this text."""
    data = {"item": str(uuid4()), "column": "worries", "text": text}
    return f"421{json.dumps(['command', {'id': str(uuid4()), 'name': 'add_item', 'data': data}])}".encode()


class Talker:
    """A line that says the same again and again, as much at a time as is taken, and reads what comes without looking."""

    def __init__(self, seat: Seat, receive_buffer: int = 0) -> None:
        self.socket = seat.line(receive_buffer)
        self.socket.setblocking(False)
        self.left = b""

    def say(self, words: Callable[[], bytes], *, read: bool) -> bool:
        """Whether a piece of it went out whole. OSError when the line is cut."""
        with suppress(BlockingIOError):
            while read and self.socket.recv(1 << 16):
                pass
        self.left = self.left or words()
        with suppress(BlockingIOError):
            self.left = self.left[self.socket.send(self.left) :]
        return not self.left


def say_without_end(
    seat: Seat, words: Callable[[], bytes], *, read: bool = True, receive_buffer: int = 0, pause: float = 0.001
) -> None:
    """Says this on every line that one person may have, as fast as it is taken; opens a line anew that is cut."""
    talkers: list[Talker] = []
    while seat.goes_on():
        with suppress(OSError):
            while len(talkers) < MOST_SOCKETS:
                talkers.append(Talker(seat, receive_buffer))
        for one in list(talkers):
            try:
                seat.done += one.say(words, read=read)
            except OSError:
                one.socket.close()
                talkers.remove(one)
        time.sleep(pause)


def flood(seat: Seat) -> None:
    """Commands without pause, fifty at a time, on all the lines one person may have."""
    many = frame(command("Flooding the board.")) * 50
    say_without_end(seat, lambda: many)


def giants(seat: Seat) -> None:
    """Messages as large as are let through, and larger."""
    largest, too_large = frame(command("x" * 60_000)), frame(command("x" * 300_000))
    say_without_end(seat, lambda: largest if seat.done % 20 else too_large)


def slow_reader(seat: Seat) -> None:
    """Asks for the board over and over and reads nothing."""
    ask = frame(b'42["resync",{}]')
    say_without_end(seat, lambda: ask, read=False, receive_buffer=4096, pause=0.02)


def fragments(seat: Seat) -> None:
    """Messages that never end: fragment after fragment, some of them empty."""
    piece, nothing = frame(b"x" * 1000, 0x00) * 5, frame(b"", 0x00) * 200
    begun: dict[str, bytes] = {"first": frame(b'42["', 0x01)}
    say_without_end(seat, lambda: begun["first"] * (seat.done % 50 == 0) + (piece if seat.done % 2 else nothing))


def thousand_sockets(seat: Seat) -> None:
    """A thousand lines at once, or as many as are to be had."""
    held: list[socket.socket] = []
    while seat.goes_on():
        if len(held) >= 1000:
            held.pop(0).close()
        with suppress(OSError):
            one = seat.plug()
            key = base64.b64encode(os.urandom(16)).decode()
            upgrade = f"Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: {key}\r\n"
            one.sendall(seat.asking("GET", "websocket", more=upgrade) + frame(b"40"))
            held.append(one)
            seat.done += 1


def malformed(seat: Seat) -> None:
    """What no browser sends."""
    nonsense = itertools.cycle(
        (b"42[", b"", b"hello", b"4299999999999999999999[]", b'42["command"', b"\xff\xfe", b"451-[]", b"4/x,")
    )
    say_without_end(seat, lambda: b"".join(frame(next(nonsense)) for _ in range(10)))


def nameless(seat: Seat) -> None:
    """Lines that are opened and never say who they are."""
    held: list[socket.socket] = []
    while seat.goes_on():
        try:
            held.append(seat.line(say_who=False))
            seat.done += 1
        except OSError:
            time.sleep(0.005)


def polling(seat: Seat) -> None:
    """Polls as fast as they are answered, on twenty connections: new sessions, and posts to none."""
    body = b'42["command",{}]'
    asks = itertools.cycle((seat.asking("GET", "polling"), seat.asking("POST", "polling&sid=never-was", body)))
    with selectors.DefaultSelector() as chooser:
        while seat.goes_on():
            while len(chooser.get_map()) < 20:
                one = seat.plug()
                one.sendall(next(asks))
                chooser.register(one, selectors.EVENT_READ)
            for key, _ in chooser.select(0.1):
                try:
                    if not key.fileobj.recv(1 << 16):
                        raise ConnectionError
                    key.fileobj.sendall(next(asks))
                    seat.done += 1
                except OSError:
                    chooser.unregister(key.fileobj)
                    key.fileobj.close()


def half_requests(seat: Seat) -> None:
    """Three hundred requests that never come to their end, a header at a time."""
    held: list[socket.socket] = []
    while seat.goes_on():
        with suppress(OSError):
            if len(held) < 300:
                held.append(seat.plug())
                held[-1].sendall(b"POST /join HTTP/1.1\r\nHost: board\r\n")
        for one in list(held):
            try:
                one.sendall(b"X-More: x\r\n")
                seat.done += 1
            except OSError:
                held.remove(one)
                one.close()
        time.sleep(0.01)


ATTACKS = {
    one.__name__: one
    for one in (flood, giants, slow_reader, fragments, thousand_sockets, malformed, nameless, polling, half_requests)
}


if __name__ == "__main__":
    attacker = Seat(json.loads(sys.stdin.read()))
    ATTACKS[sys.argv[1]](attacker)
    print(attacker.done)
