"""What a server that starts with the demo makes besides the case's own meetings: a core group, a sitting, accounts."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from meeting_server.demo import CASE, State
from meeting_server.demo.team import SITTING, STAFF
from meeting_server.domain.agenda.stages import Agenda
from meeting_server.domain.core_group.visits import Visit
from meeting_server.domain.earlier.desk import EarlierMeeting
from meeting_server.domain.meeting import Meeting
from meeting_server.domain.people.lobby import Device
from meeting_server.domain.people.persons import Attendee, attendee_of, each_person
from meeting_server.domain.points.items import Item
from meeting_server.domain.supervision.summaries import Summary
from meeting_server.services.demo_team import WholeDemo, _working_day_before, whole_demo
from meeting_server.services.live_meeting import LiveMeetings
from meeting_server.services.sittings import meetings_of
from meeting_server.storage.template_files import load_templates
from tests.servers.served import opened
from tests.servers.stores import hurry

URL = "http://127.0.0.1:8000"


def made(live: LiveMeetings, state: State = "mid") -> WholeDemo:
    return whole_demo(live, load_templates(), state, URL)


@pytest.fixture(scope="module")
def blank(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[LiveMeetings, WholeDemo]]:
    """The blank demo, in a folder that only this module has."""
    with opened(tmp_path_factory.mktemp("blank")) as live:
        hurry(live)
        yield live, made(live, "blank")


def core_group(live: LiveMeetings, whole: WholeDemo) -> Meeting:
    return live.meeting(whole.demo.meetings[-1].id)


def test_the_core_group_works_on_the_plan_of_the_conference_before_it(tmp_path: Path) -> None:
    with opened(tmp_path) as live:
        hurry(live)
        whole = made(live)
        meeting = core_group(live, whole)
        (last,) = meeting.desk.each(EarlierMeeting)
        assert last.date < meeting.facts.date
        brought = [one for one in meeting.room.each(Item) if one.came]
        assert len([one for one in brought if one.action]) == len(CASE.actions)
        assert meeting.room.count(Visit) == 1
        agenda = meeting.room.get(Agenda, "agenda")
        assert agenda
        assert agenda.stage == "plan"
        kit = next(one for one in each_person(meeting) if one.name == "Kit Farrowden")
        chair = attendee_of(meeting, kit.id)
        assert chair
        assert chair.role == "chair"
        assert not [one for one in meeting.room.each(Attendee) if one.attendance == "here"], "all have left"


def test_the_sitting_has_families_of_whom_one_has_summaries_and_each_worker_an_account(
    blank: tuple[LiveMeetings, WholeDemo],
) -> None:
    live, whole = blank
    families = [live.meeting(one) for one in meetings_of(live, whole.sitting.rpartition("/")[2])]
    assert [one.facts.slot and one.facts.slot.of for one in families] == [len(SITTING)] * len(SITTING)
    first, *others = families
    finished = {one.id for one in first.room.each(Summary)}
    names = {one.name for one in each_person(first) if one.id in finished}
    assert names == {STAFF[key] for key in SITTING[0].summaries}
    assert not any(one.room.count(Summary) for one in others)
    assert set(whole.staff) == {*STAFF, "ines"}
    assert {worker for family in SITTING for worker in family.workers} <= set(STAFF)


def test_nobody_stands_at_the_door_of_a_demo_that_nobody_has_opened(
    blank: tuple[LiveMeetings, WholeDemo],
) -> None:
    live, whole = blank
    families = meetings_of(live, whole.sitting.rpartition("/")[2])
    for one in [*families, *(meeting.id for meeting in whole.demo.meetings)]:
        assert not [device for device in live.meeting(one).desk.each(Device) if device.state in ("waiting", "in")]


def test_started_again_it_is_the_same_with_new_links_and_a_new_password(blank: tuple[LiveMeetings, WholeDemo]) -> None:
    live, first = blank
    second = made(live, "blank")
    assert [one.id for one in first.demo.meetings] == [one.id for one in second.demo.meetings]
    assert (first.sitting, first.staff) == (second.sitting, second.staff)
    assert first.account.password != second.account.password
    assert len(meetings_of(live, first.sitting.rpartition("/")[2])) == len(SITTING)


def test_the_blank_core_group_has_the_conference_on_its_desk_and_nothing_on_its_board(
    blank: tuple[LiveMeetings, WholeDemo],
) -> None:
    meeting = core_group(*blank)
    assert meeting.desk.count(EarlierMeeting) == 1
    assert meeting.room.count(Item) == 0


def test_it_begins_with_five_lines_of_where_to_start(blank: tuple[LiveMeetings, WholeDemo]) -> None:
    _, whole = blank
    text = whole.text(f"{URL}/demo")
    first = text.split("\n\n")[0].splitlines()
    assert first[0] == f"Start here. The chair's screen lets the others in. Or open {URL}/demo, which lists all of it."
    assert [one.split("  ")[1] for one in first[1:]] == [words for words, _ in whole.start]
    assert len(first) == 6
    assert "/demo" not in whole.text("").splitlines()[0]
    assert text.count("Everyone's link: ") == 3


@pytest.mark.parametrize(
    ("day", "before"),
    [
        ("2026-11-30", "2026-11-27"),
        ("2026-11-29", "2026-11-27"),
        ("2026-11-28", "2026-11-27"),
        ("2026-12-01", "2026-11-30"),
    ],
)
def test_the_conference_before_was_on_a_working_day(day: str, before: str) -> None:
    assert _working_day_before(date.fromisoformat(day)).isoformat() == before
