"""The order in which documents are made. One person has one document made at a time. Next is the meeting that has
waited longest since its last one.

Two are made at once. A parent who opens sixty records in sixty tabs waits for them one after another. The chair of
another meeting, or of the same, waits for one of them at most.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

AT_ONCE = 2
MOST_WAITING = 4
"""How many documents of one person may wait for the one being made. More are refused at once."""


class NoTurn(Exception):
    """This document is not made: its person waits for too many, or it had no turn in time."""


@dataclass(eq=False, slots=True)
class _Waiting:
    person: str
    meeting: str
    go: threading.Event = field(default_factory=threading.Event)


class Turns:
    """The documents that wait or are being made. Safe to use from any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._waiting: list[_Waiting] = []
        self._made: list[_Waiting] = []
        self._turn = 0
        self._last: dict[str, int] = {}

    @contextmanager
    def turn(self, person: str, meeting: str, seconds: float) -> Iterator[None]:
        """Gives the time in which this person's document of this meeting is made. Raises NoTurn after `seconds` without
        one.
        """
        one = self._come(person, meeting)
        try:
            if not one.go.wait(seconds):
                raise NoTurn
            yield
        finally:
            self._go(one)

    def _come(self, person: str, meeting: str) -> _Waiting:
        with self._lock:
            if sum(other.person == person for other in self._waiting) >= MOST_WAITING:
                raise NoTurn
            one = _Waiting(person, meeting)
            self._waiting.append(one)
            self._begin()
        return one

    def _go(self, one: _Waiting) -> None:
        with self._lock:
            for among in (self._waiting, self._made):
                if one in among:
                    among.remove(one)
            self._begin()
            if not self._waiting and not self._made:
                self._last = {}

    def _begin(self) -> None:
        """Gives turns while there is room: to the meeting that has waited longest since its last turn, and in it to
        such a person.
        """
        while len(self._made) < AT_ONCE:
            busy = {one.person for one in self._made}
            free = [one for one in self._waiting if one.person not in busy]
            if not free:
                return
            one = min(free, key=lambda one: (self._last.get(one.meeting, 0), self._last.get(one.person, 0)))
            self._turn += 1
            self._last |= {one.meeting: self._turn, one.person: self._turn}
            self._waiting.remove(one)
            self._made.append(one)
            one.go.set()
