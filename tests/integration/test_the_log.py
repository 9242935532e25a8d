"""The log: append-only in the database itself, and forgetting what was taken back."""

import json
import sqlite3
from datetime import date
from uuid import uuid4

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from meeting_server.domain.dates.bank_holidays import holidays_of
from meeting_server.domain.ending.addenda import AddAddendum
from meeting_server.domain.ending.ending import OpenMeeting
from meeting_server.domain.numbers.rounds import AskNumbers
from meeting_server.domain.numbers.save_number import SaveNumber
from meeting_server.domain.numbers.show_numbers import ShowNumbers
from meeting_server.domain.points.items import AddItem, ChangeItem
from meeting_server.domain.points.move import MoveItem
from meeting_server.domain.points.release import ReleaseItem
from meeting_server.domain.points.take_back import TakeBackItem
from meeting_server.domain.points.views import AgreeItem, SeeDifferently, TakeBackView
from meeting_server.domain.refused import Refused
from meeting_server.services.live_meeting import LiveMeetings
from meeting_server.storage.tables import metadata
from tests.scenes.table import CANARY, Table, finish, raw
from tests.servers.stores import kept


def test_a_meeting_keeps_the_bank_holidays_it_was_made_with(table):
    """A calendar that knows better later changes no date that was written down (decision 0020)."""
    kept = holidays_of(table.meeting)
    assert kept[date(2026, 12, 25)] == "Christmas Day"
    later = LiveMeetings(table.database, lambda: 0, lambda day: ())
    try:
        assert holidays_of(later.meeting(table.room.id)) == kept
    finally:
        later.writer.stop()


@pytest.mark.sqlite
@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE events SET body = x'00' WHERE id = 3",
        "UPDATE events SET name = 'x'",
        "UPDATE events SET actor = 'x', body = NULL, payload_hash = NULL",
        "UPDATE events SET time = time + 1, body = NULL, payload_hash = NULL",
        "UPDATE events SET commitment = x'00', body = NULL, payload_hash = NULL",
        "UPDATE events SET hash = x'00', body = NULL, payload_hash = NULL",
        "UPDATE events SET n = n + 1000, body = NULL, payload_hash = NULL",
        "DELETE FROM events",
        "DELETE FROM events WHERE id = (SELECT max(id) FROM events)",
        "REPLACE INTO events SELECT id, stream, n, meeting, position, actor, command_id, part, payload_hash, 'x', version,"
        " time, body, commitment, previous, hash FROM events WHERE id = 3",
        "INSERT OR REPLACE INTO events SELECT 999999, stream, n, meeting, position, actor, command_id, part, payload_hash,"
        " name, version, time, x'00', commitment, previous, hash FROM events WHERE id = 3",
    ],
)
def test_the_database_itself_refuses_to_change_or_drop_what_was_said(table, statement):
    table.add()
    before = bytes(str(list(_rows(table))), "utf-8")
    with raw(table) as stranger:
        with pytest.raises(sqlite3.IntegrityError):
            stranger.execute(statement)
        stranger.rollback()
    assert bytes(str(list(_rows(table))), "utf-8") == before


def _rows(table):
    with raw(table) as stranger:
        return stranger.execute("SELECT * FROM events ORDER BY id").fetchall()


@pytest.mark.sqlite
def test_after_the_finish_the_database_itself_takes_addenda_and_nothing_else(table):
    item = table.add()
    finish(table)
    copied = (
        "INSERT INTO events SELECT 999999, stream, n + 1000, meeting, position + 1000, actor, 'x', part, payload_hash, '{}',"
        " version, time, body, commitment, previous, hash FROM events WHERE name = 'item_added' LIMIT 1"
    )
    with raw(table) as stranger:
        for name in ("item_added", "item_changed", "meeting_opened", "numbers_shown"):
            with pytest.raises(sqlite3.IntegrityError, match="finished"):
                stranger.execute(copied.format(name))
        stranger.rollback()
    for command in (ChangeItem(item, 1, "x"), TakeBackItem(item), AddItem(str(uuid4()), "worries", "x"), OpenMeeting()):
        with pytest.raises(Refused) as refused:
            table.do("chair", command)
        assert refused.value.code == "wrong_state"
    table.do("chair", AddAddendum(str(uuid4()), "Added later.", "Asked for by Esme."))
    assert table.verdict().wrong == ()


def test_when_a_meeting_is_finished_every_own_stream_is_forgotten_and_the_chain_still_holds(tmp_path):
    table = Table(tmp_path)
    round = str(uuid4())
    pip = table.room.people["pip"]
    table.do("chair", AskNumbers(round, "safety", (pip,)))
    table.do("mum", SaveNumber(round, pip, "number", 3, f"{CANARY} first"))
    table.do("mum", SaveNumber(round, pip, "number", 4, "shown"))
    table.do("chair", ShowNumbers(round))
    assert CANARY.encode() in kept(tmp_path)
    finish(table)
    verdict = table.verdict()
    assert verdict.wrong == ()
    assert verdict.redacted >= 2
    table.close()
    assert CANARY.encode() not in kept(tmp_path)


@pytest.mark.sqlite
def test_migrations_lead_to_exactly_the_tables_the_code_names(table):
    def compare(connection):
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        return compare_metadata(context, metadata)

    assert table.live.writer.run(compare) == []
    with raw(table) as stranger:
        triggers = {name for (name,) in stranger.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")}
    assert triggers == {
        "events_are_not_changed", "events_are_not_deleted", "events_are_not_replaced",
        "finished_meetings_take_addenda_only",
    }  # fmt: skip


@pytest.mark.sqlite
def test_readers_can_not_write(table):
    with table.database.reading() as connection, pytest.raises(sa.exc.OperationalError):
        connection.execute(sa.text("UPDATE meetings SET title = 'x'"))


@pytest.mark.parametrize("in_between", ["nothing", "changed", "held", "view", "many others"])
def test_taken_back_words_leave_no_byte_and_the_log_folds_to_the_same_boards(table, tmp_path, in_between):
    pip = table.room.people["pip"]
    if in_between == "view":
        item = table.add()
        id = str(uuid4())
        table.do("mum", SeeDifferently(id, item, f"{CANARY} differently"))
        back, who = TakeBackView(id), "mum"
    else:
        more = {"speaker": pip, "obtained": "talk"} if in_between == "held" else {}
        item = table.add(text=f"{CANARY} first", source=f"{CANARY} source", when=f"{CANARY} when", **more)
        if in_between == "changed":
            table.do("worker", ChangeItem(item, 1, f"{CANARY} second"))
            table.do("worker", MoveItem(item, "well"))
            table.do("mum", AgreeItem(item))
        if in_between == "held":
            table.do("chair", ReleaseItem(item, str(uuid4())))
        if in_between == "many others":
            for n in range(300):
                table.add(text=f"Another {n}")
        back, who = TakeBackItem(item), "worker"
    assert CANARY.encode() in kept(tmp_path)
    table.do(who, back)
    assert CANARY.encode() not in kept(tmp_path)
    assert CANARY not in json.dumps({key: table.boards(key) for key in table.seats})
    assert table.replayed() == {key: table.boards(key) for key in table.seats}
    verdict = table.verdict()
    assert verdict.wrong == ()
    assert verdict.redacted >= 1


@pytest.mark.sqlite
def test_a_taken_back_point_can_not_be_guessed_at_by_its_hash(table):
    item = table.add(text="Guess me.")
    table.do("worker", TakeBackItem(item))
    with raw(table) as stranger:
        rows = stranger.execute("SELECT body, payload_hash FROM events WHERE name = 'item_added'").fetchall()
    assert rows == [(None, None)]
