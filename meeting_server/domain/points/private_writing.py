"""Private writing: for a while what anybody adds is seen by nobody else, until the chair shows it all together.

Everyone knows that it is on. Nobody, the chair included, is told who has written or how much.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Annotated, ClassVar, Literal

from ..audiences import ROOM, To
from ..board import Board, Change, When
from ..kinds import Id, Key, Stamp
from ..meeting import Meeting
from ..people.actor import Actor
from ..refused import Refused


@dataclass(frozen=True, slots=True)
class PrivateWriting:
    """The latest private writing: for one column or all of them (null). `earlier` are the ids of those before it."""

    KIND: ClassVar[str] = "private_writing"
    id: Literal["private_writing"]
    round: Id
    column: Key | None
    running: bool
    since: Stamp
    earlier: tuple[Id, ...] = ()


@dataclass(frozen=True, slots=True)
class PrivateWritingStarted:
    """From now on people write apart."""

    round: Id
    column: Key | None

    def changes(self, board: Board, when: When) -> Iterable[Change]:
        # The one before is remembered by its id, which is never used again.
        before = board.get(PrivateWriting, "private_writing")
        earlier = (*before.earlier, before.round) if before else ()
        now = PrivateWriting("private_writing", self.round, self.column, True, when.time, earlier)
        yield Change("private_writing", now.id, now)


@dataclass(frozen=True, slots=True)
class PrivateWritingEnded:
    """It is over. `shown`: the chair showed all the points together; else they stay with their writers."""

    round: Id
    shown: bool

    def changes(self, board: Board, when: When) -> Iterable[Change]:
        before = board.get(PrivateWriting, "private_writing")
        if before:
            yield Change("private_writing", before.id, replace(before, running=False))


def running(meeting: Meeting) -> PrivateWriting:
    """The private writing that is going on; refused (`not_apart`) when there is none."""
    now = meeting.room.get(PrivateWriting, "private_writing")
    if now is None or not now.running:
        raise Refused("not_apart", "No private writing is going on.")
    return now


def apart_in(meeting: Meeting, column: str) -> PrivateWriting | None:
    """The private writing going on in this column, or None."""
    now = meeting.room.get(PrivateWriting, "private_writing")
    return now if now and now.running and now.column in (None, column) else None


@dataclass(frozen=True, slots=True)
class StartPrivateWriting:
    """Start private writing, in one column or in all (null): what anybody adds there is seen by nobody else until it is
    shown, even what is on its way now. `id` is new. Refused: `already_apart`, `unknown_column`, `id_taken`.
    """

    id: Id
    column: Annotated[Key | None, "null for all the columns"] = None

    def decide(self, meeting: Meeting, actor: Actor) -> list[To]:
        """Everyone hears that it is on."""
        before = meeting.room.get(PrivateWriting, "private_writing")
        if before and before.running:
            raise Refused("already_apart", "Private writing is going on already.")
        if before and self.id in (before.round, *before.earlier):
            # An id used again would show with the new points what was kept back after an old one.
            raise Refused("id_taken", "This private writing is over. Start a new one.")
        if self.column is not None and meeting.template.column(self.column) is None:
            raise Refused("unknown_column", "There is no such column in this meeting.")
        return [To(ROOM, PrivateWritingStarted(self.id, self.column))]


@dataclass(frozen=True, slots=True)
class CancelPrivateWriting:
    """Stop private writing without showing anything: each point stays its writer's, to show or drop.

    Refused: `not_apart`.
    """

    def decide(self, meeting: Meeting, actor: Actor) -> list[To]:
        """Everyone hears that it is over; nothing is told of what was written."""
        return [To(ROOM, PrivateWritingEnded(running(meeting).round, shown=False))]
