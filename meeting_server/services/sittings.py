"""Makes sittings: several families one after another in a day, under one team manager."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from uuid import uuid4

import sqlalchemy as sa

from ..domain.audiences import ROOM, To
from ..domain.facts import Slot
from ..domain.meeting import Meeting
from ..domain.people.sitting_slots import SlotGiven
from ..domain.refused import Refused, not_found
from ..domain.template.template import Template
from ..storage.tables import meeting_accounts, meeting_plans, sitting_families, sittings
from .access_changes import note_change
from .accounts import Account
from .batch import PendingCommand
from .earlier import read_earlier
from .live_meeting import LiveMeetings
from .prepare_meeting import SERVER, Plan, PlannedPerson, Prepared, prepare
from .reach import had_a_place_by_reference
from .sitting_views import SittingHead, head_for, heads, time_of
from .staff_meetings import CHAIR, MeetingMade, MeetingRequest, book, chair_role, is_there

MOST_FAMILIES = 12
MINUTES = "minutes"
"""The key of the minute-taker in a plan that does not name them itself."""


@dataclass(frozen=True, slots=True)
class PlannedSitting:
    """A sitting to be made. `id` makes it happen once. `date` is like 2026-05-05, `starts` like 09:30, `minutes` is for
    each family.
    """

    id: str
    made_by: Account
    team_manager: Account
    deputy: Account | None
    minute_taker: Account | None
    date: str
    starts: str
    minutes: int
    place: str


def make_sitting(live: LiveMeetings, plan: PlannedSitting) -> str:
    """Makes the sitting, once for each `plan.id`, and returns its id. Refuses as not found if it is another
    account's.
    """
    row = {
        "id": plan.id,
        "made_by": plan.made_by.id,
        "team_manager": plan.team_manager.id,
        "deputy": plan.deputy.id if plan.deputy else None,
        "minute_taker": plan.minute_taker.id if plan.minute_taker else None,
        "date": plan.date,
        "starts": plan.starts,
        "minutes": plan.minutes,
        "place": plan.place,
        "made_at": live.clock(),
    }

    def make(connection: sa.Connection) -> None:
        known = connection.execute(sa.select(sittings.c.made_by).where(sittings.c.id == plan.id)).scalar_one_or_none()
        if known is None:
            connection.execute(sittings.insert().values(row))
        elif known != plan.made_by.id:
            raise not_found()

    live.writer.run(make)
    return plan.id


def add_family(
    live: LiveMeetings, account: Account, sitting: str, plan: Plan, reference: str, workers: Mapping[str, Account]
) -> str:
    """Adds one more family at the end: its meeting with plan, family and accounts, in one transaction. Returns its id.

    `workers` gives the accounts of people of the plan, by the plan's keys. The team manager chairs and the minute-taker
    takes the minutes without being named. Day, time and place are the sitting's. `plan.id` makes it happen once.

    Refused: as not found for an account that does not lead the sitting, or if the id is another's; `too_many`;
    `no_chair` for a template without one; `twice` if one account would be two people.
    """
    head = head_for(live, account, sitting)
    if plan.id and plan.id in meetings_of(live, sitting):
        return plan.id
    if plan.id and is_there(live, plan.id):
        raise not_found()
    if head.of >= MOST_FAMILIES:
        raise Refused("too_many", "A sitting has at most %(most)s families.", values={"most": MOST_FAMILIES})
    people, who = _with_the_leads(head, plan, workers)
    slot = Slot(head.of + 1, head.of + 1, time_of(head, head.of))
    whole = replace(plan, people=people, date=head.date, slot=slot)
    booking = MeetingRequest(reference, slot.starts, head.place, head.team_manager, account)
    known = had_a_place_by_reference(live, head.team_manager.id, reference)

    def also(connection: sa.Connection, made: Prepared) -> None:
        booked = MeetingMade(made.meeting, plan.template.key, head.date, made.attendees[CHAIR], known)
        book(connection, booked, booking, live.clock())
        links = [
            {"account": one.id, "meeting": made.meeting, "attendee": made.attendees[key], "chairs": False}
            for key, one in who.items()
        ]
        if links:
            connection.execute(meeting_accounts.insert(), links)
        last = sa.select(sa.func.max(sitting_families.c.position)).where(sitting_families.c.sitting == sitting)
        position = (connection.execute(last).scalar() or 0) + 1
        connection.execute(sitting_families.insert().values(meeting=made.meeting, sitting=sitting, position=position))
        note_change(connection)

    made = prepare(live, whole, also)
    live.walls.forget()
    number_families(live, sitting)
    if account == head.team_manager:
        read_earlier(live, made.meeting, made.attendees[CHAIR])
    return made.meeting


def _with_the_leads(
    head: SittingHead, plan: Plan, workers: Mapping[str, Account]
) -> tuple[tuple[PlannedPerson, ...], dict[str, Account]]:
    """Returns the plan's people with the team manager in the chair, and the accounts of all others."""
    who = {key: one for key, one in workers.items() if key != CHAIR and one.id != head.team_manager.id}
    dropped = {key for key in workers if key not in who}
    people = [one for one in plan.people if one.key not in dropped and one.key != CHAIR]
    role = chair_role(plan.template)
    if role is None:
        raise Refused("no_chair", "Nobody chairs a meeting of this kind, so it can't be part of a sitting.")
    agency = plan.template.agencies[0].key
    people.append(PlannedPerson(CHAIR, head.team_manager.name, agency=agency, role=role.key))
    taker, minutes = head.minute_taker, _minutes_role(plan.template)
    if taker and minutes and taker != head.team_manager and taker not in who.values():
        people.append(PlannedPerson(MINUTES, taker.name, agency=agency, role=minutes))
        who[MINUTES] = taker
    if len(set(who.values())) < len(who):
        raise Refused("twice", "Somebody is named twice for this family. Name each person once.")
    return tuple(people), who


def _minutes_role(template: Template) -> str | None:
    return next((role.key for role in template.roles if role.screen == "minutes"), None)


def number_families(live: LiveMeetings, sitting: str) -> None:
    """Tells each family's meeting that has not ended its number, if that has changed. Done again it tells nothing new,
    so the next change also repairs what a crash left undone.
    """
    with live.database.reading() as connection:
        head = next(iter(heads(connection, sittings.c.id == sitting)), None)
    ids = meetings_of(live, sitting)
    for at, meeting in enumerate(ids):
        if head:
            give_slot(live, meeting, Slot(at + 1, len(ids), time_of(head, at)))


def give_slot(live: LiveMeetings, meeting: str, slot: Slot) -> None:
    """Tells a meeting its slot, in its log and in the plan it was made with. Does nothing if the meeting knows it or
    has ended.
    """
    starts = meeting_plans.update().where(meeting_plans.c.meeting == meeting).values(starts=slot.starts)

    def also(connection: sa.Connection) -> None:
        connection.execute(starts)

    def decide(now: Meeting) -> list[To]:
        known = now.facts.slot
        if now.is_over or (known and replace(known, called_at=None) == slot):
            raise Refused("nothing_new", "This meeting knows its slot.")
        return [To(ROOM, SlotGiven(slot.number, slot.of, slot.starts))]

    try:
        live.writer.ask(PendingCommand(meeting, SERVER, str(uuid4()), b"", decide, also))
    except Refused:
        return


def meetings_of(live: LiveMeetings, sitting: str) -> list[str]:
    """Returns the meetings of a sitting, in the order of their slots."""
    asked = sa.select(sitting_families.c.meeting).where(sitting_families.c.sitting == sitting)
    with live.database.reading() as connection:
        return list(connection.execute(asked.order_by(sitting_families.c.position)).scalars())


def still_to_come(live: LiveMeetings, sitting: str) -> list[str]:
    """Returns those of them that have not begun."""
    return [one for one in meetings_of(live, sitting) if live.meeting(one).state == "prepared"]
