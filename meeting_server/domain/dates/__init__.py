"""Working days, and the days by which the law and the council want something done."""

from ..audiences import DESK, ROOM
from . import arrangement, bank_holidays

EVENTS: tuple[type, ...] = (bank_holidays.BankHolidaysKept, arrangement.ArrangementStated)
THINGS: dict[type, tuple[str, ...]] = {
    bank_holidays.BankHolidays: (ROOM,),
    arrangement.Arrangement: (DESK,),
}
