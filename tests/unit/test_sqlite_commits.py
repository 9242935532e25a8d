"""Where the disk is quick it is waited for where one stands; where it was slow, in a thread."""

import pytest
import sqlalchemy as sa

from meeting_server.storage import sqlite
from meeting_server.storage.prepared_statement import PreparedStatement
from meeting_server.storage.tables import meetings

ADD = PreparedStatement(meetings.insert().inline(), ["id", "title", "made_at"])


@pytest.fixture
def told():
    return []


@pytest.fixture
def database(tmp_path, told):
    def in_thread(work):
        told.append(work)
        return work()

    made = sqlite.SqliteDatabase(tmp_path, in_thread)
    yield made
    made.close()


def add(database, id):
    with database.writing() as connection:
        ADD.run(connection, [{"id": id, "title": "A meeting", "made_at": 1}])


def count(database):
    with database.reading() as connection:
        return connection.execute(sa.select(sa.func.count()).select_from(meetings)).scalar_one()


def test_a_quick_disk_is_waited_for_without_a_thread(database, told, monkeypatch):
    monkeypatch.setattr(sqlite, "SLOW_SECONDS", 60)
    add(database, "a")
    add(database, "b")
    assert (told, count(database)) == ([], 2)


def test_after_a_slow_commit_the_disk_is_waited_for_in_a_thread_until_that_has_cost_as_much(
    database, told, monkeypatch
):
    takes = iter([0.011, *[0.001] * 3, 0.3, *[0.001] * 800])
    monkeypatch.setattr(sqlite, "_timed", lambda work: work() or next(takes))
    add(database, "a slow one")
    assert told == []
    for n in range(3):
        add(database, f"quick {n}")
    assert len(told) == 3
    add(database, "a very slow one")
    for n in range(800):
        add(database, f"quick again {n}")
    # 0.3 seconds are 750 times what a thread costs.
    assert (len(told), count(database)) == (4 + 750, 805)


def test_what_fails_in_the_thread_is_not_there(database, told, monkeypatch):
    monkeypatch.setattr(sqlite, "_timed", lambda work: work() or 1.0)
    add(database, "a")

    def fails(work):
        raise sqlite.sqlite3.OperationalError("the disk is gone")

    database._in_thread = fails
    with pytest.raises(sa.exc.OperationalError):
        add(database, "b")
    assert count(database) == 1
