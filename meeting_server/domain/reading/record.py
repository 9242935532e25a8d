"""The record as a whole: its head, a part for each child, and what was added afterwards."""

from dataclasses import dataclass
from typing import Literal

from ..dates.statutory_clocks import DueDate
from .adults import AdultPart
from .core_group import TriggerPart, UpdatesPart, VisitsPart
from .deciding import DecidingPart, ImpactPart
from .earlier import RatedBefore, TrendPart
from .numbers import Asking, RatingPart
from .people import Attended, Child, Deputised, Reported, Typist, Who
from .points import ColumnPart, DangerPart, GoodPart, Point, SetAside
from .summaries import SummariesPart


@dataclass(frozen=True, slots=True)
class OpenCheck:
    """Something that was still open when the meeting ended, and the reason given for ending it so."""

    says: str
    reason: str
    by: Who
    at: int


@dataclass(frozen=True, slots=True)
class Paused:
    """A pause, from when to when. Nobody keeps who asked for it. `to_at` is None while it lasts."""

    from_at: int
    to_at: int | None


@dataclass(frozen=True, slots=True)
class Noted:
    """What was noted for a step of the agenda, and who wrote it last."""

    label: str
    text: str
    by: Who
    at: int


@dataclass(frozen=True, slots=True)
class Arrangements:
    """What staff wrote down of a meeting beside its log, fixed once it is opened: the family's `reference` in the
    council's own system, the `place`, and when it `starts` (09:30). Any of them may be empty.
    """

    reference: str
    place: str
    starts: str


@dataclass(frozen=True, slots=True)
class Head:
    """What stands at the head of every record (D14). `date` is a day; `audiences` are labels, printed on every page;
    `dates` are those that follow the meeting.

    `attended` goes by agency, in the template's order; the big screen is nobody. `chairs` are those whose role it is;
    `minute_takers` those to whom the minutes were handed in the meeting, and when. `arranged` is None for a meeting
    that no member of staff made.
    """

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
    chairs: tuple[Who, ...]
    deputies: tuple[Deputised, ...]
    attended: tuple[Attended, ...]
    apologies: tuple[Who, ...]
    did_not_come: tuple[Who, ...]
    others: tuple[Who, ...]
    reports: tuple[Reported, ...]
    children: tuple[Child, ...]
    pauses: tuple[Paused, ...]
    notes: tuple[Noted, ...]
    open_checks: tuple[OpenCheck, ...]
    dates: tuple[DueDate, ...]
    minute_takers: tuple[Deputised, ...] = ()
    arranged: Arrangements | None = None


@dataclass(frozen=True, slots=True)
class ChildPart:
    """Everything about one child, so that it can be handed on alone.

    `impact`, `deciding`, `visits` and `updates` are None where the template asks for none, or the meeting names no
    child.
    """

    child: Child
    impact: ImpactPart | None
    columns: tuple[ColumnPart, ...]
    dangers: tuple[DangerPart, ...]
    good: tuple[GoodPart, ...]
    askings: tuple[Asking, ...]
    deciding: DecidingPart | None
    rating: RatingPart | None
    actions: tuple[Point, ...]
    rated_before: tuple[RatedBefore, ...] = ()
    trends: tuple[TrendPart, ...] = ()
    visits: VisitsPart | None = None
    updates: UpdatesPart | None = None
    triggers: tuple[TriggerPart, ...] = ()


@dataclass(frozen=True, slots=True)
class Added:
    """Something added after the record was locked."""

    who: Who
    recorded_by: Typist | None
    reason: str
    text: str
    at: int


@dataclass(frozen=True, slots=True)
class Record:
    """The written account of a meeting for certain audiences. `shared` has what was said about several children or
    all of them, and `plan` every action: each point once, with the children's names. They are in the children's parts
    as well, without those names, so that each part can be handed on alone. `adults`, `family_rating` and
    `family_rated_before` stand in a part about the family as a whole, after those of the children. `rates_family`:
    there is one rating for the family and none for each child. `summaries` is None where the template asks for none.
    `put_aside`: the marks of words that are not in the record."""

    head: Head
    parts: tuple[ChildPart, ...]
    family_rating: RatingPart | None
    addenda: tuple[Added, ...]
    adults: tuple[AdultPart, ...] = ()
    rates_family: bool = False
    family_rated_before: tuple[RatedBefore, ...] = ()
    summaries: SummariesPart | None = None
    put_aside: tuple[SetAside, ...] = ()
    shared: tuple[ColumnPart, ...] = ()
    plan: tuple[Point, ...] = ()
