"""Limits how much one person may send, and how many malformed packets a connection may send.

Pure: the clock is a parameter.
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
"""How often full buckets are forgotten."""


class TokenBucket:
    """Allows `burst` at once, then `rate` a second. A sender who is too fast waits and is not punished."""

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
        """Returns 0.0 if one may be sent now. Otherwise returns the seconds to wait, and uses nothing up."""
        self._refill()
        if self._tokens >= 1:
            self._tokens -= 1
            return 0.0
        return (1 - self._tokens) / self._rate

    @property
    def is_empty(self) -> bool:
        """True if none may be sent now."""
        self._refill()
        return self._tokens < 1

    @property
    def is_full(self) -> bool:
        """True if the bucket is full. It then behaves like a new one, so it can be forgotten."""
        self._refill()
        return self._tokens >= self._burst


class RateLimiter:
    """Keeps one bucket for each key: a device, a browser, an address.

    `rate=None` lifts the limit (benchmarks).
    """

    def __init__(self, clock: Clock, rate: float | None = COMMANDS_PER_SECOND, burst: float = COMMANDS_AT_ONCE) -> None:
        self._clock = clock
        self._rate = rate
        self._burst = burst
        self._buckets: dict[Hashable, TokenBucket] = {}
        self._lock = Lock()
        self._swept = clock()

    def take(self, key: Hashable) -> float:
        """Does the same as `TokenBucket.take` for `key`."""
        if self._rate is None:
            return 0.0
        with self._lock:
            self._forget_the_idle()
            bucket = self._buckets.get(key)
            if bucket is None:
                bucket = self._buckets[key] = TokenBucket(self._clock, self._rate, self._burst)
            return bucket.take()

    def is_spent(self, key: Hashable) -> bool:
        """True if nothing is left for `key` now. Takes nothing, and makes no bucket for a key that never took."""
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
    """Counts malformed packets by connection. A browser with our page sends none, so a strike is never forgiven."""

    def __init__(self, limit: int = MALFORMED_PACKETS) -> None:
        if limit < 1:
            raise ValueError("a limit of strikes is at least 1")
        self._limit = limit
        self._counts: dict[Hashable, int] = {}

    def strike(self, key: Hashable) -> bool:
        """Counts one strike. True exactly once, at the limit: then the connection must be ended."""
        count = self._counts[key] = self._counts.get(key, 0) + 1
        return count == self._limit

    def forget(self, key: Hashable) -> None:
        """Forgets a connection that is gone."""
        self._counts.pop(key, None)

    def __len__(self) -> int:
        return len(self._counts)
