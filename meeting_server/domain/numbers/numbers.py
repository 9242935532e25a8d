"""Numbers: people's own 0 to 10, sealed in their writer's own stream, then given in the open.

Nothing here adds numbers up: no average exists.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Annotated, ClassVar, Literal

from ..audiences import DESK, To
from ..board import Board, Change, When
from ..kinds import Answer, AttendeeId, Count, Id, Line, PersonId, Stamp, Ten
from ..meeting import Meeting
from .rounds import Round


@dataclass(frozen=True, slots=True)
class SealedNumber:
    """A number in its writer's own stream, before it is shown. One typed for somebody else hides from its typist."""

    KIND: ClassVar[str] = "sealed"
    id: Annotated[str, "round:child:person"]
    round: Id
    child: PersonId
    person: PersonId
    answer: Answer | Literal["sent"]
    value: Ten | None
    reason: Line
    at: Stamp
    for_another: bool = False
    typed_by: AttendeeId | None = None
    sources: tuple[Count, ...] = ()

    def seen_as(self) -> "SealedNumber":
        """What its writer may still see: their own, or only that they sent another's."""
        return replace(self, answer="sent", value=None, reason="") if self.for_another else self


@dataclass(frozen=True, slots=True)
class Placement:
    """One person's number as it was shown: what the event says of each."""

    child: PersonId
    person: PersonId
    recorded_by: AttendeeId
    answer: Answer
    value: Ten | None
    reason: Line


@dataclass(frozen=True, slots=True)
class Number:
    """A number the room may see. `late`: first given after the showing. `after_talk`: changed then, and `earlier` keeps
    what stood before, oldest first. `hidden` takes it off every screen, not off the record. `sources` are the events
    that hold its reasons."""

    KIND: ClassVar[str] = "numbers"
    id: Annotated[str, "round:child:person"]
    round: Id
    child: PersonId
    person: PersonId
    recorded_by: AttendeeId
    answer: Answer
    value: Ten | None
    reason: Line
    at: Stamp
    late: bool = False
    after_talk: bool = False
    earlier: tuple["Placement", ...] = ()
    hidden: bool = False
    sources: tuple[Count, ...] = ()

    def seen_as(self) -> "Number | None":
        """Nothing while hidden, and nothing without a number: no one is named for having given none. The desk has a
        thing of its own for that (`NoNumber`)."""
        if self.hidden or self.value is None:
            return None
        return replace(self, earlier=tuple(one for one in self.earlier if one.value is not None))


@dataclass(frozen=True, slots=True)
class NoNumber:
    """An answer without a number, once the others are shown: for the chair's desk alone. A number that the person
    gives later takes its place."""

    KIND: ClassVar[str] = "no_numbers"
    id: Annotated[str, "round:child:person"]
    round: Id
    placement: "Placement"
    at: Stamp
    late: bool = False
    after_talk: bool = False
    sources: tuple[Count, ...] = ()


@dataclass(frozen=True, slots=True)
class LowNumber:
    """A number at or below the scale's low mark, for the chair alone: is an immediate safety plan needed? `asked` once
    the chair has."""

    KIND: ClassVar[str] = "low_numbers"
    id: Annotated[str, "round:child:person"]
    round: Id
    child: PersonId
    person: PersonId
    value: Ten
    asked: bool = False


def number_id(round: str, child: str, person: str) -> str:
    """The id of a person's number for a child in a round."""
    return f"{round}:{child}:{person}"


@dataclass(frozen=True, slots=True)
class NumberSealed:
    """A number was saved in private. Stands in its writer's own stream alone."""

    round: Id
    child: PersonId
    person: PersonId
    answer: Answer
    value: Ten | None
    reason: Line
    for_another: bool
    typed_by: AttendeeId | None = None

    def changes(self, board: Board, when: When) -> Iterable[Change]:
        # A later one takes the place of an earlier one.
        id = number_id(self.round, self.child, self.person)
        sealed = SealedNumber(
            id,
            self.round,
            self.child,
            self.person,
            self.answer,
            self.value,
            self.reason,
            when.time,
            self.for_another,
            self.typed_by,
        )
        before = board.get(SealedNumber, id)
        yield Change("sealed", id, replace(sealed, sources=(*(before.sources if before else ()), when.n)))


@dataclass(frozen=True, slots=True)
class NumberGiven:
    """A number given in the open: a late one, one changed after talk, or a child's found safe to show."""

    round: Id
    placement: Placement
    late: bool

    def changes(self, board: Board, when: When) -> Iterable[Change]:
        one = self.placement
        id = number_id(self.round, one.child, one.person)
        old, round = board.get(Number, id), board.get(Round, self.round)
        earlier: tuple[Placement, ...] = ()
        if old:
            before = Placement(old.child, old.person, old.recorded_by, old.answer, old.value, old.reason)
            earlier = (*old.earlier, before)
        number = Number(
            id, self.round, one.child, one.person, one.recorded_by, one.answer, one.value, one.reason, when.time,
            late=old.late if old else self.late, after_talk=old is not None, earlier=earlier,
            hidden=bool(round and round.state == "hidden"), sources=(*(old.sources if old else ()), when.n),
        )  # fmt: skip
        yield Change("numbers", id, number)
        if round:
            yield from without(board, round, [number])


@dataclass(frozen=True, slots=True)
class NoNumberSeen:
    """A person answered without a number, as the chair's desk is told."""

    round: Id
    placement: Placement
    late: bool
    after_talk: bool = False

    def changes(self, board: Board, when: When) -> Iterable[Change]:
        id = number_id(self.round, self.placement.child, self.placement.person)
        old = board.get(NoNumber, id)
        sources = (*(old.sources if old else ()), when.n)
        none = NoNumber(id, self.round, self.placement, when.time, self.late, self.after_talk, sources)
        yield Change("no_numbers", id, none)


def without(board: Board, round: Round, numbers: Iterable[Number]) -> Iterator[Change]:
    """Yields the round if these numbers change for which of its children some gave none."""
    known = {one.id: one for one in board.each(Number) if one.round == round.id} | {one.id: one for one in numbers}
    none = {one.child for one in known.values() if one.value is None}
    children = tuple(child for child in round.children if child in none)
    if children != round.some_gave_none:
        yield Change("rounds", round.id, replace(round, some_gave_none=children))


@dataclass(frozen=True, slots=True)
class LowNumberSeen:
    """A low number came up, for the chair to ask about immediate safety."""

    round: Id
    child: PersonId
    person: PersonId
    value: Ten

    def changes(self, board: Board, when: When) -> Iterable[Change]:
        id = number_id(self.round, self.child, self.person)
        yield Change("low_numbers", id, LowNumber(id, self.round, self.child, self.person, self.value))


def low_numbers(meeting: Meeting, round: Round, placements: Iterable[Placement]) -> Iterator[To]:
    scale = meeting.template.scale(round.scale)
    for one in placements:
        if one.value is not None and scale and one.value <= scale.low:
            yield To(DESK, LowNumberSeen(round.id, one.child, one.person, one.value))
