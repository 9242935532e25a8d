"""What the process counts while it works, for `/metrics`: numbers alone, never an id, a name or a word of anybody's.

Whoever does the work adds to plain attributes, once for each batch or answer and never for each delivery. There is no
lock: in threads an addition may be lost once in a while, which a measure can bear. What varies in a name here (the
codes of refusals, why a line was cut, the kind of a document) is written in our own code; a test holds that.
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
"""Answers that are shown from the start, at 0: one that first appears with its first failure raises no alarm."""
CUTS = ("not_connected", "removed", "slow_reader", "strikes")
LAG_EVERY_SECONDS = 1.0


class Histogram:
    """How values are spread: how many stand at or below each of `bounds` and above the one before, the last for all
    beyond; and their sum."""

    __slots__ = ("bounds", "counts", "total")

    def __init__(self, bounds: tuple[float, ...]) -> None:
        self.bounds = bounds
        self.counts = [0] * (len(bounds) + 1)
        self.total = 0.0

    def add(self, value: float) -> None:
        """One more value."""
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
        """A command that came over a line was answered: `ok`, or the code of the refusal."""
        self.answers[outcome] = self.answers.get(outcome, 0) + 1
        self.answer_seconds.add(seconds)

    def committed(self, commands: int, events: int, seconds: float) -> None:
        """One transaction of the writer is on the disk: so many commands were in it and so many events came of them."""
        self.events += events
        self.commit_commands.add(commands)
        self.commit_seconds.add(seconds)

    def cut(self, cause: str) -> None:
        """We ended a line."""
        self.cuts[cause] = self.cuts.get(cause, 0) + 1

    @contextmanager
    def document(self, kind: str) -> Iterator[None]:
        """Round the making of one document, the wait for its turn included: made, or failed if it raises."""
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
        """Sleeps a second again and again and adds by how much it overslept: so long did the process serve nobody.
        Run as a background task, for as long as the process lives."""
        while True:
            began = clock()
            sleep(LAG_EVERY_SECONDS)
            self.lag_seconds.add(max(0.0, clock() - began - LAG_EVERY_SECONDS))
