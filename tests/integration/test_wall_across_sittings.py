"""The wall is an account's: whoever is at a family of one sitting reaches nothing of any other family, of whatever sitting
or of none."""

from uuid import uuid4

import pytest

from meeting_server.domain.ending.ending import OpenMeeting
from meeting_server.domain.people.leave import Leave
from meeting_server.domain.points.write_privately import WritePrivately
from meeting_server.domain.refused import Refused
from meeting_server.services import walls
from meeting_server.services.asking import requests_for
from meeting_server.services.live_meeting import Seat
from meeting_server.services.prepare_meeting import Plan, PlannedPerson
from meeting_server.services.record_access import record_for_account
from meeting_server.services.sitting_day import open_family, seat_in_family
from meeting_server.services.sitting_views import sitting_for
from meeting_server.services.sittings import PlannedSitting, add_family, make_sitting
from meeting_server.services.staff_meetings import CHAIR, MeetingRequest, make_meeting, my_meeting, my_meetings
from tests.scenes.builders import templates
from tests.scenes.sitting import DAY, Sitting, family, make_accounts
from tests.scenes.staffroom import Staff
from tests.servers.served import Served, opened
from tests.servers.stores import hurry


class TwoSittings:
    """Nell works with Alder in Asha's sitting and with Birch in Cleo's; Dan leads both; Asha chairs a conference too."""

    def __init__(self, live):
        self.live = live
        self.here = Sitting(live)
        self.cleo, self.dan = make_accounts(live, "Cleo Manager", "Dan Deputy")
        self.alder = self.here.add("Alder", {"lead_social_worker": self.here.nell, "recovery_worker": self.dan})
        self.other, self.birch = self.sitting(self.here.nell, "Birch")
        people = (
            PlannedPerson("child", "Wren", child=True),
            PlannedPerson(CHAIR, "Asha Manager", agency="social_care", role="chair"),
        )
        plan = Plan("A", templates()["three-column-map"], "A", "room", True, DAY, people, id=str(uuid4()))
        manager = self.here.manager
        self.conference = make_meeting(live, plan, MeetingRequest("FAM-Wren", "14:00", "", manager, manager))

    def sitting(self, worker, word, deputy=None):
        """Another sitting, of Cleo's, with one family and a worker; its id and its meeting's."""
        id = str(uuid4())
        make_sitting(self.live, PlannedSitting(id, self.cleo, self.cleo, deputy, None, DAY, "13:00", 25, ""))
        workers = {"lead_social_worker": worker}
        return id, add_family(self.live, self.cleo, id, family(word, workers), f"FAM-{word}", workers)

    def opens_other(self):
        return open_family(self.live, self.cleo, b"x", None, self.other, self.birch).seat

    def in_conference(self):
        """The chair's seat at the conference, come in."""
        live = self.live
        attendee = my_meeting(live, self.here.manager, self.conference).attendee
        seat = Seat("", self.conference, attendee, str(uuid4()), b"signed in")
        live.arrive(seat, "computer", others_connected=False)
        return seat


@pytest.fixture
def two(tmp_path):
    with opened(tmp_path) as live:
        hurry(live)
        yield TwoSittings(live)


def refusal(of, *args):
    with pytest.raises(Refused) as refused:
        of(*args)
    return refused.value.code


def test_whoever_is_at_a_family_of_one_sitting_reaches_nothing_of_another_sittings(two):
    live, nell = two.live, two.here.nell
    before = seat_in_family(live, nell, b"x", None, two.other, two.birch).seat
    live.arrive(before, "computer", others_connected=False)
    two.here.opens(two.alder)
    here = two.here.waits(two.alder, nell)
    assert two.here.is_in(here)
    assert live.walls.closed(two.birch, before.attendee) == "next_family"
    assert refusal(live.handle, before, str(uuid4()), WritePrivately(str(uuid4()), "factors", "Slip.")) == "next_family"
    assert refusal(seat_in_family, live, nell, b"x", None, two.other, two.birch) == "next_family"
    assert sitting_for(live, nell, two.other).families == ()
    assert record_for_account(live, nell, two.birch) is None
    two.here.do(here, Leave())
    assert live.walls.closed(two.birch, before.attendee) is None
    assert len(sitting_for(live, nell, two.other).families) == 1


def test_a_conference_of_another_family_is_closed_too_and_the_list_and_what_others_ask(two):
    live, manager = two.live, two.here.manager
    chair = two.in_conference()
    seat = two.here.opens(two.alder)
    assert live.walls.closed(two.conference, chair.attendee) == "next_family"
    assert [one.id for one in my_meetings(live, manager)] == [two.alder]
    assert my_meeting(live, manager, two.conference) is None
    assert requests_for(live, manager) == []
    two.here.ends(seat)
    assert live.walls.closed(two.conference, chair.attendee) is None
    two.here.do(chair, OpenMeeting())
    two.here.add("Cedar", {})
    two.here.opens(two.here.meetings[-1])
    assert refusal(live.handle, chair, str(uuid4()), Leave()) == "next_family"


def test_another_meeting_of_the_same_family_stays_open(two):
    live, manager = two.live, two.here.manager
    people = (PlannedPerson("c", "Pip", child=True), PlannedPerson(CHAIR, "A", agency="social_care", role="chair"))
    plan = Plan("A", templates()["three-column-map"], "A", "room", True, DAY, people, id=str(uuid4()))
    same = make_meeting(live, plan, MeetingRequest("FAM-Alder", "14:00", "", manager, manager))
    two.here.opens(two.alder)
    assert my_meeting(live, manager, same) is not None


def test_two_sittings_have_a_family_open_at_once_but_where_somebody_leads_both_and_is_in_one(two):
    two.here.opens(two.alder)
    other = two.opens_other()
    assert two.live.meeting(two.birch).state == "open"
    two.here.ends(other)
    third, cedar = two.sitting(two.dan, "Cedar", deputy=two.here.manager)
    assert refusal(open_family, two.live, two.cleo, b"x", None, third, cedar) == "another_family_open"
    two.here.ends(two.here.opens(two.alder))
    open_family(two.live, two.cleo, b"x", None, third, cedar)
    assert two.live.meeting(cedar).state == "open"


def test_after_the_end_the_workers_of_a_family_have_its_record_and_nobody_else_has(two):
    live, sitting = two.live, two.here
    chair = sitting.opens(two.alder)
    nell = sitting.waits(two.alder, sitting.nell)
    assert record_for_account(live, sitting.nell, two.alder) is None
    sitting.ends(chair, lock=True)
    assert record_for_account(live, sitting.nell, two.alder) == nell.attendee
    assert record_for_account(live, sitting.manager, two.alder) == chair.attendee
    for account in (two.dan, sitting.omar, two.cleo):
        assert record_for_account(live, account, two.alder) is None, "invited and not come, or never invited"


def test_a_worker_opens_the_locked_record_from_the_sitting_and_is_not_told_to_ring_a_social_worker(tmp_path):
    with opened(tmp_path) as live:
        hurry(live)
        sitting = Sitting(live)
        alder = sitting.add("Alder", {"lead_social_worker": sitting.nell, "recovery_worker": sitting.omar})
        chair = sitting.opens(alder)
        sitting.waits(alder, sitting.nell)
        sitting.ends(chair, lock=True)
    served = Served(tmp_path).start()
    nell, omar = Staff(served.url), Staff(served.url)
    nell.sign_in("nell@council.example")
    omar.sign_in("omar@council.example")
    nell.get(f"/sittings/{sitting.id}")
    record = nell.press(f"go-{alder}", f"/sittings/{sitting.id}")
    assert record.url.endswith(f"/meetings/{alder}/record")
    assert "Pip Alder" in record.text
    for file in ("record.docx", "workbook.docx"):
        assert nell.get(f"/meetings/{alder}/{file}").content[:2] == b"PK"
        assert omar.get(f"/meetings/{alder}/{file}").status_code == 404, "invited, and never came"
    assert omar.get(f"/meetings/{alder}/record").status_code == 404
    assert "Ring" not in nell.get("/goodbye/ended").text
    assert "Your sittings" in nell.page
    assert "Ring" in Staff(served.url).get("/goodbye/ended").text
    assert served.stop() == 0
    assert "Alder" not in served.log


def test_the_wall_holds_however_little_of_it_is_kept_in_memory(two, monkeypatch):
    monkeypatch.setattr(walls, "MOST_KEPT", 1)
    live, nell = two.live, two.here.nell
    before = seat_in_family(live, nell, b"x", None, two.other, two.birch).seat
    two.here.opens(two.alder)
    two.here.is_in(two.here.waits(two.alder, nell))
    for _ in range(3):
        assert live.walls.closed(two.birch, before.attendee) == "next_family"
        assert live.walls.is_closed_to(two.here.manager.id, two.conference)
        assert not live.walls.is_closed_to(nell.id, two.alder)
        assert max(map(len, (live.walls._known, live.walls._families, live.walls._places))) == 1
