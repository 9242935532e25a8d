"""Which meetings are in reach of which: the family's own, locked, and nobody else's; and what the log says of it."""

from dataclasses import replace
from functools import partial

import pytest
import sqlalchemy as sa

from meeting_server.domain.audiences import DESK
from meeting_server.domain.earlier.desk import EarlierPerson
from meeting_server.domain.earlier.match_people import MatchPeople, Same
from meeting_server.domain.ending.ending import FinishMeeting, OpenMeeting
from meeting_server.services.earlier import about_other_names, read_earlier, read_into_next
from meeting_server.storage.tables import read_log
from meeting_server.storage.verify import verify
from tests.scenes.council import PRIVATE, SAID, council_in
from tests.scenes.staffroom import Staff, on_the_board
from tests.servers.served import Served, opened


@pytest.fixture
def council(tmp_path):
    with council_in(tmp_path) as council:
        yield council


def test_the_next_meeting_of_the_family_has_it_on_its_chairs_desk(council):
    first = council.held()
    (found,) = council.on_desk(council.made(date="2026-04-01"))
    assert (found.id, found.date, [one.text for one in found.points]) == (first, "2026-03-19", [SAID])


def test_another_familys_meetings_are_not_in_reach(council):
    council.held()
    assert council.on_desk(council.made(reference="FAM 2", date="2026-04-01")) == []


def test_what_is_about_other_names_waits_for_the_chairs_word_for_others_read_the_desk_too(council):
    """The reference may be a slip; or the child has another name now."""
    other, same = council.held(child="Wren"), council.held(child="sórrel Quillfeather", date="2026-03-20")
    second = council.made(child="Sorrel", date="2026-04-01")
    assert [one.id for one in council.on_desk(second)] == [same]
    assert [one.id for one in about_other_names(council.live, second)] == [other]
    read_earlier(council.live, second, council.chair(second).attendee, other)
    assert {one.id for one in council.on_desk(second)} == {other, same}
    assert about_other_names(council.live, second) == []


def test_a_meeting_that_is_not_locked_or_is_still_to_come_is_not_in_reach(council):
    council.held(lock=False)
    council.held(date="2026-05-01")
    assert council.on_desk(council.made(date="2026-04-01")) == []


def test_a_record_that_is_locked_later_is_there_when_the_chair_opens_the_board(council):
    first = council.held(lock=False)
    second = council.made(date="2026-04-01")
    council.do(council.chair(first), FinishMeeting("FINISH"))
    seat = council.chair(second)
    read_earlier(council.live, second, seat.attendee)
    read_earlier(council.live, second, seat.attendee)
    assert [one.id for one in council.on_desk(second)] == [first]


def test_a_record_that_is_locked_is_on_the_desks_of_those_still_to_come_at_once_and_on_no_others(council):
    first = council.held(lock=False)
    second, open_already = council.made(date="2026-04-01"), council.made(date="2026-04-02")
    council.do(council.chair(open_already), OpenMeeting())
    elsewhere = council.made(reference="FAM 2", date="2026-04-01")
    council.live.when_locked = partial(read_into_next, council.live)
    council.do(council.chair(first), FinishMeeting("FINISH"))
    assert [one.id for one in council.on_desk(second)] == [first]
    assert council.on_desk(elsewhere) == council.on_desk(open_already) == []


def test_a_record_is_locked_though_it_can_not_be_read_into_the_next(council, monkeypatch, caplog):
    first = council.held(lock=False)
    second = council.made(date="2026-04-01")
    monkeypatch.setattr("meeting_server.services.earlier.read_earlier", lambda *_: 1 / 0)
    council.live.when_locked = partial(read_into_next, council.live)
    council.do(council.chair(first), FinishMeeting("FINISH"))
    assert council.live.meeting(first).state == "finished"
    assert council.on_desk(second) == []
    assert [one.getMessage() for one in caplog.records] == ["An earlier meeting was not read: ZeroDivisionError"]


def test_reading_again_keeps_who_the_chair_said_is_who(council):
    council.held()
    second = council.made(date="2026-04-01")
    seat = council.chair(second)
    desk = council.live.meeting(second).desk
    child = next(one for one in desk.each(EarlierPerson) if one.child)
    here = council.live.meeting(second).children()[0]
    council.do(seat, MatchPeople((Same(child.id, here),)))
    council.held(text="Later.", date="2026-03-25")
    read_earlier(council.live, second, seat.attendee)
    assert len(council.on_desk(second)) == 2
    assert council.live.meeting(second).desk.get(EarlierPerson, child.id) == replace(child, now=here, matched=True)


def test_nothing_private_is_in_the_new_log_and_what_there_is_stands_on_the_desk_alone(council):
    council.held()
    second = council.live.meeting(council.made(date="2026-04-01"))
    assert PRIVATE not in repr(second.boards)
    assert SAID in repr(second.desk)
    assert all(SAID not in repr(board) for stream, board in second.boards.items() if stream != DESK)


def test_names_come_back_from_the_log_and_the_chain_holds(tmp_path):
    with council_in(tmp_path) as council:
        council.held()
        second = council.made(date="2026-04-01")
    with opened(tmp_path) as live:
        names = {one.name for one in live.meeting(second).desk.each(EarlierPerson)}
        assert names == {"Sorrel", "Asha Chairperson"}
        with live.database.reading() as connection:
            assert verify(connection, second).wrong == ()


def test_it_is_written_down_who_could_read_it(council):
    first = council.held()
    second = council.made(date="2026-04-01")
    chair = next(one.id for one in council.attendees(second) if one.role == "chair")
    with council.live.database.reading() as connection:
        rows = connection.execute(sa.select(read_log).where(read_log.c.action == "earlier")).all()
    assert [(row.meeting, row.attendee) for row in rows] == [(first, chair)]


def test_opening_the_board_by_signing_in_finds_what_was_locked_since(tmp_path):
    with council_in(tmp_path) as council:
        first = council.held(lock=False)
        second = council.made(date="2026-04-01")
        council.do(council.chair(first), FinishMeeting("FINISH"))
        assert council.on_desk(second) == []
    served = Served(tmp_path).start()
    staff = Staff(served.url)
    staff.sign_in()
    page = staff.get(f"/meetings/{second}")
    assert SAID not in page.text
    chair = on_the_board(staff, staff.press("open", f"/meetings/{second}").url)
    assert SAID in str(chair.things("earlier_meetings", "chairs_desk"))
    assert SAID not in str(chair.boards["everyone"])
    chair.close()
    assert served.stop() == 0
    assert SAID not in served.log
