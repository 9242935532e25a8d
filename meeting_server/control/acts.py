"""The acts that can be asked for: each with what it needs, read as strictly as a command of a browser."""

from dataclasses import dataclass
from typing import Any, get_args

from ..domain.kinds import Line, plain
from ..domain.refused import Refused
from ..schemas import load


@dataclass(frozen=True, slots=True)
class ListAccounts:
    """Every account, with those that are closed or without."""

    closed: bool


@dataclass(frozen=True, slots=True)
class InviteAccount:
    """An account for somebody new, and the link by which they set their password."""

    name: Line
    email: Line


@dataclass(frozen=True, slots=True)
class CloseAccount:
    """Somebody has left: they sign in no more, and whatever they have open ends."""

    email: Line


@dataclass(frozen=True, slots=True)
class ReopenAccount:
    """They are back."""

    email: Line


@dataclass(frozen=True, slots=True)
class ResetAccount:
    """A link by which they set another password. `now` ends at once what they have open."""

    email: Line
    now: bool


@dataclass(frozen=True, slots=True)
class GiveFamily:
    """A family's earlier meetings for somebody, where nobody who was at one can give them any more."""

    reference: Line
    email: Line
    why: Line


Act = ListAccounts | InviteAccount | CloseAccount | ReopenAccount | ResetAccount | GiveFamily
_BY_NAME = {one.__name__: one for one in get_args(Act)}


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of it: sentences for a person, and a code for a program where it was refused."""

    says: tuple[str, ...]
    refused: str = ""


def written(act: Act) -> dict[str, Any]:
    """An act as JSON."""
    return {"act": type(act).__name__, "data": plain(act)}


def read(asked: Any) -> Act:
    """The act that was written. Refused, `bad_data`, or marshmallow's ValidationError, where it is none."""
    kind = _BY_NAME.get(str(asked.get("act"))) if isinstance(asked, dict) else None
    if kind is None:
        raise Refused("bad_data", "This server does not know that. Is it of the same release?")
    found: Act = load(kind, asked.get("data"))
    return found
