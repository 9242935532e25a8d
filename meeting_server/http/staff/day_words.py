"""The list of a sitting's day in words: its clock, and what each family's line says."""

from dataclasses import dataclass

from ...clock import time_of_day
from ...domain.meeting import Meeting
from ...domain.people.names import name_of
from ...domain.people.persons import each_attendee
from ...domain.supervision.summaries import readiness
from ...services.sitting_clock import DayClock, as_time, in_minutes
from ...services.sitting_views import FamilyView, SittingView
from ..languages import gettext, ngettext
from .times import time_words

RUNNING = ("open", "paused")


@dataclass(frozen=True, slots=True)
class DayWords:
    """The clock of the day. `line` says the time, and to the team manager how far behind it is; `done` of `of` minutes
    are over.
    """

    line: str
    done: int
    of: int


def clock_line(view: SittingView, *, manages: bool) -> DayWords | None:
    """Returns the clock, or None on another day."""
    clock, head = view.clock, view.head
    if clock is None:
        return None
    now = time_words(as_time(clock.now))
    if not view.leads:
        return DayWords(gettext("It is %(now)s.", now=now), 0, 0)
    n = ngettext("%(n)s family", "%(n)s families", head.of)
    starts = as_time(min(in_minutes(head.starts), *clock.expected, clock.ends))
    when = {"families": n, "starts": time_words(starts), "ends": time_words(as_time(clock.ends)), "now": now}
    line = gettext("%(families)s, %(starts)s to %(ends)s. It is %(now)s.", **when)
    if manages and clock.behind:
        line = gettext(
            "%(families)s, %(starts)s to %(ends)s. It is %(now)s, about %(n)s min behind.", **when, n=clock.behind
        )
    return DayWords(line, clock.done, head.of * head.minutes)


def open_words(one: FamilyView, view: SittingView) -> str:
    """Returns since when a family is open, and how much of its time is over."""
    if one.state not in RUNNING or one.opened_at is None:
        return ""
    since = time_words(_clock_time(one.opened_at))
    clock: DayClock | None = view.clock
    if clock is None:
        return gettext("Open since %(time)s.", time=since)
    over = max(clock.now - in_minutes(_clock_time(one.opened_at)), 0)
    return gettext("Open since %(time)s. %(n)s of %(of)s min.", time=since, n=over, of=view.head.minutes)


def stands(meeting: Meeting, one: FamilyView, view: SittingView, *, is_next: bool) -> str:
    """Returns where a family stands, for those who lead the sitting: done, open, or how ready and who is needed."""
    if one.state in RUNNING:
        return open_words(one, view)
    if one.state in ("ended", "finished"):
        then = time_words(_clock_time(one.ended_at)) if one.ended_at else ""
        draft = one.state == "ended"
        return gettext("Done %(time)s. Draft.", time=then) if draft else gettext("Done %(time)s. Locked.", time=then)
    return " ".join(filter(None, (_ready(meeting), _needed(meeting) if is_next else "")))


def _ready(meeting: Meeting) -> str:
    found = readiness(meeting)
    drafts = [name_of(meeting, person) for one in found if one.state == "draft" for person in one.people]
    missing = sum(one.state == "not_begun" for one in found)
    done = sum(one.state == "finished" for one in found)
    if not found:
        return ""
    if missing:
        return ngettext("%(n)s summary not begun.", "%(n)s summaries not begun.", missing)
    if drafts:
        return gettext("A draft still: %(names)s.", names=", ".join(drafts))
    return ngettext("Ready: %(n)s of %(of)s summary.", "Ready: %(n)s of %(of)s summaries.", done, of=len(found))


def _needed(meeting: Meeting) -> str:
    """Returns who is to come to the next family: everyone invited who has no power to chair or take minutes."""
    template = meeting.template
    names = [
        name_of(meeting, one.person)
        for one in each_attendee(meeting)
        if one.attendance == "invited" and template.role(one.role).screen == "board"
    ]
    return gettext("Needed: %(names)s.", names=", ".join(sorted(names))) if names else ""


def _clock_time(ms: int) -> str:
    hour, minute = time_of_day(ms).split(":")
    return f"{int(hour):02}:{minute}"
