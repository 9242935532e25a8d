"""Shows how far it has come: on a terminal only, so that a log stays short."""

import sys
import time


class Progress:
    """One line that is written over, with the time that is left at the pace so far."""

    def __init__(self, total: int) -> None:
        self._total = total
        self._done = 0
        self._began = time.monotonic()
        self._shown = sys.stderr.isatty()

    def now(self, what: str) -> None:
        """Shows that the next of them begins."""
        if self._shown:
            left = (time.monotonic() - self._began) / self._done * (self._total - self._done) if self._done else 0
            rest = f", about {max(1, round(left / 60))} min left" if self._done else ""
            print(f"\r\033[K{self._done + 1} of {self._total}: {what}{rest}", end="", file=sys.stderr, flush=True)
        self._done += 1

    def over(self) -> None:
        if self._shown:
            print("\r\033[K", end="", file=sys.stderr, flush=True)
