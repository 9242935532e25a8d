"""What a meeting was booked with beside its day: when, where, whom to ring, and days that were agreed beforehand."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal

from ..board import Board, Change, When
from ..kinds import Date, Line
from ..meeting import Meeting


@dataclass(frozen=True, slots=True)
class Arrangement:
    """When and where the meeting is, whom people ring about it, and the days that were agreed for what follows. For the
    chair's desk: a page that lies open at home must not say where a person will be."""

    KIND: ClassVar[str] = "arrangement"
    id: Literal["arrangement"] = "arrangement"
    starts: Annotated[Line, "like 14:30"] = ""
    place: Line = ""
    contact: Annotated[Line, "the name of whom to ring"] = ""
    number: Annotated[Line, "their telephone number"] = ""
    core_group: Annotated[Date | None, "the day agreed for the first core group"] = None
    conference: Annotated[Date | None, "the day agreed for the next conference"] = None


@dataclass(frozen=True, slots=True)
class ArrangementStated:
    """When, where and whom to ring was said, when the meeting was made or later. Said by the server."""

    starts: Line
    place: Line
    contact: Line = ""
    number: Line = ""
    core_group: Date | None = None
    conference: Date | None = None

    def changes(self, board: Board, when: When) -> Iterable[Change]:
        booked = Arrangement(
            "arrangement", self.starts, self.place, self.contact, self.number, self.core_group, self.conference
        )
        yield Change("arrangement", "arrangement", booked)


def arrangement_of(meeting: Meeting) -> Arrangement:
    """Returns what the meeting was booked with. Empty for one that was made before this was kept."""
    return meeting.desk.get(Arrangement, "arrangement") or Arrangement()
