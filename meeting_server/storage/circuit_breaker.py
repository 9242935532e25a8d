"""Behind those who waited for a database that hangs nobody waits as well.

Whoever asks it waits for seconds before they give up. In the writer's queue these add up: behind a commit, a look at
the log and the next look a command would wait for all of them, and be told only then that it is not saved.

One wait in vain says nothing yet: where this process itself stood still, all that was on its way then seems to
have waited. Two say it, where the second began after the first was over.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import sqlalchemy as sa

LONG_SECONDS = 1.5
"""Whoever waited so long for nobody met a database that hangs. One that is stopped refuses at once."""
REST_SECONDS = 1.0


class CircuitOpen(sa.exc.TimeoutError):
    """It gave no answer a moment ago, and was not asked this."""


class CircuitBreaker:
    """`is_away`: whether an error says that nobody was there."""

    def __init__(self, is_away: Callable[[Exception], bool], clock: Callable[[], float] = time.monotonic) -> None:
        self._is_away = is_away
        self._clock = clock
        self._rest_until = 0.0
        self._in_vain_at: float | None = None

    @contextmanager
    def asking(self) -> Iterator[None]:
        """A block that asks the database. Raises Hanging for a second after two in a row waited in vain."""
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
