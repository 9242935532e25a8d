"""Private points: what somebody wrote and nobody else has seen. They stand in their writer's own stream alone.

A private point becomes an ordinary one when its writer or the chair shows it (`showing_private.py`): then it is gone
from here and its text cleared from the own stream, so that taking the shown one back leaves no second copy anywhere.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Annotated, ClassVar

from .board import Board, Change, When
from .kinds import Basis, Count, Id, Key, Line, Stamp, Text


@dataclass(frozen=True, slots=True)
class PrivateItem:
    """A point only its writer can see, with everything it will say once it is shown.

    `apart` is the private writing it was written in and will be shown with, or null. `sent_back` is why the chair sent
    it back. `version` counts changes of the text; `sources` are the own stream's events that hold it.
    """

    KIND: ClassVar[str] = "private_items"
    id: Id
    column: Key
    category: Key | None
    children: tuple[Id, ...]
    text: Text
    speaker: Id
    basis: Basis | None
    source: Line
    when: Line
    exact: bool
    obtained: Key | None
    answers: Id | None
    lang: Annotated[Key | None, "the language it is written in, of the template's; null for English"]
    at: Stamp
    version: Count = 1
    apart: Id | None = None
    sent_back: Line = ""
    sources: tuple[Count, ...] = ()


@dataclass(frozen=True, slots=True)
class PrivateItemWritten:
    """A point was written in private."""

    item: Id
    column: Key
    category: Key | None
    children: tuple[Id, ...]
    text: Text
    speaker: Id
    basis: Basis | None
    source: Line
    when: Line
    exact: bool
    obtained: Key | None
    answers: Id | None
    lang: Key | None
    apart: Id | None

    def changes(self, board: Board, when: When) -> Iterable[Change]:
        """The private point."""
        yield Change(
            "private_items",
            self.item,
            PrivateItem(
                self.item, self.column, self.category, self.children, self.text, self.speaker, self.basis, self.source,
                self.when, self.exact, self.obtained, self.answers, self.lang, when.time, apart=self.apart,
                sources=(when.n,),
            ),
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class PrivateItemChanged:
    """Its writer put it in other words."""

    item: Id
    text: Text

    def changes(self, board: Board, when: When) -> Iterable[Change]:
        """The new text and its version."""
        item = board.get(PrivateItem, self.item)
        if item:
            changed = replace(item, text=self.text, version=item.version + 1, sources=(*item.sources, when.n))
            yield Change("private_items", item.id, changed)


@dataclass(frozen=True, slots=True)
class PrivateItemDropped:
    """Its writer dropped it: nobody else ever saw it."""

    item: Id

    def changes(self, board: Board, when: When) -> Iterable[Change]:
        """It is gone."""
        yield Change("private_items", self.item, None)


@dataclass(frozen=True, slots=True)
class PrivateItemShown:
    """It became a point of the board, or one that waits on the chair's desk, under the id `shown_as`."""

    item: Id
    shown_as: Id

    def changes(self, board: Board, when: When) -> Iterable[Change]:
        """It is private no more."""
        yield Change("private_items", self.item, None)


@dataclass(frozen=True, slots=True)
class PrivateItemSentBack:
    """The chair sent a held point back to its writer, whose own again it is. Says all of itself: the events that held
    its text before are redacted."""

    item: Id
    column: Key
    category: Key | None
    children: tuple[Id, ...]
    text: Text
    speaker: Id
    basis: Basis | None
    source: Line
    when: Line
    exact: bool
    obtained: Key | None
    answers: Id | None
    lang: Key | None
    version: Count
    why: Line

    def changes(self, board: Board, when: When) -> Iterable[Change]:
        """A private point again, with the chair's reason, in place of the held one."""
        yield Change("items", self.item, None)
        yield Change(
            "private_items",
            self.item,
            PrivateItem(
                self.item, self.column, self.category, self.children, self.text, self.speaker, self.basis, self.source,
                self.when, self.exact, self.obtained, self.answers, self.lang, when.time, version=self.version,
                sent_back=self.why, sources=(when.n,),
            ),
        )  # fmt: skip
