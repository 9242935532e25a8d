"""The key by which a proxy keeps together what belongs together: all lines of a meeting, or of a sitting's families.

It is for speed and for polling alone (decision 0032). It names nobody, opens nothing, and no rule reads it: a browser
that sends none, or another's, gets the same answers.
"""

import hashlib

import sqlalchemy as sa

from ..storage.database import Database
from ..storage.tables import sitting_families


def room_key(database: Database, meeting: str) -> str:
    """Sixteen hexadecimal digits, the same for every seat of this meeting and of those that sit with it; empty where no
    other server shares the database, so that there is nothing to keep together."""
    if not database.shared:
        return ""
    asked = sa.select(sitting_families.c.sitting).where(sitting_families.c.meeting == meeting)
    with database.reading() as connection:
        sitting = connection.execute(asked).scalar_one_or_none()
    return hashlib.sha256(f"room:{sitting or meeting}".encode()).hexdigest()[:16]
