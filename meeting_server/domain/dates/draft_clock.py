"""How long a draft record still has (S1): by its template's clocks, from the meeting's day."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from ..meeting import Meeting
from .bank_holidays import holidays_of
from .statutory_clocks import DueDate, due_dates
from .working_days import working_days_between


@dataclass(frozen=True, slots=True)
class DraftClock:
    """Today is `day` of the `of` days that a draft has. `finish_by` is the last day, on which it is `last_day`.

    `aim` is the earlier day that the template aims at, None where it names none.
    """

    day: int
    of: int
    aim: date | None
    finish_by: date
    state: Literal["running", "last_day", "late"]


def draft_clock(meeting: Meeting, today: date) -> DraftClock | None:
    """The clock of this meeting's draft as it stands `today`; None when its template has no clock.

    Of a template's clocks the one that ends last is the limit, and the one that ends first the aim. A limit that falls
    on a weekend or a bank holiday is met by the working day before; it is broken only when it has passed itself.
    """
    due = due_dates(meeting)
    if not due:
        return None
    first, limit = due[0], due[-1]
    by, finish_by = date.fromisoformat(limit.by), date.fromisoformat(limit.working_day)
    day, of = _days(meeting, limit, today)
    aim = date.fromisoformat(first.working_day)
    state: Literal["running", "last_day", "late"] = "running" if today < finish_by else "last_day"
    return DraftClock(day, of, aim if aim < finish_by else None, finish_by, "late" if today > by else state)


def _days(meeting: Meeting, limit: DueDate, today: date) -> tuple[int, int]:
    """How many days have passed, and how many there are: working days where the rule counts in those."""
    begun = date.fromisoformat(meeting.facts.date)
    if limit.unit == "working_days":
        return working_days_between(begun, today, holidays_of(meeting)), limit.amount
    return max((today - begun).days, 0), (date.fromisoformat(limit.by) - begun).days
