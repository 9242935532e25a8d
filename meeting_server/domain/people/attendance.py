"""Attendance: who is at the meeting, stated by people and logged. Presence is what sockets do and is not."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import ClassVar, Literal

from ..board import Board, Change, When
from ..kinds import AttendeeId, Key, PersonId, Stamp
from .chair_controls import given_back
from .minute_taking import laid_down
from .persons import Attendee, Person


@dataclass(frozen=True, slots=True)
class AttendeeInvited:
    """A person was invited, with a role."""

    attendee: AttendeeId
    person: PersonId
    role: Key
    agency: Key

    def changes(self, board: Board, when: When) -> Iterable[Change]:
        yield Change("attendees", self.attendee, Attendee(self.attendee, self.person, self.role, self.agency))
        person = board.get(Person, self.person)
        if person:
            yield Change("people", person.id, replace(person, attendee=self.attendee))


@dataclass(frozen=True, slots=True)
class AttendanceStated:
    """An attendee joined, left, was removed, sent apologies, or has not come after all.

    `at`: the time of joining or leaving where somebody stated it. `joined_at`: a joining time put right with a leaving.
    """

    MEMBERSHIP: ClassVar[bool] = True
    attendee: AttendeeId
    attendance: Literal["here", "left", "removed", "apologies", "invited"]
    device: bool = True
    at: Stamp | None = None
    joined_at: Stamp | None = None

    def changes(self, board: Board, when: When) -> Iterable[Change]:
        # The first joining time stays unless another is stated.
        found = board.get(Attendee, self.attendee)
        if found is None:
            return
        # A rule has no clock, so a time still to come is found out here: it counts as now.
        at, joined = (None if time is None else min(time, when.time) for time in (self.at, self.joined_at))
        now = replace(found, attendance=self.attendance, joined_at=None, left_at=None, device=True)
        if self.attendance == "here":
            now = replace(now, joined_at=at or found.joined_at or when.time, device=self.device)
        elif self.attendance in ("left", "removed"):
            now = replace(now, joined_at=joined or found.joined_at, left_at=at or when.time, device=found.device)
        yield Change("attendees", found.id, now)
        if self.attendance != "here":
            yield from given_back(board, when, found.id)
            yield from laid_down(board, when, found.id)
