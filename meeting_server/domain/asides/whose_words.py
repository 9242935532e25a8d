"""Which things hold somebody's words, in which fields, and whose they are: one table, for putting aside and erasing.

A kind of thing with words that is not in it can't be put aside; a test holds that each such kind is here, or says why
it is not. A position stays when its words go: that somebody answered "no" is theirs, whatever they wrote beside it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from types import MappingProxyType
from typing import Any, Literal

from ..agenda.stage_notes import StageNote
from ..board import Board, Change
from ..core_group.agency_updates import Update
from ..core_group.triggers import TriggerAnswer
from ..core_group.visits import Visit
from ..deciding.agency_views import AgencyView
from ..deciding.decisions import Decision, Dissent
from ..deciding.impact import ImpactStatement, ImpactVersion, versions, with_version
from ..deciding.ratings import Rating, RatingView, replaced_by
from ..earlier.brought import EarlierNumbers, EarlierRating
from ..kinds import CLEARED, PUT_ASIDE
from ..meeting import Meeting
from ..numbers.agree_number import Agreed
from ..numbers.numbers import Number
from ..people.persons import find_attendee
from ..points.items import Item
from ..points.progress import with_answer
from ..points.provenance import Progress
from ..points.views import View
from ..supervision.adult_views import AdultView
from ..supervision.behaviours import Behaviour
from ..supervision.summaries import Summary

AsideKind = Literal[
    "items", "views", "progress", "impacts", "visits", "behaviours", "agency_views", "adult_views", "updates",
    "decisions", "dissents", "ratings", "rating_views", "numbers", "agreed", "summaries", "trigger_answers",
    "stage_notes", "earlier_ratings", "earlier_numbers",
]  # fmt: skip
"""What can be put aside: a kind of thing; `progress` is one answer about an action, `impacts` one version of a
statement."""


@dataclass(frozen=True, slots=True)
class Words:
    """One kind of thing that holds words. `says`: the fields with words. `goes`: what goes with them, and what stands
    there then. `rows`: the field with what was said before, or with what several people said."""

    cls: type
    says: tuple[str, ...]
    goes: Mapping[str, Any] = field(default_factory=dict)
    rows: str = ""

    def of(self, one: Any) -> tuple[str, ...]:
        """The fields of this thing, or of this row of one, that hold words."""
        known = {at.name for at in fields(one)}
        return tuple(
            name for name in (*self.says, *(key for key, value in self.goes.items() if value == "")) if name in known
        )

    def each(self, thing: Any) -> tuple[Any, ...]:
        """What was said before, oldest first, and then the thing itself."""
        return (*(getattr(thing, self.rows) if self.rows else ()), thing)

    def together(self, each: tuple[Any, ...]) -> Any:
        """The thing with these rows: `each` the other way round."""
        thing = each[-1]
        return replace(thing, **{self.rows: each[:-1]}) if self.rows else thing


_SENT: Mapping[str, str] = {"source": ""}
"""Where words came from that were sent: a line that whoever typed them wrote."""

WORDS: Mapping[AsideKind, Words] = MappingProxyType(
    {
        "items": Words(Item, ("text", "source", "when")),
        "views": Words(View, ("text",), _SENT),
        "progress": Words(Progress, ("evidence",), {"differences": (), "cleared": True, **_SENT}),
        "impacts": Words(ImpactVersion, ("text",)),
        "visits": Words(Visit, ("place", "says"), {"announced": "not_known", "alone": "not_known", **_SENT}),
        "behaviours": Words(Behaviour, ("label",)),
        "agency_views": Words(AgencyView, ("why",), _SENT, rows="earlier"),
        "adult_views": Words(AdultView, ("why",), {"quote": "", "talk": None}, rows="earlier"),
        "updates": Words(Update, ("text",), _SENT, rows="earlier"),
        "decisions": Words(Decision, ("reasons", "family_view", "wishes"), rows="earlier"),
        "dissents": Words(Dissent, ("why",), _SENT),
        "ratings": Words(Rating, ("reason", "better")),
        "rating_views": Words(RatingView, ("reason",)),
        "numbers": Words(Number, ("reason",), rows="earlier"),
        "agreed": Words(Agreed, ("text",)),
        "summaries": Words(Summary, ("text",), {"again": False, **_SENT}, rows="earlier"),
        "trigger_answers": Words(TriggerAnswer, ("why",), rows="earlier"),
        "stage_notes": Words(StageNote, ("text",)),
        "earlier_ratings": Words(EarlierRating, ("reason", "better")),
        "earlier_numbers": Words(EarlierNumbers, ("reason",), rows="numbers"),
    }
)
MARKED = frozenset({"items", "views", "impacts", "visits", "behaviours"})
"""Those with a mark of their own that says who took them away."""


@dataclass(frozen=True, slots=True)
class ThingWithWords:
    """A thing of one of these kinds: all fields but one are null. What stays of something put aside, as an event says
    it."""

    items: Item | None = None
    views: View | None = None
    progress: Progress | None = None
    impacts: ImpactVersion | None = None
    visits: Visit | None = None
    behaviours: Behaviour | None = None
    agency_views: AgencyView | None = None
    adult_views: AdultView | None = None
    updates: Update | None = None
    decisions: Decision | None = None
    dissents: Dissent | None = None
    ratings: Rating | None = None
    rating_views: RatingView | None = None
    numbers: Number | None = None
    agreed: Agreed | None = None
    summaries: Summary | None = None
    trigger_answers: TriggerAnswer | None = None
    stage_notes: StageNote | None = None
    earlier_ratings: EarlierRating | None = None
    earlier_numbers: EarlierNumbers | None = None


def find(board: Board, kind: AsideKind, id: str, n: int | None) -> Any:
    """The thing of this kind on this board, or None: of an action the answer `n`, of a statement its version `n`."""
    if kind == "progress":
        item = board.get(Item, id)
        return next((one for one in item.progress if one.n == n), None) if item else None
    if kind == "impacts":
        statement = board.get(ImpactStatement, id)
        return next((one for one in versions(statement) if one.version == n), None) if statement else None
    return board.get(WORDS[kind].cls, id)


def put(board: Board, kind: AsideKind, id: str, part: Any) -> Iterable[Change]:
    """What it changes to put this thing in its place."""
    if kind == "progress":
        item = board.get(Item, id)
        if item and item.action and item.taken_back is None:
            yield Change("items", id, with_answer(item, part))
    elif kind == "impacts":
        yield with_version(board, id, part)
    else:
        yield Change(kind, id, part)
    if kind == "ratings" and not part.replaced:
        # The event that made this one may be gone from the log, and with it that it took the place of others.
        yield from replaced_by(board, part.id, part.child)


def words_of(kind: AsideKind, part: Any) -> tuple[str, ...]:
    """The words that stand in a thing, oldest first, each once."""
    spec = WORDS[kind]
    said = [getattr(row, name) for row in spec.each(part) for name in spec.of(row)]
    told: list[Progress] = [part] if kind == "progress" else []
    if kind == "items":
        told = list(part.progress)
        said += [part.action.measure, part.action.if_not] if part.action else []
        said += [one.evidence for one in told]
    said += [difference.says for one in told for difference in one.differences]
    return tuple(one for one in dict.fromkeys(said) if one not in ("", CLEARED, PUT_ASIDE))


def sources_of(part: Any) -> tuple[int, ...]:
    """The events of the thing's stream that hold its words."""
    return tuple(part.sources) if hasattr(part, "sources") else (part.n,)


def whose(meeting: Meeting, part: Any) -> tuple[str, ...]:
    """The people whose words these are."""
    if isinstance(part, Item):
        return (part.speaker,)
    if isinstance(part, Summary):
        return (part.id,)
    if isinstance(part, EarlierNumbers):
        return tuple(dict.fromkeys(one.person for one in part.numbers))
    if isinstance(part, Update):
        return tuple(dict.fromkeys((part.person, *(one.person for one in part.earlier))))
    if hasattr(part, "person"):
        return (part.person,)
    typist = find_attendee(meeting, part.by) if hasattr(part, "by") else None
    return (typist.person,) if typist else ()
