"""The wall between the families of a sitting: whoever is at one family's meeting reaches nothing of the others.

One function decides it, `Walls.closed`, for sockets, commands, pages and documents alike. Which meetings sit together
and which account is which attendee is kept in memory, where no other server can change it; whether somebody is here is
read from the meetings as they stand, so that a command pays for a few look-ups only.
"""

import threading
from collections.abc import Callable
from dataclasses import dataclass

import sqlalchemy as sa

from ..domain.attendance import is_screen
from ..domain.meeting import Meeting
from ..domain.refused import Refused
from ..storage.database import Database
from ..storage.tables import meeting_accounts, sitting_families

NEXT_FAMILY, SCREEN_OFF = "next_family", "screen_off"
_RUNNING = ("open", "paused")


@dataclass(frozen=True, slots=True)
class _Sitting:
    """The meetings of a sitting, and who is who in them: both ways, so that each question is one look-up."""

    meetings: tuple[str, ...]
    accounts: dict[tuple[str, str], str]
    attendees: dict[tuple[str, str], str]


class Walls:
    """The walls between the meetings of each sitting. `meeting` gives a meeting as it stands. Safe from any thread."""

    def __init__(self, database: Database, meeting: Callable[[str], Meeting | None]) -> None:
        self._database = database
        self._meeting = meeting
        self._lock = threading.Lock()
        self._known: dict[str, _Sitting | None] = {}
        self._times_forgotten = 0

    def forget(self) -> None:
        """A sitting, or who is who in it, has changed: what was kept of it is asked for anew."""
        with self._lock:
            self._known = {}
            self._times_forgotten += 1

    def others(self, meeting: str) -> tuple[str, ...]:
        """The other meetings of the same sitting; none for a meeting of its own."""
        sitting = self._sitting(meeting)
        return tuple(one for one in sitting.meetings if one != meeting) if sitting else ()

    def another_open(self, meeting: str) -> Meeting | None:
        """The other meeting of the same sitting that is open or paused now, or None."""
        found = (self._meeting(other) for other in self.others(meeting))
        return next((one for one in found if one and one.state in _RUNNING), None)

    def one_family_at_a_time(self, meeting: str) -> None:
        """Refused, `another_family_open`, while another family of the same sitting is open or paused."""
        if self.another_open(meeting):
            raise Refused(
                "another_family_open",
                "Another family of this sitting is open. End its meeting first, then open this one.",
            )

    def closed(self, meeting: str, attendee: str) -> str | None:
        """Why this attendee's seat is closed now: `next_family` while whoever signs in as them is at another family of
        the sitting, `screen_off` for a big screen while any other family is open; None otherwise."""
        sitting = self._sitting(meeting)
        if sitting is None:
            return None
        account = sitting.accounts.get((meeting, attendee))
        if account is not None:
            return NEXT_FAMILY if self.is_closed_to(account, meeting) else None
        here = self._meeting(meeting)
        who = here.attendee(attendee) if here else None
        if here and who and is_screen(here.template, who) and self.another_open(meeting):
            return SCREEN_OFF
        return None

    def is_closed_to(self, account: str, meeting: str) -> bool:
        """Whether this account is here at another family of the sitting that is open or paused now, and so reaches
        nothing of this meeting, on whatever device."""
        other = self.another_open(meeting)
        return other is not None and self.is_here(account, other)

    def is_here(self, account: str, meeting: Meeting) -> bool:
        """Whether this account is at this meeting of a sitting, by what its log says."""
        sitting = self._sitting(meeting.id)
        attendee = sitting.attendees.get((meeting.id, account)) if sitting else None
        found = meeting.attendee(attendee) if attendee else None
        return found is not None and found.attendance == "here"

    def hold(self, meeting: str, attendee: str) -> None:
        """Refused, `next_family` or `screen_off`, where this attendee's seat is closed now."""
        reason = self.closed(meeting, attendee)
        if reason == NEXT_FAMILY:
            raise Refused("next_family", "You are with another family now. Come back to this one when that has ended.")
        if reason:
            raise Refused("screen_off", "This screen is off while another family is open.")

    def _sitting(self, meeting: str) -> _Sitting | None:
        here = self._meeting(meeting)
        if here is None or here.facts.slot is None:
            return None
        if self._database.shared:
            # Another server may have added a family to it a moment ago.
            return self._read(meeting)
        with self._lock:
            if meeting in self._known:
                return self._known[meeting]
            asked_at = self._times_forgotten
        found = self._read(meeting)
        with self._lock:
            # What was read before somebody changed it is not kept.
            if asked_at == self._times_forgotten:
                self._known |= dict.fromkeys(found.meetings if found else (meeting,), found)
        return found

    def _read(self, meeting: str) -> _Sitting | None:
        families, people = sitting_families.c, meeting_accounts.c
        sitting = sa.select(families.sitting).where(families.meeting == meeting).scalar_subquery()
        with self._database.reading() as connection:
            asked = sa.select(families.meeting).where(families.sitting == sitting).order_by(families.position)
            meetings = tuple(connection.execute(asked).scalars())
            rows = connection.execute(sa.select(meeting_accounts).where(people.meeting.in_(meetings))).all()
        if not meetings:
            return None
        return _Sitting(
            meetings,
            {(row.meeting, row.attendee): row.account for row in rows},
            {(row.meeting, row.account): row.attendee for row in rows},
        )
