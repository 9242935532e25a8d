"""Says what keeps a data folder from being used, in a sentence for the administrator, with what to do about it."""

import errno
import sqlite3
from pathlib import Path

import sqlalchemy as sa

_MAGIC = b"SQLite format 3\0"
_HEADER = 100
_NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_NOT_ALLOWED = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
_NO_FOLDER = frozenset({errno.EEXIST, errno.ENOTDIR})
_DAMAGED = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_FORMAT})
_READ_ONLY = frozenset({sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM})
_BUSY = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED})
_FULL = frozenset({sqlite3.SQLITE_FULL})
_DAMAGED_SAYS = (
    "The database in %s is damaged: %s. Keep its files as they are, and put the last backup into another, empty "
    "DATA_DIR with restore."
)


class NoDatabase(Exception):
    """The database can't be reached or used. The message says so without quoting an address's password."""


def no_database(error: Exception, folder: Path) -> NoDatabase:
    """Returns what went wrong with the database of this folder, for a person. The error's own text is never quoted: it
    may contain what people wrote.
    """
    original = error.orig if isinstance(error, sa.exc.DBAPIError) else error
    if isinstance(original, OSError):
        return NoDatabase(_of_the_system(original, folder))
    if isinstance(original, sqlite3.Error):
        return NoDatabase(_of_sqlite(getattr(original, "sqlite_errorcode", 0) & 0xFF, folder))
    return NoDatabase(f"The database can't be used ({type(original).__name__}). Is it running, and is it ours?")


def _of_the_system(error: OSError, folder: Path) -> str:
    if error.errno in _NO_FOLDER:
        return f"DATA_DIR {folder} is a file, or lies in one. Set DATA_DIR to a folder."
    if error.errno in _NO_ROOM:
        return _full(folder)
    if error.errno in _NOT_ALLOWED:
        return _read_only(folder)
    return f"DATA_DIR {folder} can't be used: {error.strerror or type(error).__name__}. Set DATA_DIR to another folder."


def _of_sqlite(code: int, folder: Path) -> str:
    if code in _DAMAGED:
        return _DAMAGED_SAYS % (folder, "what is in it does not hang together")
    if code in _READ_ONLY:
        return _read_only(folder)
    if code in _BUSY:
        return f"Another program has the database in {folder} open and writes to it. Close that program first."
    if code in _FULL:
        return _full(folder)
    return f"The database in {folder} can't be read or written ({code}). Its disk may be full or failing: look there."


def _full(folder: Path) -> str:
    return (
        f"There is no room left on the disk of DATA_DIR {folder}. Make room, then start again: nothing saved is lost."
    )


def _read_only(folder: Path) -> str:
    return (
        f"The data in DATA_DIR {folder} can't be opened for writing. Let the user who runs the server own the folder "
        "and the files in it, on a disk that is not read-only."
    )


def look_at(database: Path) -> None:
    """Raises NoDatabase if a file is there and can be seen not to be a whole database. SQLite itself would take an
    empty file for a new database, and would notice a missing end only when someone reads what was there.
    """
    try:
        size = database.stat().st_size
        with database.open("rb") as file:
            header = file.read(_HEADER)
    except FileNotFoundError:
        return
    except OSError as error:
        raise no_database(error, database.parent) from None
    if size == 0:
        raise NoDatabase(_DAMAGED_SAYS % (database.parent, "it is empty"))
    if not header.startswith(_MAGIC):
        raise NoDatabase(_DAMAGED_SAYS % (database.parent, "it is no SQLite file"))
    if size < _size_in(header) and not _unfinished(database):
        raise NoDatabase(_DAMAGED_SAYS % (database.parent, "its end is missing"))


def _size_in(header: bytes) -> int:
    """Returns how long the file says that it is, or 0 if an older SQLite wrote it, which does not say."""
    at = [int.from_bytes(header[start:end]) for start, end in ((16, 18), (24, 28), (28, 32), (92, 96))]
    page, changed, pages, changed_with_size = at
    return (65536 if page == 1 else page) * pages if changed == changed_with_size else 0


def _unfinished(database: Path) -> bool:
    """True if the write-ahead log has pages that are not in the file yet."""
    log = database.with_name(database.name + "-wal")
    return log.exists() and log.stat().st_size > 0
