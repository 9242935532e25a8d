"""The read log: who could have read which streams up to which number. Never content."""

from collections.abc import Callable
from typing import Any

import sqlalchemy as sa

from ..storage.tables import read_log
from .writer import Writer

MOST_OWED, AGAIN_SECONDS = 10_000, 5.0


class ReadLog:
    """Writes the rows of the read log, in order.

    Boards can be read while nothing can be saved. A row that could not be written is owed. It is written with the next
    row that can be, or by `watch`, or when the server stops. The oldest `MOST_OWED` rows are kept.
    """

    def __init__(self, writer: Writer) -> None:
        self._writer = writer
        self._owed: list[dict[str, Any]] = []

    def note(self, row: dict[str, Any]) -> None:
        """Writes what is owed, then one row."""
        self._owed = [*self._owed, row][:MOST_OWED]
        self.settle()

    def settle(self) -> None:
        """Writes what is owed, if that is possible now."""
        rows, self._owed = self._owed, []
        if not rows:
            return
        try:
            self._writer.run(lambda connection: connection.execute(read_log.insert(), rows))
        except (sa.exc.OperationalError, sa.exc.InternalError):
            # The disk is full or read-only, or the database is down: the heartbeat logs that once. This error's text
            # would quote the rows.
            self._owed = [*rows, *self._owed][:MOST_OWED]

    def watch(self, sleep: Callable[[float], None]) -> None:
        """Settles until the process ends. Runs as a background task."""
        while True:
            sleep(AGAIN_SECONDS)
            self.settle()
