"""Accounts of staff: making one, and finding the account for an email address and a password."""

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
machines that also do other work. It takes about a tenth of a second.
"""
_AT_ONCE = threading.BoundedSemaphore(3)
"""Three at once take 192 MiB. Further ones wait for each other instead of taking more memory."""


@dataclass(frozen=True, slots=True)
class Account:
    """A member of staff who signs in."""

    id: str
    name: str
    email: str


@dataclass(frozen=True, slots=True)
class Found:
    """What stands under an email address: an account, or a placeholder that no password opens. `version` counts the
    account's passwords.
    """

    account: Account
    version: int
    hashed: str
    is_there: bool


class Accounts:
    """The accounts of this server."""

    def __init__(self, live: LiveMeetings, in_thread: InThread) -> None:
        self._live = live
        self._in_thread = in_thread
        # Checked when there is no such account, so that the answer takes as long as for an account that exists.
        self._nobodys = _hash_of_no_password()

    def make(self, name: str, email: str, password: str) -> Account:
        """Makes an account. Refused, in a sentence: `bad_name`, `bad_email`, `short`, `long`, `common`, `exists`."""
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
        """Returns what stands under this address. A closed account, one without a password and an address that never
        was all give the same placeholder.
        """
        with self._live.database.reading() as connection:
            asked = sa.select(accounts).where(accounts.c.email == address_of(email), accounts.c.disabled_at.is_(None))
            row = connection.execute(asked).one_or_none()
        if row is None or not row.password:
            return Found(Account("nobody", "", ""), 0, self._nobodys, is_there=False)
        return Found(Account(row.id, row.name, row.email), row.version, row.password, is_there=True)

    def opens(self, found: Found, password: str) -> bool:
        """True if this password opens the account. Always computes one hash, whatever was found."""
        return self._verify(found.hashed, password) and found.is_there

    def whose(self, email: str, password: str) -> Account | None:
        """Returns the account for this address and password. None if there is no such account, it was closed or the
        password is another.
        """
        found = self.found(email)
        return found.account if self.opens(found, password) else None

    def all(self) -> list[Account]:
        """Returns every account that may sign in, by name."""
        asked = sa.select(accounts).where(accounts.c.disabled_at.is_(None)).order_by(accounts.c.name, accounts.c.email)
        with self._live.database.reading() as connection:
            return [Account(row.id, row.name, row.email) for row in connection.execute(asked)]

    def set_password(self, account: str, password: str) -> None:
        changed = accounts.update().where(accounts.c.id == account)
        changed = changed.values(password=self._hash(password), version=accounts.c.version + 1)
        self._live.writer.run(lambda connection: connection.execute(changed))

    def checked_and_hashed(self, account: Account, password: str) -> str:
        """Returns the hash to store for a password that this account may have. Refused: `short`, `long`, `common`."""
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
    """Returns a random hash in the form that HASHER makes. Checking a password against it takes as long as against a
    real one. Not computing it saves a tenth of a second at the start of the server.
    """
    salt, drawn = (b64encode(token_bytes(many)).rstrip(b"=").decode() for many in (HASHER.salt_len, HASHER.hash_len))
    costs = f"m={HASHER.memory_cost},t={HASHER.time_cost},p={HASHER.parallelism}"
    return f"$argon2id$v={ARGON2_VERSION}${costs}${salt}${drawn}"


def address_of(email: str) -> str:
    """Returns an email address in the form in which it is stored and looked up."""
    return email.strip().lower()


def _normal(password: str) -> str:
    """Returns a password in a normal form: the same letters typed on another keyboard are the same password."""
    return unicodedata.normalize("NFKC", password)


def check_who(name: str, email: str) -> None:
    """Refuses a bad name or address, in a sentence: `bad_name`, `bad_email`."""
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
