"""SQLite in a folder, for one process, which is the only one to write."""

import fcntl
import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, ExitStack, closing, contextmanager, nullcontext, suppress
from pathlib import Path
from typing import IO, Any

import sqlalchemy as sa

from ..in_thread import InThread, at_once
from .database import Database, DataInUse, migrate
from .prepared_statement import as_ours
from .tables import meetings as table
from .trouble import NoDatabase, look_at, no_database

NAME = "common-ground.sqlite3"
IN_USE = "Another server is already using the data in %s. Stop it first, or set DATA_DIR to another folder."
SLOW_SECONDS, THREAD_SECONDS = 0.01, 0.0004
"""After a commit that took so long, the next commits wait for the disk in a thread. The thread costs so much more for
each commit. It is used for as many commits as cost together what the slow one cost.
"""


class SqliteDatabase(Database):
    """One connection writes, and all others open the file with mode=ro. That avoids the fault of SQLite's WAL mode
    before 3.51.3, in which two connections that write or checkpoint at once can lose a page.

    `in_thread` waits for a slow disk while the loop serves all others.
    """

    def __init__(self, folder: Path, in_thread: InThread = at_once) -> None:
        super().__init__(folder)
        self._in_thread, self._wary = in_thread, 0
        self.path = folder / NAME
        with ExitStack() as undo:
            self._lock = _only_one(folder / "server.lock")
            undo.callback(self._lock.close)
            look_at(self.path)
            self._is_ours()
            self._writer_engine = engine_at(self.path, read_only=False)
            undo.callback(self._writer_engine.dispose)
            try:
                self._open()
            except (OSError, sqlite3.Error, sa.exc.DBAPIError) as error:
                raise no_database(error, folder) from None
            undo.pop_all()
        self._reader_engine = engine_at(self.path, read_only=True)

    def _is_ours(self) -> None:
        """Raises NoDatabase if the database is another program's, before anything in it is changed."""
        if not self.path.exists():
            return
        try:
            with closing(sqlite3.connect(f"file:{self.path}?mode=ro", uri=True)) as connection:
                names = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        except sqlite3.Error as error:
            raise no_database(error, self.folder) from None
        if names and "alembic_version" not in names:
            raise NoDatabase(f"The database in {self.folder} is another program's. Set DATA_DIR to another folder.")

    def _open(self) -> None:
        """Opens the writing connection, brings the tables to this release, and lets only the owner read the files."""
        self._connection = self._writer_engine.connect()
        migrate(self._connection)
        for file in self.folder.glob(NAME + "*"):
            file.chmod(0o600)

    @contextmanager
    def writing(self) -> Iterator[sa.Connection]:
        """Opens a transaction on the writing connection. It is committed with fsync at the end, and rolled back on any
        error.
        """
        with self._connection.begin():
            yield self._connection
            driver: Any = self._connection.connection.driver_connection
            if driver.in_transaction:
                try:
                    self._commit(driver)
                except sqlite3.Error as error:
                    raise as_ours(self._connection, error) from None

    def _commit(self, driver: Any) -> None:
        """Commits in a thread only if the disk is slow: with a fast disk, changing threads takes longer than waiting
        for it.
        """
        took = (self._in_thread if self._wary else at_once)(lambda: _timed(driver.commit))
        self._wary = max(self._wary - 1, round(took / THREAD_SECONDS) if took > SLOW_SECONDS else 0)

    def _readers(self) -> sa.Engine:
        return self._reader_engine

    def hold(self, connection: sa.Connection, meetings: Iterable[str]) -> Mapping[str, int]:
        """Returns the positions. No other process can write."""
        wanted = sa.select(table.c.id, table.c.position).where(table.c.id.in_(list(meetings)))
        return {row.id: row.position for row in connection.execute(wanted)}

    def ending(self, connection: sa.Connection, meetings: Sequence[str]) -> AbstractContextManager[None]:
        """Does nothing: the database is in this process."""
        return nullcontext()

    def forget(self) -> None:
        """Makes SQLite drop overwritten pages: redacted text must not stay in the write-ahead log."""
        self._connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").close()
        self._connection.rollback()

    def close(self) -> None:
        """Closes the connections and releases the lock."""
        self._connection.close()
        self._writer_engine.dispose()
        self._reader_engine.dispose()
        self._lock.close()


def _timed(work: Callable[[], object]) -> float:
    """Returns how long it takes, in seconds. It is measured where the work is done, because a caller that waits for a
    thread waits for the loop as well.
    """
    began = time.monotonic()
    work()
    return time.monotonic() - began


def _only_one(path: Path) -> IO[str]:
    """Holds the lock file, or raises DataInUse. The lock goes with the process, however that ends."""
    try:
        lock = path.open("w")
    except OSError as error:
        raise no_database(error, path.parent) from None
    with suppress(OSError):
        path.chmod(0o600)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        lock.close()
        raise DataInUse(IN_USE % path.parent) from None
    return lock


def engine_at(path: Path, *, read_only: bool) -> sa.Engine:
    """Returns an engine for the database in this file."""
    mode = "ro" if read_only else "rwc"
    engine = sa.create_engine(
        f"sqlite:///file:{path}?mode={mode}&uri=true",
        poolclass=sa.pool.QueuePool if read_only else sa.pool.StaticPool,
        connect_args={"check_same_thread": False},
    )
    sa.event.listen(engine, "connect", _prepare_reader if read_only else _prepare_writer)
    return engine


def _prepare_writer(connection: Any, record: Any) -> None:
    for pragma in (
        "journal_mode=WAL",
        "synchronous=FULL",
        "foreign_keys=ON",
        "trusted_schema=OFF",
        "busy_timeout=50",
        "secure_delete=ON",
    ):
        connection.execute(f"PRAGMA {pragma}").close()


def _prepare_reader(connection: Any, record: Any) -> None:
    for pragma in ("query_only=ON", "trusted_schema=OFF", "busy_timeout=50"):
        connection.execute(f"PRAGMA {pragma}").close()
