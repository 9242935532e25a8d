"""Showing all the numbers of a round together, and hiding them. The only code that reads across own streams."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from ..audiences import DESK, ROOM, To, own_stream
from ..board import Board, Change, When
from ..kinds import Id
from ..meeting import Meeting
from ..people.actor import Actor
from ..people.persons import each_attendee, find_person
from ..refused import Refused
from .held_numbers import NumberHeld
from .numbers import NoNumberSeen, Number, Placement, SealedNumber, low_numbers, number_id, without
from .rounds import Round, round_of


@dataclass(frozen=True, slots=True)
class NumbersShown:
    """All at once, in an order that tells nothing."""

    round: Id
    placements: tuple[Placement, ...]

    def changes(self, board: Board, when: When) -> Iterable[Change]:
        # Hidden numbers are shown again too.
        for number in board.each(Number):
            if number.round == self.round and number.hidden:
                yield Change("numbers", number.id, replace(number, hidden=False))
        shown = [self._number(one, when) for one in self.placements]
        for number in shown:
            yield Change("numbers", number.id, number)
        round = board.get(Round, self.round)
        if round:
            now = replace(round, state="shown", shown_at=round.shown_at or when.time)
            yield Change("rounds", round.id, now)
            yield from without(board, now, shown)

    def _number(self, one: Placement, when: When) -> Number:
        return Number(
            number_id(self.round, one.child, one.person),
            self.round,
            one.child,
            one.person,
            one.recorded_by,
            one.answer,
            one.value,
            one.reason,
            when.time,
            sources=(when.n,),
        )


@dataclass(frozen=True, slots=True)
class NumbersHidden:
    """The chair took a round's numbers off the screens."""

    round: Id

    def changes(self, board: Board, when: When) -> Iterable[Change]:
        # The record keeps them.
        round = board.get(Round, self.round)
        if round:
            yield Change("rounds", round.id, replace(round, state="hidden"))
        for number in board.each(Number):
            if number.round == self.round:
                yield Change("numbers", number.id, replace(number, hidden=True))


def _sealed_numbers(meeting: Meeting, round: Round) -> list[Placement]:
    """What lies sealed for this round, read across own streams: a person's own number, else the latest typed for them.

    Sorted by the ids of child and person, which are random, so that the order tells nothing.
    """
    best: dict[str, tuple[tuple[bool, int], Placement]] = {}
    for attendee in each_attendee(meeting):
        for one in meeting.board(own_stream(attendee.id)).each(SealedNumber):
            if one.round != round.id or one.answer == "sent":
                continue
            rank = (not one.for_another, one.at)
            if one.id not in best or best[one.id][0] < rank:
                placed = Placement(
                    one.child, one.person, one.typed_by or attendee.id, one.answer, one.value, one.reason
                )
                best[one.id] = (rank, placed)
    return [best[id][1] for id in sorted(best)]


@dataclass(frozen=True, slots=True)
class ShowNumbers:
    """Show all the numbers of a round, together. Once hidden, shows them again. The chair's alone."""

    round: Id

    def decide(self, meeting: Meeting, actor: Actor) -> list[To]:
        """Every sealed number in one event; children's own, low ones and who gave none to the chair's desk."""
        round = round_of(meeting, self.round)
        if round.state == "shown":
            raise Refused("already_shown", "These numbers are shown already.")
        if round.state == "hidden":
            return [To(ROOM, NumbersShown(round.id, ()))]
        sealed = _sealed_numbers(meeting, round)
        shown = [one for one in sealed if not find_person(meeting, one.person).child]
        held = [one for one in sealed if find_person(meeting, one.person).child]
        return [
            To(ROOM, NumbersShown(round.id, tuple(shown))),
            *(To(DESK, NumberHeld(round.id, one, late=False)) for one in held),
            *(To(DESK, NoNumberSeen(round.id, one, late=False)) for one in shown if one.value is None),
            *low_numbers(meeting, round, shown),
        ]


@dataclass(frozen=True, slots=True)
class HideNumbers:
    """Take a round's numbers off every screen. They stay in the record. The chair's alone."""

    round: Id

    def decide(self, meeting: Meeting, actor: Actor) -> list[To]:
        """The round hidden."""
        round = round_of(meeting, self.round)
        if round.state != "shown":
            raise Refused("not_shown", "These numbers are not on the screens.")
        return [To(ROOM, NumbersHidden(round.id))]
