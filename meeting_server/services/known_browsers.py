"""Browsers in which a person has signed in before. Guesses from other browsers do not lock out a person who comes in
one of these.

The cookie is no sign-in. It holds entries for up to five accounts, because several people may share a desk. An entry is
a random id and a keyed hash of it with the account. So a person with the cookie cannot tell the account, and no one can
forge an entry. An entry stops working when the account's password changes.
"""

import hmac
import re

from ..storage import keys

SECONDS = 180 * 24 * 60 * 60
MOST_ACCOUNTS = 5
_ENTRY = re.compile(r"([A-Za-z0-9_-]{43})\.([0-9a-f]{64})")


class KnownBrowsers:
    """Makes and reads the cookie. `secret` is shared by the servers."""

    def __init__(self, secret: bytes) -> None:
        self._secret = secret

    def which(self, cookie: str, account: str, version: int) -> str:
        """Returns the id under which this browser is known for the account, or ""."""
        known = (id for id, mark in _entries(cookie) if hmac.compare_digest(mark, self._mark(id, account, version)))
        return next(known, "")

    def remember(self, cookie: str, account: str, version: int) -> str:
        """Returns the cookie for this browser, now that the account has signed in in it. It keeps the account's own
        entry and the latest of the others.
        """
        id = self.which(cookie, account, version) or keys.secret()
        others = [f"{one}.{mark}" for one, mark in _entries(cookie) if one != id]
        return "~".join([f"{id}.{self._mark(id, account, version)}", *others][:MOST_ACCOUNTS])

    def _mark(self, id: str, account: str, version: int) -> str:
        return hmac.digest(self._secret, keys.canonical(["known", account, id, version]), "sha256").hex()


def _entries(cookie: str) -> list[tuple[str, str]]:
    found = (_ENTRY.fullmatch(one) for one in cookie[:1000].split("~")[:MOST_ACCOUNTS])
    return [(one[1], one[2]) for one in found if one]
