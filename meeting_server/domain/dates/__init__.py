"""Working days, and the days by which the law and the council want something done."""

from ..audiences import ROOM
from . import bank_holidays

EVENTS: tuple[type, ...] = (bank_holidays.BankHolidaysKept,)
THINGS: dict[type, tuple[str, ...]] = {
    bank_holidays.BankHolidays: (ROOM,),
}
