"""England's bank holidays as they are handed to a meeting that is made, and a council's corrections to them."""

from datetime import date, timedelta

import pytest

from meeting_server.domain.dates.working_days import working_days_after
from meeting_server.settings import SettingError, settings_from
from meeting_server.storage.bank_holidays import bank_holidays_around

CONFERENCE = date(2026, 3, 19)


def days(day: date = CONFERENCE, corrections: tuple[tuple[date, str], ...] = ()) -> dict[date, str]:
    return {date.fromisoformat(one.day): one.name for one in bank_holidays_around(day, corrections)}


def test_a_year_has_englands_eight_and_no_scottish_or_irish_one() -> None:
    assert {day: name for day, name in days().items() if day.year == 2027} == {
        date(2027, 1, 1): "New Year's Day",
        date(2027, 3, 26): "Good Friday",
        date(2027, 3, 29): "Easter Monday",
        date(2027, 5, 3): "May Day",
        date(2027, 5, 31): "Spring Bank Holiday",
        date(2027, 8, 30): "Late Summer Bank Holiday",
        date(2027, 12, 25): "Christmas Day",
        date(2027, 12, 26): "Boxing Day",
        date(2027, 12, 27): "Christmas Day (substitute day)",
        date(2027, 12, 28): "Boxing Day (substitute day)",
    }


def test_they_reach_from_a_year_before_the_meeting_to_two_years_after_it() -> None:
    found = list(days())
    assert found == sorted(found)
    assert found[0] >= date(2025, 3, 19) > found[0] - timedelta(days=40)
    assert found[-1] <= date(2028, 3, 19) < found[-1] + timedelta(days=90)


@pytest.mark.parametrize(
    ("event", "count", "lands_on"),
    [
        (date(2026, 3, 2), 15, date(2026, 3, 23)),
        (date(2026, 3, 19), 10, date(2026, 4, 2)),
        (date(2026, 3, 24), 10, date(2026, 4, 9)),
        (date(2026, 3, 16), 15, date(2026, 4, 8)),
        (date(2026, 4, 2), 1, date(2026, 4, 7)),
        (date(2026, 12, 24), 1, date(2026, 12, 29)),
    ],
)
def test_with_the_real_calendar_working_days_land_where_the_practice_rules_say(
    event: date, count: int, lands_on: date
) -> None:
    assert working_days_after(event, count, days(event)) == lands_on


def test_a_council_adds_a_royal_occasion_and_takes_a_moved_day_away() -> None:
    setting = settings_from({"BANK_HOLIDAYS": "2027-06-04 A royal occasion, -2027-05-31"}).bank_holidays
    found = days(corrections=setting)
    assert found[date(2027, 6, 4)] == "A royal occasion"
    assert date(2027, 5, 31) not in found
    assert len(found) == len(days())


def test_a_correction_out_of_reach_of_the_meeting_is_left_out() -> None:
    assert days(corrections=((date(2031, 6, 4), "Far away"),)) == days()


@pytest.mark.parametrize(
    "wrong", ["4 June", "2027-06-04", "-2027-05-31 Spring", "2027-13-01 Never", "2027-02-30 Never", "A royal occasion"]
)
def test_a_setting_that_is_no_day_is_refused_with_what_is_wanted(wrong: str) -> None:
    with pytest.raises(SettingError, match=r"BANK_HOLIDAYS must be days to add with their names.*is neither"):
        settings_from({"BANK_HOLIDAYS": f"2027-06-04 A royal occasion, {wrong}"})


def test_without_the_setting_nothing_is_corrected() -> None:
    assert settings_from({}).bank_holidays == ()
