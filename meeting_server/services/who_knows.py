"""The people who know of a meeting that was made: those who sign in, and those who were made a link."""

import sqlalchemy as sa

from ..domain.meeting import Meeting
from ..domain.people.persons import each_attendee, is_screen
from ..storage.tables import invitations, meeting_accounts
from .live_meeting import LiveMeetings


def accounts_of(live: LiveMeetings, meeting: str) -> dict[str, str]:
    """Returns the account of each attendee who signs in."""
    asked = sa.select(meeting_accounts.c.attendee, meeting_accounts.c.account)
    with live.database.reading() as connection:
        rows = connection.execute(asked.where(meeting_accounts.c.meeting == meeting)).all()
    return {row.attendee: row.account for row in rows}


def chair_of(live: LiveMeetings, meeting: str) -> str:
    """Returns the attendee who chairs by signing in."""
    people = meeting_accounts.c
    asked = sa.select(people.attendee).where(people.meeting == meeting, people.chairs)
    with live.database.reading() as connection:
        return connection.execute(asked).scalar_one_or_none() or ""


def told_of(live: LiveMeetings, meeting: str) -> set[str]:
    """Returns the attendees who know of the meeting: those who sign in, and those who were made a link."""
    asked = sa.select(invitations.c.attendee).where(invitations.c.meeting == meeting)
    with live.database.reading() as connection:
        linked = set(connection.execute(asked).scalars())
    return linked | set(accounts_of(live, meeting))


def who_knows(now: Meeting, told: set[str], but: str = "") -> list[str]:
    """Returns the people who know of this meeting, without one attendee: the person who makes the change."""
    return [
        one.person
        for one in each_attendee(now)
        if one.id in told and one.id != but and one.attendance != "removed" and not is_screen(now.template, one)
    ]
