"""One try to sign in: who must wait, whether the password is right, and what is counted if it is wrong."""

import threading
from dataclasses import dataclass
from functools import cached_property

import sqlalchemy as sa

from ..domain.refused import Refused
from ..storage import keys
from ..storage.tables import server_secrets
from .accounts import Account, Accounts, address_of
from .failures import Buckets, Counted, Failures, neighbourhood
from .known_browsers import KnownBrowsers
from .live_meeting import LiveMeetings

_KEEP = sa.text("INSERT INTO server_secrets (name, value) VALUES (:name, :value) ON CONFLICT (name) DO NOTHING")


@dataclass(frozen=True, slots=True)
class SignedInHere:
    """The account that signed in, and the cookie by which this browser is known from now on."""

    account: Account
    known: str


class SignInTries:
    """Tries at all servers together. A browser in which the account has signed in before waits only for its own
    failures. Any other browser waits for those of its address, of the account, and of both together.
    """

    def __init__(self, live: LiveMeetings, accounts: Accounts, buckets: Buckets | None = None) -> None:
        self._live = live
        self._accounts = accounts
        self._buckets = buckets or Buckets()
        # So many tries are looked up, checked and counted at once. So of a thousand guesses sent together hardly more
        # are checked than may fail. A known browser does not stand in that queue.
        self._lines = {True: threading.BoundedSemaphore(1), False: threading.BoundedSemaphore(2)}

    @cached_property
    def _secret(self) -> bytes:
        return _secret(self._live, "sign-in")

    @cached_property
    def _failures(self) -> Failures:
        return Failures(self._live, self._secret)

    @cached_property
    def _known(self) -> KnownBrowsers:
        return KnownBrowsers(self._secret)

    def sign_in(self, email: str, password: str, address: str, cookie: str) -> SignedInHere:
        """Returns the account for this address and password. Refused: `wait` after too many failures, whatever the
        password is now; `wrong`. It takes as long and says the same if there is no such account.
        """
        found = self._accounts.found(email)
        browser = self._known.which(cookie, found.account.id, found.version)
        counted = self._counted(email, address, found.account.id, browser)
        self._hold(counted)
        with self._lines[bool(browser)]:
            self._hold(counted)
            if not self._accounts.opens(found, password):
                self._failures.count(counted)
                raise Refused("wrong", "The email address or the password is not right.")
        return SignedInHere(found.account, self._known.remember(cookie, found.account.id, found.version))

    def _hold(self, counted: list[Counted]) -> None:
        if self._failures.are_too_many(counted):
            raise Refused("wait", "There were too many tries to sign in. Wait a few minutes, then try again.")

    def _counted(self, email: str, address: str, account: str, browser: str) -> list[Counted]:
        whose, where = address_of(email), neighbourhood(address)
        if browser:
            return [(self._buckets.known, (account, browser))]
        return [
            (self._buckets.pair, (whose, where)),
            (self._buckets.account, (whose,)),
            (self._buckets.address, (where,)),
        ]


def _secret(live: LiveMeetings, name: str) -> bytes:
    """Returns the servers' common secret of this name. The first server to ask makes it."""

    def get(connection: sa.Connection) -> bytes:
        connection.execute(_KEEP, {"name": name, "value": keys.secret().encode()})
        found = connection.execute(sa.select(server_secrets.c.value).where(server_secrets.c.name == name))
        return bytes(found.scalar_one())

    return live.writer.run(get)
