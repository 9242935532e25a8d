"""PostgreSQL itself: the log is append-only in it, servers that start at once bring the tables up to date once, and a backup
by its own tools holds all that was acknowledged."""

import subprocess
import threading
from contextlib import ExitStack, closing
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from meeting_server.domain.ending.addenda import AddAddendum
from meeting_server.storage.database import MIGRATIONS, open_database
from meeting_server.storage.tables import meetings, metadata
from tests.people.fifteen import FIFTEEN
from tests.scenes.table import finish, table_on_postgresql
from tests.servers.served import House, Served, command, make_rooms
from tests.servers.stores import database_for, server, share, url_for
from tools.services import program

pytestmark = pytest.mark.thorough("tests/integration/test_the_log.py")

SECRET = "password-canary"


@pytest.fixture
def table(tmp_path):
    with table_on_postgresql(tmp_path) as made:
        yield made


def stranger(folder: Path) -> "closing[psycopg.Connection]":
    """A connection of somebody with write access, who goes by no code of ours."""
    return closing(psycopg.connect(url_for(folder)))


def rows(folder: Path) -> list[tuple]:
    with stranger(folder) as connection:
        return connection.execute("SELECT * FROM events ORDER BY id").fetchall()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE events SET body = '\\x00' WHERE n = 2",
        "UPDATE events SET name = 'x'",
        "UPDATE events SET body = NULL",
        "UPDATE events SET actor = 'x', body = NULL, payload_hash = NULL",
        "UPDATE events SET time = time + 1, body = NULL, payload_hash = NULL",
        "UPDATE events SET commitment = '\\x00', body = NULL, payload_hash = NULL",
        "UPDATE events SET hash = '\\x00', body = NULL, payload_hash = NULL",
        "UPDATE events SET n = n + 1000, body = NULL, payload_hash = NULL",
        "UPDATE events SET id = id + 1000, body = NULL, payload_hash = NULL",
        "DELETE FROM events",
        "DELETE FROM events WHERE id = (SELECT max(id) FROM events)",
        "TRUNCATE events",
        "TRUNCATE meetings CASCADE",
        "INSERT INTO events SELECT * FROM events WHERE n = 2 ON CONFLICT (id) DO UPDATE SET body = '\\x00'",
        "MERGE INTO events USING (SELECT 2 AS n) AS other ON events.n = other.n WHEN MATCHED THEN DELETE",
    ],
)
def test_the_database_itself_refuses_to_change_or_drop_what_was_said(table, tmp_path, statement):
    table.add()
    before = rows(tmp_path)
    with stranger(tmp_path) as connection, pytest.raises(psycopg.errors.RaiseException, match="append-only"):
        connection.execute(statement)
    assert rows(tmp_path) == before


def test_the_one_thing_that_may_be_done_to_an_event_is_to_clear_what_was_said(table, tmp_path):
    table.add()
    with stranger(tmp_path) as connection:
        done = connection.execute("UPDATE events SET body = NULL, payload_hash = NULL WHERE name = 'item_added'")
        connection.commit()
    assert done.rowcount == 1
    verdict = table.verdict()
    assert (verdict.wrong, verdict.redacted) == ((), 1)


def test_after_the_finish_the_database_itself_takes_addenda_and_nothing_else(table, tmp_path):
    table.add()
    finish(table)
    copied = (
        "INSERT INTO events SELECT 999999, stream, n + 1000, meeting, position + 1000, actor, 'x', part, payload_hash, '{}',"
        " version, time, body, commitment, previous, hash FROM events WHERE name = 'item_added' LIMIT 1"
    )
    for name in ("item_added", "item_changed", "meeting_opened", "numbers_shown"):
        with stranger(tmp_path) as connection, pytest.raises(psycopg.errors.RaiseException, match="finished"):
            connection.execute(copied.format(name))
    table.do("chair", AddAddendum(str(uuid4()), "Added later.", "Asked for by Esme."))
    assert table.verdict().wrong == ()


def test_migrations_lead_to_exactly_the_tables_the_code_names(table, tmp_path):
    def compare(connection):
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        return compare_metadata(context, metadata)

    assert table.live.writer.run(compare) == []
    with stranger(tmp_path) as connection:
        found = connection.execute("SELECT tgname FROM pg_trigger WHERE NOT tgisinternal").fetchall()
    assert {name for (name,) in found} == {
        "events_are_not_changed", "events_are_not_emptied", "finished_meetings_take_addenda_only",
    }  # fmt: skip


def test_readers_can_not_write(table):
    with table.database.reading() as connection, pytest.raises(Exception, match="read-only transaction"):
        connection.execute(meetings.update().values(title="x"))


def empty_database(*folders: Path) -> str:
    """A database without a table, which servers with these folders share."""
    name = f"empty{uuid4().hex}"
    with closing(psycopg.connect(server() + "postgres", autocommit=True)) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
    return share(server() + name, *folders)


def test_servers_that_start_at_once_bring_the_tables_up_to_date_once(tmp_path):
    folders = [tmp_path / str(n) for n in range(6)]
    empty_database(*folders)
    servers = [Served(one) for one in folders]
    starting = [threading.Thread(target=one.start) for one in servers]
    for one in starting:
        one.start()
    for one in starting:
        one.join(timeout=60)
    latest = max(one.name[:4] for one in (MIGRATIONS / "versions").glob("0*.py"))
    with stranger(folders[0]) as connection:
        assert connection.execute("SELECT version_num FROM alembic_version").fetchall() == [(latest,)]
        assert connection.execute("SELECT count(*) FROM heartbeat").fetchone() == (1,)
    for one in servers:
        assert one.url, one.log
        assert one.stop() == 0
        assert "error" not in one.log


@pytest.mark.parametrize(
    "url",
    [
        f"postgresql://board:{SECRET}@127.0.0.1:1/board",
        f"postgresql://board:{SECRET}@127.0.0.1:1,127.0.0.1:2/board?target_session_attrs=read-write",
        f"postgresql://board:{SECRET}@127.0.0.1:port/board",
        f"postgresql://board:{SECRET}@[::/board",
        f"postgresql://board:{SECRET}@127.0.0.1/board?no_such_word=1",
        f"postgresql://board:{SECRET}@{{there}}/no-such-database",
        f"postgresql://no-such-person:{SECRET}@{{there}}/postgres",
    ],
)
def test_a_database_that_can_not_be_used_is_one_sentence_without_the_password(tmp_path, url):
    there = server().split("@")[1].strip("/")
    done = command("verify", "--all", data_dir=tmp_path, DATABASE_URL=url.format(there=there))
    assert done.returncode == 1
    assert "DATABASE_URL" in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    assert SECRET not in done.stdout + done.stderr


def test_serve_says_the_same(tmp_path):
    done = command("serve", data_dir=tmp_path, DATABASE_URL=f"postgresql://board:{SECRET}@127.0.0.1:1/board")
    assert (done.returncode, done.stdout) == (1, "")
    assert "The database at DATABASE_URL can't be used" in done.stderr
    assert SECRET not in done.stderr


@pytest.mark.parametrize(
    "form",
    [
        "postgresql://board@127.0.0.1:1,{there}/{name}?target_session_attrs=read-write",
        "postgresql+psycopg://board@127.0.0.1:1,{there}/{name}?target_session_attrs=read-write",
        "postgresql://board@/{name}?host=127.0.0.1,{host}&port=1,{port}&target_session_attrs=read-write",
        "postgresql://board@{there}/{name}?options=-c%20work_mem%3D3MB",
    ],
)
def test_an_address_may_be_any_that_its_own_tools_take(tmp_path, form):
    name = database_for(tmp_path).rsplit("/", 1)[1]
    there = server().split("@")[1].strip("/")
    host, port = there.split(":")
    database = open_database(tmp_path, form.format(there=there, name=name, host=host, port=port))
    with database.writing() as connection:
        assert connection.exec_driver_sql("UPDATE heartbeat SET at = 7").rowcount == 1
        settings = connection.exec_driver_sql(
            "SELECT current_setting('lock_timeout'), current_setting('work_mem')"
        ).one()
    with database.reading() as connection:
        assert connection.exec_driver_sql("SELECT at FROM heartbeat").scalar_one() == 7
    database.close()
    assert settings[0] == "2s"
    assert ("work_mem" in form) == (settings[1] == "3MB")


class Writing(threading.Thread):
    """Somebody who adds one point after another, and knows which were acknowledged."""

    def __init__(self, wire):
        super().__init__(daemon=True)
        self.wire = wire
        self.acknowledged = []
        self.enough = threading.Event()

    def run(self):
        while not self.enough.is_set():
            self.acknowledged.append(self.wire.add("Something more."))


def run_tool(*words: str) -> None:
    done = subprocess.run([program(words[0]), *words[1:]], capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr


def test_a_backup_under_load_is_put_back_whole_and_a_changed_row_in_it_is_found(tmp_path):
    here, there, file = tmp_path / "here", tmp_path / "there", tmp_path / "backup"
    database_for(here)
    quiet, busy = make_rooms(here, 2, FIFTEEN)
    with ExitStack() as stack:
        served = Served(here, RATE_PER_SECOND="1000", RATE_BURST="1000").start()
        stack.callback(served.stop)
        house = House(served, [])
        stack.callback(house.close)
        _, still = house.gather(quiet, "p1")
        still.add("Said before the backup.")
        _, police = house.gather(busy, "p5")
        writing = Writing(police)
        writing.start()
        police.until(lambda: len(writing.acknowledged) > 50)
        before = list(writing.acknowledged)
        run_tool("pg_dump", "--format=custom", f"--file={file}", url_for(here))
        police.until(lambda: len(writing.acknowledged) > len(before) + 20)
        writing.enough.set()
        writing.join()
        board = still.fresh()["everyone"]
    run_tool("pg_restore", f"--dbname={empty_database(there)}", "--no-owner", "--exit-on-error", str(file))
    verdict = command("verify", "--all", data_dir=there)
    assert (verdict.returncode, verdict.stdout.startswith("VALID: 2 meetings")) == (0, True), verdict.stdout
    again = Served(there).start()
    house = House(again, [])
    kept = house.joins(busy, "chair").things("items")
    assert set(before) <= set(kept) <= set(writing.acknowledged)
    assert house.joins(quiet, "chair").things("items") == board["things"]["items"]
    house.close()
    assert again.stop() == 0
    with stranger(there) as connection:
        connection.execute("ALTER TABLE events DISABLE TRIGGER USER")
        connection.execute("UPDATE events SET time = time + 1 WHERE n = 2 AND meeting = %s", [quiet.id])
        connection.execute("ALTER TABLE events ENABLE TRIGGER USER")
        connection.commit()
    told = command("verify", "--all", data_dir=there)
    assert told.returncode == 1
    assert f"{quiet.id}: " in told.stdout
    assert "its hash is wrong" in told.stdout
    assert told.stdout.strip().splitlines()[-1].startswith("INVALID: ")


def test_backup_and_restore_name_the_tools_that_do_it_here(tmp_path):
    database_for(tmp_path)
    for words, tool in ((("backup", str(tmp_path / "b")), "pg_dump"), (("restore", str(tmp_path / "b")), "pg_restore")):
        done = command(*words, data_dir=tmp_path)
        assert done.returncode == 1
        assert tool in done.stderr
