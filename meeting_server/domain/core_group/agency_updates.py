"""What each agency has to tell since the last meeting, for one child or for all of them.

An agency that was invited and told nothing stands in the record by itself: "Update not received". That is never the
same as "no concerns", which somebody would have to say.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Annotated, ClassVar

from ..audiences import ROOM, To
from ..board import Board, Change, When
from ..kinds import CLEARED, AttendeeId, Count, Key, Line, PersonId, Stamp, Text
from ..meeting import Meeting
from ..people.actor import Actor
from ..people.persons import attendee_of, each_attendee, find_person
from ..people.speaking_for import how_to_speak, speaking_for, typed_all, typists
from ..refused import Refused, not_found
from ..template.template import Role

ALL = "all"
"""Stands in an id for all the children."""


@dataclass(frozen=True, slots=True)
class EarlierUpdate:
    """What an agency told before it told more."""

    person: PersonId
    text: Text
    at: Stamp
    typed_by: AttendeeId | None = None
    source: Line = ""


@dataclass(frozen=True, slots=True)
class Update:
    """What an agency has to tell. `child` null: it is about all of them. `typists` are all who typed words of it,
    `source` says where it came from if it was sent; `sources` are the events with its words."""

    KIND: ClassVar[str] = "updates"
    id: Annotated[str, "agency:child, or agency:all"]
    agency: Key
    child: PersonId | None
    person: PersonId
    text: Text
    recorded_by: AttendeeId
    at: Stamp
    earlier: tuple[EarlierUpdate, ...] = ()
    sources: tuple[Count, ...] = ()
    typists: tuple[AttendeeId, ...] = ()
    source: Line = ""


@dataclass(frozen=True, slots=True)
class UpdateGiven:
    """A person told what their agency has to tell."""

    agency: Key
    child: PersonId | None
    person: PersonId
    text: Text
    typed_by: AttendeeId | None = None
    source: Line = ""

    def changes(self, board: Board, when: When) -> Iterable[Change]:
        id = update_id(self.agency, self.child)
        old = board.get(Update, id)
        before = (EarlierUpdate(old.person, old.text, old.at, old.recorded_by, old.source),) if old else ()
        earlier = (*(old.earlier if old else ()), *before)
        by = self.typed_by or when.actor
        told = Update(id, self.agency, self.child, self.person, self.text, by, when.time, earlier,
                      (*(old.sources if old else ()), when.n), typists(old, by), self.source)  # fmt: skip
        yield Change("updates", id, told)


@dataclass(frozen=True, slots=True)
class UpdateCleared:
    """The words of an update were taken back; that the agency told something stays. `update` is what is left."""

    update: Update

    def changes(self, board: Board, when: When) -> Iterable[Change]:
        yield Change("updates", self.update.id, self.update)


def update_id(agency: str, child: str | None) -> str:
    """The id of what an agency has to tell about a child, or about all of them."""
    return f"{agency}:{child or ALL}"


def tells(role: Role) -> bool:
    """True if somebody of this role comes for an agency: those who place a number with their work, and whoever chairs,
    because anybody of them may."""
    return role.side == "professional" and ("place" in role.powers or "steer" in role.powers)


def asked_agencies(meeting: Meeting) -> tuple[str, ...]:
    """The agencies that were invited, in the template's order, whether or not anybody came."""
    invited = {one.agency for one in each_attendee(meeting) if tells(meeting.template.role(one.role))}
    return tuple(one.key for one in meeting.template.agencies if one.key in invited)


def silent(meeting: Meeting, child: str) -> tuple[str, ...]:
    """The agencies that were invited and told nothing about this child, nor about all of them."""
    told = {one.agency for one in meeting.room.each(Update) if one.child in (child, None)}
    return tuple(one for one in asked_agencies(meeting) if one not in told)


@dataclass(frozen=True, slots=True)
class GiveUpdate:
    """Tell what one's agency has to tell, about one child or (no child) all of them. Told again, the old stays too.

    For oneself, or typed for another: said aloud where they have no device, or sent where they are not here; the agency
    is that person's. Refused: `no_updates`, `unknown_child`, `no_agency`, `own_device`, `away`, `may_not_type_for`,
    `source_due`.
    """

    text: Text
    child: PersonId | None = None
    person: PersonId | None = None
    source: Annotated[Line, "where it came from, when they sent it: an e-mail of which day, a report"] = ""

    def decide(self, meeting: Meeting, actor: Actor) -> list[To]:
        """The update, for everyone."""
        if meeting.template.updates is None:
            raise Refused("no_updates", "Updates are not asked for in this kind of meeting.")
        if self.child is not None and self.child not in meeting.children():
            raise Refused("unknown_child", "Choose one child, or all of them.")
        agency = _agency_of(meeting, self.person or actor.person)
        person = speaking_for(meeting, actor, self.person, "update", self.source)
        return [To(ROOM, UpdateGiven(agency, self.child, person, self.text, actor.typed_by, self.source))]


def _agency_of(meeting: Meeting, person: str) -> str:
    """The agency somebody comes from; refused for children and family, who say theirs on the board."""
    who, attendee = find_person(meeting, person), attendee_of(meeting, person)
    key = attendee.agency if attendee else who.agency
    found = next((one for one in meeting.template.agencies if one.key == key), None)
    of_family = found is None or found.tint in ("family", "child")
    if who.child or of_family or (attendee and meeting.template.role(attendee.role).side != "professional"):
        raise Refused("no_agency", "This is what agencies tell. Family and children say theirs on the board.")
    return found.key if found else ""


@dataclass(frozen=True, slots=True)
class ClearUpdate:
    """Take the words of an update back, now and before: they go for good, from every screen, the log and the record.

    By whose update it is, if all its words are theirs; by whoever typed all of them for somebody without a device.
    Refused: `not_found`, `not_yours`.
    """

    agency: Key
    child: PersonId | None = None

    def decide(self, meeting: Meeting, actor: Actor) -> list[To]:
        """What is left of the update, and the redaction of its words."""
        update = meeting.room.get(Update, update_id(self.agency, self.child))
        if update is None or not update.sources:
            raise not_found()
        for person in {update.person, *(one.person for one in update.earlier)}:
            how_to_speak(meeting, actor, person, "clear", typed=typed_all(actor, update))
        earlier = tuple(replace(one, text=CLEARED) for one in update.earlier)
        left = replace(update, text=CLEARED, earlier=earlier, sources=())
        return [To(ROOM, UpdateCleared(left), redacts=update.sources)]
