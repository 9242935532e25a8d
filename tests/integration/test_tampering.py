"""Whoever changes the log behind our backs is found out."""

import random
from uuid import uuid4

import pytest

from meeting_server.domain.numbers.rounds import AskNumbers
from meeting_server.domain.numbers.save_number import SaveNumber
from meeting_server.domain.points.take_back import TakeBackItem
from meeting_server.domain.points.views import AgreeItem
from tests.scenes.table import raw


def tamperings(stranger, meeting):
    """Every way of changing one event of the meeting, one at a time: SQL and its values."""
    rows = stranger.execute("SELECT id, stream, body FROM events WHERE meeting = ?", (meeting,)).fetchall()
    changes = ["time = time + 1", "actor = 'x'", "name = 'x'", "version = 2", "n = n + 1000", "hash = zeroblob(32)",
               "previous = randomblob(32)", "commitment = randomblob(32)",
               "position = position + 1000"]  # fmt: skip
    for id, stream, body in rows:
        for change in changes:
            yield f"UPDATE events SET {change} WHERE id = ?", (id,)
        yield "DELETE FROM events WHERE id = ?", (id,)
        yield (
            "UPDATE events SET stream = (SELECT max(id) FROM streams WHERE id != ?), n = n + 500 WHERE id = ?",
            (stream, id),
        )
        if body:
            flipped = bytearray(body)
            flipped[random.Random(id).randrange(len(flipped))] ^= 1
            yield "UPDATE events SET body = ? WHERE id = ?", (bytes(flipped), id)
    yield "UPDATE streams SET n = n - 1 WHERE id = (SELECT min(id) FROM streams WHERE n > 1)", ()
    yield "UPDATE streams SET head = zeroblob(32)", ()
    # A stream dropped whole: what mum wrote in private never was.
    yield "DELETE FROM streams WHERE id = (SELECT max(id) FROM streams)", ()


@pytest.mark.sqlite
def test_every_single_tampering_of_a_stranger_who_dropped_the_triggers_is_found(table):
    pip, round = table.room.people["pip"], str(uuid4())
    item = table.add()
    table.do("worker", TakeBackItem(table.add(text="gone")))
    table.do("chair", AskNumbers(round, "safety", (pip,)))
    table.do("mum", SaveNumber(round, pip, "number", 3))
    table.do("mum", AgreeItem(item))
    assert table.verdict().wrong == ()
    with raw(table) as stranger:
        for trigger in ("events_are_not_changed", "events_are_not_deleted", "finished_meetings_take_addenda_only"):
            stranger.execute(f"DROP TRIGGER {trigger}")
        stranger.commit()
        kept = {name: stranger.execute(f"SELECT * FROM {name}").fetchall() for name in ("events", "streams")}
        tried = 0
        for statement, values in list(tamperings(stranger, table.room.id)):
            stranger.execute(statement, values)
            stranger.commit()
            assert table.verdict().wrong, (statement, values)
            tried += 1
            for name, rows in kept.items():
                stranger.execute(f"DELETE FROM {name}")
                stranger.executemany(f"INSERT INTO {name} VALUES ({','.join('?' * len(rows[0]))})", rows)
            stranger.commit()
        assert tried > 200
        assert table.verdict().wrong == ()


@pytest.mark.sqlite
def test_the_last_events_can_not_be_cut_off_unseen(table):
    table.add()
    table.add()
    with raw(table) as stranger:
        stranger.execute("DROP TRIGGER events_are_not_deleted")
        stranger.execute("DELETE FROM events WHERE id = (SELECT max(id) FROM events)")
        stranger.commit()
    assert any("does not end" in line for line in table.verdict().wrong)


@pytest.mark.sqlite
def test_bodies_that_were_cleared_by_hand_are_counted_as_redacted_and_never_hidden(table):
    table.add()
    before = table.verdict()
    with raw(table) as stranger:
        stranger.execute("UPDATE events SET body = NULL, payload_hash = NULL WHERE id = (SELECT max(id) FROM events)")
        stranger.commit()
    assert table.verdict().redacted == before.redacted + 1
