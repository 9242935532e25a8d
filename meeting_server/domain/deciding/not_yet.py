"""Not yet: a decision or a rating that was shown too early comes off every screen at once.

Everyone reads who took it off, and when. Its words wait on the chair's desk, where it can be shown again. What stood
there before it stands there again.
"""

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from typing import Annotated, ClassVar, Literal

from ..audiences import DESK, ROOM, To
from ..board import Board, Change, When
from ..kinds import CLEARED, PUT_ASIDE, AttendeeId, Id, PersonId, Stamp
from ..meeting import Meeting
from ..people.actor import Actor
from ..refused import not_found
from .decision_drafts import DecisionDrafted
from .decisions import Decision
from .ratings import Rating, RatingSet

What = Literal["decision", "rating"]


@dataclass(frozen=True, slots=True)
class TakenOff:
    """That a decision or a rating was taken off every screen: for whom, by which attendee and when. What it said is not
    here. A later one for the same child takes its place."""

    KIND: ClassVar[str] = "taken_off"
    id: Annotated[str, "decision:child, rating:child, or rating:family"]
    what: What
    child: PersonId | None
    by: AttendeeId
    at: Stamp


def _taken_off(what: What, child: str | None, when: When) -> Change:
    id = f"{what}:{child or 'family'}"
    return Change("taken_off", id, TakenOff(id, what, child, when.actor, when.time))


@dataclass(frozen=True, slots=True)
class DecisionTakenOff:
    """A decision was shown too early. `shown_at`: when it had been shown; it is known by that where the event that made
    it is gone from the log."""

    child: PersonId
    shown_at: Stamp

    def changes(self, board: Board, when: When) -> Iterable[Change]:
        now = board.get(Decision, self.child)
        if now and now.at == self.shown_at:
            yield Change("decisions", self.child, _the_one_before(now))
        yield _taken_off("decision", self.child, when)


def _the_one_before(now: Decision) -> Decision | None:
    if not now.earlier:
        return None
    last = now.earlier[-1]
    said = {one.name: getattr(last, one.name) for one in fields(last)}
    return replace(now, **said, earlier=now.earlier[:-1], sources=now.sources[:-1])


@dataclass(frozen=True, slots=True)
class RatingTakenOff:
    """A rating was shown too early, and leaves the room. `before`: the one that was shown before it, which stands
    again."""

    rating: Id
    child: PersonId | None
    before: Id | None = None

    def changes(self, board: Board, when: When) -> Iterable[Change]:
        if board.get(Rating, self.rating):
            yield Change("ratings", self.rating, None)
        before = board.get(Rating, self.before) if self.before and self.before != self.rating else None
        if before:
            yield Change("ratings", before.id, replace(before, replaced=False))
        yield _taken_off("rating", self.child, when)


@dataclass(frozen=True, slots=True)
class TakeOffDecision:
    """Not yet: take the decision for a child off every screen. Its words wait on the chair's desk.

    What people said of it stays theirs. Refused: `not_found`.
    """

    child: PersonId

    def decide(self, meeting: Meeting, actor: Actor) -> list[To]:
        """The decision gone from the room and from its log, and its words on the desk."""
        now = meeting.room.get(Decision, self.child)
        if now is None:
            raise not_found()
        words = (now.reasons, now.family_view, now.wishes)
        reasons, family_view, wishes = ("" if one in (CLEARED, PUT_ASIDE) else one for one in words)
        kept = DecisionDrafted(self.child, now.outcome, now.kind, reasons, family_view, wishes, taken_off=True)
        # What was put aside can come back or be erased; for that its words stay in the log.
        redacts = () if PUT_ASIDE in words else now.sources[-1:]
        return [To(ROOM, DecisionTakenOff(self.child, now.at), redacts=redacts), To(DESK, kept)]


@dataclass(frozen=True, slots=True)
class TakeOffRating:
    """Not yet: take the rating of a child (or the family: no child) off every screen. The desk keeps it, not
    shown. Refused: `not_found`.
    """

    child: PersonId | None

    def decide(self, meeting: Meeting, actor: Actor) -> list[To]:
        """The rating gone from the room and from its log, and not shown any more on the desk."""
        shown = [one for one in meeting.room.each(Rating) if one.child == self.child]
        now = next((one for one in shown if not one.replaced), None)
        if now is None:
            raise not_found()
        before = max((one for one in shown if one.replaced), key=lambda one: one.at, default=None)
        redacts = () if now.reason == PUT_ASIDE else now.sources
        said = [To(ROOM, RatingTakenOff(now.id, now.child, before.id if before else None), redacts=redacts)]
        kept = meeting.desk.get(Rating, now.id)
        if kept and not kept.replaced:
            back = RatingSet(kept.id, kept.child, kept.colour, kept.reason, kept.better, False)
            said.append(To(DESK, back))
        return said
