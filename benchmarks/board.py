"""The board under load: on SQLite or PostgreSQL, in one process or more."""

import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager
from pathlib import Path

from .cases import Case
from .gathering import Gathered, meetings_of
from .generator import Somebody, Target
from .machine import OTHER_CORE, SERVER_CORE
from .serving import Serving, python, serving
from .stores import postgresql_copy, sqlite_copy
from .talking import BOARD
from .workplace import Workplace

# The board's own limit, 20 commands a second for each person, is lifted: a few people do here what hundreds would.
NO_LIMIT = {"RATE_PER_SECOND": "1000000", "RATE_BURST": "1000000"}


@contextmanager
def on_sqlite(case: Case, place: Workplace) -> Iterator[Target]:
    """Runs one process with a data folder of its own."""
    with ExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory())
        people = sqlite_copy(case.name, meetings_of(case), place, Path(folder))
        yield target([stack.enter_context(serve({"DATA_DIR": folder}))], people)


@contextmanager
def on_postgresql(
    case: Case, place: Workplace, processes: int = 1, cores: Sequence[int] = (SERVER_CORE, OTHER_CORE)
) -> Iterator[Target]:
    """Runs so many processes on one database, on these processors by turns. With more than one, Redis tells them of
    each other. Each meeting's people go to one process, as a proxy sends them by the meeting.
    """
    with ExitStack() as stack:
        url, people = postgresql_copy(case.name, meetings_of(case), place)
        servers = []
        for number in range(processes):
            folder = stack.enter_context(tempfile.TemporaryDirectory())
            settings = {"DATA_DIR": folder, "DATABASE_URL": url}
            if processes > 1:
                settings["REDIS_URL"] = place.redis.url
            servers.append(stack.enter_context(serve(settings, cores[number % len(cores)])))
        yield target(servers, people)


def serve(settings: Mapping[str, str], core: int = SERVER_CORE) -> AbstractContextManager[Serving]:
    """Runs a process of the board with these settings."""
    return serving(python("-m", "meeting_server", "serve"), {"PORT": "0", **NO_LIMIT, **settings}, core=core)


def target(servers: list[Serving], people: list[Gathered]) -> Target:
    """Returns these servers, with the people who come to each."""
    return Target(
        [one.pid for one in servers],
        BOARD,
        [somebody(one, servers[one.meeting % len(servers)].port) for one in people],
    )


def somebody(one: Gathered, port: int) -> Somebody:
    """Returns a person on their page."""
    path = f"/socket.io/?EIO=4&transport=websocket&seat={one.seat}"
    return Somebody(port, one.meeting, path=path, cookie=f"board={one.cookie}")
