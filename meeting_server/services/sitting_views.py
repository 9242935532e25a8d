"""What each account may see of a sitting of several families.

An account that leads it (the team manager, the deputy, the minute-taker and its maker) sees all its families. Any other
account sees only those it is invited to (W3). While a person is at one family's meeting they see only that one
(`walls.py`).
"""

from dataclasses import dataclass

import sqlalchemy as sa

from ..domain.dates.statutory_clocks import DueDate, due_dates
from ..domain.facts import State
from ..domain.refused import not_found
from ..storage.tables import accounts, families, meeting_accounts, meeting_plans, meetings, sitting_families, sittings
from .accounts import Account
from .last_rating import LastRating, last_rating
from .live_meeting import LiveMeetings
from .sitting_clock import DayClock, as_time, day_clock


@dataclass(frozen=True, slots=True)
class SittingHead:
    """What stands at the head of a sitting, and how many families it has."""

    id: str
    made_by: Account
    team_manager: Account
    deputy: Account | None
    minute_taker: Account | None
    date: str
    starts: str
    minutes: int
    place: str
    of: int

    def leads(self, account: Account) -> bool:
        """True if this account sees and arranges all its families."""
        leads = (self.made_by, self.team_manager, self.deputy, self.minute_taker)
        return account.id in {one.id for one in leads if one}


@dataclass(frozen=True, slots=True)
class FamilyView:
    """One family of a sitting as one account may see it. `attendee` is who they are in its meeting, or None.

    `last_rating` is for those who lead the sitting. `due` are its template's clocks, the earliest first. `starts` is
    when it is planned for, `expected` when it began or is likely to.
    """

    meeting: str
    number: int
    starts: str
    expected: str
    reference: str
    state: State
    called_at: int | None
    opened_at: int | None
    ended_at: int | None
    finished_at: int | None
    due: tuple[DueDate, ...]
    last_rating: LastRating | None
    attendee: str | None


@dataclass(frozen=True, slots=True)
class SittingView:
    """A sitting as one account may see it. `here` is the meeting they are at now, which is then its only family.
    `clock` is there on its day.
    """

    head: SittingHead
    leads: bool
    here: str | None
    families: tuple[FamilyView, ...]
    clock: DayClock | None = None


def my_sittings(live: LiveMeetings, account: Account) -> list[SittingHead]:
    """Returns the sittings that this account leads or is invited to a family of, by day and time. They name no
    family.
    """
    invited = (
        sa.select(sitting_families.c.sitting)
        .join(meeting_accounts, meeting_accounts.c.meeting == sitting_families.c.meeting)
        .where(meeting_accounts.c.account == account.id)
    )
    leads = (sittings.c.made_by, sittings.c.team_manager, sittings.c.deputy, sittings.c.minute_taker)
    mine = sa.or_(sittings.c.id.in_(invited), *(one == account.id for one in leads))
    with live.database.reading() as connection:
        return heads(connection, mine)


def sitting_for(live: LiveMeetings, account: Account, id: str) -> SittingView | None:
    """Returns a sitting as this account may see it, or None, whatever the reason.

    While they are at one of its families, only that one is shown: no reference, name or number of any other.
    """
    with live.database.reading() as connection:
        head = next(iter(heads(connection, sittings.c.id == id)), None)
        rows = connection.execute(_families_of(id, account)).all()
    if head is None:
        return None
    leads = head.leads(account)
    if rows:
        live.read_on(rows[0].meeting)
    facts = [live.meeting(row.meeting).facts for row in rows]
    clock = day_clock(head.starts, head.minutes, head.date, facts, live.clock())
    shown = [
        _view(live, account, row, head, at, as_time(clock.expected[at]) if clock else time_of(head, at))
        for at, row in enumerate(rows)
        if (leads or row.attendee) and not live.walls.is_closed_to(account.id, row.meeting)
    ]
    if not leads and not any(row.attendee for row in rows):
        return None
    running = (live.meeting(one.meeting) for one in shown if one.state in ("open", "paused"))
    here = next((one.id for one in running if live.walls.is_here(account.id, one)), None)
    return SittingView(head, leads, here, tuple(one for one in shown if here in (None, one.meeting)), clock)


def sitting_of_today(live: LiveMeetings, account: Account, today: str) -> str | None:
    """Returns the sitting of today that this account comes to, while a family of it that they see has not ended."""
    for head in my_sittings(live, account):
        view = sitting_for(live, account, head.id) if head.date == today else None
        if view and any(one.state in ("prepared", "open", "paused") for one in view.families):
            return head.id
    return None


def head_for(live: LiveMeetings, account: Account, id: str) -> SittingHead:
    """Returns a sitting for an account that leads it. Refuses as not found for all others."""
    with live.database.reading() as connection:
        head = next(iter(heads(connection, sittings.c.id == id)), None)
    if head is None or not head.leads(account):
        raise not_found()
    return head


def time_of(head: SittingHead, before: int) -> str:
    """Returns the time planned for a family with so many before it. A sitting that runs past midnight stops at
    23:59.
    """
    hours, minutes = (int(part) for part in head.starts.split(":"))
    at = min(hours * 60 + minutes + before * head.minutes, 24 * 60 - 1)
    return f"{at // 60:02}:{at % 60:02}"


def heads(connection: sa.Connection, which: sa.ColumnElement[bool]) -> list[SittingHead]:
    """Returns the sittings to which this applies, by day and time."""
    of = sa.select(sa.func.count()).where(sitting_families.c.sitting == sittings.c.id).scalar_subquery()
    asked = sa.select(sittings, of.label("of")).where(which)
    rows = connection.execute(asked.order_by(sittings.c.date, sittings.c.starts, sittings.c.made_at)).all()
    named = {one for row in rows for one in (row.made_by, row.team_manager, row.deputy, row.minute_taker) if one}
    found = connection.execute(sa.select(accounts).where(accounts.c.id.in_(named)))
    who = {row.id: Account(row.id, row.name, row.email) for row in found}
    return [
        SittingHead(
            row.id,
            who[row.made_by],
            who[row.team_manager],
            who.get(row.deputy),
            who.get(row.minute_taker),
            row.date,
            row.starts,
            row.minutes,
            row.place,
            row.of,
        )
        for row in rows
    ]


def _families_of(sitting: str, account: Account) -> sa.Select[tuple[str, str, str | None]]:
    mine = sa.and_(meeting_accounts.c.meeting == sitting_families.c.meeting, meeting_accounts.c.account == account.id)
    return (
        sa.select(sitting_families.c.meeting, families.c.reference, meeting_accounts.c.attendee)
        .join(meetings, meetings.c.id == sitting_families.c.meeting)
        .join(meeting_plans, meeting_plans.c.meeting == meetings.c.id)
        .join(families, families.c.id == meeting_plans.c.family)
        .outerjoin(meeting_accounts, mine)
        .where(sitting_families.c.sitting == sitting)
        .order_by(sitting_families.c.position)
    )


def _view(
    live: LiveMeetings,
    account: Account,
    row: sa.Row[tuple[str, str, str | None]],
    head: SittingHead,
    at: int,
    expected: str,
) -> FamilyView:
    now = live.meeting(row.meeting)
    facts = now.facts
    return FamilyView(
        meeting=now.id,
        number=at + 1,
        starts=time_of(head, at),
        expected=expected,
        reference=row.reference,
        state=facts.state,
        called_at=facts.slot.called_at if facts.slot else None,
        opened_at=facts.opened_at,
        ended_at=facts.ended_at,
        finished_at=facts.finished_at,
        due=due_dates(now),
        last_rating=last_rating(live, account, now) if head.leads(account) else None,
        attendee=row.attendee,
    )
