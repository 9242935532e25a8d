"""Reads earlier meetings of the same family, from locked records and the audience of everyone, for the chair's desk of
the next.
"""

import logging
import unicodedata
from dataclasses import dataclass
from uuid import uuid4

import sqlalchemy as sa

from ..domain.audiences import ROOM, To
from ..domain.board import Board, Event, When
from ..domain.earlier.desk import EarlierMeeting, EarlierPerson, EarlierPersonNamed
from ..domain.earlier.reading import earlier_of
from ..domain.ending.places import had_a_place
from ..domain.meeting import Meeting
from ..domain.people.persons import known_person
from ..domain.refused import Refused
from ..logs import kind_of
from ..storage import event_log
from ..storage.tables import meeting_accounts, meeting_plans, meetings, read_log
from .batch import PendingCommand
from .live_meeting import LiveMeetings
from .prepare_meeting import SERVER
from .reach import is_given

log = logging.getLogger(__name__)
_BEFORE_THE_END = ("prepared", "open", "paused")
MOST = 8
"""How many earlier meetings are in reach, the latest ones. With a meeting every six weeks, that is about a year."""


def read_earlier(live: LiveMeetings, meeting: str, reader: str, confirmed: str = "") -> None:
    """Adds to the desk of a meeting that has not ended what it lacks of the family's locked meetings that its chair
    reaches (`reach.py`).

    This happens when the chair makes a meeting, each time they open the board, when another record of the family is
    locked (`read_into_next`), and when the family's meetings are given to them.

    `reader` is the chair's attendee: the read log notes that they could read it. Other people read the desk too. So a
    meeting that the chair reaches by a place of their own waits while its names are others: the reference may be a
    slip. `confirmed` is such a meeting that the chair says is this family's. Does nothing if there is none, and says
    nothing about it.
    """
    now = live.meeting(meeting)
    earlier = [one.meeting for one in _within_reach(live, now) if one.is_placed(now) or one.meeting.id == confirmed]
    told = earlier_of(earlier)
    if now.state not in _BEFORE_THE_END or not _new(now.desk, told):
        return

    def decide(found: Meeting) -> list[To]:
        said = _new(found.desk, told)
        if not said:
            raise Refused("nothing_new", "The desk has all there is of earlier meetings.")
        return said

    try:
        live.writer.ask(PendingCommand(meeting, SERVER, str(uuid4()), b"", decide))
    except Refused:
        return
    chair = _chair(live, meeting)
    rows = [_read_row(one, reader, chair, live.clock()) for one in earlier]
    live.writer.run(lambda connection: connection.execute(read_log.insert(), rows))


def about_other_names(live: LiveMeetings, meeting: str) -> list[Meeting]:
    """Returns the earlier meetings with the same reference that the chair had a place in and that wait for the chair's
    word because their names are others. The latest is first.
    """
    now = live.meeting(meeting)
    return [one.meeting for one in reversed(_within_reach(live, now)) if not one.is_placed(now)]


def fill_desks(live: LiveMeetings, family: str, account: str) -> None:
    """Does the same as `read_earlier` for every meeting of the family that this account chairs and that has not
    ended.
    """
    asked = (
        sa.select(meeting_plans.c.meeting, meeting_accounts.c.attendee)
        .join(meeting_accounts, meeting_accounts.c.meeting == meeting_plans.c.meeting)
        .join(meetings, meetings.c.id == meeting_plans.c.meeting)
        .where(meeting_plans.c.family == family, meeting_accounts.c.account == account, meeting_accounts.c.chairs)
        .where(meetings.c.state.in_(_BEFORE_THE_END))
    )
    with live.database.reading() as connection:
        rows = connection.execute(asked).all()
    for row in rows:
        read_earlier(live, row.meeting, row.attendee)


def read_into_next(live: LiveMeetings, locked: str) -> None:
    """Adds the record that was just locked to the desks of the family's next meetings: a list of them must not show the
    rating of the time before last. The record stays locked even if this fails.
    """
    plans, family = meeting_plans.alias("plans"), sa.select(meeting_plans.c.family)
    asked = (
        sa.select(plans.c.meeting, meeting_accounts.c.attendee)
        .join(meetings, meetings.c.id == plans.c.meeting)
        .join(meeting_accounts, meeting_accounts.c.meeting == plans.c.meeting)
        .where(plans.c.family == family.where(meeting_plans.c.meeting == locked).scalar_subquery())
        .where(meetings.c.state == "prepared", meeting_accounts.c.chairs)
    )
    try:
        with live.database.reading() as connection:
            waiting = connection.execute(asked).all()
        for row in waiting:
            read_earlier(live, row.meeting, row.attendee)
    except Exception as error:  # noqa: BLE001 - it is read again when its chair opens the board
        log.error("An earlier meeting was not read: %(error)s", {"error": kind_of(error)})  # noqa: TRY400


def _new(desk: Board, said: list[To]) -> list[To]:
    """Returns those of these that say something new to the desk. The chair has said who a person is here, so that is
    never overwritten.
    """
    return [to for to in said if _is_new(desk, to.event)]


def _is_new(desk: Board, event: Event) -> bool:
    if isinstance(event, EarlierPersonNamed):
        return desk.get(EarlierPerson, event.person) is None
    changed = event.changes(desk, When(0, 0, ""))
    return any(desk.get(EarlierMeeting, one.id) != one.thing for one in changed)


@dataclass(frozen=True, slots=True)
class _Reached:
    """A locked meeting before this one that its chair reaches. `given` means: not by a place of their own."""

    meeting: Meeting
    given: bool

    def is_placed(self, now: Meeting) -> bool:
        """True if it belongs on the desk without a further word of the chair: it is there, or it was given by a person
        who had read the names, or a child has the same first name.
        """
        there = now.desk.get(EarlierMeeting, self.meeting.id) is not None
        return there or self.given or bool(_first_names(now) & _first_names(self.meeting))


def _within_reach(live: LiveMeetings, now: Meeting) -> list[_Reached]:
    """Returns the family's locked meetings before this one that its chair reaches, oldest first."""
    plans = meeting_plans.alias("plans")
    same = sa.select(plans.c.family).where(plans.c.meeting == now.id).scalar_subquery()
    chair = _chair(live, now.id)
    mine = sa.and_(meeting_accounts.c.meeting == meetings.c.id, meeting_accounts.c.account == chair)
    with live.database.reading() as connection:
        family = connection.execute(sa.select(plans.c.family).where(plans.c.meeting == now.id)).scalar_one_or_none()
        given = family is not None and is_given(connection, chair, family, live.clock())
        wanted = (
            sa.select(meetings.c.id, meeting_accounts.c.attendee)
            .join(meeting_plans, meeting_plans.c.meeting == meetings.c.id)
            .outerjoin(meeting_accounts, mine)
            .where(meeting_plans.c.family == same, meetings.c.id != now.id, meetings.c.state == "finished")
            .where(meeting_plans.c.date <= now.facts.date)
            .where(sa.or_(meeting_accounts.c.attendee.is_not(None), meeting_plans.c.joined_at.is_not(None) & given))
            .order_by(meeting_plans.c.date.desc(), meeting_plans.c.starts.desc(), meetings.c.made_at.desc())
        )
        rows = connection.execute(wanted).all()
        found: list[_Reached] = []
        for row in rows:
            folded = event_log.load(connection, row.id) if len(found) < MOST else None
            if folded and row.attendee and had_a_place(folded.meeting, row.attendee):
                found.append(_Reached(folded.meeting, given=False))
            elif folded and given:
                found.append(_Reached(folded.meeting, given=True))
    return found[::-1]


def _chair(live: LiveMeetings, meeting: str) -> str:
    """Returns the account that chairs a meeting, or "" if no one chairs it by signing in."""
    asked = sa.select(meeting_accounts.c.account).where(
        meeting_accounts.c.meeting == meeting, meeting_accounts.c.chairs
    )
    with live.database.reading() as connection:
        return connection.execute(asked).scalar_one_or_none() or ""


def _first_names(meeting: Meeting) -> set[str]:
    """Returns the first names of the children, without case and accents."""
    children = (known_person(meeting, id) for id in meeting.children())
    return {_folded(one.name.split()[0]) for one in children if one and one.name.split()}


def _folded(name: str) -> str:
    apart = unicodedata.normalize("NFKD", name.casefold())
    return "".join(one for one in apart if not unicodedata.combining(one))


def _read_row(earlier: Meeting, reader: str, account: str, time: int) -> dict[str, object]:
    streams = f"{ROOM}:{earlier.room.n}"
    return {
        "time": time,
        "meeting": earlier.id,
        "attendee": reader,
        "account": account,
        "action": "earlier",
        "streams": streams,
    }
