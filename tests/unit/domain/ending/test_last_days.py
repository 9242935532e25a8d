"""How long links and seats last: by the meeting's own working days."""

from datetime import date

import pytest

from meeting_server.domain.audiences import ROOM, To
from meeting_server.domain.dates.bank_holidays import BankHoliday, BankHolidaysKept
from meeting_server.domain.ending.last_days import last_day_of_links, last_day_of_seat
from meeting_server.domain.people.chair_controls import NameDeputy
from meeting_server.domain.people.persons import find_attendee
from meeting_server.domain.people.sitting_slots import MeetingMoved
from meeting_server.domain.people.take_controls import TakeControls
from tests.scenes.builders import after, attendee, given, room

GOOD_FRIDAY = BankHolidaysKept((BankHoliday("2026-04-03", "Good Friday"), BankHoliday("2026-04-06", "Easter Monday")))


def on(day):
    return after(room(), [To(ROOM, GOOD_FRIDAY), To(ROOM, MeetingMoved(day))])


@pytest.mark.parametrize(
    ("day", "link", "desk"),
    [
        ("2026-03-19", "2026-03-20", "2026-04-02"),
        ("2026-03-20", "2026-03-23", "2026-04-07"),
        ("2026-04-02", "2026-04-07", "2026-04-20"),
        ("2026-03-21", "2026-03-23", "2026-04-07"),
    ],
    ids=["a Thursday", "a Friday", "before Easter", "a Saturday"],
)
def test_a_link_lasts_a_working_day_after_the_meeting_and_the_desk_ten(day, link, desk):
    meeting = on(day)
    assert last_day_of_links(meeting) == date.fromisoformat(link)
    assert last_day_of_seat(meeting, find_attendee(meeting, attendee("marla"))) == date.fromisoformat(link)
    assert last_day_of_seat(meeting, find_attendee(meeting, attendee("tolly"))) == date.fromisoformat(desk)


def test_a_deputy_keeps_a_seat_at_the_desk_for_as_long_as_they_have_it():
    meeting = on("2026-03-19")
    held = given(meeting).when("ines", NameDeputy(attendee("kit"))).when("kit", TakeControls()).ok()
    kit = find_attendee(meeting, attendee("kit"))
    assert last_day_of_seat(held.meeting, kit) == date(2026, 4, 2)
    assert last_day_of_seat(held.when("ines", TakeControls()).ok().meeting, kit) == date(2026, 3, 20)
