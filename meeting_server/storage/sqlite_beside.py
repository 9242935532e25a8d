"""SQLite in a folder that a server uses, read beside it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path

import sqlalchemy as sa

from .database import Database, DataInUse, is_up_to_date
from .sqlite import IN_USE, NAME, engine_at
from .trouble import NoDatabase, look_at, no_database


class SqliteBeside(Database):
    """A database to read from for a moment. Refused: NoDatabase, also if the server is of another release."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._engine = engine_at(folder / NAME, read_only=True)
        try:
            with self.reading() as connection:
                known = is_up_to_date(connection)
        except sa.exc.DBAPIError as error:
            self.close()
            raise no_database(error, folder) from None
        if not known:
            self.close()
            raise NoDatabase(
                "The server that has the data is of another release. Use that release's own program for this."
            )

    @contextmanager
    def reading(self) -> Iterator[sa.Connection]:
        """Opens everything as of one moment, while the server goes on writing: half a commit would look like a
        fault.
        """
        with super().reading() as connection:
            connection.exec_driver_sql("BEGIN").close()
            yield connection

    def writing(self) -> AbstractContextManager[sa.Connection]:
        """Refuses: the server writes."""
        raise DataInUse(IN_USE % self.folder)

    def _readers(self) -> sa.Engine:
        return self._engine

    def hold(self, connection: sa.Connection, meetings: Iterable[str]) -> Mapping[str, int]:
        """Refuses: the server writes."""
        raise DataInUse(IN_USE % self.folder)

    def ending(self, connection: sa.Connection, meetings: Sequence[str]) -> AbstractContextManager[None]:
        """Does nothing, because nothing is written."""
        return nullcontext()

    def forget(self) -> None:
        """Does nothing, because nothing is written."""

    def close(self) -> None:
        self._engine.dispose()


def is_there(folder: Path) -> None:
    """Raises NoDatabase for a folder without a database: reading makes none."""
    look_at(folder / NAME)
    if not (folder / NAME).exists():
        raise NoDatabase(f"There is no data in {folder}. Is DATA_DIR right?")
