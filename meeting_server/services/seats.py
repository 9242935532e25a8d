"""From a link to a seat: invitations, browser sessions and the seats a browser holds."""

import hmac
from base64 import b64encode
from dataclasses import dataclass
from typing import Any, Literal
from uuid import uuid4

import sqlalchemy as sa

from ..domain.meeting import Meeting
from ..domain.people.lobby import find_device
from ..domain.people.removals import removed_at
from ..storage import keys
from ..storage.tables import browser_sessions, invitations, meetings, seats, staff_sessions
from .live_meeting import LiveMeetings, Seat
from .seat_ends import link_is_over
from .sign_in import ALIVE, alive_at

STOPPED: Literal["stopped"] = "stopped"
"""A link that once worked and does not any more: replaced, stopped, its person removed, or its last day past."""


@dataclass(frozen=True, slots=True)
class Invited:
    """The attendee that a link is for."""

    meeting: Meeting
    title: str
    attendee: str


def invited_by(live: LiveMeetings, token: str) -> Invited | Literal["stopped"] | None:
    """Returns the attendee this link is for. Returns `STOPPED` for a link that works no more, which tells nothing of
    the meeting, and None for one that never was. Changes nothing.
    """
    with live.database.reading() as connection:
        row = connection.execute(
            sa.select(invitations, meetings.c.title)
            .join(meetings, meetings.c.id == invitations.c.meeting)
            .where(invitations.c.token_hash == keys.secret_hash(token))
        ).one_or_none()
    if row is None:
        return None
    if row.revoked_at is not None:
        return STOPPED
    live.read_on(row.meeting)
    meeting = live.meeting(row.meeting)
    over = link_is_over(meeting, row.attendee, row.made_at, live.clock())
    return STOPPED if over else Invited(meeting, row.title, row.attendee)


def take_seat(
    live: LiveMeetings, invited: Invited, cookie: str | None, staff_session: bytes | None = None
) -> tuple[str, Seat]:
    """Returns the browser's cookie (its own if that is live, else a new one) and its seat for this attendee.

    A cookie that we did not make is never adopted (T9). The same browser and attendee come back to the same seat, and
    so to the same device, unless that device was turned away or removed: then they get a new one and wait again.
    `staff_session` is set if they signed in; the seat is good as long as that session.
    """
    meeting = invited.meeting.id

    def sit(connection: sa.Connection) -> tuple[str, Seat]:
        session = _session(connection, live.clock(), cookie)
        id_hash = keys.secret_hash(session)
        mine = (seats.c.session == id_hash, seats.c.meeting == meeting, seats.c.attendee == invited.attendee)
        row = connection.execute(sa.select(seats).where(*mine)).one_or_none()
        if row is not None and not _gone(invited.meeting, row):
            connection.execute(seats.update().where(*mine).values(staff_session=staff_session))
            return session, Seat(row.selector, row.meeting, row.attendee, row.device, staff_session, row.made_at)
        connection.execute(seats.delete().where(*mine))
        seat = Seat(str(uuid4()), meeting, invited.attendee, str(uuid4()), staff_session, live.clock())
        connection.execute(
            seats.insert().values(
                selector=seat.selector,
                session=id_hash,
                meeting=meeting,
                attendee=seat.attendee,
                device=seat.device,
                made_at=seat.made_at,
                staff_session=staff_session,
            )
        )
        return session, seat

    return live.writer.run(sit)


def sit_as(live: LiveMeetings, seat: Seat, cookie: str | None) -> str:
    """Gives a big screen's seat to the browser that showed its code, and returns that browser's cookie.

    A cookie that we did not make is never adopted. If the answer was lost and the browser asks again, the seat moves to
    that browser: only it has the ticket.
    """

    def sit(connection: sa.Connection) -> str:
        session = _session(connection, live.clock(), cookie)
        connection.execute(seats.delete().where(seats.c.selector == seat.selector))
        connection.execute(
            seats.insert().values(
                selector=seat.selector,
                session=keys.secret_hash(session),
                meeting=seat.meeting,
                attendee=seat.attendee,
                device=seat.device,
                made_at=live.clock(),
            )
        )
        return session

    return live.writer.run(sit)


def _session(connection: sa.Connection, now: int, cookie: str | None) -> str:
    """Returns the cookie of this browser's session: its own if that is live, else a new one."""
    if cookie and _live(connection, cookie):
        return cookie
    session = keys.secret()
    connection.execute(browser_sessions.insert().values(id_hash=keys.secret_hash(session), made_at=now))
    return session


def _gone(meeting: Meeting, row: sa.Row[Any]) -> bool:
    found = find_device(meeting, row.attendee, row.device)
    if found is None:
        return bool(removed_at(meeting, row.attendee) >= row.made_at)
    return found.state in ("gone", "turned_away")


def _live(connection: sa.Connection, cookie: str) -> bool:
    session = browser_sessions.c.id_hash == keys.secret_hash(cookie)
    return (
        connection.execute(sa.select(sa.literal(1)).where(session, browser_sessions.c.revoked_at.is_(None))).first()
        is not None
    )


_SEAT = (
    sa.select(seats)
    .join(browser_sessions, browser_sessions.c.id_hash == seats.c.session)
    .where(
        seats.c.selector == sa.bindparam("selector"),
        seats.c.session == sa.bindparam("session"),
        browser_sessions.c.revoked_at.is_(None),
        sa.or_(
            seats.c.staff_session.is_(None),
            sa.select(sa.literal(1)).where(staff_sessions.c.id_hash == seats.c.staff_session, ALIVE).exists(),
        ),
    )
)


def seat_of(live: LiveMeetings, cookie: str | None, selector: str) -> Seat | None:
    """Returns the seat this browser holds under this selector, or None. A seat taken by signing in is gone with the
    session.
    """
    if not cookie or len(selector) != 36:
        return None
    asked = {"selector": selector, "session": keys.secret_hash(cookie), **alive_at(live.clock())}
    with live.database.reading() as connection:
        row = connection.execute(_SEAT, asked).one_or_none()
    return Seat(row.selector, row.meeting, row.attendee, row.device, row.staff_session, row.made_at) if row else None


def key_for_unsent(seat: Seat, cookie: str) -> str:
    """Returns the key, in base64, under which this seat's page keeps unsent words. It is the same as long as the seat
    exists. It comes from the browser's cookie and the device's id, which no page ever stores, and is written down
    nowhere.
    """
    made = hmac.digest(cookie.encode(), f"unsent:{seat.selector}:{seat.device}".encode(), "sha256")
    return b64encode(made).decode()


def note_reading(live: LiveMeetings, seat: Seat, action: str, streams: dict[str, int]) -> None:
    """Writes one row to the read log: who could have read which streams up to which number. Never content."""
    row = {
        "time": live.clock(),
        "meeting": seat.meeting,
        "attendee": seat.attendee,
        "action": action,
        "streams": ",".join(f"{stream}:{n}" for stream, n in sorted(streams.items())),
    }
    live.reads.note(row)
