"""Turns: who speaks now and who comes next, in the order the chair gave.

They hold nobody's pen: everybody may go on writing.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import ClassVar, Literal

from ..audiences import ROOM, To
from ..board import Board, Change, When
from ..kinds import Count, PersonId, Stamp
from ..meeting import Meeting
from ..people.actor import Actor
from ..people.persons import find_person
from ..refused import Refused


@dataclass(frozen=True, slots=True)
class Turns:
    """The people whose turns these are, in order; `at` is the place of the one whose turn it is, counted from 0."""

    KIND: ClassVar[str] = "turns"
    id: Literal["turns"]
    people: tuple[PersonId, ...]
    at: Count
    running: bool
    since: Stamp
    """When this order was given: who was told of a turn in the one before is told of theirs in this one."""


@dataclass(frozen=True, slots=True)
class TurnsStarted:
    """The chair gave an order of turns."""

    people: tuple[PersonId, ...]

    def changes(self, board: Board, when: When) -> Iterable[Change]:
        yield Change("turns", "turns", Turns("turns", self.people, 0, True, when.time))


@dataclass(frozen=True, slots=True)
class TurnTaken:
    """The turn went to the next person, or was the last."""

    def changes(self, board: Board, when: When) -> Iterable[Change]:
        # After the last person no one has the turn.
        turns = board.get(Turns, "turns")
        if turns and turns.running:
            last = turns.at + 1 >= len(turns.people)
            yield Change("turns", "turns", replace(turns, running=False) if last else replace(turns, at=turns.at + 1))


@dataclass(frozen=True, slots=True)
class TurnsEnded:
    """The turns are over."""

    def changes(self, board: Board, when: When) -> Iterable[Change]:
        turns = board.get(Turns, "turns")
        if turns:
            yield Change("turns", "turns", replace(turns, running=False))


def _running(meeting: Meeting) -> Turns:
    turns = meeting.room.get(Turns, "turns")
    if turns is None or not turns.running:
        raise Refused("no_turns", "Nobody is taking turns now.")
    return turns


@dataclass(frozen=True, slots=True)
class StartTurns:
    """Give turns to these people, in this order. Started anew while turns run, the new order takes their place.

    Refused: `nobody`, `twice`; somebody who is not part of this meeting.
    """

    people: tuple[PersonId, ...]

    def decide(self, meeting: Meeting, actor: Actor) -> list[To]:
        """The order, for everyone."""
        if not self.people:
            raise Refused("nobody", "Choose at least one person.")
        if len(set(self.people)) != len(self.people):
            raise Refused("twice", "Each person can be in the order once.")
        for person in self.people:
            find_person(meeting, person)
        return [To(ROOM, TurnsStarted(self.people))]


@dataclass(frozen=True, slots=True)
class NextTurn:
    """The turn goes on. `at` is the place whose turn is over, so that two presses do not leave somebody out.

    Refused: `no_turns`, `turn_over`.
    """

    at: Count | None = None

    def decide(self, meeting: Meeting, actor: Actor) -> list[To]:
        """The next turn, for everyone."""
        turns = _running(meeting)
        if self.at is not None and self.at != turns.at:
            raise Refused("turn_over", "That turn is over already.")
        return [To(ROOM, TurnTaken())]


@dataclass(frozen=True, slots=True)
class EndTurns:
    """End the turns before the last one. Refused: `no_turns`."""

    def decide(self, meeting: Meeting, actor: Actor) -> list[To]:
        """Ends the turns: no one has the turn any more."""
        _running(meeting)
        return [To(ROOM, TurnsEnded())]
