"""Cancelling a meeting before it began, whole, and putting it back. Asked by the server for its maker or its chair."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import ClassVar

from ..audiences import ROOM, To
from ..board import Board, Change, When
from ..facts import Because, MeetingFacts
from ..meeting import Meeting
from ..refused import Refused


@dataclass(frozen=True, slots=True)
class MeetingCancelled:
    """The meeting will not take place: its links and its seats are closed at once, whatever device they are on."""

    MEMBERSHIP: ClassVar[bool] = True
    because: Because

    def changes(self, board: Board, when: When) -> Iterable[Change]:
        facts = board.get(MeetingFacts, "meeting")
        if facts and facts.state == "prepared":
            cancelled = replace(
                facts, state="cancelled", cancelled_at=when.time, cancelled_because=self.because, slot=None
            )
            yield Change("meeting", "meeting", cancelled)


@dataclass(frozen=True, slots=True)
class MeetingPutBack:
    """A cancelled meeting takes place after all: its links work again."""

    MEMBERSHIP: ClassVar[bool] = True

    def changes(self, board: Board, when: When) -> Iterable[Change]:
        facts = board.get(MeetingFacts, "meeting")
        if facts and facts.state == "cancelled":
            back = replace(facts, state="prepared", cancelled_at=None, cancelled_because="")
            yield Change("meeting", "meeting", back)


def cancel(meeting: Meeting, because: Because) -> list[To]:
    """The end of a meeting that has not begun. Refused: `cancelled` already; `begun`, because it has a record then."""
    if meeting.state == "cancelled":
        raise Refused("cancelled", "This meeting is cancelled already.")
    if meeting.state != "prepared":
        raise Refused("begun", "This meeting has begun. The chair ends it on the board.")
    return [To(ROOM, MeetingCancelled(because))]


def put_back(meeting: Meeting) -> list[To]:
    """The meeting as it was before it was cancelled. Refused: `not_cancelled`."""
    if meeting.state != "cancelled":
        raise Refused("not_cancelled", "This meeting is not cancelled.")
    return [To(ROOM, MeetingPutBack())]
