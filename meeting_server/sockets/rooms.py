"""Who is connected, and who hears which stream. No name of a stream comes from a browser."""

import threading
from collections import defaultdict
from dataclasses import dataclass, field

from ..domain.audiences import EVERYONE
from ..domain.facts import Slot
from ..domain.template.template import Role
from ..services.live_meeting import Seat


@dataclass(slots=True)
class Connection:
    """One open line of one seat: `sid` is the library's id, `line` its engine's. The streams it is told of now (while
    it waits, none or its own), the role it was last told it has, and, of one that waits, the slot of its family in a
    sitting."""

    sid: str
    seat: Seat
    line: str
    streams: frozenset[str] = field(default_factory=frozenset)
    role: Role | None = None
    slot: Slot | None = None


class Connections:
    """The open lines of this process, by line, meeting and attendee. Safe to ask from any thread."""

    def __init__(self) -> None:
        self._lock = threading.RLock()
        self._by_sid: dict[str, Connection] = {}
        self._by_line: dict[str, Connection] = {}
        self._by_stream: dict[tuple[str, str], dict[str, Connection]] = {}
        self._by_meeting: dict[str, dict[str, Connection]] = defaultdict(dict)

    def add(self, connection: Connection, streams: frozenset[str] = frozenset()) -> None:
        """A line opened, and hears these streams."""
        with self._lock:
            self._by_sid[connection.sid] = self._by_line[connection.line] = connection
            self._by_meeting[connection.seat.meeting][connection.sid] = connection
            self._hear(connection, streams)

    def drop(self, sid: str) -> Connection | None:
        """A line closed; the connection it was, if it was one."""
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
        """The connection on this line, or None."""
        return self._by_sid.get(sid)

    def on_line(self, line: str) -> Connection | None:
        """The connection on the line with this engine's id, or None."""
        return self._by_line.get(line)

    def hear(self, connection: Connection, streams: frozenset[str]) -> None:
        """From now on this line hears these streams of its meeting, and no others. One that is over hears none."""
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
        """The lines that hear this stream now."""
        with self._lock:
            found = self._by_stream.get((meeting, stream))
            return list(found.values()) if found else []

    def streams_heard(self) -> int:
        """How many streams have anybody who hears them here."""
        return len(self._by_stream)

    def of_meeting(self, meeting: str) -> list[Connection]:
        """All lines of a meeting, in the lobby or in."""
        with self._lock:
            return list(self._by_meeting.get(meeting, {}).values())

    def all(self) -> list[Connection]:
        """All lines."""
        with self._lock:
            return list(self._by_sid.values())

    def meetings(self) -> set[str]:
        """The meetings with a line here."""
        with self._lock:
            return set(self._by_meeting)

    def count(self, selector: str) -> int:
        """How many lines this seat has open, in all tabs of its browser."""
        return sum(1 for one in self.all() if one.seat.selector == selector)

    def others(self, seat: Seat) -> bool:
        """Whether another device of this attendee has a line open."""
        return any(
            one.seat.attendee == seat.attendee and one.seat.device != seat.device
            for one in self.of_meeting(seat.meeting)
        )

    def here(self, meeting: str) -> list[str]:
        """Ids of the attendees who are in and connected, sorted."""
        return sorted({one.seat.attendee for one in self.of_meeting(meeting) if EVERYONE in one.streams})
