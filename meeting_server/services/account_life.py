"""The life of an account: invited, its password set by its owner, reset, closed when the owner leaves, reopened.

Only the owner ever knows a password. The administrator of the server gets a link to hand on, which works once.
"""

from dataclasses import dataclass
from datetime import datetime
from uuid import uuid4
from zoneinfo import ZoneInfo

import sqlalchemy as sa

from ..domain.refused import Refused
from ..storage import keys
from ..storage.tables import (
    account_links,
    accounts,
    families,
    meeting_accounts,
    meeting_plans,
    meetings,
    staff_sessions,
)
from .access_changes import note_change
from .accounts import Account, Accounts, address_of, check_who
from .live_meeting import LiveMeetings

LINK_MS = 24 * 60 * 60 * 1000
"""How long a link to set a password works."""


@dataclass(frozen=True, slots=True)
class Listed:
    """An account as a list shows it. `begun` is true once its owner has set a password."""

    account: Account
    begun: bool
    closed: bool


@dataclass(frozen=True, slots=True)
class StillToChair:
    """A meeting that the owner of a closed account was to chair."""

    date: str
    starts: str
    reference: str


class AccountLife:
    """What the administrator of the server does with accounts."""

    def __init__(self, live: LiveMeetings, known: Accounts) -> None:
        self._live = live
        self._known = known

    def all(self, *, closed: bool) -> list[Listed]:
        """Returns every account by name. Closed accounts are included if `closed`."""
        asked = sa.select(accounts).order_by(accounts.c.name, accounts.c.email)
        asked = asked if closed else asked.where(accounts.c.disabled_at.is_(None))
        with self._live.database.reading() as connection:
            rows = connection.execute(asked).all()
        return [
            Listed(Account(row.id, row.name, row.email), bool(row.password), row.disabled_at is not None)
            for row in rows
        ]

    def invite(self, name: str, email: str) -> str:
        """Makes an account without a password and returns the secret of the link that sets one. A person who was
        invited and has not begun gets another link, and the earlier one stops working.

        Refused: `bad_name`, `bad_email`, `exists`.
        """
        name, email = " ".join(name.split()), address_of(email)
        check_who(name, email)
        time = self._live.clock()

        def make(connection: sa.Connection) -> str:
            known = connection.execute(sa.select(accounts).where(accounts.c.email == email)).one_or_none()
            if known is None:
                row = {"id": str(uuid4()), "name": name, "email": email, "password": "", "made_at": time}
                connection.execute(accounts.insert().values(row))
                return _link(connection, str(row["id"]), "invite", time)
            if known.password or known.disabled_at is not None:
                raise Refused("exists", "There is an account for %(email)s already.", values={"email": email})
            return _link(connection, known.id, "invite", time)

        return self._live.writer.run(make)

    def reset(self, email: str, *, now: bool) -> str:
        """Returns the secret of a link by which the owner sets another password. Sessions end when the link is used, so
        that a slip throws no one out of a meeting. With `now` they end at once, and the old password stops working.

        Refused: `no_account`, `closed`.
        """
        time = self._live.clock()

        def make(connection: sa.Connection) -> str:
            row = _row(connection, email)
            if row.disabled_at is not None:
                raise Refused(
                    "closed", "The account of %(email)s is closed. Reopen it first.", values={"email": str(row.email)}
                )
            if now:
                gone = accounts.update().where(accounts.c.id == row.id)
                connection.execute(gone.values(password="", version=accounts.c.version + 1))
                _end_sessions(connection, row.id, time)
            return _link(connection, row.id, "reset", time)

        return self._live.writer.run(make)

    def close(self, email: str) -> list[StillToChair]:
        """Closes an account and ends its sessions and links, in one transaction. Returns the meetings that it was to
        chair from today on. Closing a closed account changes nothing. Refused: `no_account`.
        """
        time = self._live.clock()
        today = datetime.fromtimestamp(time / 1000, ZoneInfo("Europe/London")).date().isoformat()

        def shut(connection: sa.Connection) -> list[StillToChair]:
            row = _row(connection, email)
            still_open = accounts.update().where(accounts.c.id == row.id, accounts.c.disabled_at.is_(None))
            connection.execute(still_open.values(disabled_at=time))
            _end_sessions(connection, row.id, time)
            _stop_links(connection, row.id, time)
            found = connection.execute(_to_chair(row.id, today))
            return [StillToChair(one.date, one.starts, one.reference) for one in found]

        return self._live.writer.run(shut)

    def reopen(self, email: str) -> None:
        """Lets the account sign in again with the password it had. Refused: `no_account`."""

        def open_again(connection: sa.Connection) -> None:
            row = _row(connection, email)
            connection.execute(accounts.update().where(accounts.c.id == row.id).values(disabled_at=None))
            note_change(connection)

        self._live.writer.run(open_again)

    def begin(self, token: str, password: str) -> Account:
        """Sets the password for the holder of the link, once. All sessions of the account end.

        Refused: `no_link` for a link that never was, or is used, stopped or too old; and the refusals of `Accounts` for
        a password.
        """
        link = keys.secret_hash(token)
        time = self._live.clock()
        asked = (
            sa.select(accounts.c.id, accounts.c.name, accounts.c.email)
            .join(account_links, account_links.c.account == accounts.c.id)
            .where(account_links.c.token_hash == link, account_links.c.until > time, accounts.c.disabled_at.is_(None))
            .where(account_links.c.used_at.is_(None), account_links.c.stopped_at.is_(None))
        )
        with self._live.database.reading() as connection:
            row = connection.execute(asked).one_or_none()
        if row is None:
            raise _no_link()
        whose = Account(row.id, row.name, row.email)
        hashed = self._known.checked_and_hashed(whose, password)

        def use(connection: sa.Connection) -> None:
            unused = account_links.c.used_at.is_(None), account_links.c.stopped_at.is_(None)
            used = account_links.update().where(account_links.c.token_hash == link, *unused).values(used_at=time)
            if not connection.execute(used).rowcount:
                raise _no_link()
            _stop_links(connection, whose.id, time)
            one = accounts.update().where(accounts.c.id == whose.id)
            connection.execute(one.values(password=hashed, version=accounts.c.version + 1))
            _end_sessions(connection, whose.id, time)

        self._live.writer.run(use)
        return whose


def _no_link() -> Refused:
    return Refused("no_link", "This link does not work any more. Ask whoever sent it to you for a new one.")


def _row(connection: sa.Connection, email: str) -> sa.Row[tuple[object, ...]]:
    found = connection.execute(sa.select(accounts).where(accounts.c.email == address_of(email))).one_or_none()
    if found is None:
        raise Refused("no_account", "There is no account for this address.")
    return found


def _link(connection: sa.Connection, account: str, kind: str, time: int) -> str:
    """Returns the secret of a new link. Only its hash is stored. Earlier links stop working."""
    _stop_links(connection, account, time)
    token = keys.secret()
    row = {
        "token_hash": keys.secret_hash(token),
        "account": account,
        "kind": kind,
        "made_at": time,
        "until": time + LINK_MS,
    }
    connection.execute(account_links.insert().values(row))
    return token


def _stop_links(connection: sa.Connection, account: str, time: int) -> None:
    unused = account_links.c.used_at.is_(None), account_links.c.stopped_at.is_(None)
    stopped = account_links.update().where(account_links.c.account == account, *unused)
    connection.execute(stopped.values(stopped_at=time))


def _end_sessions(connection: sa.Connection, account: str, time: int) -> None:
    over = staff_sessions.update().where(staff_sessions.c.account == account, staff_sessions.c.revoked_at.is_(None))
    connection.execute(over.values(revoked_at=time))
    note_change(connection)


def _to_chair(account: str, today: str) -> sa.Select[tuple[str, str, str]]:
    return (
        sa.select(meeting_plans.c.date, meeting_plans.c.starts, families.c.reference)
        .join(meeting_accounts, meeting_accounts.c.meeting == meeting_plans.c.meeting)
        .join(meetings, meetings.c.id == meeting_plans.c.meeting)
        .join(families, families.c.id == meeting_plans.c.family)
        .where(meeting_accounts.c.account == account, meeting_accounts.c.chairs, meeting_plans.c.date >= today)
        .where(meetings.c.state.in_(("prepared", "open", "paused")))
        .order_by(meeting_plans.c.date, meeting_plans.c.starts)
    )
