"""The trigger check of a core group: is an earlier review needed, legal advice, a strategy discussion (2.4, 4.4)?

Answered by whoever chairs, for all the children or for one of them, and never worked out from anything. Answering again
keeps what stood before.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal

from ..audiences import ROOM, To
from ..board import Board, Change, When
from ..kinds import AttendeeId, Count, Key, Line, PersonId, Stamp
from ..meeting import Meeting
from ..people.actor import Actor
from ..refused import Refused, sentence
from .agency_updates import ALL

Needed = Literal["yes", "no", "unsure"]


@dataclass(frozen=True, slots=True)
class EarlierTriggerAnswer:
    """What was answered before it was answered anew."""

    answer: Needed
    why: Line
    at: Stamp


@dataclass(frozen=True, slots=True)
class TriggerAnswer:
    """The answer to one question of the trigger check. `child` null: for all. `by` is the attendee who chairs;
    `sources` are the events that hold its words."""

    KIND: ClassVar[str] = "trigger_answers"
    id: Annotated[str, "trigger:child, or trigger:all"]
    trigger: Key
    child: PersonId | None
    answer: Needed
    why: Line
    by: AttendeeId
    at: Stamp
    earlier: tuple[EarlierTriggerAnswer, ...] = ()
    sources: tuple[Count, ...] = ()


@dataclass(frozen=True, slots=True)
class TriggerAnswered:
    """A question of the trigger check was answered aloud."""

    trigger: Key
    child: PersonId | None
    answer: Needed
    why: Line

    def changes(self, board: Board, when: When) -> Iterable[Change]:
        id = f"{self.trigger}:{self.child or ALL}"
        old = board.get(TriggerAnswer, id)
        earlier = (*old.earlier, EarlierTriggerAnswer(old.answer, old.why, old.at)) if old else ()
        answer = TriggerAnswer(
            id,
            self.trigger,
            self.child,
            self.answer,
            self.why,
            when.actor,
            when.time,
            earlier,
            (*(old.sources if old else ()), when.n),
        )
        yield Change("trigger_answers", id, answer)


@dataclass(frozen=True, slots=True)
class AnswerTrigger:
    """Answer a question of the trigger check, for all the children or (`child`) for one.

    A yes says what is done about it, in `why`. Refused: `unknown_trigger`, `unknown_child`, `say_why`.
    """

    trigger: Key
    answer: Needed
    why: Line = ""
    child: PersonId | None = None

    def decide(self, meeting: Meeting, actor: Actor) -> list[To]:
        """The answer, for everyone."""
        if all(self.trigger != one.key for one in meeting.template.triggers):
            raise Refused("unknown_trigger", "There is no such question in this meeting.")
        if self.child is not None and self.child not in meeting.children():
            raise Refused("unknown_child", "Choose one child, or all of them.")
        if self.answer == "yes" and not self.why:
            raise Refused(
                "say_why",
                "Say why it is needed, and who does what.",
                fields={"why": [sentence("Say why it is needed.")]},
            )
        return [To(ROOM, TriggerAnswered(self.trigger, self.child, self.answer, self.why))]


def unanswered(meeting: Meeting) -> list[str]:
    """The questions nobody answered, neither for all the children nor for any one of them."""
    answered = {one.trigger for one in meeting.room.each(TriggerAnswer)}
    return [one.key for one in meeting.template.triggers if one.key not in answered]
