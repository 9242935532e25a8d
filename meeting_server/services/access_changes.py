"""Counts the changes of anybody's access. By this one number every server on a database notices that a session ended or
an account was closed on another server.
"""

import sqlalchemy as sa

from ..storage.tables import access_changes

_ONE_MORE = access_changes.update().where(access_changes.c.id == 1).values(n=access_changes.c.n + 1)
_HOW_MANY = sa.select(access_changes.c.n).where(access_changes.c.id == 1)


def note_change(connection: sa.Connection) -> None:
    """Counts one change, in the transaction that makes it."""
    connection.execute(_ONE_MORE)


def changes(connection: sa.Connection) -> int:
    """Returns how many changes there were."""
    return int(connection.execute(_HOW_MANY).scalar_one())
