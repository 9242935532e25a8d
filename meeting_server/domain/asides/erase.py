"""What else holds erased words: the number as it lay sealed, the finished summary in its writer's own box.

Numbers are shown all in one event. When a reason is erased that event goes, so the others are said again as they stand.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any, Literal

from ..audiences import DESK, To, own_stream
from ..board import Board, Change, When
from ..kinds import Id, Stamp
from ..meeting import Meeting
from ..numbers.held_numbers import HeldNumber, NumberHeld
from ..numbers.numbers import NoNumber, NoNumberSeen, Number, SealedNumber, without
from ..numbers.rounds import Round, round_of
from ..people.persons import attendee_of, each_attendee
from ..supervision.own_summaries import OwnSummary, OwnSummaryDropped
from .asides import Aside, KeptAside
from .whose_words import ThingWithWords


@dataclass(frozen=True, slots=True)
class KeptNumber:
    """A number with the reason that was put aside."""

    aside: Id
    number: Number


@dataclass(frozen=True, slots=True)
class NumbersSaidAgain:
    """The numbers of a round as they stand, once the event that showed them was redacted. `kept`: those whose reasons
    are put aside and not erased."""

    round: Id
    state: Literal["shown", "hidden"]
    shown_at: Stamp | None
    numbers: tuple[Number, ...]
    kept: tuple[KeptNumber, ...]

    def changes(self, board: Board, when: When) -> Iterable[Change]:
        # From now on this event holds the round and all its numbers.
        round = board.get(Round, self.round)
        if round:
            now = replace(round, state=self.state, shown_at=self.shown_at)
            yield Change("rounds", round.id, now)
            yield from without(board, now, self.numbers)
        for id, one in {one.id: one for one in self.numbers}.items():
            yield Change("numbers", id, replace(one, sources=(when.n,)))
        for kept in self.kept:
            number = replace(kept.number, sources=(when.n,))
            yield Change("kept_asides", kept.aside, KeptAside(kept.aside, ThingWithWords(numbers=number)))


@dataclass(frozen=True, slots=True)
class NumberForgotten:
    """An answer is no longer kept as it was sealed, as it waited on the desk, or as the desk was told of it."""

    number: str

    def changes(self, board: Board, when: When) -> Iterable[Change]:
        # What the room sees stays.
        for cls in (SealedNumber, HeldNumber, NoNumber):
            if board.get(cls, self.number):
                yield Change(cls.KIND, self.number, None)


def more_to_erase(meeting: Meeting, stream: str, mark: Aside, part: Any) -> Iterator[To]:
    """The events that erase these words where else they are held."""
    if mark.kind == "numbers":
        yield _said_again(meeting, stream, mark, part)
        yield from _forgotten(meeting, part.id)
    if mark.kind == "summaries":
        attendee = attendee_of(meeting, part.id)
        own = meeting.board(own_stream(attendee.id)).get(OwnSummary, part.id) if attendee else None
        if attendee and own and own.finished:
            yield To(own_stream(attendee.id), OwnSummaryDropped(part.id), redacts=own.sources)


def _said_again(meeting: Meeting, stream: str, mark: Aside, part: Number) -> To:
    board, round = meeting.board(stream), round_of(meeting, part.round)
    numbers = sorted((one for one in board.each(Number) if one.round == part.round), key=lambda one: one.id)
    kept = sorted(
        (
            KeptNumber(one.id, one.part.numbers)
            for one in board.each(KeptAside)
            if one.part.numbers and one.part.numbers.round == part.round and one.id != mark.id
        ),
        key=lambda one: one.aside,
    )
    sources = {n for one in (*numbers, *(one.number for one in kept)) for n in one.sources}
    again = NumbersSaidAgain(
        round.id, "hidden" if round.state == "hidden" else "shown", round.shown_at, tuple(numbers), tuple(kept)
    )
    return To(stream, again, redacts=tuple(sorted(sources)))


def _forgotten(meeting: Meeting, number: str) -> Iterator[To]:
    for attendee in sorted(each_attendee(meeting), key=lambda one: one.id):
        stream = own_stream(attendee.id)
        sealed = meeting.board(stream).get(SealedNumber, number)
        if sealed:
            yield To(stream, NumberForgotten(number), redacts=sealed.sources)
    none = meeting.desk.get(NoNumber, number)
    if none:
        yield To(DESK, NumberForgotten(number), redacts=none.sources)
        yield To(DESK, NoNumberSeen(none.round, replace(none.placement, reason=""), none.late, none.after_talk))
    held = meeting.desk.get(HeldNumber, number)
    if held:
        yield To(DESK, NumberForgotten(number), redacts=held.sources)
        if not held.released:
            waits = (*held.earlier, held.placement)
            yield from (To(DESK, NumberHeld(held.round, one, held.late)) for one in waits)
