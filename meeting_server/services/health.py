"""Tells if this process can do its work: a real commit in the last five seconds, and room on the disk."""

import logging
import shutil
import time
from collections.abc import Callable

import sqlalchemy as sa

from ..logs import kind_of
from ..storage.database import Database
from ..storage.tables import heartbeat
from .counters import Counters
from .writer import Writer

log = logging.getLogger(__name__)
BEAT_SECONDS, READY_SECONDS = 2.0, 5.0
_BEAT = heartbeat.update().where(heartbeat.c.id == 1)


class Health:
    """Beats: writes one row and commits it, the way every command is committed. `troubles` says what is wrong.

    `clock` gives milliseconds for the row, `monotonic` gives seconds for the age. `least_free` is the number of bytes
    that must be free where the data lies.
    """

    def __init__(
        self,
        writer: Writer,
        database: Database,
        clock: Callable[[], int],
        least_free: int,
        monotonic: Callable[[], float] = time.monotonic,
        measures: Counters | None = None,
    ) -> None:
        self._measures = measures or Counters()
        self._writer = writer
        self._folder = database.folder
        self._clock = clock
        self._least_free = least_free
        self._monotonic = monotonic
        self._beaten: float | None = None
        self._failing = False

    def beat(self) -> None:
        """Commits once. A failure is logged once, by its kind, until a beat succeeds again."""
        try:
            self._writer.run(self._write)
        except Exception as error:  # noqa: BLE001 - whatever it is, the answer is that nothing can be saved
            self._measures.commit_failures += 1
            if not self._failing:
                log.error("Nothing can be saved: %(error)s", {"error": kind_of(error)})  # noqa: TRY400
            self._failing = True
            return
        if self._failing:
            log.warning("Saving works again.")
        self._failing, self._beaten = False, self._monotonic()

    def _write(self, connection: sa.Connection) -> None:
        connection.execute(_BEAT.values(at=self._clock()))

    def troubles(self) -> list[str]:
        """Returns why this process is not ready: `no_commit` (none in the last five seconds), `disk_low`. Empty if it
        is ready.
        """
        found = []
        age = self.commit_age()
        if age is None or age > READY_SECONDS:
            found.append("no_commit")
        if self.free_bytes() < self._least_free:
            found.append("disk_low")
        return found

    def commit_age(self) -> float | None:
        """Returns the seconds since the last beat that was committed, or None before the first."""
        return None if self._beaten is None else self._monotonic() - self._beaten

    def free_bytes(self) -> int:
        """Returns how many bytes are free where the data lies."""
        return shutil.disk_usage(self._folder).free

    def watch(self, sleep: Callable[[float], None]) -> None:
        """Beats until the process ends. Runs as a background task."""
        while True:
            self.beat()
            sleep(BEAT_SECONDS)
