"""Two servers write to one meeting, and neither has heard yet what the other did: a command decided by what is in memory
is written only where nobody was first, and otherwise decided anew. Nothing is decided by what is not so any more."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import date
from uuid import uuid4

import pytest
import sqlalchemy as sa

from meeting_server.domain.people.admission import actor_of
from meeting_server.domain.people.leave import RemoveAttendee
from meeting_server.domain.points.items import AddItem, ChangeItem
from meeting_server.domain.refused import Refused
from meeting_server.services.live_meeting import LiveMeetings
from tests.scenes.sitting import Sitting
from tests.scenes.table import Table, table_on_postgresql
from tests.servers.stores import open_store


class Other:
    """A second server's memory of the same meeting, with the same people; `told` is what it would tell its lines."""

    def __init__(self, table, folder):
        self.database = open_store(folder)
        self.live = LiveMeetings(self.database, lambda: 0)
        self.seats, self.room, self.told = table.seats, table.room, []
        self.live.listen(self.told.extend)
        self.live.meeting(self.room.id)

    do, add, meeting = Table.do, Table.add, Table.meeting

    def close(self):
        self.live.writer.stop()
        self.database.close()


@pytest.fixture
def table(tmp_path):
    with table_on_postgresql(tmp_path) as made:
        yield made


@pytest.fixture
def other(table, tmp_path):
    made = Other(table, tmp_path)
    yield made
    made.close()


@contextmanager
def counted(database):
    """How often this server held a meeting's row, and the statements it sent by SQLAlchemy's way meanwhile."""
    held, sent = [], []
    hold = database.hold

    def holding(connection, meetings):
        held.append(set(meetings))
        return hold(connection, meetings)

    def saw(connection, cursor, statement, *_):
        sent.append(statement)

    database.hold = holding
    sa.event.listen(database._writer_engine, "before_cursor_execute", saw)
    yield held, sent
    sa.event.remove(database._writer_engine, "before_cursor_execute", saw)
    database.hold = hold


def said(told):
    """The points that were told of, with their numbers."""
    return [(one.entry.when.n, one.entry.event.text) for one in told if hasattr(one.entry.event, "text")]


def test_where_nobody_else_writes_a_point_is_written_in_one_journey(table):
    with counted(table.database) as (held, sent):
        table.add(text="The only one who writes.")
    assert (held, sent) == ([], [])
    assert table.verdict().wrong == ()


def test_what_another_server_wrote_first_comes_first_and_everything_is_told_once(table, other):
    first = table.add(text="First.")
    with counted(other.database) as (held, _):
        second = other.add("nurse", text="Second.")
    assert held == [{table.room.id}], "it was overtaken, and held the meeting"
    third = table.add(text="Third.")
    table.live.writer.look()
    other.live.writer.look()
    assert [text for _, text in said(table.told)] == ["First.", "Second.", "Third."]
    numbers = [n for n, _ in said(table.told)]
    assert numbers == list(range(numbers[0], numbers[0] + 3))
    assert said(other.told) == said(table.told)
    assert {first, second, third} <= set(table.boards("mum")["everyone"]["things"]["items"])
    assert table.replayed() == {key: table.boards(key) for key in table.seats}
    assert table.verdict().wrong == ()


def test_where_others_write_too_the_meeting_is_held_from_then_on_and_not_for_ever(table, other, monkeypatch):
    table.add()
    other.add("nurse")
    with counted(other.database) as (held, _):
        other.add("nurse")
        assert len(held) == 1
        later = other.live.writer.memory._monotonic() + 11
        monkeypatch.setattr(other.live.writer.memory, "_monotonic", lambda: later)
        other.add("nurse")
        assert len(held) == 1


def test_who_hopes_and_who_holds_never_wait_for_each_other(table, other, monkeypatch, caplog):
    monkeypatch.setattr(table.live.writer.memory, "is_ours", lambda _: True)
    monkeypatch.setattr(other.live.writer.memory, "is_ours", lambda _: False)
    with ThreadPoolExecutor(8) as pool:
        adding = [pool.submit(one.add, key) for _ in range(25) for one in (table, other) for key in ("worker", "nurse")]
        points = {one.result() for one in adding}
    assert "A commit failed" not in caplog.text, "two transactions waited for each other until one was ended"
    table.live.writer.look()
    assert points <= set(table.boards("mum")["everyone"]["things"]["items"])
    assert table.verdict().wrong == ()


def test_nobody_is_refused_by_what_is_not_so_any_more(table, other):
    item = table.add(text="The other server has not heard of it.")
    other.do("worker", ChangeItem(item, 1, text="And here it is changed."))
    assert said(other.told)[-1][1] == "And here it is changed."


def test_nobody_may_do_by_an_old_right_what_they_may_not_any_more(table, other):
    table.do("chair", RemoveAttendee(table.room.attendees["mum"]))
    assert actor_of(other.meeting, other.seats["mum"].attendee, other.seats["mum"].device), "it has not heard of that"
    before = table.verdict().events
    with pytest.raises(Refused):
        other.add("mum")
    assert actor_of(other.meeting, other.seats["mum"].attendee, other.seats["mum"].device) is None
    assert table.verdict().events == before


def test_a_command_that_was_answered_by_another_server_is_answered_the_same_and_written_once(table, other):
    id, data = str(uuid4()), AddItem(str(uuid4()), "worries", "Sent again, elsewhere.")
    answer = table.do("worker", data, id)
    assert other.do("worker", data, id) == answer
    assert [text for _, text in said(other.told)] == ["Sent again, elsewhere."]


def test_a_failure_that_is_nobody_elses_doing_is_not_tried_a_second_time(table, monkeypatch):
    tried = []

    def fails(connection, meetings):
        tried.append(1)
        raise sa.exc.OperationalError("", {}, Exception())

    monkeypatch.setattr(table.database, "ending", fails)
    with pytest.raises(Refused) as refused:
        table.add()
    assert (refused.value.code, len(tried)) == ("not_saved", 1)


def test_a_meeting_whose_last_commit_is_in_doubt_is_held(table):
    table.live.writer.memory.doubt([table.room.id])
    with counted(table.database) as (held, _):
        table.add()
    assert held == [{table.room.id}]


def test_a_family_of_a_sitting_is_held_because_its_commands_depend_on_the_others(table):
    sitting = Sitting(table.live, day=date.today().isoformat())
    family = sitting.add("Alder", {"lead_social_worker": sitting.nell})
    table.live.meeting(family)
    assert table.live.writer.memory.is_ours([table.room.id])
    assert not table.live.writer.memory.is_ours([table.room.id, family])
