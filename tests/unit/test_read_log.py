"""The read log goes on by itself after nothing could be saved, and nobody is kept from reading meanwhile."""

from pathlib import Path

import pytest
import sqlalchemy as sa

from meeting_server.services import read_log as module
from meeting_server.services.live_meeting import LiveMeetings
from meeting_server.storage.tables import read_log
from tests.servers.served import make_room
from tests.servers.stores import open_store

pytestmark = pytest.mark.sqlite


class Noting:
    """A read log over a database that can be made read-only."""

    def __init__(self, folder: Path) -> None:
        self.database = open_store(folder)
        self.live = LiveMeetings(self.database, lambda: 7)
        self.reads = self.live.reads
        self.room = make_room(self.live).id

    def only_reading(self, on: bool) -> None:
        with self.database.writing() as connection:
            connection.exec_driver_sql(f"PRAGMA query_only={'ON' if on else 'OFF'}").close()

    def note(self, time: int) -> None:
        self.reads.note(
            {"time": time, "meeting": self.room, "attendee": "a", "action": "page", "streams": "everyone:1"}
        )

    def times(self) -> list[int]:
        with self.database.reading() as connection:
            return list(connection.execute(sa.select(read_log.c.time).order_by(read_log.c.id)).scalars())


@pytest.fixture
def noting(tmp_path: Path):
    found = Noting(tmp_path)
    yield found
    found.live.writer.stop()
    found.database.close()


def test_what_was_read_while_nothing_could_be_saved_is_noted_as_soon_as_it_can_be(noting: Noting) -> None:
    noting.note(1)
    noting.only_reading(True)
    noting.note(2)
    noting.note(3)
    assert noting.times() == [1]
    noting.only_reading(False)
    noting.note(4)
    assert noting.times() == [1, 2, 3, 4]


def test_what_is_owed_is_noted_without_another_reader_and_once(noting: Noting) -> None:
    noting.only_reading(True)
    noting.note(1)
    noting.only_reading(False)
    noting.reads.settle()
    noting.reads.settle()
    assert noting.times() == [1]


def test_what_is_owed_does_not_grow_without_end(noting: Noting, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_OWED", 3)
    noting.only_reading(True)
    for time in range(5):
        noting.note(time)
    noting.only_reading(False)
    noting.reads.settle()
    assert noting.times() == [0, 1, 2]
