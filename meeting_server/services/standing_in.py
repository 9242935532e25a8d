"""A place at the door of a running meeting, for an account that made it or leads its sitting.

The chair's browser is gone, and the room can name no one. So a person who may take over must first come to its door.
There they have no powers yet: the chair lets them in, or they take over once no one steers
(`domain/people/take_controls.py`).
"""

from uuid import UUID, uuid4, uuid5

import sqlalchemy as sa

from ..domain.audiences import ROOM, To
from ..domain.facts import RUNNING
from ..domain.meeting import Meeting
from ..domain.people.add_person import PersonAdded
from ..domain.people.attendance import AttendeeInvited
from ..domain.people.chair_controls import may_stand_in
from ..domain.refused import Refused, not_found
from ..domain.template.template import Role, Template
from ..storage import keys
from ..storage.tables import meeting_accounts, meeting_plans, sitting_families, sittings
from .accounts import Account
from .batch import PendingCommand
from .live_meeting import LiveMeetings
from .prepare_meeting import SERVER


def roles_to_stand_in(template: Template) -> list[Role]:
    return [role for role in template.roles if may_stand_in(role)]


def place_of(live: LiveMeetings, account: Account, meeting: str) -> str | None:
    """Returns which attendee this account is in the meeting, or None if they have no place in it yet but may have one.

    Refused: as not found for an account that has no place in it, did not make it and does not lead its sitting;
    `next_family` while they are at another family of that sitting; `not_going_on`.
    """
    have = sa.select(meeting_accounts.c.attendee).where(
        meeting_accounts.c.meeting == meeting, meeting_accounts.c.account == account.id
    )
    made = sa.select(sa.literal(1)).where(meeting_plans.c.meeting == meeting, meeting_plans.c.made_by == account.id)
    leads = (sittings.c.made_by, sittings.c.team_manager, sittings.c.deputy, sittings.c.minute_taker)
    led = (
        sa.select(sa.literal(1))
        .select_from(sitting_families.join(sittings, sittings.c.id == sitting_families.c.sitting))
        .where(sitting_families.c.meeting == meeting, sa.or_(*(one == account.id for one in leads)))
    )
    with live.database.reading() as connection:
        attendee: str | None = connection.execute(have).scalar_one_or_none()
        may = attendee or connection.execute(made).first() or connection.execute(led).first()
    if not may:
        raise not_found()
    if live.walls.is_closed_to(account.id, meeting):
        raise Refused("next_family", "You are with another family now. Come back to this one when that has ended.")
    _check_going_on(live.meeting(meeting))
    return attendee


def place_for(live: LiveMeetings, account: Account, meeting: str, role: str) -> str:
    """Returns which attendee they are in it. Invites them in this role if they were not yet; everyone reads that they
    were. Once is enough.

    Refused: as `place_of`; `not_a_deputy` for a role that may not take over.
    """
    known = place_of(live, account, meeting)
    if known:
        return known
    person, attendee = str(uuid4()), str(uuid4())

    def decide(found: Meeting) -> list[To]:
        _check_going_on(found)
        if found.facts.slot and not live.unsteered(found):
            # A signed-in person on a family's list comes straight in. They may not pass a chair who is there.
            raise Refused("steered", "Whoever has the chair's controls is connected. Ask them.")
        if role not in {one.key for one in roles_to_stand_in(found.template)}:
            raise Refused("not_a_deputy", "A deputy is one of the professionals who take part.")
        agency = found.template.agencies[0].key
        added = PersonAdded(person, False, account.name, "", "", agency)
        return [To(ROOM, added), To(ROOM, AttendeeInvited(attendee, person, role, agency))]

    def also(connection: sa.Connection) -> None:
        row = {"account": account.id, "meeting": meeting, "attendee": attendee, "chairs": False}
        connection.execute(meeting_accounts.insert().values(row))

    once = str(uuid5(UUID(meeting), account.id))
    live.writer.ask(PendingCommand(meeting, SERVER, once, keys.payload_hash("stand_in", [account.id]), decide, also))
    live.walls.forget()
    return place_of(live, account, meeting) or attendee


def _check_going_on(meeting: Meeting) -> None:
    if meeting.state not in RUNNING:
        raise Refused("not_going_on", "This meeting is not going on now.")
