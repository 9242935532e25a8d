"""PostgreSQL, for several processes on one machine or many that serve the same meetings (decision 0030)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import psycopg
import sqlalchemy as sa
from psycopg.conninfo import conninfo_to_dict

from .circuit_breaker import CircuitBreaker, CircuitOpen
from .database import Database, migrate
from .postgresql_connection import last_of_all, make_engine
from .trouble import NoDatabase

_MIGRATING = 0x626F617264
"""The advisory lock of the process that brings the tables up to date: servers may start at the same time."""
_WRITER = (
    "lock_timeout=2000",
    "statement_timeout=3000",
    "idle_in_transaction_session_timeout=5000",
    "synchronous_commit=on",
)
_READER = ("statement_timeout=4000", "idle_in_transaction_session_timeout=60000", "default_transaction_read_only=on")
_WRITER_SECONDS, _READER_SECONDS = 4.0, 5.0
"""The timeouts for one answer. They are a little longer than the server's own, which should come first."""

_HOLD = """
    SELECT id, position FROM meetings
    WHERE id = ANY(%(asked)s) OR id IN (
        SELECT meeting FROM sitting_families
        WHERE sitting IN (SELECT sitting FROM sitting_families WHERE meeting = ANY(%(asked)s)))
    ORDER BY id FOR UPDATE
"""
"""Every process locks in one order, so that two processes never wait for each other."""
_BEHIND_OTHERS = "SELECT FROM meetings WHERE id = ANY(%s) ORDER BY id FOR NO KEY UPDATE"
"""Sent before anything is added. Without it, an event that waits for its meeting's row would take a place that the
holder of the row needs.
"""


class PostgresDatabase(Database):
    """The database at `url`, in any form that libpq takes, also with several hosts, one of which is written to.

    A lost connection is made anew by itself. Until then nothing is written.
    """

    shared = True

    def __init__(self, folder: Path, url: str) -> None:
        super().__init__(folder)
        self._patience = CircuitBreaker(self.is_away)
        try:
            address = conninfo_to_dict(url.replace("postgresql+psycopg:", "postgresql:", 1))
            self._writer_engine = make_engine(address, _WRITER, _WRITER_SECONDS, size=1)
            self._reader_engine = make_engine(
                _for_reading(address),
                _READER,
                _READER_SECONDS,
                size=8,
                isolation_level="REPEATABLE READ",
                pool_pre_ping=True,
            )
            self._migrate(address)
        except psycopg.ProgrammingError:
            # Its text quotes the address.
            raise NoDatabase("DATABASE_URL must be as postgresql://USER@HOST/NAME.") from None
        except sa.exc.DBAPIError as error:
            # Its text may quote the address with its password.
            kind = type(error.orig).__name__
            raise NoDatabase(
                f"The database at DATABASE_URL can't be used ({kind}). Is it running, and is it ours?"
            ) from None

    def _migrate(self, address: Mapping[str, Any]) -> None:
        engine = make_engine(address, (), None, size=1)
        with engine.connect() as connection:
            connection.execute(sa.select(sa.func.pg_advisory_lock(_MIGRATING)))
            migrate(connection)
            connection.execute(sa.select(sa.func.pg_advisory_unlock(_MIGRATING)))
        engine.dispose()

    @contextmanager
    def writing(self) -> Iterator[sa.Connection]:
        """Opens a transaction. It is committed to the disk at the end, and rolled back on any error."""
        with self._patience.asking(), self._writer_engine.connect() as connection:
            try:
                with connection.begin():
                    yield connection
            except (sa.exc.OperationalError, sa.exc.InternalError):
                # The connection may lead to a server that is read-only since another took over. The next one is made
                # anew.
                with suppress(sa.exc.DBAPIError):
                    connection.invalidate()
                raise

    @contextmanager
    def reading(self) -> Iterator[sa.Connection]:
        """Opens a read-only connection."""
        with self._patience.asking(), super().reading() as connection:
            yield connection

    def _readers(self) -> sa.Engine:
        return self._reader_engine

    def hold(self, connection: sa.Connection, meetings: Iterable[str]) -> Mapping[str, int]:
        """Locks the rows of these meetings, and of all that sit together with one of them, until the end."""
        found = connection.exec_driver_sql(_HOLD, {"asked": list(meetings)})
        return {row.id: row.position for row in found}

    @contextmanager
    def ending(self, connection: sa.Connection, meetings: Sequence[str]) -> Iterator[None]:
        """Sends the rest of the transaction and its COMMIT in one round trip."""
        with last_of_all(connection) as raw:
            if meetings:
                raw.execute(_BEHIND_OTHERS, [list(meetings)], prepare=True)
            yield

    def is_away(self, error: Exception) -> bool:
        """True if the server did not answer: an error that the server itself raises has a code."""
        if isinstance(error, CircuitOpen):
            return True
        return isinstance(error, sa.exc.OperationalError) and getattr(error.orig, "sqlstate", "") is None

    def forget(self) -> None:
        """Does nothing: autovacuum drops what was overwritten, soon and always (migration 0006)."""

    def close(self) -> None:
        self._writer_engine.dispose()
        self._reader_engine.dispose()


def _for_reading(address: Mapping[str, Any]) -> Mapping[str, Any]:
    """Returns the address for reading. A connection that is read-only by its own settings does not count as
    "read-write", so of several hosts it looks for the primary.
    """
    wanted = address.get("target_session_attrs")
    return {**address, "target_session_attrs": "primary"} if wanted == "read-write" else address
