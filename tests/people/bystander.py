"""Two people at a meeting who must notice nothing of what a third sends."""

import threading
import time


class Bystander:
    """Somebody who goes on adding points while another sends nonsense, and somebody who reads along."""

    def __init__(self, writer, reader):
        self.writer, self.reader = writer, reader
        self.slowest, self.added = 0.0, []
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._add, daemon=True)
        self._failed = None

    def _add(self):
        try:
            while not self._stop.is_set():
                began = time.monotonic()
                self.added.append(self.writer.add(f"bystander {len(self.added)}"))
                self.slowest = max(self.slowest, time.monotonic() - began)
                time.sleep(0.02)
        except BaseException as error:  # noqa: BLE001 - told in the test's own thread
            self._failed = error

    def __enter__(self):
        self._thread.start()
        return self

    def __exit__(self, *_):
        seen = len(self.added)
        self.reader.until(lambda: len(self.added) >= seen + 3 or self._failed)
        self._stop.set()
        self._thread.join(timeout=15)
        assert self._failed is None, self._failed
        n = self.writer.fresh()["everyone"]["n"]
        for one in (self.writer, self.reader):
            one.until(lambda one=one: one.boards["everyone"]["n"] >= n)
            assert set(self.added) <= set(one.things("items"))
        assert self.writer.boards["everyone"] == self.reader.boards["everyone"]
        assert self.slowest < 1
