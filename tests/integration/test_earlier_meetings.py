"""Which meetings are in reach of which: the family's own, locked, and nobody else's; and what the log says of it."""

from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from uuid import uuid4

import pytest
import sqlalchemy as sa

from meeting_server.domain.attendance import Attendee
from meeting_server.domain.audiences import CHAIRS_DESK
from meeting_server.domain.earlier import EarlierMeeting, EarlierPerson
from meeting_server.domain.ending import EndMeeting, FinishMeeting, OpenMeeting, Reason
from meeting_server.domain.items import AddItem
from meeting_server.domain.matching import MatchPeople, Same
from meeting_server.domain.writing_privately import WritePrivately
from meeting_server.services.accounts import Accounts
from meeting_server.services.earlier import read_earlier, read_into_next
from meeting_server.services.live_meeting import Seat
from meeting_server.services.making import CHAIR, Booking, make_meeting
from meeting_server.services.scheduling import Plan, PlannedPerson
from meeting_server.storage.tables import read_log
from meeting_server.storage.verify import verify
from tests.builders import templates
from tests.served import Served, opened
from tests.staffroom import Staff, on_the_board

SAID, PRIVATE = "Sorrel is losing weight.", "A guess for myself."


class Council:
    """A database with one account, where meetings are made and run by commands of their chairs."""

    def __init__(self, live):
        self.live = live
        self.account = Accounts(live, lambda work: work()).make("Asha", "asha@council.example", "three green otters")

    def made(self, reference="FAM 1", child="Sorrel", date="2026-03-19"):
        """A new meeting's id."""
        people = (
            PlannedPerson("child", child, child=True),
            PlannedPerson("nell", "Nell Ashgrove", agency="health", role="health"),
            PlannedPerson(CHAIR, "Asha", agency="social_care", role="chair"),
        )
        plan = Plan(
            "A meeting", templates()["three-column-map"], "A meeting", "room", True, date, people, id=str(uuid4())
        )
        booking = Booking(reference, "10:00", "", self.account, self.account)
        return make_meeting(self.live, plan, booking)

    def chair(self, meeting):
        """The chair's seat, come in."""
        attendee = next(one.id for one in self.attendees(meeting) if one.role == "chair")
        seat = Seat("", meeting, attendee, str(uuid4()), b"signed in")
        self.live.arrive(seat, "computer", others_connected=False)
        return seat

    def attendees(self, meeting):
        """Everybody invited."""
        return list(self.live.meeting(meeting).everyone.each(Attendee))

    def do(self, seat, *commands):
        """Asks for these one after another."""
        for command in commands:
            self.live.handle(seat, str(uuid4()), command)

    def held(self, text=SAID, lock=True, **more):
        """A meeting in which this was said, ended and locked."""
        meeting = self.made(**more)
        seat = self.chair(meeting)
        reasons = tuple(Reason(one.key, "Said aloud.") for one in self.live.meeting(meeting).template.checks)
        self.do(seat, WritePrivately(str(uuid4()), "worries", PRIVATE), OpenMeeting())
        self.do(seat, AddItem(str(uuid4()), "worries", text), EndMeeting(reasons))
        if lock:
            self.do(seat, FinishMeeting("FINISH"))
        return meeting

    def on_desk(self, meeting):
        """What the desk of this meeting has of earlier ones."""
        return list(self.live.meeting(meeting).desk.each(EarlierMeeting))


@contextmanager
def council_in(folder):
    with opened(folder) as live:
        yield Council(live)


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


def test_a_slip_in_the_reference_opens_nobody_elses_family(council):
    council.held(child="Wren")
    assert council.on_desk(council.made(child="Sorrel", date="2026-04-01")) == []


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
    assert all(SAID not in repr(board) for stream, board in second.boards.items() if stream != CHAIRS_DESK)


def test_names_come_back_from_the_log_and_the_chain_holds(tmp_path):
    with council_in(tmp_path) as council:
        council.held()
        second = council.made(date="2026-04-01")
    with opened(tmp_path) as live:
        names = {one.name for one in live.meeting(second).desk.each(EarlierPerson)}
        assert names == {"Sorrel", "Asha"}
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
