"""Several servers on one PostgreSQL: each with a data folder and a port of its own, and all with the same meetings."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from meeting_server.services.prepare_meeting import PlannedPerson
from tests.people.fifteen import FIFTEEN
from tests.people.on_the_wire import Wire
from tests.servers.served import House, Room, Served, make_rooms
from tests.servers.stores import database_for, share
from tools.services import Postgres, Redis


class Cluster:
    """Servers that share a database; `rooms` are its meetings, and `url` is the database's."""

    def __init__(self, url: str, servers: list[Served], rooms: list[Room]) -> None:
        self.url, self.servers, self.rooms = url, servers, rooms
        self.houses = [House(one, []) for one in servers]
        self._open: list[Wire] = []

    def start(self) -> "Cluster":
        """Starts all of them."""
        for one, house in zip(self.servers, self.houses, strict=True):
            house.url = one.start().url
        return self

    def at(self, wire: Wire, server: int) -> Wire:
        """A second line of the same person, to another server: the same seat of the same browser."""
        there = Elsewhere(wire, self.servers[server].url)
        self._open.append(there)
        return there.connect()

    def hang_up(self) -> None:
        """Everybody hangs up."""
        for one in self._open:
            one.close()
        for house in self.houses:
            house.close()

    def kill(self) -> None:
        """Ends what is left of them, however."""
        for one in self.servers:
            if one.process and one.process.poll() is None:
                one.kill()

    def stop(self) -> None:
        """Ends all servers; each must end in good order, without a word of a failure it did not expect."""
        self.hang_up()
        for one in self.servers:
            if one.process and one.process.poll() is None:
                assert one.stop() == 0
            assert "Traceback" not in one.log


def _address(name: str, postgres: Postgres, also: Postgres | None) -> str:
    url = postgres.new_database(name)
    host = f"127.0.0.1:{postgres.port}"
    return f"{url.replace(host, f'{host},127.0.0.1:{also.port}')}?target_session_attrs=read-write" if also else url


class Elsewhere(Wire):
    """Somebody whose browser has a seat already, on another server."""

    def __init__(self, other: Wire, url: str) -> None:
        self._seat = other.seat
        super().__init__(url, "", other.name, other.transport, browser=other.http)

    def _join(self, _: str) -> str:
        self.page = f"/board/{self._seat}"
        return self._seat


@contextmanager
def cluster(
    folder: Path,
    count: int = 2,
    rooms: int = 1,
    people: Iterable[PlannedPerson] = FIFTEEN,
    postgres: Postgres | None = None,
    also: Postgres | None = None,
    redis: Redis | None = None,
    quick: bool = True,
    **settings: str,
) -> Iterator[Cluster]:
    """So many servers, not yet started, with meetings of these people, on a database of their own: of `postgres`, or of
    the one of all tests. `also` is its standby. With `redis` they have a doorbell."""
    folders = [folder / f"server{n}" for n in range(count)]
    url = share(_address(folder.name, postgres, also), *folders) if postgres else database_for(*folders)
    made = make_rooms(folders[0], rooms, people)
    bell = {"REDIS_URL": redis.url} if redis else {}
    found = Cluster(url, [Served(one, quick=quick, **bell, **settings) for one in folders], made)
    try:
        yield found
        found.stop()
    finally:
        found.kill()
