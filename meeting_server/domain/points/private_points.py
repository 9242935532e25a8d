"""Private points: what somebody wrote and nobody else has seen. They stand in their writer's own stream alone.

A private point becomes an ordinary one when its writer or the chair shows it (`showing_private.py`): then it is gone
from here and its text cleared from the own stream, so that taking the shown one back leaves no second copy anywhere.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import ClassVar

from ..board import Board, Change, When
from ..kinds import Count, Id, Line, Stamp, Text
from .said import Said, said_by


@dataclass(frozen=True, slots=True, kw_only=True)
class PrivateItem(Said):
    """A point only its writer can see, with everything it will say once it is shown.

    `apart` is the private writing it was written in and will be shown with, or null. `sent_back` is why the chair sent
    it back. `version` counts changes of the text; `sources` are the own stream's events that hold it.
    """

    KIND: ClassVar[str] = "private_items"
    text: Text
    id: Id
    at: Stamp
    version: Count = 1
    apart: Id | None = None
    sent_back: Line = ""
    sources: tuple[Count, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PrivateItemWritten(Said):
    """A point was written in private."""

    text: Text
    item: Id
    apart: Id | None

    def changes(self, board: Board, when: When) -> Iterable[Change]:
        item = PrivateItem(**said_by(self), id=self.item, at=when.time, apart=self.apart, sources=(when.n,))
        yield Change("private_items", self.item, item)


@dataclass(frozen=True, slots=True)
class PrivateItemChanged:
    """Its writer put it in other words."""

    item: Id
    text: Text

    def changes(self, board: Board, when: When) -> Iterable[Change]:
        item = board.get(PrivateItem, self.item)
        if item:
            changed = replace(item, text=self.text, version=item.version + 1, sources=(*item.sources, when.n))
            yield Change("private_items", item.id, changed)


@dataclass(frozen=True, slots=True)
class PrivateItemDropped:
    """Its writer dropped it: nobody else ever saw it."""

    item: Id

    def changes(self, board: Board, when: When) -> Iterable[Change]:
        yield Change("private_items", self.item, None)


@dataclass(frozen=True, slots=True)
class PrivateItemShown:
    """It became a point of the board, or one that waits on the chair's desk, under the id `shown_as`."""

    item: Id
    shown_as: Id

    def changes(self, board: Board, when: When) -> Iterable[Change]:
        yield Change("private_items", self.item, None)


@dataclass(frozen=True, slots=True, kw_only=True)
class PrivateItemSentBack(Said):
    """The chair sent a held point back to its writer, whose own again it is. Says all of itself: the events that held
    its text before are redacted."""

    text: Text
    item: Id
    version: Count
    why: Line

    def changes(self, board: Board, when: When) -> Iterable[Change]:
        # It stands in place of the held one.
        item = PrivateItem(
            **said_by(self), id=self.item, at=when.time, version=self.version, sent_back=self.why, sources=(when.n,)
        )
        yield Change("items", self.item, None)
        yield Change("private_items", self.item, item)
