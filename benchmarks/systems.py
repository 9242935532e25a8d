"""The systems that are measured: the board, the same stack bare, and others."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from functools import partial

from .board import on_postgresql, on_sqlite
from .cases import CASES, Case
from .generator import Target
from .peers import excalidraw_room, minimal_node
from .retrospected import retrospected
from .serving import python, serving
from .stores import packet_size
from .talking import ROOMS, everybody
from .workplace import Workplace

ALL = tuple(CASES)
OF_THE_AIMS = ("1x15", "50x15", "1x200")
SEVERAL_MEETINGS = ("10x15", "50x15", "100x15")


@dataclass(frozen=True, slots=True)
class System:
    """One measured system. `serve` starts it for a case. `cases` names those in which it is measured."""

    key: str
    name: str
    store: str
    serve: Callable[[Case, Workplace], AbstractContextManager[Target]]
    processes: int = 1
    cases: tuple[str, ...] = ALL
    also: str = ""

    @property
    def label(self) -> str:
        """Returns its full name: name, store, how many processes if more than one, and what else is special."""
        words = [self.name]
        if self.store != "none":
            words.append({"sqlite": "SQLite", "postgresql": "PostgreSQL"}[self.store])
        if self.processes > 1:
            words.append(f"{self.processes} processes")
        if self.also:
            words.append(self.also)
        return ", ".join(words)


@contextmanager
def _bare(case: Case, place: Workplace) -> Iterator[Target]:
    with serving(python("-m", "benchmarks.bare", "--bytes", str(packet_size(place)))) as server:
        yield Target([server.pid], ROOMS, everybody(case, server.port))


SYSTEMS = {
    system.key: system
    for system in (
        System("board", "board", "sqlite", on_sqlite),
        System("board-pg", "board", "postgresql", on_postgresql),
        System("board-pg-2", "board", "postgresql", partial(on_postgresql, processes=2), 2, SEVERAL_MEETINGS),
        System("bare", "bare", "none", _bare),
        System("node-pg", "node", "postgresql", partial(minimal_node, stored=True)),
        System("node", "node", "none", partial(minimal_node, stored=False)),
        System("excalidraw-room", "excalidraw-room", "none", excalidraw_room),
        System("retrospected", "retrospected", "postgresql", retrospected, cases=OF_THE_AIMS),
    )
}
"""Every system, by the word that chooses it (BENCH_SYSTEMS), in the order in which they take their turns."""
