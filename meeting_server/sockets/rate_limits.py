"""How much one person may send, and how often a connection may send nonsense.

Pure: the clock is handed in.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from threading import Lock

Clock = Callable[[], float]
"""Seconds on a clock that never goes back."""

COMMANDS_PER_SECOND = 20.0
COMMANDS_AT_ONCE = 60
MALFORMED_PACKETS = 20
SWEEP_SECONDS = 60.0
"""So often the buckets that are full again are forgotten."""


class TokenBucket:
    """``burst`` at once, then ``rate`` a second. Being too fast is waited out, never punished."""

    def __init__(self, clock: Clock, rate: float = COMMANDS_PER_SECOND, burst: float = COMMANDS_AT_ONCE) -> None:
        if rate <= 0 or burst < 1:
            raise ValueError("a bucket needs a rate above 0 and room for at least one")
        self._clock = clock
        self._rate = rate
        self._burst = float(burst)
        self._tokens = float(burst)
        self._seen = clock()

    def _refill(self) -> None:
        now = self._clock()
        self._tokens = min(self._burst, self._tokens + max(0.0, now - self._seen) * self._rate)
        self._seen = now

    def take(self) -> float:
        """0.0 when one may be sent now; else the seconds to wait, and nothing is used up."""
        self._refill()
        if self._tokens >= 1:
            self._tokens -= 1
            return 0.0
        return (1 - self._tokens) / self._rate

    @property
    def is_empty(self) -> bool:
        """Whether none may be sent now."""
        self._refill()
        return self._tokens < 1

    @property
    def is_full(self) -> bool:
        """A full bucket behaves like a new one, so it can be forgotten."""
        self._refill()
        return self._tokens >= self._burst


class RateLimiter:
    """One bucket for each key: a device, a browser, an address.

    ``rate=None`` lifts the limit (benchmarks).
    """

    def __init__(self, clock: Clock, rate: float | None = COMMANDS_PER_SECOND, burst: float = COMMANDS_AT_ONCE) -> None:
        self._clock = clock
        self._rate = rate
        self._burst = burst
        self._buckets: dict[Hashable, TokenBucket] = {}
        self._lock = Lock()
        self._swept = clock()

    def take(self, key: Hashable) -> float:
        """As :meth:`TokenBucket.take`, for ``key``."""
        if self._rate is None:
            return 0.0
        with self._lock:
            self._forget_the_idle()
            bucket = self._buckets.get(key)
            if bucket is None:
                bucket = self._buckets[key] = TokenBucket(self._clock, self._rate, self._burst)
            return bucket.take()

    def is_spent(self, key: Hashable) -> bool:
        """Whether nothing is left for ``key`` now. Takes nothing, and remembers nobody who never took."""
        with self._lock:
            bucket = self._buckets.get(key)
            return bucket is not None and bucket.is_empty

    def _forget_the_idle(self) -> None:
        now = self._clock()
        if now - self._swept < SWEEP_SECONDS:
            return
        self._swept = now
        self._buckets = {key: bucket for key, bucket in self._buckets.items() if not bucket.is_full}

    def __len__(self) -> int:
        return len(self._buckets)


class Strikes:
    """Malformed packets by connection. A browser running our page makes none, so there is no forgiveness."""

    def __init__(self, limit: int = MALFORMED_PACKETS) -> None:
        if limit < 1:
            raise ValueError("a limit of strikes is at least 1")
        self._limit = limit
        self._counts: dict[Hashable, int] = {}

    def strike(self, key: Hashable) -> bool:
        """Count one; True exactly once, at the limit: the connection is then to be cut."""
        count = self._counts[key] = self._counts.get(key, 0) + 1
        return count == self._limit

    def forget(self, key: Hashable) -> None:
        """The connection is gone."""
        self._counts.pop(key, None)

    def __len__(self) -> int:
        return len(self._counts)
