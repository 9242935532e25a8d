"""Words for one family on a sitting's pages: how its draft's time runs, who is ready, how it was last rated."""

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from ...domain.dates.draft_clock import draft_clock
from ...domain.deciding.ratings import Rating
from ...domain.meeting import Meeting
from ...domain.people.names import named, whole_names
from ...domain.supervision.summaries import Ready, disciplines, readiness
from ...domain.template.template import Template
from ..languages import gettext
from .times import day_words

LEAST_DISCIPLINES = 2
"""Group supervision is for families with two or more disciplines (W1)."""


@dataclass(frozen=True, slots=True)
class Cell:
    """How far one discipline is with its summary of a family, and who writes it."""

    state: str
    words: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RatingWords:
    """A rating as its shape and word, and what it is from."""

    colour: str
    shape: str
    label: str
    about: str


@dataclass(frozen=True, slots=True)
class ClockWords:
    """How long the draft still has, in sentences. `is_late` is true when its last day is over."""

    says: tuple[str, ...]
    is_late: bool = False


def clock_words(meeting: Meeting, today: date) -> ClockWords:
    """Returns the time a record still has, or when it was locked. Returns nothing for a meeting that has not ended."""
    if meeting.state == "finished":
        return ClockWords((gettext("Locked on %(day)s.", day=_day(meeting.facts.finished_at)),))
    clock = draft_clock(meeting, today) if meeting.state == "ended" else None
    if clock is None:
        return ClockWords(())
    by = day_words(clock.finish_by.isoformat())
    if clock.state == "late":
        return ClockWords((gettext("Late. The draft was to be finished by %(day)s.", day=by),), is_late=True)
    if clock.day == 0:
        says = [gettext("Draft since today.")]
    else:
        says = [gettext("Draft, day %(day)s of %(of)s.", day=clock.day, of=clock.of)]
    if clock.state == "last_day":
        return ClockWords((*says, gettext("This is the last day.")))
    says.append(gettext("Finish by %(day)s.", day=by))
    if clock.aim and today <= clock.aim:
        says.append(gettext("The aim is %(day)s.", day=day_words(clock.aim.isoformat())))
    return ClockWords(tuple(says))


def _day(ms: int | None) -> str:
    return day_words(datetime.fromtimestamp((ms or 0) / 1000, ZoneInfo("Europe/London")).date().isoformat())


def cells(meeting: Meeting) -> dict[str, tuple[str, Cell]]:
    """Returns the disciplines of a family by key: each one's label, and how far it is (W5)."""
    return {one.discipline: (one.label, _cell(meeting, one)) for one in readiness(meeting)}


def _cell(meeting: Meeting, ready: Ready) -> Cell:
    words = {"not_begun": gettext("Not begun"), "draft": gettext("Draft"), "finished": gettext("Finished")}
    names = whole_names(named(meeting))
    return Cell(ready.state, words[ready.state], tuple(names[one] for one in ready.people))


def one_discipline(count: int) -> str:
    """Returns the warning for a family with fewer than two disciplines, or "". It never forbids (W1)."""
    if count >= LEAST_DISCIPLINES:
        return ""
    if count == 0:
        return gettext("No discipline is invited. Supervision is for two or more.")
    return gettext("One discipline only. Is this supervision, or one-to-one?")


def warning_of(meeting: Meeting) -> str:
    """Returns the warning for a family of the list. Returns "" if its template has no disciplines, or once it has
    begun.
    """
    asks = meeting.template.summaries is not None and meeting.state == "prepared"
    return one_discipline(disciplines(meeting)) if asks else ""


def rated_here(meeting: Meeting) -> Rating | None:
    """Returns the rating for the family that everyone of this meeting was shown last."""
    shown = (one for one in meeting.room.each(Rating) if one.child is None and one.shown and not one.replaced)
    return max(shown, key=lambda one: one.at, default=None)


def rating_words(template: Template, colour: str | None, about: str) -> RatingWords | None:
    """Returns a colour in its template's shape and word, or None if it was not rated."""
    found = next((one for one in template.rating.colours if one.key == colour), None)
    return RatingWords(found.key, found.shape, found.label, about) if found else None
