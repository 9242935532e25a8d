"""The process's one writer: takes what has arrived, decides, commits once, and only then answers and tells the room."""

import logging
import queue
import threading
import time
from collections.abc import Callable, Mapping
from concurrent.futures import Future
from contextlib import suppress
from typing import TypeVar

import sqlalchemy as sa

from ..domain.meeting import Meeting
from ..domain.refused import Refused
from ..logs import kind_of, whereabouts
from ..storage.database import OVERTAKEN, Database
from .batch import Answer, Asked, Batch, Overtaken, Told
from .measures import Measures
from .memory import Memory

log = logging.getLogger(__name__)
T = TypeVar("T")
MOST_AT_ONCE = 64
STALE_SECONDS = 5.0


class Writer:
    """Whoever asks for a command's answer, or for a meeting as it stands, asks here. `tell` is given every committed
    event, in order, after each transaction; it must not block for long. So must `committed`, which is given the
    positions of the meetings that were added to.

    Group commit: all commands that arrived while the last transaction ran share the next one, and are answered after
    it. If a batch fails, each command is tried alone, so that one bad command spoils nobody else's; while the database
    is away, one is tried for all.

    On a shared database other processes write as well. Where none did lately, a batch is decided by what is in memory
    and written only if nobody was first; otherwise its transaction holds the meetings and reads first what came since.
    `follow` reads it between transactions.
    """

    def __init__(
        self,
        database: Database,
        clock: Callable[[], int],
        tell: Callable[[list[Told]], None],
        measures: Measures | None = None,
    ) -> None:
        self._measures = measures or Measures()
        self._database = database
        self._clock = clock
        self._tell = tell
        self.committed: Callable[[Mapping[str, int]], None] = lambda _: None
        self.memory = Memory(time.monotonic)
        self._queue: queue.Queue[Asked | Callable[[], None] | None] = queue.Queue()
        self._deciding: Batch | None = None
        self._looked_at = time.monotonic()
        self._rung: set[str] = set()
        self._rung_lock = threading.Lock()
        self._ident = 0
        self._thread = threading.Thread(target=self._work, name="writer", daemon=True)
        self._thread.start()

    def ask(self, asked: Asked) -> Answer:
        """Puts a command to the writer and waits for its answer; raises Refused, or what broke the commit."""
        answer = asked.waited_for()
        self._queue.put(asked)
        return answer.result()

    def submit(self, asked: Asked) -> None:
        """Puts a command to the writer; `asked.done` hears of its answer."""
        self._queue.put(asked)

    def run(self, job: Callable[[sa.Connection], T]) -> T:
        """Runs `job` in a transaction of its own on the writing connection and gives back what it returns."""

        def alone() -> T:
            with self._database.writing() as connection:
                return job(connection)

        return self.in_turn(alone)

    def in_turn(self, work: Callable[[], T]) -> T:
        """What `work` returns, done by the writer between two transactions and what it tells of them. The writer itself
        does not ask: it would wait for itself."""
        done: Future[T] = Future()

        def alone() -> None:
            try:
                result = work()
            except BaseException as error:  # noqa: BLE001 - handed to whoever waits
                done.set_exception(error)
            else:
                done.set_result(result)

        self._queue.put(alone)
        return done.result()

    def meeting(self, meeting_id: str) -> Meeting | None:
        """The meeting as of the last commit; loaded from the log when it is not in memory yet. Asked by a rule that is
        being decided, as it stands then: with what the commands before it in the same transaction have done."""
        if threading.get_ident() == self._ident:
            return self._as_it_stands(meeting_id)
        if self._database.shared and time.monotonic() - self._looked_at > STALE_SECONDS:
            # This process was stopped for a while, or could not look: what it has may be long out of date.
            self.look()
        known = self.memory.get(meeting_id) or self.run(lambda connection: self.memory.load(connection, meeting_id))
        return known.folded.meeting if known else None

    def _as_it_stands(self, meeting_id: str) -> Meeting | None:
        """For the writer's own thread, which must not wait for itself."""
        if self._deciding:
            return self._deciding.meeting(meeting_id)
        known = self.memory.get(meeting_id)
        if known is None:
            with self._database.reading() as connection:
                known = self.memory.load(connection, meeting_id)
        return known.folded.meeting if known else None

    def look(self) -> None:
        """Reads what other processes have committed to the meetings in memory since it last looked, and tells of it."""
        self.in_turn(self._look)

    def follow(self, meetings: Mapping[str, int]) -> None:
        """Somebody says that these meetings are as far as that: whatever is missing of them is read soon."""
        at = self.memory.positions()
        behind = {id for id, position in meetings.items() if at.get(id, position) < position}
        with self._rung_lock:
            # However often the bell is rung, one look waits at most.
            if behind and not self._rung:
                self._queue.put(self._look_where_it_rang)
            self._rung |= behind

    def _look_where_it_rang(self) -> None:
        with self._rung_lock:
            rung, self._rung = self._rung, set()
        try:
            self._look(rung)
        except Exception as error:  # noqa: BLE001 - it is looked again soon
            log.error("Looking at the log failed: %(error)s", {"error": kind_of(error)})  # noqa: TRY400

    def _look(self, only: set[str] | None = None) -> None:
        ids = set(self.memory.positions()) & only if only is not None else set(self.memory.positions())
        began = time.monotonic()
        with self._database.reading() as connection:
            batch = Batch(self._database, self.memory, connection)
            batch.read(ids)
        batch.keep()
        if only is None:
            self._looked_at = began
        self._tell_safely([], batch.told)

    def in_memory(self) -> list[Meeting]:
        """The meetings held in memory, as of their last commit."""
        return self.memory.meetings()

    def let_go(self, idle_seconds: float, kept: set[str]) -> None:
        """Forgets meetings nobody has asked for so long, but those `kept`; they are read again when they are needed."""
        self.in_turn(lambda: self.memory.let_go(idle_seconds, kept))

    def stop(self) -> None:
        """Finishes what is in hand, then stops."""
        self._queue.put(None)
        self._thread.join(timeout=5)

    def _work(self) -> None:
        self._ident = threading.get_ident()
        while (first := self._queue.get()) is not None:
            if not isinstance(first, Asked):
                first()
                continue
            batch = [first]
            while len(batch) < MOST_AT_ONCE and self._next_is_asked():
                batch.append(self._queue.get())  # type: ignore[arg-type]
            self._write(batch)

    def _next_is_asked(self) -> bool:
        """Whether a command waits. Nobody else takes from the queue, so its first stays the first."""
        waiting = self._queue.queue
        return bool(waiting) and isinstance(waiting[0], Asked)

    def _write(self, asked: list[Asked]) -> bool:
        """False if the database is away, and nobody of those who wait need try."""
        started = time.perf_counter()
        try:
            batch = self._commit(asked)
        except Exception as error:  # noqa: BLE001 - whatever broke the commit, nobody may be told "saved"
            self.memory.doubt(one.meeting for one in asked)
            self._measures.commit_failures += 1
            log.error("A commit failed: %(error)s", {"error": kind_of(error)})  # noqa: TRY400
            if len(asked) > 1:
                self._one_by_one(asked)
                return True
            self._say_not_saved(asked)
            return not self._database.is_away(error)
        self._measures.committed(len(asked), batch.added, time.perf_counter() - started)
        stand = batch.keep()
        if batch.redacted:
            self._database.forget()
        self._tell_safely(batch.answers, batch.told)
        if stand:
            self.committed(stand)
        return True

    def _one_by_one(self, asked: list[Asked]) -> None:
        for at, one in enumerate(asked, start=1):
            if not self._write([one]):
                self._say_not_saved(asked[at:])
                return

    def _say_not_saved(self, asked: list[Asked]) -> None:
        answer = Refused("not_saved", "This could not be saved just now. It is kept here and will be tried again.")
        self._tell_safely([(one, answer) for one in asked], [])

    def _tell_safely(self, answers: list[tuple[Asked, Answer | Refused]], told: list[Told]) -> None:
        """Answers first, then the events to everybody: one broken line must not stop the writer."""
        try:
            for one, answer in answers:
                one.done(answer)
            self._tell(told)
        except Exception as error:  # noqa: BLE001 - it is committed, and stays so
            log.error("Telling the room failed: %(at)s", {"at": whereabouts(error)})  # noqa: TRY400

    def _commit(self, asked: list[Asked]) -> Batch:
        alone = self.memory.is_ours({one.meeting for one in asked}) and not any(one.also for one in asked)
        if self._database.shared and alone:
            # To hold the meeting's row first would be two more journeys there and back.
            with suppress(Overtaken, *OVERTAKEN):
                return self._transaction(asked, hold=False)
        return self._transaction(asked, hold=True)

    def _transaction(self, asked: list[Asked], *, hold: bool) -> Batch:
        time = self._clock()
        try:
            with self._database.writing() as connection:
                self._deciding = batch = Batch(self._database, self.memory, connection)
                batch.take(asked, time, hold=hold)
        finally:
            self._deciding = None
        return batch
