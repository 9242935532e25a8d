"""The server's clock."""

import time

_last = 0


def clock() -> int:
    """Milliseconds since 1970; never back within this process, so that stamps never go back in a stream."""
    global _last  # noqa: PLW0603 - one clock for each process
    _last = max(_last, time.time_ns() // 1_000_000)
    return _last
