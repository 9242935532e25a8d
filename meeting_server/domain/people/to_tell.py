"""The list of whom to tell of a change before the meeting. The program sends nothing: a person tells them and ticks."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal

from ..board import Board, Change, When
from ..kinds import PersonId, Stamp

What = Literal["moved", "cancelled", "put_back", "new_part", "not_invited"]


@dataclass(frozen=True, slots=True)
class ToTell:
    """What a person has still to be told, on the chair's desk."""

    KIND: ClassVar[str] = "to_tell"
    id: PersonId
    what: What
    at: Stamp


@dataclass(frozen=True, slots=True)
class TellingOwed:
    """These people have to be told of a change. What they had to be told before is part of it."""

    what: What
    people: tuple[PersonId, ...]

    def changes(self, board: Board, when: When) -> Iterable[Change]:
        for person in self.people:
            yield Change("to_tell", person, ToTell(person, self.what, when.time))


@dataclass(frozen=True, slots=True)
class PersonTold:
    """A person has been told, as its maker or its chair ticked off."""

    person: PersonId
    of: Annotated[Stamp, "the change they were told of: a later one still stands"]

    def changes(self, board: Board, when: When) -> Iterable[Change]:
        owed = board.get(ToTell, self.person)
        if owed and owed.at <= self.of:
            yield Change("to_tell", self.person, None)
