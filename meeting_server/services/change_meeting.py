"""Changes a meeting that was made and has not begun: when and where it is, what it is, who comes and who chairs.

It is one command of the server's in the meeting's log, with the other tables in the same transaction.
"""

from dataclasses import dataclass, replace
from datetime import date

import sqlalchemy as sa

from ..domain.audiences import To
from ..domain.dates.bank_holidays import BankHolidaysKept
from ..domain.meeting import Meeting
from ..domain.people.persons import find_attendee
from ..domain.people.sitting_slots import MeetingMoved
from ..domain.refused import Refused
from ..storage.tables import (
    family_asks,
    invitations,
    meeting_accounts,
    meeting_plans,
    meetings,
    seats,
)
from .access_changes import note_change
from .batch import PendingCommand
from .earlier import read_earlier
from .live_meeting import LiveMeetings
from .meeting_changes import (
    Changes,
    another_chair,
    facts_changed,
    owes,
    pairs_changed,
    people_changed,
    stands_as,
)
from .prepare_meeting import SERVER, Plan
from .reach import had_a_place_by_reference, joins
from .staff_meetings import CHAIR, MeetingRequest
from .who_knows import accounts_of, chair_of, told_of, who_knows


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a meeting shall be: the plan as the form says it with its booking. `seen` is how the meeting stood when the
    form was shown (`stands_as`).
    """

    plan: Plan
    booking: MeetingRequest
    seen: str


def change_meeting(live: LiveMeetings, meeting: str, once: str, wanted: Wanted) -> None:
    """Makes the meeting what is wanted. `once` makes a form that is sent twice change it once.

    Refused: `begun`; `changed` if another person changed it since; `nothing_new`; `has_a_task` for a person the meeting
    counts on; `reads_earlier` for another chair while this one's earlier meetings are on the desk.
    """
    told, accounts, old = told_of(live, meeting), accounts_of(live, meeting), chair_of(live, meeting)
    plan, account = wanted.plan, wanted.booking.chair
    known = had_a_place_by_reference(live, account.id, wanted.booking.reference)
    changes, chair = Changes(), ""

    def decide(now: Meeting) -> list[To]:
        nonlocal changes, chair
        if now.state != "prepared":
            raise Refused("begun", "This meeting has begun. What it was made with can't be changed any more.")
        if stands_as(now) != wanted.seen:
            raise Refused("changed", "Somebody else has changed this meeting. Look at it as it is now.")
        changes, chair = Changes(), ""
        facts_changed(changes, now, plan)
        at = find_attendee(now, old)
        if accounts.get(old) != account.id and at:
            chairs = next(one for one in plan.people if one.key == CHAIR)
            chair = another_chair(changes, now, chairs, at)
        rows = replace(plan, people=tuple(one for one in plan.people if one.key != CHAIR))
        people_changed(changes, now, rows, set(accounts), told)
        pairs_changed(changes, now, rows)
        _owe(live, changes, now, wanted, told)
        if not changes.said:
            raise Refused("nothing_new", "Nothing was changed.")
        return changes.said

    def also(connection: sa.Connection) -> None:
        _write(connection, live, meeting, wanted, changes.gone)
        if chair:
            _write_chair(connection, live, meeting, (account.id, chair), known=known)

    live.writer.ask(PendingCommand(meeting, SERVER, once, b"", decide, also))
    live.walls.forget()
    if chair and account == wanted.booking.made_by:
        read_earlier(live, meeting, chair)


def _owe(live: LiveMeetings, changes: Changes, now: Meeting, wanted: Wanted, told: set[str]) -> None:
    """Adds whom to tell of what, and the bank holidays round another day."""
    if any(isinstance(one.event, MeetingMoved) for one in changes.said):
        changes.room(BankHolidaysKept(live.bank_holidays(date.fromisoformat(wanted.plan.date))))
    me, gone = wanted.booking.made_by.id, set(changes.gone)
    mine = next((one for one, account in accounts_of(live, now.id).items() if account == me), "")
    if _is_moved(live, now, wanted):
        owes(changes, "moved", who_knows(now, told - gone, mine))
    owes(changes, "new_part", changes.new_part)
    owes(changes, "not_invited", changes.not_invited)


def _is_moved(live: LiveMeetings, now: Meeting, wanted: Wanted) -> bool:
    asked = sa.select(meeting_plans.c.date, meeting_plans.c.starts, meeting_plans.c.place)
    with live.database.reading() as connection:
        before = connection.execute(asked.where(meeting_plans.c.meeting == now.id)).one()
    return tuple(before) != (wanted.plan.date, wanted.booking.starts, wanted.booking.place)


def _write(connection: sa.Connection, live: LiveMeetings, meeting: str, wanted: Wanted, gone: list[str]) -> None:
    """Writes when and where it is to the plan, and stops the links of those who do not come as they were to."""
    at = {"date": wanted.plan.date, "starts": wanted.booking.starts, "place": wanted.booking.place}
    connection.execute(meeting_plans.update().where(meeting_plans.c.meeting == meeting).values(at))
    connection.execute(meetings.update().where(meetings.c.id == meeting).values(title=wanted.plan.occasion))
    if gone:
        theirs = invitations.c.meeting == meeting, invitations.c.attendee.in_(gone)
        stopped = invitations.update().where(*theirs, invitations.c.revoked_at.is_(None))
        connection.execute(stopped.values(revoked_at=live.clock()))
        connection.execute(seats.delete().where(seats.c.meeting == meeting, seats.c.attendee.in_(gone)))
        note_change(connection)


def _write_chair(
    connection: sa.Connection, live: LiveMeetings, meeting: str, chair: tuple[str, str], *, known: bool
) -> None:
    """Writes which account chairs now, as which attendee. The family's earlier meetings are asked for again, for that
    account: this meeting joins them if theirs did (`reach.py`).
    """
    (account, attendee), time, plans = chair, live.clock(), meeting_plans.c
    family = connection.execute(sa.select(plans.family).where(plans.meeting == meeting)).scalar_one()
    others = sa.select(sa.literal(1)).where(plans.family == family, plans.meeting != meeting)
    if connection.execute(others.limit(1)).first():
        joined = time if known or joins(connection, account, family, time) else None
        connection.execute(meeting_plans.update().where(plans.meeting == meeting).values(joined_at=joined))
    people = meeting_accounts.c
    connection.execute(meeting_accounts.delete().where(people.meeting == meeting, people.chairs))
    link = {"account": account, "meeting": meeting, "attendee": attendee, "chairs": True}
    connection.execute(meeting_accounts.insert().values(link))
    asked = {"account": account, "asked_at": time, "answered_at": None, "answered_by": None, "answer": None}
    connection.execute(family_asks.update().where(family_asks.c.meeting == meeting).values(asked))
    note_change(connection)
