"""A database of an older release opens, is brought up to date, verifies, and says the same as on its last day."""

import json
import lzma
from pathlib import Path

import pytest
import sqlalchemy as sa

from meeting_server.clock import clock
from meeting_server.services.accounts import Accounts
from meeting_server.services.live_meeting import LiveMeetings
from meeting_server.services.sittings import meetings_of
from meeting_server.storage.sqlite import NAME, SqliteDatabase
from meeting_server.storage.tables import meetings, sittings
from meeting_server.storage.verify import verify
from tests.older_releases.keep import HERE, read_back, records_of

RELEASES = sorted(path.name.removesuffix(".sql.xz") for path in HERE.glob("*.sql.xz"))


@pytest.fixture(scope="module", params=RELEASES)
def kept(request, tmp_path_factory):
    """One of those databases, opened by this release; and what that release said of each meeting in it."""
    folder = tmp_path_factory.mktemp(request.param)
    read_back(lzma.decompress((HERE / f"{request.param}.sql.xz").read_bytes()).decode(), folder / NAME)
    database = SqliteDatabase(folder)
    live = LiveMeetings(database, clock)
    yield live, json.loads(lzma.decompress((HERE / f"{request.param}.json.xz").read_bytes()))
    live.writer.stop()
    database.close()


def test_there_are_databases_of_three_older_releases():
    assert len(RELEASES) >= 3


def test_every_meeting_is_there_and_verifies(kept):
    live, before = kept
    with live.database.reading() as connection:
        assert set(connection.execute(sa.select(meetings.c.id)).scalars()) == set(before)
        verdicts = [verify(connection, id) for id in before]
    assert all(verdict.events and not verdict.wrong for verdict in verdicts), verdicts
    assert all(verdict.uncovered for verdict in verdicts), "what an older chain does not hold is said"


def test_each_record_says_what_it_said_then(kept):
    live, before = kept
    for id, records in before.items():
        now = records_of(live.meeting(id))
        for who, then in records.items():
            assert now[who]["said"] == then["said"]


def test_every_word_that_was_on_a_page_of_the_record_is_on_it_now(kept):
    live, before = kept
    for id, records in before.items():
        now = records_of(live.meeting(id))
        for who, then in records.items():
            for words in set(then["words"]):
                assert words in then["page"]
                assert words in now[who]["page"], words


def test_one_record_was_locked_and_takes_no_point_any_more(kept):
    live, before = kept
    locked = [id for id in before if live.meeting(id).state == "finished"]
    assert locked
    with pytest.raises(sa.exc.IntegrityError, match="the meeting is finished"), live.database.writing() as connection:
        columns = "stream, n, meeting, actor, command_id, payload_hash, part, version, time, body, commitment, previous"
        connection.execute(
            sa.text(
                f"INSERT INTO events (name, position, hash, {columns}) SELECT 'item_added', 99999, randomblob(32), {columns}"
                " FROM events WHERE meeting = :meeting LIMIT 1"
            ),
            {"meeting": locked[0]},
        )


def test_whoever_had_an_account_and_a_sitting_has_them_still(kept):
    live, _ = kept
    known = Accounts(live, lambda work: work())
    assert known.whose("ines@council.example", "three green otters")
    assert {"chair@demo.example", "zephyr@council.example"} <= {one.email for one in known.all()}
    with live.database.reading() as connection:
        (sitting,) = connection.execute(sa.select(sittings.c.id)).scalars()
    families = meetings_of(live, sitting)
    assert [live.meeting(id).state for id in families] == ["open", "prepared"]


def test_the_kept_files_stay_small():
    assert all(path.stat().st_size < 300_000 for path in Path(HERE).glob("*.xz"))
