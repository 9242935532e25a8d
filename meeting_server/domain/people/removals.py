"""That somebody was removed, and why, on the chair's desk: from then on their links and empty seats are dead."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from ..board import Board, Change, When
from ..kinds import AttendeeId, Line, Stamp
from ..meeting import Meeting
from .persons import Attendee


@dataclass(frozen=True, slots=True)
class Removal:
    """Why somebody was removed, for the chair's desk."""

    KIND: ClassVar[str] = "removals"
    id: AttendeeId
    reason: Line
    by: AttendeeId
    at: Stamp


@dataclass(frozen=True, slots=True)
class RemovalExplained:
    """The chair said why."""

    attendee: AttendeeId
    reason: Line

    def changes(self, board: Board, when: When) -> Iterable[Change]:
        yield Change("removals", self.attendee, Removal(self.attendee, self.reason, when.actor, when.time))


def removed_at(meeting: Meeting, attendee: str) -> int:
    """When somebody was last removed, or 0. A link or a seat from before that is dead, whoever holds it by now."""
    found = meeting.desk.get(Removal, attendee)
    return found.at if found else 0


def is_shut_out(meeting: Meeting, attendee: Attendee) -> bool:
    """True if the chair has ended a person's part and they were not let in again. They were here, or had not come;
    or were removed after the end, when their attendance stays what it was."""
    at = removed_at(meeting, attendee.id)
    ended = meeting.facts.ended_at if meeting.is_over else None
    let_in_again = attendee.attendance == "here" and (ended is None or at < ended)
    return attendee.attendance == "removed" or (at > 0 and not let_in_again)
