"""A statement that runs at every commit: compiled once for each kind of database, then given to the driver."""

from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from typing import Any

import sqlalchemy as sa


def together(connection: sa.Connection) -> AbstractContextManager[Any]:
    """Statements in this block that nobody waits for travel together, where the driver can do that (PostgreSQL)."""
    pipeline = getattr(connection.connection.driver_connection, "pipeline", None)
    return pipeline() if pipeline else nullcontext()


class Often:
    """`statement` for many rows at once, of which each has exactly these `columns`, in the driver's own types.

    What goes wrong is the driver's own error.

    SQLAlchemy looks a compiled statement up and passes each value through its column's type, every time: for a few rows
    that costs more than writing them does.
    """

    def __init__(self, statement: sa.Insert | sa.Update, columns: Sequence[str]) -> None:
        self._statement = statement
        self._columns = list(columns)
        self._known: dict[str, tuple[str, list[str] | None]] = {}

    def run(self, connection: sa.Connection, rows: list[dict[str, Any]]) -> None:
        """Runs it for these rows, in their order."""
        words, order = self._known.get(connection.dialect.name) or self._compiled(connection)
        given: Any = rows if order is None else [tuple([row[name] for name in order]) for row in rows]
        # Past SQLAlchemy, which would ask what came of it: on PostgreSQL that is a journey there and back for each.
        cursor = connection.connection.cursor()
        try:
            cursor.executemany(words, given)
        finally:
            cursor.close()

    def _compiled(self, connection: sa.Connection) -> tuple[str, list[str] | None]:
        compiled: Any = self._statement.compile(dialect=connection.dialect, column_keys=self._columns)
        order = list(compiled.positiontup) if compiled.positional else None
        found = self._known[connection.dialect.name] = str(compiled), order
        return found
