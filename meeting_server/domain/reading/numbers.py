"""Numbers and ratings. Nothing anywhere is an average (D4)."""

from dataclasses import dataclass
from typing import Literal

from ..kinds import Answer, Colour
from .links import Link
from .people import OffScreens, Typist, Who


@dataclass(frozen=True, slots=True)
class Earlier:
    """What somebody answered before they changed it after the talk."""

    answer: Answer
    value: int | None
    reason: str
    recorded_by: Typist | None


@dataclass(frozen=True, slots=True)
class NumberGiven:
    """One person's answer. `late`: first given after the showing; `earlier`: what stood before, oldest first.

    `held`: a child's own, which the room has not seen.
    """

    who: Who
    recorded_by: Typist | None
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
    `some_gave_none`: of the family; who that was is not here. Professionals who gave none are among the numbers.
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
    some_gave_none: bool = False


@dataclass(frozen=True, slots=True)
class RatedDifferently:
    """A person's different rating, with their reason. `shape` and `label` are empty when they named no colour."""

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
    """What the rating asked and every try at it, oldest first. `off`: that the newest one was taken off the screens."""

    question: str
    tries: tuple[Rated, ...]
    off: OffScreens | None = None
