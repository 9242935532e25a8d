"""Presence: who is connected, who is writing, who waits in the lobby, and who sees them. It may be lost, is not logged
and carries no text.

It is sent at most once a second and only when it changed, together with the gaps that the chair's desk watches. Both
cost time in proportion to the size of the meeting, so adding a point does not wait for them.
"""

import time
from typing import Any

from ..domain.audiences import DESK, ROOM
from ..domain.ending.checks import gaps
from ..domain.kinds import plain
from ..domain.people.lobby import find_device
from ..domain.people.persons import find_attendee, find_person, is_screen
from ..domain.points.private_writing import apart_in
from ..services.live_meeting import LiveMeetings
from ..services.snapshots import desk_of
from .rate_limits import RateLimiter
from .rests import Rests
from .rings import Rings
from .rooms import Connection, Connections
from .send_queue import SendQueue, event
from .steering import Steering

WRITING_SECONDS = 6.0
TELL_EVERY_SECONDS = 1.0


class Presence:
    """Keeps who is connected and who is writing, and tells each meeting when that changed."""

    def __init__(
        self,
        live: LiveMeetings,
        connections: Connections,
        outbox: SendQueue,
        steering: Steering,
        pace: RateLimiter,
        rests: Rests | None = None,
    ) -> None:
        self._live = live
        self.rings = Rings(connections, outbox, pace)
        self._steering = steering
        self._connections = connections
        self._outbox = outbox
        self._writing: dict[tuple[str, str], tuple[str, float]] = {}
        self._changed: set[str] = set()
        self._told: dict[str, dict[str, Any]] = {}
        self._seen_by: dict[str, dict[str, Any]] = {}
        self._rests = rests or Rests()

    def touch(self, meeting: str) -> None:
        """Marks this meeting's presence as possibly changed."""
        self._changed.add(meeting)

    def writing(self, connection: Connection, column: str | None) -> None:
        """Notes that this attendee writes in a column or stopped. No one is told when family members write."""
        meeting = self._live.meeting(connection.seat.meeting)
        attendee = find_attendee(meeting, connection.seat.attendee)
        key = (connection.seat.meeting, connection.seat.attendee)
        if attendee is None or meeting.template.role(attendee.role).side != "professional":
            return
        if is_screen(meeting.template, attendee):
            return
        if column is not None and meeting.template.column(column):
            self._writing[key] = (column, time.monotonic() + WRITING_SECONDS)
        else:
            self._writing.pop(key, None)
        self.touch(connection.seat.meeting)

    def now(self, meeting: str) -> dict[str, Any]:
        """Returns what is told: the ids of attendees who are here, who writes where, and the holder of the controls if
        they are gone.
        """
        self._forget_old()
        writing = [
            {"attendee": attendee, "column": column}
            for (where, attendee), (column, _) in sorted(self._writing.items())
            if where == meeting and not self._in_private(meeting, column)
        ]
        gone = self._steering.gone(self._live.meeting(meeting))
        return {"here": self._people(meeting), "writing": writing, "gone": gone}

    def told_first(self, connection: Connection) -> list[Any]:
        """Returns what a connection is told with its board. At the desk that includes the devices waiting in
        the lobby.
        """
        meeting = connection.seat.meeting
        # This board and its gaps are newer than what was told last. If that becomes true again, it has to be told.
        self._told.pop(meeting, None)
        self.touch(meeting)
        now = self.now(meeting)
        told = now | {"door": self._at_the_door(meeting)} if DESK in connection.streams else now
        return [event("presence", told), *self.rings.told_first(connection)]

    def _people(self, id: str) -> list[str]:
        """Returns the attendees here who are people. A big screen is no person."""
        meeting = self._live.meeting(id)
        here = ((one, find_attendee(meeting, one)) for one in self._connections.here(id))
        return [one for one, attendee in here if attendee and not is_screen(meeting.template, attendee)]

    def _in_private(self, id: str, column: str) -> bool:
        """True if a text in this column is now for its writer alone. Then no one is told that they are writing."""
        meeting = self._live.meeting(id)
        return meeting.state == "prepared" or apart_in(meeting, column) is not None

    def _forget_old(self) -> None:
        for key, (_, until) in list(self._writing.items()):
            if until < time.monotonic():
                self._writing.pop(key, None)
                self.touch(key[0])

    def tell(self) -> None:
        """Tells every meeting if its presence or its gaps changed."""
        self._forget_old()
        changed, self._changed = self._changed, set()
        changed |= {one for one in self._steering.due() if not self._told.get(one, {}).get("gone")}
        for meeting in changed:
            if not self._connections.of_meeting(meeting):
                self._told.pop(meeting, None)
                self._seen_by.pop(meeting, None)
                self._rests.forget(meeting)
                self._steering.forget(meeting)
                self.rings.forget(meeting)
                continue
            self._steering.look(self._live.meeting(meeting))
            here, before = self.now(meeting), self._told.get(meeting, {})
            missing = {"door": self._at_the_door(meeting)} | self._gaps(meeting)
            self._told[meeting] = before | here | missing
            if any(before.get(what, ...) != told for what, told in here.items()):
                self._tell_all(meeting, ROOM, here)
            if before != self._told[meeting]:
                self._tell_all(meeting, DESK, here | missing)
            self._tell_the_door(meeting)

    def seen_by(self, id: str) -> dict[str, Any]:
        """Returns which person of the chair's desk is connected and so sees the lobby, the chair first. If no one is
        connected, it returns the chair, who does not see it.
        """
        meeting = self._live.meeting(id)
        chairs_first = desk_of(meeting)
        connected = {one.seat.attendee for one in self._connections.hearing(id, DESK)}
        best = next((one for one in chairs_first if one.id in connected), next(iter(chairs_first), None))
        if best is None:
            return {"name": "", "sees": False}
        return {"name": find_person(meeting, best.person).name, "sees": best.id in connected}

    def _at_the_door(self, id: str) -> list[str]:
        """Returns the waiting devices that are connected. The others may have left long ago."""
        meeting = self._live.meeting(id)
        lines = self._connections.of_meeting(id)
        found = (find_device(meeting, one.seat.attendee, one.seat.device) for one in lines)
        return sorted({one.id for one in found if one and one.state == "waiting"})

    def _tell_the_door(self, id: str) -> None:
        """Tells the waiting people when a person comes who sees them, and when there is no such person any more."""
        now = self.seen_by(id)
        if self._seen_by.get(id) == now:
            return
        self._seen_by[id] = now
        frame = event("door", now)
        for connection in self._connections.of_meeting(id):
            if ROOM not in connection.streams:
                self._outbox.send(connection.line, (frame,))

    def _tell_all(self, meeting: str, stream: str, told: dict[str, Any]) -> None:
        frame = event("presence", told)
        for connection in self._connections.hearing(meeting, stream):
            self._outbox.send(connection.line, (frame,))

    def _gaps(self, meeting: str) -> dict[str, Any]:
        """Returns the gaps of a meeting, or nothing while the look for them rests. It costs time in proportion to the
        size of the meeting: in one of hundreds of points that is still done every second.
        """
        if self._rests.resting(meeting):
            self.touch(meeting)
            return {}
        with self._rests.working(meeting):
            return {"gaps": plain(gaps(self._live.meeting(meeting)))}
