"""The acts of the administrator: each with its fields, read as strictly as a browser's command."""

from dataclasses import dataclass
from typing import Any, get_args

from ..domain.kinds import Line, plain
from ..domain.refused import Refused
from ..schemas import load


@dataclass(frozen=True, slots=True)
class ListAccounts:
    """Lists every account, with closed ones if `closed`."""

    closed: bool


@dataclass(frozen=True, slots=True)
class InviteAccount:
    """Makes an account for a new person, and the link by which they set their password."""

    name: Line
    email: Line


@dataclass(frozen=True, slots=True)
class CloseAccount:
    """Closes the account of a person who has left: they sign in no more, and everything they have open ends."""

    email: Line


@dataclass(frozen=True, slots=True)
class ReopenAccount:
    """Reopens the account of a person who is back."""

    email: Line


@dataclass(frozen=True, slots=True)
class ResetAccount:
    """Makes a link by which they set another password. `now` ends at once what they have open."""

    email: Line
    now: bool


@dataclass(frozen=True, slots=True)
class GiveFamily:
    """Gives a family's earlier meetings to a person, when no one who was at one can give them any more."""

    reference: Line
    email: Line
    why: Line


Act = ListAccounts | InviteAccount | CloseAccount | ReopenAccount | ResetAccount | GiveFamily
_BY_NAME = {one.__name__: one for one in get_args(Act)}


@dataclass(frozen=True, slots=True)
class Answer:
    """The result: sentences for a person, and a code for a program if it was refused."""

    says: tuple[str, ...]
    refused: str = ""


def written(act: Act) -> dict[str, Any]:
    return {"act": type(act).__name__, "data": plain(act)}


def read(asked: Any) -> Act:
    """Returns the act that was written. If it is none, raises Refused `bad_data`, or marshmallow's ValidationError."""
    kind = _BY_NAME.get(str(asked.get("act"))) if isinstance(asked, dict) else None
    if kind is None:
        raise Refused("bad_data", "This server does not know that. Is it of the same release?")
    found: Act = load(kind, asked.get("data"))
    return found
