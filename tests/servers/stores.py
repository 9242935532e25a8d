"""Which store the tests run on: SQLite in each test's folder, or with TEST_STORE=postgresql a database for each folder.

The PostgreSQL is the one at TEST_POSTGRES, which the test command starts for all its workers, or one of this process.
A test that is about PostgreSQL, or about several servers, says so for its folders (`share`), whatever the others run on.
"""

import atexit
import hashlib
import os
import shutil
import tempfile
from contextlib import closing
from functools import cache
from pathlib import Path
from typing import Any

import psycopg
import sqlalchemy as sa

from meeting_server.storage.database import Database, open_database
from meeting_server.storage.sqlite import NAME
from tools.services import Postgres

ON_POSTGRESQL = os.environ.get("TEST_STORE") == "postgresql"
_MIGRATED = "migrated"
_shared: dict[Path, str] = {}


@cache
def server() -> str:
    """The address of a PostgreSQL for tests, up to the database's name."""
    known = os.environ.get("TEST_POSTGRES")
    if not known:
        # Nobody pulls the plug while these run, and dozens of databases are made.
        made = Postgres(["fsync=off"]).start()
        atexit.register(made.remove)
        known = made.url("")
    return known


def _name(folder: Path) -> str:
    return "t" + hashlib.sha256(str(folder.resolve()).encode()).hexdigest()[:32]


@cache
def _migrated() -> str:
    """A database with all tables and no rows, made once for each server: to copy it is faster than to migrate."""
    with closing(psycopg.connect(server() + "postgres", autocommit=True)) as connection:
        connection.execute("SELECT pg_advisory_lock(1)")
        if not _is_there(connection, _MIGRATED):
            connection.execute('CREATE DATABASE "half made"')
            with tempfile.TemporaryDirectory() as folder:
                open_database(Path(folder), server() + "half%20made").close()
            connection.execute(f'ALTER DATABASE "half made" RENAME TO "{_MIGRATED}"')
    return _MIGRATED


def _is_there(connection: "psycopg.Connection[Any]", name: str) -> bool:
    return connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone() is not None


def _make(name: str, like: str) -> None:
    with closing(psycopg.connect(server() + "postgres", autocommit=True)) as connection:
        if not _is_there(connection, name):
            connection.execute(f'CREATE DATABASE "{name}" TEMPLATE "{like}"')


def share(url: str, *folders: Path) -> str:
    """From now on these folders are those of servers on this database."""
    _shared.update((folder.resolve(), url) for folder in folders)
    return url


def database_for(*folders: Path) -> str:
    """A database that servers with these folders share, new and with all its tables; its DATABASE_URL."""
    _make(_name(folders[0]), like=_migrated())
    return share(server() + _name(folders[0]), *folders)


def url_for(folder: Path) -> str:
    """The DATABASE_URL of a test's folder, made where it is new; empty on SQLite."""
    known = _shared.get(folder.resolve())
    return database_for(folder) if known is None and ON_POSTGRESQL else known or ""


def open_store(folder: Path) -> Database:
    """The database of a test's folder."""
    return open_database(folder, url_for(folder))


def copy_store(source: Path, to: Path) -> None:
    """What is in one folder, in another one too. Nobody may have either open."""
    shutil.copytree(source, to, dirs_exist_ok=True)
    if ON_POSTGRESQL:
        _make(_name(to), like=_name(source))
        share(server() + _name(to), to)


def rows(folder: Path, statement: str, **values: Any) -> list[Any]:
    """What a statement finds, read beside the server that holds the folder."""
    url = (
        url_for(folder).replace("postgresql:", "postgresql+psycopg:")
        or f"sqlite:///file:{folder / NAME}?mode=ro&uri=true"
    )
    engine = sa.create_engine(url, poolclass=sa.pool.NullPool)
    with engine.connect() as connection:
        return list(connection.execute(sa.text(statement), values))


def tables(folder: Path) -> list[str]:
    """The names of all tables."""
    found = "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1" if url_for(folder) else (
        "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY 1"
    )  # fmt: skip
    return [name for (name,) in rows(folder, found)]


def dump(folder: Path, without: tuple[str, ...] = ()) -> str:
    """Every row of every table, in one order, as text."""
    wanted = [table for table in tables(folder) if table not in without]
    found = {table: sorted(repr(tuple(row)) for row in rows(folder, f'SELECT * FROM "{table}"')) for table in wanted}
    return repr(found)


def kept(folder: Path) -> bytes:
    """All that a stranger finds with the store in hand: every byte of SQLite's files; on PostgreSQL every row."""
    if url_for(folder):
        return dump(folder).encode()
    return b"".join(path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file())


def hurry(live: Any) -> None:
    """Nobody pulls the plug while this process prepares a test, and dozens of waits for the disk add up."""
    live.writer.run(lambda connection: connection.exec_driver_sql(
        "SET synchronous_commit = off" if live.database.shared else "PRAGMA synchronous=OFF").close())  # fmt: skip
