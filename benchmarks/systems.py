"""What is measured: the board, the same stack bare, and others. Each is served for a case, and spoken to in its way."""

import json
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from .cases import Case
from .gathering import COLUMN, TEXT, gathered_copy, packet_size
from .generator import Language, Somebody, Target
from .serving import python, serving

# What the board's own limit would be, 20 a second for each person, is lifted: it is not what is measured.
NO_LIMIT = {"RATE_PER_SECOND": "1000000", "RATE_BURST": "1000000"}
_ADD = {"id": "%C", "name": "add_item", "data": {"item": "%I", "column": COLUMN, "text": TEXT}}

BOARD = Language(json.dumps(["command", _ADD]), '42["patch",', '42["snapshot",')
BARE = Language(
    json.dumps(["command", {**_ADD, "room": "m%M"}]), '42["patch",', "430[", join='420["join",{"room":"m%M"}]'
)


@dataclass(frozen=True, slots=True)
class System:
    """One of those measured. `serve` starts it for a case, with a folder in which things may be kept between runs."""

    name: str
    store: str
    processes: int
    serve: Callable[[Case, Path], AbstractContextManager[Target]]

    @property
    def label(self) -> str:
        """As it is called in tables: name, store, and how many processes if more than one."""
        return self.name + (f", {self.store}" if self.store != "none" else "") + (
            f", {self.processes} processes" if self.processes > 1 else "")  # fmt: skip


@contextmanager
def _board(case: Case, kept: Path) -> Iterator[Target]:
    with tempfile.TemporaryDirectory() as folder:
        people = gathered_copy(case, kept, Path(folder))
        settings = {"DATA_DIR": folder, "PORT": "0", **NO_LIMIT}
        with serving(python("-m", "meeting_server", "serve"), settings) as server:
            yield Target([server.pid], BOARD, [
                Somebody(server.port, one.meeting, f"/socket.io/?EIO=4&transport=websocket&seat={one.seat}",
                         f"board={one.cookie}") for one in people
            ])  # fmt: skip


@cache
def _size_of_a_packet() -> int:
    with tempfile.TemporaryDirectory() as folder:
        return packet_size(Path(folder))


@contextmanager
def _bare(case: Case, _: Path) -> Iterator[Target]:
    with serving(python("-m", "benchmarks.bare", "--bytes", str(_size_of_a_packet()))) as server:
        yield Target([server.pid], BARE, everybody(case, server.port))


def everybody(case: Case, port: int) -> list[Somebody]:
    """The people of a case, for a server that asks nobody who they are."""
    return [Somebody(port, meeting) for meeting in range(case.meetings) for _ in range(case.people)]


SYSTEMS = {
    system.name: system
    for system in (
        System("board", "sqlite", 1, _board),
        System("bare", "none", 1, _bare),
    )
}
