"""One's own summary as its writer has it before them: unfinished words that nobody else can read (W5).

It stands in its writer's own stream alone. Each saving redacts the one before, so that half sentences and second
thoughts lie nowhere; what is left goes when the record is locked.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated, ClassVar

from ..board import Board, Change, When
from ..kinds import Account, Count, PersonId, Stamp


@dataclass(frozen=True, slots=True)
class OwnSummary:
    """What stands in one's own box. `finished`: just these words are what everyone can read; `typed`: somebody else
    typed them from what was sent. `version` counts the savings; `sources` is the own stream's event that holds the
    words."""

    KIND: ClassVar[str] = "own_summaries"
    id: Annotated[PersonId, "the person whose it is"]
    text: Account
    finished: bool
    version: Count
    at: Stamp
    typed: bool = False
    sources: tuple[Count, ...] = ()


@dataclass(frozen=True, slots=True)
class OwnSummaryKept:
    """What stands in the box now. Says all of itself: the event that held its words before is redacted."""

    person: PersonId
    text: Account
    finished: bool
    version: Count
    typed: bool = False

    def changes(self, board: Board, when: When) -> Iterable[Change]:
        own = OwnSummary(self.person, self.text, self.finished, self.version, when.time, self.typed, (when.n,))
        yield Change("own_summaries", self.person, own)


@dataclass(frozen=True, slots=True)
class OwnSummaryDropped:
    """The box is empty again."""

    person: PersonId

    def changes(self, board: Board, when: When) -> Iterable[Change]:
        yield Change("own_summaries", self.person, None)
