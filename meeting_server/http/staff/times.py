"""Days and times of day: as people type them, and as they read them."""

import re
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from flask_babel import format_date

from ..languages import gettext

EARLIEST, LATEST = time(7), time(21)
LONGEST_AHEAD = timedelta(days=2 * 366)
_TIME = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?(am|pm)?")


def day_words(day: str) -> str:
    """Returns 2026-03-19 as Thursday 19 March 2026."""
    return str(format_date(date.fromisoformat(day), "EEEE d MMMM y"))


def time_words(starts: str) -> str:
    """Returns 14:30 as 2:30pm, as the style guides of councils have it."""
    hour, _, minutes = starts.partition(":")
    twelve = (int(hour) + 11) % 12 + 1
    half = gettext("am") if int(hour) < 12 else gettext("pm")
    return f"{twelve}:{minutes}{half}"


def stamp_words(ms: int) -> str:
    """Returns a moment as 10:42 on 19 March."""
    moment = datetime.fromtimestamp(ms / 1000, ZoneInfo("Europe/London"))
    return gettext("%(time)s on %(day)s", time=f"{moment:%H:%M}", day=format_date(moment.date(), "d MMMM"))


def read_day(day: str, month: str, year: str, now: date) -> tuple[str, str]:
    """Returns the day as 2026-03-19, or "" and what is wrong with it."""
    if not (day.strip() and month.strip() and year.strip()):
        return "", gettext("Give the day, the month and the year of the meeting.")
    try:
        found = date(int(year), int(month), int(day))
    except (ValueError, OverflowError):
        return "", gettext("There is no such day. Give it as numbers, like 19 3 2027.")
    if found < now:
        return "", gettext("That day is over. Give a day from today on.")
    if found > now + LONGEST_AHEAD:
        return "", gettext("That day is more than two years away. Is the year right?")
    return found.isoformat(), ""


def read_agreed(typed: str, now: date) -> tuple[str, str]:
    """Returns a day that may be left empty and is typed like 19 3 2027, or "" and what is wrong with it."""
    if not typed.strip():
        return "", ""
    parts = re.split(r"[\s./-]+", typed.strip())
    if len(parts) != 3:
        return "", gettext("There is no such day. Give it as numbers, like 19 3 2027.")
    return read_day(parts[0], parts[1], parts[2], now)


def typed_day(day: str | None) -> str:
    """Returns 2027-03-19 as it is typed: 19 3 2027."""
    return " ".join(str(int(part)) for part in reversed(day.split("-"))) if day else ""


def read_time(typed: str) -> tuple[str, str]:
    """Returns the time as 14:30, or "" and what is wrong with it. 2:30pm, 14.30 and 10 are times, too."""
    wrong = gettext("Give the time the meeting starts, between 7:00am and 9:00pm, like 10:00 or 2:30pm.")
    parts = _TIME.fullmatch(re.sub(r"\s", "", typed).lower())
    if parts is None:
        return "", wrong
    hour, minutes, half = int(parts[1]), int(parts[2] or 0), parts[3]
    if half:
        if not 1 <= hour <= 12:
            return "", wrong
        hour = hour % 12 + (12 if half == "pm" else 0)
    if hour > 23 or minutes > 59 or not EARLIEST <= time(hour, minutes) <= LATEST:
        return "", wrong
    return f"{hour:02}:{minutes:02}", ""
