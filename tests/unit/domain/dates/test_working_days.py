"""Counting days as conferences do: day 0 is the event, weekends and England's bank holidays don't count."""

from datetime import date, timedelta

import pytest
from hypothesis import given as for_any
from hypothesis import strategies as st

from meeting_server.domain.dates.working_days import (
    NotWorking,
    last_day,
    months_after,
    not_working,
    working_day_by,
    working_days_after,
)

GOOD_FRIDAY, EASTER_MONDAY = date(2026, 4, 3), date(2026, 4, 6)
HOLIDAYS = {
    GOOD_FRIDAY: "Good Friday",
    EASTER_MONDAY: "Easter Monday",
    date(2026, 12, 25): "Christmas Day",
    date(2026, 12, 26): "Boxing Day",
    date(2026, 12, 28): "Boxing Day (substitute day)",
}
A_DAY = st.dates(date(2026, 1, 1), date(2026, 12, 31))
FEW = st.integers(0, 45)
ANY_HOLIDAYS = st.dictionaries(A_DAY, st.just("A holiday"), max_size=12)


@pytest.mark.parametrize(
    ("event", "count", "lands_on"),
    [
        pytest.param(date(2026, 3, 2), 15, date(2026, 3, 23), id="the strategy discussion, and the conference's limit"),
        pytest.param(date(2026, 3, 19), 10, date(2026, 4, 2), id="the conference, and its first core group"),
        pytest.param(date(2026, 3, 24), 10, date(2026, 4, 9), id="over Easter"),
        pytest.param(date(2026, 3, 16), 15, date(2026, 4, 8), id="over Easter, from before"),
        pytest.param(date(2026, 4, 2), 1, date(2026, 4, 7), id="the day before Good Friday"),
        pytest.param(date(2026, 12, 24), 1, date(2026, 12, 29), id="Boxing Day on a Saturday, and its substitute"),
    ],
)
def test_working_days_land_where_the_practice_rules_say(event: date, count: int, lands_on: date) -> None:
    assert working_days_after(event, count, HOLIDAYS) == lands_on


def test_a_meeting_at_a_weekend_counts_from_there() -> None:
    assert working_days_after(date(2026, 3, 21), 1, HOLIDAYS) == date(2026, 3, 23)


def test_a_day_that_is_not_worked_says_why() -> None:
    assert not_working(date(2026, 3, 21), HOLIDAYS) == NotWorking("saturday")
    assert not_working(date(2026, 3, 22), HOLIDAYS) == NotWorking("sunday")
    assert not_working(GOOD_FRIDAY, HOLIDAYS) == NotWorking("bank_holiday", "Good Friday")
    assert not_working(date(2026, 12, 26), HOLIDAYS) == NotWorking("saturday")
    assert not_working(date(2026, 3, 19), HOLIDAYS) is None


def test_what_is_due_on_easter_monday_is_done_by_the_thursday_before() -> None:
    assert working_day_by(EASTER_MONDAY, HOLIDAYS) == date(2026, 4, 2)
    assert working_day_by(date(2026, 4, 2), HOLIDAYS) == date(2026, 4, 2)


@pytest.mark.parametrize(
    ("day", "count", "lands_on"),
    [
        (date(2026, 3, 19), 3, date(2026, 6, 19)),
        (date(2026, 11, 30), 3, date(2027, 2, 28)),
        (date(2027, 11, 30), 3, date(2028, 2, 29)),
        (date(2026, 8, 31), 1, date(2026, 9, 30)),
        (date(2026, 12, 31), 6, date(2027, 6, 30)),
        (date(2026, 12, 31), 12, date(2027, 12, 31)),
    ],
)
def test_a_month_that_is_shorter_ends_the_count_at_its_last_day(day: date, count: int, lands_on: date) -> None:
    assert months_after(day, count) == lands_on


def test_each_unit_counts_in_its_own_way() -> None:
    day = date(2026, 3, 24)
    assert last_day(day, 10, "working_days", HOLIDAYS) == date(2026, 4, 9)
    assert last_day(day, 10, "days", HOLIDAYS) == GOOD_FRIDAY
    assert last_day(day, 2, "weeks", HOLIDAYS) == date(2026, 4, 7)
    assert last_day(day, 6, "months", HOLIDAYS) == date(2026, 9, 24)


@for_any(day=A_DAY, count=st.integers(1, 45), holidays=ANY_HOLIDAYS)
def test_a_count_never_lands_on_a_day_that_is_not_worked(day: date, count: int, holidays: dict[date, str]) -> None:
    assert not_working(working_days_after(day, count, holidays), holidays) is None


@for_any(day=A_DAY, count=FEW, holidays=ANY_HOLIDAYS)
def test_just_as_many_working_days_lie_between(day: date, count: int, holidays: dict[date, str]) -> None:
    passed = (working_days_after(day, count, holidays) - day).days
    between = [day + timedelta(days=n) for n in range(1, passed + 1)]
    assert sum(not_working(one, holidays) is None for one in between) == count


@for_any(day=A_DAY, holidays=ANY_HOLIDAYS)
def test_none_after_a_day_is_the_day_itself(day: date, holidays: dict[date, str]) -> None:
    assert working_days_after(day, 0, holidays) == day


@for_any(day=A_DAY, later=st.integers(0, 30), count=FEW, more=st.integers(0, 10), holidays=ANY_HOLIDAYS)
def test_a_later_day_or_a_longer_count_never_ends_earlier(
    day: date, later: int, count: int, more: int, holidays: dict[date, str]
) -> None:
    first = working_days_after(day, count, holidays)
    assert working_days_after(day + timedelta(days=later), count, holidays) >= first
    assert working_days_after(day, count + more, holidays) >= first
    assert months_after(day + timedelta(days=later), count) >= months_after(day, count)


@for_any(day=A_DAY, count=FEW, extra=A_DAY, holidays=ANY_HOLIDAYS)
def test_one_more_bank_holiday_never_makes_it_sooner(
    day: date, count: int, extra: date, holidays: dict[date, str]
) -> None:
    more = {**holidays, extra: "A royal occasion"}
    assert working_days_after(day, count, more) >= working_days_after(day, count, holidays)
