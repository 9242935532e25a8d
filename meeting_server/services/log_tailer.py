"""What other servers commit to the same database: looked for once a second, and at once when the doorbell rings.

The log is the only truth and the doorbell never carries a word of it: when the bell is dead, stopped or lies, the look
once a second finds everything.
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
    """Keeps the meetings in memory up to date, and lets go of those nobody needs. `connected` gives the meetings whose
    people have a line here."""

    def __init__(self, live: LiveMeetings, connected: Callable[[], set[str]]) -> None:
        self._live = live
        self._connected = connected
        self._failing = False

    def watch(self, sleep: Callable[[float], None]) -> None:
        """Looks once a second for as long as the process lives. Run as a background task, on a shared database."""
        while True:
            sleep(LOOK_SECONDS)
            self.look()

    def look(self) -> None:
        """One look. A failure is logged once, by its kind, until a look succeeds again."""
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
        """Lets go of idle meetings for as long as the process lives. Run as a background task."""
        while True:
            sleep(TIDY_SECONDS)
            self.tidy()

    def tidy(self, idle_seconds: float = IDLE_SECONDS) -> None:
        """Lets go of meetings without a line here that nobody has asked for so long. The other families of a sitting,
        and those its people come to in others, stay with the one whose people are here: what happens there opens and
        closes this one's lines."""
        kept = self._connected()
        kept |= {other for one in kept for other in self._live.walls.around(one)}
        self._live.writer.let_go(idle_seconds, kept)
