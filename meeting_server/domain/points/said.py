"""What a point says, declared once, and how every form of a point hands it on.

A point is written in private, held, released, sent back, shown, taken back and brought forward. A field that one of
those forgets is missing from the record of a court, without a mark.
"""

from dataclasses import dataclass, fields
from typing import Annotated, Any, Literal

from ..kinds import Basis, Id, Key, Line, PersonId, Text

Lang = Annotated[Key | None, "the language it is written in, of the template's; null for English"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What somebody said: the words, whose they are, about whom, and how we know. Every form of a point has these.

    `children` empty means all the children. `speaker` is the person whose statement it is. `source`, `when`, `basis`
    and `exact` say how we know it (D15); `obtained` how a child's words came to us (S4). `answers` is the danger this
    goal answers, or the point this one belongs to. `text` is empty only where the words were taken back.
    """

    category: Key | None
    children: tuple[PersonId, ...]
    text: Text | Literal[""]
    speaker: PersonId
    basis: Basis | None
    source: Line
    when: Line
    exact: bool
    obtained: Key | None
    answers: Id | None = None
    lang: Lang = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Said(Statement):
    """What a point says, and the column of this meeting's board it says it in."""

    column: Key


FIELDS = tuple(one.name for one in fields(Said))
_STATEMENT = tuple(one.name for one in fields(Statement))


def said_by(point: Any, **changed: Any) -> dict[str, Any]:
    """The fields of `Said` as they stand in `point`, any form of one or a command with the same fields; but for those
    in `changed`."""
    return {name: changed[name] if name in changed else getattr(point, name) for name in FIELDS}


def stated_by(point: Said) -> dict[str, Any]:
    """The fields of `Statement` as they stand in `point`."""
    return {name: getattr(point, name) for name in _STATEMENT}


def unsaid(column: str, children: tuple[str, ...], speaker: str) -> dict[str, Any]:
    """The fields of `Said` where the words are gone: who said something, about whom and where, and nothing of it."""
    return {
        "column": column,
        "category": None,
        "children": children,
        "text": "",
        "speaker": speaker,
        "basis": None,
        "source": "",
        "when": "",
        "exact": False,
        "obtained": None,
    }
