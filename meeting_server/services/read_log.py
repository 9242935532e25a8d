"""The read log: who could have read which streams up to which number. Never content."""

from collections.abc import Callable
from typing import Any

import sqlalchemy as sa

from ..storage.tables import read_log
from .writer import Writer

MOST_OWED, AGAIN_SECONDS = 10_000, 5.0


class ReadLog:
    """Writes the rows of the read log, in order.

    Boards can be read while nothing can be saved: what could not be written down then is owed, and written with the
    next row that can be, or by `watch`, or when the server stops. The oldest `MOST_OWED` are kept.
    """

    def __init__(self, writer: Writer) -> None:
        self._writer = writer
        self._owed: list[dict[str, Any]] = []

    def note(self, row: dict[str, Any]) -> None:
        """Writes one row, and what is owed before it."""
        self._owed = [*self._owed, row][:MOST_OWED]
        self.settle()

    def settle(self) -> None:
        """Writes what is owed, if that can be done now."""
        rows, self._owed = self._owed, []
        if not rows:
            return
        try:
            self._writer.run(lambda connection: connection.execute(read_log.insert(), rows))
        except (sa.exc.OperationalError, sa.exc.InternalError):
            # Full, read-only or gone: the heartbeat says so once. This error's text would quote the rows.
            self._owed = [*rows, *self._owed][:MOST_OWED]

    def watch(self, sleep: Callable[[float], None]) -> None:
        """Settles for as long as the process lives. Run as a background task."""
        while True:
            sleep(AGAIN_SECONDS)
            self.settle()
