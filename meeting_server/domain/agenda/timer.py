"""The timer: so many seconds from a moment of the server's clock. It ends by arithmetic; nothing happens at zero."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Annotated, ClassVar, Literal

from ..audiences import ROOM, To
from ..board import Board, Change, When
from ..kinds import Kind, Stamp
from ..meeting import Meeting
from ..people.actor import Actor
from ..refused import Refused, sentence

Seconds = Annotated[
    int,
    Kind(
        "Seconds",
        "whole seconds, 10 to 5400",
        least=10,
        most=5400,
        must=sentence("This must be whole seconds, 10 to 5400."),
    ),
]


@dataclass(frozen=True, slots=True)
class Timer:
    """The one timer of the room. It is over when `seconds` have passed since `started_at`; `running` until stopped."""

    KIND: ClassVar[str] = "timers"
    id: Literal["timer"]
    started_at: Stamp
    seconds: Seconds
    running: bool

    def after_pause(self, from_at: int, to_at: int) -> "Timer":
        """The timer as it stands after a pause: nobody's time is used up by a pause somebody needed."""
        left = self.started_at + self.seconds * 1000 > from_at
        return replace(self, started_at=self.started_at + max(0, to_at - from_at)) if self.running and left else self


@dataclass(frozen=True, slots=True)
class TimerStarted:
    """The chair started the timer."""

    seconds: Seconds

    def changes(self, board: Board, when: When) -> Iterable[Change]:
        # It replaces the one before.
        yield Change("timers", "timer", Timer("timer", when.time, self.seconds, True))


@dataclass(frozen=True, slots=True)
class TimerStopped:
    """The chair stopped the timer."""

    def changes(self, board: Board, when: When) -> Iterable[Change]:
        timer = board.get(Timer, "timer")
        if timer:
            yield Change("timers", "timer", replace(timer, running=False))


@dataclass(frozen=True, slots=True)
class StartTimer:
    """Start the timer, in place of one that runs."""

    seconds: Seconds

    def decide(self, meeting: Meeting, actor: Actor) -> list[To]:
        """The timer, for everyone."""
        return [To(ROOM, TimerStarted(self.seconds))]


@dataclass(frozen=True, slots=True)
class StopTimer:
    """Stop the timer and take it off everyone's screen. Refused: `no_timer`."""

    def decide(self, meeting: Meeting, actor: Actor) -> list[To]:
        """It stops."""
        timer = meeting.room.get(Timer, "timer")
        if timer is None or not timer.running:
            raise Refused("no_timer", "No timer is running.")
        return [To(ROOM, TimerStopped())]
