"""Leaving the meeting: of one's own accord, or removed by the chair.

What somebody said stays when they go.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, ClassVar

from .attendance import AttendanceStated
from .audiences import CHAIRS_DESK, EVERYONE, To
from .board import Board, Change, When
from .hands_up import hand_down
from .kinds import Id, Line, Stamp
from .lobby import Device, DeviceMoved
from .refused import Refused, not_found

if TYPE_CHECKING:
    from .meeting import Actor, Meeting


@dataclass(frozen=True, slots=True)
class RemoveAttendee:
    """Remove somebody at once, on all their devices; the reason stays on the chair's desk.

    After the end they are shut out of the draft, and were at the meeting all the same. Refused: oneself, and whoever is
    not here.
    """

    attendee: Id
    reason: Annotated[Line, "why, for the chair's desk only"] = ""

    def decide(self, meeting: "Meeting", actor: "Actor") -> list[To]:
        """Their attendance ends for everyone, their devices on the chair's desk."""
        found = meeting.attendee(self.attendee)
        if found is None or found.attendance != "here":
            raise not_found()
        if found.id == actor.id:
            raise Refused("not_yourself", "You can't remove yourself. Use Leave.")
        return [
            *([] if meeting.is_over else [To(EVERYONE, AttendanceStated(found.id, "removed"))]),
            *(
                To(CHAIRS_DESK, DeviceMoved(device.id, "gone"))
                for device in meeting.desk.each(Device)
                if device.attendee == found.id and device.state in ("in", "waiting")
            ),
            To(CHAIRS_DESK, RemovalExplained(found.id, self.reason)),
            *hand_down(meeting, found.person),
        ]


@dataclass(frozen=True, slots=True)
class Removal:
    """Why somebody was removed, for the chair's desk."""

    KIND: ClassVar[str] = "removals"
    id: Id
    reason: Line
    by: Id
    at: Stamp


@dataclass(frozen=True, slots=True)
class RemovalExplained:
    """The chair said why."""

    attendee: Id
    reason: Line

    def changes(self, board: Board, when: When) -> Iterable[Change]:
        """The latest reason for this attendee."""
        yield Change("removals", self.attendee, Removal(self.attendee, self.reason, when.actor, when.time))


@dataclass(frozen=True, slots=True)
class Leave:
    """Leave on this device. With the last of their devices the person has left the meeting; what they said stays.

    Whoever closes the board after the end was there to the end.
    """

    def decide(self, meeting: "Meeting", actor: "Actor") -> list[To]:
        """This device is gone; perhaps its person too."""
        others = any(
            one.attendee == actor.id and one.state == "in" and one.id != actor.device
            for one in meeting.desk.each(Device)
        )
        said = [To(CHAIRS_DESK, DeviceMoved(actor.device, "gone"))]
        if not others and not meeting.is_over:
            said.insert(0, To(EVERYONE, AttendanceStated(actor.id, "left")))
            said += hand_down(meeting, actor.person)
        return said
