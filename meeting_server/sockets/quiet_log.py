"""What the libraries underneath may write to the log: that something failed and where, never its words."""

from __future__ import annotations

import logging
import sys
import traceback
from pathlib import Path
from typing import Final

from meeting_server.sockets.limits import Clock, TokenBucket

LINES_PER_SECOND: Final = 2


def whereabouts(error: BaseException) -> str:
    """The error's type and the lines it came through, without its message: a message may quote a packet."""
    steps = [f"{Path(at.filename).name}:{at.lineno}" for at in traceback.extract_tb(error.__traceback__)]
    return f"{type(error).__name__} at {' > '.join(steps[-8:])}"


class QuietLog:
    """Takes the place of the socket libraries' loggers, which print whole packets and every bad packet's
    traceback.

    Their own texts are thrown away, because they quote origins, names and payloads; at most two lines a
    second come out.
    """

    def __init__(self, name: str, clock: Clock) -> None:
        self._log = logging.getLogger(name)
        self._lines = TokenBucket(clock, LINES_PER_SECOND, LINES_PER_SECOND)

    def tell(self, words: str, *details: object) -> None:
        """One line of our own words, if there is room for it."""
        if self._lines.take() == 0:
            self._log.warning(words, *details)

    def debug(self, *_: object, **__: object) -> None:
        """Says nothing."""

    info = warning = log = debug

    def error(self, *_: object, **__: object) -> None:
        """Something failed down there: say where, if an error is at hand."""
        error = sys.exc_info()[1]
        where = whereabouts(error) if error is not None else "no error given"
        self.tell("The connection library reported a failure: %s", where)

    exception = critical = error
