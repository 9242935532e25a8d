"""What a record says of earlier meetings: where a point comes from, how an action comes along, numbers over time."""

from dataclasses import dataclass
from typing import Literal

from ..kinds import Answer, Colour
from .links import Link
from .people import Typist, Who


@dataclass(frozen=True, slots=True)
class CameFrom:
    """The earlier meeting something was said in: its kind, its occasion and its day. `progress`: how an action stood
    when it was last looked at before this meeting, on the day `progress_on`; both empty where nobody said.
    `without_family`: nobody of the family was there; `told_by` then told them of it, before this meeting
    (`told_before`) or in it; None where it was not brought to them."""

    kind: str
    occasion: str
    date: str
    progress: Literal["", "done", "partly", "not_yet", "changed"]
    progress_on: str
    without_family: bool = False
    told_by: Who | None = None
    told_before: bool = False


@dataclass(frozen=True, slots=True)
class ProgressSaid:
    """What somebody said of how an action comes along. `difference` is what it makes for this part's child alone."""

    who: Who
    recorded_by: Typist | None
    state: Literal["done", "partly", "not_yet", "changed"]
    evidence: str
    difference: str
    monitors: tuple[Who, ...]
    at: int


@dataclass(frozen=True, slots=True)
class RatedBefore:
    """The last rating of this child in an earlier meeting. It stands beside this meeting's, never in its place."""

    came: CameFrom
    colour: Colour | None
    shape: str
    label: str
    meaning: str
    reason: str
    better: str


@dataclass(frozen=True, slots=True)
class TrendDay:
    """One asking of a trend. `today`: this meeting's own."""

    occasion: str
    date: str
    today: bool


@dataclass(frozen=True, slots=True)
class TrendAnswer:
    """What one person answered in one asking."""

    answer: Answer
    value: int | None


@dataclass(frozen=True, slots=True)
class TrendStrand:
    """One person's answers through the askings; None where they gave none. `pieces`: between which a line is drawn."""

    who: Who
    answers: tuple[TrendAnswer | None, ...]
    pieces: tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True)
class TrendPart:
    """Numbers over time that measure the same thing. `left` is the number at the left end (D1). `about`: the danger
    that was asked about, or None for today in general. `without_family`: the meetings without the family in which some
    of them were given, with who told them."""

    question: str
    ten: str
    zero: str
    left: Literal[0, 10]
    days: tuple[TrendDay, ...]
    strands: tuple[TrendStrand, ...]
    about: Link | None
    without_family: tuple[CameFrom, ...] = ()
