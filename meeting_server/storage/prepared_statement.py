"""A statement that runs at every commit: compiled once for each kind of database, then given to the driver."""

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa


class PreparedStatement:
    """`statement` for many rows at once. Each row has exactly these `columns`, in the driver's own types.

    SQLAlchemy looks a compiled statement up and passes each value through its column's type, every time. For a few rows
    that costs more than writing them.
    """

    def __init__(self, statement: sa.Insert | sa.Update, columns: Sequence[str]) -> None:
        self._statement = statement
        self._columns = list(columns)
        self._known: dict[str, tuple[str, list[str] | None]] = {}

    def run(self, connection: sa.Connection, rows: list[dict[str, Any]]) -> None:
        """Runs it for these rows, in their order."""
        words, order = self._known.get(connection.dialect.name) or self._compiled(connection)
        given: Any = rows if order is None else [tuple([row[name] for name in order]) for row in rows]
        # Past SQLAlchemy, which would ask for each result: on PostgreSQL that is a round trip for each.
        cursor = connection.connection.cursor()
        try:
            cursor.executemany(words, given)
        except connection.dialect.loaded_dbapi.Error as error:
            raise as_ours(connection, error) from None
        finally:
            cursor.close()

    def _compiled(self, connection: sa.Connection) -> tuple[str, list[str] | None]:
        compiled: Any = self._statement.compile(dialect=connection.dialect, column_keys=self._columns)
        order = list(compiled.positiontup) if compiled.positional else None
        found = self._known[connection.dialect.name] = str(compiled), order
        return found


def as_ours(connection: sa.Connection, error: Exception) -> Exception:
    """Returns a driver's own error as the one that SQLAlchemy makes of it, without the values it may quote. Returns any
    other error as it is.
    """
    base: Any = connection.dialect.loaded_dbapi.Error
    if not isinstance(error, base):
        return error
    ours: Any = sa.exc.DBAPIError.instance(None, None, error, base, hide_parameters=True, dialect=connection.dialect)
    return ours  # type: ignore[no-any-return]
