"""Reads what other servers commit to the same database: once a second, and at once when the doorbell rings.

The log is the only truth, and the doorbell never carries any of it. If the bell is dead, stopped or wrong, the look
once a second still finds everything.
"""

import logging
from collections.abc import Callable

from ..logs import kind_of
from .live_meeting import LiveMeetings

log = logging.getLogger(__name__)
LOOK_SECONDS = 1.0
TIDY_SECONDS = 60.0
IDLE_SECONDS = 600.0


class LogTailer:
    """Keeps the cached meetings up to date and drops the unused ones. `connected` returns the meetings that have a
    connection here.
    """

    def __init__(self, live: LiveMeetings, connected: Callable[[], set[str]]) -> None:
        self._live = live
        self._connected = connected
        self._failing = False

    def watch(self, sleep: Callable[[float], None]) -> None:
        """Looks once a second until the process ends. Runs as a background task, on a shared database."""
        while True:
            sleep(LOOK_SECONDS)
            self.look()

    def look(self) -> None:
        """Looks once. A failure is logged once, by its kind, until a look succeeds again."""
        try:
            self._live.writer.look()
        except Exception as error:  # noqa: BLE001 - the database is away; it is looked again in a second
            if not self._failing:
                log.error("Looking for what others wrote failed: %(error)s", {"error": kind_of(error)})  # noqa: TRY400
            self._failing = True
            return
        if self._failing:
            log.warning("Looking for what others wrote works again.")
        self._failing = False

    def watch_memory(self, sleep: Callable[[float], None]) -> None:
        """Drops idle meetings until the process ends. Runs as a background task."""
        while True:
            sleep(TIDY_SECONDS)
            self.tidy()

    def tidy(self, idle_seconds: float = IDLE_SECONDS) -> None:
        """Drops meetings that have no connection here and were not used for so long. A connected meeting keeps some
        others in the cache: the other families of its sitting, and those that its people come to in other sittings.
        What happens in these opens and closes the connections of this one.
        """
        kept = self._connected()
        kept |= {other for one in kept for other in self._live.walls.around(one)}
        self._live.writer.let_go(idle_seconds, kept)
