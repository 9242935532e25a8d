"""The calendar file of a meeting: when and where, and nothing about people. Calendars are shared, and their notices
stand on locked screens.
"""

from datetime import UTC, datetime, timedelta
from uuid import NAMESPACE_URL, uuid5
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event

USUAL = timedelta(minutes=90)


def calendar_file(meeting: str, date: str, starts: str, place: str, made_at: int) -> bytes:
    """Returns an .ics file. `date` is like 2026-03-19 and `starts` like 10:00, in London; `made_at` is in ms. The same
    facts give the same bytes. A calendar that already has the meeting moves it and does not show it twice.
    """
    start = datetime.fromisoformat(f"{date}T{starts}").replace(tzinfo=ZoneInfo("Europe/London")).astimezone(UTC)
    event = Event()
    # Not the meeting's own id: an id that stands in many calendars must open and find nothing.
    event.add("uid", f"{uuid5(NAMESPACE_URL, f'calendar/{meeting}')}@common-ground")
    event.add("dtstamp", datetime.fromtimestamp(made_at // 1000, UTC))
    event.add("dtstart", start)
    event.add("dtend", start + USUAL)
    event.add("summary", "Meeting")
    event.add("class", "PRIVATE")
    if place:
        event.add("location", place)
    calendar = Calendar()
    calendar.add("prodid", "-//Common Ground//EN")
    calendar.add("version", "2.0")
    calendar.add_component(event)
    made: bytes = calendar.to_ical()
    return made
