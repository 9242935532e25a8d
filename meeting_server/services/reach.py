"""Who reaches the earlier meetings of a family.

Whoever had a place in one reaches that one. All of the family's reach those to whom somebody gave them who had, or
whoever runs the server. Nothing else opens any: not the reference, not a name, not both.

Anybody with an account can make a meeting with any reference. It joins the family's meetings only if its chair reaches
one of them, or none is there; until then it stands beside the family, and whoever had a place in it is asked nothing
and gives nothing.
"""

import sqlalchemy as sa

from ..domain.ending.places import had_a_place
from ..storage.tables import families, family_access, meeting_accounts, meeting_plans, meetings
from .live_meeting import LiveMeetings


def is_given(connection: sa.Connection, account: str, family: str, time: int) -> bool:
    """Whether the family's meetings were given to this account, and still are."""
    mine = family_access.c.account == account, family_access.c.family == family
    given = sa.select(sa.literal(1)).where(*mine, family_access.c.until > time)
    return connection.execute(given).first() is not None


def places(live: LiveMeetings, account: str, *of: sa.ColumnElement[bool]) -> dict[str, list[str]]:
    """The locked meetings in which this account had a place, by their families. Of those meetings alone that are known
    to be the family's, and of the families for which `of` holds."""
    asked = (
        sa.select(meeting_plans.c.family, meeting_plans.c.meeting, meeting_accounts.c.attendee)
        .join(meeting_accounts, meeting_accounts.c.meeting == meeting_plans.c.meeting)
        .join(meetings, meetings.c.id == meeting_plans.c.meeting)
        .join(families, families.c.id == meeting_plans.c.family)
        .where(meeting_accounts.c.account == account, meetings.c.state == "finished")
        .where(meeting_plans.c.joined_at.is_not(None), *of)
        .order_by(meeting_plans.c.date, meeting_plans.c.starts, meetings.c.made_at)
    )
    with live.database.reading() as connection:
        rows = connection.execute(asked).all()
    found: dict[str, list[str]] = {}
    for row in rows:
        if had_a_place(live.meeting(row.meeting), row.attendee):
            found.setdefault(row.family, []).append(row.meeting)
    return found


def may_reach(account: str) -> sa.Select[tuple[str]]:
    """The families of whose locked meetings this account is an attendee: those that `places` need look at."""
    return (
        sa.select(meeting_plans.c.family)
        .join(meeting_accounts, meeting_accounts.c.meeting == meeting_plans.c.meeting)
        .join(meetings, meetings.c.id == meeting_plans.c.meeting)
        .where(meeting_accounts.c.account == account, meetings.c.state == "finished")
        .where(meeting_plans.c.joined_at.is_not(None))
    )


def had_a_place_by_reference(live: LiveMeetings, account: str, reference: str) -> bool:
    """Whether this account had a place in any meeting that is known to be of the family with this reference. It is
    looked up with the same statement whether there is such a family or not."""
    return bool(places(live, account, families.c.reference == reference))


def joins(connection: sa.Connection, account: str, family: str, time: int) -> bool:
    """Whether a meeting that this account chairs joins those of the family: it is the first, or they chair one of them
    already, or they were given to them."""
    plans = sa.select(sa.literal(1)).where(meeting_plans.c.family == family)
    chaired = plans.join(meeting_accounts, meeting_accounts.c.meeting == meeting_plans.c.meeting).where(
        meeting_accounts.c.account == account, meeting_accounts.c.chairs, meeting_plans.c.joined_at.is_not(None)
    )
    known, theirs = (connection.execute(asked.limit(1)).first() for asked in (plans, chaired))
    given = is_given(connection, account, family, time)
    return known is None or theirs is not None or given
