"""The people of a meeting: those spoken of or speaking, and those of them who are invited. Everything that looks for a
person asks here."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal

from ..kinds import AttendeeId, Count, Key, Line, Name, PersonId, Stamp
from ..meeting import Meeting
from ..refused import not_found
from ..template.template import Template


@dataclass(frozen=True, slots=True)
class Person:
    """Anyone spoken of or speaking. `attendee` is set for those invited to the meeting; `called` is what we call them,
    where it was said."""

    KIND: ClassVar[str] = "people"
    id: PersonId
    child: bool
    name: Name
    relationship: Line = ""
    age: Line = ""
    agency: Key | None = None
    attendee: AttendeeId | None = None
    called: Line = ""
    version: Annotated[Count, "how often what names them was put right"] = 0


@dataclass(frozen=True, slots=True)
class Attendee:
    """A person at this meeting, with the role that decides what they may do and hear.

    `device` false: they are here without one, or were; somebody else types for them. `joined_at`: when they first came.
    """

    KIND: ClassVar[str] = "attendees"
    id: AttendeeId
    person: PersonId
    role: Key
    agency: Key
    attendance: Literal["invited", "here", "left", "removed", "apologies"] = "invited"
    joined_at: Stamp | None = None
    left_at: Stamp | None = None
    device: bool = True


def find_person(meeting: Meeting, id: str) -> Person:
    """The person with this id; refused if there is none in this meeting."""
    person = known_person(meeting, id)
    if person is None:
        raise not_found()
    return person


def known_person(meeting: Meeting, id: str) -> Person | None:
    """The person with this id, or None where this meeting has none."""
    return meeting.room.get(Person, id)


def each_person(meeting: Meeting) -> Iterable[Person]:
    """Everyone spoken of or speaking, in no order that means anything."""
    return meeting.room.each(Person)


def each_attendee(meeting: Meeting) -> Iterable[Attendee]:
    """Everyone who is invited, big screens and the removed too, in no order that means anything."""
    return meeting.room.each(Attendee)


def find_attendee(meeting: Meeting, id: str) -> Attendee | None:
    """The attendee with this id, or None."""
    return meeting.room.get(Attendee, id)


def attendee_of(meeting: Meeting, person: str) -> Attendee | None:
    """The attendee this person is, or None for those spoken of."""
    found = known_person(meeting, person)
    return find_attendee(meeting, found.attendee) if found and found.attendee else None


def is_screen(template: Template, attendee: Attendee) -> bool:
    """True if this attendee is a big screen: nobody, and so in no list or count of people."""
    return template.role(attendee.role).screen == "projector"
