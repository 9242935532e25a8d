"""The process's one writer: takes what has arrived, decides, commits once, and only then answers and tells the room."""

import logging
import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import Any, NamedTuple, TypeVar

import sqlalchemy as sa

from ..domain.audiences import To
from ..domain.meeting import Meeting
from ..domain.refused import Refused, not_found
from ..storage import event_log
from ..storage.database import Database
from ..storage.event_log import Entry, Folded

log = logging.getLogger(__name__)
T = TypeVar("T")
MOST_AT_ONCE = 64


class Answer(NamedTuple):
    """Where a command's first event stands: its stream and number."""

    stream: str
    n: int


class Told(NamedTuple):
    """One committed event on its way to its audience, and the meeting as it stood right after it."""

    meeting: Meeting
    entry: Entry
    patch: dict[str, Any]


@dataclass(slots=True)
class Asked:
    """A command waiting for the writer. `decide` gives its events for the meeting as it stands then, or Refused.

    `also` writes to the tables round the log what must not be there without these events, in the same transaction.
    """

    meeting: str
    actor: str
    command_id: str
    payload: bytes
    decide: Callable[[Meeting], list[To]]
    also: Callable[[sa.Connection], None] | None = None
    answer: "Future[Answer]" = field(default_factory=Future)


@dataclass(slots=True)
class _Batch:
    """What one transaction is about to do; nothing of it counts until the commit."""

    folded: dict[str, Folded]
    answers: list[tuple[Asked, Answer | Refused]] = field(default_factory=list)
    told: list[Told] = field(default_factory=list)
    redacted: bool = False


class Writer:
    """Owns the writing connection. `tell` is given every committed event, in order; it must not block for long.

    Group commit: all commands that arrived while the last transaction ran share the next one, and are answered after
    it. If a batch fails, each command is tried alone, so that one bad command spoils nobody else's.
    """

    def __init__(self, database: Database, clock: Callable[[], int], tell: Callable[[list[Told]], None]) -> None:
        self._database = database
        self._clock = clock
        self._tell = tell
        self._queue: queue.Queue[Asked | Callable[[], None] | None] = queue.Queue()
        self._folded: dict[str, Folded] = {}
        self._deciding: tuple[sa.Connection, _Batch] | None = None
        self._ident = 0
        self._thread = threading.Thread(target=self._work, name="writer", daemon=True)
        self._thread.start()

    def ask(self, asked: Asked) -> Answer:
        """Puts a command to the writer and waits for its answer; raises Refused, or what broke the commit."""
        self._queue.put(asked)
        return asked.answer.result()

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
            folded = self._as_it_stands(meeting_id)
        else:
            folded = self._folded.get(meeting_id) or self.run(lambda connection: self._fold(connection, meeting_id))
        return folded.meeting if folded else None

    def _as_it_stands(self, meeting_id: str) -> Folded | None:
        """For the writer's own thread, which must not wait for itself."""
        if self._deciding:
            connection, batch = self._deciding
            return batch.folded.get(meeting_id) or self._fold(connection, meeting_id)
        if meeting_id in self._folded:
            return self._folded[meeting_id]
        with self._database.reading() as connection:
            return self._fold(connection, meeting_id)

    def stop(self) -> None:
        """Finishes what is in hand, then stops."""
        self._queue.put(None)
        self._thread.join(timeout=5)

    def _fold(self, connection: sa.Connection, meeting_id: str) -> Folded | None:
        folded = self._folded.get(meeting_id) or event_log.load(connection, meeting_id)
        if folded:
            self._folded[meeting_id] = folded
        return folded

    def _work(self) -> None:
        self._ident = threading.get_ident()
        while (first := self._queue.get()) is not None:
            if not isinstance(first, Asked):
                first()
                continue
            batch, after = [first], None
            while len(batch) < MOST_AT_ONCE and not self._queue.empty():
                following = self._queue.get()
                if not isinstance(following, Asked):
                    after = following
                    break
                batch.append(following)
            self._write(batch)
            if after is not None:
                after()

    def _write(self, asked: list[Asked]) -> None:
        try:
            batch = self._commit(asked)
        except Exception as error:  # noqa: BLE001 - whatever broke the commit, nobody may be told "saved"
            # The text of a database error quotes its parameters, which are what people wrote: name the kind only.
            log.error("A commit failed: %s", type(error).__name__)  # noqa: TRY400
            if len(asked) > 1:
                for one in asked:
                    self._write([one])
            else:
                asked[0].answer.set_exception(Refused("not_saved", "This could not be saved just now. It is kept here "
                                                                   "and will be tried again."))  # fmt: skip
            return
        self._folded.update(batch.folded)
        if batch.redacted:
            self._database.forget()
        for one, answer in batch.answers:
            if isinstance(answer, Refused):
                one.answer.set_exception(answer)
            else:
                one.answer.set_result(answer)
        self._tell_safely(batch.told)

    def _tell_safely(self, told: list[Told]) -> None:
        try:
            self._tell(told)
        except Exception as error:  # noqa: BLE001 - it is committed: one broken line must not stop the writer
            log.error("Telling the room failed: %s", type(error).__name__)  # noqa: TRY400

    def _commit(self, asked: list[Asked]) -> _Batch:
        batch = _Batch({})
        time = self._clock()
        try:
            with self._database.writing() as connection:
                self._deciding = connection, batch
                for one in asked:
                    batch.answers.append((one, self._take(connection, batch, one, time)))
        finally:
            self._deciding = None
        return batch

    def _take(self, connection: sa.Connection, batch: _Batch, one: Asked, time: int) -> Answer | Refused:
        """One command inside the transaction. Its answer counts once the commit has happened."""
        folded = batch.folded.get(one.meeting) or self._fold(connection, one.meeting)
        if folded is None:
            return not_found()
        before = event_log.answered(connection, one.meeting, one.actor, one.command_id)
        if before is not None:
            if before.payload_hash not in (None, one.payload):
                return Refused("id_spent", "This was sent before with other words. Please send it again.")
            return Answer(before.audience, before.n)
        try:
            said = one.decide(folded.meeting)
        except Refused as refused:
            return refused
        folded, entries, patches = event_log.append(
            connection,
            folded,
            said,
            actor=one.actor,
            command_id=one.command_id,
            payload=one.payload,
            time=time,
        )
        if one.also:
            one.also(connection)
        batch.folded[one.meeting] = folded
        batch.redacted = batch.redacted or any(to.redacts for to in said)
        batch.told += [Told(folded.meeting, entry, patch) for entry, patch in zip(entries, patches, strict=True)]
        return Answer(entries[0].stream, entries[0].when.n)
