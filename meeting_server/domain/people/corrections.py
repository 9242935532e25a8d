"""What was typed when a meeting was made, put right before it begins: what it is, who is who, and who comes."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import ClassVar

from ..board import Board, Change, When
from ..facts import MeetingFacts, Setting
from ..kinds import AttendeeId, Count, Key, Line, Name, PersonId
from .persons import Attendee, Person


@dataclass(frozen=True, slots=True)
class FactsCorrected:
    """What the meeting is, how people meet and if family comes was put right before it began."""

    occasion: Line
    setting: Setting
    family_present: bool

    def changes(self, board: Board, when: When) -> Iterable[Change]:
        facts = board.get(MeetingFacts, "meeting")
        if facts:
            now = replace(facts, occasion=self.occasion, setting=self.setting, family_present=self.family_present)
            yield Change("meeting", "meeting", now)


@dataclass(frozen=True, slots=True)
class PersonCorrected:
    """What names a person was put right. `version` counts: the words of each are kept in the people table, and those of
    the versions before are cleared there."""

    KEPT_APART: ClassVar[tuple[str, ...]] = ("name", "relationship", "age", "called")
    person: PersonId
    version: Count
    name: Name
    relationship: Line = ""
    age: Line = ""
    agency: Key | None = None
    called: Line = ""

    def changes(self, board: Board, when: When) -> Iterable[Change]:
        found = board.get(Person, self.person)
        if found:
            now = replace(
                found,
                name=self.name,
                relationship=self.relationship,
                age=self.age,
                agency=self.agency,
                called=self.called,
                version=self.version,
            )
            yield Change("people", found.id, now)


@dataclass(frozen=True, slots=True)
class AttendeeUninvited:
    """A person does not come after all: their link and their seat are dead. They may still be spoken of."""

    MEMBERSHIP: ClassVar[bool] = True
    attendee: AttendeeId

    def changes(self, board: Board, when: When) -> Iterable[Change]:
        found = board.get(Attendee, self.attendee)
        if found is None:
            return
        yield Change("attendees", found.id, None)
        person = board.get(Person, found.person)
        if person and person.attendee == found.id:
            yield Change("people", person.id, replace(person, attendee=None))


@dataclass(frozen=True, slots=True)
class PersonTakenOff:
    """A person is no part of this meeting's talk after all."""

    person: PersonId

    def changes(self, board: Board, when: When) -> Iterable[Change]:
        found = board.get(Person, self.person)
        if found is None or found.attendee is not None:
            return
        yield Change("people", found.id, None)
        facts = board.get(MeetingFacts, "meeting")
        if facts and found.id in facts.children:
            children = tuple(one for one in facts.children if one != found.id)
            yield Change("meeting", "meeting", replace(facts, children=children))
