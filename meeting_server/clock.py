"""The server's clock."""

import time
from datetime import date, datetime
from zoneinfo import ZoneInfo

_last = 0


def clock() -> int:
    """Milliseconds since 1970; never back within this process, so that stamps never go back in a stream."""
    global _last  # noqa: PLW0603 - one clock for each process
    _last = max(_last, time.time_ns() // 1_000_000)
    return _last


def day_of(ms: int) -> date:
    """The day it is at this time where the meetings are, whatever the machine's own zone."""
    return datetime.fromtimestamp(ms / 1000, ZoneInfo("Europe/London")).date()
