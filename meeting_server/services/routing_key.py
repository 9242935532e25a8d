"""The key by which a proxy sends to one server what belongs together: all connections of a meeting, or of a sitting's
families.

It serves speed and polling only (decision 0032). It names no one, opens nothing, and no rule reads it. A browser that
sends none, or a wrong one, gets the same answers.
"""

import hashlib

import sqlalchemy as sa

from ..storage.database import Database
from ..storage.tables import sitting_families


def room_key(database: Database, meeting: str) -> str:
    """Returns sixteen hexadecimal digits, the same for every seat of this meeting and of the others of its sitting.
    Returns "" if no other server shares the database, because then there is nothing to keep together.
    """
    if not database.shared:
        return ""
    asked = sa.select(sitting_families.c.sitting).where(sitting_families.c.meeting == meeting)
    with database.reading() as connection:
        sitting = connection.execute(asked).scalar_one_or_none()
    return hashlib.sha256(f"room:{sitting or meeting}".encode()).hexdigest()[:16]
