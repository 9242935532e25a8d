"""What people say about a point that is not theirs: I agree, I see it differently, Yes, that's it, Not what I said.

A differing view stands beside its point in equal size and is a statement of its own (L13, S5): it stays when the point
is taken back. Nobody counts agreement.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Annotated, ClassVar, Literal

from ..audiences import To
from ..board import Board, Change, When
from ..kinds import AttendeeId, Count, Id, Line, PersonId, Stamp, Text
from ..meeting import Meeting
from ..people.actor import Actor, find_thing
from ..people.speaking_for import how_to_speak, not_a_childs, speaking_for
from ..refused import Refused, not_found
from .items import Consent, Item, TakenBack, not_held, to_confirm


@dataclass(frozen=True, slots=True)
class View:
    """How somebody sees a point differently. `person` is whose view it is, `recorded_by` the attendee who typed it;
    `source`: where it came from, if it was sent."""

    KIND: ClassVar[str] = "views"
    id: Id
    item: Id
    person: PersonId
    recorded_by: AttendeeId
    text: Text | Literal[""]
    at: Stamp
    n: Count
    taken_back: TakenBack | None = None
    source: Line = ""


@dataclass(frozen=True, slots=True)
class AgreementStated:
    """A person agreed with a point, or no longer does."""

    item: Id
    person: PersonId
    agrees: bool
    typed_by: AttendeeId | None = None

    def changes(self, board: Board, when: When) -> Iterable[Change]:
        # A person who no longer agrees is kept, with both times.
        item = board.get(Item, self.item)
        if not item or item.taken_back:
            return
        others = tuple(one for one in item.agreed_by if one.person != self.person)
        before = item.agreed_before
        if self.agrees:
            others = (*others, Consent(self.person, self.typed_by or when.actor, when.time))
        else:
            gone = (one for one in item.agreed_by if one.person == self.person)
            before = (*before, *(replace(one, withdrawn_at=when.time) for one in gone))
        yield Change("items", item.id, replace(item, agreed_by=others, agreed_before=before))


@dataclass(frozen=True, slots=True)
class SeenDifferently:
    """A person's differing view of a point."""

    view: Id
    item: Id
    person: PersonId
    recorded_by: AttendeeId
    text: Text
    source: Line = ""

    def changes(self, board: Board, when: When) -> Iterable[Change]:
        view = View(
            self.view, self.item, self.person, self.recorded_by, self.text, when.time, when.n, source=self.source
        )
        yield Change("views", self.view, view)


@dataclass(frozen=True, slots=True)
class ViewTakenBack:
    """A differing view was taken back."""

    view: Id
    item: Id
    person: PersonId
    recorded_by: AttendeeId
    why: Line

    def changes(self, board: Board, when: When) -> Iterable[Change]:
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
        item = board.get(Item, self.item)
        if item and item.taken_back is None:
            answered = replace(item, confirmed="yes" if self.right else "no", read_back_at=None)
            yield Change("items", item.id, answered)


def standing(meeting: Meeting, actor: Actor, id: str) -> tuple[str, Item]:
    """The stream and the point that can be answered now; refused as not found, taken back or held."""
    stream, item = find_thing(meeting, actor, Item, id)
    if item.taken_back:
        raise Refused("taken_back", "This point was taken back.")
    not_held(item)
    return stream, item


@dataclass(frozen=True, slots=True)
class AgreeItem:
    """I agree, or I no longer do. For oneself, or for another who may be spoken for.

    Refused: `own_point` for one's own point, `own_device`, `away`, `may_not_type_for`.
    """

    item: Id
    agrees: bool = True
    person: PersonId | None = None

    def decide(self, meeting: Meeting, actor: Actor) -> list[To]:
        """The agreement, named."""
        stream, item = standing(meeting, actor, self.item)
        person = speaking_for(meeting, actor, self.person, "position" if self.agrees else "again")
        if person == item.speaker:
            raise Refused("own_point", "This is their own point.")
        return [To(stream, AgreementStated(item.id, person, self.agrees, actor.typed_by))]


@dataclass(frozen=True, slots=True)
class SeeDifferently:
    """I see it differently: the person's own words stand beside the point, in equal size. `view` is the new view's id.

    Refused: `id_taken`, `taken_back`, `own_device`, `away`, `may_not_type_for`; `childs_words`, since a view stands
    before everyone at once.
    """

    view: Id
    item: Id
    text: Text
    person: PersonId | None = None
    source: Annotated[Line, "where it came from, when they sent it: an e-mail of which day, a report"] = ""

    def decide(self, meeting: Meeting, actor: Actor) -> list[To]:
        """The view, where its point is; whoever differs no longer agrees."""
        stream, item = standing(meeting, actor, self.item)
        not_a_childs(meeting, self.person or actor.person)
        person = speaking_for(meeting, actor, self.person, "view", self.source)
        if meeting.taken(View, self.view):
            raise Refused("id_taken", "This is already on the board.")
        said = [To(stream, SeenDifferently(self.view, item.id, person, actor.typist, self.text, self.source))]
        if any(one.person == person for one in item.agreed_by):
            said.append(To(stream, AgreementStated(item.id, person, False, actor.typed_by)))
        return said


@dataclass(frozen=True, slots=True)
class TakeBackView:
    """Take a differing view back: its text goes for good, the mark stays. By whose view it is; by whoever typed it for
    somebody without a device. Refused: `not_found`, `not_yours`.
    """

    view: Id
    why: Line = ""

    def decide(self, meeting: Meeting, actor: Actor) -> list[To]:
        """A mark in its place, and the redaction of its text."""
        stream, view = find_thing(meeting, actor, View, self.view)
        if view.taken_back:
            raise not_found()
        how_to_speak(meeting, actor, view.person, "clear", typed=view.recorded_by == actor.id)
        back = ViewTakenBack(view.id, view.item, view.person, view.recorded_by, self.why)
        return [To(stream, back, redacts=(view.n,))]


@dataclass(frozen=True, slots=True)
class ConfirmWords:
    """Yes, that's it, or Not what I said: by the speaker alone, of words somebody else typed for them (S14)."""

    item: Id
    right: bool

    def decide(self, meeting: Meeting, actor: Actor) -> list[To]:
        """The speaker's answer."""
        stream, item = standing(meeting, actor, self.item)
        typed_for = to_confirm(meeting, actor, item.speaker) == "none" and item.confirmed != "none"
        if item.speaker != actor.person or not typed_for:
            raise Refused("not_yours", "Only the person whose words these are can say whether they are right.")
        return [To(stream, WordsConfirmed(item.id, self.right))]
