"""The actor: the attendee who sends a command, on which device and with which role; and what of the meeting they
reach."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ..audiences import ROOM, own_stream
from ..meeting import Meeting
from ..refused import not_found
from ..template.template import Role
from .persons import Attendee


@dataclass(frozen=True, slots=True)
class Actor:
    """The attendee who sends a command, and the device. The server takes both from the connection, never from the
    command.

    `unsteered`: whoever has the chair's controls has been without a connection for a while. Only the server knows that,
    and says so where it matters. `typed_by`: the attendee who typed what this one has just said yes to.
    """

    attendee: Attendee
    device: str
    role: Role
    unsteered: bool = False
    typed_by: str | None = None

    @property
    def id(self) -> str:
        """The attendee's id."""
        return self.attendee.id

    @property
    def person(self) -> str:
        """The person this attendee is."""
        return self.attendee.person

    @property
    def typist(self) -> str:
        """The attendee who typed what this actor says."""
        return self.typed_by or self.id

    def may(self, power: str) -> bool:
        """True if the role has this power."""
        return power in self.role.powers

    def is_in(self, audience: str) -> bool:
        """True if the role hears this standing audience."""
        return audience in self.role.audiences


def streams_of(meeting: Meeting, actor: Actor) -> tuple[str, ...]:
    """The streams this person holds: the only way to content (T4). A big screen has none of its own."""
    if actor.role.screen == "projector":
        return (ROOM,)
    return (*actor.role.audiences, own_stream(actor.id))


def look_for(meeting: Meeting, actor: Actor, cls: type[Any], id: str) -> Iterator[tuple[str, Any]]:
    """Each stream this actor holds that has a thing of this class and id, with the thing: widest audience first."""
    for stream in streams_of(meeting, actor):
        thing = meeting.board(stream).get(cls, id)
        if thing is not None:
            yield stream, thing


def find_thing(meeting: Meeting, actor: Actor, cls: type[Any], id: str) -> tuple[str, Any]:
    """The first stream this actor holds with such a thing, and the thing; refused as not found otherwise."""
    for stream, thing in look_for(meeting, actor, cls, id):
        return stream, thing
    raise not_found()
