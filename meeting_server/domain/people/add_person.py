"""People: anyone spoken of or speaking, at the meeting or not."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import ClassVar

from ..audiences import ROOM, To
from ..board import Board, Change, When
from ..facts import MeetingFacts
from ..kinds import Key, Line, Name, PersonId
from ..meeting import Meeting
from ..refused import Refused, sentence
from .actor import Actor
from .persons import Person


@dataclass(frozen=True, slots=True)
class PersonAdded:
    """A person is part of this meeting's talk. What names them is kept in the people table, not in the chain."""

    KEPT_APART: ClassVar[tuple[str, ...]] = ("name", "relationship", "age", "called")
    person: PersonId
    child: bool
    name: Name
    relationship: Line = ""
    age: Line = ""
    agency: Key | None = None
    called: Line = ""

    def changes(self, board: Board, when: When) -> Iterable[Change]:
        person = Person(self.person, self.child, self.name, self.relationship, self.age, self.agency, None, self.called)
        yield Change("people", self.person, person)
        facts = board.get(MeetingFacts, "meeting")
        if self.child and facts and facts.state == "prepared":
            yield Change("meeting", "meeting", replace(facts, children=(*facts.children, self.person)))


@dataclass(frozen=True, slots=True)
class AddPerson:
    """Name somebody who is not at the meeting, so that points and actions can be theirs: a relative, a report-only GP.

    Refused: `id_taken`. Whether they are a child is asked because a child's words go by the chair's desk first.
    """

    person: PersonId
    name: Name
    relationship: Line = ""
    child: bool = False
    agency: Key | None = None

    def decide(self, meeting: Meeting, actor: Actor) -> list[To]:
        """The person is added for everyone."""
        if meeting.taken(Person, self.person):
            raise Refused("id_taken", "That person is already on the list.")
        if self.agency and all(self.agency != agency.key for agency in meeting.template.agencies):
            raise Refused(
                "bad_data", "Choose an agency from the list.", fields={"agency": [sentence("Not in the list.")]}
            )
        added = PersonAdded(self.person, self.child, self.name, self.relationship, "", self.agency)
        return [To(ROOM, added)]
