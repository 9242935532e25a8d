"""Counts what the process does, for `/metrics`: numbers only, never an id, a name or people's words.

The code that does the work adds to plain attributes, once for each batch or answer and never for each delivery. There
is no lock. With threads an addition may be lost now and then, which is acceptable for a measurement. The varying parts
of names here (codes of refusals, why a connection was ended, the kind of a document) are written in our own code; a
test holds that.
"""

from __future__ import annotations

import time
from bisect import bisect_left
from collections.abc import Callable, Iterator
from contextlib import contextmanager

SECONDS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)
SLOW_SECONDS = (0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0)
AT_ONCE = (1, 2, 4, 8, 16, 32, 64)
OUTCOMES = ("ok", "not_saved", "too_fast")
"""Answers that are shown from the start, at 0. A counter that first appears with its first failure would raise no
alarm.
"""
CUTS = ("not_connected", "removed", "slow_reader", "strikes")
LAG_EVERY_SECONDS = 1.0


class Histogram:
    """The distribution of values: how many lie at or below each of `bounds` and above the one before (the last counts
    all beyond), and their sum.
    """

    __slots__ = ("bounds", "counts", "total")

    def __init__(self, bounds: tuple[float, ...]) -> None:
        self.bounds = bounds
        self.counts = [0] * (len(bounds) + 1)
        self.total = 0.0

    def add(self, value: float) -> None:
        self.counts[bisect_left(self.bounds, value)] += 1
        self.total += value


class Counters:
    """The counts of one process, from 0 at its start. Times are in seconds."""

    def __init__(self) -> None:
        self.answers = dict.fromkeys(OUTCOMES, 0)
        self.answer_seconds = Histogram(SECONDS)
        self.commit_seconds = Histogram(SECONDS)
        self.commit_commands = Histogram(AT_ONCE)
        self.commit_failures = 0
        self.events = 0
        self.patches = 0
        self.resyncs = 0
        self.malformed = 0
        self.cuts = dict.fromkeys(CUTS, 0)
        self.document_seconds: dict[str, Histogram] = {}
        self.document_failures: dict[str, int] = {}
        self.lag_seconds = Histogram(SECONDS)

    def answered(self, outcome: str, seconds: float) -> None:
        """Counts the answer to a command from a connection: `ok`, or the code of the refusal."""
        self.answers[outcome] = self.answers.get(outcome, 0) + 1
        self.answer_seconds.add(seconds)

    def committed(self, commands: int, events: int, seconds: float) -> None:
        """Counts one transaction that is on the disk, with its number of commands and of events."""
        self.events += events
        self.commit_commands.add(commands)
        self.commit_seconds.add(seconds)

    def cut(self, cause: str) -> None:
        """Counts a connection that the server ended."""
        self.cuts[cause] = self.cuts.get(cause, 0) + 1

    @contextmanager
    def document(self, kind: str) -> Iterator[None]:
        """Measures the making of one document, including the wait for its turn. Counts it as failed if it raises."""
        self.document_failures.setdefault(kind, 0)
        made = self.document_seconds.setdefault(kind, Histogram(SLOW_SECONDS))
        started = time.monotonic()
        try:
            yield
        except BaseException:
            self.document_failures[kind] += 1
            raise
        made.add(time.monotonic() - started)

    def watch_lag(self, sleep: Callable[[float], None], clock: Callable[[], float] = time.monotonic) -> None:
        """Sleeps for a second again and again and adds by how much it overslept: for that time the process served no
        one. Runs as a background task until the process ends.
        """
        while True:
            began = clock()
            sleep(LAG_EVERY_SECONDS)
            self.lag_seconds.add(max(0.0, clock() - began - LAG_EVERY_SECONDS))
