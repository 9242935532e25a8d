"""Says which account may fetch a meeting's record once it has ended: one that signs in and had a place in it, or chairs
it.
"""

import sqlalchemy as sa

from ..domain.ending.places import had_a_place
from ..storage.tables import meeting_accounts
from .accounts import Account
from .live_meeting import LiveMeetings


def record_for_account(live: LiveMeetings, account: Account, meeting: str) -> str | None:
    """Returns which attendee this account was at an ended meeting, if it may read the record. Otherwise returns None,
    for any reason, also while the account is at another family (`walls.py`).
    """
    asked = sa.select(meeting_accounts.c.attendee, meeting_accounts.c.chairs)
    asked = asked.where(meeting_accounts.c.meeting == meeting, meeting_accounts.c.account == account.id)
    with live.database.reading() as connection:
        row = connection.execute(asked).one_or_none()
    if row is None or live.walls.is_closed_to(account.id, meeting):
        return None
    whole = live.meeting(meeting)
    return row.attendee if whole.is_over and (row.chairs or had_a_place(whole, row.attendee)) else None
