"""The chair's browser is gone and nobody was named deputy: whoever made the meeting comes to its door and takes over."""

from datetime import date
from types import SimpleNamespace
from urllib.parse import urlsplit
from uuid import uuid4

import pytest

from meeting_server.app import create_app
from meeting_server.domain.asides.let_in import LetIn
from meeting_server.domain.ending.ending import OpenMeeting
from meeting_server.domain.people.chair_controls import Controls
from meeting_server.domain.people.persons import Attendee, find_attendee
from meeting_server.domain.people.take_controls import TakeControls
from meeting_server.domain.refused import Refused
from meeting_server.services.prepare_meeting import Plan, PlannedPerson
from meeting_server.services.seats import Invited, take_seat
from meeting_server.services.sign_in import StaffSessions
from meeting_server.services.snapshots import waiting, you
from meeting_server.services.staff_meetings import CHAIR, MeetingRequest, make_meeting, my_meeting
from meeting_server.services.standing_in import place_for
from meeting_server.settings import Settings
from meeting_server.storage.tables import sittings
from meeting_server.storage.template_files import load_templates
from tests.scenes.sitting import Sitting, make_accounts
from tests.scenes.staffroom import forms_of
from tests.servers.stores import open_store


@pytest.fixture
def office(tmp_path):
    """Asha chairs a meeting that Bel made and that is open; Cal has nothing to do with it."""
    database = open_store(tmp_path)
    running = create_app(Settings(async_mode="threading", data_dir=tmp_path), database)
    live = running.live
    asha, bel, cal = make_accounts(live, "Asha Chair", "Bel Maker", "Cal Other")
    people = (
        PlannedPerson(CHAIR, "Asha Chair", agency="social_care", role="chair"),
        PlannedPerson("mum", "Esme", agency="family", role="parent"),
    )
    template = load_templates()["three-column-map"]
    plan = Plan("First", template, "First", "both", True, date.today().isoformat(), people)
    meeting = make_meeting(live, plan, MeetingRequest("FAM 1", "10:00", "", asha, bel))
    made = SimpleNamespace(app=running.app, live=live, meeting=meeting, asha=asha, bel=bel, cal=cal)
    made.chair = sits(made, my_meeting(live, asha, meeting).attendee)
    live.handle(made.chair, str(uuid4()), OpenMeeting())
    yield made
    live.writer.stop()
    database.close()


def sits(office, attendee):
    live = office.live
    _, seat = take_seat(live, Invited(live.meeting(office.meeting), "", attendee), None, b"s" * 32)
    live.arrive(seat, "computer", others_connected=False)
    return seat


def controls(office):
    return office.live.meeting(office.meeting).room.get(Controls, "controls")


def gone(office, is_gone=True):
    office.live.unsteered = lambda _: is_gone


def code_of(refused):
    with pytest.raises(Refused) as found:
        refused()
    return found.value.code


def test_the_maker_waits_at_the_door_and_takes_over_once_the_chair_is_gone(office):
    live = office.live
    bel = place_for(live, office.bel, office.meeting, "manager")
    assert place_for(live, office.bel, office.meeting, "manager") == bel, "once is enough"
    seat = sits(office, bel)
    meeting, actor, device = live.standing(seat)
    assert (actor, device.state) == (None, "waiting")
    assert waiting(meeting, find_attendee(meeting, bel), seat.device, "r", 1)["you"]["stands_in"]
    gone(office, is_gone=False)
    assert code_of(lambda: live.handle(seat, str(uuid4()), TakeControls())) == "steered"
    assert controls(office) is None
    gone(office)
    live.handle(seat, str(uuid4()), TakeControls())
    assert (controls(office).holder, controls(office).stood_in) == (bel, True)
    assert live.standing(seat)[1].may("steer")
    live.handle(office.chair, str(uuid4()), TakeControls())
    assert controls(office).holder is None
    assert not live.standing(seat)[1].may("steer")


def test_a_chair_who_is_there_lets_the_maker_in_like_anybody(office):
    seat = sits(office, place_for(office.live, office.bel, office.meeting, "manager"))
    office.live.handle(office.chair, str(uuid4()), LetIn(seat.device))
    meeting, actor, _ = office.live.standing(seat)
    assert not actor.may("steer")
    assert you(meeting, actor.attendee, actor.device, inside=True)["stands_in"]


def test_a_guest_by_link_is_offered_nothing(office):
    meeting = office.live.meeting(office.meeting)
    mum = next(one for one in meeting.room.each(Attendee) if one.role == "parent")
    _, seat = take_seat(office.live, Invited(meeting, "", mum.id), None)
    office.live.arrive(seat, "phone", others_connected=False)
    gone(office)
    assert "stands_in" not in waiting(office.live.meeting(office.meeting), mum, seat.device, "r", 1)["you"]
    assert code_of(lambda: office.live.handle(seat, str(uuid4()), TakeControls())) == "not_here"


def test_nobody_else_comes_to_the_door_and_in_no_role_that_may_not_take_over(office):
    assert code_of(lambda: place_for(office.live, office.cal, office.meeting, "manager")) == "not_found"
    assert code_of(lambda: place_for(office.live, office.bel, office.meeting, "parent")) == "not_a_deputy"


def test_the_page_leads_the_maker_to_the_door_and_is_404_for_others(office):
    url, path = Settings().url, f"/meetings/{office.meeting}/door"

    def page(account):
        browser = office.app.test_client()
        browser.set_cookie("staff", StaffSessions(office.live).begin(account, None), domain=urlsplit(url).hostname)
        return browser, browser.get(path, base_url=url)

    assert page(office.cal)[1].status_code == 404
    browser, answer = page(office.bel)
    fields = next(fields for at, fields in forms_of(answer.get_data(as_text=True)) if at == "")
    sent = browser.post(path, data={**fields, "role": "manager"}, headers={"Origin": url}, base_url=url)
    assert sent.status_code == 303
    assert sent.headers["Location"].startswith("/board/")


def test_a_lead_of_the_sitting_stands_in_only_where_nobody_steers(tmp_path):
    database = open_store(tmp_path)
    running = create_app(Settings(async_mode="threading", data_dir=tmp_path), database)
    try:
        sitting = Sitting(running.live)
        meeting = sitting.add("Alder", {"lead_social_worker": sitting.nell})
        sitting.opens(meeting)
        minutes = sitting.attendee(meeting, "minute_taker").id
        assert place_for(running.live, sitting.minutes, meeting, "") == minutes, "who has a place keeps it"
        (lead,) = make_accounts(running.live, "Dev Deputy")
        running.live.writer.run(lambda connection: connection.execute(sittings.update().values(deputy=lead.id)))
        role = "lead_social_worker"
        assert code_of(lambda: place_for(running.live, lead, meeting, role)) == "steered"
        running.live.unsteered = lambda _: True
        seat_of_lead = place_for(running.live, lead, meeting, role)
        assert find_attendee(running.live.meeting(meeting), seat_of_lead).role == role
    finally:
        running.live.writer.stop()
        database.close()
