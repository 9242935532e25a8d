"""A round: one asking for numbers, for one or several children at once (L4, D4)."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Annotated, ClassVar, Literal

from ..audiences import ROOM, To
from ..board import Board, Change, When
from ..kinds import Id, Key, Line, PersonId, Stamp
from ..meeting import Meeting
from ..people.actor import Actor
from ..points.items import Item
from ..refused import Refused, not_found


@dataclass(frozen=True, slots=True)
class Answered:
    """A person who has answered, and for which child; null where an older release noted it, which did not keep the
    child."""

    child: PersonId | None
    person: Annotated[str, "the person; on the round that everyone reads only a number, the same for each child"]


@dataclass(frozen=True, slots=True)
class Round:
    """One asking for numbers, for one or several children. `answered` says how many and for whom, never what.
    `some_gave_none`: the children for whom not everyone who answered gave a number, once the numbers are shown.

    `ten` and `zero` are this asking's own end words, or empty for the template's; `about` is the danger it is about.
    """

    KIND: ClassVar[str] = "rounds"
    id: Id
    scale: Key
    children: tuple[PersonId, ...]
    about: Id | None
    ten: Line
    zero: Line
    state: Literal["asked", "shown", "hidden"]
    asked_at: Stamp
    shown_at: Stamp | None = None
    answered: tuple[Answered, ...] = ()
    some_gave_none: tuple[PersonId, ...] = ()

    def seen_as(self) -> "Round":
        """Without the names of those who have answered: once the numbers are shown, they would tell who gave none."""
        people = list(dict.fromkeys(one.person for one in self.answered))
        answered = tuple(replace(one, person=str(people.index(one.person) + 1)) for one in self.answered)
        return replace(self, answered=answered, some_gave_none=self.some_gave_none if self.state == "shown" else ())


@dataclass(frozen=True, slots=True)
class RoundAnswers:
    """The people who have answered in a round and for which child, by name: for the chair's desk."""

    KIND: ClassVar[str] = "round_answers"
    id: Id
    answered: tuple[Answered, ...] = ()


@dataclass(frozen=True, slots=True)
class NumbersAsked:
    """The chair asked."""

    round: Id
    scale: Key
    children: tuple[PersonId, ...]
    about: Id | None
    ten: Line
    zero: Line

    def changes(self, board: Board, when: When) -> Iterable[Change]:
        asked = Round(self.round, self.scale, self.children, self.about, self.ten, self.zero, "asked", when.time)
        yield Change("rounds", self.round, asked)


@dataclass(frozen=True, slots=True)
class AnswerNoted:
    """A person has answered for a child. What they answered is not in it."""

    round: Id
    person: PersonId
    child: PersonId | None = None

    def changes(self, board: Board, when: When) -> Iterable[Change]:
        round, answered = board.get(Round, self.round), Answered(self.child, self.person)
        if round and answered not in round.answered:
            yield Change("rounds", round.id, replace(round, answered=(*round.answered, answered)))


@dataclass(frozen=True, slots=True)
class AnswerSeen:
    """The desk's copy of it, which names the person."""

    round: Id
    person: PersonId
    child: PersonId

    def changes(self, board: Board, when: When) -> Iterable[Change]:
        known = board.get(RoundAnswers, self.round) or RoundAnswers(self.round)
        answered = Answered(self.child, self.person)
        if answered not in known.answered:
            yield Change("round_answers", self.round, replace(known, answered=(*known.answered, answered)))


def round_of(meeting: Meeting, id: str) -> Round:
    round = meeting.room.get(Round, id)
    if round is None:
        raise not_found()
    return round


@dataclass(frozen=True, slots=True)
class AskNumbers:
    """Ask everyone for their numbers, for one or several children at once. `round` is the new asking's id.

    `ten` and `zero` are end words of one's own, both or neither; `about` is the danger in question (U7).
    Refused: `unknown_scale`, `unknown_child`, `both_ends`, `id_taken`.
    """

    round: Id
    scale: Key
    children: tuple[PersonId, ...]
    about: Id | None = None
    ten: Line = ""
    zero: Line = ""

    def decide(self, meeting: Meeting, actor: Actor) -> list[To]:
        """A new round."""
        if meeting.template.scale(self.scale) is None:
            raise Refused("unknown_scale", "There is no such scale in this meeting.")
        if not self.children or not set(self.children) <= set(meeting.children()):
            raise Refused("unknown_child", "Choose at least one child from the list.")
        if bool(self.ten) != bool(self.zero):
            raise Refused("both_ends", "Give words for both ends of the line, 10 and 0, or for neither.")
        if meeting.taken(Round, self.round):
            raise Refused("id_taken", "This was asked already.")
        if self.about is not None and meeting.room.get(Item, self.about) is None:
            raise not_found()
        children = tuple(child for child in meeting.children() if child in self.children)
        return [To(ROOM, NumbersAsked(self.round, self.scale, children, self.about, self.ten, self.zero))]
