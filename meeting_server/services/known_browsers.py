"""Browsers in which somebody has signed in before: a guesser elsewhere keeps nobody out who comes in one of them.

The cookie is no sign-in. It holds, for up to five accounts of a desk that several people share, a random id and a keyed
hash of it with the account: who has the cookie can't tell whose it is, and nobody can make one. It is worth nothing any
more when the account's password is another.
"""

import hmac
import re

from ..storage import keys

SECONDS = 180 * 24 * 60 * 60
MOST_ACCOUNTS = 5
_ENTRY = re.compile(r"([A-Za-z0-9_-]{43})\.([0-9a-f]{64})")


class KnownBrowsers:
    """Makes and reads the cookie. `secret` is the servers' own."""

    def __init__(self, secret: bytes) -> None:
        self._secret = secret

    def which(self, cookie: str, account: str, version: int) -> str:
        """The id under which this browser is known for the account; empty where it is not."""
        known = (id for id, mark in _entries(cookie) if hmac.compare_digest(mark, self._mark(id, account, version)))
        return next(known, "")

    def remember(self, cookie: str, account: str, version: int) -> str:
        """The cookie for this browser, now that the account has signed in in it. The account's own entry is kept, and
        so are the latest of the others."""
        id = self.which(cookie, account, version) or keys.secret()
        others = [f"{one}.{mark}" for one, mark in _entries(cookie) if one != id]
        return "~".join([f"{id}.{self._mark(id, account, version)}", *others][:MOST_ACCOUNTS])

    def _mark(self, id: str, account: str, version: int) -> str:
        return hmac.digest(self._secret, keys.canonical(["known", account, id, version]), "sha256").hex()


def _entries(cookie: str) -> list[tuple[str, str]]:
    found = (_ENTRY.fullmatch(one) for one in cookie[:1000].split("~")[:MOST_ACCOUNTS])
    return [(one[1], one[2]) for one in found if one]
