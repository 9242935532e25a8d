"""A child's own words that a person who comes in later would read: they were found safe for those who were here."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from ..meeting import Meeting
from ..numbers.numbers import Number
from ..people.persons import Attendee, known_person
from ..points.items import Item
from ..points.views import View
from .whose_words import AsideKind, words_of


class ChildsWords(NamedTuple):
    """Where a child's words stand, as they are put aside: `n` is the answer of an action, else null."""

    kind: AsideKind
    thing: str
    n: int | None
    child: str


def childrens_words_for(meeting: Meeting, attendee: Attendee) -> list[ChildsWords]:
    """Returns the children's words that this attendee would read for the first time. None before the meeting is open;
    none for those who come with their work; of a person who comes back, only what was said since. A child's own words
    are theirs."""
    side = meeting.template.role(attendee.role).side
    if meeting.state == "prepared" or side == "professional" or attendee.attendance == "here":
        return []
    since = (attendee.left_at or 0) if attendee.attendance == "left" else 0
    return [
        ChildsWords(kind, thing, n, person)
        for kind, thing, n, part, person in _spoken(meeting)
        if person != attendee.person and part.at > since and _is_child(meeting, person) and words_of(kind, part)
    ]


def _spoken(meeting: Meeting) -> Iterator[tuple[AsideKind, str, int | None, Any, str]]:
    """Everything in the room that a person may have said in words: its kind, its id, itself, and who said it."""
    for item in meeting.room.each(Item):
        yield "items", item.id, None, item, item.speaker
        for answer in item.progress:
            # A child's point holds its answers' words too, and goes with them.
            if item.taken_back is None and answer.person != item.speaker:
                yield "progress", item.id, answer.n, answer, answer.person
    for view in meeting.room.each(View):
        yield "views", view.id, None, view, view.person
    for number in meeting.room.each(Number):
        if not number.hidden:
            yield "numbers", number.id, None, number, number.person


def _is_child(meeting: Meeting, person: str) -> bool:
    found = known_person(meeting, person)
    return found is not None and found.child
