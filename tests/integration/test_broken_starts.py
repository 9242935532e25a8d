"""Whatever is wrong with the data, each command says so in one sentence with what to do, and shows no traceback."""

import os
import resource
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from meeting_server import command_line
from meeting_server.command_line import run
from meeting_server.settings import Settings
from meeting_server.storage.sqlite import NAME
from tests.servers.served import House, command, make_rooms

pytestmark = pytest.mark.sqlite
MEETING = "00000000-0000-4000-8000-000000000000"
COMMANDS = (["serve"], ["demo"], ["verify", "--all"], ["verify", MEETING], ["export", MEETING])
NOBODY = 65534


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A database with a meeting in it, as one file."""
    folder = tmp_path_factory.mktemp("whole")
    make_rooms(folder, 1)
    with closing(sqlite3.connect(folder / NAME)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").close()
    return (folder / NAME).read_bytes()


Break = Callable[[Path, bytes], object]


def _holds(content: Callable[[bytes], bytes]) -> Break:
    def make(folder: Path, whole: bytes) -> None:
        folder.mkdir()
        (folder / NAME).write_bytes(content(whole))

    return make


def _after(statement: str) -> Break:
    def make(folder: Path, whole: bytes) -> None:
        folder.mkdir()
        (folder / NAME).write_bytes(whole)
        with closing(sqlite3.connect(folder / NAME)) as connection:
            connection.execute(statement)
            connection.commit()

    return make


def _other(folder: Path, _: bytes) -> None:
    folder.mkdir()
    with closing(sqlite3.connect(folder / NAME)) as connection:
        connection.execute("CREATE TABLE recipes (name)")
        connection.commit()


def _in_a_file(folder: Path, _: bytes) -> None:
    folder.write_text("Nothing of ours.")


def _lock_is_a_folder(folder: Path, whole: bytes) -> None:
    _holds(lambda content: content)(folder, whole)
    (folder / "server.lock").mkdir()


def _is_a_folder(folder: Path, _: bytes) -> None:
    (folder / NAME).mkdir(parents=True)


BROKEN: dict[str, tuple[Break, str]] = {
    "DATA_DIR is a file": (_in_a_file, "is a file"),
    "the database is a folder": (_is_a_folder, "can't be used"),
    "the lock is a folder": (_lock_is_a_folder, "can't be used"),
    "no database": (_holds(lambda _: b"Nothing of ours." * 500), "is no SQLite file"),
    "empty": (_holds(lambda _: b""), "is empty"),
    "truncated to its half": (_holds(lambda whole: whole[: len(whole) // 8192 * 4096]), "its end is missing"),
    "truncated within its head": (_holds(lambda whole: whole[:50]), "is damaged"),
    "its first page overwritten": (_holds(lambda whole: whole[:100] + b"\xff" * 3000 + whole[3100:]), "is damaged"),
    "of a newer release": (_after("UPDATE alembic_version SET version_num = '9999'"), "newer release"),
    "another program's": (_other, "another program's"),
}
WHAT_TO_DO = ("Set DATA_DIR", "restore", "Install", "Make room", "own the folder", "look there", "Is DATA_DIR right?")


def _says(words: list[str], folder: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """The one sentence or two on standard error with which a command gives up, in this process."""
    assert run(words, Settings(port=0, data_dir=folder, async_mode="threading")) == 1
    said = capsys.readouterr()
    assert said.out == ""
    (line,) = said.err.strip().splitlines()
    assert line[-1] in ".?"
    assert any(one in line for one in WHAT_TO_DO), line
    return line


@pytest.fixture(autouse=True)
def quiet(monkeypatch: pytest.MonkeyPatch) -> None:
    """The log of a server is not what these are about, nor the number of files of this process."""
    monkeypatch.setattr(command_line.logs, "set_up", lambda *_: None)
    monkeypatch.setattr(command_line, "allow_all_files", lambda: None)
    monkeypatch.setattr(command_line.os, "umask", lambda _: 0)


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
@pytest.mark.parametrize("broken", BROKEN)
def test_a_broken_start_is_one_sentence_and_what_to_do(
    broken: str, words: list[str], whole: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    breaks, sentence = BROKEN[broken]
    folder = tmp_path / "data"
    breaks(folder, whole)
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    assert sentence in _says(words, folder, capsys)
    after = {path: path.read_bytes() for path in before}
    assert after == before, "nothing of what is there is changed"


@contextmanager
def _no_room() -> Iterator[None]:
    """The disk has no room, for files of this process."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@contextmanager
def _may_not_write(folder: Path) -> Iterator[None]:
    """This process is somebody who may read the folder and not write there."""
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o555 if path.is_dir() else 0o444)
    for above in folder.parents[:3]:
        above.chmod(0o755)
    root = os.geteuid() == 0
    if root:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)
        folder.chmod(0o755)


@pytest.mark.parametrize("words", [["serve"], ["demo"]], ids=" ".join)
@pytest.mark.parametrize("new", [True, False], ids=["new", "there"])
def test_a_full_disk_at_the_start_is_one_sentence(
    words: list[str], new: bool, whole: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "data"
    if not new:
        _holds(lambda content: content)(folder, whole)
    with _no_room():
        assert "full" in _says(words, folder, capsys)


@pytest.mark.parametrize("words", [["serve"], ["demo"]], ids=" ".join)
def test_data_that_may_not_be_written_is_one_sentence(
    words: list[str], whole: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "data"
    _holds(lambda content: content)(folder, whole)
    with _may_not_write(folder):
        assert "can't be opened for writing" in _says(words, folder, capsys)


@pytest.mark.parametrize("words", [["verify", "--all"], ["verify", MEETING], ["export", MEETING]], ids=" ".join)
def test_who_only_reads_makes_no_data(words: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "There is no data" in _says(words, tmp_path / "nowhere", capsys)
    assert not list(tmp_path.iterdir())


def test_the_process_itself_ends_with_1_and_the_sentence_alone(tmp_path: Path) -> None:
    (tmp_path / NAME).write_bytes(b"Nothing of ours." * 500)
    done = command("serve", data_dir=tmp_path)
    assert (done.returncode, done.stdout) == (1, "")
    assert "damaged" in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


def test_verify_and_export_work_beside_the_server_that_has_the_data(house: House, tmp_path: Path) -> None:
    room = house.room()
    chair, _ = house.gather(room, "mum")
    chair.add("Said while it runs.")
    done = command("verify", room.id, data_dir=house.data_dir)
    assert done.stdout.startswith("VALID: "), done.stderr
    assert command("verify", "--all", data_dir=house.data_dir).stdout.startswith("VALID: ")
    out = tmp_path / "record.json"
    made = command("export", room.id, "--format", "json", "--out", str(out), data_dir=house.data_dir)
    assert made.returncode == 0, made.stderr
    assert "Said while it runs." in out.read_text("utf-8")
    chair.add("And it goes on.")


def test_an_export_is_its_owners_alone_whole_or_not_there_and_never_over_another(tmp_path: Path) -> None:
    (room,) = make_rooms(tmp_path / "data", 1)
    out = tmp_path / "record.json"
    words = ("export", room.id, "--format", "json", "--out", str(out))
    assert command(*words, data_dir=tmp_path / "data").returncode == 0
    assert out.stat().st_mode & 0o777 == 0o600
    assert {path.name for path in tmp_path.iterdir()} == {"data", "record.json"}
    before = out.read_bytes()
    again = command(*words, data_dir=tmp_path / "data")
    assert again.returncode == 1
    assert "is there already" in again.stderr
    assert out.read_bytes() == before


def test_what_a_server_keeps_is_its_owners_alone_also_where_an_older_release_made_it(
    house: House, whole: bytes, tmp_path: Path
) -> None:
    for path in house.data_dir.iterdir():
        assert path.stat().st_mode & 0o077 == 0, path.name
    (tmp_path / NAME).write_bytes(whole)
    (tmp_path / NAME).chmod(0o644)
    assert command("verify", "--all", data_dir=tmp_path).returncode == 0
    assert (tmp_path / NAME).stat().st_mode & 0o777 == 0o600
