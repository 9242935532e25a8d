"""The page of a sitting in words, made of the meetings as they stand: late drafts counted, the last rating, whose turn."""

from dataclasses import replace
from datetime import date

import flask
import pytest

from meeting_server.app import create_app
from meeting_server.http.languages import speak
from meeting_server.http.staff.sitting_page import page_of
from meeting_server.services.sitting_day import call_family
from meeting_server.services.sitting_views import sitting_for
from meeting_server.settings import Settings
from tests.scenes.sitting import Sitting, held
from tests.servers.served import opened
from tests.servers.stores import open_store

DAY = date(2026, 5, 5)


@pytest.fixture
def sitting(tmp_path):
    """Three families on 5 May: Nell works with all of them, Omar with the second."""
    app = flask.Flask(__name__)
    speak(app, (), None)
    with opened(tmp_path) as live, app.test_request_context():
        made = Sitting(live)
        made.add("Alder", {"lead_social_worker": made.nell})
        made.add("Birch", {"lead_social_worker": made.nell, "recovery_worker": made.omar})
        made.add("Cedar", {"lead_social_worker": made.nell})
        yield made


def page(sitting, account, today=DAY):
    return page_of(sitting.live, account, sitting_for(sitting.live, account, sitting.id), today)


def test_late_drafts_are_counted_at_the_top_and_locked_records_say_when(sitting):
    alder, birch, cedar = sitting.meetings
    held(sitting, alder, "amber", lock=False)
    held(sitting, birch, "red", lock=False)
    held(sitting, cedar, "green")
    on_time = page(sitting, sitting.manager, date(2026, 5, 12))
    assert (on_time.late, on_time.rows[0].clock.says[-1]) == ("", "This is the last day.")
    late = page(sitting, sitting.manager, date(2026, 5, 13))
    assert late.late == "2 records are late."
    assert [row.clock.is_late for row in late.rows] == [True, True, False]
    assert late.rows[2].clock.says[0].startswith("Locked on ")


def test_the_rating_of_the_day_takes_the_place_of_the_last_one(sitting):
    alder, birch, _ = sitting.meetings
    assert page(sitting, sitting.manager).rows[0].rating is None
    held(sitting, alder, "amber", lock=False)
    held(sitting, birch, lock=False)
    first, second, _ = page(sitting, sitting.manager).rows
    assert (first.rating.shape, first.rating.label) == ("◆", "Amber")
    assert first.rating.about == "Tuesday 5 May 2026, Case supervision"
    assert second.rating is None


def test_the_last_rating_is_that_of_the_familys_locked_record(sitting):
    held(sitting, sitting.meetings[0], "red")
    again = Sitting.__new__(Sitting)
    again.__dict__ |= sitting.__dict__ | {"meetings": []}
    made = again.add("Alder", {"lead_social_worker": sitting.nell})
    row = next(row for row in page(sitting, sitting.manager).rows if row.meeting == made)
    assert (row.rating.label, row.rating.about) == ("Red", "Tuesday 5 May 2026, Case supervision")


def test_only_the_team_manager_opens_and_only_while_no_other_family_is_open(sitting):
    alder, _, _ = sitting.meetings
    assert [row.may_open for row in page(sitting, sitting.manager).rows] == [True, True, True]
    assert [row.is_next for row in page(sitting, sitting.manager).rows] == [True, False, False]
    assert not any(row.may_open for row in page(sitting, sitting.minutes).rows)
    seat = sitting.opens(alder)
    for row in page(sitting, sitting.minutes).rows[1:]:
        assert (row.may_open, row.may_call) == (False, True)
    assert page(sitting, sitting.minutes).says == "Family 1 of 3 is open now"
    walled = page(sitting, sitting.manager)
    assert (walled.here, walled.rows, walled.disciplines, walled.may_roll) == (alder, (), (), False)
    sitting.ends(seat)
    assert [row.may_up for row in page(sitting, sitting.manager).rows] == [False, False, True]


def test_a_worker_is_told_of_a_call_and_of_the_opening_of_their_own_family_alone(sitting):
    alder, birch, _ = sitting.meetings
    assert [row.go for row in page(sitting, sitting.omar).rows] == ["Write your summary"]
    call_family(sitting.live, sitting.manager, sitting.id, birch)
    assert page(sitting, sitting.omar).says == "Your family is next. Please come."
    assert page(sitting, sitting.omar).rows[0].go == "Go to its waiting room"
    held(sitting, alder, "amber")
    sitting.opens(birch)
    assert page(sitting, sitting.omar).says == "Your family is open. Please go in."
    assert page(sitting, sitting.omar).rows[0].go == "Go in"


def test_disciplines_stand_in_the_order_of_the_template_and_workers_see_none(sitting):
    assert page(sitting, sitting.manager).disciplines == ("Social work", "Alcohol and drugs")
    assert [cell is None for cell in page(sitting, sitting.manager).rows[0].cells] == [False, True]
    nell = page(sitting, sitting.nell)
    assert nell.disciplines == ()
    assert not any(row.cells or row.rating or row.warning for row in nell.rows)


def test_the_mark_changes_with_what_is_shown_and_with_nothing_else(sitting):
    before = {who: page(sitting, who).mark for who in (sitting.manager, sitting.nell, sitting.omar)}
    assert before[sitting.manager] == page(sitting, sitting.manager).mark
    call_family(sitting.live, sitting.manager, sitting.id, sitting.meetings[0])
    after = {who: page(sitting, who).mark for who in before}
    assert [after[who] != before[who] for who in before] == [True, True, False]
    assert replace(page(sitting, sitting.omar), mark="").rows[0].number == 2


def test_what_a_page_asks_by_itself_is_no_sign_of_life(tmp_path):
    database = open_store(tmp_path)
    settings = Settings(async_mode="threading", data_dir=tmp_path)
    running = create_app(settings, database)
    try:
        made = Sitting(running.live)
        made.add("Alder", {"lead_social_worker": made.nell})
        door = running.app.extensions["staff"]
        client, active = running.app.test_client(), []
        client.set_cookie(door.cookie, door.sessions.begin(made.nell, None), domain="127.0.0.1")
        door.sessions.active = active.append
        news = client.get(f"/sittings/{made.id}/news", base_url=settings.url)
        assert (news.status_code, news.json["says"], active) == (200, "", [])
        assert client.get(f"/sittings/{made.id}", base_url=settings.url).status_code == 200
        assert len(active) == 1
    finally:
        running.live.writer.stop()
        database.close()
