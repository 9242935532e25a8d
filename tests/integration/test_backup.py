"""A backup taken while people write, put back elsewhere: every log holds, and the boards are the same."""

import sqlite3
import stat
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.people.on_the_wire import Wire
from tests.servers.served import House, Room, Served, command, make_rooms

pytestmark = pytest.mark.sqlite


@pytest.fixture
def two_rooms(tmp_path: Path) -> Iterator[tuple[House, Room, Room]]:
    """A server with a meeting in which nobody writes any more, and one in which somebody does."""
    quiet, busy = make_rooms(tmp_path / "here", 2)
    served = Served(tmp_path / "here", RATE_PER_SECOND="1000", RATE_BURST="1000").start()
    house = House(served, [])
    yield house, quiet, busy
    house.close()
    assert served.stop() == 0
    assert "Traceback" not in served.log


class Writing(threading.Thread):
    """Somebody who adds one point after another, and knows which were acknowledged, and in which order."""

    def __init__(self, wire: Wire) -> None:
        super().__init__(daemon=True)
        self.wire = wire
        self.acknowledged: list[str] = []
        self.enough = threading.Event()

    def run(self) -> None:
        while not self.enough.is_set():
            self.acknowledged.append(self.wire.add("Something more."))


def test_a_backup_under_load_holds_all_that_was_acknowledged_before_it(
    two_rooms: tuple[House, Room, Room], tmp_path: Path
) -> None:
    house, quiet, busy = two_rooms
    _, still = house.gather(quiet, "nurse")
    still.add("Said before the backup.")
    board = still.fresh()["everyone"]
    _, police = house.gather(busy, "police")
    writing = Writing(police)
    writing.start()
    police.until(lambda: len(writing.acknowledged) > 50)
    before = list(writing.acknowledged)
    made = command("backup", str(tmp_path / "backup.sqlite3"), data_dir=house.data_dir)
    assert made.returncode == 0, made.stderr
    police.until(lambda: len(writing.acknowledged) > len(before) + 20)
    writing.enough.set()
    writing.join()
    assert stat.S_IMODE((tmp_path / "backup.sqlite3").stat().st_mode) == 0o600

    restored = command("restore", str(tmp_path / "backup.sqlite3"), data_dir=tmp_path / "there")
    assert restored.returncode == 0, restored.stdout + restored.stderr
    assert restored.stdout.startswith("VALID: 2 meetings")
    there = Served(tmp_path / "there").start()
    again = House(there, [])
    nurse = again.joins(quiet, "nurse")
    chair = again.joins(busy, "chair")
    assert nurse.snapshots[-1]["state"] == "waiting", "a link on another machine is another device"
    kept = chair.things("items")
    assert set(before) <= set(kept), "every point acknowledged before the backup was taken is in it"
    assert set(kept) <= set(writing.acknowledged)
    assert again.joins(quiet, "chair").fresh()["everyone"]["things"]["items"] == board["things"]["items"]
    again.close()
    assert there.stop() == 0


def test_neither_a_backup_nor_data_is_ever_written_over(two_rooms: tuple[House, Room, Room], tmp_path: Path) -> None:
    house, _, _ = two_rooms
    file = tmp_path / "backup.sqlite3"
    assert command("backup", str(file), data_dir=house.data_dir).returncode == 0
    whole = file.read_bytes()
    again = command("backup", str(file), data_dir=house.data_dir)
    assert (again.returncode, again.stderr.strip()) == (1, f"{file} is there already. Give another name.")
    assert file.read_bytes() == whole
    onto = command("restore", str(file), data_dir=house.data_dir)
    assert onto.returncode == 1
    assert "There is data in" in onto.stderr
    assert "There is no data in" in command("backup", str(tmp_path / "b"), data_dir=tmp_path / "none").stderr
    assert "There is no backup" in command("restore", str(tmp_path / "b"), data_dir=tmp_path / "new").stderr
    assert not list(tmp_path.glob(".*.part"))


def test_a_damaged_backup_is_not_put_back_and_a_changed_log_is_told(
    two_rooms: tuple[House, Room, Room], tmp_path: Path
) -> None:
    house, quiet, _ = two_rooms
    file, there = tmp_path / "backup.sqlite3", tmp_path / "there"
    assert command("backup", str(file), data_dir=house.data_dir).returncode == 0
    (tmp_path / "cut.sqlite3").write_bytes(file.read_bytes()[:40_000])
    cut = command("restore", str(tmp_path / "cut.sqlite3"), data_dir=there)
    assert (cut.returncode, "could not be put back" in cut.stderr) == (1, True)
    assert not (there / "common-ground.sqlite3").exists()
    with closing(sqlite3.connect(file)) as database:
        database.execute("DROP TRIGGER IF EXISTS events_are_for_good_update")
        for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type='trigger'").fetchall():
            database.execute(f"DROP TRIGGER {name}")
        database.execute("UPDATE events SET time = time + 1 WHERE n = 2 AND meeting = ?", (quiet.id,))
        database.commit()
    told = command("restore", str(file), data_dir=there)
    assert told.returncode == 1
    assert "its hash is wrong" in told.stdout
    assert told.stdout.strip().splitlines()[-1].startswith("INVALID: ")
