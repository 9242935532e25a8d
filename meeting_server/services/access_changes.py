"""How often anybody's access has changed: one number, by which every server on a database hears that a session ended or
an account was closed on another."""

import sqlalchemy as sa

from ..storage.tables import access_changes

_ONE_MORE = access_changes.update().where(access_changes.c.id == 1).values(n=access_changes.c.n + 1)
_HOW_MANY = sa.select(access_changes.c.n).where(access_changes.c.id == 1)


def note_change(connection: sa.Connection) -> None:
    """One more, in the transaction that changes it."""
    connection.execute(_ONE_MORE)


def changes(connection: sa.Connection) -> int:
    """How many there were."""
    return int(connection.execute(_HOW_MANY).scalar_one())
