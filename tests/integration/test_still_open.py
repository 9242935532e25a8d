"""A chair is reminded of what is still open from another day."""

from datetime import date
from uuid import uuid4

import pytest

from meeting_server.app import create_app
from meeting_server.domain.ending.ending import OpenMeeting
from meeting_server.services.accounts import Accounts
from meeting_server.services.prepare_meeting import Plan, PlannedPerson
from meeting_server.services.seats import Invited, take_seat
from meeting_server.services.sign_in import StaffSessions
from meeting_server.services.staff_meetings import CHAIR, MeetingRequest, make_meeting, my_meeting
from meeting_server.settings import Settings
from meeting_server.storage.template_files import load_templates
from tests.servers.stores import open_store

DAY = 86_400_000


@pytest.fixture
def office(tmp_path):
    database = open_store(tmp_path)
    running = create_app(Settings(async_mode="threading", data_dir=tmp_path), database)
    yield running
    running.live.writer.stop()
    database.close()


def test_a_chair_is_reminded_of_what_is_still_open_from_another_day_and_nobody_else_is(office):
    live, today = office.live, office.live.clock()
    accounts = Accounts(live, lambda work: work())
    asha, bel = (accounts.make(name, f"{name}@council.example", "three green otters") for name in ("asha", "bel"))
    people = (PlannedPerson(CHAIR, "Asha", agency="social_care", role="chair"),)
    template = load_templates()["three-column-map"]
    plan = Plan("First", template, "First", "both", True, date.today().isoformat(), people)
    meeting = make_meeting(live, plan, MeetingRequest("FAM 1", "10:00", "", asha, bel))
    invited = Invited(live.meeting(meeting), "", my_meeting(live, asha, meeting).attendee)
    _, seat = take_seat(live, invited, None, b"s" * 32)
    live.arrive(seat, "computer", others_connected=False)
    live.handle(seat, str(uuid4()), OpenMeeting())

    def page(account, at):
        live.clock = lambda: at
        browser = office.app.test_client()
        browser.set_cookie("staff", StaffSessions(live).begin(account, None))
        return browser.get("/meetings").get_data(as_text=True)

    words = "Still open from another day"
    assert words not in page(asha, today)
    assert words in page(asha, today + DAY)
    assert words not in page(bel, today + DAY)
