"""One transaction of the writer. Its commands are decided one after another, and all of them are committed or none."""

from collections.abc import Callable, Iterable
from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import sqlalchemy as sa

from ..domain.audiences import To
from ..domain.meeting import Meeting
from ..domain.refused import Refused, not_found
from ..storage import event_log
from ..storage.appending import NOBODY, Draft, write
from ..storage.database import Database
from ..storage.event_log import Entry, FoldedMeeting, LoggedEvent
from ..storage.tables import meetings as table
from .meeting_cache import AnsweredCommands, CachedMeeting, MeetingCache, remember_answer

_POSITIONS = sa.select(table.c.id, table.c.position).where(table.c.id.in_(sa.bindparam("asked", expanding=True)))


class Answer(NamedTuple):
    """Where a command's first event stands: its stream and number."""

    stream: str
    n: int


class CommittedEvent(NamedTuple):
    """One committed event on its way to its audience, and the meeting as it stood right after it."""

    meeting: Meeting
    entry: Entry
    patch: dict[str, Any]


@dataclass(slots=True)
class PendingCommand:
    """A command that waits for the writer.

    `decide` returns its events for the meeting as it stands at that moment, or raises Refused. `also` writes to other
    tables in the same transaction what must not be there without these events. `done` gets the answer after the commit,
    in the writer's own time, before anyone is told of the events.
    """

    meeting: str
    actor: str
    command_id: str
    payload: bytes
    decide: Callable[[Meeting], list[To]]
    also: Callable[[sa.Connection], None] | None = None
    done: Callable[[Answer | Refused], None] = lambda _: None

    def waited_for(self) -> "Future[Answer]":
        """Returns a future that gets the answer of this command."""
        answer: Future[Answer] = Future()

        def done(said: Answer | Refused) -> None:
            if isinstance(said, Refused):
                answer.set_exception(said)
            else:
                answer.set_result(said)

        self.done = done
        return answer


@dataclass(slots=True)
class _Open:
    """A meeting in the transaction: `known` as the cache has it, `draft` with what the transaction adds."""

    known: CachedMeeting
    draft: Draft
    spent: AnsweredCommands = field(default_factory=dict)


class Overtaken(Exception):
    """Another process may have written to these meetings since. Hold them and decide again."""


class Batch:
    """What one transaction is about to do. Nothing of it counts until `keep`, after the commit.

    `told` lists what others have committed since this process last looked, then what these commands did. `added` counts
    the events of these commands.
    """

    def __init__(self, database: Database, memory: MeetingCache, connection: sa.Connection) -> None:
        self._database = database
        self._memory = memory
        self._connection = connection
        self._open: dict[str, _Open] = {}
        self._news: dict[str, tuple[FoldedMeeting, AnsweredCommands]] = {}
        self.answers: list[tuple[PendingCommand, Answer | Refused]] = []
        self.told: list[CommittedEvent] = []
        self.added = 0

    def take(self, asked: Iterable[PendingCommand], time: int, *, hold: bool = True) -> None:
        """Decides these commands in their order and writes their events. A refusal is an answer too.

        Without `hold`, only the cache decides. Each event has its own place in its meeting, so if another process was
        there first, nothing is written. A refusal writes nothing and so cannot notice that the cache is old. Therefore
        no command is refused by the cache alone. Raises Overtaken, or one of OVERTAKEN.
        """
        asked = list(asked)
        if hold:
            self._bring_up_to_date({one.meeting for one in asked})
        for one in asked:
            self.answers.append((one, self._take(one, time)))
        if not hold and any(isinstance(answer, Refused) for _, answer in self.answers):
            raise Overtaken
        drafts = {id: one.draft for id, one in sorted(self._open.items()) if one.draft.rows}
        if drafts:
            with self._database.ending(self._connection, () if hold else list(drafts)):
                write(self._connection, drafts.values())

    def _bring_up_to_date(self, meetings: set[str]) -> None:
        """Locks these meetings until the commit, then reads the events that other servers have added."""
        known = {id: self._memory.get(id) for id in meetings}
        if not self._database.shared and not any(one and one.doubtful for one in known.values()):
            return
        for id, position in self._database.hold(self._connection, meetings).items():
            found = self._memory.peek(id)
            if found and found.folded.position < position:
                self._read_on(id, found)

    def read(self, meetings: set[str]) -> None:
        """Reads what others have committed to these cached meetings. Holds and writes nothing."""
        for id, position in self._connection.execute(_POSITIONS, {"asked": list(meetings)}):
            found = self._memory.peek(id)
            if found and found.folded.position < position:
                self._read_on(id, found)

    def _read_on(self, id: str, known: CachedMeeting) -> None:
        spent: AnsweredCommands = {}

        def hear(one: LoggedEvent) -> None:
            remember_answer(spent, one)
            if one.patch is not None:
                self.told.append(CommittedEvent(one.meeting, one.entry, one.patch))

        self._news[id] = event_log.catch_up(self._connection, known.folded, hear), spent

    def meeting(self, id: str) -> Meeting | None:
        """Returns a meeting as it stands now, with what the earlier commands of this batch have done."""
        found = self._opened(id)
        return found.draft.meeting if found else None

    def _opened(self, id: str) -> _Open | None:
        found = self._open.get(id)
        if found is None:
            known = self._memory.load(self._connection, id)
            if known is None:
                return None
            folded, spent = self._news.get(id) or (known.folded, {})
            found = self._open[id] = _Open(known, Draft(self._connection, folded), spent)
        return found

    def _take(self, one: PendingCommand, time: int) -> Answer | Refused:
        """Decides one command inside the transaction. Its answer counts once the commit has happened."""
        here = self._opened(one.meeting)
        if here is None:
            return not_found()
        before = _answered(here.spent, one) or _answered(here.known.spent, one)
        if before is not None:
            stream, n, payload = before
            if payload not in (None, one.payload):
                return Refused("id_spent", "This was sent before with other words. Please send it again.")
            return Answer(stream, n)
        try:
            said = one.decide(here.draft.meeting)
        except Refused as refused:
            return refused
        added = here.draft.add(said, actor=one.actor, command_id=one.command_id, payload=one.payload, time=time)
        if one.also:
            one.also(self._connection)
        self.added += len(added)
        for event in added:
            remember_answer(here.spent, event)
            self.told.append(CommittedEvent(event.meeting, event.entry, event.patch or {}))
        return Answer(added[0].entry.stream, added[0].entry.when.n)

    def keep(self) -> dict[str, int]:
        """Puts what was committed into the cache. Returns the position of every meeting that got events."""
        for id, (folded, spent) in self._news.items():
            known = self._memory.peek(id)
            if known:
                known.folded = folded
                known.spent.update(spent)
                self._memory.others_wrote(known)
        stand = {}
        for id, one in self._open.items():
            if one.draft.position != one.known.folded.position:
                stand[id] = one.draft.position
            one.known.folded, one.known.doubtful = one.draft.folded, False
            one.known.spent.update(one.spent)
        return stand

    @property
    def redacted(self) -> bool:
        """True if any text written earlier was cleared."""
        return any(one.draft.redacts for one in self._open.values())


def _answered(spent: AnsweredCommands, one: PendingCommand) -> tuple[str, int, bytes | None] | None:
    """Returns the first event of a command that was answered before, or None."""
    return spent.get((one.actor, one.command_id)) or spent.get((NOBODY, one.command_id))
