"""Read it to me: a person asks that the words that wait for their answer are read to them."""

from dataclasses import dataclass

from ..audiences import To
from ..kinds import Id, PersonId
from ..meeting import Meeting
from ..people.actor import Actor
from ..people.requests import RequestMade, to_both
from ..refused import not_found
from .items import Item


@dataclass(frozen=True, slots=True)
class AskToRead:
    """Read it to me: a point that waits for my answer, or the question about a child. A later asking replaces an
    earlier one. Refused: `not_found`.
    """

    item: Id | None = None
    child: PersonId | None = None

    def decide(self, meeting: Meeting, actor: Actor) -> list[To]:
        """The request, for the chair's desk and the one who asked."""
        item = meeting.room.get(Item, self.item) if self.item else None
        known = (item is not None and item.taken_back is None) if self.item else self.child in meeting.children()
        if not known or (self.item and self.child):
            raise not_found()
        return to_both(actor.id, RequestMade(actor.id, "read", str(self.item or self.child)))
