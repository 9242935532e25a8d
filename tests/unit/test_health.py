"""Alive and ready: ready is a real commit in the last five seconds, and room on the disk."""

import logging
from pathlib import Path

import pytest
import sqlalchemy as sa

from meeting_server.app import create_app
from meeting_server.services.health import Health
from meeting_server.services.writer import Writer
from meeting_server.settings import Settings
from meeting_server.storage.tables import heartbeat
from tests.servers.stores import open_store


class Watched:
    """The health of a database in a folder, at a time of its own."""

    def __init__(self, folder: Path, least_free: int = 0) -> None:
        self.now = 0.0
        self.database = open_store(folder)
        self.writer = Writer(self.database, lambda: 7, lambda told: None)
        self.health = Health(self.writer, self.database, lambda: 7, least_free, lambda: self.now)

    def close(self) -> None:
        self.writer.stop()
        self.database.close()


@pytest.fixture
def watched(tmp_path: Path):
    found = Watched(tmp_path)
    yield found
    found.close()


def test_a_process_is_ready_from_its_first_commit_and_for_five_seconds_after_each(watched: Watched) -> None:
    assert watched.health.troubles() == ["no_commit"]
    watched.health.beat()
    with watched.database.reading() as connection:
        assert connection.execute(sa.select(heartbeat.c.at)).scalar_one() == 7
    for now, troubles in ((4.9, []), (5.1, ["no_commit"])):
        watched.now = now
        assert watched.health.troubles() == troubles
    watched.health.beat()
    assert watched.health.troubles() == []


@pytest.mark.sqlite
def test_while_nothing_can_be_saved_it_is_not_ready_and_says_so_once(
    watched: Watched, caplog: pytest.LogCaptureFixture
) -> None:
    watched.health.beat()
    with watched.database.writing() as connection:
        connection.exec_driver_sql("PRAGMA query_only=ON").close()
    watched.now = 10
    with caplog.at_level(logging.WARNING):
        for _ in range(3):
            watched.health.beat()
    assert watched.health.troubles() == ["no_commit"]
    with watched.database.writing() as connection:
        connection.exec_driver_sql("PRAGMA query_only=OFF").close()
    watched.health.beat()
    assert watched.health.troubles() == []
    assert [one.getMessage() for one in caplog.records] == [
        "Nothing can be saved: OperationalError",
        "Saving works again.",
    ]


def test_a_disk_that_is_nearly_full_is_told(tmp_path: Path) -> None:
    watched = Watched(tmp_path, least_free=1 << 62)
    watched.health.beat()
    assert watched.health.troubles() == ["disk_low"]
    watched.close()


def test_the_pages_say_it_to_anybody_and_say_nothing_else(tmp_path: Path) -> None:
    running = create_app(Settings(data_dir=tmp_path, async_mode="threading", least_free_mb=0), open_store(tmp_path))
    health = running.app.extensions["health"]
    with running.app.test_client() as client:
        assert client.get("/health/live").json == {"live": True}
        health.beat()
        ready = client.get("/health/ready")
        assert (ready.status_code, ready.json) == (200, {"ready": True, "troubles": []})
        health._beaten = None
        out = client.get("/health/ready")
        assert (out.status_code, out.json) == (503, {"ready": False, "troubles": ["no_commit"]})
    running.stop()
