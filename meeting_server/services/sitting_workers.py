"""The workers of the families of a sitting: people who sign in for one of them, and the role they come in."""

from dataclasses import dataclass

import sqlalchemy as sa

from ..domain.people.persons import find_attendee
from ..storage.tables import accounts, meeting_accounts, sitting_families
from .accounts import Account
from .live_meeting import LiveMeetings


@dataclass(frozen=True, slots=True)
class Worker:
    """A person who signs in for a family: their account, and the role and agency they come with."""

    account: Account
    role: str
    agency: str


def workers_of(live: LiveMeetings, meetings: list[str]) -> list[Worker]:
    """Returns everyone who signs in for one of these meetings and does not chair it, each once, by name. Role and
    agency are those of the last of these meetings. Closed accounts are left out.
    """
    asked = (
        sa.select(
            accounts.c.id, accounts.c.name, accounts.c.email, meeting_accounts.c.meeting, meeting_accounts.c.attendee
        )
        .join(meeting_accounts, meeting_accounts.c.account == accounts.c.id)
        .join(sitting_families, sitting_families.c.meeting == meeting_accounts.c.meeting)
        .where(meeting_accounts.c.meeting.in_(meetings), accounts.c.disabled_at.is_(None))
        .where(~meeting_accounts.c.chairs)
        .order_by(sitting_families.c.position)
    )
    with live.database.reading() as connection:
        rows = connection.execute(asked).all()
    found: dict[str, Worker] = {}
    for row in rows:
        came = find_attendee(live.meeting(row.meeting), row.attendee)
        if came:
            found[row.id] = Worker(Account(row.id, row.name, row.email), came.role, came.agency)
    return sorted(found.values(), key=lambda one: one.account.name.casefold())
