"""The words in which documents say who a person is and when something was, for readers aged nine and up."""

from datetime import UTC, date, datetime, timedelta

from ..domain.reading import Head, Typist, Who

SETTINGS = {"room": "In the room", "online": "Online", "both": "In the room and online"}
ANSWERS = {"dont_know": "I don't know", "rather_not": "I'd rather not say"}


def described(who: Who) -> str:
    """Returns name, relationship or role, and for professionals the agency: "Nell Ashgrove, health visitor, Health"."""
    agency = who.agency if who.side == "professional" else ""
    part = who.relationship or who.role
    told_apart = part and who.name.endswith(f", {part}")
    return ", ".join(one for one in (who.name, "" if told_apart else part, agency) if one)


def author(who: Who) -> str:
    """Returns the name, and for professionals the agency: "Nell Ashgrove, Health". What else they are stands once in a
    record, where it says who was here.
    """
    return ", ".join(filter(None, (who.name, who.agency if who.side == "professional" else "")))


def called(name: str, head: Head) -> str:
    """Returns a child's first name, or the whole name where another child of this meeting has the same first name."""
    first = name.split(maxsplit=1)[0]
    same = [one for one in head.children if one.name.split(maxsplit=1)[0] == first]
    return name if len(same) > 1 else first


def typed(by: Who | None) -> str:
    """Returns who typed it if the speaker did not, and where it came from if it was sent. Otherwise returns ""."""
    if by is None:
        return ""
    sent = f", from: {by.source.rstrip('.')}" if isinstance(by, Typist) and by.source else ""
    return f"Typed by {author(by)}{sent}."


def day(iso: str) -> str:
    """Returns 2026-11-20 as "20 November 2026"."""
    return _day(date.fromisoformat(iso))


def weekday(iso: str) -> str:
    """Returns 2026-11-20 as "Friday 20 November 2026"."""
    one = date.fromisoformat(iso)
    return f"{one:%A} {_day(one)}"


def _day(one: date) -> str:
    return f"{one.day} {one:%B} {one.year}"


def uk_time(stamp: int) -> datetime:
    """Returns a stamp (ms since 1970) as clocks in England show it: an hour ahead from the last Sunday of March to
    October's.

    It is worked out here because a slim server may have no time-zone data.
    """
    utc = datetime.fromtimestamp(stamp / 1000, UTC)
    summer = _last_sunday(utc.year, 3) <= utc < _last_sunday(utc.year, 10)
    return utc + timedelta(hours=1) if summer else utc


def _last_sunday(year: int, month: int) -> datetime:
    last = datetime(year, month, 31, 1, tzinfo=UTC)
    return last - timedelta(days=(last.weekday() + 1) % 7)


def moment(stamp: int, head: Head) -> str:
    """Returns "10:42", with the day if it is not the day of the meeting."""
    then = uk_time(stamp)
    clock = f"{then:%H:%M}"
    return clock if then.date().isoformat() == head.date else f"{clock} on {_day(then.date())}"


def day_of(stamp: int) -> str:
    """Returns the day of a stamp, in England."""
    return _day(uk_time(stamp).date())


def status(head: Head) -> str:
    """Returns what stands at the top of every page: if this is a draft."""
    if head.state == "finished" and head.finished_at is not None:
        return f"Finished, {day_of(head.finished_at)}"
    if head.state == "draft":
        return "DRAFT"
    return "DRAFT: the meeting is still going on" if head.opened_at else "DRAFT: the meeting has not started"


def state_of(head: Head) -> str:
    """Returns in sentences if this copy can still change."""
    if head.state == "finished":
        return f"{status(head)}. It is locked: what came later is added at the end."
    return f"{status(head)}. It can still change."


def quoted(text: str, exact: bool) -> str:
    """Returns exact words in quotation marks, unless they carry their own."""
    return f"“{text}”" if exact and text[:1] not in "\"'“‘" else text


def listed(parts: list[str]) -> str:
    """Returns "a, b and c"."""
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"
