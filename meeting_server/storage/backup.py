"""Copies the whole database while the server runs and writes, and puts a copy back into an empty folder.

The copy is one moment of the log. SQLite's own backup reads it in one transaction, beside the server, without holding
it up. It contains everything people wrote: the administrator of the server encrypts it before it goes anywhere.
"""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from .sqlite import NAME
from .whole_file import NameTaken, whole_file


class BackupError(Exception):
    """It cannot be done; the message says why."""


def take_backup(data_dir: Path, to: Path) -> int:
    """Copies the database of a data folder to a new file, and returns its size in bytes.

    The file is there whole or not at all, and only its owner may read it. Refused: no data, a file that is already
    there.
    """
    source = data_dir / NAME
    if not source.is_file():
        raise BackupError(f"There is no data in {data_dir}.")
    try:
        with whole_file(to) as beside:
            reading = sqlite3.connect(f"file:{source}?mode=ro", uri=True)
            with closing(reading) as here, closing(sqlite3.connect(beside)) as there:
                # All pages in one step: with several steps, every commit in between would start the copy again.
                here.backup(there, pages=-1)
                there.execute("PRAGMA journal_mode=DELETE").close()
                _is_sound(there)
    except NameTaken as taken:
        raise BackupError(str(taken)) from None
    except (OSError, sqlite3.Error) as error:
        raise BackupError(f"The backup could not be written to {to}: {type(error).__name__}.") from None
    return to.stat().st_size


def put_back(backup: Path, data_dir: Path) -> None:
    """Puts a backup into a data folder that has no data. Refused: no such backup, a damaged one, data in the folder."""
    if not backup.is_file():
        raise BackupError(f"There is no backup {backup}.")
    if (data_dir / NAME).exists():
        raise BackupError(f"There is data in {data_dir} already. Set DATA_DIR to an empty folder.")
    try:
        with closing(sqlite3.connect(f"file:{backup}?mode=ro", uri=True)) as there:
            _is_sound(there)
        data_dir.mkdir(parents=True, exist_ok=True)
        data_dir.chmod(0o700)
        beside = data_dir / f".{NAME}.part"
        shutil.copyfile(backup, beside)
        beside.chmod(0o600)
        beside.rename(data_dir / NAME)
    except (OSError, sqlite3.Error) as error:
        raise BackupError(f"{backup} could not be put back: {type(error).__name__}.") from None


def _is_sound(connection: sqlite3.Connection) -> None:
    """Raises sqlite3.DatabaseError for a file with pages that do not fit together."""
    found = connection.execute("PRAGMA integrity_check").fetchall()
    if found != [("ok",)]:
        raise sqlite3.DatabaseError
