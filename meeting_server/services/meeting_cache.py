"""The meetings this process has in memory: each folded as of the last commit, with the commands it has answered."""

import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

import sqlalchemy as sa

from ..domain.meeting import Meeting
from ..storage import event_log
from ..storage.event_log import FoldedMeeting, LoggedEvent

ALONE_SECONDS = 10.0
"""For so long after another process wrote to a meeting, this one holds it first: the proxy may be moving its people."""
AnsweredCommands = dict[tuple[str, str], tuple[str, int, bytes | None]]
"""The key is the sender and the command's id. The value is stream and number of its first event, and the hash of the
command.
"""


@dataclass(slots=True)
class CachedMeeting:
    """One cached meeting. `used` says when it was last asked for. `doubtful` means that a commit failed and its outcome
    is unknown. `shared` says when another process was last seen to write to it.
    """

    folded: FoldedMeeting
    spent: AnsweredCommands = field(default_factory=dict)
    used: float = 0.0
    doubtful: bool = False
    shared: float = float("-inf")


def remember_answer(spent: AnsweredCommands, one: LoggedEvent) -> None:
    """Notes the first event of a command as its answer."""
    if one.part == 0:
        spent[sys.intern(one.actor), one.command_id] = sys.intern(one.entry.stream), one.entry.when.n, one.payload


class MeetingCache:
    """Meetings by id. Only the writer changes it. `monotonic` is in seconds."""

    def __init__(self, monotonic: Callable[[], float]) -> None:
        self._monotonic = monotonic
        self._known: dict[str, CachedMeeting] = {}

    def peek(self, meeting: str) -> CachedMeeting | None:
        """Returns the meeting if it is cached."""
        return self._known.get(meeting)

    def get(self, meeting: str) -> CachedMeeting | None:
        """Returns the meeting if it is cached, and counts it as used."""
        known = self._known.get(meeting)
        if known:
            known.used = self._monotonic()
        return known

    def load(self, connection: sa.Connection, meeting: str) -> CachedMeeting | None:
        """Returns the meeting, read from the log if it is not cached. None if there is none."""
        known = self.get(meeting)
        if known is None:
            spent: AnsweredCommands = {}
            folded = event_log.load(connection, meeting, lambda one: remember_answer(spent, one))
            if folded:
                known = self._known[meeting] = CachedMeeting(folded, spent, self._monotonic())
        return known

    def positions(self) -> dict[str, int]:
        """Returns how far each cached meeting is folded."""
        return {id: known.folded.position for id, known in list(self._known.items())}

    def meetings(self) -> list[Meeting]:
        return [known.folded.meeting for known in list(self._known.values())]

    def doubt(self, meetings: Iterable[str]) -> None:
        """Marks these meetings as doubtful: the cache may have less than was committed."""
        for id in meetings:
            if id in self._known:
                self._known[id].doubtful = True

    def others_wrote(self, known: CachedMeeting) -> None:
        """Notes that another process has written to this meeting, and may again."""
        known.shared = self._monotonic()

    def is_ours(self, meetings: Iterable[str]) -> bool:
        """True if the cache probably has everything of all these meetings, and none of them depends on another
        meeting.
        """
        lately = self._monotonic() - ALONE_SECONDS
        found = [self._known.get(id) for id in meetings]
        return all(
            one and not one.doubtful and one.shared < lately and one.folded.meeting.facts.slot is None for one in found
        )

    def let_go(self, idle_seconds: float, kept: set[str]) -> None:
        """Forgets the meetings that were not used for so long, except those in `kept`."""
        before = self._monotonic() - idle_seconds
        for id, known in list(self._known.items()):
            if known.used < before and id not in kept:
                del self._known[id]

    def __len__(self) -> int:
        return len(self._known)
