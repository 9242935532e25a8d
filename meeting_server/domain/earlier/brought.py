"""An earlier meeting's numbers and ratings, once the chair has brought them forward: beside today's, never in their
place. Numbers stay each somebody's; nothing is added up (D4)."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Annotated, ClassVar, Literal

from ..board import Board, Change, When
from ..kinds import Answer, Colour, Count, Id, Line, PersonId, Stamp, Ten, Text
from ..points.provenance import Came


@dataclass(frozen=True, slots=True)
class EarlierNumber:
    """One person's number in an earlier meeting; `person` is who they are here."""

    person: PersonId
    answer: Answer
    value: Ten | None
    reason: Line


@dataclass(frozen=True, slots=True)
class EarlierNumbers:
    """The numbers of one asking for one child, from an earlier meeting. `series`: what they may be drawn with.

    `about`: the danger that was asked about, by its first id; `at`: when they were shown there. `at` is null for what
    an older release brought forward, which kept neither.
    """

    KIND: ClassVar[str] = "earlier_numbers"
    id: Annotated[str, "asking:child"]
    child: PersonId
    came: Came
    series: Line
    question: Line
    ten: Line
    zero: Line
    left: Literal[0, 10]
    numbers: tuple[EarlierNumber, ...]
    agreed: Ten | None = None
    sources: tuple[Count, ...] = ()
    about: Id | None = None
    at: Stamp | None = None

    def seen_as(self) -> "EarlierNumbers":
        """Without those who gave no number: on no screen is a person named for that."""
        return replace(self, numbers=tuple(one for one in self.numbers if one.value is not None))


@dataclass(frozen=True, slots=True)
class EarlierRating:
    """The last rating of a child (null: of the family) in an earlier meeting, with its reason. It stands beside this
    meeting's."""

    KIND: ClassVar[str] = "earlier_ratings"
    id: Annotated[str, "meeting:child, or meeting:family"]
    child: PersonId | None
    came: Came
    colour: Colour | None
    reason: Text
    better: Line
    sources: tuple[Count, ...] = ()


@dataclass(frozen=True, slots=True)
class EarlierNumbersShown:
    """The chair brought the numbers of an earlier meeting forward."""

    asking: Id
    child: PersonId
    came: Came
    series: Line
    question: Line
    ten: Line
    zero: Line
    left: Literal[0, 10]
    numbers: tuple[EarlierNumber, ...]
    agreed: Ten | None
    about: Id | None = None
    at: Stamp | None = None

    def changes(self, board: Board, when: When) -> Iterable[Change]:
        id = f"{self.asking}:{self.child}"
        shown = EarlierNumbers(id, self.child, self.came, self.series, self.question, self.ten, self.zero, self.left,
                               self.numbers, self.agreed, (when.n,), self.about, self.at)  # fmt: skip
        yield Change("earlier_numbers", id, shown)


@dataclass(frozen=True, slots=True)
class EarlierRatingShown:
    """The chair brought the rating of an earlier meeting forward."""

    child: PersonId | None
    came: Came
    colour: Colour | None
    reason: Text
    better: Line

    def changes(self, board: Board, when: When) -> Iterable[Change]:
        id = f"{self.came.meeting}:{self.child or 'family'}"
        yield Change(
            "earlier_ratings",
            id,
            EarlierRating(id, self.child, self.came, self.colour, self.reason, self.better, (when.n,)),
        )
