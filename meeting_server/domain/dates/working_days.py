"""Dates counted from a day: working days by England's weekends and bank holidays, and calendar days, weeks and months.

Day 0 is the day itself. The bank holidays are handed in: the same question always has the same
answer.
"""

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from ..kinds import Unit

Holidays = Mapping[date, str]
"""Bank holidays by day, each with its name."""

_WEEKEND: dict[int, Literal["saturday", "sunday"]] = {5: "saturday", 6: "sunday"}
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class NotWorking:
    """Why a day is not a working day. `name` is that of the bank holiday, empty for a weekend."""

    why: Literal["saturday", "sunday", "bank_holiday"]
    name: str = ""


def not_working(day: date, holidays: Holidays) -> NotWorking | None:
    """Why this is not a working day, or None for one that is. A bank holiday at a weekend is a weekend."""
    weekend = _WEEKEND.get(day.weekday())
    if weekend:
        return NotWorking(weekend)
    return NotWorking("bank_holiday", holidays[day]) if day in holidays else None


def working_days_after(day: date, count: int, holidays: Holidays) -> date:
    """The working day that is this many after `day`, whatever day that is; with 0, the day itself."""
    for _ in range(count):
        day += _DAY
        while not_working(day, holidays):
            day += _DAY
    return day


def working_days_between(day: date, until: date, holidays: Holidays) -> int:
    """How many working days come after `day`, up to and with `until`; 0 when that is no later than `day`."""
    return sum(not not_working(day + passed * _DAY, holidays) for passed in range(1, (until - day).days + 1))


def working_day_by(day: date, holidays: Holidays) -> date:
    """The day itself where it is a working day, else the last one before it: what is due on a Saturday is done by
    Friday."""
    while not_working(day, holidays):
        day -= _DAY
    return day


def months_after(day: date, count: int) -> date:
    """The same day so many months later, or the last of that month where it is shorter: 30 November and 3 months is the
    end of February."""
    years, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    return date(years, month + 1, min(day.day, monthrange(years, month + 1)[1]))


def last_day(day: date, amount: int, unit: Unit, holidays: Holidays) -> date:
    """The last day that is within so many working days, days, weeks or months of `day`."""
    if unit == "working_days":
        return working_days_after(day, amount, holidays)
    if unit == "months":
        return months_after(day, amount)
    return day + amount * (7 * _DAY if unit == "weeks" else _DAY)
