"""Keeps all connections to the server, and limits how long it waits for their requests. All ways of serving use it.

A stranger can open a connection and send nothing on it. Thousands of these must not keep out people who send requests.
"""

from __future__ import annotations

import errno
import logging
import resource
import socket
import threading
import time
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from .addresses import share_of

if TYPE_CHECKING:
    from http.server import BaseHTTPRequestHandler as _Handler

    _Socket = socket.socket
else:
    _Handler = _Socket = object

log = logging.getLogger(__name__)
MOST = 4096
FILES_FOR_THE_REST = 256
SHARE = 16
SHORT_SECONDS = 0.1
ONE_ENDS_SECONDS = 0.01
SAID_EVERY_SECONDS = 60.0
_SHORT = frozenset({errno.EMFILE, errno.ENFILE, errno.ENOBUFS, errno.ENOMEM})
_CLOSED = frozenset({errno.EBADF, errno.EINVAL, errno.ENOTSOCK})


@dataclass(frozen=True, slots=True)
class Bounds:
    """The limits for connections: `most` at once, and at most `share` from one address that have not yet sent a
    request. None means that every connection comes from a proxy, and so from anyone.

    A head must be complete within `head_seconds` and a body within `body_seconds`, however they arrive: a byte now and
    then is not enough. An answered connection may rest for `rest_seconds`.
    """

    most: int = MOST
    share: int | None = None
    head_seconds: float = 10.0
    body_seconds: float = 20.0
    rest_seconds: float = 65.0


def bounds_here(*, trusted_proxies: int = 0) -> Bounds:
    """Returns the bounds for a process that may open this many files, and leaves free the files it needs for other
    things.
    """
    files, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    free = MOST if files == resource.RLIM_INFINITY else files - min(FILES_FOR_THE_REST, files // 2)
    most = max(1, min(MOST, free))
    return Bounds(most, None if trusted_proxies else max(8, most // SHARE))


def allow_all_files() -> None:
    """Raises the number of files that this process may open to its hard limit."""
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))


class ListenerGone(Exception):
    """The socket we listen on is gone: no one can ever connect again."""


class Callers:
    """All connections. A silent one makes room for a new one: first the one that has rested longest, then the one that
    has waited longest with its first request. A connection that is being answered stays, and so does every websocket.
    """

    def __init__(self, bounds: Bounds) -> None:
        self.bounds = bounds
        self._lock = threading.Lock()
        self._all: set[Any] = set()
        self._resting: dict[Any, None] = {}
        self._silent: dict[Any, str] = {}
        self._silent_of: dict[str, dict[Any, None]] = {}
        self._say_after = 0.0

    def come(self, connection: Any, address: str) -> None:
        """Adds a connection. If its address now has more than its share of connections without a request, ends the one
        that has been silent longest. A person at the same council's address who sends a request at once is still
        served.
        """
        address = share_of(address)
        with self._lock:
            self._all.add(connection)
            self._silent[connection] = address
            of_address = self._silent_of.setdefault(address, {})
            of_address[connection] = None
            too_many = self.bounds.share is not None and len(of_address) > self.bounds.share
            ended = self._end(next(iter(of_address))) if too_many else None
        _hang_up(ended)

    def ask(self, connection: Any) -> None:
        """Notes that the head of a request is whole."""
        with self._lock:
            self._speaks(connection)

    def rest(self, connection: Any) -> None:
        """Notes that it was answered and may send another request."""
        with self._lock:
            if connection in self._all:
                self._resting[connection] = None

    def leave(self, connection: Any) -> None:
        with self._lock:
            self._end(connection)

    def room(self) -> bool:
        """True if one more connection can be taken. If all places are taken, it ends a silent one for that."""
        return len(self._all) < self.bounds.most or self.end_one()

    def end_one(self) -> bool:
        """Ends a silent connection. False if there is none."""
        with self._lock:
            found = next(iter(self._resting or self._silent), None)
            if found is not None:
                self._end(found)
        _hang_up(found)
        return found is not None

    def not_taken(self, error: OSError) -> float:
        """Handles the error with which the system refused the next connection. Returns the seconds to wait before
        trying again.

        If no files or no memory are left, it ends a silent connection. Every other error concerns only the connection
        that failed. Raises ListenerGone if our own socket is closed.
        """
        if error.errno in _CLOSED:
            raise ListenerGone from None
        if error.errno not in _SHORT:
            return 0.0
        ended = self.end_one()
        if time.monotonic() >= self._say_after:
            self._say_after = time.monotonic() + SAID_EVERY_SECONDS
            log.error("Nobody can connect just now: the system says %(code)s", {"code": error.errno})
        return ONE_ENDS_SECONDS if ended else SHORT_SECONDS

    def _end(self, connection: Any) -> Any:
        self._speaks(connection)
        self._all.discard(connection)
        return connection

    def _speaks(self, connection: Any) -> None:
        self._resting.pop(connection, None)
        address = self._silent.pop(connection, None)
        if address is not None:
            self._silent_of[address].pop(connection)
            if not self._silent_of[address]:
                del self._silent_of[address]


def _hang_up(connection: Any) -> None:
    """Ends a connection: its waiting reader learns that no byte will come, and drops it. Does nothing for None."""
    if connection is not None:
        with suppress(OSError):
            connection.shutdown(socket.SHUT_RDWR)


class InTime(_Socket):
    """A connection with a time limit for all that is read from it as a file, however it arrives."""

    _within: float | None = None
    _until: float | None = None

    def allow(self, seconds: float | None) -> None:
        """Sets the limit from the next read on. None means the connection's own timeout for each read."""
        self._within, self._until = seconds, None

    def recv_into(self, *asked: Any) -> int:
        """Receives some bytes, or raises TimeoutError."""
        if self._within is None:
            return super().recv_into(*asked)
        now = time.monotonic()
        self._until = now + self._within if self._until is None else self._until
        if now >= self._until:
            raise TimeoutError
        before = self.gettimeout()
        self.settimeout(self._until - now)
        try:
            return super().recv_into(*asked)
        finally:
            self.settimeout(before)


class AskedInTime(_Handler):
    """Reads the requests of one connection, within the bounds of `callers`."""

    callers: Callers
    connection: Any
    _answered = False

    def handle_one_request(self) -> None:
        """Waits for a request, reads it and answers it."""
        bounds = self.callers.bounds
        if self._answered and not self._goes_on(bounds.rest_seconds):
            self.close_connection = True
            return
        self.connection.allow(bounds.head_seconds)
        super().handle_one_request()
        self._answered = True

    def _goes_on(self, seconds: float) -> bool:
        """True if another request begins on this connection within so many seconds."""
        self.callers.rest(self.connection)
        self.connection.allow(seconds)
        try:
            return bool(self.rfile.peek(1))  # type: ignore[attr-defined]
        except (OSError, ValueError):
            return False

    def parse_request(self) -> bool:
        """Reads the rest of the head. False if it is none."""
        whole = super().parse_request()
        if whole:
            self.callers.ask(self.connection)
            has_body = self.headers.get("content-length", "0") != "0" or "transfer-encoding" in self.headers
            self.connection.allow(self.callers.bounds.body_seconds if has_body else None)
        return whole

    def finish(self) -> None:
        self.callers.leave(self.connection)
        super().finish()
