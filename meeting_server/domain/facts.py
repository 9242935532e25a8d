"""What stands at the head of a meeting: where it stands, in what setting, on what occasion, about which children."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Annotated, ClassVar, Literal

from .board import Board, Change, When
from .kinds import Count, Date, Line, PersonId, Stamp

State = Literal["prepared", "open", "paused", "ended", "finished", "cancelled"]
"""`cancelled`: the meeting will not take place. Nothing is asked of it then, and its links and seats open nothing."""
RUNNING = ("open", "paused")
"""The states of a meeting that is going on."""


Setting = Literal["room", "online", "both"]
Because = Literal["", "not_needed", "another_meeting", "cannot_come", "mistake", "other"]
"""Why a meeting was cancelled, as chosen from a list."""


@dataclass(frozen=True, slots=True)
class Pause:
    """A pause: from when to when, and nothing else. Nobody keeps who asked for it."""

    from_at: Stamp
    to_at: Stamp | None = None


@dataclass(frozen=True, slots=True)
class Slot:
    """A family's slot in a sitting of several: which of how many, when it is planned for, and when it was called."""

    number: Count
    of: Count
    starts: Annotated[Line, "the time planned for it, as 09:30"]
    called_at: Annotated[Stamp | None, "when its people were asked to come"] = None


def pauses_over(pauses: tuple[Pause, ...], at: int) -> tuple[Pause, ...]:
    """These pauses, the last of them over by now."""
    open_still = bool(pauses) and pauses[-1].to_at is None
    return (*pauses[:-1], replace(pauses[-1], to_at=at)) if open_still else pauses


@dataclass(frozen=True, slots=True)
class MeetingFacts:
    """What stands at the head of every board and record (D14): where it stands, in what setting, on what occasion."""

    KIND: ClassVar[str] = "meeting"
    id: Literal["meeting"]
    state: State
    occasion: Line
    setting: Setting
    family_present: bool
    date: Date
    children: tuple[PersonId, ...] = ()
    opened_at: Stamp | None = None
    ended_at: Stamp | None = None
    finished_at: Stamp | None = None
    pauses: tuple[Pause, ...] = ()
    slot: Annotated[Slot | None, "its slot in a sitting; null for a meeting of its own"] = None
    cancelled_at: Stamp | None = None
    cancelled_because: Because = ""


@dataclass(frozen=True, slots=True)
class MeetingPrepared:
    """A meeting was made: the first event of every log."""

    occasion: Line
    setting: Setting
    family_present: bool
    date: Date

    def changes(self, board: Board, when: When) -> Iterable[Change]:
        facts = MeetingFacts("meeting", "prepared", self.occasion, self.setting, self.family_present, self.date)
        yield Change("meeting", "meeting", facts)
