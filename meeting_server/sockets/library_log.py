"""Replaces the loggers of the socket libraries. Logs that an error happened and where, without its message, because
that may quote what people wrote.
"""

from __future__ import annotations

import logging
import sys

from ..logs import OurWord, whereabouts
from ..sockets.rate_limits import Clock, TokenBucket

LINES_PER_SECOND = 2


class LibraryLog:
    """A logger for the socket libraries. Their own loggers print whole packets and a traceback for every bad packet.

    It throws the libraries' texts away, because they quote origins, names and payloads. It writes at most two lines a
    second.
    """

    def __init__(self, name: str, clock: Clock) -> None:
        self._log = logging.getLogger(name)
        self._lines = TokenBucket(clock, LINES_PER_SECOND, LINES_PER_SECOND)

    def tell(self, words: str, **details: OurWord) -> None:
        """Logs one sentence of our own, if the limit allows it."""
        if self._lines.take() == 0:
            self._log.warning(words, *([details] if details else []))

    def debug(self, *_: object, **__: object) -> None:
        """Logs nothing."""

    info = warning = log = debug

    def error(self, *_: object, **__: object) -> None:
        """Logs that the library failed and, if there is an error, where."""
        error = sys.exc_info()[1]
        where = whereabouts(error) if error is not None else OurWord("no error given")
        self.tell("The connection library reported a failure: %(at)s", at=where)

    exception = critical = error
