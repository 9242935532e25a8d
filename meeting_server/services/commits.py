"""Runs the transactions of the process's one writer: decides, commits once, and only then answers and tells."""

import logging
import time
from collections.abc import Callable, Mapping
from contextlib import suppress

from ..domain.meeting import Meeting
from ..domain.refused import Refused
from ..logs import kind_of, whereabouts
from ..storage.database import OVERTAKEN, Database
from .batch import Answer, Batch, CommittedEvent, Overtaken, PendingCommand
from .counters import Counters
from .meeting_cache import MeetingCache

log = logging.getLogger(__name__)


class Commits:
    """Commits batches; used by the writer's own thread only. After each transaction `tell` gets every committed event
    in order, and `committed` gets the positions of the meetings that got events. Neither may block for long.

    If a batch fails, each command is tried alone, so that one bad command does not spoil the others. While the database
    is down, one command is tried for all.

    On a shared database other processes write too. If none did lately, a batch is decided from the cache and is written
    only if no other process was first. Otherwise its transaction holds the meetings and first reads what came since
    (decision 0034).
    """

    def __init__(
        self,
        database: Database,
        clock: Callable[[], int],
        tell: Callable[[list[CommittedEvent]], None],
        measures: Counters,
        memory: MeetingCache,
    ) -> None:
        self._database = database
        self._clock = clock
        self._tell = tell
        self._measures = measures
        self._memory = memory
        self._deciding: Batch | None = None
        self.committed: Callable[[Mapping[str, int]], None] = lambda _: None
        self.looked_at = time.monotonic()

    def write(self, asked: list[PendingCommand]) -> bool:
        """Commits these commands and answers them. False if the database is down, so that the other waiting commands
        need not be tried.
        """
        started = time.perf_counter()
        try:
            batch = self._commit(asked)
        except Exception as error:  # noqa: BLE001 - whatever broke the commit, no one may be told "saved"
            self._memory.doubt(one.meeting for one in asked)
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

    def _one_by_one(self, asked: list[PendingCommand]) -> None:
        for at, one in enumerate(asked, start=1):
            if not self.write([one]):
                self._say_not_saved(asked[at:])
                return

    def _say_not_saved(self, asked: list[PendingCommand]) -> None:
        answer = Refused("not_saved", "This could not be saved just now. It is kept here and will be tried again.")
        self._tell_safely([(one, answer) for one in asked], [])

    def _tell_safely(self, answers: list[tuple[PendingCommand, Answer | Refused]], told: list[CommittedEvent]) -> None:
        """Sends the answers, then the events to everyone. One broken connection must not stop the writer."""
        try:
            for one, answer in answers:
                one.done(answer)
            self._tell(told)
        except Exception as error:  # noqa: BLE001 - it is committed, and stays so
            log.error("Telling the room failed: %(at)s", {"at": whereabouts(error)})  # noqa: TRY400

    def _commit(self, asked: list[PendingCommand]) -> Batch:
        alone = self._memory.is_ours({one.meeting for one in asked}) and not any(one.also for one in asked)
        if self._database.shared and alone:
            # Holding the meeting's row first would take two more round trips.
            with suppress(Overtaken, *OVERTAKEN):
                return self._transaction(asked, hold=False)
        return self._transaction(asked, hold=True)

    def _transaction(self, asked: list[PendingCommand], *, hold: bool) -> Batch:
        time = self._clock()
        try:
            with self._database.writing() as connection:
                self._deciding = batch = Batch(self._database, self._memory, connection)
                batch.take(asked, time, hold=hold)
        finally:
            self._deciding = None
        return batch

    def meeting(self, meeting_id: str) -> Meeting | None:
        """Returns the meeting as it stands. During a transaction that includes what the earlier commands have done."""
        if self._deciding:
            return self._deciding.meeting(meeting_id)
        known = self._memory.get(meeting_id)
        if known is None:
            with self._database.reading() as connection:
                known = self._memory.load(connection, meeting_id)
        return known.folded.meeting if known else None

    def look(self, only: set[str] | None = None) -> None:
        """Reads what other processes have committed to the cached meetings, or to `only` these of them, and tells of
        it.
        """
        ids = set(self._memory.positions()) & only if only is not None else set(self._memory.positions())
        began = time.monotonic()
        with self._database.reading() as connection:
            batch = Batch(self._database, self._memory, connection)
            batch.read(ids)
        batch.keep()
        if only is None:
            self.looked_at = began
        self._tell_safely([], batch.told)
