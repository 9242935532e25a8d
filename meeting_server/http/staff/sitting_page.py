"""A sitting as its page shows it to one account: every family to those who lead it, their own to all others, and one
family alone to a person who is in it now. `services/sitting_views.py` decides what may be seen; here it gets words.
"""

import hashlib
from dataclasses import dataclass, replace
from datetime import date

from ...domain.meeting import Meeting
from ...domain.people.admission import role_of
from ...domain.people.persons import Attendee, find_attendee
from ...domain.supervision.summaries import how_far
from ...domain.template.template import discipline_of
from ...services.accounts import Account
from ...services.live_meeting import LiveMeetings
from ...services.sitting_views import FamilyView, SittingView
from ...services.staff_meetings import my_meetings
from ..languages import gettext, ngettext
from .day_words import RUNNING, DayWords, clock_line, open_words, stands
from .door import state_words
from .family_words import (
    Cell,
    ClockWords,
    RatingWords,
    cells,
    clock_words,
    rated_here,
    rating_words,
    warning_of,
)
from .times import day_words, time_words


@dataclass(frozen=True, slots=True)
class Row:
    """One family in words, and what may be done with it. `cells` stand under the page's disciplines, None if no one is
    invited. `mine` is how far the reader's own summary is. `go` has the words of the button that leads them to its
    board. `adds` says that they can add to its locked record, on its board. `manages` says that they open it.
    """

    meeting: str
    number: int
    time: str
    expected: str
    reference: str
    state: str
    state_words: str
    stands: str
    clock: ClockWords
    is_called: bool
    by_key: dict[str, tuple[str, Cell]]
    cells: tuple[Cell | None, ...] = ()
    rating: RatingWords | None = None
    warning: str = ""
    mine: str = ""
    go: str = ""
    adds: bool = False
    manages: bool = False
    may_open: bool = False
    is_next: bool = False
    may_call: bool = False
    may_up: bool = False
    may_down: bool = False
    has_page: bool = False


@dataclass(frozen=True, slots=True)
class SittingPage:
    """The whole page. `open_now` names the open family by its number. `here` is that family's meeting if the reader is
    in it, and then there are no rows. `mark` changes when anything does.
    """

    id: str
    day: str
    when: str
    place: str
    of: int
    leads: bool
    rows: tuple[Row, ...]
    disciplines: tuple[str, ...]
    late: str
    open_now: str
    says: str
    here: str = ""
    may_roll: bool = False
    may_call_next: bool = False
    manages: bool = False
    clock: DayWords | None = None
    mark: str = ""

    def clock_words(self) -> dict[str, str]:
        """Returns what the clock changes by itself, by the ids of the page's elements."""
        found = {"day-line": self.clock.line, "day-done": str(self.clock.done)} if self.clock else {}
        for row in self.rows:
            found[f"time-{row.meeting}"] = row.expected
            if row.state in RUNNING:
                found[f"stands-{row.meeting}"] = row.stands
        return found


def page_of(live: LiveMeetings, account: Account, view: SittingView, today: date) -> SittingPage:
    """Returns the page for the account that this view belongs to."""
    head = view.head
    running = next((one for one in view.families if one.state in RUNNING), None)
    open_now = gettext("Family %(number)s of %(of)s is open now", number=running.number, of=head.of) if running else ""
    rows = () if view.here else _rows(live, account, view, today)
    labels = _labels(live, rows)
    late = sum(row.clock.is_late for row in rows)
    page = SittingPage(
        id=head.id,
        day=day_words(head.date),
        place=head.place,
        of=head.of,
        leads=view.leads,
        manages=account.id == head.team_manager.id,
        when=gettext("From %(time)s, %(n)s minutes for each family", time=time_words(head.starts), n=head.minutes),
        rows=tuple(replace(row, cells=tuple(row.by_key.get(key, ("", None))[1] for key in labels)) for row in rows),
        disciplines=tuple(labels.values()),
        late=ngettext("%(n)s record is late.", "%(n)s records are late.", late) if late else "",
        open_now=open_now,
        says=_says(view, rows, open_now),
        here=view.here or "",
        may_call_next=bool(view.leads and view.here and running and running.number < head.of),
        may_roll=view.leads and not view.here and any(row.state == "prepared" for row in rows),
    )
    # What the clock changes by itself is no change of the list.
    still = replace(page, rows=tuple(replace(row, expected="", stands="") for row in page.rows))
    mark = hashlib.sha256(repr((still, [row.stands for row in page.rows if row.state not in RUNNING])).encode())
    clock = clock_line(view, manages=page.manages)
    return replace(page, clock=clock, mark=mark.hexdigest()[:16])


def _labels(live: LiveMeetings, rows: tuple[Row, ...]) -> dict[str, str]:
    """Returns the disciplines for which anyone is invited, with their labels: one column each, in the order of their
    template.
    """
    used = {key: label for row in rows for key, (label, _) in row.by_key.items()}
    asks = (live.meeting(row.meeting).template.summaries for row in rows)
    order = dict.fromkeys(one.key for summaries in asks if summaries for one in summaries.disciplines)
    return {key: used[key] for key in order if key in used}


def _says(view: SittingView, rows: tuple[Row, ...], open_now: str) -> str:
    """Returns what the reader must know at once. Those who lead it read which family is open. A worker reads that one
    of theirs is open or is next. A person who is in a family now has it as the heading.
    """
    if view.here:
        return ""
    if view.leads:
        return open_now
    if any(row.state in RUNNING for row in rows):
        return gettext("Your family is open. Please go in.")
    return gettext("Your family is next. Please come.") if any(row.is_called for row in rows) else ""


def _rows(live: LiveMeetings, account: Account, view: SittingView, today: date) -> tuple[Row, ...]:
    families, busy = view.families, any(one.state in RUNNING for one in view.families)
    manages = account.id == view.head.team_manager.id
    pages = {one.id for one in my_meetings(live, account)}
    following = next((one.meeting for one in families if one.state == "prepared"), "")
    found = []
    for at, one in enumerate(families):
        row = replace(
            _row(live.meeting(one.meeting), one, view, today, is_next=one.meeting == following),
            has_page=one.meeting in pages,
        )
        if view.leads and one.state == "prepared":
            row = replace(
                row,
                manages=manages,
                may_open=manages and not busy,
                is_next=one.meeting == following,
                may_call=one.called_at is None,
                may_up=at > 0 and families[at - 1].state == "prepared",
                may_down=at + 1 < len(families) and families[at + 1].state == "prepared",
            )
        found.append(row)
    return tuple(found)


def _row(meeting: Meeting, one: FamilyView, view: SittingView, today: date, *, is_next: bool) -> Row:
    called = one.state == "prepared" and one.called_at is not None
    who = find_attendee(meeting, one.attendee) if one.attendee else None
    row = Row(
        meeting=one.meeting,
        number=one.number,
        time=time_words(one.starts),
        expected=time_words(one.expected),
        reference=one.reference,
        state=one.state,
        state_words=gettext("Called: next") if called else state_words(one.state),
        stands=stands(meeting, one, view, is_next=is_next) if view.leads else open_words(one, view),
        is_called=called,
        clock=clock_words(meeting, today),
        by_key={},
        go=_go(meeting, who, view) if who else "",
        adds=meeting.state == "finished" and who is not None and "minute" in role_of(meeting, who).powers,
    )
    if not view.leads:
        return replace(row, mine=_mine(meeting, who) if who else "")
    return replace(row, by_key=cells(meeting), rating=_rating(meeting, one), warning=warning_of(meeting))


def _go(meeting: Meeting, who: Attendee, view: SittingView) -> str:
    """Returns the words that lead a person to their board there. They say what the person will find."""
    if meeting.state == "finished":
        return gettext("Go to its record")
    if meeting.state == "ended":
        return gettext("Go to its draft")
    if view.leads:
        waits = meeting.state == "prepared" and meeting.template.role(who.role).waits
        return gettext("Go to its waiting room") if waits else gettext("Go to its board")
    if meeting.state in RUNNING:
        return gettext("Go in")
    called = meeting.facts.slot is not None and meeting.facts.slot.called_at is not None
    writes = discipline_of(meeting.template, who.role) is not None and not called
    return gettext("Write your summary") if writes else gettext("Go to its waiting room")


def _mine(meeting: Meeting, who: Attendee) -> str:
    """Returns how far their own summary is, before the meeting and in its draft: people put their own panels right."""
    if discipline_of(meeting.template, who.role) is None or meeting.state == "finished":
        return ""
    words = {
        "not_begun": gettext("Your summary: not begun."),
        "draft": gettext("Your summary: a draft. Nobody else can read it until you finish it."),
        "finished": gettext("Your summary: finished."),
    }
    return words[how_far(meeting, who.person)]


def _rating(meeting: Meeting, one: FamilyView) -> RatingWords | None:
    """Returns the rating of this meeting if it has one, else that of the family's last locked record (W7)."""
    here = rated_here(meeting)
    if here:
        about = gettext("%(day)s, %(kind)s", day=day_words(meeting.facts.date), kind=meeting.template.title)
        return rating_words(meeting.template, here.colour, about)
    last = one.last_rating
    if last is None:
        return None
    about = gettext("%(day)s, %(kind)s", day=day_words(last.date), kind=last.kind)
    return rating_words(meeting.template, last.colour, about)
