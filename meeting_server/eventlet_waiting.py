"""psycopg waiting by way of eventlet's loop, at no more than the price of a wait.

Its own way under eventlet (``wait_selector``) goes through a stand-in for ``select()``, which asks the loop, with a
timer, also about a socket that is ready: it took a quarter of the server's time on PostgreSQL. psycopg looks for what
to wait with in its module ``waiting``.
"""

from __future__ import annotations

from time import monotonic
from typing import Any

from psycopg import OperationalError, waiting
from psycopg.waiting import Ready, Wait

_READS, _WRITES = 1, 4
_MASK = {Wait.R: _READS, Wait.W: _WRITES, Wait.RW: _READS | _WRITES}
_FOR_EVER = 3600.0


class TooLong(Exception):
    """The loop's alarm."""


def use() -> None:
    """From now on psycopg waits in this way."""
    waiting.wait = wait


def wait(gen: Any, fileno: int, interval: float = 0.0, timeout: float | None = None) -> Any:
    """What a generator of psycopg's comes to, which yields what it waits for at `fileno`. `interval` is for signals,
    which wake the loop by themselves. Raises OperationalError where `timeout` seconds did not suffice."""
    deadline = monotonic() + (_FOR_EVER if timeout is None else timeout)
    try:
        wanted = next(gen)
        while True:
            wanted = gen.send(_ready(fileno, wanted) or _in_the_loop(fileno, wanted, deadline))
    except StopIteration as done:
        return done.value


def _ready(fileno: int, wanted: Wait) -> int:
    """What of it is ready now: a socket is written to long before it is full."""
    from eventlet import patcher

    poll = patcher.original("select").poll()
    poll.register(fileno, _MASK[wanted])
    for _, seen in poll.poll(0):
        # An error, or an end, is found out by reading.
        return (Ready.W if seen & _WRITES else 0) | (Ready.R if seen & ~_WRITES else 0)
    return 0


def _in_the_loop(fileno: int, wanted: Wait, deadline: float) -> int:
    from eventlet import hubs

    # The loop waits for one of the two: a full socket is read from before more can be written to it.
    reads = bool(wanted & Wait.R)
    try:
        hubs.trampoline(fileno, read=reads, write=not reads, timeout=deadline - monotonic(), timeout_exc=TooLong)
    except TooLong:
        raise OperationalError("no answer in time") from None
    return Ready.R if reads else Ready.W
