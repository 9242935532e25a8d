"""Who is at the meeting: stated by people and logged. Presence is what sockets do and is not."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar, Literal

from .board import Board, Change, When
from .kinds import Id, Key, Stamp
from .people import Person

if TYPE_CHECKING:
    pass


@dataclass(frozen=True, slots=True)
class Attendee:
    """A person at this meeting, with the role that decides what they may do and hear."""

    KIND: ClassVar[str] = "attendees"
    id: Id
    person: Id
    role: Key
    agency: Key
    attendance: Literal["invited", "here", "left", "removed"] = "invited"
    joined_at: Stamp | None = None
    left_at: Stamp | None = None


@dataclass(frozen=True, slots=True)
class AttendeeInvited:
    """A person was invited, with a role."""

    attendee: Id
    person: Id
    role: Key
    agency: Key

    def changes(self, board: Board, when: When) -> Iterable[Change]:
        """The attendee, and the person's link to them."""
        yield Change("attendees", self.attendee, Attendee(self.attendee, self.person, self.role, self.agency))
        person = board.get(Person, self.person)
        if person:
            yield Change("people", person.id, replace(person, attendee=self.attendee))


@dataclass(frozen=True, slots=True)
class AttendanceStated:
    """An attendee joined, left or was removed."""

    MEMBERSHIP: ClassVar[bool] = True
    attendee: Id
    attendance: Literal["here", "left", "removed"]

    def changes(self, board: Board, when: When) -> Iterable[Change]:
        """Their attendance and its time; the first joining time stays."""
        found = board.get(Attendee, self.attendee)
        if found is None:
            return
        here = self.attendance == "here"
        yield Change(
            "attendees",
            found.id,
            replace(
                found,
                attendance=self.attendance,
                joined_at=(found.joined_at or when.time) if here else found.joined_at,
                left_at=None if here else when.time,
            ),
        )
