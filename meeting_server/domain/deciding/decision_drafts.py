"""What is being decided for a child, before everyone sees it: on the chair's desk alone.

It outlasts a reload and goes with the chair's controls. A decision that was shown too early comes back to it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal

from ..audiences import DESK, To
from ..board import Board, Change, When
from ..kinds import AttendeeId, Count, Key, PersonId, Stamp, Text
from ..meeting import Meeting
from ..people.actor import Actor
from ..refused import Refused, not_found
from .agency_views import rule_for


@dataclass(frozen=True, slots=True)
class DecisionDraft:
    """What stands on the desk for one child, as far as it is filled in. `by` is the attendee who kept it; `sources` are
    the stream's events that hold its words."""

    KIND: ClassVar[str] = "decision_drafts"
    id: Annotated[str, "the child it is for, and :taken_off where everyone had seen it"]
    child: PersonId
    taken_off: bool
    outcome: Key | None
    kind: Key | None
    reasons: Text | Literal[""]
    family_view: Text | Literal[""]
    wishes: Text | Literal[""]
    by: AttendeeId
    at: Stamp
    sources: tuple[Count, ...] = ()


@dataclass(frozen=True, slots=True)
class DecisionDrafted:
    """A decision was kept for now; or, `taken_off`, came back to the desk because it had been shown too early."""

    child: PersonId
    outcome: Key | None
    kind: Key | None
    reasons: Text | Literal[""]
    family_view: Text | Literal[""]
    wishes: Text | Literal[""]
    taken_off: bool = False

    def changes(self, board: Board, when: When) -> Iterable[Change]:
        id = draft_id(self.child, taken_off=self.taken_off)
        old = board.get(DecisionDraft, id)
        sources = (*(old.sources if old else ()), when.n)
        said = (self.outcome, self.kind, self.reasons, self.family_view, self.wishes)
        draft = DecisionDraft(id, self.child, self.taken_off, *said, when.actor, when.time, sources)
        yield Change("decision_drafts", id, draft)


@dataclass(frozen=True, slots=True)
class DecisionDraftDropped:
    """A draft is not needed any more: it was shown, or thrown away."""

    child: PersonId
    taken_off: bool = False

    def changes(self, board: Board, when: When) -> Iterable[Change]:
        id = draft_id(self.child, taken_off=self.taken_off)
        if board.get(DecisionDraft, id):
            yield Change("decision_drafts", id, None)


def draft_id(child: str, *, taken_off: bool) -> str:
    """The id of the one draft of this kind for a child."""
    return f"{child}:taken_off" if taken_off else child


def drafts_dropped(meeting: Meeting, child: str) -> list[To]:
    """Drops every draft for this child: it has been shown."""
    return [to for taken_off in (False, True) for to in draft_dropped(meeting, child, taken_off=taken_off)]


def draft_dropped(meeting: Meeting, child: str, *, taken_off: bool) -> list[To]:
    """Drops this draft, if there is one; its words go from the log."""
    found = meeting.desk.get(DecisionDraft, draft_id(child, taken_off=taken_off))
    return [To(DESK, DecisionDraftDropped(child, taken_off), redacts=found.sources)] if found else []


@dataclass(frozen=True, slots=True)
class DraftDecision:
    """Keep for now: what is filled in so far stays on the chair's desk. Nobody else sees it.

    Refused: `no_decision`, `unknown_child`, `unknown_outcome`, `unknown_kind`.
    """

    child: PersonId
    outcome: Key | None = None
    kind: Key | None = None
    reasons: Text | Literal[""] = ""
    family_view: Text | Literal[""] = ""
    wishes: Text | Literal[""] = ""

    def decide(self, meeting: Meeting, actor: Actor) -> list[To]:
        """The draft, on the desk."""
        rule = rule_for(meeting, self.child)
        if self.outcome is not None and all(self.outcome != one.key for one in rule.outcomes):
            raise Refused("unknown_outcome", "Choose what is decided from the list.")
        if self.kind is not None and all(self.kind != one.key for one in rule.kinds):
            raise Refused("unknown_kind", "Choose a kind of harm only where one is asked for, and from the list.")
        drafted = DecisionDrafted(self.child, self.outcome, self.kind, self.reasons, self.family_view, self.wishes)
        return [To(DESK, drafted)]


@dataclass(frozen=True, slots=True)
class DropDecisionDraft:
    """Throw a draft for a child away: what was kept for now, or what was taken off. Refused: `not_found`."""

    child: PersonId
    taken_off: bool = False

    def decide(self, meeting: Meeting, actor: Actor) -> list[To]:
        """The draft is gone from the desk, and its words from the log."""
        dropped = draft_dropped(meeting, self.child, taken_off=self.taken_off)
        if not dropped:
            raise not_found()
        return dropped
