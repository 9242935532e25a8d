"""What comes of a meeting for one child: the statement of what life is like, the agencies' views, the decision."""

from dataclasses import dataclass

from .people import OffScreens, Typist, Who
from .points import TakenBackMark


@dataclass(frozen=True, slots=True)
class Written:
    """One writing of an impact statement that a later one replaced: who wrote it and when. Its words are not here, but
    that they were taken back is."""

    by: Who
    at: int
    taken_back: TakenBackMark | None


@dataclass(frozen=True, slots=True)
class ImpactPart:
    """What life is like for this child now (D10), who wrote it last, and who before. Without `by` nobody wrote it."""

    label: str
    text: str
    by: Who | None
    at: int | None
    taken_back: TakenBackMark | None
    earlier: tuple[Written, ...]


@dataclass(frozen=True, slots=True)
class AnsweredBefore:
    """What somebody answered before they changed it."""

    answer: str
    why: str
    at: int


@dataclass(frozen=True, slots=True)
class AgencyAnswer:
    """One person's answer to the question the decision turns on, and why. Nobody counts them."""

    who: Who
    recorded_by: Typist | None
    answer: str
    why: str
    at: int
    earlier: tuple[AnsweredBefore, ...]


@dataclass(frozen=True, slots=True)
class Decided:
    """What the chair decided for this child (L11): the reasons, how the family's view counted, and any wish that could
    not be met, with why (S5). `kind` is the kind of harm an outcome names, or empty."""

    outcome: str
    kind: str
    reasons: str
    family_view: str
    wishes: str
    by: Who
    at: int


@dataclass(frozen=True, slots=True)
class Dissented:
    """A person's disagreement with the decision: formal, or noted. `withdrawn_at`: when they no longer disagreed."""

    who: Who
    recorded_by: Typist | None
    formal: bool
    why: str
    at: int
    withdrawn_at: int | None = None


@dataclass(frozen=True, slots=True)
class DecidingPart:
    """The question, what everyone answered, what was decided and who disagrees. Where the family was asked in words of
    its own, its answers stand with those, apart from the agencies'. `earlier`: decisions made for this child before in
    this meeting, oldest first. `off`: that the newest one was taken off the screens."""

    question: str
    answers: tuple[AgencyAnswer, ...]
    family_question: str
    family_answers: tuple[AgencyAnswer, ...]
    decided: Decided | None
    earlier: tuple[Decided, ...]
    dissents: tuple[Dissented, ...]
    off: OffScreens | None = None
