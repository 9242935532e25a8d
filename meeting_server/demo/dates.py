"""Days of the case, moved to the day of the demo: the meeting is always today."""

import re
from datetime import date, timedelta

_DAY = re.compile(r"\{([dm])([+-]\d+)\}")
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def said(text: str, day: date, since: int = 0) -> str:
    """Returns `text` with each {d-19} as "28 February" and each {m-5} as "October 2025", counted from the first
    conference.

    `day` is the day of this meeting, and `since` is how many days after the first conference it is. What was before the
    first conference lies that much further back; what is to come counts from today.
    """

    def words(found: re.Match[str]) -> str:
        unit, count = found[1], int(found[2])
        start = day - timedelta(days=since) if count < 0 else day
        if unit == "d":
            then = start + timedelta(days=count)
            return f"{then.day} {_MONTHS[then.month - 1]}"
        months = start.year * 12 + start.month - 1 + count
        return f"{_MONTHS[months % 12]} {months // 12}"

    return _DAY.sub(words, text)


def weekday(day: date) -> date:
    """Returns this day, or the Monday after it if it falls on a weekend."""
    return day + timedelta(days=max(0, 7 - day.weekday()) if day.weekday() >= 5 else 0)
