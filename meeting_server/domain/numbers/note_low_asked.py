"""The chair has asked about a low number: the whole desk knows, also after a hand-over. Not in the record."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from ..audiences import DESK, To
from ..board import Board, Change, When
from ..kinds import Id, PersonId
from ..meeting import Meeting
from ..people.actor import Actor
from ..refused import not_found
from .numbers import LowNumber


@dataclass(frozen=True, slots=True)
class LowAskedNoted:
    """The low numbers of this asking for this child have been asked about."""

    round: Id
    child: PersonId

    def changes(self, board: Board, when: When) -> Iterable[Change]:
        for low in _still_to_ask(board, self.round, self.child):
            yield Change("low_numbers", low.id, replace(low, asked=True))


@dataclass(frozen=True, slots=True)
class NoteLowAsked:
    """I have asked about the low numbers of this asking for this child. A low number that comes up later asks again.

    Refused: `not_found`.
    """

    round: Id
    child: PersonId

    def decide(self, meeting: Meeting, actor: Actor) -> list[To]:
        """The note, for the chair's desk."""
        if not _still_to_ask(meeting.desk, self.round, self.child):
            raise not_found()
        return [To(DESK, LowAskedNoted(self.round, self.child))]


def _still_to_ask(board: Board, round: str, child: str) -> list[LowNumber]:
    lows = [one for one in board.each(LowNumber) if (one.round, one.child) == (round, child) and not one.asked]
    return sorted(lows, key=lambda one: one.id)
