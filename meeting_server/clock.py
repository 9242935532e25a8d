"""The server's clock."""

import time
from datetime import date, datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

_last = 0


def clock() -> int:
    """Returns milliseconds since 1970. It never goes back within this process, so that times never go back in a
    stream.
    """
    global _last  # noqa: PLW0603 - one clock for each process
    _last = max(_last, time.time_ns() // 1_000_000)
    return _last


def day_of(ms: int) -> date:
    """Returns the day it is in London at this time, in milliseconds since 1970, whatever the machine's own zone."""
    return _day_in_hour(ms // 3_600_000)


def time_of_day(ms: int) -> str:
    """Returns the time of day in London as 9:05, as every screen has it."""
    moment = datetime.fromtimestamp(ms / 1000, ZoneInfo("Europe/London"))
    return f"{moment.hour}:{moment.minute:02}"


@lru_cache(maxsize=64)
def _day_in_hour(hours: int) -> date:
    # Asked with every command. London's days begin at a whole hour, in summer too.
    return datetime.fromtimestamp(hours * 3600, ZoneInfo("Europe/London")).date()
