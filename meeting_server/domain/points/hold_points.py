"""Hold new points: for a while what people add goes by the chair's desk, and reaches the room when the chair shows it.

Everyone knows that it is on; what waits there is known to its writer and the chair's desk alone.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar, Literal

from ..audiences import ROOM, To
from ..board import Board, Change, When
from ..kinds import Stamp
from ..meeting import Meeting
from ..people.actor import Actor
from ..template.template import Role


@dataclass(frozen=True, slots=True)
class Holding:
    """New points go, or do not go, by the chair's desk first."""

    KIND: ClassVar[str] = "holding"
    id: Literal["holding"]
    on: bool
    since: Stamp


@dataclass(frozen=True, slots=True)
class HoldingStated:
    """The chair holds new points, or no longer does."""

    on: bool

    def changes(self, board: Board, when: When) -> Iterable[Change]:
        yield Change("holding", "holding", Holding("holding", self.on, when.time))


def holds(meeting: Meeting, role: Role) -> bool:
    """True if what this role adds goes by the chair's desk now. The chair and the minute-taker hold the desk."""
    now = meeting.room.get(Holding, "holding")
    return bool(now and now.on) and not {"steer", "minute"} & set(role.powers)


@dataclass(frozen=True, slots=True)
class HoldPoints:
    """Hold new points, or stop holding them: while it is on, what people add waits on the chair's desk until it is
    shown or sent back. What waits there when it stops goes on waiting."""

    on: bool

    def decide(self, meeting: Meeting, actor: Actor) -> list[To]:
        """Everyone hears how it is now."""
        return [To(ROOM, HoldingStated(self.on))]
