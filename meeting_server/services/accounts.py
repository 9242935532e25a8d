"""Accounts of staff: making one, and finding whose email address and password these are."""

import re
import threading
import unicodedata
from base64 import b64encode
from dataclasses import dataclass
from secrets import token_bytes
from uuid import uuid4

import sqlalchemy as sa
from argon2 import PasswordHasher
from argon2.exceptions import Argon2Error, InvalidHashError
from argon2.low_level import ARGON2_VERSION

from ..domain.refused import Refused
from ..in_thread import InThread
from ..storage.tables import accounts
from .common_passwords import is_common
from .live_meeting import LiveMeetings

LEAST_PASSWORD, MOST_PASSWORD = 12, 200

HASHER = PasswordHasher(time_cost=3, memory_cost=64 * 1024, parallelism=4)
"""argon2id, version 19, three passes over 64 MiB in four lanes, 16 bytes of salt: the second choice of RFC 9106, for
machines that do other things besides. About a tenth of a second."""
_AT_ONCE = threading.BoundedSemaphore(3)
"""So many at once take 192 MiB; more than that wait for each other and not for memory."""


@dataclass(frozen=True, slots=True)
class Account:
    """A member of staff who signs in."""

    id: str
    name: str
    email: str


@dataclass(frozen=True, slots=True)
class Found:
    """What stands under an email address: an account, or nobody's, which no password opens. `version` says which
    password it is, by a number."""

    account: Account
    version: int
    hashed: str
    is_there: bool


class Accounts:
    """The accounts of this server."""

    def __init__(self, live: LiveMeetings, in_thread: InThread) -> None:
        self._live = live
        self._in_thread = in_thread
        # What is checked when there is no such account, so that the answer takes as long as for one there is.
        self._nobodys = _hash_of_no_password()

    def make(self, name: str, email: str, password: str) -> Account:
        """A new account. Refused, in a sentence: `bad_name`, `bad_email`, `short`, `long`, `common`, `exists`."""
        name, email = " ".join(name.split()), address_of(email)
        check_who(name, email)
        account = Account(str(uuid4()), name, email)
        hashed = self.checked_and_hashed(account, password)
        row = {"id": account.id, "name": name, "email": email, "password": hashed, "made_at": self._live.clock()}

        def keep(connection: sa.Connection) -> None:
            if connection.execute(sa.select(accounts.c.id).where(accounts.c.email == email)).first():
                raise Refused("exists", "There is an account for %(email)s already.", values={"email": email})
            connection.execute(accounts.insert().values(row))

        self._live.writer.run(keep)
        return account

    def found(self, email: str) -> Found:
        """What stands under this address; nobody's for an account that was closed or has no password yet, as for one
        that never was."""
        with self._live.database.reading() as connection:
            asked = sa.select(accounts).where(accounts.c.email == address_of(email), accounts.c.disabled_at.is_(None))
            row = connection.execute(asked).one_or_none()
        if row is None or not row.password:
            return Found(Account("nobody", "", ""), 0, self._nobodys, is_there=False)
        return Found(Account(row.id, row.name, row.email), row.version, row.password, is_there=True)

    def opens(self, found: Found, password: str) -> bool:
        """Whether this password opens it. Always one hash, whatever was found."""
        return self._verify(found.hashed, password) and found.is_there

    def whose(self, email: str, password: str) -> Account | None:
        """The account these open, or None: no such account, one that was closed, another password."""
        found = self.found(email)
        return found.account if self.opens(found, password) else None

    def all(self) -> list[Account]:
        """Every account that may sign in, by name."""
        asked = sa.select(accounts).where(accounts.c.disabled_at.is_(None)).order_by(accounts.c.name, accounts.c.email)
        with self._live.database.reading() as connection:
            return [Account(row.id, row.name, row.email) for row in connection.execute(asked)]

    def set_password(self, account: str, password: str) -> None:
        """Another password for an account."""
        changed = accounts.update().where(accounts.c.id == account)
        changed = changed.values(password=self._hash(password), version=accounts.c.version + 1)
        self._live.writer.run(lambda connection: connection.execute(changed))

    def checked_and_hashed(self, account: Account, password: str) -> str:
        """What is stored of a password that may be this account's. Refused: `short`, `long`, `common`."""
        _check_password(password, account.name, account.email)
        return self._hash(password)

    def _hash(self, password: str) -> str:
        with _AT_ONCE:
            return self._in_thread(lambda: HASHER.hash(_normal(password)))

    def _verify(self, hashed: str, password: str) -> bool:
        def verify() -> bool:
            try:
                return HASHER.verify(hashed, _normal(password[:MOST_PASSWORD]))
            except (Argon2Error, InvalidHashError):
                return False

        with _AT_ONCE:
            return self._in_thread(verify)


def _hash_of_no_password() -> str:
    """A hash as HASHER makes them, drawn and not worked out: to check a password against it costs as much, and to start
    the server costs a tenth of a second less."""
    salt, drawn = (b64encode(token_bytes(many)).rstrip(b"=").decode() for many in (HASHER.salt_len, HASHER.hash_len))
    costs = f"m={HASHER.memory_cost},t={HASHER.time_cost},p={HASHER.parallelism}"
    return f"$argon2id$v={ARGON2_VERSION}${costs}${salt}${drawn}"


def address_of(email: str) -> str:
    """An email address as it is stored and looked for."""
    return email.strip().lower()


def _normal(password: str) -> str:
    """The same letters typed on another keyboard are the same password."""
    return unicodedata.normalize("NFKC", password)


def check_who(name: str, email: str) -> None:
    """Refused, in a sentence: `bad_name`, `bad_email`."""
    if not 1 <= len(name) <= 100:
        raise Refused("bad_name", "Give a name of 1 to 100 characters.")
    if len(email) > 254 or not re.fullmatch(r"[^@\s]+@[^@\s]+", email):
        raise Refused("bad_email", "Give an email address, with an @ in it and no spaces.")


def _check_password(password: str, name: str, email: str) -> None:
    if len(password) < LEAST_PASSWORD:
        raise Refused(
            "short",
            "The password is too short: it needs at least %(least)s characters.",
            values={"least": LEAST_PASSWORD},
        )
    if len(password) > MOST_PASSWORD:
        raise Refused("long", "The password is too long: at most %(most)s characters.", values={"most": MOST_PASSWORD})
    if is_common(password, (*name.split(), *re.split(r"[@.]", email))):
        raise Refused("common", "The password is too common: it is one of the first that somebody would try.")
