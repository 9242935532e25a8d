"""The place of the runs: a folder for what is made once, and services that are started when they are first needed."""

import tempfile
from functools import cached_property
from pathlib import Path
from typing import Self, TypeVar

from tools.services import Postgres, Redis, Service, stop_all

from .machine import OTHER_CORE, keep_process_to

S = TypeVar("S", bound=Service)


class Workplace:
    """The workplace of one go of the benchmarks, as a `with` block."""

    def __init__(self) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="board-bench-")
        self.folder = Path(self._folder.name)
        self._started: list[Service] = []
        self._databases = 0

    @cached_property
    def postgres(self) -> Postgres:
        """Returns a PostgreSQL with its defaults: every commit is on the disk before it is answered."""
        return self._start(Postgres())

    @cached_property
    def redis(self) -> Redis:
        """Returns a Redis that writes nothing to the disk."""
        return self._start(Redis())

    def _start(self, service: S) -> S:
        self._started.append(service)
        service.start()
        if service.process:
            keep_process_to(OTHER_CORE, service.process.pid)
        return service

    def new_database(self, like: str | None = None) -> str:
        """Returns the DATABASE_URL of a new database, empty or a copy of another."""
        self._databases += 1
        return self.postgres.new_database(f"run{self._databases}", like)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        stop_all(self._started)
        self._folder.cleanup()
