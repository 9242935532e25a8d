"""Moving a point: "Move to..." and re-filing with history (D6)."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from ..audiences import To
from ..board import Board, Change, When
from ..kinds import Id, Key, PersonId
from ..meeting import Meeting
from ..people.actor import Actor
from ..refused import Refused, not_found
from .items import Item, Order, Refiled, to_every_copy, writable
from .point_rules import may_write, place


@dataclass(frozen=True, slots=True)
class ItemMoved:
    """It was put elsewhere: another column, category, child or place in the order."""

    item: Id
    column: Key
    category: Key | None
    children: tuple[PersonId, ...]
    order: Order | None = None

    def changes(self, board: Board, when: When) -> Iterable[Change]:
        # The old place is kept in its history where it was filed under something else.
        item = board.get(Item, self.item)
        if not item or item.taken_back:
            return
        before = (item.column, item.category, item.children)
        refiled = item.refiled
        if before != (self.column, self.category, self.children):
            refiled = (*refiled, Refiled(*before, by=when.actor, at=when.time))
        order = (when.n,) if self.order is None else self.order
        moved = replace(
            item, column=self.column, category=self.category, children=self.children, order=order, refiled=refiled
        )
        yield Change("items", item.id, moved)


@dataclass(frozen=True, slots=True)
class MoveItem:
    """Move a point to another column, category, child or place; re-filing keeps its history (D6).

    `place`: `same` keeps the order, `first`, `last`, or `after` with the point it is to follow in `after`.
    Refused: `column_not_yours`, `has_owner`, `not_yours`, `taken_back`, and a place that is not on the board.
    """

    item: Id
    column: Key
    category: Key | None = None
    children: tuple[PersonId, ...] = ()
    place: Literal["same", "first", "last", "after"] = "last"
    after: Id | None = None

    def decide(self, meeting: Meeting, actor: Actor) -> list[To]:
        """The point in its new place."""
        stream, item = writable(meeting, actor, self.item)
        place(meeting, self.column, self.category, self.children)
        if self.column != item.column:
            may_write(meeting, actor, self.column, item.speaker)
        column = meeting.template.column(self.column)
        if item.action and not (column and column.actions):
            raise Refused("has_owner", "This is an action with an owner. Take the owner off before you move it.")
        order = self._order(meeting, stream, item)
        moved = ItemMoved(item.id, self.column, self.category, self.children, order)
        return to_every_copy(meeting, stream, item, moved)

    def _order(self, meeting: Meeting, stream: str, item: Item) -> tuple[int, ...] | None:
        """None for last. After X: X's order and then our negative number, so that nothing else need be touched."""
        n = meeting.board(stream).n + 1
        if self.place == "same":
            return item.order
        if self.place == "first":
            return (-n,)
        if self.place == "last":
            return None
        after = meeting.board(stream).get(Item, self.after or "")
        if after is None or after.id == item.id:
            raise not_found()
        return (*after.order, -n)
