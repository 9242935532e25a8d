"""Earlier meetings of the same family, read for the chair's desk of the next one: from locked records, for everyone."""

import logging
from uuid import uuid4

import sqlalchemy as sa

from ..domain.audiences import EVERYONE, To
from ..domain.board import Board, Event, When
from ..domain.earlier import EarlierMeeting, EarlierPerson, EarlierPersonNamed
from ..domain.earlier_reading import earlier_of
from ..domain.meeting import Meeting
from ..domain.people import Person
from ..domain.refused import Refused
from ..logs import kind_of
from ..storage import event_log
from ..storage.tables import meeting_accounts, meeting_plans, meetings, read_log
from .batch import Asked
from .live_meeting import LiveMeetings
from .scheduling import SERVER

log = logging.getLogger(__name__)
_BEFORE_THE_END = ("prepared", "open", "paused")
MOST = 8
"""How many earlier meetings are in reach, the latest ones: with one in six weeks, about a year."""


def read_earlier(live: LiveMeetings, meeting: str, reader: str) -> None:
    """Sets down on the desk of a meeting that has not ended what it does not yet have of the family's locked ones.

    Done when a meeting is made, each time its chair opens the board, and when another record of the family is locked
    (`read_into_next`).
    `reader` is the chair's attendee: it is written down that they could read it. A meeting counts as the family's when
    it was made with the same reference **and** is about a child of the same name, so that a slip in a reference opens
    nobody else's family. Does nothing where there is none, and says nothing of it.
    """
    now = live.meeting(meeting)
    with live.database.reading() as connection:
        earlier = _earlier(connection, now)
    told = earlier_of(earlier)
    if now.state not in _BEFORE_THE_END or not _new(now.desk, told):
        return

    def decide(found: Meeting) -> list[To]:
        said = _new(found.desk, told)
        if not said:
            raise Refused("nothing_new", "The desk has all there is of earlier meetings.")
        return said

    try:
        live.writer.ask(Asked(meeting, SERVER, str(uuid4()), b"", decide))
    except Refused:
        return
    rows = [_read_row(one, reader, live.clock()) for one in earlier]
    live.writer.run(lambda connection: connection.execute(read_log.insert(), rows))


def read_into_next(live: LiveMeetings, locked: str) -> None:
    """Sets down on the desks of the family's meetings still to come what has just been locked: a list of them must not
    say how the family was rated the time before last. The record is locked whatever becomes of this."""
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
    """Those of these that say something new to the desk. Who a person is here is the chair's word: never said over."""
    return [to for to in said if _is_new(desk, to.event)]


def _is_new(desk: Board, event: Event) -> bool:
    if isinstance(event, EarlierPersonNamed):
        return desk.get(EarlierPerson, event.person) is None
    changed = event.changes(desk, When(0, 0, ""))
    return any(desk.get(EarlierMeeting, one.id) != one.thing for one in changed)


def _earlier(connection: sa.Connection, now: Meeting) -> list[Meeting]:
    """The family's locked meetings before this one that are about one of its children by name, oldest first."""
    plans = meeting_plans.alias("plans")
    same = sa.select(plans.c.family).where(plans.c.meeting == now.id).scalar_subquery()
    wanted = (
        sa.select(meetings.c.id)
        .join(meeting_plans, meeting_plans.c.meeting == meetings.c.id)
        .where(meeting_plans.c.family == same, meetings.c.id != now.id, meetings.c.state == "finished")
        .where(meeting_plans.c.date <= now.facts.date)
        .order_by(meeting_plans.c.date.desc(), meeting_plans.c.starts.desc(), meetings.c.made_at.desc())
        .limit(MOST)
    )
    ids = list(connection.execute(wanted).scalars())[::-1]
    loaded = (event_log.load(connection, id) for id in ids)
    names = _names(now)
    return [one.meeting for one in loaded if one and names & _names(one.meeting)]


def _names(meeting: Meeting) -> set[str]:
    children = (meeting.everyone.get(Person, id) for id in meeting.children())
    return {" ".join(one.name.casefold().split()) for one in children if one}


def _read_row(earlier: Meeting, reader: str, time: int) -> dict[str, object]:
    streams = f"{EVERYONE}:{earlier.everyone.n}"
    return {"time": time, "meeting": earlier.id, "attendee": reader, "action": "earlier", "streams": streams}
