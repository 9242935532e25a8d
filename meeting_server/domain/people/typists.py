"""Typists: who types for whom, named by the person themselves, or by the chair, and told to everyone."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated, ClassVar

from ..audiences import ROOM, To
from ..board import Board, Change, When
from ..kinds import AttendeeId, PersonId, Stamp
from ..meeting import Meeting
from ..refused import Refused, not_found
from .actor import Actor
from .admission import role_of
from .persons import attendee_of, find_person


@dataclass(frozen=True, slots=True)
class Typist:
    """The person who types for the person with this `id`. `by`: the attendee who named them."""

    KIND: ClassVar[str] = "typists"
    id: PersonId
    typist: PersonId
    by: AttendeeId
    at: Stamp


@dataclass(frozen=True, slots=True)
class TypistNamed:
    """A person was named to type for another, or (null) no one any more."""

    person: PersonId
    typist: PersonId | None

    def changes(self, board: Board, when: When) -> Iterable[Change]:
        named = Typist(self.person, self.typist, when.actor, when.time) if self.typist else None
        yield Change("typists", self.person, named)


@dataclass(frozen=True, slots=True)
class NameTypist:
    """Name who types for a person: an interpreter, an advocate, a supporter, family too; or (null) nobody any more.

    By the person themselves, or by the chair. `typist` is a person who is here and takes part. Refused: `not_yours`,
    `not_a_typist`, `not_found`.
    """

    person: PersonId
    typist: Annotated[PersonId | None, "null: nobody any more"] = None

    def decide(self, meeting: Meeting, actor: Actor) -> list[To]:
        """The naming, for everyone."""
        person = find_person(meeting, self.person)
        if person.id != actor.person and not actor.may("steer"):
            raise Refused("not_yours", "Only they themselves or the chair can say who types for them.")
        if self.typist is None:
            if meeting.room.get(Typist, person.id) is None:
                raise not_found()
            return [To(ROOM, TypistNamed(person.id, None))]
        attendee = attendee_of(meeting, find_person(meeting, self.typist).id)
        here = attendee is not None and attendee.attendance == "here" and attendee.device
        takes_part = attendee is not None and "contribute" in role_of(meeting, attendee).powers
        if self.typist == person.id or not (here and takes_part):
            raise Refused("not_a_typist", "Choose somebody else who is here and takes part.")
        return [To(ROOM, TypistNamed(person.id, self.typist))]
