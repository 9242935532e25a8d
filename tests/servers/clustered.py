"""Several servers behind nginx for tests, on the tests' own PostgreSQL, and people who come to them as browsers do."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import requests

from tests.people.on_the_wire import LineEnded, Wire
from tests.servers.served import House, Room, make_rooms
from tests.servers.stores import database_for, url_for
from tools.cluster import Cluster

TOKEN = "for-the-tests-of-a-cluster"


class Clustered(Cluster):
    """A cluster on the database of a test's folder, which is on PostgreSQL already."""

    def __init__(self, data_dir: Path, processes: int = 2) -> None:
        super().__init__(
            processes, database_url=url_for(data_dir), METRICS_TOKEN=TOKEN, LEAST_FREE_MB="0", LOG_FORMAT="json"
        )
        self.data_dir = data_dir

    @property
    def log(self) -> str:
        """What all servers have logged, over every start."""
        return "".join(one.log for one in self.servers)

    def lines(self) -> list[int]:
        """How many lines each server holds now."""
        return [self._lines(one.url) for one in self.servers]

    def _lines(self, url: str) -> int:
        said = requests.get(f"{url}/metrics", headers={"Authorization": f"Bearer {TOKEN}"}, timeout=10).text
        counts = [line.rsplit(" ", 1)[1] for line in said.splitlines() if line.startswith("board_lines{")]
        assert counts
        return sum(int(float(one)) for one in counts)

    def home(self) -> int:
        """The one server that holds lines, by its number."""
        lines = self.lines()
        (found,) = [n for n, count in enumerate(lines) if count]
        return found


class Street(House):
    """A house whose people come through nginx, and know their room from their page."""

    def joins(self, room: Room, key: str, transport: str = "websocket", **more: Any) -> Wire:
        """Somebody opens their link, their page and their line."""
        wire = Wire(self.url, room.link(self.url, key), room.names[key], transport, **more).reads_page()
        self._open.append(wire)
        return wire.connect()


@contextmanager
def street(data_dir: Path, rooms: int = 1, people: Any = None) -> Iterator[tuple[Street, Clustered]]:
    """Two servers with so many meetings, and nothing wrong in their logs afterwards."""
    database_for(data_dir)
    made = make_rooms(data_dir, rooms, people) if people else make_rooms(data_dir, rooms)
    cluster = Clustered(data_dir)
    with cluster:
        found = Street(cluster, made)  # type: ignore[arg-type]
        try:
            yield found, cluster
        finally:
            found.close()
        assert "Traceback" not in cluster.log


def comes_back(wire: Wire, within: float = 10) -> float:
    """Waits until this line has ended and opens it again, as a browser does: how many seconds it was away."""
    wire.until(wire.closed.is_set, within)
    gone = time.monotonic()
    while time.monotonic() < gone + within:
        try:
            return _again(wire, gone)
        except (LineEnded, OSError):
            time.sleep(0.1)
    raise AssertionError(f"{wire.name} did not come back within {within} s")


def _again(wire: Wire, gone: float) -> float:
    before = len(wire.snapshots)
    wire.goodbye = None
    wire.connect()
    if len(wire.snapshots) == before:
        raise LineEnded
    return time.monotonic() - gone
