"""The case of the demo as data: meetings, people, points, numbers, actions, ratings. It is read once from
`case.toml`.
"""

import tomllib
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal, Protocol

from ..domain.agenda.reports import Came, Saw
from ..domain.facts import Setting
from ..domain.kinds import Basis, Colour, Key, Line, Name, Ten, Text
from ..schemas import load


class Ids(Protocol):
    """Gives the ids: those of people and attendees come from the meeting as it was made, the others are new."""

    def person(self, key: str) -> str: ...

    def attendee(self, key: str) -> str: ...

    def new(self, name: str) -> str:
        """Returns a UUID for this name: the same each time within this meeting, and different from every other
        meeting's.
        """
        ...


@dataclass(frozen=True, slots=True)
class Place:
    """Where a slot of the case stands on a template's board."""

    slot: Key
    column: Key
    category: Key | None = None


@dataclass(frozen=True, slots=True)
class Age:
    """A person's age at that time."""

    person: Key
    age: Line


@dataclass(frozen=True, slots=True)
class CaseMeeting:
    """A meeting of the demo. `since` is the number of days after the first conference. `own_ends` is true if numbers
    are asked for with end words made for this family. `shown` is true if the demo makes it; the others are for the
    tests.
    """

    key: Key
    template: Key
    title: Line
    occasion: Line
    setting: Setting
    own_ends: bool
    places: tuple[Place, ...]
    since: int = 0
    shown: bool = True
    ages: tuple[Age, ...] = ()

    def place(self, slot: str) -> Place | None:
        """Returns where the slot stands here, or None if it is not told here."""
        return next((place for place in self.places if place.slot == slot), None)


@dataclass(frozen=True, slots=True)
class CasePerson:
    """A person of the case. People with a `role` are invited, and open their link on a `device`."""

    key: Key
    name: Name
    child: bool = False
    relationship: Line = ""
    age: Line = ""
    agency: Key | None = None
    role: Key | None = None
    device: Literal["phone", "computer"] = "computer"
    called: Line = ""


@dataclass(frozen=True, slots=True)
class Different:
    """How a person sees a point differently, typed by `by`. `source` is set if it was sent."""

    person: Key
    by: Key
    text: Text
    source: Line = ""


@dataclass(frozen=True, slots=True)
class CasePoint:
    """One point. `by` types it. `speaker` is set if the words are another person's. `answers` is another point's key.

    `refiled` is the slot to which the minute-taker moves it once it was talked about. `confirmed` is true if its
    speaker says "Yes, that's it" in the middle of the meeting already.
    """

    key: Key
    slot: Key
    by: Key
    text: Text
    speaker: Key | None = None
    children: tuple[Key, ...] = ()
    basis: Basis | None = None
    source: Line = ""
    when: Line = ""
    exact: bool = False
    obtained: Key | None = None
    answers: Key | None = None
    refiled: Key | None = None
    confirmed: bool = False
    agreed_by: tuple[Key, ...] = ()
    different: tuple[Different, ...] = ()


@dataclass(frozen=True, slots=True)
class CaseImpact:
    """What a person writes of what life is like for a child, if the template has a place for it."""

    child: Key
    by: Key
    text: Text


@dataclass(frozen=True, slots=True)
class CaseReport:
    """What the minute-taker notes of a person's report."""

    person: Key
    state: Came
    family_saw: Saw


@dataclass(frozen=True, slots=True)
class CaseNote:
    """What the minute-taker notes of a step of the agenda, if the template has it."""

    step: Key
    text: Text


@dataclass(frozen=True, slots=True)
class CaseAction:
    """A point with owners. `by_day` counts from the meeting's day. `agreed` says by which state of the demo it is
    agreed, and `accepted` which owners have then said yes.
    """

    key: Key
    by: Key
    text: Text
    owners: tuple[Key, ...]
    by_day: int
    measure: Line
    if_not: Line
    answers: Key
    agreed: Literal["mid", "end"] = "end"
    accepted: tuple[Key, ...] = ()
    speaker: Key | None = None
    children: tuple[Key, ...] = ()


@dataclass(frozen=True, slots=True)
class CaseNumber:
    """A person's numbers on one question, child by child, typed by `by` if that is another person. `late` means after
    the showing.
    """

    person: Key
    values: dict[str, int]
    reason: Line
    by: Key | None = None
    late: bool = False
    in_mid: bool = True


@dataclass(frozen=True, slots=True)
class ChangedNumber:
    """A number changed after talk."""

    person: Key
    child: Key
    value: Ten
    reason: Line


@dataclass(frozen=True, slots=True)
class CaseOutcome:
    """What the room found for a child: a number all agree on, or that people see it differently."""

    child: Key
    text: Line
    value: Ten | None = None


@dataclass(frozen=True, slots=True)
class CaseRound:
    """One asking for numbers about a danger."""

    key: Key
    about: Key
    ten: Line
    zero: Line
    numbers: tuple[CaseNumber, ...]
    outcomes: tuple[CaseOutcome, ...]
    changed: tuple[ChangedNumber, ...] = ()


@dataclass(frozen=True, slots=True)
class DifferentRating:
    """How a person rates a child differently."""

    person: Key
    colour: Colour
    reason: Text


@dataclass(frozen=True, slots=True)
class CaseRating:
    """One try of the chair at rating a child; the last one of a child is shown."""

    key: Key
    child: Key
    colour: Colour
    reason: Text
    better: Line
    shown: bool = True
    different: tuple[DifferentRating, ...] = ()


@dataclass(frozen=True, slots=True)
class CaseView:
    """What a person answers for a child to the question that the chair decides."""

    person: Key
    answer: Key
    why: Line = ""


@dataclass(frozen=True, slots=True)
class CaseDissent:
    """How a person disagrees with a decision."""

    person: Key
    formal: bool
    why: Line


@dataclass(frozen=True, slots=True)
class CaseDecision:
    """What is decided for a child, with the views before it and who disagrees after it."""

    child: Key
    outcome: Key
    kind: Key
    reasons: Text
    family_view: Text
    views: tuple[CaseView, ...]
    wishes: Text | Literal[""] = ""
    dissents: tuple[CaseDissent, ...] = ()


@dataclass(frozen=True, slots=True)
class Case:
    """The whole case."""

    meetings: tuple[CaseMeeting, ...]
    people: tuple[CasePerson, ...]
    points: tuple[CasePoint, ...] = ()
    impacts: tuple[CaseImpact, ...] = ()
    reports: tuple[CaseReport, ...] = ()
    notes: tuple[CaseNote, ...] = ()
    actions: tuple[CaseAction, ...] = ()
    rounds: tuple[CaseRound, ...] = ()
    decisions: tuple[CaseDecision, ...] = ()
    ratings: tuple[CaseRating, ...] = ()

    def meeting(self, template: str) -> CaseMeeting:
        """Returns the meeting held with this template."""
        return next(one for one in self.meetings if one.template == template)


CASE: Case = load(Case, tomllib.loads((Path(__file__).parent / "case.toml").read_text(encoding="utf-8")))


def people_at(meeting: CaseMeeting) -> tuple[CasePerson, ...]:
    """Returns the people of the case, as old as they are at this meeting, the children in the order in which they are
    named.
    """
    ages = {one.person: one.age for one in meeting.ages}
    return tuple(replace(one, age=ages.get(one.key, one.age)) for one in CASE.people)
