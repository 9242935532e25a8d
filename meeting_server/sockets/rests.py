"""Rests after dear work, so that it takes a fiftieth of the time at most, however large a meeting is.

What the work costs is counted in the time of the processor. On a busy machine waiting is no cost: counted by the clock,
a wait of 300 ms kept a chair from reading for 15 seconds that a gap is closed.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

SHARE = 50


class Rests:
    """Keeps until when the work for each meeting rests. `clock` and `cost` give seconds: the time, and what this thread
    has used of the processor.
    """

    def __init__(
        self, clock: Callable[[], float] = time.monotonic, cost: Callable[[], float] = time.thread_time
    ) -> None:
        self._clock, self._cost = clock, cost
        self._until: dict[str, float] = {}

    def resting(self, meeting: str) -> bool:
        """Returns whether the work for this meeting has to wait."""
        return self._clock() < self._until.get(meeting, 0.0)

    @contextmanager
    def working(self, meeting: str) -> Iterator[None]:
        """Counts what is done inside as work for this meeting."""
        now, began = self._clock(), self._cost()
        yield
        self._until[meeting] = now + SHARE * (self._cost() - began)

    def forget(self, meeting: str) -> None:
        """Keeps nothing of this meeting any more."""
        self._until.pop(meeting, None)
