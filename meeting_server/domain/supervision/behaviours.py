"""Adults of the family, and what each of them does that harms or helps the children, as the team calls it: "Alcohol".

A stage of change is somebody's view of one adult in one such behaviour, never of the adult as a whole (W10).
The adult is usually not in the room, so nothing here needs them to be. Children and professionals are not asked about:
a child is nobody's case of change, and how people do their work belongs in one-to-one supervision (W12).
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import ClassVar

from ..audiences import ROOM, To
from ..board import Board, Change, When
from ..kinds import CLEARED, AttendeeId, Count, Id, Line, Name, PersonId, Stamp
from ..meeting import Meeting
from ..people.actor import Actor
from ..people.persons import Person, attendee_of, each_person, find_person
from ..points.items import TakenBack
from ..refused import Refused, not_found, sentence


@dataclass(frozen=True, slots=True)
class Behaviour:
    """One behaviour of one adult. `by` is the attendee who named it; `n` is the event that holds its label."""

    KIND: ClassVar[str] = "behaviours"
    id: Id
    adult: PersonId
    label: Name
    by: AttendeeId
    at: Stamp
    n: Count
    taken_back: TakenBack | None = None


@dataclass(frozen=True, slots=True)
class BehaviourAdded:
    """The team began to look at a behaviour of an adult."""

    behaviour: Id
    adult: PersonId
    label: Name

    def changes(self, board: Board, when: When) -> Iterable[Change]:
        added = Behaviour(self.behaviour, self.adult, self.label, when.actor, when.time, when.n)
        yield Change("behaviours", self.behaviour, added)


@dataclass(frozen=True, slots=True)
class BehaviourTakenBack:
    """A behaviour was taken back. `behaviour` is what is left of it: not its label."""

    behaviour: Behaviour
    why: Line

    def changes(self, board: Board, when: When) -> Iterable[Change]:
        gone = TakenBack(when.actor, when.time, self.why)
        yield Change("behaviours", self.behaviour.id, replace(self.behaviour, taken_back=gone))


def of_family(meeting: Meeting, person: Person) -> bool:
    """True if this is an adult of the family, at the meeting or only spoken of: by the tint of their agency."""
    attendee = attendee_of(meeting, person.id)
    key = attendee.agency if attendee else person.agency
    agency = next((one for one in meeting.template.agencies if one.key == key), None)
    return not person.child and agency is not None and agency.tint == "family"


def adults(meeting: Meeting) -> tuple[str, ...]:
    """The adults of the family, by name."""
    found = (one for one in each_person(meeting) if of_family(meeting, one))
    return tuple(one.id for one in sorted(found, key=lambda one: (one.name.casefold(), one.id)))


def adult_of(meeting: Meeting, person: str) -> str:
    """The adult this is about. Refused (`not_an_adult`): children, and whoever comes with their work."""
    found = find_person(meeting, person)
    # A relative named in the middle of the talk has no agency yet, and is no less an adult of the family.
    unplaced = not found.child and found.agency is None and found.attendee is None
    if not (unplaced or of_family(meeting, found)):
        raise Refused("not_an_adult", "This is asked about the adults of the family only.")
    return found.id


@dataclass(frozen=True, slots=True)
class AddBehaviour:
    """Name a behaviour of an adult of the family, in the team's words. `behaviour` is its new id.

    Refused: `no_adult_questions` (no question of the template is asked for each behaviour), `not_an_adult`,
    `behaviour_there`, `id_taken`.
    """

    behaviour: Id
    adult: PersonId
    label: Name

    def decide(self, meeting: Meeting, actor: Actor) -> list[To]:
        """The behaviour, for everyone."""
        if not any(one.each_behaviour for one in meeting.template.adult_questions):
            raise Refused("no_adult_questions", "Nothing is asked about an adult's behaviour in this kind of meeting.")
        adult = adult_of(meeting, self.adult)
        if meeting.taken(Behaviour, self.behaviour):
            raise Refused("id_taken", "This is already on the board.")
        there = (one for one in meeting.room.each(Behaviour) if one.adult == adult and not one.taken_back)
        if any(one.label.casefold() == self.label.casefold() for one in there):
            raise Refused(
                "behaviour_there",
                "This stands there already. Add your view to it.",
                fields={"label": [sentence("This stands there already.")]},
            )
        return [To(ROOM, BehaviourAdded(self.behaviour, adult, self.label))]


@dataclass(frozen=True, slots=True)
class TakeBackBehaviour:
    """Take the name of a behaviour back: it goes for good, from every screen, the log and the record. The views given
    on it stay, each with words of its own to take back. By whoever typed it.

    Refused: `not_found`, `not_yours`.
    """

    behaviour: Id
    why: Line = ""

    def decide(self, meeting: Meeting, actor: Actor) -> list[To]:
        """A mark in its place, and the redaction of its name."""
        found = meeting.room.get(Behaviour, self.behaviour)
        if found is None or found.taken_back:
            raise not_found()
        if found.by != actor.id:
            raise Refused("not_yours", "Only whoever typed this can take it back. It can be put aside.")
        left = replace(found, label=CLEARED)
        return [To(ROOM, BehaviourTakenBack(left, self.why), redacts=(found.n,))]
