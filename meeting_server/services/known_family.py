"""The people of a family's last meeting, for the form of its next one. They come only from meetings that this account
made or had a place in.
"""

from dataclasses import dataclass

import sqlalchemy as sa

from ..domain.ending.places import had_a_place
from ..domain.meeting import Meeting
from ..domain.people.apart import apart_from
from ..domain.people.persons import Attendee, Person, attendee_of, each_person, is_screen
from ..domain.people.removals import is_shut_out
from ..storage.tables import families, meeting_accounts, meeting_plans, meetings
from .accounts import Account
from .live_meeting import LiveMeetings


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """A person of that meeting, what they came as, and the ids of the people they are kept apart from."""

    person: Person
    attendee: Attendee | None
    apart: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LastTime:
    """The last of these meetings, with its children in their order and its other people by name."""

    date: str
    children: tuple[KnownPerson, ...]
    people: tuple[KnownPerson, ...]


def last_time(live: LiveMeetings, account: Account, reference: str) -> LastTime | None:
    """Returns who was named at the family's last meeting that this account made or had a place in. Otherwise returns
    None, for any reason: the same statements run for a reference that no family has.

    The chair and people who were removed are left out, and so is all of it while the account is at another family of a
    sitting.
    """
    mine = sa.and_(meeting_accounts.c.meeting == meetings.c.id, meeting_accounts.c.account == account.id)
    asked = (
        sa.select(meetings.c.id, meeting_plans.c.made_by, meeting_accounts.c.attendee)
        .join(meeting_plans, meeting_plans.c.meeting == meetings.c.id)
        .join(families, families.c.id == meeting_plans.c.family)
        .outerjoin(meeting_accounts, mine)
        .where(families.c.reference == reference, meetings.c.state != "cancelled")
        .where(sa.or_(meeting_plans.c.made_by == account.id, meeting_accounts.c.attendee.is_not(None)))
        .order_by(meeting_plans.c.date.desc(), meeting_plans.c.starts.desc(), meetings.c.made_at.desc())
    )
    with live.database.reading() as connection:
        rows = connection.execute(asked).all()
    for row in rows:
        if not live.walls.is_closed_to(account.id, row.id):
            found = live.meeting(row.id)
            if row.made_by == account.id or had_a_place(found, row.attendee):
                return _people_of(found)
    return None


def _people_of(meeting: Meeting) -> LastTime:
    known = {
        one.id: KnownPerson(one, attendee_of(meeting, one.id), apart_from(meeting, one.id))
        for one in each_person(meeting)
    }
    children = tuple(known.pop(id) for id in meeting.children() if id in known)
    others = [one for one in known.values() if one.attendee is None or _comes_again(meeting, one.attendee)]
    return LastTime(meeting.facts.date, children, tuple(sorted(others, key=lambda one: one.person.name)))


def _comes_again(meeting: Meeting, attendee: Attendee) -> bool:
    role = meeting.template.role(attendee.role)
    return not (is_screen(meeting.template, attendee) or role.screen == "chair" or is_shut_out(meeting, attendee))
