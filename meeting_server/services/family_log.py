"""The log of a family: who asked for its earlier meetings, who gave them, who read what. For people who had a place in
one.
"""

from dataclasses import dataclass
from typing import Literal

import sqlalchemy as sa

from ..domain.meeting import Meeting
from ..domain.people.persons import find_attendee, find_person
from ..storage.tables import accounts, families, family_access, family_asks, meeting_plans, meetings, read_log
from .live_meeting import LiveMeetings
from .reach import may_reach, places

What = Literal["asked", "seen", "given", "refused", "given_by_server", "earlier", "record", "workbook"]
MOST = 50
_READINGS = ("earlier", "record", "workbook")


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: when, what, the name of the person who did it (empty for the administrator of the server), and the
    title and day of the meeting. `words` is the reason that was given.
    """

    time: int
    what: What
    who: str
    title: str = ""
    date: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class FamilyLog:
    """A family by its reference, and its entries, the latest first."""

    id: str
    reference: str
    entries: tuple[Entry, ...]


def my_families(live: LiveMeetings, account: str) -> list[tuple[str, str]]:
    """Returns id and reference of the families in which this account had a place in a locked meeting: the latest
    `MOST`.
    """
    latest = (
        sa.select(families.c.id, families.c.reference)
        .join(meeting_plans, meeting_plans.c.family == families.c.id)
        .where(families.c.id.in_(may_reach(account)))
        .group_by(families.c.id, families.c.reference)
        .order_by(sa.func.max(meeting_plans.c.date).desc(), families.c.reference)
        .limit(MOST)
    )
    with live.database.reading() as connection:
        rows = connection.execute(latest).all()
    mine = places(live, account, families.c.id.in_([row.id for row in rows]))
    return [(row.id, row.reference) for row in rows if row.id in mine]


def family_log(live: LiveMeetings, account: str, family: str) -> FamilyLog | None:
    """Returns a family's log, or None for an account that had no place in any of its meetings."""
    mine = places(live, account, families.c.id == family).get(family)
    if not mine:
        return None
    asks = sa.select(family_asks, meetings.c.title).join(meetings, meetings.c.id == family_asks.c.meeting)
    given = sa.select(family_access).where(family_access.c.family == family, family_access.c.given_by.is_(None))
    with live.database.reading() as connection:
        reference = connection.execute(sa.select(families.c.reference).where(families.c.id == family)).scalar_one()
        named = {row.id: row.name for row in connection.execute(sa.select(accounts.c.id, accounts.c.name))}
        asked = connection.execute(asks.where(family_asks.c.family == family)).all()
        by_server = connection.execute(given).all()
        seen = sa.and_(read_log.c.action == "ask_seen", read_log.c.meeting.in_([row.meeting for row in asked]))
        read = sa.and_(read_log.c.action.in_(_READINGS), read_log.c.meeting.in_(mine))
        reads = connection.execute(sa.select(read_log).where(sa.or_(seen, read))).all()
    found = [entry for row in asked for entry in _asking(live.meeting(row.meeting), row, named)]
    found += [Entry(row.given_at, "given_by_server", named.get(row.account, ""), words=row.words) for row in by_server]
    found += [_reading(live.meeting(row.meeting), row, named) for row in reads]
    return FamilyLog(family, reference, tuple(sorted(found, key=lambda one: one.time, reverse=True)))


def _asking(meeting: Meeting, row: sa.Row[tuple[object, ...]], named: dict[str, str]) -> list[Entry]:
    of = {"title": meeting.template.title, "date": meeting.facts.date}
    found = [Entry(row.asked_at, "asked", named.get(row.account, ""), **of)]
    if row.answered_by:
        found.append(Entry(row.answered_at, row.answer, named.get(row.answered_by, ""), **of))
    return found


def _reading(meeting: Meeting, row: sa.Row[tuple[object, ...]], named: dict[str, str]) -> Entry:
    """Returns the entry of one reading. The reader signs in, or is an attendee of that meeting."""
    what: What = "seen" if row.action == "ask_seen" else row.action
    attendee = find_attendee(meeting, row.attendee)
    who = named.get(row.account, "") or (find_person(meeting, attendee.person).name if attendee else "")
    return Entry(row.time, what, who, meeting.template.title, meeting.facts.date)
