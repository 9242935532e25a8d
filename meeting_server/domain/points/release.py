"""Safe to show here: how a child's words (D10), and points the chair holds, get from the chair's desk to the room."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Annotated, Literal

from ..audiences import ROOM, To
from ..board import Board, Change, When
from ..kinds import Id, PersonId
from ..meeting import Meeting
from ..people.actor import Actor
from ..people.persons import find_person
from ..refused import not_found
from .items import Item, ItemAdded, id_free, streams_of_copies
from .point_rules import place
from .said import said_by


@dataclass(frozen=True, slots=True)
class ItemReleased:
    """A held point was found safe to show; the room sees it as another one."""

    item: Id
    shown_as: Id

    def changes(self, board: Board, when: When) -> Iterable[Change]:
        item = board.get(Item, self.item)
        if item and item.taken_back is None:
            yield Change("items", item.id, replace(item, held=False, shown_as=self.shown_as))


@dataclass(frozen=True, slots=True)
class ReleaseItem:
    """Safe to show here: the room sees a child's words (D10), or a point that was held, as a new point `shown_as`. The
    chair's alone, who may also say about which children it is (`children`). Refused: `id_taken`, `unknown_child`,
    `not_found`.
    """

    item: Id
    shown_as: Id
    children: Annotated[
        tuple[PersonId, ...] | None, "whose parts it stands in; null: as it was sent; empty: all of them"
    ] = None

    def decide(self, meeting: Meeting, actor: Actor) -> list[To]:
        """A new point for everyone; the held one keeps a pointer."""
        item = meeting.desk.get(Item, self.item)
        if item is None or item.taken_back or not item.held:
            raise not_found()
        id_free(meeting, self.shown_as)
        children = item.children if self.children is None else self.children
        place(meeting, item.column, item.category, children)
        confirmed: Literal["none", "waiting"] = "none"
        if item.confirmed == "waiting" and not find_person(meeting, item.speaker).child:
            confirmed = "waiting"
        shown = ItemAdded(
            **said_by(item, children=children),
            item=self.shown_as,
            confirmed=confirmed,
            held=False,
            recorded_by=item.recorded_by,
            away=item.away,
        )
        released = ItemReleased(item.id, self.shown_as)
        return [To(ROOM, shown), *(To(stream, released) for stream in streams_of_copies(meeting, item))]
