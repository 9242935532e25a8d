"""Addenda: the one thing that can be added to a locked record."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from ..audiences import ROOM, To
from ..board import Board, Change, When
from ..kinds import AttendeeId, Id, Line, PersonId, Stamp, Text
from ..meeting import Meeting
from ..people.actor import Actor
from ..people.speaking_for import speaking_for
from ..refused import Refused, sentence


@dataclass(frozen=True, slots=True)
class Addendum:
    """What was added after the record was locked, with its author and the reason."""

    KIND: ClassVar[str] = "addenda"
    id: Id
    person: PersonId
    by: AttendeeId
    reason: Line
    text: Text
    at: Stamp


@dataclass(frozen=True, slots=True)
class AddendumAdded:
    """Something was added to the locked record."""

    addendum: Id
    person: PersonId
    reason: Line
    text: Text

    def changes(self, board: Board, when: When) -> Iterable[Change]:
        added = Addendum(self.addendum, self.person, when.actor, self.reason, self.text, when.time)
        yield Change("addenda", self.addendum, added)


@dataclass(frozen=True, slots=True)
class AddAddendum:
    """Add to the locked record: what, whose it is, and why. The record itself never changes."""

    addendum: Id
    text: Text
    reason: Line
    person: PersonId | None = None

    def decide(self, meeting: Meeting, actor: Actor) -> list[To]:
        """The addendum."""
        if not self.reason.strip():
            raise Refused(
                "reason_missing", "Say why this is added.", fields={"reason": [sentence("Say why this is added.")]}
            )
        if meeting.taken(Addendum, self.addendum):
            raise Refused("id_taken", "This was added already.")
        person = speaking_for(meeting, actor, self.person, "addendum")
        return [To(ROOM, AddendumAdded(self.addendum, person, self.reason, self.text))]
