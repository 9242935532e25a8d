"""I need a pause: anyone may ask, everyone's screen goes calm at once, and nobody can find out who asked.

The two events say only that it happened. `UNSIGNED` keeps the asker out of the log as well (decision 0009). What is
said while the meeting is paused is still taken: a word on its way when somebody else presses must not be lost.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import ClassVar

from ..audiences import ROOM, To
from ..board import Board, Change, When
from ..facts import MeetingFacts, Pause, pauses_over
from ..meeting import Meeting
from ..people.actor import Actor
from .timer import Timer


@dataclass(frozen=True, slots=True)
class MeetingPaused:
    """A pause was asked for. No name is in it or beside it."""

    UNSIGNED: ClassVar[bool] = True

    def changes(self, board: Board, when: When) -> Iterable[Change]:
        facts = board.get(MeetingFacts, "meeting")
        if facts:
            pauses = (*facts.pauses, Pause(when.time))
            yield Change("meeting", "meeting", replace(facts, state="paused", pauses=pauses))


@dataclass(frozen=True, slots=True)
class MeetingResumed:
    """The chair went on with the meeting."""

    def changes(self, board: Board, when: When) -> Iterable[Change]:
        # A timer that ran has as much left as when the pause began.
        facts = board.get(MeetingFacts, "meeting")
        if facts is None:
            return
        over = replace(facts, state="open", pauses=pauses_over(facts.pauses, when.time))
        yield Change("meeting", "meeting", over)
        timer = board.get(Timer, "timer")
        if timer and facts.pauses:
            later = timer.after_pause(facts.pauses[-1].from_at, when.time)
            if later != timer:
                yield Change("timers", "timer", later)


@dataclass(frozen=True, slots=True)
class PauseMeeting:
    """I need a pause. Everyone's screen shows a calm page; nobody is told who asked."""

    def decide(self, meeting: Meeting, actor: Actor) -> list[To]:
        """The pause, for everyone."""
        return [To(ROOM, MeetingPaused())]


@dataclass(frozen=True, slots=True)
class ResumeMeeting:
    """Go on after a pause."""

    def decide(self, meeting: Meeting, actor: Actor) -> list[To]:
        """The meeting goes on, for everyone."""
        return [To(ROOM, MeetingResumed())]
