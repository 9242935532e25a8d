"""The folded meeting: its template and one board for each stream, and who may look at which."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from rpds import HashTrieMap

from .attendance import Attendee
from .audiences import CHAIRS_DESK, EVERYONE, own_stream
from .board import Board, Change, Event, When
from .controls import Controls, role_now
from .facts import RUNNING, MeetingFacts
from .lobby import Device, may_come_in
from .minute_taking import MinuteTaking, role_with_minutes
from .people import Person
from .refused import not_found
from .summaries import discipline_of
from .template import Power, Role, Template

_BLANK = Board()
PREPARES_WITH = ("contribute", "detail")
"""What a role may do in the lobby, of what it may do: no name of anybody is known there, so nobody is typed for."""


@dataclass(frozen=True, slots=True)
class Actor:
    """Who asks, on which device. The server takes both from the connection, never from the command.

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
        """Whether the role has this power."""
        return power in self.role.powers

    def is_in(self, audience: str) -> bool:
        """Whether the role hears this standing audience."""
        return audience in self.role.audiences


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting as its log says it is now. Immutable; `after` costs the same however long the meeting has run.

    `everyone` is what the whole room has been told, `desk` what is on the chair's desk: both are among `boards`, and
    asked for a dozen times at every command.
    """

    id: str
    template: Template
    boards: HashTrieMap[str, Board] = field(default_factory=HashTrieMap)
    everyone: Board = _BLANK
    desk: Board = _BLANK

    def board(self, stream: str) -> Board:
        """The board of a stream, blank if nothing was said there."""
        return self.boards.get(stream, _BLANK)

    @property
    def facts(self) -> MeetingFacts:
        """State, setting and occasion of the meeting."""
        facts = self.everyone.get(MeetingFacts, "meeting")
        if facts is None:
            raise not_found()
        return facts

    @property
    def state(self) -> Literal["prepared", "open", "paused", "ended", "finished"]:
        """Where the meeting stands (`design.md` 8)."""
        return self.facts.state

    @property
    def is_over(self) -> bool:
        """Whether the meeting has ended: who was there is settled, and who works on its record is not attendance."""
        return self.state in ("ended", "finished")

    def after(self, stream: str, event: Event, when: When) -> tuple[Meeting, list[Change]]:
        """This meeting once `event` stands in `stream`, and what changed on that stream's board."""
        board, changed = self.board(stream).after(event, when)
        return self.with_board(stream, board), changed

    def with_board(self, stream: str, board: Board) -> Meeting:
        """This meeting with another board in the place of that stream's."""
        everyone = board if stream == EVERYONE else self.everyone
        desk = board if stream == CHAIRS_DESK else self.desk
        return Meeting(self.id, self.template, self.boards.insert(stream, board), everyone, desk)

    def attendee(self, id: str) -> Attendee | None:
        """The attendee with this id, or None."""
        return self.everyone.get(Attendee, id)

    def person(self, id: str) -> Person:
        """The person with this id; refused if there is none in this meeting."""
        person = self.everyone.get(Person, id)
        if person is None:
            raise not_found()
        return person

    def attendee_of(self, person: str) -> Attendee | None:
        """The attendee this person is, or None for those spoken of."""
        found = self.everyone.get(Person, person)
        return self.attendee(found.attendee) if found and found.attendee else None

    def role_of(self, attendee: Attendee) -> Role:
        """What this attendee may do, hear and see now: their role, who takes the minutes, and who has the chair's
        controls. `template.role` is what they were invited as."""
        taking = self.everyone.get(MinuteTaking, "minute_taking")
        role = role_with_minutes(self.template, taking, attendee.id, self.template.role(attendee.role))
        return role_now(self.template, self.everyone.get(Controls, "controls"), attendee.id, role)

    def children(self) -> list[str]:
        """Ids of the children the meeting is about, in the order they were named."""
        return list(self.facts.children)

    def device(self, attendee: str, device: str) -> Device | None:
        """An attendee's device as the chair's desk knows it, or None."""
        found = self.desk.get(Device, device)
        return found if found and found.attendee == attendee else None

    def actor(self, attendee: str, device: str) -> Actor | None:
        """The one who may act from this device now: let in, not removed, and the meeting not finished. Then those with
        the minute-taker's power stay, for addenda and the record, if they signed in: a link opens no locked record. The
        chair has no link but in the demo. None otherwise, whatever the reason."""
        who, on = self.attendee(attendee), self.device(attendee, device)
        if who is None or on is None or on.state != "in" or not (self.is_over or who.attendance == "here"):
            return None
        actor = Actor(who, device, self.role_of(who))
        if self.state != "finished":
            return actor
        by_name = on.signed_in or "steer" in self.template.role(who.role).powers
        return actor if by_name and actor.may("minute") else None

    def preparer(self, attendee: str, device: str) -> Actor | None:
        """The one who may prepare from this device now though nobody has let it in: before the meeting, on the first
        device that opened their link, and nothing but points for themselves (decision 0017) and their own summary. Who
        sent apologies may write that too (0026). They hold their own stream alone. None otherwise."""
        who, on = self.attendee(attendee), self.device(attendee, device)
        if who is None or on is None or self.state != "prepared":
            return None
        role = self.template.role(who.role)
        excused = who.attendance == "apologies" and discipline_of(self.template, role.key) is not None
        if who.attendance != "invited" and not excused:
            return None
        if on.state != "waiting" or not on.first or "contribute" not in role.powers:
            return None
        powers: tuple[Power, ...] = tuple(one for one in role.powers if one in PREPARES_WITH)
        return Actor(who, device, replace(role, powers=powers, audiences=()))

    def at_the_door(self, attendee: str, device: str) -> Actor | None:
        """Somebody who signed in and waits on this device while the meeting goes on, to whom nobody has said no. They
        hear nothing; they may take over where nobody steers. None otherwise."""
        who, on = self.attendee(attendee), self.device(attendee, device)
        waits = on is not None and on.state == "waiting" and on.signed_in
        if who is None or not waits or self.state not in RUNNING or not may_come_in(self, who):
            return None
        return Actor(who, device, replace(self.template.role(who.role), audiences=()))

    def streams_of(self, actor: Actor) -> tuple[str, ...]:
        """The streams this person holds: the only way to content (design.md 6). A big screen has none of its own."""
        if actor.role.screen == "projector":
            return (EVERYONE,)
        return (*actor.role.audiences, own_stream(actor.id))

    def look(self, actor: Actor, cls: type[Any], id: str) -> Iterator[tuple[str, Any]]:
        """Each stream this actor holds that has a thing of this class and id, with the thing: widest audience first."""
        for stream in self.streams_of(actor):
            thing = self.board(stream).get(cls, id)
            if thing is not None:
                yield stream, thing

    def find(self, actor: Actor, cls: type[Any], id: str) -> tuple[str, Any]:
        """The first stream this actor holds with such a thing, and the thing; refused as not found otherwise."""
        for stream, thing in self.look(actor, cls, id):
            return stream, thing
        raise not_found()

    def taken(self, cls: type[Any], id: str) -> bool:
        """Whether this id is in use anywhere in the meeting. Costs the number of streams, not of things."""
        return any(board.get(cls, id) is not None for board in self.boards.values())
