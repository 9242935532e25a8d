"""Says who reaches the earlier meetings of a family."""

import sqlalchemy as sa

from ..domain.ending.places import had_a_place
from ..storage.tables import families, family_access, meeting_accounts, meeting_plans, meetings
from .live_meeting import LiveMeetings


def is_given(connection: sa.Connection, account: str, family: str, time: int) -> bool:
    """True if the family's meetings were given to this account and still are."""
    mine = family_access.c.account == account, family_access.c.family == family
    given = sa.select(sa.literal(1)).where(*mine, family_access.c.until > time)
    return connection.execute(given).first() is not None


def places(live: LiveMeetings, account: str, *of: sa.ColumnElement[bool]) -> dict[str, list[str]]:
    """Returns the locked meetings in which this account had a place, by family. Includes only meetings that are known
    to be the family's, and only families for which `of` holds.
    """
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
    """Returns the families in whose locked meetings this account is an attendee: the families that `places` must look
    at.
    """
    return (
        sa.select(meeting_plans.c.family)
        .join(meeting_accounts, meeting_accounts.c.meeting == meeting_plans.c.meeting)
        .join(meetings, meetings.c.id == meeting_plans.c.meeting)
        .where(meeting_accounts.c.account == account, meetings.c.state == "finished")
        .where(meeting_plans.c.joined_at.is_not(None))
    )


def had_a_place_by_reference(live: LiveMeetings, account: str, reference: str) -> bool:
    """True if this account had a place in any meeting that is known to be of the family with this reference. The same
    statement runs if there is no such family.
    """
    return bool(places(live, account, families.c.reference == reference))


def joins(connection: sa.Connection, account: str, family: str, time: int) -> bool:
    """True if a meeting that this account chairs joins the family's: it is the first, or they already chair one of
    them, or the family's meetings were given to them.
    """
    plans = sa.select(sa.literal(1)).where(meeting_plans.c.family == family)
    chaired = plans.join(meeting_accounts, meeting_accounts.c.meeting == meeting_plans.c.meeting).where(
        meeting_accounts.c.account == account, meeting_accounts.c.chairs, meeting_plans.c.joined_at.is_not(None)
    )
    known, theirs = (connection.execute(asked.limit(1)).first() for asked in (plans, chaired))
    given = is_given(connection, account, family, time)
    return known is None or theirs is not None or given
