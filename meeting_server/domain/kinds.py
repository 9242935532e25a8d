"""The kinds of value that travel in commands, events and things, each named once.

`meeting_server.schemas` turns them into marshmallow fields, `docs/protocol.md` into sentences and JSDoc types:
one source for what is admitted and what is said about it.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from operator import attrgetter
from types import NoneType
from typing import Annotated, Any, Literal, get_args, get_origin, get_type_hints

from .refused import sentence


@dataclass(frozen=True, slots=True)
class Kind:
    """What a text or whole number may be. `least` and `most` count characters of a text, or bound a
    number; the line breaks of a `one_line` text become spaces. `must` is said of a number out of bounds and of a text
    that does not fit the pattern."""

    name: str
    says: str
    least: int = 0
    most: int = 0
    pattern: str = ""
    one_line: bool = False
    must: str = ""


_UUID = r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
_NO_UUID = sentence("This must be a UUID in lower case.")
Id = Annotated[str, Kind("Id", "a UUID in lower case", pattern=_UUID, must=_NO_UUID)]
PersonId = Annotated[str, Kind("PersonId", "the id of a person: a UUID in lower case", pattern=_UUID, must=_NO_UUID)]
AttendeeId = Annotated[
    str, Kind("AttendeeId", "the id of an attendee: a UUID in lower case", pattern=_UUID, must=_NO_UUID)
]
IDS = frozenset({"Id", "PersonId", "AttendeeId"})
"""The names of the kinds that are UUIDs."""
ThingId = Annotated[
    str,
    Kind(
        "ThingId",
        "the id of a thing on the board: a UUID, a key, or several of them with colons",
        least=1,
        most=200,
        pattern=r"[a-z0-9_-]+(:[a-z0-9_-]+)*",
        must=sentence("This must be the id of a thing on the board."),
    ),
]
Key = Annotated[
    str,
    Kind(
        "Key",
        "a key from the meeting template",
        least=1,
        most=40,
        pattern=r"[a-z0-9][a-z0-9_-]*",
        must=sentence("This must be a key from the meeting template."),
    ),
]
Text = Annotated[str, Kind("Text", "what was said: 1 to 2,000 characters of plain text", least=1, most=2000)]
Account = Annotated[str, Kind("Account", "a longer account: 1 to 6,000 characters of plain text", least=1, most=6000)]
Line = Annotated[
    str, Kind("Line", "a line of at most 300 characters of plain text, which may be empty", most=300, one_line=True)
]
Packet = Annotated[str, Kind("Packet", "the data of a command as JSON: 2 to 40,000 characters", least=2, most=40_000)]
Name = Annotated[str, Kind("Name", "a name: 1 to 100 characters", least=1, most=100, one_line=True)]
Date = Annotated[
    str,
    Kind(
        "Date",
        "a day, as 2026-03-19",
        pattern=r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])",
        must=sentence("This must be a day, as 2026-03-19."),
    ),
]
Count = Annotated[
    int,
    Kind(
        "Count",
        "a whole number from 0 up",
        least=0,
        most=2**53,
        must=sentence("This must be a whole number from 0 up."),
    ),
]
Stamp = Annotated[
    int,
    Kind(
        "Stamp",
        "milliseconds since 1970, from the server's clock",
        least=0,
        most=2**53,
        must=sentence("This must be milliseconds since 1970, from the server's clock."),
    ),
]
Ten = Annotated[
    int,
    Kind(
        "Ten",
        "a whole number from 0 to 10",
        least=0,
        most=10,
        must=sentence("This must be a whole number from 0 to 10."),
    ),
]

Colour = Literal["red", "amber", "green"]
Basis = Literal["proof", "seen", "said", "view", "guess"]
Answer = Literal["number", "dont_know", "rather_not"]
Unit = Literal["working_days", "days", "weeks", "months"]
CLEARED = "These words were taken back."
"""What stands in place of words that should not have been written."""
PUT_ASIDE = "These words were put aside."
"""What stands in place of words that were put aside, where a thing has no mark of its own."""


BREAKS = "\r\n|[\r\x0b\x0c\x85\u2028\u2029]"
"""What breaks a line elsewhere: in slides, PDF files and on telephones. Here a line feed does."""
NOT_SHOWN = "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
"""What no text may hold: control characters but line feed and tab, half surrogate pairs, and marks that turn the
direction of writing unseen, by which a text can read otherwise than it is."""
UNSEEN = (
    r"[\s\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2060-\u206f\u2800\u3164"
    r"\ufe00-\ufe0f\ufeff\uffa0]"
)
"""What takes room at most and shows nothing: a text of nothing else is empty."""

_BREAKS, _NOT_SHOWN, _UNSEEN = re.compile(BREAKS), re.compile(NOT_SHOWN), re.compile(f"{UNSEEN}*")


def tidied(text: str) -> str:
    """A pasted text as it may be sent: line feeds where lines end, and nothing in it that can't be shown. For the pages
    and forms of ours; on the wire such a text is refused, so that nobody's exact words are changed unseen."""
    return _NOT_SHOWN.sub("", _BREAKS.sub("\n", text))


def can_be_shown(text: str) -> bool:
    """True if there is nothing in it that no text may hold."""
    return _NOT_SHOWN.search(text) is None


def is_empty(text: str) -> bool:
    """True if there is nothing in it to see."""
    return _UNSEEN.fullmatch(text) is not None


_BARE = frozenset({str, int, bool, NoneType})


@cache
def _fields(cls: Any) -> tuple[tuple[str, ...], Callable[[Any], tuple[Any, ...]]] | None:
    """The names of a dataclass's fields, and what gives all their values at once; None for another class."""
    names = tuple(field.name for field in fields(cls)) if is_dataclass(cls) else ()
    if len(names) > 1:
        return names, attrgetter(*names)
    return (names, lambda value: tuple(getattr(value, name) for name in names)) if is_dataclass(cls) else None


def plain(value: Any) -> Any:
    """`value` as JSON's own types: a dataclass becomes a dict, a tuple a list. Nothing is left out."""
    if type(value) in _BARE:
        return value
    cls: Any = type(value)
    known = _fields(cls)
    if known is not None:
        names, values = known
        return {name: one if type(one) in _BARE else plain(one) for name, one in zip(names, values(value), strict=True)}
    if isinstance(value, list | tuple):
        return [plain(one) for one in value]
    if isinstance(value, dict):
        return {key: plain(one) for key, one in value.items()}
    return value


@cache
def _builders(cls: type) -> tuple[tuple[str, Any], ...]:
    hints = get_type_hints(cls, include_extras=False)
    made = ((one.name, _builder(hints[one.name])) for one in fields(cls))
    return tuple((name, build) for name, build in made if build is not None)


def _builder(kind: Any) -> Any:
    """What turns JSON's form of a field into ours, or None where they are the same."""
    args = get_args(kind)
    if get_origin(kind) is tuple:
        inner = _builder(args[0])
        return tuple if inner is None else lambda value: tuple(inner(one) for one in value)
    if is_dataclass(kind):
        return lambda value: built(kind, value)
    inner = next((found for one in args if (found := _builder(one)) is not None), None)
    return None if inner is None else lambda value: None if value is None else inner(value)


def built(cls: Any, data: dict[str, Any]) -> Any:
    """The `cls` that `plain` made `data` of. For our own log only: nothing is checked."""
    data = dict(data)
    for name, build in _builders(cls):
        if name in data:
            data[name] = build(data[name])
    return cls(**data)
