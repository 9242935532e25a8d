"""Reports sent to the meeting: which came, and whether the family saw them first."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal

from ..audiences import ROOM, To
from ..board import Board, Change, When
from ..kinds import Id, PersonId, Stamp
from ..meeting import Meeting
from ..people.actor import Actor
from ..people.persons import find_person
from ..refused import Refused

Came = Literal["received", "not_received", "late"]
Saw = Literal["yes", "no", "not_known"]


@dataclass(frozen=True, slots=True)
class Report:
    """A person's report: whether it came, and whether the family saw it before the meeting. `id` is the person's."""

    KIND: ClassVar[str] = "reports"
    id: Id
    state: Came
    family_saw: Saw
    at: Stamp


@dataclass(frozen=True, slots=True)
class ReportNoted:
    """It was noted whether somebody's report came. `state` null: there is nothing to note after all."""

    person: PersonId
    state: Came | None
    family_saw: Saw

    def changes(self, board: Board, when: When) -> Iterable[Change]:
        noted = Report(self.person, self.state, self.family_saw, when.time) if self.state else None
        yield Change("reports", self.person, noted)


@dataclass(frozen=True, slots=True)
class NoteReport:
    """Note whether somebody's report came, at the meeting or not, and whether the family saw it first.

    Refused: `not_seen` (a report that did not come was not seen); `not_found` for people of another meeting.
    """

    person: PersonId
    state: Annotated[Came | None, "null takes the note away"]
    family_saw: Saw = "not_known"

    def decide(self, meeting: Meeting, actor: Actor) -> list[To]:
        """The note, for everyone: it is in their record."""
        person = find_person(meeting, self.person)
        if self.state in (None, "not_received") and self.family_saw == "yes":
            raise Refused("not_seen", "A report that did not come can't have been seen by the family.")
        return [To(ROOM, ReportNoted(person.id, self.state, self.family_saw))]
