"""Earlier meetings of the family, on the chair's desk of the next: what everyone was told there, and nothing else.

They are read when a meeting is made, and again when its chair opens the board (`services/earlier.py`), from records
that are locked: words taken back from a draft would stay in another meeting's log. Nothing goes from the desk to the
room unless the chair brings it forward (`bring_forward.py`).
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import ClassVar, Literal

from ..board import Board, Change, When
from ..kinds import Answer, Colour, Date, Id, Line, Name, PersonId, Stamp, Ten, Text
from ..points.provenance import Came, State
from ..points.said import Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierPoint(Statement):
    """A worry, a goal or an action as it stood at the end. `role` is its category's; `accepted` those who said yes.

    `progress` is how an action was coming along on the day `progress_on`. `came`: it was brought forward there too.
    """

    text: Text
    id: Id
    what: Literal["worry", "goal", "action"]
    role: Line
    owners: tuple[PersonId, ...] = ()
    accepted: tuple[PersonId, ...] = ()
    by: Date | None = None
    measure: Line = ""
    if_not: Line = ""
    progress: State | None = None
    progress_on: Date | None = None
    came: Came | None = None


@dataclass(frozen=True, slots=True)
class EarlierAnswer:
    """One person's number as it stood at the end."""

    person: PersonId
    answer: Answer
    value: Ten | None
    reason: Line


@dataclass(frozen=True, slots=True)
class EarlierAsking:
    """The numbers everyone saw for one child in one asking. `series` says which others they may be drawn with.

    `id` is the asking's; `ten` and `zero` are the end words that stood there, {child} being the child's name; `about`
    is the danger it was about, by its first id. `at`: when it was shown; null where an older release read it, which
    kept neither that nor the danger.
    """

    id: Id
    child: PersonId
    series: Line
    question: Line
    ten: Line
    zero: Line
    left: Literal[0, 10]
    answers: tuple[EarlierAnswer, ...]
    agreed: Ten | None = None
    about: Id | None = None
    at: Stamp | None = None


@dataclass(frozen=True, slots=True)
class EarlierRated:
    """The last rating that was shown. `child` null: it was for the family. `colour` null: "Not rated"."""

    child: PersonId | None
    colour: Colour | None
    reason: Text
    better: Line


@dataclass(frozen=True, slots=True)
class EarlierDecided:
    """What was decided for a child, in that meeting's words, and why."""

    child: PersonId
    outcome: Line
    reasons: Text


@dataclass(frozen=True, slots=True)
class EarlierMeeting:
    """An earlier meeting as its locked record says it to everyone. `id` is that meeting's, `kind` its template's title.

    `there`: who came. `brought`: the keys of what was brought forward here. `without_family`: none of the family came.
    """

    KIND: ClassVar[str] = "earlier_meetings"
    id: Id
    kind: Line
    occasion: Line
    date: Date
    children: tuple[PersonId, ...]
    there: tuple[PersonId, ...]
    points: tuple[EarlierPoint, ...]
    askings: tuple[EarlierAsking, ...]
    ratings: tuple[EarlierRated, ...]
    decisions: tuple[EarlierDecided, ...]
    brought: tuple[Line, ...] = ()
    without_family: bool = False


@dataclass(frozen=True, slots=True)
class EarlierPerson:
    """A person of an earlier meeting. `now` is who they are here, once the chair has said so; null for no one here."""

    KIND: ClassVar[str] = "earlier_people"
    id: PersonId
    meeting: Id
    child: bool
    name: Name
    relationship: Line = ""
    agency: Line = ""
    now: PersonId | None = None
    matched: bool = False
    age: Line = ""
    called: Line = ""


@dataclass(frozen=True, slots=True)
class EarlierMeetingRead:
    """The locked record of an earlier meeting was read, for the chair's desk."""

    meeting: Id
    kind: Line
    occasion: Line
    date: Date
    children: tuple[PersonId, ...]
    there: tuple[PersonId, ...]
    points: tuple[EarlierPoint, ...]
    askings: tuple[EarlierAsking, ...]
    ratings: tuple[EarlierRated, ...]
    decisions: tuple[EarlierDecided, ...]
    without_family: bool = False

    def changes(self, board: Board, when: When) -> Iterable[Change]:
        # Read again, it keeps what the room has of it already.
        old = board.get(EarlierMeeting, self.meeting)
        read = EarlierMeeting(
            self.meeting,
            self.kind,
            self.occasion,
            self.date,
            self.children,
            self.there,
            self.points,
            self.askings,
            self.ratings,
            self.decisions,
            old.brought if old else (),
            self.without_family,
        )
        yield Change("earlier_meetings", self.meeting, read)


@dataclass(frozen=True, slots=True)
class EarlierPersonNamed:
    """A person is spoken of in an earlier meeting. What names them is kept in the people table, not in the chain."""

    KEPT_APART: ClassVar[tuple[str, ...]] = ("name", "relationship", "age", "called")
    person: PersonId
    meeting: Id
    child: bool
    name: Name
    relationship: Line = ""
    agency: Line = ""
    age: Line = ""
    called: Line = ""

    def changes(self, board: Board, when: When) -> Iterable[Change]:
        person = EarlierPerson(
            self.person,
            self.meeting,
            self.child,
            self.name,
            self.relationship,
            self.agency,
            None,
            False,
            self.age,
            self.called,
        )
        yield Change("earlier_people", self.person, person)


@dataclass(frozen=True, slots=True)
class EarlierBrought:
    """The chair brought these things of an earlier meeting forward: keys as `point:ID`, `asking:ID:CHILD`."""

    meeting: Id
    keys: tuple[Line, ...]

    def changes(self, board: Board, when: When) -> Iterable[Change]:
        found = board.get(EarlierMeeting, self.meeting)
        if found:
            brought = tuple(dict.fromkeys((*found.brought, *self.keys)))
            yield Change("earlier_meetings", found.id, replace(found, brought=brought))
