"""Parts of a meeting template that only some kinds of meeting have: what they ask besides points, and what follows."""

from dataclasses import dataclass
from typing import Annotated, Literal

from ..kinds import Key, Kind, Line, Unit
from ..refused import sentence

Words = Annotated[str, Kind("Words", "1 to 300 characters shown on screens", least=1, most=300)]
Short = Annotated[str, Kind("Short", "at most 16 characters, which may be empty", most=16, one_line=True)]
Banner = Annotated[str, Kind("Banner", "at most 60 characters, which may be empty", most=60, one_line=True)]

Place = Annotated[
    str,
    Kind(
        "Place",
        "a place: the key of a column, or a part of the board",
        least=1,
        most=40,
        pattern=r"@?[a-z0-9][a-z0-9_-]*",
        must=sentence("This must be the key of a column, or a place as @numbers."),
    ),
]

WrittenTo = Annotated[
    str,
    Kind(
        "WrittenTo",
        "where the box writes: a column's key, or column.category",
        least=1,
        most=80,
        pattern=r"[a-z0-9][a-z0-9_-]*(\.[a-z0-9][a-z0-9_-]*)?",
        must=sentence("This must be the key of a column, or a column and its part, as next.goal."),
    ),
]


@dataclass(frozen=True, slots=True)
class Choice:
    """A key and the words shown for it."""

    key: Key
    label: Words


@dataclass(frozen=True, slots=True)
class Check:
    """A closing check. `blocks` ones must be put right before the end; the others ask for a reason."""

    key: Literal[
        "numbers_sealed", "numbers_asked", "child_words_waiting", "words_unconfirmed", "actions_incomplete",
        "actions_unaccepted", "dangers_unanswered", "rating_missing", "contributors_missing", "decision_missing",
        "impact_missing", "private_apart_running", "points_held", "visits_missing", "updates_missing",
        "triggers_unanswered", "progress_missing", "adults_unasked", "hearing_missing", "summaries_missing",
        "views_missing",
    ]  # fmt: skip
    says: Words
    blocks: bool = False


@dataclass(frozen=True, slots=True)
class Clock:
    """A date that follows the meeting: what is due, within how many working days, days, weeks or months
    `after` the day of the meeting, and the `source` of the rule. It is a local rule: a council sets its own."""

    key: Key
    label: Words
    amount: Annotated[
        int,
        Kind(
            "Amount",
            "a whole number from 1 to 730",
            least=1,
            most=730,
            must=sentence("This must be a whole number from 1 to 730."),
        ),
    ]
    unit: Unit
    source: Words
    after: Literal["meeting"] = "meeting"


@dataclass(frozen=True, slots=True)
class Impact:
    """The impact statement, one for each child (D10): what heads it, the questions that help, the column it heads."""

    column: Key
    label: Words
    prompts: tuple[Words, ...] = ()


@dataclass(frozen=True, slots=True)
class Visits:
    """Visits: who has seen each child since the last meeting: what heads it, and the questions that help."""

    label: Words
    prompts: tuple[Words, ...] = ()


@dataclass(frozen=True, slots=True)
class Updates:
    """What each agency has to tell: what heads it, and what stands where an invited agency told nothing."""

    label: Words
    missing: Words


@dataclass(frozen=True, slots=True)
class Trigger:
    """A question of the trigger check, answered by whoever chairs."""

    key: Key
    question: Words
    source: Line = ""


@dataclass(frozen=True, slots=True)
class AdultAnswer:
    """An answer to a question about an adult. `term` is the model's word for it, for staff. `lapse`: whether a lapse
    can go with it; with the old way again it can't (W10). `means` says it in a sentence, where it is chosen."""

    key: Key
    label: Words
    term: Line = ""
    lapse: bool = True
    means: Line = ""


@dataclass(frozen=True, slots=True)
class AdultQuestion:
    """What the team says of each adult of the family, everybody their own view (W10, W11, S8).

    `label` heads it; in `question`, {adult} is replaced by a name. `each_behaviour`: it is asked for each behaviour of
    an adult, else once. `talk`: the kinds of talk a phrase of theirs can be. `lapse` is what a lapse is called; without
    it none is offered. `every_time`: a closing check can ask for it.
    """

    key: Key
    label: Words
    question: Words
    answers: tuple[AdultAnswer, ...]
    each_behaviour: bool = False
    talk: tuple[Choice, ...] = ()
    lapse: Line = ""
    every_time: bool = False


@dataclass(frozen=True, slots=True)
class Discipline:
    """A discipline with a summary of its own, and the roles of those who come for it (W3, W4)."""

    key: Key
    label: Words
    roles: tuple[Key, ...]


@dataclass(frozen=True, slots=True)
class Summaries:
    """What each discipline has done, written and finished before the meeting (W5): what heads it, what stands where
    there is none, the questions that help, and whose it is."""

    label: Words
    missing: Words
    disciplines: tuple[Discipline, ...]
    prompts: tuple[Words, ...] = ()


@dataclass(frozen=True, slots=True)
class Workbook:
    """A Word file by module, filled from what the meeting holds (W9). `file` is its name without .docx: ours, or a
    council's own in the folder that WORKBOOKS_DIR names."""

    file: Key


@dataclass(frozen=True, slots=True)
class Stage:
    """A step of the agenda the chair opens. Order and names vary between councils.

    `shows` are the places it looks at (`places.py`); `column`, in older files, says the same of one. `writes`: where
    the box writes in this step, without it the first column it shows. `minutes` is how long it usually takes, 0 for no
    saying. `family_first`: the family is offered the first turn. `learning` are the case-review prompts of D18, for the
    chair's desk alone.
    """

    key: Key
    label: Words
    shows: tuple[Place, ...] = ()
    writes: WrittenTo | None = None
    column: Key | None = None
    minutes: Annotated[int, Kind(
        "Minutes", "whole minutes, 0 to 90", least=0, most=90, must=sentence("This must be whole minutes, 0 to 90."),
    )] = 0  # fmt: skip
    family_first: bool = False
    learning: tuple[Words, ...] = ()
