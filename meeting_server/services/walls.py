"""The wall between families. A person who is at one family of a sitting reaches nothing of any other family: in this
sitting, in another one, or at a meeting of its own.

One function, `Walls.closed`, decides it for sockets, commands, pages and documents. Which meetings sit together and
which account is which attendee is kept in memory. Who is here is read from the meetings as they stand. So a command
costs only a few look-ups.
"""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

import sqlalchemy as sa

from ..domain.meeting import Meeting
from ..domain.people.persons import find_attendee, is_screen
from ..domain.refused import Refused
from ..storage.database import Database
from ..storage.tables import meeting_accounts, meeting_plans, meetings, sitting_families, sittings

NEXT_FAMILY, SCREEN_OFF = "next_family", "screen_off"
_T = TypeVar("_T")
MOST_KEPT = 1000
"""The limit for meetings, for families and for accounts each: some days of a large council. Above it everything is read
again, so that a server that runs for months holds no more than one that runs for a day.
"""
_RUNNING = ("open", "paused")
_LEADS = (sittings.c.made_by, sittings.c.team_manager, sittings.c.deputy, sittings.c.minute_taker)


@dataclass(frozen=True, slots=True)
class _Sitting:
    """The meetings of a sitting, who is who in them, and the accounts that lead it."""

    meetings: tuple[str, ...]
    attendees: dict[tuple[str, str], str]
    leads: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Family:
    """A meeting's family, and the accounts of its attendees who sign in. Neither changes once the meeting is made."""

    family: str | None
    accounts: dict[str, str]


@dataclass(frozen=True, slots=True)
class _Place:
    """A meeting of a sitting, and which attendee an account is in it."""

    meeting: str
    attendee: str


class Walls:
    """The walls between families. `meeting` returns a meeting as it stands. Safe to use from any thread."""

    def __init__(self, database: Database, meeting: Callable[[str], Meeting | None]) -> None:
        self._database = database
        self._meeting = meeting
        self._lock = threading.Lock()
        self._known: dict[str, _Sitting | None] = {}
        self._families: dict[str, _Family] = {}
        self._places: dict[str, tuple[_Place, ...]] = {}
        self._times_forgotten = 0

    def forget(self) -> None:
        """Forgets what was kept: a sitting, or who is who in it, has changed."""
        with self._lock:
            self._known, self._families, self._places = {}, {}, {}
            self._times_forgotten += 1

    def others(self, meeting: str) -> tuple[str, ...]:
        """Returns the other meetings of the same sitting; none for a meeting of its own."""
        sitting = self._sitting(meeting)
        return tuple(one for one in sitting.meetings if one != meeting) if sitting else ()

    def another_open(self, meeting: str) -> Meeting | None:
        """Returns the other meeting of the same sitting that is open or paused now, or None."""
        found = (self._meeting(other) for other in self.others(meeting))
        return next((one for one in found if one and one.state in _RUNNING), None)

    def one_family_at_a_time(self, meeting: str) -> None:
        """Refuses with `another_family_open` while another family of the same sitting is open or paused, or while a
        person who leads this sitting is at a family of another sitting that they lead.
        """
        if self.another_open(meeting):
            raise Refused(
                "another_family_open",
                "Another family of this sitting is open. End its meeting first, then open this one.",
            )
        sitting = self._sitting(meeting)
        for lead in sitting.leads if sitting else ():
            at = self.here_at(lead)
            other = self._sitting(at.id) if at else None
            if at and other and at.id not in (sitting.meetings if sitting else ()) and lead in other.leads:
                raise Refused(
                    "another_family_open",
                    "Somebody who leads this sitting is with a family of another one. Wait until that has ended.",
                )

    def closed(self, meeting: str, attendee: str) -> str | None:
        """Returns why this attendee's seat is closed now: `next_family` while the account that signs in as them is at
        another family of a sitting, `screen_off` for a big screen while any other family of its sitting is open. None
        if it is open.
        """
        account = self.account_of(meeting, attendee)
        if account is not None:
            return NEXT_FAMILY if self.is_closed_to(account, meeting) else None
        if self._sitting(meeting) is None:
            return None
        here = self._meeting(meeting)
        who = find_attendee(here, attendee) if here else None
        if here and who and is_screen(here.template, who) and self.another_open(meeting):
            return SCREEN_OFF
        return None

    def is_closed_to(self, account: str, meeting: str) -> bool:
        """True if this account is at another family of a sitting that is open or paused now. Then it reaches nothing of
        this meeting, on any device.
        """
        at = self.here_at(account)
        if at is None or at.id == meeting:
            return False
        family = self._family(meeting).family
        return family is None or family != self._family(at.id).family

    def here_at(self, account: str) -> Meeting | None:
        """Returns the meeting of a sitting that is open or paused now and that this account is at, or None."""
        for place in self._places_of(account):
            found = self._meeting(place.meeting)
            who = find_attendee(found, place.attendee) if found and found.state in _RUNNING else None
            if who is not None and who.attendance == "here":
                return found
        return None

    def account_of(self, meeting: str, attendee: str) -> str | None:
        """Returns the account that signs in as this attendee, or None."""
        return self._family(meeting).accounts.get(attendee)

    def touched_by(self, meeting: str) -> frozenset[str]:
        """Returns the accounts to which other families' meetings open or close by what happens at this meeting of a
        sitting.
        """
        here = self._meeting(meeting)
        return frozenset(self._family(meeting).accounts.values()) if here and here.facts.slot else frozenset()

    def around(self, meeting: str) -> set[str]:
        """Returns the meetings that open and close connections of this one: the others of its sitting, and those that
        its accounts come to in other sittings.
        """
        accounts = self._family(meeting).accounts.values()
        places = {place.meeting for account in accounts for place in self._places_of(account)}
        return {*self.others(meeting), *places} - {meeting}

    def is_here(self, account: str, meeting: Meeting) -> bool:
        """True if this account is at this meeting of a sitting, by what its log says."""
        sitting = self._sitting(meeting.id)
        attendee = sitting.attendees.get((meeting.id, account)) if sitting else None
        found = find_attendee(meeting, attendee) if attendee else None
        return found is not None and found.attendance == "here"

    def hold(self, meeting: str, attendee: str) -> None:
        """Refuses with `next_family` or `screen_off` if this attendee's seat is closed now."""
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
            # What was read before a change is not kept.
            if asked_at == self._times_forgotten:
                found_for: dict[str, _Sitting | None] = dict.fromkeys(found.meetings if found else (meeting,), found)
                _keep(self._known, found_for)
        return found

    def _family(self, meeting: str) -> _Family:
        # Asked with every command, so it takes no lock. What is kept is never changed, only dropped.
        known = self._families.get(meeting)
        if known is not None:
            return known
        with self._lock:
            asked_at = self._times_forgotten
        people, plans = meeting_accounts.c, meeting_plans.c
        with self._database.reading() as connection:
            family = connection.execute(sa.select(plans.family).where(plans.meeting == meeting)).scalar_one_or_none()
            rows = connection.execute(sa.select(people.attendee, people.account).where(people.meeting == meeting)).all()
        found = _Family(family, {row.attendee: row.account for row in rows})
        with self._lock:
            if asked_at == self._times_forgotten:
                _keep(self._families, {meeting: found})
        return found

    def _places_of(self, account: str) -> tuple[_Place, ...]:
        """Returns where this account comes to in sittings, without those that have ended."""
        with self._lock:
            if account in self._places:
                return self._places[account]
            asked_at = self._times_forgotten
        people = meeting_accounts.c
        asked = (
            sa.select(people.meeting, people.attendee)
            .join(sitting_families, sitting_families.c.meeting == people.meeting)
            .join(meetings, meetings.c.id == people.meeting)
            .where(people.account == account, meetings.c.state.in_(("prepared", *_RUNNING)))
        )
        with self._database.reading() as connection:
            found = tuple(_Place(row.meeting, row.attendee) for row in connection.execute(asked))
        with self._lock:
            if asked_at == self._times_forgotten:
                _keep(self._places, {account: found})
        return found

    def _read(self, meeting: str) -> _Sitting | None:
        families, people = sitting_families.c, meeting_accounts.c
        sitting = sa.select(families.sitting).where(families.meeting == meeting).scalar_subquery()
        with self._database.reading() as connection:
            asked = sa.select(families.meeting).where(families.sitting == sitting).order_by(families.position)
            together = tuple(connection.execute(asked).scalars())
            rows = connection.execute(sa.select(meeting_accounts).where(people.meeting.in_(together))).all()
            led = connection.execute(sa.select(*_LEADS).where(sittings.c.id == sitting)).one_or_none()
        if not together or led is None:
            return None
        return _Sitting(
            together, {(row.meeting, row.account): row.attendee for row in rows}, frozenset(filter(None, led))
        )


def _keep(kept: dict[str, _T], found: dict[str, _T]) -> None:
    if len(kept) >= MOST_KEPT:
        kept.clear()
    kept |= found
