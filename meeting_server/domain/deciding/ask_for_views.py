"""The chair asks people for their view on a child, each on their own screen. Not in the record."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated, ClassVar

from ..audiences import DESK, To, own_stream
from ..board import Board, Change, When
from ..kinds import PersonId, Stamp
from ..meeting import Meeting
from ..people.actor import Actor
from ..people.persons import attendee_of, find_person
from ..refused import Refused
from .agency_views import for_child, may_be_asked, rule_for


@dataclass(frozen=True, slots=True)
class ViewAsk:
    """The chair asked this person for their view on this child: known to them and to the chair's desk."""

    KIND: ClassVar[str] = "view_asks"
    id: Annotated[str, "child:person"]
    child: PersonId
    person: PersonId
    at: Stamp


@dataclass(frozen=True, slots=True)
class ViewsAskedFor:
    """These people were asked. A person's own stream names that person alone."""

    child: PersonId
    people: tuple[PersonId, ...]

    def changes(self, board: Board, when: When) -> Iterable[Change]:
        for person in self.people:
            id = for_child(self.child, person)
            yield Change("view_asks", id, ViewAsk(id, self.child, person, when.time))


@dataclass(frozen=True, slots=True)
class AskForViews:
    """Ask these people for their view on this child, on their screens.

    Refused: `no_decision`, `unknown_child`, `not_asked`, `away`.
    """

    child: PersonId
    people: tuple[PersonId, ...]

    def decide(self, meeting: Meeting, actor: Actor) -> list[To]:
        """The asking, for the chair's desk, and for each of them alone."""
        rule_for(meeting, self.child)
        people = tuple(dict.fromkeys(self.people))
        if not people:
            raise Refused("not_asked", "Choose whom to ask.")
        told = [To(own_stream(_asked(meeting, one)), ViewsAskedFor(self.child, (one,))) for one in people]
        return [To(DESK, ViewsAskedFor(self.child, people)), *told]


def _asked(meeting: Meeting, person: str) -> str:
    """Returns the attendee who is asked. Refuses a person who is not here, or whom no one asks for a view."""
    whose = find_person(meeting, person)
    attendee = attendee_of(meeting, whose.id)
    if whose.child or (attendee and not may_be_asked(meeting.template.role(attendee.role))):
        raise Refused("not_asked", "This is asked of the agencies and the family.")
    if attendee is None or attendee.attendance != "here":
        raise Refused("away", "They are not here. Ask somebody who is.")
    return attendee.id
