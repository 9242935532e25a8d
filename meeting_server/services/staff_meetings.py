"""Meetings that staff make: the meeting itself, its family, its chair, and who may see it."""

from dataclasses import dataclass
from uuid import uuid4

import sqlalchemy as sa

from ..domain.facts import State
from ..domain.refused import not_found
from ..domain.template.template import Role, Template
from ..storage.tables import families, meeting_accounts, meeting_plans, meetings
from .accounts import Account
from .asking import ask
from .earlier import read_earlier
from .live_meeting import LiveMeetings
from .prepare_meeting import Plan, Prepared, prepare
from .reach import had_a_place_by_reference, joins

CHAIR = "chair"
"""The key of the chair in a plan. The chair is always a signed-in account."""


@dataclass(frozen=True, slots=True)
class MeetingRequest:
    """What is written down of a meeting beside its plan. `reference` is the family's; `starts` is like 10:00."""

    reference: str
    starts: str
    place: str
    chair: Account
    made_by: Account


@dataclass(frozen=True, slots=True)
class MeetingMade:
    """The meeting that a booking is for: its id, its template's key, its day and its chair's attendee. `known` is true
    if the chair had a place in a meeting of the family.
    """

    meeting: str
    template: str
    date: str
    chair: str
    known: bool = False


@dataclass(frozen=True, slots=True)
class MyMeeting:
    """A meeting as one account sees it in its list. `attendee` is set for the account that chairs it."""

    id: str
    title: str
    reference: str
    date: str
    starts: str
    place: str
    state: State
    made_at: int
    made_by: str
    attendee: str | None


def chair_role(template: Template) -> Role | None:
    """Returns the role of the chair of a meeting of this template. None means that such a meeting cannot be
    made here.
    """
    return next((role for role in template.roles if role.screen == "chair"), None)


def make_meeting(live: LiveMeetings, plan: Plan, booking: MeetingRequest) -> str:
    """Makes the meeting with all that belongs to it, in one transaction, and returns its id. Then what its chair
    reaches of the family's earlier meetings goes to its desk (`earlier.py`). If another person makes it for the chair,
    that happens when the chair opens the board: otherwise the maker could learn something from how long it takes.

    `plan.id` makes it happen once: sent again, by a double press or a reload, it returns the meeting that was made.
    Refuses as not found if another account's meeting has that id.
    """

    known = had_a_place_by_reference(live, booking.chair.id, booking.reference)

    def also(connection: sa.Connection, prepared: Prepared) -> None:
        booked = MeetingMade(prepared.meeting, plan.template.key, plan.date, prepared.attendees[CHAIR], known)
        book(connection, booked, booking, live.clock())

    if is_there(live, plan.id):
        if my_meeting(live, booking.made_by, plan.id) is None:
            raise not_found()
        return plan.id
    made = prepare(live, plan, also)
    if booking.made_by == booking.chair:
        read_earlier(live, made.meeting, made.attendees[CHAIR])
    return made.meeting


def book(connection: sa.Connection, booked: MeetingMade, booking: MeetingRequest, time: int) -> None:
    """Writes down the family of a meeting, when and where it is, and the account that chairs it. Asks for the family's
    earlier meetings, even if there are none.
    """
    family = _family(connection, booking.reference, booked.template, time)
    joined = joins(connection, booking.chair.id, family, time) or booked.known
    row = {
        "meeting": booked.meeting,
        "family": family,
        "made_by": booking.made_by.id,
        "date": booked.date,
        "starts": booking.starts,
        "place": booking.place,
        "joined_at": time if joined else None,
    }
    connection.execute(meeting_plans.insert().values(row))
    link = {"account": booking.chair.id, "meeting": booked.meeting, "attendee": booked.chair, "chairs": True}
    connection.execute(meeting_accounts.insert().values(link))
    ask(connection, family, booking.chair.id, booked.meeting, time)


def is_there(live: LiveMeetings, id: str) -> bool:
    """True if there is a meeting with this id, of any account."""
    with live.database.reading() as connection:
        return connection.execute(sa.select(meetings.c.id).where(meetings.c.id == id)).first() is not None


_NEW_FAMILY = sa.text(
    "INSERT INTO families (id, reference, template, made_at) VALUES (:id, :reference, :template, :made_at) "
    "ON CONFLICT (reference) DO NOTHING"
)


def _family(connection: sa.Connection, reference: str, template: str, time: int) -> str:
    """Returns the family with this reference, made if it is new. The same statements run either way, so that the time
    taken does not show if there is one.
    """
    new = {"id": str(uuid4()), "reference": reference, "template": template, "made_at": time}
    connection.execute(_NEW_FAMILY, new)
    return str(connection.execute(sa.select(families.c.id).where(families.c.reference == reference)).scalar_one())


def my_meetings(live: LiveMeetings, account: Account) -> list[MyMeeting]:
    """Returns the meetings this account made or chairs, by date and time. While they are at a family of a sitting that
    is open, only that family's meetings (`walls.py`).
    """
    with live.database.reading() as connection:
        found = [_mine(row) for row in connection.execute(_asked_by(account))]
    return [one for one in found if not live.walls.is_closed_to(account.id, one.id)]


def my_meeting(live: LiveMeetings, account: Account, id: str) -> MyMeeting | None:
    """Returns one meeting this account made or chairs. Otherwise returns None, for any reason, also while they are at
    another family of its sitting (`walls.py`).
    """
    if live.walls.is_closed_to(account.id, id):
        return None
    with live.database.reading() as connection:
        row = connection.execute(_asked_by(account).where(meetings.c.id == id)).one_or_none()
    return _mine(row) if row else None


def _asked_by(account: Account) -> sa.Select[tuple[object, ...]]:
    mine = sa.and_(
        meeting_accounts.c.meeting == meetings.c.id,
        meeting_accounts.c.account == account.id,
        meeting_accounts.c.chairs,
    )
    return (
        sa.select(
            meetings.c.id,
            meetings.c.title,
            meetings.c.state,
            meetings.c.made_at,
            meeting_plans.c.made_by,
            families.c.reference,
            meeting_plans.c.date,
            meeting_plans.c.starts,
            meeting_plans.c.place,
            meeting_accounts.c.attendee,
        )
        .join(meeting_plans, meeting_plans.c.meeting == meetings.c.id)
        .join(families, families.c.id == meeting_plans.c.family)
        .outerjoin(meeting_accounts, mine)
        .where(sa.or_(meeting_plans.c.made_by == account.id, meeting_accounts.c.account.is_not(None)))
        .order_by(meeting_plans.c.date, meeting_plans.c.starts, meetings.c.made_at)
    )


def _mine(row: sa.Row[tuple[object, ...]]) -> MyMeeting:
    return MyMeeting(**row._mapping)  # noqa: SLF001 - SQLAlchemy's public name for a row as a mapping
