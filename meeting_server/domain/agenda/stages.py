"""The agenda: which of the template's steps the meeting is at. The chair opens each; none opens by itself.

A step only says where the talk is. It locks nothing: points can be added under every column at any time.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import ClassVar, Literal

from ..audiences import ROOM, To
from ..board import Board, Change, When
from ..kinds import Key, Stamp
from ..meeting import Meeting
from ..people.actor import Actor
from ..refused import Refused

STEPS_REMEMBERED = 20
"""How many steps back can be undone."""


@dataclass(frozen=True, slots=True)
class Agenda:
    """The step the meeting is at, since when, and those it was at before, oldest first: what *Undo* goes back to.
    `called`: when the chair last asked everybody to come to it, null if never."""

    KIND: ClassVar[str] = "agenda"
    id: Literal["agenda"]
    stage: Key
    since: Stamp
    earlier: tuple[Key, ...] = ()
    called: Stamp | None = None


@dataclass(frozen=True, slots=True)
class StageOpened:
    """The chair opened a step of the agenda."""

    stage: Key

    def changes(self, board: Board, when: When) -> Iterable[Change]:
        # The present step opened again stays as it is.
        now = board.get(Agenda, "agenda")
        if now and now.stage == self.stage:
            return
        earlier = (*now.earlier, now.stage)[-STEPS_REMEMBERED:] if now else ()
        yield Change("agenda", "agenda", Agenda("agenda", self.stage, when.time, earlier))


@dataclass(frozen=True, slots=True)
class GoToStage:
    """Open a step of the agenda, forward or back. Refused: `unknown_stage`."""

    stage: Key

    def decide(self, meeting: Meeting, actor: Actor) -> list[To]:
        """The step, for everyone."""
        if meeting.template.stage(self.stage) is None:
            raise Refused("unknown_stage", "There is no such step in this meeting.")
        return [To(ROOM, StageOpened(self.stage))]


@dataclass(frozen=True, slots=True)
class CalledTogether:
    """The chair asked everybody to come to the open step."""

    def changes(self, board: Board, when: When) -> Iterable[Change]:
        if now := board.get(Agenda, "agenda"):
            yield Change("agenda", "agenda", replace(now, called=when.time))


@dataclass(frozen=True, slots=True)
class CallTogether:
    """Ask everybody to come to the open step: a person who looks at something else is asked once more. It moves no one.
    Not in the record. Refused: `no_step_open`."""

    def decide(self, meeting: Meeting, actor: Actor) -> list[To]:
        """The call, for everyone."""
        if meeting.room.get(Agenda, "agenda") is None:
            raise Refused("no_step_open", "No step is open yet. Open one first.")
        return [To(ROOM, CalledTogether())]
