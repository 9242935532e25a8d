"""A statement that runs at every commit: compiled once for each kind of database, then given to the driver."""

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa


class Often:
    """`statement` for many rows at once, of which each has exactly these `columns`, in the driver's own types.

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
        connection.exec_driver_sql(words, given)

    def _compiled(self, connection: sa.Connection) -> tuple[str, list[str] | None]:
        compiled: Any = self._statement.compile(dialect=connection.dialect, column_keys=self._columns)
        order = list(compiled.positiontup) if compiled.positional else None
        found = self._known[connection.dialect.name] = str(compiled), order
        return found
