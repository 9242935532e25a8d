"""The cost of a command as a meeting grows old and as other meetings go on beside it: it should stay the same."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from meeting_server.services.live_meeting import LiveMeetings

from .board import serve, target
from .cases import Case
from .gathering import Gathered, Making, Room
from .generator import Target
from .stores import sqlite_copy
from .systems import System
from .workplace import Workplace

FIFTEEN = Case(1, 15, window=8, rate=50)
POINTS = (10, 1_000, 10_000)
MEETINGS = (1, 100, 1_000)


@dataclass(frozen=True, slots=True)
class Grown:
    """A meeting of fifteen with so many points, and so many meetings open on the same server, including this one."""

    points: int
    meetings: int

    @property
    def name(self) -> str:
        return f"{self.points} points, {self.meetings} meeting{'s' if self.meetings > 1 else ''}"

    def making(self) -> Making:
        """Returns what makes it. In each of the other meetings two people are in, and one has their page open."""

        def make(live: LiveMeetings) -> list[Gathered]:
            measured = Room(live, FIFTEEN.people).fill(self.points).gathered(0)
            return measured + [Room(live, 2).gathered(-1)[1] for _ in range(self.meetings - 1)]

        return make

    @contextmanager
    def serve(self, _: Case, place: Workplace) -> Iterator[Target]:
        """Serves the board on SQLite with all this in it."""
        with tempfile.TemporaryDirectory() as folder:
            people = sqlite_copy(self.name, self.making(), place, Path(folder))
            with serve({"DATA_DIR": folder}) as server:
                yield target([server], people)


GROWN = (*(Grown(points, 1) for points in POINTS), *(Grown(POINTS[0], meetings) for meetings in MEETINGS[1:]))


def planned(repeats: int) -> list[tuple[int, Case, System]]:
    """Returns what is run, by turns like everything else."""
    systems = [System(grown.name, grown.name, "sqlite", grown.serve, cases=(FIFTEEN.name,)) for grown in GROWN]
    return [(repetition, FIFTEEN, system) for repetition in range(1, repeats + 1) for system in systems]
