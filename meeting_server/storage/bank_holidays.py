"""England's bank holidays, from a library that keeps them, corrected by the council's own settings.

They are looked up once for each meeting, when it is made, and stand in its log from then on (decision 0020).
"""

from collections.abc import Iterable
from datetime import date

from holidays.countries.united_kingdom import UnitedKingdom

from ..domain.dates.bank_holidays import BankHoliday
from ..domain.dates.working_days import months_after

MONTHS_BEFORE, MONTHS_AFTER = 12, 24
"""How far around a meeting's day they are kept: dates on actions look back and ahead of it."""


def bank_holidays_around(day: date, corrections: Iterable[tuple[date, str]] = ()) -> tuple[BankHoliday, ...]:
    """Returns the bank holidays from a year before `day` to two years after it, the earliest first.

    `corrections` are days with the name of their bank holiday, or without a name if the day is a working day after all.
    """
    first, last = months_after(day, -MONTHS_BEFORE), months_after(day, MONTHS_AFTER)
    found = dict(UnitedKingdom(subdiv="ENG", years=range(first.year, last.year + 1)))  # type: ignore[no-untyped-call]
    found |= dict(corrections)
    return tuple(
        BankHoliday(one.isoformat(), name.replace("(observed)", "(substitute day)"))
        for one, name in sorted(found.items())
        if name and first <= one <= last
    )
