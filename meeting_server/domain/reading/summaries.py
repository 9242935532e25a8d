"""What each discipline has done, as finished before or in the meeting (W5, W6). It is about the family as a whole."""

from dataclasses import dataclass
from typing import Literal

from .people import Typist, Who


@dataclass(frozen=True, slots=True)
class Summarised:
    """How far one person's summary is, and its words once finished. `stands_in`: its writer has not come.

    `changed`: another one was finished before it, whose words are not printed. `waiting_room`: finished there by
    whoever had the person's link. `put_aside`: its words were put aside.
    """

    who: Who
    state: Literal["none", "draft", "finished", "taken_back"]
    text: str = ""
    finished_at: int | None = None
    recorded_by: Typist | None = None
    stands_in: bool = False
    changed: bool = False
    waiting_room: bool = False
    put_aside: bool = False


@dataclass(frozen=True, slots=True)
class DisciplinePart:
    """One discipline and everybody invited for it, by name."""

    label: str
    summaries: tuple[Summarised, ...]


@dataclass(frozen=True, slots=True)
class SummariesPart:
    """Every discipline for which somebody was invited. `missing` is what stands where nothing is finished."""

    label: str
    missing: str
    disciplines: tuple[DisciplinePart, ...]
