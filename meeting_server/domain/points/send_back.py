"""Sending back what waits on the chair's desk: its writer has it for themselves again, with the chair's reason."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated

from ..audiences import DESK, To, own_stream
from ..board import Board, Change, When
from ..kinds import Id, Line
from ..meeting import Meeting
from ..people.actor import Actor
from ..people.persons import find_person
from ..refused import Refused, not_found
from .items import Item
from .private_points import PrivateItemSentBack
from .said import said_by


@dataclass(frozen=True, slots=True)
class HeldItemSentBack:
    """The desk's copy of a held point went back to its writer."""

    item: Id

    def changes(self, board: Board, when: When) -> Iterable[Change]:
        yield Change("items", self.item, None)


@dataclass(frozen=True, slots=True)
class SendBackItem:
    """Send a held point back to its writer, with why: it is theirs alone again, to change, drop or show. The chair's
    alone. A child's words are not sent back, so that they are never lost. Refused: `childs_words`, `not_found`.
    """

    item: Id
    why: Annotated[Line, "what its writer reads"] = ""

    def decide(self, meeting: Meeting, actor: Actor) -> list[To]:
        """Gone from the desk, and a private point of its writer's again; the text of both is cleared from before."""
        held = meeting.desk.get(Item, self.item)
        if held is None or held.taken_back or not held.held:
            raise not_found()
        if find_person(meeting, held.speaker).child:
            raise Refused("childs_words", "A child's words stay on your desk until they are safe to show.")
        own = own_stream(held.recorded_by)
        copy = meeting.board(own).get(Item, held.id)
        back = PrivateItemSentBack(**said_by(held), item=held.id, version=held.version, why=self.why)
        return [
            To(DESK, HeldItemSentBack(held.id), redacts=held.sources),
            To(own, back, redacts=copy.sources if copy else ()),
        ]
