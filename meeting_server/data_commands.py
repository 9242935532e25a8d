"""The commands for the administrator of the data: check every log, take a backup, put one back."""

import argparse
import sys

import sqlalchemy as sa

from .settings import Settings
from .storage.backup import BackupError, put_back, take_backup
from .storage.database import open_to_read
from .storage.tables import meetings
from .storage.verify import verify

Done = int


class Wrong(Exception):
    """The command cannot be done; the message is the one sentence to print."""


def verify_logs(options: argparse.Namespace, settings: Settings) -> Done:
    """Checks the chain of one meeting, or of every one."""
    if options.all == bool(options.meeting):
        raise Wrong("Give a meeting's id, or --all.")
    if options.all:
        return _verify_all(settings)
    database = open_to_read(settings.data_dir, settings.database_url)
    with database.reading() as connection:
        if connection.execute(sa.select(meetings.c.id).where(meetings.c.id == options.meeting)).first() is None:
            raise Wrong(f"There is no meeting {options.meeting}.")
        verdict = verify(connection, options.meeting)
    database.close()
    for line in verdict.wrong:
        print(line)
    holds = f"VALID: {verdict.events} events" + (f", {verdict.redacted} redacted" if verdict.redacted else "")
    if verdict.erased:
        print(f"names: {verdict.erased} erased, no longer named")
    if verdict.uncovered:
        print(f"names: {verdict.uncovered} not covered before this release")
    print("INVALID" if verdict.wrong else holds)
    return 1 if verdict.wrong else 0


def _verify_all(settings: Settings) -> Done:
    """Checks every log. Prints one line for each fault, and a last line for all of them."""
    database = open_to_read(settings.data_dir, settings.database_url)
    events = faults = uncovered = 0
    with database.reading() as connection:
        ids = list(connection.execute(sa.select(meetings.c.id).order_by(meetings.c.made_at)).scalars())
        for at, id in enumerate(ids, start=1):
            verdict = verify(connection, id)
            events, faults = events + verdict.events, faults + len(verdict.wrong)
            uncovered += verdict.uncovered
            for line in verdict.wrong:
                print(f"{id}: {line}")
            if sys.stderr.isatty():
                print(f"\r{at} of {len(ids)} meetings", end="\n" if at == len(ids) else "", file=sys.stderr)
    database.close()
    if uncovered:
        print(f"names: {uncovered} not covered before this release")
    print(f"INVALID: {faults} faults" if faults else f"VALID: {len(ids)} meetings, {events} events")
    return 1 if faults else 0


def backup(options: argparse.Namespace, settings: Settings) -> Done:
    """Copies the database to a file, beside a running server."""
    _on_sqlite(settings, "pg_dump")
    try:
        size = take_backup(settings.data_dir, options.file)
    except BackupError as error:
        raise Wrong(str(error)) from None
    print(f"The backup is in {options.file}, {size} bytes. Everything people wrote is in it: keep it encrypted.")
    return 0


def restore(options: argparse.Namespace, settings: Settings) -> Done:
    """Puts a backup into an empty data folder, and checks every log in it."""
    _on_sqlite(settings, "pg_restore")
    try:
        put_back(options.file, settings.data_dir)
    except BackupError as error:
        raise Wrong(str(error)) from None
    return _verify_all(settings)


def _on_sqlite(settings: Settings, instead: str) -> None:
    if settings.database_url:
        raise Wrong(f"This is for SQLite. On PostgreSQL use {instead}, then verify --all: see docs/operations.md.")
