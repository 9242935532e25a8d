"""Parts of the forms of staff pages: what was typed, what is wrong with it, rows, and what there is to choose."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar
from uuid import UUID, uuid4

from ...domain.template.template import Agency, Role, Template
from .typed_line import read_line

R = TypeVar("R")
SPOKEN_OF = "spoken-of"
"""The choice of role for a person who is not invited."""
_ABOUT = "about"


@dataclass(slots=True)
class TypedForm:
    """Everything as it was typed or chosen. `problems` says what is wrong, by the id of the field."""

    plain: dict[str, str]
    problems: dict[str, str] = field(default_factory=dict, kw_only=True)

    def __getitem__(self, name: str) -> str:
        return self.plain[name]

    def wrong(self, name: str, says: str) -> None:
        """Notes what is wrong with a field: only the first thing. Does nothing if `says` is empty."""
        if says:
            self.problems.setdefault(name, says)

    def line(self, name: str, most: int, missing: str = "") -> str:
        """Returns one typed line, put in order. What is wrong with it goes to `problems`."""
        line, wrong = read_line(self[name], most, missing)
        self.wrong(name, wrong)
        return line


@dataclass(slots=True)
class Row:
    """One child or person as typed. `role` is empty while nothing is chosen (for a child: not at the meeting). `apart`
    is the id of the row that is never let in together with this one, `about` has the ids of the children it is here
    for.
    """

    name: str = ""
    id: str = field(default_factory=lambda: str(uuid4()))
    called: str = ""
    age: str = ""
    relationship: str = ""
    agency: str = ""
    role: str = ""
    apart: str = ""
    about: tuple[str, ...] = ()

    @property
    def is_blank(self) -> bool:
        """True if no one is meant: nothing was typed, whatever is chosen."""
        return not (self.name.strip() or self.age.strip() or self.relationship.strip() or self.called.strip())

    def fields(self, key: str) -> dict[str, str]:
        """Returns all of it by the names of the fields of this row."""
        plain = {f"{key}-{name}": getattr(self, name) for name in self.__slots__ if name != _ABOUT}
        return plain | {f"{key}-{_ABOUT}-{child}": "yes" for child in self.about}


def read_plain(sent: Mapping[str, str], names: tuple[str, ...]) -> dict[str, str]:
    """Returns the fields that occur once, as they were sent. `id` makes a form do its work only once; it is always a
    UUID.
    """
    plain = {name: sent.get(name, "")[:2000] for name in names}
    if not is_id(plain["id"]):
        plain["id"] = str(uuid4())
    return plain


def is_id(text: str) -> bool:
    """True for a UUID in lower case."""
    try:
        return str(UUID(text)) == text
    except ValueError:
        return False


def read_rows(sent: Mapping[str, str], what: str, kind: type[R], most: int) -> list[R]:
    """Returns the rows of one kind as they were sent, at least an empty one. A row is there when its first field is; a
    page may have taken one away between two others.
    """
    names: tuple[str, ...] = kind.__slots__  # type: ignore[attr-defined]
    there = re.compile(rf"{what}-(\d{{1,3}})-{names[0]}")
    numbers = sorted(int(found[1]) for name in sent if (found := there.fullmatch(name)))
    rows = [
        kind(**{name: sent.get(f"{what}-{at}-{name}", "")[:2000] for name in names if name != _ABOUT})
        for at in numbers[:most]
    ]
    for at, row in zip(numbers, rows, strict=False):
        if isinstance(row, Row):
            row.id = row.id if is_id(row.id) else str(uuid4())
            about = f"{what}-{at}-{_ABOUT}-"
            row.about = tuple(
                name.removeprefix(about) for name, value in sent.items() if name.startswith(about) and value
            )
    return rows or [kind()]


def roles_offered(template: Template) -> list[Role]:
    """Returns the roles people are invited in. The chair signs in, the big screen is paired in the room, and a child is
    named among the children.
    """
    return [role for role in template.roles if role.screen not in ("chair", "projector") and role.side != "child"]


def child_roles(template: Template) -> list[Role]:
    return [role for role in template.roles if role.side == "child" and role.screen == "board"]


def choices(named: Iterable[Role | Agency]) -> list[tuple[str, str]]:
    return [(one.key, one.label) for one in named]


def agencies_of(template: Template) -> set[str]:
    """Returns the keys of where people come from."""
    return {agency.key for agency in template.agencies}


def usual_agencies(template: Template) -> dict[str, str]:
    """Returns where people of a role come from, for the roles of which that is plain: those of the family's side."""
    family = next((agency.key for agency in template.agencies if agency.tint == "family"), "")
    return {role.key: family for role in template.roles if role.side == "family" and family}
