"""Asking for a family's earlier meetings, and giving them.

Every meeting that is made with a reference asks on behalf of its chair, even if there are no earlier meetings. The
maker is always told the same. People who had a place in a locked meeting of the family see the request, with the names
as they were typed, and give or refuse with one press. The asker is never told of a refusal.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from datetime import time as time_of_day
from uuid import uuid4
from zoneinfo import ZoneInfo

import sqlalchemy as sa

from ..domain.meeting import Meeting
from ..domain.people.persons import each_attendee, find_person, is_screen
from ..domain.refused import Refused, not_found
from ..storage.tables import (
    accounts,
    families,
    family_access,
    family_asks,
    meeting_accounts,
    meeting_plans,
    meetings,
    read_log,
)
from .accounts import Account
from .earlier import fill_desks
from .live_meeting import LiveMeetings
from .prepare_meeting import SERVER
from .reach import is_given, may_reach, places

GIVEN_FOR_DAYS = 28
"""For how many days they stay given: after the day of the meeting they were given for, or after the day they were
given, if that is later.
"""


@dataclass(frozen=True, slots=True)
class AsTyped:
    """A person of the meeting that asks, as its maker typed them."""

    name: str
    more: str


@dataclass(frozen=True, slots=True)
class Request:
    """A meeting that asks for a family's earlier ones, as shown to a person who can give them. `answer` is given,
    refused, or None.
    """

    id: str
    asker: Account
    made_by: Account
    family: str
    reference: str
    meeting: str
    title: str
    date: str
    asked_at: int
    answer: str | None
    children: tuple[AsTyped, ...]
    people: tuple[AsTyped, ...]


def ask(connection: sa.Connection, family: str, account: str, meeting: str, time: int) -> None:
    """Asks on behalf of a meeting, in the transaction that makes it."""
    row = {"id": str(uuid4()), "family": family, "account": account, "meeting": meeting, "asked_at": time}
    connection.execute(family_asks.insert().values(row))
    connection.execute(read_log.insert().values(_noted("asked", meeting, account, time)))


def requests_for(live: LiveMeetings, account: Account, *, answered: bool = False) -> list[Request]:
    """Returns the requests that this account can answer: those with no answer yet, or with `answered` those that were
    refused and may still be given. Leaves out meetings with a locked record, because they need no earlier one any more.
    Returns none while the account is at a family of a sitting.
    """
    if live.walls.here_at(account.id):
        return []
    asks = family_asks.c
    asked = _requests().where(asks.family.in_(may_reach(account.id)), asks.account != account.id)
    asked = asked.where(meetings.c.state.not_in(("finished", "cancelled")))
    asked = asked.where(asks.answer == "refused" if answered else asks.answered_at.is_(None))
    with live.database.reading() as connection:
        rows = connection.execute(asked).all()
    reached = places(live, account.id, families.c.id.in_({row.family for row in rows})) if rows else {}
    found = [row for row in rows if _lacks(live, row, reached.get(row.family, []))]
    return [_request(live.meeting(row.meeting), row) for row in found]


def note_seen(live: LiveMeetings, account: Account, seen: list[Request]) -> None:
    """Notes in the read log that this account could read what was typed for these meetings."""
    for one in seen:
        live.reads.note(_noted("ask_seen", one.meeting, account.id, live.clock()))


def answer(live: LiveMeetings, account: Account, id: str, *, give: bool) -> str:
    """Gives the family's earlier meetings to the asker, or refuses. Returns the family.

    Refused: as not found for an account that cannot give them; `answered` if another person answered meanwhile.
    """
    waiting = [*requests_for(live, account), *requests_for(live, account, answered=True)]
    one = next((one for one in waiting if one.id == id), None)
    if one is None:
        raise not_found()
    time = live.clock()
    said = {"answered_at": time, "answered_by": account.id, "answer": "given" if give else "refused"}
    still = sa.or_(family_asks.c.answered_at.is_(None), family_asks.c.answer == "refused")

    def write(connection: sa.Connection) -> None:
        done = connection.execute(family_asks.update().where(family_asks.c.id == id, still).values(said))
        if not done.rowcount:
            raise Refused("answered", "Somebody else has answered this already.")
        connection.execute(read_log.insert().values(_noted(said["answer"], one.meeting, account.id, time)))  # type: ignore[arg-type]
        if give:
            _give(connection, one.family, one.asker.id, one.meeting, account.id, time, _until(time, one.date))

    live.writer.run(write)
    if give:
        fill_desks(live, one.family, one.asker.id)
    return one.family


def _give(
    connection: sa.Connection,
    family: str,
    to: str,
    meeting: str | None,
    by: str | None,
    time: int,
    until: int,
    words: str = "",
) -> None:
    """Gives the family's meetings to an account. The meetings with its reference that this account chairs are then
    known to be the family's.
    """
    row = {
        "id": str(uuid4()),
        "family": family,
        "account": to,
        "given_by": by,
        "given_at": time,
        "until": until,
        "words": words,
        "meeting": meeting,
    }
    connection.execute(family_access.insert().values(row))
    chaired = sa.select(meeting_accounts.c.meeting).where(meeting_accounts.c.account == to, meeting_accounts.c.chairs)
    plans = meeting_plans.c
    theirs = meeting_plans.update().where(plans.family == family, plans.joined_at.is_(None), plans.meeting.in_(chaired))
    connection.execute(theirs.values(joined_at=time))


def give_by_reference(live: LiveMeetings, reference: str, email: str, why: str) -> str:
    """Gives the family's meetings on behalf of the administrator, when no one can answer any more. Returns the family.

    Refused: `no_why`, `no_family`, `no_account`.
    """
    why = " ".join(why.split())
    if not 1 <= len(why) <= 200:
        raise Refused("no_why", "Say why, in 1 to 200 characters: whoever knows the family reads it.")

    def write(connection: sa.Connection) -> tuple[str, str]:
        found = connection.execute(sa.select(families.c.id).where(families.c.reference == reference.strip().upper()))
        family = found.scalar_one_or_none()
        if family is None:
            raise Refused("no_family", "There is no family with this reference.")
        asked = sa.select(accounts.c.id).where(
            accounts.c.email == email.strip().lower(), accounts.c.disabled_at.is_(None)
        )
        account = connection.execute(asked).scalar_one_or_none()
        if account is None:
            raise Refused("no_account", "There is no open account for this address.")
        time = live.clock()
        _give(connection, family, account, None, None, time, _until(time), why)
        said = {"answered_at": time, "answer": "given"}
        mine = family_asks.c.family == family, family_asks.c.account == account
        connection.execute(family_asks.update().where(*mine, family_asks.c.answered_at.is_(None)).values(said))
        for meeting in connection.execute(sa.select(family_asks.c.meeting).where(*mine)).scalars().all():
            connection.execute(read_log.insert().values(_noted("given", meeting, account, time)))
        return str(family), str(account)

    family, account = live.writer.run(write)
    fill_desks(live, family, account)
    return family


def _noted(action: str, meeting: str, account: str, time: int) -> dict[str, object]:
    return {"time": time, "meeting": meeting, "attendee": SERVER, "account": account, "action": action, "streams": ""}


def _until(time: int, day: str = "") -> int:
    """Returns the end of the last day on which they stay given, in ms. The days count from the day of the meeting, or
    from today if that is later.
    """
    today = datetime.fromtimestamp(time / 1000, ZoneInfo("Europe/London")).date()
    last = max(today, date.fromisoformat(day) if day else today) + timedelta(days=GIVEN_FOR_DAYS + 1)
    return int(datetime.combine(last, time_of_day(), ZoneInfo("Europe/London")).timestamp() * 1000)


def _requests() -> sa.Select[tuple[object, ...]]:
    who, made = accounts.alias("who"), accounts.alias("made")
    return (
        sa.select(
            family_asks.c.id, family_asks.c.family, family_asks.c.meeting, family_asks.c.asked_at, family_asks.c.answer,
            families.c.reference, meetings.c.title, meeting_plans.c.date,
            who.c.id.label("asker"), who.c.name.label("asker_name"), who.c.email.label("asker_email"),
            made.c.id.label("maker"), made.c.name.label("maker_name"), made.c.email.label("maker_email"),
        )
        .join(families, families.c.id == family_asks.c.family)
        .join(meetings, meetings.c.id == family_asks.c.meeting)
        .join(meeting_plans, meeting_plans.c.meeting == family_asks.c.meeting)
        .join(who, who.c.id == family_asks.c.account)
        .join(made, made.c.id == meeting_plans.c.made_by)
        .where(who.c.disabled_at.is_(None))
        .order_by(meeting_plans.c.date, family_asks.c.asked_at)
    )  # fmt: skip


def _lacks(live: LiveMeetings, row: sa.Row[tuple[object, ...]], mine: list[str]) -> bool:
    """True if the asker does not already reach all of these meetings."""
    with live.database.reading() as connection:
        if is_given(connection, row.asker, row.family, live.clock()):
            return False
    theirs = places(live, row.asker, families.c.id == row.family).get(row.family, [])
    return not set(mine) <= set(theirs)


def _request(whole: Meeting, row: sa.Row[tuple[object, ...]]) -> Request:
    children = [find_person(whole, one) for one in whole.children()]
    there = (one for one in each_attendee(whole) if not is_screen(whole.template, one))
    invited = [find_person(whole, one.person) for one in there if one.person not in whole.children()]
    asker = Account(row.asker, row.asker_name, row.asker_email)
    return Request(
        row.id,
        asker,
        Account(row.maker, row.maker_name, row.maker_email),
        row.family,
        row.reference,
        row.meeting,
        row.title,
        row.date,
        row.asked_at,
        row.answer,
        tuple(AsTyped(one.name, one.age) for one in children),
        tuple(AsTyped(one.name, one.relationship) for one in sorted(invited, key=lambda one: one.name)),
    )
