"""The clock of a sitting's day: when each family is likely to come, and how far behind the plan it is.

Times are a plan. When a family ends, the next one moves up by itself; while one runs over, those after it move on.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from ..domain.facts import MeetingFacts

_RUNNING = ("open", "paused")
_LAST = 24 * 60 - 1


@dataclass(frozen=True, slots=True)
class DayClock:
    """All in minutes since midnight. `expected` has when each family began or is likely to, in their order. `ends` is
    when the last is likely to end, `behind` how many minutes later than planned the one that is open ends, or the next
    one begins. `done` says how many of the planned minutes are over.
    """

    now: int
    expected: tuple[int, ...]
    ends: int
    behind: int
    done: int


def day_clock(starts: str, minutes: int, day: str, families: Sequence[MeetingFacts], now: int) -> DayClock | None:
    """Returns the clock at `now` (ms), or None on any other day than the sitting's."""
    today, at = _local(now)
    if today != day:
        return None
    begin = in_minutes(starts)
    expected, cursor, behind, done = [], None, None, 0
    for place, one in enumerate(families):
        planned = begin + place * minutes
        opened, ended = _that_day(one.opened_at, day), _that_day(one.ended_at, day)
        if one.state in _RUNNING and opened is not None:
            expected.append(opened)
            cursor, done = max(opened + minutes, at), done + min(at - opened, minutes)
            behind = cursor - planned - minutes
        elif one.ended_at is not None:
            expected.append(opened if opened is not None else planned)
            cursor, done = ended if ended is not None else cursor, done + minutes
        else:
            likely = max(planned if cursor is None else cursor, at if behind is None else 0)
            expected.append(likely)
            behind = likely - planned if behind is None else behind
            cursor = likely + minutes
    last = cursor if cursor is not None else begin
    return DayClock(at, tuple(min(one, _LAST) for one in expected), min(last, _LAST), max(behind or 0, 0), done)


def in_minutes(starts: str) -> int:
    """Returns 09:30 as minutes since midnight."""
    hours, minutes = (int(part) for part in starts.split(":"))
    return hours * 60 + minutes


def as_time(minutes: int) -> str:
    """Returns minutes since midnight like 09:30."""
    return f"{minutes // 60:02}:{minutes % 60:02}"


def _that_day(ms: int | None, day: str) -> int | None:
    if ms is None:
        return None
    on, at = _local(ms)
    return at if on == day else None


def _local(ms: int) -> tuple[str, int]:
    found = datetime.fromtimestamp(ms / 1000, ZoneInfo("Europe/London"))
    return found.date().isoformat(), found.hour * 60 + found.minute
