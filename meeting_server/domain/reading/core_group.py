"""What a core group adds to a child's part: who has seen the child, what each agency told, the trigger check."""

from dataclasses import dataclass
from typing import Literal

from .deciding import AnsweredBefore
from .people import Typist, Who
from .points import TakenBackMark

Known = Literal["yes", "no", "not_known"]


@dataclass(frozen=True, slots=True)
class Visited:
    """One time somebody saw this child."""

    who: Who
    recorded_by: Typist | None
    day: str
    announced: Known
    alone: Known
    place: str
    says: str
    at: int
    taken_back: TakenBackMark | None


@dataclass(frozen=True, slots=True)
class VisitsPart:
    """The visits to this child, oldest first."""

    label: str
    visits: tuple[Visited, ...]


@dataclass(frozen=True, slots=True)
class ToldBefore:
    """What an agency told before it told more."""

    who: Who
    text: str
    at: int


@dataclass(frozen=True, slots=True)
class Told:
    """What an agency told: of this child, or (`of_all`) of all of them."""

    who: Who
    recorded_by: Typist | None
    text: str
    of_all: bool
    at: int
    earlier: tuple[ToldBefore, ...]


@dataclass(frozen=True, slots=True)
class AgencyPart:
    """One agency and what it told. Nothing, where it was invited and told nothing."""

    agency: str
    told: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class UpdatesPart:
    """Every agency that was invited or told something. `missing` is what stands where one told nothing: never that it
    has no concerns."""

    label: str
    missing: str
    agencies: tuple[AgencyPart, ...]


@dataclass(frozen=True, slots=True)
class AnsweredTrigger:
    """An answer to a question of the trigger check. `earlier`: those before it, oldest first."""

    answer: Literal["yes", "no", "unsure"]
    why: str
    of_all: bool
    by: Who
    at: int
    earlier: tuple[AnsweredBefore, ...]


@dataclass(frozen=True, slots=True)
class TriggerPart:
    """A question of the trigger check with its answers: for all the children, for this one, or none."""

    question: str
    answers: tuple[AnsweredTrigger, ...]
