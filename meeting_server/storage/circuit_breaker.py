"""Circuit breaker for the database. After two timeouts in a row, every call fails at once for one second, so that
commands do not queue behind a server that hangs.

A call waits for seconds before it gives up. In the writer's queue these waits add up: behind a commit, a look at the
log and the next look, a command would wait for all of them before it is told that it is not saved.

One timeout says nothing yet: if this process itself stood still, every call of that time seems to have waited. Two
timeouts say it, if the second call began after the first one ended.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import sqlalchemy as sa

LONG_SECONDS = 1.5
"""A call that failed after this time met a database that hangs. A database that is stopped refuses at once."""
REST_SECONDS = 1.0


class CircuitOpen(sa.exc.TimeoutError):
    """The database gave no answer a moment ago, so it was not asked."""


class CircuitBreaker:
    """Guards calls to the database. `is_away` tells if an error means that the server was not reached."""

    def __init__(self, is_away: Callable[[Exception], bool], clock: Callable[[], float] = time.monotonic) -> None:
        self._is_away = is_away
        self._clock = clock
        self._rest_until = 0.0
        self._in_vain_at: float | None = None

    @contextmanager
    def asking(self) -> Iterator[None]:
        """Guards a block that calls the database. Raises CircuitOpen for a second after two timeouts in a row."""
        began = self._clock()
        if began < self._rest_until:
            raise CircuitOpen
        try:
            yield
        except Exception as error:
            if self._clock() - began >= LONG_SECONDS and self._is_away(error):
                self._waited_in_vain(began)
            raise
        self._in_vain_at = None

    def _waited_in_vain(self, began: float) -> None:
        now = self._clock()
        if self._in_vain_at is not None and began >= self._in_vain_at:
            self._rest_until = now + REST_SECONDS
        self._in_vain_at = now
