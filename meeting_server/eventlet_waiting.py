"""Lets psycopg wait through eventlet's loop, at no more than the price of a wait.

psycopg's own way under eventlet (`wait_selector`) uses a replacement for `select()`, which asks the loop, with a timer,
even about a socket that is ready. That took a quarter of the server's time on PostgreSQL. psycopg looks for its wait
function in its module `waiting`.
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
    """The timer of the loop ran out."""


def use() -> None:
    """Makes psycopg wait in this way from now on."""
    waiting.wait = wait


def wait(gen: Any, fileno: int, interval: float = 0.0, timeout: float | None = None) -> Any:
    """Runs a generator of psycopg, which yields what it waits for at `fileno`, and returns its result. `interval` is
    for signals, which wake the loop by themselves. Raises OperationalError after `timeout` seconds.
    """
    deadline = monotonic() + (_FOR_EVER if timeout is None else timeout)
    try:
        wanted = next(gen)
        while True:
            wanted = gen.send(_ready(fileno, wanted) or _in_the_loop(fileno, wanted, deadline))
    except StopIteration as done:
        return done.value


def _ready(fileno: int, wanted: Wait) -> int:
    """Returns what of it is ready now. A socket can be written to long before it is full."""
    from eventlet import patcher

    poll = patcher.original("select").poll()
    poll.register(fileno, _MASK[wanted])
    for _, seen in poll.poll(0):
        # Reading finds out an error or an end.
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
