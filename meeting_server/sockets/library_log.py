"""What the libraries underneath may write to the log: that something failed and where, never its words."""

from __future__ import annotations

import logging
import sys

from ..logs import OurWord, whereabouts
from ..sockets.rate_limits import Clock, TokenBucket

LINES_PER_SECOND = 2


class LibraryLog:
    """Takes the place of the socket libraries' loggers, which print whole packets and every bad packet's
    traceback.

    Their own texts are thrown away, because they quote origins, names and payloads; at most two lines a
    second come out.
    """

    def __init__(self, name: str, clock: Clock) -> None:
        self._log = logging.getLogger(name)
        self._lines = TokenBucket(clock, LINES_PER_SECOND, LINES_PER_SECOND)

    def tell(self, words: str, **details: OurWord) -> None:
        """One line of our own words, if there is room for it."""
        if self._lines.take() == 0:
            self._log.warning(words, *([details] if details else []))

    def debug(self, *_: object, **__: object) -> None:
        """Says nothing."""

    info = warning = log = debug

    def error(self, *_: object, **__: object) -> None:
        """Something failed down there: say where, if an error is at hand."""
        error = sys.exc_info()[1]
        where = whereabouts(error) if error is not None else OurWord("no error given")
        self.tell("The connection library reported a failure: %(at)s", at=where)

    exception = critical = error
