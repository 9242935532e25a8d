"""A database that hangs is waited for by one at a time.

Whoever asks it waits for seconds before they give up. In the writer's queue these add up: behind a commit, a look at
the log and the next look a command would wait for all of them, and be told only then that it is not saved.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final

import sqlalchemy as sa

LONG_SECONDS: Final = 1.5
"""Whoever waited so long for nobody met a database that hangs. One that is stopped refuses at once."""
REST_SECONDS: Final = 1.0


class Hanging(sa.exc.TimeoutError):
    """It gave no answer a moment ago, and was not asked this."""


class Patience:
    """`is_away`: whether an error says that nobody was there."""

    def __init__(self, is_away: Callable[[Exception], bool], clock: Callable[[], float] = time.monotonic) -> None:
        self._is_away = is_away
        self._clock = clock
        self._rest_until = 0.0

    @contextmanager
    def asking(self) -> Iterator[None]:
        """A block that asks the database. Raises Hanging for a second after somebody waited in vain."""
        began = self._clock()
        if began < self._rest_until:
            raise Hanging
        try:
            yield
        except Exception as error:
            now = self._clock()
            if now - began >= LONG_SECONDS and self._is_away(error):
                self._rest_until = now + REST_SECONDS
            raise
