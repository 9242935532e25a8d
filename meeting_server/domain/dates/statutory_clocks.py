"""The dates that follow a meeting: its template's clocks, counted from its own day."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal

from ..kinds import Date, Unit
from ..meeting import Meeting
from ..template.parts import Clock
from .bank_holidays import holidays_of
from .working_days import Holidays, last_day, not_working, working_day_by


@dataclass(frozen=True, slots=True)
class DueDate:
    """A date that follows the meeting: what is due, by when at the latest, and the rule with whose it is.

    `falls_on` is empty where `by` is a working day, else why it is none, with the bank holiday's `name`; `working_day`
    is the last working day by then.
    """

    label: str
    by: Date
    amount: int
    unit: Unit
    source: str
    working_day: Date
    falls_on: Literal["", "saturday", "sunday", "bank_holiday"] = ""
    name: Annotated[str, "the bank holiday's name, or empty"] = ""


def due_dates(meeting: Meeting) -> tuple[DueDate, ...]:
    """The dates that follow this meeting, the earliest first. They depend on its log alone, never on today."""
    day, holidays = date.fromisoformat(meeting.facts.date), holidays_of(meeting)
    found = (_due(clock, day, holidays) for clock in meeting.template.clocks)
    return tuple(sorted(found, key=lambda one: one.by))


def _due(clock: Clock, day: date, holidays: Holidays) -> DueDate:
    by = last_day(day, clock.amount, clock.unit, holidays)
    off = not_working(by, holidays)
    return DueDate(
        label=clock.label,
        by=by.isoformat(),
        amount=clock.amount,
        unit=clock.unit,
        source=clock.source,
        working_day=working_day_by(by, holidays).isoformat(),
        falls_on=off.why if off else "",
        name=off.name if off else "",
    )
