"""The shape of a record: plain data, JSON-able by `kinds.plain` and `kinds.built`, with no id and no markup in it.

Times are milliseconds since 1970 from the server's clock, days are as 2026-03-19; whoever prints turns them into words.
Labels are those of the meeting's template with the child's name filled in. Nothing anywhere is an average (D4).
"""

from dataclasses import dataclass
from typing import Literal

from .kinds import Answer, Colour

Side = Literal["family", "professional", "child"]
About = Literal["child", "several", "all"]


@dataclass(frozen=True, slots=True)
class Who:
    """A person as a stranger can tell who they are (S2). `tint` is the key of their agency's colour, or empty."""

    name: str
    relationship: str
    role: str
    agency: str
    side: Side
    tint: str


@dataclass(frozen=True, slots=True)
class Attended:
    """Somebody who was at the meeting, and when. `removed`: the chair ended their part."""

    who: Who
    joined_at: int | None
    left_at: int | None
    removed: bool
    removal_reason: str = ""


@dataclass(frozen=True, slots=True)
class Child:
    """A child the meeting is about, or the family as a whole where it names no child."""

    name: str
    age: str = ""


@dataclass(frozen=True, slots=True)
class OpenCheck:
    """Something that was still open when the meeting ended, and the reason given for ending it so."""

    says: str
    reason: str
    by: Who
    at: int


@dataclass(frozen=True, slots=True)
class Head:
    """What stands at the head of every record (D14). `date` is a day; `audiences` are labels, printed on every page."""

    title: str
    heading: str
    occasion: str
    date: str
    setting: Literal["room", "online", "both"]
    family_present: bool
    state: Literal["running", "draft", "finished"]
    opened_at: int | None
    ended_at: int | None
    finished_at: int | None
    audiences: tuple[str, ...]
    attended: tuple[Attended, ...]
    did_not_come: tuple[Who, ...]
    others: tuple[Who, ...]
    children: tuple[Child, ...]
    open_checks: tuple[OpenCheck, ...]


@dataclass(frozen=True, slots=True)
class TakenBackMark:
    """That something was taken back, by whom, when and why. Its words are nowhere."""

    by: Who
    at: int
    why: str


@dataclass(frozen=True, slots=True)
class DifferentView:
    """How somebody sees a point differently, in their own words (S5). `recorded_by`: who typed it, if another did."""

    who: Who
    recorded_by: Who | None
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
class Link:
    """The danger a goal or action answers. `text` is empty where it was taken back or is not in this child's part."""

    label: str
    text: str
    missing: Literal["", "taken_back", "elsewhere"]


@dataclass(frozen=True, slots=True)
class Owner:
    """Who does an action, and whether they accepted it."""

    who: Who
    accepted: bool


@dataclass(frozen=True, slots=True)
class Task:
    """What makes a point an action (D12): who, by which day, how we will know, what happens if it is not done."""

    owners: tuple[Owner, ...]
    by: str | None
    measure: str
    if_not: str


@dataclass(frozen=True, slots=True)
class Changed:
    """Who put the words right last, and when."""

    by: Who
    at: int


@dataclass(frozen=True, slots=True)
class Point:
    """One point with all that is known of it (D15, S4). `audience` is empty when everyone heard it.

    `about`: this child alone, this child with `others` further ones, or all the children. `basis` and `obtained` are
    the template's words. `held`: it waits for "Safe to show here"; the room has not seen it.
    """

    text: str
    about: About
    others: int
    who: Who
    recorded_by: Who | None
    at: int
    audience: str
    basis: str
    source: str
    when: str
    exact: bool
    obtained: str
    confirmed: Literal["none", "waiting", "yes", "no"]
    changed: Changed | None
    agreed_by: tuple[Who, ...]
    views: tuple[DifferentView, ...]
    moved: tuple[Moved, ...]
    answers: Link | None
    task: Task | None
    held: bool
    taken_back: TakenBackMark | None


@dataclass(frozen=True, slots=True)
class CategoryPart:
    """The points of one category of a column; an empty label holds those without one."""

    label: str
    meaning: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class ColumnPart:
    """One column of the board as it is for one child. Only categories with points are here.

    `as_actions`: how many more of its points have an owner, and so stand among the child's actions.
    """

    label: str
    tint: str
    as_actions: int
    categories: tuple[CategoryPart, ...]


@dataclass(frozen=True, slots=True)
class Earlier:
    """What somebody answered before they changed it after the talk."""

    answer: Answer
    value: int | None
    reason: str
    recorded_by: Who | None


@dataclass(frozen=True, slots=True)
class NumberGiven:
    """One person's answer. `late`: first given after the showing; `earlier`: what stood before, oldest first.

    `held`: a child's own, which the room has not seen.
    """

    who: Who
    recorded_by: Who | None
    answer: Answer
    value: int | None
    reason: str
    late: bool
    earlier: tuple[Earlier, ...]
    held: bool


@dataclass(frozen=True, slots=True)
class AgreedNumber:
    """What the room agreed on, or that it sees things differently. The numbers stand beside it (D4)."""

    agrees: bool
    value: int | None
    text: str


@dataclass(frozen=True, slots=True)
class Asking:
    """One question with a 0 to 10 line. `left` is the number at the left end (D1).

    `sample`: the end words are samples, the council's own are still to come (D2). While `state` is `asked` there is no
    number here: they are sealed. `hidden` says that the numbers were taken off the screens; they are here.
    """

    question: str
    ten: str
    zero: str
    left: Literal[0, 10]
    sample: bool
    about: Link | None
    state: Literal["asked", "shown", "hidden"]
    asked_at: int
    shown_at: int | None
    numbers: tuple[NumberGiven, ...]
    agreed: AgreedNumber | None


@dataclass(frozen=True, slots=True)
class RatedDifferently:
    """Somebody's different rating, with their reason. `shape` and `label` are empty when they named no colour."""

    who: Who
    colour: Colour | None
    shape: str
    label: str
    reason: str
    at: int


@dataclass(frozen=True, slots=True)
class Rated:
    """One try at a rating. `current`: no later one took its place. `shown`: it was said aloud and shown."""

    colour: Colour | None
    shape: str
    label: str
    meaning: str
    reason: str
    better: str
    by: Who
    at: int
    current: bool
    shown: bool
    views: tuple[RatedDifferently, ...]


@dataclass(frozen=True, slots=True)
class RatingPart:
    """What the rating asked and every try at it, oldest first."""

    question: str
    tries: tuple[Rated, ...]


@dataclass(frozen=True, slots=True)
class ChildPart:
    """Everything about one child, so that it can be handed on alone."""

    child: Child
    columns: tuple[ColumnPart, ...]
    askings: tuple[Asking, ...]
    rating: RatingPart | None
    actions: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Added:
    """Something added after the record was locked."""

    who: Who
    recorded_by: Who | None
    reason: str
    text: str
    at: int


@dataclass(frozen=True, slots=True)
class Record:
    """The written account of a meeting for certain audiences."""

    head: Head
    parts: tuple[ChildPart, ...]
    family_rating: RatingPart | None
    addenda: tuple[Added, ...]
