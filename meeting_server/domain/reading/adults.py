"""What the team says of each adult of the family (W6, W10, S8): the part about the family as a whole, no child's."""

from dataclasses import dataclass

from .people import Typist, Who
from .points import TakenBackMark


@dataclass(frozen=True, slots=True)
class AdultSeenBefore:
    """How somebody saw it before they saw it differently. `answer` has the model's word in brackets."""

    answer: str
    lapse: str
    why: str
    quote: str
    talk: str
    at: int


@dataclass(frozen=True, slots=True)
class AdultSeen:
    """One person's view. `lapse` is the template's word for one step back, empty for none; `quote` the adult's exact
    words, `talk` the kind of talk they are. `earlier`: their own views before it, oldest first."""

    who: Who
    recorded_by: Typist | None
    answer: str
    lapse: str
    why: str
    quote: str
    talk: str
    at: int
    earlier: tuple[AdultSeenBefore, ...]


@dataclass(frozen=True, slots=True)
class AdultAsked:
    """A question about an adult, where it is asked so of one `behaviour`, with everybody's view side by side. Nobody's
    where nobody said."""

    label: str
    question: str
    behaviour: str
    views: tuple[AdultSeen, ...]
    taken_back: TakenBackMark | None = None


@dataclass(frozen=True, slots=True)
class AdultPart:
    """One adult of the family, and what is asked about them."""

    adult: Who
    asked: tuple[AdultAsked, ...]
