"""The day of a sitting: the order of its families, the call, and opening one at a time.

A seat in a family is taken by being signed in, as the chair's is (decision 0016): one sign-in, and a seat in each of
one's families, as long as the session lives (W3).
"""

from dataclasses import dataclass
from uuid import uuid4

import sqlalchemy as sa

from ..domain.ending.ending import OpenMeeting
from ..domain.people.admission import role_of
from ..domain.people.persons import find_attendee
from ..domain.people.sitting_slots import call
from ..domain.refused import Refused, not_found
from ..storage.tables import meeting_accounts, meetings, sitting_families
from .accounts import Account
from .batch import PendingCommand
from .earlier import read_earlier
from .live_meeting import LiveMeetings, Seat
from .prepare_meeting import SERVER
from .seats import Invited, take_seat
from .sitting_views import head_for
from .sittings import meetings_of, number_families, still_to_come


@dataclass(frozen=True, slots=True)
class SeatTaken:
    """A seat in a family: the browser's cookie to set, the seat, and the address of its page."""

    cookie: str
    seat: Seat
    path: str


def seat_in_family(
    live: LiveMeetings, account: Account, session: bytes, cookie: str | None, sitting: str, meeting: str
) -> SeatTaken:
    """Returns a seat in one family of a sitting for a signed-in person of that family. The lobby decides if they wait
    or come in.

    Refused: as not found for a person who is not invited to it; `next_family` while they are at another one.
    """
    attendee, chairs = _attendee(live, account, sitting, meeting)
    live.walls.hold(meeting, attendee)
    if chairs:
        # A record may have been locked since the meeting was made.
        read_earlier(live, meeting, attendee)
    now = live.meeting(meeting)
    who = find_attendee(now, attendee)
    if who is None:
        raise not_found()
    set_cookie, seat = take_seat(live, Invited(now, "", attendee), cookie, session)
    return SeatTaken(set_cookie, seat, f"/{role_of(now, who).screen}/{seat.selector}")


def open_family(
    live: LiveMeetings, account: Account, session: bytes, cookie: str | None, sitting: str, meeting: str
) -> SeatTaken:
    """Opens a family's meeting and returns the seat of the opener, who comes in first. Done twice, it only returns the
    seat.

    Refused: `another_family_open`; and as by `seat_in_family` and the command `open_meeting`.
    """
    live.walls.one_family_at_a_time(meeting)
    taken = seat_in_family(live, account, session, cookie, sitting, meeting)
    # A signed-in person is no forwarded link (T2), so another browser of theirs keeps no one from opening.
    live.arrive(taken.seat, "computer", others_connected=False)
    if live.meeting(meeting).state == "prepared":
        live.handle(taken.seat, str(uuid4()), OpenMeeting())
    return taken


def call_family(live: LiveMeetings, account: Account, sitting: str, meeting: str) -> None:
    """Says that this family is next: its people who wait at its door are asked to come. Once is enough.

    Refused: as not found for a person who does not lead the sitting; `not_waiting` once its time has begun.
    """
    head_for(live, account, sitting)
    if meeting not in meetings_of(live, sitting):
        raise not_found()
    try:
        live.writer.ask(PendingCommand(meeting, SERVER, str(uuid4()), b"", call))
    except Refused as refused:
        if refused.code != "called":
            raise


def call_next(live: LiveMeetings, account: Account, sitting: str) -> None:
    """Does the same as `call_family` for the first family that still waits. So a person who is at one family can call
    the next without learning anything of it.

    Refused: `no_next`.
    """
    head_for(live, account, sitting)
    following = still_to_come(live, sitting)
    if not following:
        raise Refused("no_next", "No family of this sitting is still to come.")
    call_family(live, account, sitting, following[0])


def move_family(live: LiveMeetings, account: Account, sitting: str, meeting: str, *, up: bool) -> None:
    """Moves a family one place up or down among those still to come. At their end it stays where it is.

    Refused: as not found for a person who does not lead the sitting; `begun` for a family whose time has begun.
    """
    head_for(live, account, sitting)
    position = sitting_families.c.position

    def move(connection: sa.Connection) -> None:
        asked = (
            sa.select(sitting_families.c.meeting, position, meetings.c.state)
            .join(meetings, meetings.c.id == sitting_families.c.meeting)
            .where(sitting_families.c.sitting == sitting)
            .order_by(position)
        )
        rows = connection.execute(asked).all()
        at = next((at for at, row in enumerate(rows) if row.meeting == meeting), None)
        if at is None:
            raise not_found()
        if rows[at].state != "prepared":
            raise Refused("begun", "This family's time has begun. Only families still to come can be moved.")
        other = at - 1 if up else at + 1
        if 0 <= other < len(rows) and rows[other].state == "prepared":
            for one, place in ((rows[at], rows[other].position), (rows[other], rows[at].position)):
                put = sitting_families.update().where(sitting_families.c.meeting == one.meeting)
                connection.execute(put.values(position=place))

    live.writer.run(move)
    number_families(live, sitting)


def _attendee(live: LiveMeetings, account: Account, sitting: str, meeting: str) -> tuple[str, bool]:
    """Returns which attendee this account is in a meeting of the sitting, and if they chair it. Otherwise refuses as
    not found.
    """
    asked = (
        sa.select(meeting_accounts.c.attendee, meeting_accounts.c.chairs)
        .join(sitting_families, sitting_families.c.meeting == meeting_accounts.c.meeting)
        .where(meeting_accounts.c.account == account.id, meeting_accounts.c.meeting == meeting)
        .where(sitting_families.c.sitting == sitting)
    )
    with live.database.reading() as connection:
        row = connection.execute(asked).one_or_none()
    if row is None:
        raise not_found()
    return row.attendee, row.chairs
