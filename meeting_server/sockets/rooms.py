"""Keeps who is connected and who hears which stream. A browser never names a stream."""

import threading
from collections import defaultdict
from dataclasses import dataclass, field

from ..domain.audiences import ROOM
from ..domain.facts import Slot
from ..domain.template.template import Role
from ..services.live_meeting import Seat


@dataclass(slots=True)
class Connection:
    """One open connection of one seat. `sid` is the library's id, `line` the engine's. `streams` are the streams it
    hears now (none or its own while it waits), and `role` is the role it was last told. `slot` is its family's slot in
    a sitting while it waits.
    """

    sid: str
    seat: Seat
    line: str
    streams: frozenset[str] = field(default_factory=frozenset)
    role: Role | None = None
    slot: Slot | None = None


class Connections:
    """The open connections of this process by id, meeting and attendee. Safe to use from any thread."""

    def __init__(self) -> None:
        self._lock = threading.RLock()
        self._by_sid: dict[str, Connection] = {}
        self._by_line: dict[str, Connection] = {}
        self._by_stream: dict[tuple[str, str], dict[str, Connection]] = {}
        self._by_meeting: dict[str, dict[str, Connection]] = defaultdict(dict)

    def add(self, connection: Connection, streams: frozenset[str] = frozenset()) -> None:
        """Adds a connection that hears these streams."""
        with self._lock:
            self._by_sid[connection.sid] = self._by_line[connection.line] = connection
            self._by_meeting[connection.seat.meeting][connection.sid] = connection
            self._hear(connection, streams)

    def drop(self, sid: str) -> Connection | None:
        """Removes a connection and returns it, or returns None if it is not known."""
        with self._lock:
            connection = self._by_sid.pop(sid, None)
            if connection:
                self._by_line.pop(connection.line, None)
                self._hear(connection, frozenset())
                lines = self._by_meeting[connection.seat.meeting]
                lines.pop(sid, None)
                if not lines:
                    del self._by_meeting[connection.seat.meeting]
            return connection

    def get(self, sid: str) -> Connection | None:
        """Returns the connection with this id of the library, or None."""
        return self._by_sid.get(sid)

    def on_line(self, line: str) -> Connection | None:
        """Returns the connection with this id of the engine, or None."""
        return self._by_line.get(line)

    def hear(self, connection: Connection, streams: frozenset[str]) -> None:
        """Lets this connection hear exactly these streams of its meeting. One that has ended hears none."""
        with self._lock:
            self._hear(connection, streams if connection.sid in self._by_sid else frozenset())

    def _hear(self, connection: Connection, streams: frozenset[str]) -> None:
        meeting = connection.seat.meeting
        for stream in connection.streams - streams:
            hearing = self._by_stream[meeting, stream]
            hearing.pop(connection.sid, None)
            if not hearing:
                del self._by_stream[meeting, stream]
        for stream in streams - connection.streams:
            self._by_stream.setdefault((meeting, stream), {})[connection.sid] = connection
        connection.streams = streams

    def hearing(self, meeting: str, stream: str) -> list[Connection]:
        """Returns the connections that hear this stream now."""
        with self._lock:
            found = self._by_stream.get((meeting, stream))
            return list(found.values()) if found else []

    def streams_heard(self) -> int:
        """Returns how many streams have a connection here that hears them."""
        return len(self._by_stream)

    def of_meeting(self, meeting: str) -> list[Connection]:
        """Returns all connections of a meeting, in the lobby or let in."""
        with self._lock:
            return list(self._by_meeting.get(meeting, {}).values())

    def all(self) -> list[Connection]:
        with self._lock:
            return list(self._by_sid.values())

    def meetings(self) -> set[str]:
        """Returns the meetings that have a connection here."""
        with self._lock:
            return set(self._by_meeting)

    def count(self, selector: str) -> int:
        """Returns how many connections this seat has, in all tabs of its browser."""
        return sum(1 for one in self.all() if one.seat.selector == selector)

    def others(self, seat: Seat) -> bool:
        """True if another device of this attendee is connected."""
        return any(
            one.seat.attendee == seat.attendee and one.seat.device != seat.device
            for one in self.of_meeting(seat.meeting)
        )

    def here(self, meeting: str) -> list[str]:
        """Returns the ids of the attendees who are let in and connected, sorted."""
        return sorted({one.seat.attendee for one in self.of_meeting(meeting) if ROOM in one.streams})
