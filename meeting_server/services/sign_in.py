"""Staff sessions: begun by signing in, over after 30 minutes of nothing outside an open meeting, or after 12 hours."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from ..clock import day_of
from ..storage import keys
from ..storage.database import DATABASE_DOWN
from ..storage.tables import accounts, meeting_accounts, meetings, sitting_families, sittings, staff_sessions
from .access_changes import changes, note_change
from .accounts import Account
from .live_meeting import LiveMeetings

IDLE_MS = 30 * 60 * 1000
LONGEST_MS = 12 * 60 * 60 * 1000
A_MEETING_MS = 8 * 60 * 60 * 1000
"""For how long after its opening a meeting keeps its people signed in. A meeting that was forgotten open does not."""
_NOTED_EVERY_MS = 60 * 1000


@dataclass(frozen=True, slots=True)
class SignedIn:
    """The account that is signed in in this browser. `form` is the token in each of its forms (T8). It shows whose form
    it is even after the session is over.
    """

    account: Account
    session: bytes
    form: str


def typed_by(form: str) -> str:
    """Returns the id of the account whose form carries this token. It proves nothing."""
    return form.partition(".")[0]


def proof(form: str) -> bytes:
    """Returns the part that proves that a form comes from a page of this session. Forms of the release before are
    nothing else.
    """
    return form.rpartition(".")[2].encode()


def _alive() -> sa.ColumnElement[bool]:
    in_a_meeting = (
        sa.select(sa.literal(1))
        .select_from(meeting_accounts.join(meetings, meetings.c.id == meeting_accounts.c.meeting))
        .where(meeting_accounts.c.account == staff_sessions.c.account, meetings.c.state.in_(("open", "paused")))
        .where(meetings.c.opened_at > sa.bindparam("alive_opened"))
        .correlate(staff_sessions)
        .exists()
    )
    in_a_sitting = (
        sa.select(sa.literal(1))
        .select_from(meeting_accounts.join(sitting_families, sitting_families.c.meeting == meeting_accounts.c.meeting))
        .join(sittings, sittings.c.id == sitting_families.c.sitting)
        .where(meeting_accounts.c.account == staff_sessions.c.account, sittings.c.date == sa.bindparam("alive_day"))
        .where(_some_family_of_it(meetings.c.state != "prepared"))
        .where(_some_family_of_it(meetings.c.state.in_(("prepared", "open", "paused"))))
        .correlate(staff_sessions)
        .exists()
    )
    open_account = (
        sa.select(sa.literal(1))
        .where(accounts.c.id == staff_sessions.c.account, accounts.c.disabled_at.is_(None))
        .correlate(staff_sessions)
        .exists()
    )
    return sa.and_(
        staff_sessions.c.revoked_at.is_(None),
        staff_sessions.c.made_at > sa.bindparam("alive_made"),
        sa.or_(staff_sessions.c.seen_at > sa.bindparam("alive_seen"), in_a_meeting, in_a_sitting),
        open_account,
    )


def _some_family_of_it(which: sa.ColumnElement[bool]) -> sa.ColumnElement[bool]:
    slots = sitting_families.alias()
    return (
        sa.select(sa.literal(1))
        .select_from(slots.join(meetings, meetings.c.id == slots.c.meeting))
        .where(slots.c.sitting == sittings.c.id, which)
        .correlate(sittings)
        .exists()
    )


ALIVE = _alive()
"""The condition on `staff_sessions` for a session that is good at the time that `alive_at` tells. It is asked with each
poll, and building it each time took longer than asking it.

No one is thrown out of an open meeting for having listened for half an hour (T9). On its own day a sitting counts as
one open meeting from its first family to its last, because people who signed in for it wait for their family.
"""


def alive_at(now: int) -> dict[str, Any]:
    """Returns the parameters of `ALIVE` at this time in ms."""
    day = day_of(now).isoformat()
    return {
        "alive_made": now - LONGEST_MS,
        "alive_seen": now - IDLE_MS,
        "alive_day": day,
        "alive_opened": now - A_MEETING_MS,
    }


_WHO = (
    sa.select(accounts.c.id, accounts.c.name, accounts.c.email)
    .join(staff_sessions, staff_sessions.c.account == accounts.c.id)
    .where(staff_sessions.c.id_hash == sa.bindparam("session"), ALIVE)
)
_GOOD = sa.select(staff_sessions.c.id_hash).where(
    staff_sessions.c.id_hash.in_(sa.bindparam("sessions", expanding=True)), ALIVE
)


class StaffSessions:
    """The staff sessions of this server. Only a hash of each is stored."""

    def __init__(self, live: LiveMeetings) -> None:
        self._live = live
        self._noted: dict[bytes, int] = {}

    def begin(self, account: Account, before: str | None) -> str:
        """Begins a session and returns its cookie. An earlier session of this browser is over: no cookie outlives a
        sign-in, and none that we did not make is ever adopted (T9).
        """
        cookie = keys.secret()
        time = self._live.clock()
        row = {"id_hash": keys.secret_hash(cookie), "account": account.id, "made_at": time, "seen_at": time}

        def keep(connection: sa.Connection) -> None:
            # When a person worked is no one's business once their session is over.
            connection.execute(staff_sessions.delete().where(staff_sessions.c.made_at <= time - LONGEST_MS))
            if before:
                _revoke(connection, keys.secret_hash(before), time)
            connection.execute(staff_sessions.insert().values(row))

        self._live.writer.run(keep)
        return cookie

    def who(self, cookie: str | None) -> SignedIn | None:
        """Returns the account that is signed in with this cookie now, or None."""
        if not cookie:
            return None
        session = keys.secret_hash(cookie)
        with self._live.database.reading() as connection:
            row = connection.execute(_WHO, {"session": session, **alive_at(self._live.clock())}).one_or_none()
        if row is None:
            return None
        form = f"{row.id}.{keys.secret_hash(f'form {cookie}').hex()}"
        return SignedIn(Account(row.id, row.name, row.email), session, form)

    def active(self, session: bytes) -> None:
        """Notes that they did something, at most once a minute, so that a meeting does not write a row for each point.

        While nothing can be saved, it is noted with the next thing they do. Their own request has its own answer.
        """
        time = self._live.clock()
        if time - self._noted.get(session, 0) < _NOTED_EVERY_MS:
            return
        self._noted = {one: at for one, at in self._noted.items() if time - at < _NOTED_EVERY_MS} | {session: time}
        seen = staff_sessions.update().where(staff_sessions.c.id_hash == session).values(seen_at=time)
        try:
            self._live.writer.run(lambda connection: connection.execute(seen))
        except DATABASE_DOWN:
            self._noted.pop(session, None)

    def end(self, session: bytes) -> None:
        """Ends a session, and with it every seat that was taken by it."""
        self._live.writer.run(lambda connection: _revoke(connection, session, self._live.clock()))

    def over(self, sessions: Collection[bytes]) -> set[bytes]:
        """Returns those of these sessions that are not good any more."""
        if not sessions:
            return set()
        asked = {"sessions": list(sessions), **alive_at(self._live.clock())}
        with self._live.database.reading() as connection:
            return set(sessions) - set(connection.execute(_GOOD, asked).scalars())

    def changes(self) -> int:
        """Returns how often anybody's access has changed, on any server."""
        with self._live.database.reading() as connection:
            return changes(connection)


def _revoke(connection: sa.Connection, session: bytes, time: int) -> None:
    over = staff_sessions.update().where(staff_sessions.c.id_hash == session, staff_sessions.c.revoked_at.is_(None))
    connection.execute(over.values(revoked_at=time))
    note_change(connection)
