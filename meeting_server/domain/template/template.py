"""A meeting template: what varies between councils and kinds of meeting, as data.

The classes are the shape of a TOML file in `meeting_templates/`. `{child}` in a text is the child's name it is about.
"""

from dataclasses import dataclass, replace
from typing import Annotated, Literal

from ..kinds import Key, Kind, Line, Ten
from ..refused import sentence
from .meeting_kinds import MeetingKind
from .parts import (
    AdultQuestion,
    Banner,
    Check,
    Choice,
    Clock,
    Discipline,
    Impact,
    Short,
    Stage,
    Summaries,
    Trigger,
    Updates,
    Visits,
    Words,
    Workbook,
)

Power = Literal["contribute", "detail", "place", "type_for", "minute", "steer", "finish"]
Tint = Literal["well", "worry", "good", "next", "impact"]


@dataclass(frozen=True, slots=True)
class Block:
    """One place of the layout: a column, or one or more of its categories where a layout sets them apart (U1)."""

    column: Key
    categories: tuple[Key, ...] = ()


@dataclass(frozen=True, slots=True)
class Category:
    """A named part of a column: Harm, Danger, Safety. `role` says what the engine may do with it: a danger can be asked
    about and answered, a goal answers one, `safety` is what a good thing can be re-filed to (D6, L2, U5, U6).

    `prompts` help whoever writes one. `answers`: where the points stand that these can answer, if not the column's.
    """

    key: Key
    label: Words
    meaning: Line = ""
    role: Literal["", "danger", "goal", "safety", "strength", "unknown"] = ""
    prompts: tuple[Words, ...] = ()
    answers: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True)
class Column:
    """A named part of the board, with the question at its head, its prompts (D5, D8, D11, D12) and its categories.

    `actions` marks the columns whose points become actions once they have an owner; one of an earlier meeting that is
    brought forward stands in the first of them open to everybody. `answers`: where the points stand that one of these
    can answer, so that a good thing is linked to the worry it helps with (D7, L6). `short`: its name where there is
    little room ("": the label). `writers`: the power without which nobody writes there. `mark`: what the record says of
    its points (S5). `hearing`: how those not here will hear; a check can ask for somebody who tells, and a day (S9).
    `banner`: a few words above the column that say what to do there (D19).
    """

    key: Key
    label: Words
    add: Words
    tint: Tint
    icon: Key
    empty: Words
    prompts: tuple[Words, ...] = ()
    categories: tuple[Category, ...] = ()
    actions: bool = False
    answers: tuple[Block, ...] = ()
    writers: Power | None = None
    mark: Line = ""
    hearing: bool = False
    short: Short = ""
    banner: Banner = ""


@dataclass(frozen=True, slots=True)
class Row:
    """Blocks side by side, left to right; on a phone one under another."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Scale:
    """A 0 to 10 question. `left` is the number at the left end (D1: the grid's is 10; L3, U2: the map's is 0).

    `ten` and `zero` say what the ends mean. `low` is the number at or below which the chair is prompted after the
    numbers are shown. `sample` marks end words that their source does not give (D2). `band` is the row of the layout
    above which the line is drawn, counted from 0; the number of rows puts it below them all. `series`: numbers of two
    templates are drawn together over time only where both give the same one, and their ends are the same.
    """

    key: Key
    question: Words
    ten: Words
    zero: Words
    left: Literal[0, 10]
    low: Ten
    band: Annotated[int, Kind(
        "Band", "a row of the layout, from 0", least=0, most=9,
        must=sentence("This must be a row of the layout, from 0."),
    )]  # fmt: skip
    sample: bool = False
    source: Line = ""
    series: Line = ""


@dataclass(frozen=True, slots=True)
class Role:
    """What attendees of this role may do (`powers`), hear (`audiences`) and see first.

    `powers`: contribute (add points, agree, differ), detail (source, basis, date), place (a number of one's own),
    type_for (choose whose words), minute (mend anyone's points), steer (the chair's controls), finish (lock).
    `waits`: whether they wait in the lobby. `side` gives their shape and colour family on the number line. `screen` is
    the page they are given; `projector` is the role of the big screen itself, which hears everyone and does nothing.
    """

    key: Key
    label: Words
    side: Literal["family", "professional", "child"]
    audiences: tuple[Key, ...] = ("everyone",)
    powers: tuple[Power, ...] = ()
    waits: bool = True
    screen: Literal["board", "chair", "minutes", "projector"] = "board"


@dataclass(frozen=True, slots=True)
class Agency:
    """Where people come from, and the tint of their label."""

    key: Key
    label: Words
    tint: Literal["family", "child", "social", "health", "school", "police", "support"]


@dataclass(frozen=True, slots=True)
class RatingColour:
    """One of red, amber and green, with its shape and its sentence: never the colour alone."""

    key: Literal["red", "amber", "green"]
    shape: Words
    label: Words
    meaning: Words


@dataclass(frozen=True, slots=True)
class Rating:
    """What the rating asks, and for whom. `required`: nothing is locked before each of them has a colour that everyone
    was shown."""

    question: Words
    scope: Literal["child", "family"]
    required: bool
    red_prompt: Line = ""
    colours: tuple[RatingColour, ...] = ()


@dataclass(frozen=True, slots=True)
class DecisionRule:
    """What is decided for each child (L11): the question put to each agency, the answers they may give,
    the outcomes the chair may choose, and the kinds of harm an outcome in `outcomes_with_kind` names.

    `family_question`, `family_answers`: the same in the family's words, and those answers that make sense to them.
    """

    question: Words
    answers: tuple[Choice, ...]
    outcomes: tuple[Choice, ...]
    kinds: tuple[Choice, ...] = ()
    outcomes_with_kind: tuple[Key, ...] = ()
    source: Line = ""
    family_question: Line = ""
    family_answers: tuple[Key, ...] = ()


@dataclass(frozen=True, slots=True)
class Template:
    """A form of meeting, whole. `deputy`: a deputy who has the controls does all that the chair does, or runs the
    `agenda` and no more: the rating, the decisions and the lock stay the chair's (W3, W8). `figure`: about one child,
    the whole board of a laptop stands in the height of its window, as the printed form does."""

    key: Key
    title: Words
    source: Words
    heading: Words
    columns: tuple[Column, ...]
    layout: tuple[Row, ...]
    scales: tuple[Scale, ...]
    roles: tuple[Role, ...]
    agencies: tuple[Agency, ...]
    rating: Rating
    checks: tuple[Check, ...]
    basis: tuple[Choice, ...]
    obtained: tuple[Choice, ...]
    composers: tuple[Key, ...] = ("everyone",)
    stages: tuple[Stage, ...] = ()
    impact: Impact | None = None
    decision: DecisionRule | None = None
    languages: tuple[Choice, ...] = ()
    clocks: tuple[Clock, ...] = ()
    visits: Visits | None = None
    updates: Updates | None = None
    triggers: tuple[Trigger, ...] = ()
    adult_questions: tuple[AdultQuestion, ...] = ()
    deputy: Literal["chair", "agenda"] = "chair"
    summaries: Summaries | None = None
    workbook: Workbook | None = None
    kinds: tuple[MeetingKind, ...] = ()
    figure: bool = False

    def column(self, key: str) -> Column | None:
        """The column with this key, or None."""
        return next((column for column in self.columns if column.key == key), None)

    def category(self, column: str, key: str | None) -> Category | None:
        """The category of that column with this key, or None."""
        found = self.column(column)
        return next((one for one in found.categories if one.key == key), None) if found else None

    def scale(self, key: str) -> Scale | None:
        """The scale with this key, or None."""
        return next((scale for scale in self.scales if scale.key == key), None)

    def stage(self, key: str) -> Stage | None:
        """The stage with this key, or None."""
        return next((stage for stage in self.stages if stage.key == key), None)

    def for_room(self) -> "Template":
        """Returns the template without what is the desk's alone: case reviews (D18), the checks, the dates after it."""
        return replace(self, stages=tuple(replace(one, learning=()) for one in self.stages), checks=(), clocks=())

    def role(self, key: str) -> Role:
        """The role with this key; an attendee's role always exists (checked when they are invited)."""
        return next(role for role in self.roles if role.key == key)


STANDING_AUDIENCES = ("everyone", "professionals", "chairs_desk")
"""Every meeting has these from the start, used or not, so that existence says nothing (T5)."""


def discipline_of(template: Template, role: str) -> Discipline | None:
    """The discipline people of this role come for, or None."""
    asked = template.summaries.disciplines if template.summaries else ()
    return next((one for one in asked if role in one.roles), None)
