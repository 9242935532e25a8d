"""What every part of a record needs: the boards it may read, and who people are."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from ..audiences import DESK, PROFESSIONALS, ROOM
from ..board import Board
from ..meeting import Meeting
from ..people.names import named, whole_names
from ..people.persons import Attendee, Person, attendee_of, find_attendee, find_person, is_screen, known_person
from ..points.items import Item, TakenBack
from ..refused import Refused
from ..template.template import Agency, Role
from . import Child, Link, Side, TakenBackMark, Typist, Who

T = TypeVar("T")
FAMILY = Child("The family")
_LABELS = {ROOM: "Everyone in the meeting", PROFESSIONALS: "Professionals", DESK: "Chair's desk"}


@dataclass(frozen=True, slots=True)
class Reading:
    """A meeting as a record for certain audiences may read it. There is no way from here to an own stream."""

    meeting: Meeting
    boards: tuple[tuple[str, Board], ...] = field(repr=False)
    names: Mapping[str, str] = field(repr=False)
    refs: Mapping[str, int] = field(repr=False)
    """Which number each point has among all those of these boards, by its id."""

    def each(self, cls: type[T]) -> Iterator[tuple[str, T]]:
        """Every thing of this class with its audience, in the order of the audiences."""
        for audience, board in self.boards:
            for thing in board.each(cls):
                yield audience, thing

    def label(self, audience: str) -> str:
        """What an audience is called in print."""
        return _LABELS.get(audience, audience)

    def who(self, person: str) -> Who:
        """The person with this id: their words, or their role and agency where they are at the meeting."""
        found = known_person(self.meeting, person)
        if found is None:
            return Who("Somebody no longer named", "", "", "", "professional", "")
        attendee = attendee_of(self.meeting, person)
        agency = self._agency(attendee.agency if attendee else found.agency)
        role = self.meeting.template.role(attendee.role) if attendee else None
        label, tint = (agency.label, agency.tint) if agency else ("", "")
        part, side = role.label if role else "", _side(found, role, tint)
        return Who(self.names[person], found.relationship, part, label, side, tint)

    def _agency(self, key: str | None) -> Agency | None:
        return next((one for one in self.meeting.template.agencies if one.key == key), None)

    def is_somebody(self, attendee: Attendee) -> bool:
        """True if this attendee is a person: the big screen has a seat at the meeting too."""
        return not is_screen(self.meeting.template, attendee)

    def at(self, attendee: str) -> Who:
        """The person this attendee is."""
        found = find_attendee(self.meeting, attendee)
        return self.who(found.person if found else "")

    def typist(self, attendee: str, person: str, source: str = "") -> Typist | None:
        """Returns who typed it, with where it came from, or None where they did so themselves."""
        found = find_attendee(self.meeting, attendee)
        return None if found and found.person == person else self.by(attendee, source)

    def by(self, attendee: str, source: str = "") -> Typist:
        """Returns who typed something, with where it came from."""
        by = self.at(attendee)
        return Typist(by.name, by.relationship, by.role, by.agency, by.side, by.tint, source)

    def mark(self, gone: TakenBack | None) -> TakenBackMark | None:
        """The mark of something taken back."""
        return TakenBackMark(self.at(gone.by), gone.at, gone.why, gone.put_aside) if gone else None

    def linked(self, id: str | None, child: str | None) -> Link | None:
        """A pointer to the point with this id; a point for fewer people than these is not in this part either."""
        if id is None:
            return None
        item = self.item(id)
        return Link("", "", "elsewhere") if item is None else self.link(item, child)

    def item(self, id: str) -> Item | None:
        """The point with this id, where this reading has it."""
        return next((found for _, board in self.boards if (found := board.get(Item, id))), None)

    def link(self, item: Item, child: str | None) -> Link:
        """A pointer to this point, without a word of it where it was taken back or is about other children only."""
        if child and item.children and child not in item.children:
            return Link("", "", "elsewhere")
        if item.taken_back:
            return Link("", "", "put_aside" if item.taken_back.put_aside else "taken_back")
        category = self.meeting.template.category(item.column, item.category)
        label = filled(category.label, self.child(child)) if category else ""
        return Link(label, item.text, "", self.tongue(item)[0], self.refs[item.id])

    def tongue(self, item: Item) -> tuple[str, str]:
        """The language a point was typed in, as a code and as a word; both empty for the meeting's own language."""
        key: str | None = getattr(item, "lang", None)
        found = next((one for one in self.meeting.template.languages if one.key == key), None)
        return (found.key, found.label) if found else ("", "")

    def child(self, id: str | None) -> Child:
        """The child with this id; None is the family as a whole."""
        if id is None:
            return FAMILY
        return Child(self.names[id], find_person(self.meeting, id).age)


def _side(person: Person, role: Role | None, tint: str) -> Side:
    if person.child:
        return "child"
    if role:
        return role.side
    return "family" if tint in ("", "family", "child") else "professional"


def name_first(who: Who) -> tuple[str, str]:
    """Sorts people by name."""
    return (who.name.casefold(), who.role)


def filled(words: str, child: Child) -> str:
    """A template's words about this child."""
    return words.replace("{child}", "the children" if child == FAMILY else child.name)


def reading(meeting: Meeting, audiences: tuple[str, ...]) -> Reading:
    """What a record for these audiences may read. Refused (`unknown_audience`): none, own streams, made-up ones."""
    known = dict.fromkeys((*_LABELS, *(one for role in meeting.template.roles for one in role.audiences)))
    asked = [one for one in known if one in audiences]
    if not audiences or set(audiences) != set(asked):
        raise Refused("unknown_audience", "There is no record for those people.")
    boards = tuple((one, meeting.board(one)) for one in asked)
    ids = dict.fromkeys(item.id for _, board in boards for item in board.each(Item))
    return Reading(meeting, boards, whole_names(named(meeting)), {id: at for at, id in enumerate(ids)})
