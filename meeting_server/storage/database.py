"""The database: one connection for the writer, read-only connections beside it, migrations at the start."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory

from ..in_thread import InThread, at_once
from .trouble import NoDatabase, no_database

MIGRATIONS = Path(__file__).parent / "migrations"
OVERTAKEN = (sa.exc.IntegrityError, sa.exc.ProgrammingError)
"""Raised by a transaction that adds to a meeting where another process was first: the place is taken, or one of the
database's own rules knows more of the meeting.
"""
DATABASE_DOWN = (sa.exc.OperationalError, sa.exc.InternalError, sa.exc.InterfaceError, sa.exc.TimeoutError)
"""Raised by a database that is stopped, full, read-only or too busy."""


class DataInUse(Exception):
    """Another server holds this data folder."""


class Database(ABC):
    """Where everything is stored. `writing()` is for the one writer of this process, `reading()` for all others.

    `folder` is the process's own. `shared` means that other processes may write to the same database: then this
    process's cache is only as new as its last look.
    """

    shared = False

    def __init__(self, folder: Path) -> None:
        try:
            folder.mkdir(parents=True, exist_ok=True)
            folder.chmod(0o700)
        except OSError as error:
            raise no_database(error, folder) from None
        self.folder = folder

    @abstractmethod
    def writing(self) -> AbstractContextManager[sa.Connection]:
        """Opens a transaction. It is committed to the disk at the end, and rolled back on any error."""

    @contextmanager
    def reading(self) -> Iterator[sa.Connection]:
        """Opens a read-only connection."""
        with self._readers().connect() as connection:
            yield connection

    @abstractmethod
    def _readers(self) -> sa.Engine: ...

    @abstractmethod
    def hold(self, connection: sa.Connection, meetings: Iterable[str]) -> Mapping[str, int]:
        """Keeps other processes from writing to these meetings and to those of the same sittings until the transaction
        is over. Returns the position of each meeting that exists.
        """

    @abstractmethod
    def ending(self, connection: sa.Connection, meetings: Sequence[str]) -> AbstractContextManager[None]:
        """Wraps the last statements of one of the writer's transactions: nothing more is sent in it afterwards.
        `meetings` are those it adds to, unless they are held.
        """

    def is_away(self, error: Exception) -> bool:
        """True if the server was not reached: then the next statement fails too."""
        return False

    @abstractmethod
    def forget(self) -> None:
        """Makes the database drop what was overwritten, as far as it can."""

    @abstractmethod
    def close(self) -> None:
        """Closes the connections."""


def migrate(connection: sa.Connection) -> None:
    """Brings the tables up to date, and commits."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["connection"] = connection
    _is_known(connection, ScriptDirectory.from_config(config))
    command.upgrade(config, "head")
    connection.commit()


def is_up_to_date(connection: sa.Connection) -> bool:
    """True if the tables are those of this release."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    now = MigrationContext.configure(connection).get_current_revision()
    return now == ScriptDirectory.from_config(config).get_current_head()


def _is_known(connection: sa.Connection, script: ScriptDirectory) -> None:
    now = MigrationContext.configure(connection).get_current_revision()
    if now is not None and now not in {one.revision for one in script.walk_revisions()}:
        raise NoDatabase(
            "The database was made or brought up to date by a newer release. Install that release, or put back a "
            "backup that this release took."
        )


def open_database(folder: Path, url: str = "", in_thread: InThread = at_once) -> Database:
    """Opens the database in a folder (SQLite), or the one at a DATABASE_URL (PostgreSQL). Refused: DataInUse,
    NoDatabase.

    `in_thread` waits for the disk in a thread, so that a caller in an event loop does not hold it up.
    """
    from .postgresql import PostgresDatabase
    from .sqlite import SqliteDatabase

    return PostgresDatabase(folder, url) if url else SqliteDatabase(folder, in_thread)


def open_to_read(folder: Path, url: str = "") -> Database:
    """Opens the database only to read, also while a server uses it. Refused: NoDatabase, also if there is none."""
    from .sqlite_beside import SqliteBeside, is_there

    if url:
        return open_database(folder, url)
    is_there(folder)
    try:
        return open_database(folder)
    except DataInUse:
        return SqliteBeside(folder)
