"""A TCP proxy that spoils what passes through it, as networks do: it cuts, delays, repeats, swallows and stalls.

A `Fault` says what happens to a connection each way. A way takes the pieces of bytes as they come and gives on what it
lets through; it may wait, and end the connection by raising `Cut`. Nothing is spoilt before `begin()` nor, on connections
made after it, after `heal()`.
"""

import itertools
import random
import re
import socket
import struct
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass

ANSWER = re.compile(rb"43\d+\[")
_RESET = struct.pack("ii", 1, 0)


class Cut(Exception):
    """The connection ends here, both ways: by a reset, or in good order."""

    def __init__(self, *, reset: bool) -> None:
        self.reset = reset


class Weather:
    """Whether the fault is on, and what it has done so far."""

    def __init__(self) -> None:
        self.on = threading.Event()
        self.done = Counter[str]()


Way = Callable[[Iterable[bytes], Weather], Iterator[bytes]]


def straight(pieces: Iterable[bytes], _: Weather) -> Iterator[bytes]:
    """Lets everything through."""
    yield from pieces


def delayed(seconds: float) -> Way:
    """Every piece later by so many seconds; what comes meanwhile waits too, so up to twice as many."""

    def way(pieces: Iterable[bytes], weather: Weather) -> Iterator[bytes]:
        for piece in pieces:
            if weather.on.is_set():
                weather.done["delayed"] += 1
                time.sleep(seconds)
            yield piece

    return way


def cut_after(count: int, *, reset: bool) -> Way:
    """The end after about so many bytes, in the middle of whatever is passing."""

    def way(pieces: Iterable[bytes], weather: Weather) -> Iterator[bytes]:
        left = random.randint(count // 2, count * 2)
        for piece in pieces:
            if weather.on.is_set():
                left -= len(piece)
                if left < 0:
                    yield piece[:left]
                    weather.done["cut"] += 1
                    raise Cut(reset=reset)
            yield piece

    return way


def cut_inside_a_command(pieces: Iterable[bytes], weather: Weather) -> Iterator[bytes]:
    """Half of somebody's third to eighth frame, then a reset: it was never heard, or not whole."""
    let_through = random.randint(3, 8)
    for piece in pieces:
        let_through -= weather.on.is_set()
        if let_through < 0:
            yield piece[: len(piece) // 2]
            weather.done["cut"] += 1
            raise Cut(reset=True)
        yield piece


def cut_inside_an_answer(pieces: Iterable[bytes], weather: Weather) -> Iterator[bytes]:
    """The beginning of an answer, then a reset: it was written down, and nobody was told. So the browser comes back and
    sends the last command once more."""
    let_through = random.randint(2, 6)
    for piece in pieces:
        answer = ANSWER.search(piece) if weather.on.is_set() else None
        let_through -= bool(answer)
        if answer and let_through < 0:
            yield piece[: answer.end() + 1]
            weather.done["cut"] += 1
            raise Cut(reset=True)
        yield piece


def swallowed(pieces: Iterable[bytes], weather: Weather) -> Iterator[bytes]:
    """From the beginning of the fault nothing of a connection that was there arrives, not even its end."""
    lost = False
    was_there = not weather.on.is_set()
    for piece in pieces:
        lost = lost or (was_there and weather.on.is_set())
        weather.done["swallowed"] += lost
        if not lost:
            yield piece
    if lost:
        raise Silence


def never(pieces: Iterable[bytes], weather: Weather) -> Iterator[bytes]:
    """Connections are taken and nothing is passed on; those from before are ended so that everybody has to come anew."""
    for piece in pieces:
        if weather.on.is_set() and weather.done["ended"] < 4:
            weather.done["ended"] += 1
            raise Cut(reset=False)
        weather.done["swallowed"] += weather.on.is_set()
        if not weather.on.is_set():
            yield piece


def websocket_swallowed(pieces: Iterable[bytes], weather: Weather) -> Iterator[bytes]:
    """On the way up: the handshake of a websocket, and then not a byte, as with a proxy that takes what it can't carry."""
    for piece in pieces:
        yield piece
        if weather.on.is_set() and b"Upgrade: websocket" in piece:
            weather.done["swallowed"] += 1
            raise Silence


def websocket_dies_young(pieces: Iterable[bytes], weather: Weather) -> Iterator[bytes]:
    """On the way down: the handshake and the first frame of a websocket, and then not a byte."""
    left = None
    for piece in pieces:
        yield piece
        if left is None and weather.on.is_set() and piece.startswith(b"HTTP/1.1 101 "):
            left = 1
        elif left is not None:
            weather.done["swallowed"] += 1
            raise Silence


def trickled(size: int, pause: float) -> Way:
    """So many bytes at a time."""

    def way(pieces: Iterable[bytes], weather: Weather) -> Iterator[bytes]:
        for piece in pieces:
            if not weather.on.is_set():
                yield piece
                continue
            for at in range(0, len(piece), size):
                weather.done["crumbs"] += 1
                yield piece[at : at + size]
                time.sleep(pause)

    return way


def stalling(every: float, seconds: float) -> Way:
    """Every so often nothing passes for some seconds, and then all that waited at once."""

    def way(pieces: Iterable[bytes], weather: Weather) -> Iterator[bytes]:
        flows_until = time.monotonic() + random.uniform(0, every)
        for piece in pieces:
            if weather.on.is_set() and time.monotonic() > flows_until:
                weather.done["stalled"] += 1
                time.sleep(seconds)
                flows_until = time.monotonic() + every
            yield piece

    return way


class Silence(Exception):
    """Nothing passes this way any more, and nobody is told."""


@dataclass(frozen=True)
class Fault:
    """What happens to a connection: on the way up to the server, on the way down, and as it begins.

    `refused`: every other one is reset as soon as it is made. `twice`: all that the client says goes up a second connection
    as well, which is what a duplicate is over TCP: the same command under the same id, twice, at the same moment.
    """

    up: Way = straight
    down: Way = straight
    refused: bool = False
    twice: bool = False


class FaultyProxy:
    """Listens at `url` and passes on to `target` (a server's url). `done` counts what was done to whom."""

    def __init__(self, target: str, fault: Fault) -> None:
        host, port = target.removeprefix("http://").split(":")
        self.target = (host, int(port))
        self.fault = fault
        self.weather = Weather()
        self._listener = socket.create_server(("127.0.0.1", 0), backlog=128)
        self.url = "http://127.0.0.1:%d" % self._listener.getsockname()[1]
        self._lines: list[_Line] = []
        self._count = itertools.count()
        self._accepting = threading.Thread(target=self._accept, daemon=True)
        self._accepting.start()

    @property
    def done(self) -> Counter[str]:
        """How often each thing was done."""
        return self.weather.done

    def begin(self) -> None:
        """From now on."""
        self.weather.on.set()

    def heal(self) -> None:
        """No more of it."""
        self.weather.on.clear()

    def _accept(self) -> None:
        while True:
            try:
                client, _ = self._listener.accept()
            except OSError:
                return
            if self.fault.refused and self.weather.on.is_set() and next(self._count) % 2 == 0:
                self.done["refused"] += 1
                client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET)
                client.close()
                continue
            with suppress(OSError):
                self._lines.append(_Line(self, client))

    def close(self) -> None:
        """Ends every connection and listens no more."""
        with suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self._accepting.join(timeout=5)
        for line in self._lines:
            line.end(reset=False)
        for line in self._lines:
            line.join()


class _Line:
    """One connection, with a thread for each way."""

    def __init__(self, proxy: FaultyProxy, client: socket.socket) -> None:
        self._proxy = proxy
        self._client = client
        self._server = socket.create_connection(proxy.target, timeout=5)
        self._twin = _Twin(proxy) if proxy.fault.twice and proxy.weather.on.is_set() else None
        self._reset = False
        for one in (self._client, self._server):
            one.settimeout(None)
            one.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        ways = ((self._client, self._up, proxy.fault.up), (self._server, self._client.sendall, proxy.fault.down))
        self._threads = [threading.Thread(target=self._pass, args=one, daemon=True) for one in ways]
        self._closing = threading.Lock()
        self._left = len(self._threads)
        for thread in self._threads:
            thread.start()

    def _up(self, piece: bytes) -> None:
        self._server.sendall(piece)
        if self._twin:
            self._twin.say(piece)

    def _pass(self, source: socket.socket, give: Callable[[bytes], None], way: Way) -> None:
        try:
            for piece in way(_pieces(source), self._proxy.weather):
                # Whoever is gone by now hears nothing; whether the other side learns of it is for the other way to say.
                with suppress(OSError):
                    give(piece)
        except Silence:
            pass
        except Cut as cut:
            self.end(reset=cut.reset)
        else:
            self.end(reset=False)
        with self._closing:
            self._left -= 1
            if self._left == 0:
                self._close()

    def end(self, *, reset: bool) -> None:
        """Ends both sides. A reset goes out when the sockets are closed, so these are only woken here."""
        for one in (self._client, self._server):
            with suppress(OSError):
                if reset:
                    one.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET)
                one.shutdown(socket.SHUT_RD if reset else socket.SHUT_RDWR)

    def _close(self) -> None:
        self._client.close()
        self._server.close()
        if self._twin:
            self._twin.close()

    def join(self) -> None:
        for thread in self._threads:
            thread.join(timeout=10)


class _Twin:
    """A second connection on which everything is said again; what comes back is thrown away."""

    def __init__(self, proxy: FaultyProxy) -> None:
        self._done = proxy.done
        self._socket = socket.create_connection(proxy.target, timeout=5)
        self._asked, self._open = False, threading.Event()
        self._thread = threading.Thread(target=self._read, daemon=True)
        self._thread.start()

    def _read(self) -> None:
        with suppress(OSError):
            while self._socket.recv(1 << 16):
                self._open.set()

    def say(self, piece: bytes) -> None:
        # What is said before the line has been opened would be lost.
        self._done["said twice"] += self._asked and self._open.wait(2)
        self._asked = True
        with suppress(OSError):
            self._socket.sendall(piece)

    def close(self) -> None:
        with suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)
        self._thread.join(timeout=5)
        self._socket.close()


def _pieces(source: socket.socket) -> Iterator[bytes]:
    with suppress(OSError):
        while piece := source.recv(1 << 16):
            yield piece
