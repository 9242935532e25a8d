"""The decision for each child, with its reasons (L11, S5), and who disagrees with it.

One child at a time: there is no "apply to all children". A later decision keeps the earlier ones.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Annotated, Any, ClassVar, Literal

from ..audiences import ROOM, To
from ..board import Board, Change, When
from ..kinds import CLEARED, AttendeeId, Count, Key, Line, PersonId, Stamp, Text
from ..meeting import Meeting
from ..people.actor import Actor
from ..people.persons import attendee_of
from ..people.speaking_for import speaking_for, typed_all, typists
from ..refused import Refused, not_found, sentence
from .agency_views import asked, for_child, rule_for
from .decision_drafts import drafts_dropped


@dataclass(frozen=True, slots=True)
class EarlierDecision:
    """What was decided before it was decided anew."""

    outcome: Key
    kind: Key | None
    reasons: Text
    family_view: Text
    wishes: Text | Literal[""]
    by: AttendeeId
    at: Stamp


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided for one child. `family_view`: how the family's view counted (L11). `wishes`: what could not be
    met, and why (S5). `by` is the attendee who decided; `sources` are the stream's events that hold its words."""

    KIND: ClassVar[str] = "decisions"
    id: Annotated[str, "the child it is for"]
    outcome: Key
    kind: Key | None
    reasons: Text
    family_view: Text
    wishes: Text | Literal[""]
    by: AttendeeId
    at: Stamp
    earlier: tuple[EarlierDecision, ...] = ()
    sources: tuple[Count, ...] = ()


@dataclass(frozen=True, slots=True)
class EarlierDissent:
    """That somebody disagreed before, from when until when."""

    formal: bool
    at: Stamp
    withdrawn_at: Stamp | None


@dataclass(frozen=True, slots=True)
class Dissent:
    """A person disagrees with a decision: noted, or `formal`. `recorded_by` is the attendee who typed it, `typists` are
    all who typed words of it, `source` says where it came from if it was sent. `withdrawn_at`: they no longer do, and
    its words are gone; `earlier` keeps what they had said and withdrawn before, without words."""

    KIND: ClassVar[str] = "dissents"
    id: Annotated[str, "child:person"]
    child: PersonId
    person: PersonId
    formal: bool
    why: Line
    at: Stamp
    recorded_by: AttendeeId
    sources: tuple[Count, ...] = ()
    typists: tuple[AttendeeId, ...] = ()
    source: Line = ""
    withdrawn_at: Stamp | None = None
    withdrawn_by: AttendeeId | None = None
    earlier: tuple["EarlierDissent", ...] = ()


@dataclass(frozen=True, slots=True)
class DecisionMade:
    """A decision was said aloud and shown. What people said of the one before stays."""

    child: PersonId
    outcome: Key
    kind: Key | None
    reasons: Text
    family_view: Text
    wishes: Text | Literal[""]

    def changes(self, board: Board, when: When) -> Iterable[Change]:
        old = board.get(Decision, self.child)
        earlier: tuple[EarlierDecision, ...] = ()
        if old:
            before = EarlierDecision(old.outcome, old.kind, old.reasons, old.family_view, old.wishes, old.by, old.at)
            earlier = (*old.earlier, before)
        decision = Decision(self.child, self.outcome, self.kind, self.reasons, self.family_view, self.wishes,
                            when.actor, when.time, earlier, (*(old.sources if old else ()), when.n))  # fmt: skip
        yield Change("decisions", self.child, decision)


@dataclass(frozen=True, slots=True)
class DecisionCleared:
    """The words of a decision were taken back; what was decided, by whom and when stays. `decision`: what is left."""

    decision: Decision

    def changes(self, board: Board, when: When) -> Iterable[Change]:
        yield Change("decisions", self.decision.id, self.decision)


@dataclass(frozen=True, slots=True)
class DissentStated:
    """A person said that they disagree."""

    child: PersonId
    person: PersonId
    formal: bool
    why: Line
    typed_by: AttendeeId | None = None
    source: Line = ""

    def changes(self, board: Board, when: When) -> Iterable[Change]:
        # A later one takes the place of an earlier one.
        id = for_child(self.child, self.person)
        old = board.get(Dissent, id)
        before = (EarlierDissent(old.formal, old.at, old.withdrawn_at),) if old else ()
        by = self.typed_by or when.actor
        stated = Dissent(id, self.child, self.person, self.formal, self.why, when.time, by,
                         (*(old.sources if old else ()), when.n), typists(old, by), self.source,
                         earlier=(*(old.earlier if old else ()), *before))  # fmt: skip
        yield Change("dissents", id, stated)


@dataclass(frozen=True, slots=True)
class DissentWithdrawn:
    """A person no longer disagrees. `left`: what stands of it once its words are gone; logs made before this was kept
    have none, and there nothing is left of it."""

    child: PersonId
    person: PersonId
    left: Dissent | None = None

    def changes(self, board: Board, when: When) -> Iterable[Change]:
        left = replace(self.left, withdrawn_at=when.time, withdrawn_by=when.actor) if self.left else None
        yield Change("dissents", for_child(self.child, self.person), left)


@dataclass(frozen=True, slots=True)
class DecideForChild:
    """Decide for one child, once it was said aloud: everyone sees it.

    `kind` is asked for exactly where the template says. `family_view`: how the family's view counted.
    `wishes`: what somebody wished that could not be met, and why.
    Refused: `no_decision`, `unknown_child`, `unknown_outcome`, `kind_missing`, `unknown_kind`.
    """

    child: PersonId
    outcome: Key
    reasons: Text
    family_view: Text
    kind: Key | None = None
    wishes: Text | Literal[""] = ""

    def decide(self, meeting: Meeting, actor: Actor) -> list[To]:
        """The decision, for everyone; its drafts are gone from the desk."""
        rule = rule_for(meeting, self.child)
        if all(self.outcome != one.key for one in rule.outcomes):
            raise Refused("unknown_outcome", "Choose what is decided from the list.")
        asks_kind = self.outcome in rule.outcomes_with_kind and bool(rule.kinds)
        if asks_kind and self.kind is None:
            raise Refused("kind_missing", "Say which kind of harm this is about.",
                          fields={"kind": [sentence("Choose the kind of harm.")]})  # fmt: skip
        if self.kind is not None and (not asks_kind or all(self.kind != one.key for one in rule.kinds)):
            raise Refused("unknown_kind", "Choose a kind of harm only where one is asked for, and from the list.")
        made = DecisionMade(self.child, self.outcome, self.kind, self.reasons, self.family_view, self.wishes)
        return [To(ROOM, made), *drafts_dropped(meeting, self.child)]


@dataclass(frozen=True, slots=True)
class DissentFrom:
    """Disagree with the decision for a child: note it, or disagree formally (agencies alone). For oneself, or typed for
    another: said aloud where they have no device, or sent where they are not here. Said again, it takes the place of
    what was said before.

    Refused: `not_decided`, `not_formal`, `no_decision`, `unknown_child`, `not_asked`, `own_device`, `away`,
    `may_not_type_for`, `source_due`.
    """

    child: PersonId
    formal: bool = False
    why: Line = ""
    person: PersonId | None = None
    source: Annotated[Line, "where it came from, when they sent it: an e-mail of which day, a report"] = ""

    def decide(self, meeting: Meeting, actor: Actor) -> list[To]:
        """The disagreement, named, for everyone."""
        rule_for(meeting, self.child)
        stated = meeting.room.get(Dissent, for_child(self.child, self.person or actor.person))
        typed = stated is not None and typed_all(actor, stated)
        person = asked(meeting, actor, self.person, "again" if stated else "dissent", self.source, typed=typed)
        if meeting.room.get(Decision, self.child) is None:
            raise Refused("not_decided", "Nothing is decided for this child yet.")
        attendee = attendee_of(meeting, person)
        if self.formal and attendee and meeting.template.role(attendee.role).side != "professional":
            raise Refused("not_formal", "To disagree formally is for agencies. Your disagreement is written down.")
        said = DissentStated(self.child, person, self.formal, self.why, actor.typed_by, self.source)
        return [To(ROOM, said)]


@dataclass(frozen=True, slots=True)
class WithdrawDissent:
    """I no longer disagree: its words go for good; that they disagreed, and when they withdrew it, stays. For oneself,
    or for somebody without a device who says so aloud; what they had typed themselves is then not cleared from the log.
    Refused: `not_found`, `own_device`, `away`, `may_not_type_for`.
    """

    child: PersonId
    person: PersonId | None = None

    def decide(self, meeting: Meeting, actor: Actor) -> list[To]:
        """The disagreement is gone from the board, and its words from the log."""
        found = meeting.room.get(Dissent, for_child(self.child, self.person or actor.person))
        typed = found is not None and typed_all(actor, found)
        person = speaking_for(meeting, actor, self.person, "again", typed=typed)
        if found is None or found.withdrawn_at is not None:
            raise not_found()
        theirs = person == actor.person or typed
        withdrawn = DissentWithdrawn(self.child, person, replace(found, why="", source="", sources=(), typists=()))
        return [To(ROOM, withdrawn, redacts=found.sources if theirs else ())]


@dataclass(frozen=True, slots=True)
class ClearDecision:
    """Take back the words of the decision for a child, and of those before it: they go for good, from every screen, the
    log and the record, because they should not have been there. What was decided stays; deciding again gives reasons.
    By whoever decided. Refused: `not_found`, `not_yours`.
    """

    child: PersonId

    def decide(self, meeting: Meeting, actor: Actor) -> list[To]:
        """What is left of the decision, and the redaction of its words."""
        found = meeting.room.get(Decision, self.child)
        if found is None or not found.sources:
            raise not_found()
        if found.by != actor.id or any(one.by != actor.id for one in found.earlier):
            raise Refused("not_yours", "Only whoever decided this can take its words back. They can be put aside.")

        def bare(wishes: str) -> dict[str, Any]:
            return {"reasons": CLEARED, "family_view": CLEARED, "wishes": CLEARED if wishes else ""}

        earlier = tuple(replace(one, **bare(one.wishes)) for one in found.earlier)
        left = replace(found, **bare(found.wishes), earlier=earlier, sources=())
        return [To(ROOM, DecisionCleared(left), redacts=found.sources)]
