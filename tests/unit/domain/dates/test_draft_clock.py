"""How long a draft record still has: in working days, with the calendar its meeting was made with."""

from dataclasses import replace
from datetime import date

import pytest

from meeting_server.domain.audiences import ROOM, To
from meeting_server.domain.dates.bank_holidays import BankHolidaysKept
from meeting_server.domain.dates.draft_clock import draft_clock
from meeting_server.domain.facts import MeetingPrepared
from meeting_server.domain.meeting import Meeting
from meeting_server.domain.template.parts import Clock
from meeting_server.storage.bank_holidays import bank_holidays_around
from tests.scenes.builders import after, new, templates


def supervision(day: str, *clocks: Clock, none: bool = False) -> Meeting:
    """One family's supervision of that day."""
    template = templates()["supervision"]
    template = replace(template, clocks=clocks) if clocks or none else template
    made = MeetingPrepared("Case supervision", "room", False, day)
    kept = BankHolidaysKept(bank_holidays_around(date.fromisoformat(day)))
    return after(Meeting(new("meeting"), template), [To(ROOM, made), To(ROOM, kept)])


@pytest.mark.parametrize(
    ("today", "day", "state"),
    [
        ("2026-05-05", 0, "running"),
        ("2026-05-06", 1, "running"),
        ("2026-05-08", 3, "running"),
        ("2026-05-10", 3, "running"),
        ("2026-05-11", 4, "running"),
        ("2026-05-12", 5, "last_day"),
        ("2026-05-13", 6, "late"),
    ],
)
def test_the_draft_of_5_may_has_five_working_days(today: str, day: int, state: str) -> None:
    clock = draft_clock(supervision("2026-05-05"), date.fromisoformat(today))
    assert clock
    assert (clock.day, clock.of, clock.state) == (day, 5, state)
    assert (clock.aim, clock.finish_by) == (date(2026, 5, 6), date(2026, 5, 12))


def test_a_bank_holiday_is_no_day_of_it() -> None:
    clock = draft_clock(supervision("2026-05-20"), date(2026, 5, 26))
    assert clock
    # Monday 25 May is the spring bank holiday.
    assert (clock.day, clock.finish_by, clock.state) == (3, date(2026, 5, 28), "running")


def test_other_days_are_counted_as_they_come_and_met_by_the_working_day_before() -> None:
    made = supervision("2026-05-05", Clock("limit", "Record", 4, "days", "A local rule"))
    states = {}
    for today in (7, 8, 9, 10):
        clock = draft_clock(made, date(2026, 5, today))
        assert clock
        assert (clock.of, clock.aim, clock.finish_by) == (4, None, date(2026, 5, 8))
        states[today] = (clock.day, clock.state)
    assert states == {7: (2, "running"), 8: (3, "last_day"), 9: (4, "last_day"), 10: (5, "late")}


def test_a_template_without_clocks_has_none() -> None:
    assert draft_clock(supervision("2026-05-05", none=True), date(2026, 5, 6)) is None
