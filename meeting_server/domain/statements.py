"""What people say about a point that is not theirs: I agree, I see it differently, Yes, that's it, Not what I said.

A differing view stands beside its point in equal size and is a statement of its own (L13, S5): it stays when the point
is taken back. Nobody counts agreement.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar, Literal

from .audiences import To
from .board import Board, Change, When
from .items import Item, TakenBack, not_held, to_confirm
from .kinds import Count, Id, Line, Stamp, Text
from .refused import Refused, not_found

if TYPE_CHECKING:
    from .meeting import Actor, Meeting


@dataclass(frozen=True, slots=True)
class View:
    """How somebody sees a point differently. `person` is whose view it is, `recorded_by` the attendee who typed it."""

    KIND: ClassVar[str] = "views"
    id: Id
    item: Id
    person: Id
    recorded_by: Id
    text: Text | Literal[""]
    at: Stamp
    n: Count
    taken_back: TakenBack | None = None


@dataclass(frozen=True, slots=True)
class AgreementStated:
    """Somebody agreed with a point, or no longer does."""

    item: Id
    person: Id
    agrees: bool

    def changes(self, board: Board, when: When) -> Iterable[Change]:
        """The names of those who agree, in the order they said so."""
        item = board.get(Item, self.item)
        if item and item.taken_back is None:
            others = tuple(person for person in item.agreed_by if person != self.person)
            agreed = (*others, self.person) if self.agrees else others
            yield Change("items", item.id, replace(item, agreed_by=agreed))


@dataclass(frozen=True, slots=True)
class SeenDifferently:
    """Somebody's differing view of a point."""

    view: Id
    item: Id
    person: Id
    recorded_by: Id
    text: Text

    def changes(self, board: Board, when: When) -> Iterable[Change]:
        """The view beside its point."""
        view = View(self.view, self.item, self.person, self.recorded_by, self.text, when.time, when.n)
        yield Change("views", self.view, view)


@dataclass(frozen=True, slots=True)
class ViewTakenBack:
    """A differing view was taken back."""

    view: Id
    item: Id
    person: Id
    recorded_by: Id
    why: Line

    def changes(self, board: Board, when: When) -> Iterable[Change]:
        """A mark in its place."""
        gone = TakenBack(when.actor, when.time, self.why)
        yield Change(
            "views",
            self.view,
            View(self.view, self.item, self.person, self.recorded_by, "", when.time, when.n, gone),
        )


@dataclass(frozen=True, slots=True)
class WordsConfirmed:
    """The speaker said whether what was typed for them is right."""

    item: Id
    right: bool

    def changes(self, board: Board, when: When) -> Iterable[Change]:
        """Their answer on the point."""
        item = board.get(Item, self.item)
        if item and item.taken_back is None:
            answered = replace(item, confirmed="yes" if self.right else "no", read_back_at=None)
            yield Change("items", item.id, answered)


def standing(meeting: "Meeting", actor: "Actor", id: str) -> tuple[str, Item]:
    """The stream and the point that can be answered now; refused as not found, taken back or held."""
    stream, item = meeting.find(actor, Item, id)
    if item.taken_back:
        raise Refused("taken_back", "This point was taken back.")
    not_held(item)
    return stream, item


def speaking_for(meeting: "Meeting", actor: "Actor", person: str | None) -> str:
    """The person whose statement this is: oneself, or another for those who may type for others."""
    speaker = meeting.person(person or actor.person)
    if speaker.id != actor.person and not actor.may("type_for"):
        raise Refused("may_not_type_for", "Please write your own words here. Somebody else can type theirs.")
    return speaker.id


def not_a_childs(meeting: "Meeting", person: str) -> None:
    """Refuses (`childs_words`) what would put a child's words before everyone at once: they go by the chair's desk,
    whoever types them (D10)."""
    if meeting.person(person).child:
        raise Refused("childs_words", "A child's words go to the chair first. Add them as a point of their own.")


@dataclass(frozen=True, slots=True)
class AgreeItem:
    """I agree, or I no longer do. For oneself, or typed for another by those who may. Refused: for one's own point."""

    item: Id
    agrees: bool = True
    person: Id | None = None

    def decide(self, meeting: "Meeting", actor: "Actor") -> list[To]:
        """The agreement, named."""
        stream, item = standing(meeting, actor, self.item)
        person = speaking_for(meeting, actor, self.person)
        if person == item.speaker:
            raise Refused("own_point", "This is their own point.")
        return [To(stream, AgreementStated(item.id, person, self.agrees))]


@dataclass(frozen=True, slots=True)
class SeeDifferently:
    """I see it differently: the person's own words stand beside the point, in equal size. `view` is the new view's id.

    Refused: `id_taken`, `taken_back`, `may_not_type_for`; `childs_words`, since a view stands before everyone at once.
    """

    view: Id
    item: Id
    text: Text
    person: Id | None = None

    def decide(self, meeting: "Meeting", actor: "Actor") -> list[To]:
        """The view, where its point is; whoever differs no longer agrees."""
        stream, item = standing(meeting, actor, self.item)
        person = speaking_for(meeting, actor, self.person)
        not_a_childs(meeting, person)
        if meeting.taken(View, self.view):
            raise Refused("id_taken", "This is already on the board.")
        said = [To(stream, SeenDifferently(self.view, item.id, person, actor.id, self.text))]
        if person in item.agreed_by:
            said.append(To(stream, AgreementStated(item.id, person, False)))
        return said


@dataclass(frozen=True, slots=True)
class TakeBackView:
    """Take a differing view back: its text goes for good, the mark stays. Its person, typist, chair, minute-taker."""

    view: Id
    why: Line = ""

    def decide(self, meeting: "Meeting", actor: "Actor") -> list[To]:
        """A mark in its place, and the redaction of its text."""
        stream, view = meeting.find(actor, View, self.view)
        if view.taken_back:
            raise not_found()
        if not (view.recorded_by == actor.id or view.person == actor.person or actor.may("minute")):
            raise Refused("not_yours", "Only the person whose view it is can take it back.")
        back = ViewTakenBack(view.id, view.item, view.person, view.recorded_by, self.why)
        return [To(stream, back, redacts=(view.n,))]


@dataclass(frozen=True, slots=True)
class ConfirmWords:
    """Yes, that's it, or Not what I said: by the speaker alone, of words somebody else typed for them (S14)."""

    item: Id
    right: bool

    def decide(self, meeting: "Meeting", actor: "Actor") -> list[To]:
        """The speaker's answer."""
        stream, item = standing(meeting, actor, self.item)
        typed_for = to_confirm(meeting, actor, item.speaker) == "none" and item.confirmed != "none"
        if item.speaker != actor.person or not typed_for:
            raise Refused("not_yours", "Only the person whose words these are can say whether they are right.")
        return [To(stream, WordsConfirmed(item.id, self.right))]
