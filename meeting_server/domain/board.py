"""A board: what one audience has been told, folded from its stream; and how an event changes it.

A board is immutable and built on persistent maps, so that keeping the old one costs nothing and a change costs the
same at the ten-thousandth point as at the first.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple, Protocol, TypeVar, cast

from rpds import HashTrieMap

from .kinds import plain


class When(NamedTuple):
    """Where an event stands in the log: its number in its stream, server time in ms, the attendee who did it."""

    n: int
    time: int
    actor: str


class Change(NamedTuple):
    """A thing as it is from now on, or None once it is gone from this board."""

    kind: str
    id: str
    thing: Any


class Event(Protocol):
    """What happened. Frozen dataclasses whose body goes to the log; `changes` says what it does to a board."""

    def changes(self, board: Board, when: When) -> Iterable[Change]:
        """The things this event touches, as they stand afterwards."""
        ...


T = TypeVar("T")
_EMPTY: HashTrieMap[str, Any] = HashTrieMap()


@dataclass(frozen=True, slots=True)
class Board:
    """One audience's things by kind and id, and `n`, the number of the last event folded in."""

    n: int = 0
    kinds: HashTrieMap[str, HashTrieMap[str, Any]] = field(default_factory=HashTrieMap)

    def get(self, cls: type[T], id: str) -> T | None:
        """The thing of this class with this id, or None."""
        return cast("T | None", self.kinds.get(_kind(cls), _EMPTY).get(id))

    def each(self, cls: type[T]) -> Iterator[T]:
        """All things of this class, in no order. Costs their number: keep it off the way of adding a point."""
        return iter(cast("Iterable[T]", self.kinds.get(_kind(cls), _EMPTY).values()))

    def count(self, cls: type[T]) -> int:
        """How many things of this class there are."""
        return len(self.kinds.get(_kind(cls), _EMPTY))

    def after(self, event: Event, when: When) -> tuple[Board, list[Change]]:
        """This board once `event` has happened, and what changed. An event about a thing that is not here (its text
        was redacted and with it the thing) changes nothing."""
        kinds = self.kinds
        changed = list(event.changes(self, when))
        for kind, id, thing in changed:
            things = kinds.get(kind, _EMPTY)
            kinds = kinds.insert(kind, things.discard(id) if thing is None else things.insert(id, thing))
        return Board(when.n, kinds), changed


def _kind(cls: type) -> str:
    return cls.KIND  # type: ignore[attr-defined, no-any-return]


def seen(thing: Any) -> Any:
    """What a browser may hold of `thing`, or None: most things say all of themselves, a sealed number typed for
    somebody else only that it was sent, a hidden number nothing."""
    seen_as = getattr(thing, "seen_as", None)
    return thing if seen_as is None else seen_as()


def patch_of(audience: str, n: int, changed: Iterable[Change], before: Board) -> dict[str, Any]:
    """The patch that tells a browser how its board changed: `put` whole things, `gone` ids, by kind. Of a thing that
    changed twice it says how it stands at last; of one that no browser has seen or sees now, not even its id."""
    put: dict[str, dict[str, Any]] = {}
    gone: dict[str, list[str]] = {}
    last = {(kind, id): thing for kind, id, thing in changed}
    for (kind, id), thing in last.items():
        now = None if thing is None else seen(thing)
        if now is None:
            was = before.kinds.get(kind, _EMPTY).get(id)
            if was is not None and seen(was) is not None:
                gone.setdefault(kind, []).append(id)
        else:
            put.setdefault(kind, {})[id] = plain(now)
    return {"audience": audience, "n": n, "put": put, "gone": gone}


def snapshot_of(board: Board) -> dict[str, Any]:
    """A board whole, as a browser may hold it: `{"n", "things": {kind: {id: thing}}}`, empty kinds left out. The things
    are as they stand on the board; `plain` gives JSON's own types, and what writes them out reads them as they are."""
    kinds = {
        kind: {id: now for id, thing in things.items() if (now := seen(thing)) is not None}
        for kind, things in board.kinds.items()
    }
    return {"n": board.n, "things": {kind: things for kind, things in kinds.items() if things}}
