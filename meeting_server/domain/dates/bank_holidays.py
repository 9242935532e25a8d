"""The bank holidays round a meeting, as they were known when it was made: what its working days are counted by."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Literal

from ..board import Board, Change, When
from ..kinds import Date, Name
from ..meeting import Meeting
from .working_days import Holidays


@dataclass(frozen=True, slots=True)
class BankHoliday:
    """A day on which England does not work, and its name."""

    day: Date
    name: Name


@dataclass(frozen=True, slots=True)
class BankHolidays:
    """England's bank holidays from a year before the meeting to two years after it, the earliest first."""

    KIND: ClassVar[str] = "bank_holidays"
    id: Literal["bank_holidays"]
    days: tuple[BankHoliday, ...]


@dataclass(frozen=True, slots=True)
class BankHolidaysKept:
    """The bank holidays as the server knew them when the meeting was made. A record counts by these for good: what is
    proclaimed later changes no date that was written down (decision 0020)."""

    days: tuple[BankHoliday, ...]

    def changes(self, board: Board, when: When) -> Iterable[Change]:
        yield Change("bank_holidays", "bank_holidays", BankHolidays("bank_holidays", self.days))


def holidays_of(meeting: Meeting) -> Holidays:
    """The bank holidays that count at this meeting. None for one that was made before they were kept."""
    kept = meeting.room.get(BankHolidays, "bank_holidays")
    return {date.fromisoformat(one.day): one.name for one in kept.days} if kept else {}
