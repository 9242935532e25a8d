"""Ring me later: a person of the family may not be alone, and the chair alone is told.

It stands in no log, no record, no count and no database: it is kept in the memory of this process and goes with it. No
other connection is sent a byte, or a byte at another time, because of it. The page that asked asks again where a server
has forgotten.
"""

import threading
from typing import Any

from ..domain.audiences import ROOM
from .rate_limits import RateLimiter
from .rooms import Connection, Connections
from .send_queue import SendQueue, event
from .strict_packets import Malformed


def may_ask(connection: Connection) -> bool:
    """True for a person who is in the room and does not come with their work."""
    return ROOM in connection.streams and connection.role is not None and connection.role.side != "professional"


def is_told(connection: Connection) -> bool:
    """True for the chair, or the deputy who has the controls; not for the minute-taker, who shares the desk."""
    return ROOM in connection.streams and connection.role is not None and "steer" in connection.role.powers


class Rings:
    """Keeps who asked to be rung, the first to ask first, by meeting."""

    def __init__(self, connections: Connections, outbox: SendQueue, pace: RateLimiter) -> None:
        self._connections = connections
        self._outbox = outbox
        self._pace = pace
        self._lock = threading.Lock()
        self._asked: dict[str, list[str]] = {}

    def heard(self, sid: str, data: Any) -> None:
        """Takes what a browser says: that its person wants to be rung, or that the chair has seen to it. Anything
        else, or anything from another, changes nothing and is not answered.
        """
        connection = self._connections.get(sid)
        if connection is None or isinstance(data, Malformed) or self._pace.take(connection.seat.device):
            return
        meeting, mine = connection.seat.meeting, connection.seat.attendee
        match data:
            case {"asked": True} if may_ask(connection):
                self._keep(meeting, mine, asks=True)
                self._tell(meeting, mine)
            case {"answered": str(attendee)} if is_told(connection) and attendee in self._asked.get(meeting, ()):
                self._keep(meeting, attendee, asks=False)
                self._tell(meeting, attendee)

    def told_first(self, connection: Connection) -> list[Any]:
        """Returns what a connection is told with its board: nothing, unless it asked or is the chair's."""
        asked = self._asked.get(connection.seat.meeting, [])
        mine = [event("ring", {"asked": True})] if connection.seat.attendee in asked and may_ask(connection) else []
        return [event("ring", {"people": list(asked)})] if asked and is_told(connection) else mine

    def forget(self, meeting: str) -> None:
        """Forgets a meeting with no one here any more."""
        self._asked.pop(meeting, None)

    def _keep(self, meeting: str, attendee: str, *, asks: bool) -> None:
        with self._lock:
            before = self._asked.get(meeting, [])
            if asks != (attendee in before):
                others = [one for one in before if one != attendee]
                self._asked[meeting] = [*others, attendee] if asks else others

    def _tell(self, meeting: str, attendee: str) -> None:
        """Tells the chair who asks now, and the browsers of this attendee whether they ask."""
        asked = self._asked.get(meeting, [])
        for connection in self._connections.of_meeting(meeting):
            if is_told(connection):
                self._outbox.send(connection.line, (event("ring", {"people": list(asked)}),))
            elif connection.seat.attendee == attendee and may_ask(connection):
                self._outbox.send(connection.line, (event("ring", {"asked": attendee in asked}),))
