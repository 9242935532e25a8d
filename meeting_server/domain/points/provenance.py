"""Where something brought forward comes from, said wherever it stands, and how it is coming along since."""

from dataclasses import dataclass
from typing import Literal

from ..kinds import AttendeeId, Count, Date, Id, Line, PersonId, Stamp

State = Literal["done", "partly", "not_yet", "changed"]
"""How an action is coming along. It is no rating: neutral words, neutral tints."""


@dataclass(frozen=True, slots=True)
class FamilyTold:
    """How the family came to know what was said without them: `by` is the person who told them. `before` says that they
    knew it before this meeting; else they were told in it, before it was shown."""

    by: PersonId
    before: bool


@dataclass(frozen=True, slots=True)
class Came:
    """The meeting something was said in: its kind, its occasion and its day. `thing` is the id it had there.

    `progress` is how an action stood when it was last looked at, on the day `progress_on`. `without_family`: nobody of
    the family was there when it was said; `told` is then how they came to know it, once it was brought to them.
    """

    meeting: Id
    thing: Id
    kind: Line
    occasion: Line
    date: Date
    progress: State | None = None
    progress_on: Date | None = None
    without_family: bool = False
    told: FamilyTold | None = None


@dataclass(frozen=True, slots=True)
class Difference:
    """What difference an action makes for one child."""

    child: PersonId
    says: Line


@dataclass(frozen=True, slots=True)
class Progress:
    """How an action from an earlier meeting is coming along, as `person` said and the attendee `by` typed.

    `n` is the number of the event that holds its words; `cleared` once they were taken back; `source` says where it
    came from if it was sent.
    """

    person: PersonId
    by: AttendeeId
    state: State
    evidence: Line
    differences: tuple[Difference, ...]
    monitors: tuple[PersonId, ...]
    at: Stamp
    n: Count
    cleared: bool = False
    source: Line = ""
