"""For which of the children a member of the family comes: what is given to them is about these children alone."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from ..board import Board, Change, When
from ..kinds import PersonId
from ..meeting import Meeting


@dataclass(frozen=True, slots=True)
class AboutChildren:
    """The children a person of the family is here for, on the chair's desk."""

    KIND: ClassVar[str] = "about_children"
    id: PersonId
    children: tuple[PersonId, ...]


@dataclass(frozen=True, slots=True)
class AboutChildrenStated:
    """It was said for which children a person is here. No child: that is not known any more."""

    person: PersonId
    children: tuple[PersonId, ...]

    def changes(self, board: Board, when: When) -> Iterable[Change]:
        stated = AboutChildren(self.person, self.children) if self.children else None
        yield Change("about_children", self.person, stated)


def children_of(meeting: Meeting, person: str) -> tuple[str, ...] | None:
    """Returns the children this person is here for, in the order of the meeting. None if that was not said."""
    found = meeting.desk.get(AboutChildren, person)
    return tuple(one for one in meeting.children() if one in found.children) if found else None
