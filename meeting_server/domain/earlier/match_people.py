"""Matches people of an earlier meeting with people here: said by the chair, never guessed. A name that is the same is
only offered."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Annotated

from ..audiences import DESK, To
from ..board import Board, Change, When
from ..kinds import PersonId
from ..meeting import Meeting
from ..people.actor import Actor
from ..people.names import Named, whole_names
from ..people.persons import known_person
from ..refused import Refused, not_found
from .desk import EarlierPerson


@dataclass(frozen=True, slots=True)
class Same:
    """A person of an earlier meeting, and who they are here: null for no one."""

    earlier: PersonId
    now: PersonId | None


@dataclass(frozen=True, slots=True)
class EarlierPeopleMatched:
    """The chair said who is who."""

    people: tuple[Same, ...]

    def changes(self, board: Board, when: When) -> Iterable[Change]:
        for one in self.people:
            found = board.get(EarlierPerson, one.earlier)
            if found:
                yield Change("earlier_people", found.id, replace(found, now=one.now, matched=True))


@dataclass(frozen=True, slots=True)
class MatchPeople:
    """Say who of the earlier meetings is who here. What was about a child who is nobody here stays on the desk.

    `now`: a child of this meeting for a child, a grown-up for a grown-up, or a new id for a grown-up who is not in this
    meeting: they are named to the room once something of theirs is brought forward. Refused: `not_found`,
    `wrong_person`, `id_taken`.
    """

    people: Annotated[tuple[Same, ...], "each person once"]

    def decide(self, meeting: Meeting, actor: Actor) -> list[To]:
        """States who is who, on the desk."""
        for one in self.people:
            found = meeting.desk.get(EarlierPerson, one.earlier)
            if found is None:
                raise not_found()
            if one.now is not None:
                _may_be(meeting, found, one.now)
        _each_once(meeting, self.people)
        return [To(DESK, EarlierPeopleMatched(self.people))]


def _may_be(meeting: Meeting, earlier: EarlierPerson, now: str) -> None:
    here, there = known_person(meeting, now), meeting.desk.get(EarlierPerson, now)
    if earlier.child:
        if now not in meeting.children():
            raise Refused(
                "wrong_person",
                "%(name)s can only be one of the children this meeting is about.",
                values={"name": _name(meeting, earlier)},
            )
    elif here and here.child:
        raise Refused(
            "wrong_person",
            "%(name)s is a grown-up and can't be one of the children.",
            values={"name": _name(meeting, earlier)},
        )
    if here is None and there is not None:
        raise Refused("id_taken", "That person is already on the list.")


def _each_once(meeting: Meeting, people: tuple[Same, ...]) -> None:
    """Refuses two people of one meeting who would be the same here: what is said of one would be said of the other."""
    now = {one.id: one.now for one in meeting.desk.each(EarlierPerson)} | {one.earlier: one.now for one in people}
    meant: dict[tuple[str, str | None], str] = {}
    for one in sorted(meeting.desk.each(EarlierPerson), key=lambda person: person.id):
        other = meant.setdefault((one.meeting, now[one.id]), one.id) if now[one.id] else one.id
        if other != one.id:
            names = _names_then(meeting, one.meeting)
            raise Refused(
                "wrong_person",
                "%(one)s and %(other)s were two people. They can't be the same person here.",
                values={"one": names[other], "other": names[one.id]},
            )


def _name(meeting: Meeting, person: EarlierPerson) -> str:
    return _names_then(meeting, person.meeting)[person.id]


def _names_then(meeting: Meeting, earlier: str) -> dict[str, str]:
    """The whole names of those of an earlier meeting, told apart."""
    there = (one for one in meeting.desk.each(EarlierPerson) if one.meeting == earlier)
    return whole_names(
        Named(one.id, one.name, one.child, one.age, one.relationship or one.agency, one.called) for one in there
    )
