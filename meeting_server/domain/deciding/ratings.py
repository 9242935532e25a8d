"""The rating: red, amber or green with its reason, set by whoever the template says, never computed.

It is made on the chair's desk and reaches the room when the chair has said it aloud and presses Show. Earlier tries in
this meeting are kept; anyone's different view stands beside it. There is no "apply to all children"; one rating for the
family names every child in its reason, so that none is lost in it (W7).
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Annotated, ClassVar

from ..audiences import DESK, ROOM, To
from ..board import Board, Change, When
from ..kinds import PUT_ASIDE, AttendeeId, Colour, Count, Id, Line, PersonId, Stamp, Text
from ..meeting import Meeting
from ..people.actor import Actor
from ..people.names import called, named
from ..people.speaking_for import not_a_childs, speaking_for
from ..refused import Refused, not_found, sentence


@dataclass(frozen=True, slots=True)
class Rating:
    """One try at a rating. `colour` None is "Not rated today, because...". `replaced`: a later try took its place.
    `sources` are the stream's events that hold its words."""

    KIND: ClassVar[str] = "ratings"
    id: Id
    child: PersonId | None
    colour: Colour | None
    reason: Text
    better: Annotated[Line, "what would move it one step better"]
    by: AttendeeId
    at: Stamp
    shown: bool = False
    replaced: bool = False
    sources: tuple[Count, ...] = ()


@dataclass(frozen=True, slots=True)
class RatingView:
    """A person's different view of a rating, with their reason. `recorded_by`: the attendee who typed it; `sources` are
    the events that hold its words."""

    KIND: ClassVar[str] = "rating_views"
    id: Id
    rating: Id
    person: PersonId
    colour: Colour | None
    reason: Text
    at: Stamp
    recorded_by: AttendeeId | None = None
    sources: tuple[Count, ...] = ()


def replaced_by(board: Board, rating: str, child: str | None) -> Iterable[Change]:
    """The ratings of this child whose place a new one takes."""
    for old in board.each(Rating):
        if old.child == child and not old.replaced and old.id != rating:
            yield Change("ratings", old.id, replace(old, replaced=True))


@dataclass(frozen=True, slots=True)
class RatingSet:
    """A rating was made (on the chair's desk) or said aloud (for everyone)."""

    rating: Id
    child: PersonId | None
    colour: Colour | None
    reason: Text
    better: Line
    shown: bool

    def changes(self, board: Board, when: When) -> Iterable[Change]:
        yield from replaced_by(board, self.rating, self.child)
        old = board.get(Rating, self.rating)
        sources = (*(old.sources if old else ()), when.n)
        rating = Rating(
            self.rating,
            self.child,
            self.colour,
            self.reason,
            self.better,
            when.actor,
            when.time,
            self.shown,
            sources=sources,
        )
        yield Change("ratings", self.rating, rating)


@dataclass(frozen=True, slots=True)
class RatedDifferently:
    """A person rates it differently."""

    view: Id
    rating: Id
    person: PersonId
    colour: Colour | None
    reason: Text
    typed_by: AttendeeId | None = None

    def changes(self, board: Board, when: When) -> Iterable[Change]:
        by = self.typed_by or when.actor
        view = RatingView(self.view, self.rating, self.person, self.colour, self.reason, when.time, by, (when.n,))
        yield Change("rating_views", self.view, view)


@dataclass(frozen=True, slots=True)
class SetRating:
    """Rate one child (or the family, where the template rates the family: then no child). `rating` is the new try's id.

    `colour` None says "Not rated today, because..." with the reason. `better`: what would move it one step better.
    Refused: `unknown_child`, `say_better` (red or amber without `better`), `name_each_child` (a colour for the family
    whose reason leaves a child out), `id_taken`.
    """

    rating: Id
    child: PersonId | None
    colour: Colour | None
    reason: Text
    better: Line = ""

    def decide(self, meeting: Meeting, actor: Actor) -> list[To]:
        """The try, on the chair's desk."""
        per_child = meeting.template.rating.scope == "child"
        if per_child != (self.child is not None) or (self.child and self.child not in meeting.children()):
            raise Refused(
                "unknown_child",
                sentence("Rate one child at a time.") if per_child else sentence("This rating is for the family."),
            )
        if self.colour is not None and not self.better and self.colour != "green":
            raise Refused(
                "say_better",
                "Say what would move it one step better.",
                fields={"better": [sentence("Say what would move it one step better.")]},
            )
        if self.colour is not None and self.child is None:
            self._names_each_child(meeting)
        if meeting.taken(Rating, self.rating):
            raise Refused("id_taken", "This rating was set already.")
        return [To(DESK, RatingSet(self.rating, self.child, self.colour, self.reason, self.better, False))]

    def _names_each_child(self, meeting: Meeting) -> None:
        here = called(named(meeting))
        missing = unnamed(self.reason, [here[child] for child in meeting.children()])
        if missing:
            names = ", ".join(missing)
            raise Refused(
                "name_each_child",
                "Name every child in the reason. Missing: %(names)s.",
                values={"names": names},
                fields={"reason": [sentence("Missing: %(names)s.", names=names)]},
            )


def unnamed(text: str, names: list[str]) -> list[str]:
    """Those of these names that a text leaves out, by the first word of each as a whole word. Two who share it, as
    unborn twins may, need their whole names, with the age that tells them apart: one mention counts for one child."""
    firsts = [_words(name)[0] for name in names]
    needed = {
        name: _words(name) if firsts.count(first) > 1 else [first] for name, first in zip(names, firsts, strict=True)
    }
    rest, missing = text.casefold(), set()
    for name in sorted(names, key=lambda name: -len(needed[name])):
        looked_for = r"\W+".join(map(re.escape, needed[name]))
        rest, found = re.subn(rf"(?<!\w){looked_for}(?!\w)", "\n", rest)
        if not found:
            missing.add(name)
    return [" ".join(name.split()[: len(needed[name])]) for name in names if name in missing]


def _words(name: str) -> list[str]:
    return re.findall(r"[\w'’-]+", name.casefold()) or [name.casefold()]


def unrated(meeting: Meeting) -> list[str]:
    """Of whom everyone has been shown no rating: children, or "family". Where the template requires one, "Not rated
    today" is none."""
    rule = meeting.template.rating
    shown = (one for one in meeting.room.each(Rating) if not one.replaced)
    rated = {one.child for one in shown if one.colour is not None or not rule.required}
    if rule.scope == "family":
        return [] if rated else ["family"]
    return [child for child in meeting.children() if child not in rated]


@dataclass(frozen=True, slots=True)
class ShowRating:
    """Show a rating on the shared screens, once it has been said aloud. Refused: `put_aside`, `not_found`."""

    rating: Id

    def decide(self, meeting: Meeting, actor: Actor) -> list[To]:
        """The rating for everyone."""
        found = meeting.desk.get(Rating, self.rating)
        if found is None or found.replaced:
            raise not_found()
        if found.reason == PUT_ASIDE:
            raise Refused("put_aside", "The words of this rating were put aside. Put them back, or rate anew.")
        said = RatingSet(found.id, found.child, found.colour, found.reason, found.better, True)
        return [To(ROOM, said), To(DESK, said)]


@dataclass(frozen=True, slots=True)
class RateDifferently:
    """I rate it differently: beside a rating that is shown, with name and reason. `view` is the new view's id.

    Refused: `id_taken`, `childs_words`, `own_device`, `away`, `may_not_type_for`.
    """

    view: Id
    rating: Id
    reason: Text
    colour: Colour | None = None
    person: PersonId | None = None

    def decide(self, meeting: Meeting, actor: Actor) -> list[To]:
        """The view, for everyone."""
        if meeting.room.get(Rating, self.rating) is None:
            raise not_found()
        if meeting.taken(RatingView, self.view):
            raise Refused("id_taken", "This is already on the board.")
        not_a_childs(meeting, self.person or actor.person)
        person = speaking_for(meeting, actor, self.person, "position")
        said = RatedDifferently(self.view, self.rating, person, self.colour, self.reason, actor.typed_by)
        return [To(ROOM, said)]
