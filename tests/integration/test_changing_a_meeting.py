"""A meeting that was made is changed, moved, cancelled and put back, and its page knows whom to tell."""

from dataclasses import replace
from uuid import uuid4

import pytest
import sqlalchemy as sa

from meeting_server.domain.dates.arrangement import ArrangementStated, arrangement_of
from meeting_server.domain.ending.ending import OpenMeeting
from meeting_server.domain.people.apart import pairs_apart
from meeting_server.domain.people.chair_controls import NameDeputy
from meeting_server.domain.people.persons import Person, attendee_of, each_person
from meeting_server.domain.people.state_attendance import StateAttendance
from meeting_server.domain.people.to_tell import ToTell
from meeting_server.domain.points.finish_preparing import FinishPreparing
from meeting_server.domain.points.write_privately import WritePrivately
from meeting_server.domain.refused import Refused
from meeting_server.services.cancel_meeting import cancel_meeting, may_put_back, put_meeting_back, tick_off
from meeting_server.services.change_meeting import Wanted, change_meeting
from meeting_server.services.invitations import new_links
from meeting_server.services.live_meeting import Seat
from meeting_server.services.meeting_changes import stands_as
from meeting_server.services.prepare_meeting import Plan, PlannedPerson
from meeting_server.services.seats import STOPPED, invited_by
from meeting_server.services.sitting_views import sitting_for
from meeting_server.services.staff_meetings import CHAIR, MeetingRequest, my_meeting
from meeting_server.storage.tables import people
from meeting_server.storage.verify import verify
from tests.scenes.builders import templates
from tests.scenes.council import council_in
from tests.scenes.sitting import Sitting
from tests.servers.served import opened

DAY = "2036-03-19"


@pytest.fixture(scope="module")
def council(tmp_path_factory):
    with council_in(tmp_path_factory.mktemp("council")) as council:
        yield council


class Form:
    """The form of a meeting as it stands, to be changed and sent."""

    def __init__(self, council, meeting, chair=None):
        self.council, self.meeting = council, meeting
        now = council.live.meeting(meeting)
        self.seen = stands_as(now)
        self.rows = {
            one.name.split()[0].lower(): self._row(now, one) for one in each_person(now) if not self._chairs(now, one)
        }
        chair = chair or council.account
        self.chair = PlannedPerson(CHAIR, chair.name, agency="social_care", role="chair")
        self.plan = Plan(now.facts.occasion, templates()["three-column-map"], now.facts.occasion, now.facts.setting,
                         now.facts.family_present, now.facts.date, (), id=meeting, booked=ArrangementStated("10:00", ""))  # fmt: skip
        self.booking = MeetingRequest("FAM 1", "10:00", "", chair, council.account)

    def _row(self, now, one):
        attendee = attendee_of(now, one.id)
        role, agency = (attendee.role, attendee.agency) if attendee else (None, one.agency)
        return PlannedPerson(
            one.id, one.name, one.child, one.relationship, one.age, agency, role, one.called, known=one.id
        )

    def _chairs(self, now, one):
        attendee = attendee_of(now, one.id)
        return attendee is not None and attendee.role == "chair"

    def moves(self, date, starts="10:00", place=""):
        self.plan = replace(self.plan, date=date, booked=ArrangementStated(starts, place))
        self.booking = replace(self.booking, starts=starts, place=place)
        return self

    def sends(self):
        plan = replace(self.plan, people=(*self.rows.values(), self.chair))
        change_meeting(self.council.live, self.meeting, str(uuid4()), Wanted(plan, self.booking, self.seen))
        return self.council.live.meeting(self.meeting)


def links(council, meeting):
    """A link for everybody who comes by one."""
    now = council.live.meeting(meeting)
    wanted = {one.id: 0 for one in council.attendees(meeting) if one.role != "chair"}
    return list(new_links(council.live, now, wanted).values())


def to_tell(council, meeting):
    """Who has to be told what, by their names."""
    now = council.live.meeting(meeting)
    return {now.room.get(Person, one.id).name: one.what for one in now.desk.each(ToTell)}


def refused(act):
    with pytest.raises(Refused) as found:
        act()
    return found.value.code


def test_a_moved_meeting_keeps_its_links_and_those_who_know_of_it_have_to_be_told(council):
    meeting = council.made(date=DAY)
    (token,) = links(council, meeting)
    now = Form(council, meeting).moves("2036-03-26", "14:30", "Room 5").sends()
    assert (now.facts.date, arrangement_of(now).starts, arrangement_of(now).place) == ("2036-03-26", "14:30", "Room 5")
    mine = my_meeting(council.live, council.account, meeting)
    assert (mine.date, mine.starts, mine.place) == ("2036-03-26", "14:30", "Room 5")
    assert to_tell(council, meeting) == {"Nell Ashgrove": "moved"}
    assert invited_by(council.live, token) != STOPPED


def test_nobody_has_to_be_told_before_they_were_made_a_link(council):
    meeting = council.made(date=DAY)
    Form(council, meeting).moves("2036-03-26").sends()
    assert to_tell(council, meeting) == {}


def test_people_are_added_put_right_and_left_out(council):
    meeting = council.made(date=DAY)
    form = Form(council, meeting)
    form.rows["sorrel"] = replace(form.rows["sorrel"], name="Sorrell", age="7")
    form.rows["odile"] = PlannedPerson(
        "new", "Odile Quillfeather", relationship="Gran", agency="family", role="network"
    )
    del form.rows["nell"]
    now = form.sends()
    assert {one.name for one in each_person(now)} == {"Sorrell", "Odile Quillfeather", "Asha Chairperson"}
    assert [now.room.get(Person, child).age for child in now.children()] == ["7"]


def test_a_name_that_was_put_right_is_kept_nowhere_and_the_chain_holds(council):
    meeting = council.made(date=DAY)
    form = Form(council, meeting)
    form.rows["nell"] = replace(form.rows["nell"], name="Nella Ashgrove")
    form.sends()
    with council.live.database.reading() as connection:
        kept = [row.details for row in connection.execute(sa.select(people).where(people.c.meeting == meeting))]
        verdict = verify(connection, meeting)
    assert not [one for one in kept if b"Nell Ashgrove" in one]
    assert (verdict.wrong, verdict.erased) == ((), 0)
    council.live.writer.let_go(0, set())
    assert "Nella Ashgrove" in {one.name for one in each_person(council.live.meeting(meeting))}


def test_whoever_comes_as_something_else_needs_a_new_link_and_has_to_be_told(council):
    meeting = council.made(date=DAY)
    (token,) = links(council, meeting)
    form = Form(council, meeting)
    form.rows["nell"] = replace(form.rows["nell"], role="minute_taker", agency="social_care")
    form.sends()
    assert invited_by(council.live, token) == STOPPED
    assert to_tell(council, meeting) == {"Nell Ashgrove": "new_part"}


def test_who_was_left_out_stays_on_the_list_until_they_were_told_and_then_goes(council):
    meeting = council.made(date=DAY)
    (token,) = links(council, meeting)
    form = Form(council, meeting)
    del form.rows["nell"]
    now = form.sends()
    assert invited_by(council.live, token) == STOPPED
    assert to_tell(council, meeting) == {"Nell Ashgrove": "not_invited"}
    (owed,) = now.desk.each(ToTell)
    tick_off(council.live, meeting, owed.id, owed.at)
    tick_off(council.live, meeting, owed.id, owed.at)
    now = council.live.meeting(meeting)
    assert to_tell(council, meeting) == {}
    assert "Nell Ashgrove" not in {one.name for one in each_person(now)}


def test_two_people_are_kept_apart_and_no_longer(council):
    meeting = council.made(date=DAY)
    form = Form(council, meeting)
    form.rows["odile"] = PlannedPerson(
        "new", "Odile", agency="family", role="network", apart_from=(form.rows["nell"].key,)
    )
    now = form.sends()
    assert len(pairs_apart(now)) == 1
    again = Form(council, meeting)
    assert pairs_apart(again.sends() if again.moves("2036-03-20") else now) == set()


def test_of_two_who_change_it_at_once_the_second_looks_again(council):
    meeting = council.made(date=DAY)
    first, second = Form(council, meeting), Form(council, meeting)
    first.moves("2036-03-26").sends()
    assert refused(second.moves("2036-03-27").sends) == "changed"
    assert refused(Form(council, meeting).moves("2036-03-26").sends) == "nothing_new"


def test_what_has_begun_is_not_changed_and_nobody_the_meeting_counts_on_is_left_out(council):
    meeting = council.made(date=DAY)
    form = Form(council, meeting)
    nell = next(one for one in council.attendees(meeting) if one.role == "health")
    seat = council.chair(meeting)
    council.do(seat, StateAttendance(nell.id, "here", device=False), NameDeputy(nell.id))
    form = Form(council, meeting)
    del form.rows["nell"]
    assert refused(form.sends) == "has_a_task"
    council.do(seat, OpenMeeting())
    assert refused(Form(council, meeting).moves("2036-03-26").sends) == "begun"
    assert refused(lambda: cancel_meeting(council.live, meeting, "", "mistake")) == "begun"


def test_who_has_only_prepared_for_themselves_can_be_left_out(council):
    meeting = council.made(date=DAY)
    nell = next(one for one in council.attendees(meeting) if one.role == "health")
    seat = Seat("", meeting, nell.id, str(uuid4()))
    council.live.arrive(seat, "phone", others_connected=False)
    council.do(seat, WritePrivately(str(uuid4()), "worries", "For myself."), FinishPreparing(True))
    form = Form(council, meeting)
    del form.rows["nell"]
    assert "Nell Ashgrove" not in {one.name for one in each_person(form.sends())}


def test_another_person_chairs_and_the_one_before_reaches_the_meeting_no_more(council):
    meeting = council.made(date=DAY, made_by=council.cal)
    form = Form(council, meeting, chair=council.bel)
    form.booking = replace(form.booking, made_by=council.cal)
    now = form.sends()
    assert {one.name for one in each_person(now)} == {"Sorrel", "Nell Ashgrove", "Bel Otherside"}
    assert my_meeting(council.live, council.account, meeting) is None
    assert my_meeting(council.live, council.bel, meeting).attendee


def test_no_other_person_chairs_once_earlier_meetings_are_on_the_desk(council):
    council.held(reference="FAM 9")
    meeting = council.made(reference="FAM 9", date=DAY)
    assert council.on_desk(meeting)
    assert refused(Form(council, meeting, chair=council.bel).sends) == "reads_earlier"


def test_a_cancelled_meeting_closes_links_and_seats_at_once_and_can_be_put_back(council):
    meeting = council.made(date=DAY)
    (token,) = links(council, meeting)
    seat = council.chair(meeting)
    cancel_meeting(council.live, meeting, seat.attendee, "not_needed")
    assert council.live.closed(seat) == "cancelled"
    assert invited_by(council.live, token).meeting.state == "cancelled"
    assert to_tell(council, meeting) == {"Nell Ashgrove": "cancelled"}
    assert may_put_back(council.live, council.live.meeting(meeting))
    assert refused(lambda: cancel_meeting(council.live, meeting, "", "mistake")) == "cancelled"
    put_meeting_back(council.live, meeting, seat.attendee)
    assert council.live.closed(seat) is None
    assert to_tell(council, meeting) == {"Nell Ashgrove": "put_back"}


def test_after_a_week_it_is_not_put_back(council, monkeypatch):
    meeting = council.made(date=DAY)
    cancel_meeting(council.live, meeting, "", "mistake")
    later = council.live.clock() + 8 * 24 * 60 * 60 * 1000
    monkeypatch.setattr(council.live, "clock", lambda: later)
    assert refused(lambda: put_meeting_back(council.live, meeting, "")) == "too_late"
    assert not may_put_back(council.live, council.live.meeting(meeting))


def test_a_cancelled_family_leaves_its_sitting_and_those_after_it_move_up(tmp_path):
    with opened(tmp_path) as live:
        sitting = Sitting(live)
        alder, birch = (sitting.add(word, {"lead_social_worker": sitting.nell}) for word in ("Alder", "Birch"))
        cancel_meeting(live, alder, "", "mistake")
        view = sitting_for(live, sitting.nell, sitting.id)
        assert [(one.meeting, one.number) for one in view.families] == [(birch, 1)]
        slot = live.meeting(birch).facts.slot
        assert (slot.number, slot.of) == (1, 1)
        assert sitting_for(live, sitting.manager, sitting.id).head.of == 1
