"""Notes for each step of the agenda: a summary of what was said there, not a transcript."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal

from ..audiences import ROOM, To
from ..board import Board, Change, When
from ..kinds import AttendeeId, Count, Key, Stamp, Text
from ..meeting import Meeting
from ..people.actor import Actor
from ..refused import Refused


@dataclass(frozen=True, slots=True)
class StageNote:
    """What was noted for a step of the agenda. `id`: the step's key. `by`: who wrote last. `version` counts;
    `sources` are the events that hold its words, now and before."""

    KIND: ClassVar[str] = "stage_notes"
    id: Key
    text: Text | Literal[""]
    version: Count
    by: AttendeeId
    at: Stamp
    sources: tuple[Count, ...] = ()


@dataclass(frozen=True, slots=True)
class StageNoted:
    """The note for a step of the agenda was written."""

    stage: Key
    text: Text | Literal[""]

    def changes(self, board: Board, when: When) -> Iterable[Change]:
        before = board.get(StageNote, self.stage)
        version = before.version + 1 if before else 1
        sources = (*(before.sources if before else ()), when.n)
        note = StageNote(self.stage, self.text, version, when.actor, when.time, sources)
        yield Change("stage_notes", self.stage, note)


@dataclass(frozen=True, slots=True)
class NoteStage:
    """Write the note for a step of the agenda, for everyone: it is in their record. An empty text clears it.

    `version` is that of the note the writer was looking at. Refused: `changed` (with the text and version as they are
    now), `unknown_stage`.
    """

    stage: Key
    version: Annotated[Count, "0 for the first"]
    text: Text | Literal[""]

    def decide(self, meeting: Meeting, actor: Actor) -> list[To]:
        """The note, unless somebody was faster."""
        if meeting.template.stage(self.stage) is None:
            raise Refused("unknown_stage", "There is no such step in this meeting.")
        now = meeting.room.get(StageNote, self.stage)
        if (now.version if now else 0) != self.version:
            raise Refused(
                "changed",
                "Somebody else changed this while you were writing.",
                text=now.text if now else "",
                version=now.version if now else 0,
            )
        return [To(ROOM, StageNoted(self.stage, self.text))]
