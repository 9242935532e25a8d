"""Raised hands: who would like to say something, in the order they asked."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from ..audiences import ROOM, To
from ..board import Board, Change, When
from ..kinds import Id, PersonId, Stamp
from ..meeting import Meeting
from ..refused import Refused
from .actor import Actor
from .speaking_for import speaking_for


@dataclass(frozen=True, slots=True)
class Hand:
    """A person's raised hand. It is gone when it is lowered."""

    KIND: ClassVar[str] = "hands"
    id: Id
    at: Stamp


@dataclass(frozen=True, slots=True)
class HandRaised:
    """A person would like to say something."""

    person: PersonId

    def changes(self, board: Board, when: When) -> Iterable[Change]:
        # Raised again, it keeps its place in the order.
        if board.get(Hand, self.person) is None:
            yield Change("hands", self.person, Hand(self.person, when.time))


@dataclass(frozen=True, slots=True)
class HandLowered:
    """A hand was lowered."""

    person: PersonId

    def changes(self, board: Board, when: When) -> Iterable[Change]:
        if board.get(Hand, self.person):
            yield Change("hands", self.person, None)


def hand_down(meeting: Meeting, person: str) -> list[To]:
    """Lowers the hand of somebody who goes, if it is up: nobody waits for them any more."""
    return [To(ROOM, HandLowered(person))] if meeting.room.get(Hand, person) else []


def _lowered(meeting: Meeting, person: str) -> list[To]:
    if meeting.room.get(Hand, person) is None:
        raise Refused("no_hand", "That hand is down already.")
    return [To(ROOM, HandLowered(person))]


@dataclass(frozen=True, slots=True)
class RaiseHand:
    """Raise one's hand, or lower it again with `up` false. `person`: for whom, by those who may type for others, if
    they are here.

    Refused: `no_hand`, `away`, `may_not_type_for`.
    """

    up: bool = True
    person: PersonId | None = None

    def decide(self, meeting: Meeting, actor: Actor) -> list[To]:
        """The hand, up or down, for everyone."""
        person = speaking_for(meeting, actor, self.person, "hand")
        return [To(ROOM, HandRaised(person))] if self.up else _lowered(meeting, person)


@dataclass(frozen=True, slots=True)
class LowerHand:
    """Lower somebody's hand: they have been heard. Refused: `no_hand`."""

    person: PersonId

    def decide(self, meeting: Meeting, actor: Actor) -> list[To]:
        """Their hand is down."""
        return _lowered(meeting, self.person)
