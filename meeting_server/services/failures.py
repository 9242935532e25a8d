"""Counts failures to sign in, where all servers see them, and says who must wait after too many.

It counts failures and never tries, so that no one can lock out a person who knows the password. Only a keyed hash of
what is counted is stored, so that the table does not show which addresses were tried.
"""

import hmac
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from ipaddress import IPv6Address, ip_address, ip_network

import sqlalchemy as sa

from ..storage import keys
from ..storage.tables import failures
from .live_meeting import LiveMeetings

_SLICES = 15
_DAY_MS = 24 * 60 * 60 * 1000
_COUNT = sa.text(
    'INSERT INTO failures (key_hash, "window", n) VALUES (:key_hash, :window, 1) '
    'ON CONFLICT (key_hash, "window") DO UPDATE SET n = failures.n + 1'
)


@dataclass(frozen=True, slots=True)
class Bucket:
    """So many failures in so many seconds. After that many, the sender waits until the first of them is that
    long ago.
    """

    name: str
    most: int
    seconds: int

    @property
    def slice_ms(self) -> int:
        """Failures within this time are counted in one row."""
        return self.seconds * 1000 // _SLICES


@dataclass(frozen=True, slots=True)
class Buckets:
    """What is counted for one try. `known` is for a browser in which this account has signed in before. Such a browser
    counts only its own failures and waits only for these. The other buckets are for all other browsers.
    """

    pair: Bucket = Bucket("account and address", 10, 15 * 60)
    known: Bucket = Bucket("known browser", 10, 15 * 60)
    account: Bucket = Bucket("account", 200, 24 * 60 * 60)
    address: Bucket = Bucket("address", 100, 60 * 60)


Counted = tuple[Bucket, Sequence[str]]
"""A bucket, and the parts of its key."""


class Failures:
    """The failures of all servers. `secret` is shared by the servers."""

    def __init__(self, live: LiveMeetings, secret: bytes) -> None:
        self._live = live
        self._secret = secret

    def are_too_many(self, of: Iterable[Counted]) -> bool:
        """True if any of these buckets is full now."""
        now, wanted = self._live.clock(), {self._key(one): one[0] for one in of}
        asked = sa.select(failures).where(failures.c.key_hash.in_(wanted))
        with self._live.database.reading() as connection:
            rows = connection.execute(asked).all()
        had = dict.fromkeys(wanted, 0)
        for row in rows:
            if row.window > now - wanted[row.key_hash].seconds * 1000:
                had[row.key_hash] += row.n
        return any(had[key] >= bucket.most for key, bucket in wanted.items())

    def count(self, of: Iterable[Counted]) -> None:
        """Counts one failure in each of these buckets, and deletes what is older than any bucket."""
        now = self._live.clock()
        # Every server writes in the same order, so that two servers never wait for each other.
        slices = sorted((self._key(one), now - now % one[0].slice_ms) for one in of)
        rows = [{"key_hash": key, "window": began} for key, began in slices]
        old = failures.delete().where(failures.c.window < now - 2 * _DAY_MS)

        def write(connection: sa.Connection) -> None:
            connection.execute(old)
            connection.execute(_COUNT, rows)

        self._live.writer.run(write)

    def _key(self, one: Counted) -> bytes:
        bucket, whose = one
        return hmac.digest(self._secret, keys.canonical([bucket.name, *whose]), "sha256")


def neighbourhood(address: str) -> str:
    """Returns the address as it is counted. Of an IPv6 address that is the first half, because one household or phone
    has all of the other half.
    """
    try:
        found = ip_address(address)
    except ValueError:
        return address
    if isinstance(found, IPv6Address):
        return str(found.ipv4_mapped or ip_network((found, 64), strict=False))
    return str(found)
