"""What comes after a family of a sitting has ended, for one account.

Of the next family a browser hears the number, and no more.
"""

from dataclasses import dataclass
from typing import Literal

import sqlalchemy as sa

from ..storage.tables import sitting_families
from .accounts import Account
from .live_meeting import LiveMeetings
from .sitting_views import sitting_for


@dataclass(frozen=True, slots=True)
class NextFamily:
    """The next family of a sitting. It is `ready` for the person who opens families, and `open` for a person who is
    invited to it. `sitting` and `meeting` stay on the server: a browser hears the number.
    """

    sitting: str
    meeting: str
    number: int
    state: Literal["ready", "open"]


def sitting_of(live: LiveMeetings, meeting: str) -> str | None:
    """Returns the sitting in which this meeting has a slot, or None."""
    asked = sa.select(sitting_families.c.sitting).where(sitting_families.c.meeting == meeting)
    with live.database.reading() as connection:
        return connection.execute(asked).scalar_one_or_none()


def next_family(live: LiveMeetings, account: Account, meeting: str) -> NextFamily | None:
    """Returns the family that comes after this one for an account that had a place here, once this one has ended. None
    while nothing is asked of them: no family is open to which they are invited, and they are not the one who opens.
    """
    sitting = sitting_of(live, meeting)
    if sitting is None or not live.meeting(meeting).is_over:
        return None
    view = sitting_for(live, account, sitting)
    if view is None or view.here:
        return None
    running = next((one for one in view.families if one.state in ("open", "paused")), None)
    if running:
        return NextFamily(sitting, running.meeting, running.number, "open") if running.attendee else None
    following = next((one for one in view.families if one.state == "prepared"), None)
    if following is None or account.id != view.head.team_manager.id:
        return None
    return NextFamily(sitting, following.meeting, following.number, "ready")
