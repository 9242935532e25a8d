"""A child's own number waits on the chair's desk until it is found safe to show."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Annotated, ClassVar

from ..audiences import DESK, ROOM, To
from ..board import Board, Change, When
from ..kinds import Count, Id
from ..meeting import Meeting
from ..people.actor import Actor
from ..refused import not_found
from .numbers import NumberGiven, Placement, low_numbers, number_id
from .rounds import round_of


@dataclass(frozen=True, slots=True)
class HeldNumber:
    """A child's own number on the chair's desk, until it is found safe to show."""

    KIND: ClassVar[str] = "held_numbers"
    id: Annotated[str, "round:child:person"]
    round: Id
    placement: Placement
    late: bool
    earlier: tuple[Placement, ...] = ()
    released: bool = False
    sources: tuple[Count, ...] = ()


@dataclass(frozen=True, slots=True)
class NumberHeld:
    """A child's own number waits on the chair's desk."""

    round: Id
    placement: Placement
    late: bool

    def changes(self, board: Board, when: When) -> Iterable[Change]:
        id = number_id(self.round, self.placement.child, self.placement.person)
        old = board.get(HeldNumber, id)
        waiting = old if old and not old.released else None
        earlier = (*waiting.earlier, waiting.placement) if waiting else ()
        late = waiting.late if waiting else self.late
        sources = (*(old.sources if old else ()), when.n)
        yield Change("held_numbers", id, HeldNumber(id, self.round, self.placement, late, earlier, sources=sources))


@dataclass(frozen=True, slots=True)
class HeldNumberReleased:
    """It was found safe to show."""

    number: str

    def changes(self, board: Board, when: When) -> Iterable[Change]:
        # The desk's copy is done with.
        held = board.get(HeldNumber, self.number)
        if held:
            yield Change("held_numbers", held.id, replace(held, released=True))


@dataclass(frozen=True, slots=True)
class ReleaseNumber:
    """Safe to show here, for a child's own number."""

    number: Annotated[str, "round:child:person"]

    def decide(self, meeting: Meeting, actor: Actor) -> list[To]:
        """The number for everyone, and the desk's copy done with."""
        held = meeting.desk.get(HeldNumber, self.number)
        if held is None or held.released:
            raise not_found()
        round = round_of(meeting, held.round)
        return [
            *(To(ROOM, NumberGiven(held.round, one, held.late)) for one in (*held.earlier, held.placement)),
            To(DESK, HeldNumberReleased(held.id)),
            *low_numbers(meeting, round, [held.placement]),
        ]
