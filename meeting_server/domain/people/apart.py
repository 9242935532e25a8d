"""People who are never let in together: said on staff pages, kept on the chair's desk, and held to at the door."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Annotated, ClassVar

from ..board import Board, Change, When
from ..kinds import PersonId
from ..meeting import Meeting


@dataclass(frozen=True, slots=True)
class Apart:
    """From whom a person is kept apart. It stands on the chair's desk and nowhere else."""

    KIND: ClassVar[str] = "apart"
    id: PersonId
    others: tuple[PersonId, ...] = ()


@dataclass(frozen=True, slots=True)
class KeptApart:
    """Two people are kept apart, or no longer: they are never let in together. Said by the server."""

    person: PersonId
    other: PersonId
    apart: Annotated[bool, "false takes it back"] = True

    def changes(self, board: Board, when: When) -> Iterable[Change]:
        # It holds both ways, and it stands with both of them.
        if self.person == self.other:
            return
        for one, other in ((self.person, self.other), (self.other, self.person)):
            found = board.get(Apart, one) or Apart(one)
            others = tuple(id for id in found.others if id != other)
            now = replace(found, others=(*others, other) if self.apart else others)
            yield Change("apart", one, now if now.others else None)


def apart_from(meeting: Meeting, person: str) -> tuple[str, ...]:
    """Returns the ids of the people from whom this person is kept apart."""
    found = meeting.desk.get(Apart, person)
    return found.others if found else ()


def pairs_apart(meeting: Meeting) -> set[frozenset[str]]:
    """Returns each pair of people who are kept apart, by their ids."""
    return {frozenset((one.id, other)) for one in meeting.desk.each(Apart) for other in one.others}
