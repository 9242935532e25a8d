"""What the room agrees on beside the differing numbers, or that it sees things differently (D4)."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated, ClassVar

from ..audiences import ROOM, To
from ..board import Board, Change, When
from ..kinds import Count, Id, Line, PersonId, Stamp, Ten
from ..meeting import Meeting
from ..people.actor import Actor
from ..refused import Refused
from .rounds import round_of


@dataclass(frozen=True, slots=True)
class Agreed:
    """What the room agrees on for a child, beside the differing numbers; or that it sees things differently (D4).
    `sources` are the events that hold its words, now and before."""

    KIND: ClassVar[str] = "agreed"
    id: Annotated[str, "round:child"]
    round: Id
    child: PersonId
    agrees: bool
    value: Ten | None
    text: Line
    at: Stamp
    sources: tuple[Count, ...] = ()


@dataclass(frozen=True, slots=True)
class AgreementFound:
    """What the chair heard after asking aloud: We agree on..., or We see it differently."""

    round: Id
    child: PersonId
    agrees: bool
    value: Ten | None
    text: Line

    def changes(self, board: Board, when: When) -> Iterable[Change]:
        id = f"{self.round}:{self.child}"
        old = board.get(Agreed, id)
        sources = (*(old.sources if old else ()), when.n)
        found = Agreed(id, self.round, self.child, self.agrees, self.value, self.text, when.time, sources)
        yield Change("agreed", id, found)


@dataclass(frozen=True, slots=True)
class AgreeNumber:
    """We agree on..., or We see it differently: set by the chair after asking aloud. The numbers stay (D4)."""

    round: Id
    child: PersonId
    agrees: bool
    value: Ten | None = None
    text: Line = ""

    def decide(self, meeting: Meeting, actor: Actor) -> list[To]:
        """The outcome for this child."""
        round = round_of(meeting, self.round)
        if round.state == "asked":
            raise Refused("not_shown", "Show the numbers first.")
        if self.child not in round.children:
            raise Refused("not_asked", "This child's number was not asked for.")
        if self.agrees and self.value is None:
            raise Refused("value_missing", "Choose the number you agree on.")
        return [To(ROOM, AgreementFound(round.id, self.child, self.agrees, self.value, self.text))]
