"""A point with all that is known of it, and the columns it stands in."""

from dataclasses import dataclass
from typing import Literal

from .earlier import CameFrom, ProgressSaid
from .links import Link
from .people import Typist, Who

About = Literal["child", "several", "all"]


@dataclass(frozen=True, slots=True)
class TakenBackMark:
    """That something was taken back, or (`put_aside`) taken off the board by the chair or the minute-taker: by whom,
    when and why. Its words are not in the record."""

    by: Who
    at: int
    why: str
    put_aside: bool = False


@dataclass(frozen=True, slots=True)
class SetAside:
    """Words that were put aside and not put back: of what kind of thing, whose, and what became of them."""

    kind: str
    whose: tuple[Who, ...]
    mark: TakenBackMark
    erased: TakenBackMark | None


@dataclass(frozen=True, slots=True)
class DifferentView:
    """How somebody sees a point differently, in their own words (S5). `recorded_by`: who typed it, if another did."""

    who: Who
    recorded_by: Typist | None
    text: str
    at: int
    taken_back: TakenBackMark | None


@dataclass(frozen=True, slots=True)
class Moved:
    """Where a point stood before (D6). `about_other`: it was then filed for other children, who are not named here."""

    column: str
    category: str
    about_other: bool
    by: Who
    at: int


@dataclass(frozen=True, slots=True)
class Agreed:
    """A person who agreed with a point; `withdrawn_at` once they no longer did."""

    who: Who
    typed_by: Typist | None
    at: int
    withdrawn_at: int | None = None


@dataclass(frozen=True, slots=True)
class Owner:
    """The owner of an action: who does it, whether they accepted it, and who typed that if another did."""

    who: Who
    accepted: bool
    typed_by: Typist | None = None


@dataclass(frozen=True, slots=True)
class Task:
    """What makes a point an action (D12): who, by which day, how we will know, what happens if it is not done.
    `progress`: how one from an earlier meeting comes along, oldest answer first."""

    owners: tuple[Owner, ...]
    by: str | None
    measure: str
    if_not: str
    progress: tuple[ProgressSaid, ...] = ()
    column: str = ""


@dataclass(frozen=True, slots=True)
class Changed:
    """The person who put the words right last, and when."""

    by: Who
    at: int


@dataclass(frozen=True, slots=True)
class Point:
    """One point with all that is known of it (D15, S4). `audience` is empty when everyone heard it.

    `about`: this child alone, this child with `others` further ones, or all the children. `basis`, `obtained` and
    `language` are the template's words; `lang` is the language's code, empty for the meeting's own. `held`: it waits
    for "Safe to show here"; the room has not seen it. `read_back_at`: the speaker answered aloud, when the words were
    read to them. `came`: it was said in an earlier meeting, and `recorded_by` is who brought it forward.

    `ref` tells this point from all others of the same record, wherever it stands in it. `children`: the names of those
    it is about where it is not about all of them; in no child's part.
    """

    text: str
    about: About
    others: int
    who: Who
    recorded_by: Typist | None
    at: int
    audience: str
    basis: str
    source: str
    when: str
    exact: bool
    obtained: str
    confirmed: Literal["none", "waiting", "yes", "no"]
    changed: Changed | None
    agreed_by: tuple[Agreed, ...]
    views: tuple[DifferentView, ...]
    moved: tuple[Moved, ...]
    answers: Link | None
    task: Task | None
    held: bool
    taken_back: TakenBackMark | None
    read_back_at: int | None = None
    read_back_by: Who | None = None
    away: bool = False
    lang: str = ""
    language: str = ""
    came: CameFrom | None = None
    mark: str = ""
    ref: int = -1
    children: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DangerPart:
    """A danger and the goals that answer it (L6); without any, nothing answers it yet. `danger` and `goals` hold how
    those points read in this child's part: a goal about other children only is there without a word of it."""

    danger: Link
    goals: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class GoodPart:
    """A good thing and the worry it helps with, or None where nobody said which (D7)."""

    good: Link
    worry: Link | None


@dataclass(frozen=True, slots=True)
class CategoryPart:
    """The points of one category of a column; an empty label holds those without one."""

    label: str
    meaning: str
    points: tuple[Point, ...]
    key: str = ""


@dataclass(frozen=True, slots=True)
class ColumnPart:
    """One column of the board as it is for one child. Only categories with points are here.

    `as_actions`: how many more of its points have an owner, and so stand among the child's actions. `key` is the
    template's, for whoever sorts columns into a form of their own. `banner` is the template's words above it (D19).
    """

    label: str
    tint: str
    as_actions: int
    categories: tuple[CategoryPart, ...]
    key: str = ""
    banner: str = ""
