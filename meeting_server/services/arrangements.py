"""What staff wrote down of a meeting beside its log: the family's reference, where it is, when it starts. It can't be
changed once the meeting is opened, so a record says the same whenever it is made.
"""

import sqlalchemy as sa

from ..domain.reading import Arrangements
from ..storage.tables import families, meeting_plans


def arrangements_of(connection: sa.Connection, meeting: str) -> Arrangements | None:
    """Returns what was written down of this meeting, or None if no member of staff made it."""
    asked = (
        sa.select(families.c.reference, meeting_plans.c.place, meeting_plans.c.starts)
        .join(families, families.c.id == meeting_plans.c.family)
        .where(meeting_plans.c.meeting == meeting)
    )
    row = connection.execute(asked).one_or_none()
    return Arrangements(row.reference, row.place, row.starts) if row else None
