"""Rolls a sitting that runs over: the families still to come go to another day, those with the highest risk first."""

from collections.abc import Iterable
from datetime import date
from uuid import uuid4

import sqlalchemy as sa

from ..domain.audiences import ROOM, To
from ..domain.dates.bank_holidays import BankHolidaysKept
from ..domain.facts import Slot
from ..domain.meeting import Meeting
from ..domain.people.sitting_slots import MeetingMoved, SlotGiven
from ..domain.refused import Refused
from ..storage.tables import meeting_accounts, meeting_plans, sitting_families
from .accounts import Account
from .batch import PendingCommand
from .earlier import read_earlier
from .last_rating import LastRating, last_rating
from .live_meeting import LiveMeetings
from .prepare_meeting import SERVER
from .sitting_views import SittingHead, head_for, time_of
from .sittings import PlannedSitting, make_sitting, meetings_of, number_families, still_to_come


def rolled_order(live: LiveMeetings, account: Account, sitting: str) -> list[str]:
    """Returns the meetings still to come in the order in which `roll` would put them, for its page. It uses the ratings
    that this account may know: the order tells as much of a family as its colour does.
    """
    head_for(live, account, sitting)
    return by_risk([(one, last_rating(live, account, live.meeting(one))) for one in still_to_come(live, sitting)])


def by_risk(rated: Iterable[tuple[str, LastRating | None]]) -> list[str]:
    """Returns these in risk order: last rated red, then never rated, amber, green. Equal ones keep their order.

    A family without a colour comes before amber, because no one knows yet how big the risk is.
    """
    order = {"red": 0, None: 1, "amber": 2, "green": 3}
    return [one for one, rating in sorted(rated, key=lambda it: order[it[1].colour if it[1] else None])]


def roll(live: LiveMeetings, account: Account, sitting: str, to_date: str, starts: str, id: str) -> str:
    """Puts the families still to come off to another day, in risk order, as a sitting of their own with the same leads.
    Returns its id, which is `id`. If it is sent again, it goes on with what is left and moves nothing twice. Each
    meeting takes along its day, its people and what they have prepared.

    Refused: as not found for a person who does not lead the sitting; `too_early`; `nothing_to_roll`.
    """
    head = head_for(live, account, sitting)
    if to_date <= head.date:
        raise Refused("too_early", "Choose a day after the day of this sitting.")
    waiting = still_to_come(live, sitting)
    if account == head.team_manager:
        for meeting in waiting:
            read_earlier(live, meeting, _chair(live, meeting))
    ordered = rolled_order(live, account, sitting)
    if not ordered and not meetings_of(live, id):
        raise Refused("nothing_to_roll", "No family of this sitting is still to come.")
    make_sitting(
        live,
        PlannedSitting(
            id,
            head.made_by,
            head.team_manager,
            head.deputy,
            head.minute_taker,
            to_date,
            starts,
            head.minutes,
            head.place,
        ),
    )
    new = head_for(live, account, id)
    for at, meeting in enumerate(ordered, start=new.of):
        _put_off(live, meeting, new, at)
    for one in (sitting, id):
        number_families(live, one)
    return id


def _put_off(live: LiveMeetings, meeting: str, to: SittingHead, at: int) -> None:
    """Moves one meeting to another sitting: its log and the other tables in one transaction, unless it has begun."""
    slot = Slot(at + 1, at + 1, time_of(to, at))
    kept = BankHolidaysKept(live.bank_holidays(date.fromisoformat(to.date)))

    def decide(now: Meeting) -> list[To]:
        if now.state != "prepared":
            raise Refused("begun", "This family's time has begun. Only families still to come can be moved.")
        moved = (MeetingMoved(to.date), kept, SlotGiven(slot.number, slot.of, slot.starts))
        return [To(ROOM, one) for one in moved]

    def also(connection: sa.Connection) -> None:
        family = sitting_families.update().where(sitting_families.c.meeting == meeting)
        connection.execute(family.values(sitting=to.id, position=at + 1))
        plan = meeting_plans.update().where(meeting_plans.c.meeting == meeting)
        connection.execute(plan.values(date=to.date, starts=slot.starts))

    try:
        live.writer.ask(PendingCommand(meeting, SERVER, str(uuid4()), b"", decide, also))
    except Refused as refused:
        if refused.code != "begun":
            raise


def _chair(live: LiveMeetings, meeting: str) -> str:
    asked = sa.select(meeting_accounts.c.attendee).where(
        meeting_accounts.c.meeting == meeting, meeting_accounts.c.chairs
    )
    with live.database.reading() as connection:
        return str(connection.execute(asked).scalar_one())
