"""What was put aside: the mark the room reads, what the fold keeps so that it can come back, and the copies to read."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Annotated, Any, ClassVar

from ..board import Board, Change, When
from ..kinds import Account, AttendeeId, Count, Id, Line, PersonId, Stamp, ThingId
from ..points.items import TakenBack
from .whose_words import AsideKind, ThingWithWords, find, put
from .without_words import is_bare, whole

Whose = Annotated[tuple[PersonId, ...], "the people whose words these are; none where the room agreed on them"]


@dataclass(frozen=True, slots=True)
class Aside:
    """That words were put aside: of which thing, whose, by which attendee, when and why. No word of them is here.

    `thing` is an id of that `kind`; `n` the answer of an action, or the version of a statement. `erased`: they are gone
    for good, by whom, when and why.
    """

    KIND: ClassVar[str] = "asides"
    id: Id
    kind: AsideKind
    thing: ThingId
    n: Count | None
    whose: Whose
    by: AttendeeId
    at: Stamp
    why: Line
    erased: TakenBack | None = None


@dataclass(frozen=True, slots=True)
class KeptAside:
    """What was put aside, whole, so that it can be put back. It stands on the board and is never sent to anybody."""

    KIND: ClassVar[str] = "kept_asides"
    id: Id
    part: ThingWithWords

    def seen_as(self) -> None:
        """Nothing: whoever may read the words has a copy of their own."""


@dataclass(frozen=True, slots=True)
class AsideCopy:
    """Words that were put aside, to read: on the chair's desk, and in the own stream of those whose words they are."""

    KIND: ClassVar[str] = "aside_copies"
    id: Id
    kind: AsideKind
    thing: ThingId
    n: Count | None
    whose: Whose
    by: AttendeeId
    at: Stamp
    why: Line
    words: tuple[Account, ...]
    sources: tuple[Count, ...]


@dataclass(frozen=True, slots=True)
class WordsPutAside:
    """Words were put aside. `left` is what stays of the thing; it stands alone once the words before are redacted."""

    aside: Id
    kind: AsideKind
    thing: ThingId
    n: Count | None
    whose: tuple[PersonId, ...]
    why: Line
    left: ThingWithWords

    def changes(self, board: Board, when: When) -> Iterable[Change]:
        yield Change(
            "asides",
            self.aside,
            Aside(self.aside, self.kind, self.thing, self.n, self.whose, when.actor, when.time, self.why),
        )
        known = find(board, self.kind, self.thing, self.n)
        if known is not None:
            kept = KeptAside(self.aside, ThingWithWords(**{self.kind: known}))
            yield Change("kept_asides", self.aside, kept)
        left = getattr(self.left, self.kind)
        if left is not None:
            mark = TakenBack(when.actor, when.time, self.why, put_aside=True)
            yield from put(board, self.kind, self.thing, _marked(left, mark))


def _marked(left: Any, mark: TakenBack) -> Any:
    return replace(left, taken_back=mark) if hasattr(left, "taken_back") else left


@dataclass(frozen=True, slots=True)
class WordsCopied:
    """A copy of words that were put aside, for one who may go on reading them."""

    aside: Id
    kind: AsideKind
    thing: str
    n: Count | None
    whose: tuple[PersonId, ...]
    why: Line
    words: tuple[Account, ...]

    def changes(self, board: Board, when: When) -> Iterable[Change]:
        copy = AsideCopy(
            self.aside,
            self.kind,
            self.thing,
            self.n,
            self.whose,
            when.actor,
            when.time,
            self.why,
            self.words,
            (when.n,),
        )
        yield Change("aside_copies", self.aside, copy)


@dataclass(frozen=True, slots=True)
class WordsRestored:
    """What was put aside stands where it stood again."""

    aside: Id

    def changes(self, board: Board, when: When) -> Iterable[Change]:
        mark, kept = board.get(Aside, self.aside), board.get(KeptAside, self.aside)
        part = getattr(kept.part, mark.kind) if mark and kept else None
        if mark and part is not None:
            now = find(board, mark.kind, mark.thing, mark.n)
            if now is not None and is_bare(mark.kind, now):
                yield from put(board, mark.kind, mark.thing, whole(mark.kind, now, part))
        if mark:
            yield Change("asides", self.aside, None)
        yield from _no_longer_kept(board, self.aside)


@dataclass(frozen=True, slots=True)
class WordsErased:
    """What was put aside is gone for good. The mark stays."""

    aside: Id
    why: Line

    def changes(self, board: Board, when: When) -> Iterable[Change]:
        mark = board.get(Aside, self.aside)
        if mark:
            yield Change("asides", mark.id, replace(mark, erased=TakenBack(when.actor, when.time, self.why)))
        yield from _no_longer_kept(board, self.aside)


def _no_longer_kept(board: Board, aside: str) -> Iterable[Change]:
    for cls in (KeptAside, AsideCopy):
        if board.get(cls, aside) is not None:
            yield Change(cls.KIND, aside, None)
