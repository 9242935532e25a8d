"""The process's one writer: commands and other work wait here for their turn."""

import logging
import queue
import threading
import time
from collections.abc import Callable, Mapping
from concurrent.futures import Future
from typing import TypeVar

import sqlalchemy as sa

from ..domain.meeting import Meeting
from ..logs import kind_of
from ..storage.database import Database
from .batch import Answer, CommittedEvent, PendingCommand
from .commits import Commits
from .counters import Counters
from .meeting_cache import MeetingCache

log = logging.getLogger(__name__)
T = TypeVar("T")
MOST_AT_ONCE = 64
STALE_SECONDS = 5.0


class Writer:
    """Answers commands and gives meetings as they stand. After each transaction `tell` gets every committed event in
    order; it must not block for long.

    Group commit: all commands that arrived while the last transaction ran share the next one, and are answered after it
    (`Commits`). What other processes wrote to a shared database is read between transactions (`look`, `follow`).
    """

    def __init__(
        self,
        database: Database,
        clock: Callable[[], int],
        tell: Callable[[list[CommittedEvent]], None],
        measures: Counters | None = None,
    ) -> None:
        self._database = database
        self.memory = MeetingCache(time.monotonic)
        self._commits = Commits(database, clock, tell, measures or Counters(), self.memory)
        self._queue: queue.Queue[PendingCommand | Callable[[], None] | None] = queue.Queue()
        self._to_read: set[str] = set()
        self._to_read_lock = threading.Lock()
        self._ident = 0
        self._thread = threading.Thread(target=self._work, name="writer", daemon=True)
        self._thread.start()

    def ask(self, asked: PendingCommand) -> Answer:
        """Gives a command to the writer and returns its answer. Raises Refused, or what broke the commit."""
        answer = asked.waited_for()
        self._queue.put(asked)
        return answer.result()

    def submit(self, asked: PendingCommand) -> None:
        """Gives a command to the writer. `asked.done` gets its answer."""
        self._queue.put(asked)

    def run(self, job: Callable[[sa.Connection], T]) -> T:
        """Runs `job` in a transaction of its own on the writing connection and returns its result."""

        def alone() -> T:
            with self._database.writing() as connection:
                return job(connection)

        return self.in_turn(alone)

    def in_turn(self, work: Callable[[], T]) -> T:
        """Runs `work` in the writer between two transactions, after what it tells of them, and returns the result. The
        writer itself must not call this: it would wait for itself.
        """
        done: Future[T] = Future()

        def alone() -> None:
            try:
                result = work()
            except BaseException as error:  # noqa: BLE001 - handed to the caller that waits
                done.set_exception(error)
            else:
                done.set_result(result)

        self._queue.put(alone)
        return done.result()

    def meeting(self, meeting_id: str) -> Meeting | None:
        """Returns the meeting as of the last commit, loaded from the log if it is not cached yet. A rule that is being
        decided gets it as it stands then, with what the earlier commands of the same transaction have done.
        """
        if threading.get_ident() == self._ident:
            return self._commits.meeting(meeting_id)
        if self._database.shared and time.monotonic() - self._commits.looked_at > STALE_SECONDS:
            # This process was stopped for a while, or could not look. What it has may be long out of date.
            self.look()
        known = self.memory.get(meeting_id) or self.run(lambda connection: self.memory.load(connection, meeting_id))
        return known.folded.meeting if known else None

    def look(self) -> None:
        """Reads what other processes have committed to the cached meetings since the last look, and tells of it."""
        self.in_turn(self._commits.look)

    def follow(self, meetings: Mapping[str, int]) -> None:
        """Reads soon what is missing if these meetings have come further than this process knows. Another server says
        so.
        """
        at = self.memory.positions()
        behind = {id for id, position in meetings.items() if at.get(id, position) < position}
        self._will_read(behind)

    def read_on(self, meetings: set[str]) -> None:
        """Reads what other processes have committed to these meetings by now. If the database is down, they stay as
        they are until the next look.
        """
        self._will_read(meetings)
        self.in_turn(lambda: None)

    def _will_read(self, meetings: set[str]) -> None:
        with self._to_read_lock:
            # However often the bell is rung, at most one look waits.
            if meetings and not self._to_read:
                self._queue.put(self._read_on)
            self._to_read |= meetings

    def _read_on(self) -> None:
        with self._to_read_lock:
            meetings, self._to_read = self._to_read, set()
        try:
            self._commits.look(meetings)
        except Exception as error:  # noqa: BLE001 - it is looked again soon
            log.error("Looking at the log failed: %(error)s", {"error": kind_of(error)})  # noqa: TRY400

    def when_committed(self, hear: Callable[[Mapping[str, int]], None]) -> None:
        """Calls `hear` after each commit with the positions of the meetings that got events. It must not block for
        long.
        """
        self._commits.committed = hear

    def in_memory(self) -> list[Meeting]:
        """Returns the cached meetings as of their last commit."""
        return self.memory.meetings()

    def let_go(self, idle_seconds: float, kept: set[str]) -> None:
        """Forgets meetings that were not used for so long, except those in `kept`. They are read again when they are
        needed.
        """
        self.in_turn(lambda: self.memory.let_go(idle_seconds, kept))

    @property
    def is_running(self) -> bool:
        """True if it takes work. Once it has stopped, nothing looks at the database for it any more."""
        return self._thread.is_alive()

    def stop(self) -> None:
        """Finishes the work in hand, then stops."""
        self._queue.put(None)
        self._thread.join(timeout=5)

    def _work(self) -> None:
        self._ident = threading.get_ident()
        while (first := self._queue.get()) is not None:
            if not isinstance(first, PendingCommand):
                first()
                continue
            batch = [first]
            while len(batch) < MOST_AT_ONCE and self._next_is_asked():
                batch.append(self._queue.get())  # type: ignore[arg-type]
            self._commits.write(batch)

    def _next_is_asked(self) -> bool:
        """True if a command waits. No one else takes from the queue, so its first item stays the first."""
        waiting = self._queue.queue
        return bool(waiting) and isinstance(waiting[0], PendingCommand)
