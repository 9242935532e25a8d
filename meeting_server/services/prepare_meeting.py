"""Makes a meeting with its template, people and invitations, and the personal links that lead to it."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from uuid import uuid4

import sqlalchemy as sa

from ..domain.audiences import DESK, ROOM, To
from ..domain.dates.arrangement import ArrangementStated
from ..domain.dates.bank_holidays import BankHolidaysKept
from ..domain.facts import MeetingPrepared, Setting, Slot
from ..domain.kinds import plain
from ..domain.people.about_children import AboutChildrenStated
from ..domain.people.add_person import PersonAdded
from ..domain.people.apart import KeptApart
from ..domain.people.attendance import AttendeeInvited
from ..domain.people.sitting_slots import SlotGiven
from ..domain.template.template import Template
from ..storage import event_log, keys
from ..storage.appending import Draft, write
from ..storage.tables import invitations, kept_templates, meetings
from .live_meeting import LiveMeetings

SERVER = "00000000-0000-0000-0000-000000000000"
"""The actor of what the server itself writes: the first events of every log."""


@dataclass(frozen=True, slots=True)
class PlannedPerson:
    """A person the meeting is about, speaks of, or invites (then with a `role`). `apart_from` are the keys of those who
    are never let in with them, `about` of the children they are here for. `known` is their id in a meeting that is
    changed.
    """

    key: str
    name: str
    child: bool = False
    relationship: str = ""
    age: str = ""
    agency: str | None = None
    role: str | None = None
    called: str = ""
    apart_from: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    known: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """A meeting to be made. `date` is like 2026-03-19. `id` is given if it must be known beforehand; otherwise it is
    new. `slot` is its place in a sitting. `booked` is what its chair's desk keeps of when, where and whom to ring.
    """

    title: str
    template: Template
    occasion: str
    setting: Setting
    family_present: bool
    date: str
    people: tuple[PlannedPerson, ...]
    demo: str = ""
    id: str = ""
    slot: Slot | None = None
    booked: ArrangementStated | None = None


@dataclass(frozen=True, slots=True)
class Prepared:
    """A meeting that was made: its id, and the ids of people and attendees by the plan's keys."""

    meeting: str
    people: dict[str, str]
    attendees: dict[str, str]


def prepare(live: LiveMeetings, plan: Plan, also: Callable[[sa.Connection, Prepared], None] | None = None) -> Prepared:
    """Makes the meeting and invites its attendees, in one transaction. The three standing audiences exist from then on.

    `also` does more in the same transaction.
    """
    prepared = Prepared(
        plan.id or str(uuid4()),
        {one.key: str(uuid4()) for one in plan.people},
        {one.key: str(uuid4()) for one in plan.people if one.role},
    )
    said = _opening(live, plan, prepared)
    time = live.clock()

    def make(connection: sa.Connection) -> None:
        row = {"id": prepared.meeting, "title": plan.title, "demo": plan.demo, "made_at": time}
        connection.execute(meetings.insert().values(row))
        template = json.dumps(plain(plan.template))
        connection.execute(kept_templates.insert().values(meeting=prepared.meeting, template=template))
        folded = event_log.load(connection, prepared.meeting)
        if folded is None:
            raise RuntimeError("The meeting just made is not there.")
        draft = Draft(connection, folded)
        draft.add(said, actor=SERVER, command_id=str(uuid4()), payload=b"", time=time)
        write(connection, [draft])
        if also:
            also(connection, prepared)

    live.writer.run(make)
    return prepared


def _opening(live: LiveMeetings, plan: Plan, prepared: Prepared) -> list[To]:
    """Returns the first events of the meeting's log: what it is, its people, and who is never let in together."""
    said = [
        To(ROOM, MeetingPrepared(plan.occasion, plan.setting, plan.family_present, plan.date)),
        To(ROOM, BankHolidaysKept(live.bank_holidays(date.fromisoformat(plan.date)))),
    ]
    if plan.slot:
        said.append(To(ROOM, SlotGiven(plan.slot.number, plan.slot.of, plan.slot.starts)))
    for one in plan.people:
        details = (one.child, one.name, one.relationship, one.age, one.agency, one.called)
        said.append(To(ROOM, PersonAdded(prepared.people[one.key], *details)))
        if one.role:
            if plan.template.role(one.role).screen == "projector":
                raise ValueError("Nobody is invited as the big screen: the chair pairs it in the meeting.")
            agency = one.agency or plan.template.agencies[0].key
            invited = AttendeeInvited(prepared.attendees[one.key], prepared.people[one.key], one.role, agency)
            said.append(To(ROOM, invited))
    pairs = {frozenset((one.key, other)) for one in plan.people for other in one.apart_from if other != one.key}
    for first, second in sorted(sorted(pair) for pair in pairs):
        said.append(To(DESK, KeptApart(prepared.people[first], prepared.people[second])))
    for one in plan.people:
        if one.about:
            children = tuple(prepared.people[child] for child in one.about)
            said.append(To(DESK, AboutChildrenStated(prepared.people[one.key], children)))
    if plan.booked:
        said.append(To(DESK, plan.booked))
    return said


def invite(
    live: LiveMeetings,
    meeting: str,
    attendees: list[str],
    unless: Callable[[sa.Connection], None] | None = None,
) -> dict[str, str]:
    """Makes a new personal link for each attendee and returns the secrets. Earlier links of theirs stop working. Only
    hashes are stored.

    `unless` is called first, in the same transaction, and refuses if there is a reason to.
    """
    tokens = {attendee: keys.secret() for attendee in attendees}
    time = live.clock()

    def make(connection: sa.Connection) -> None:
        if unless:
            unless(connection)
        older = invitations.update().where(invitations.c.meeting == meeting, invitations.c.attendee.in_(attendees))
        connection.execute(older.where(invitations.c.revoked_at.is_(None)).values(revoked_at=time))
        connection.execute(
            invitations.insert(),
            [
                {"token_hash": keys.secret_hash(token), "meeting": meeting, "attendee": attendee, "made_at": time}
                for attendee, token in tokens.items()
            ],
        )

    live.writer.run(make)
    return tokens
