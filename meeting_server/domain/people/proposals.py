"""What was typed for somebody who asked for it, and counts only once they have said yes on their own device.

It is the very command the typist sent. Nobody else hears of it before; the answer clears its words from the person's
own stream. A yes says it as theirs, with who typed it.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Any, ClassVar, Literal

from ..audiences import To, own_stream
from ..board import Board, Change, When
from ..kinds import AttendeeId, Count, Id, Key, Packet, PersonId, Stamp, built, plain
from ..meeting import Meeting
from ..refused import not_found
from .actor import Actor
from .persons import attendee_of
from .speaking_for import waits_for_yes


@dataclass(frozen=True, slots=True)
class Proposal:
    """What waits for this person's yes: the command `name` with its `data`. `typed_by` is the attendee who typed it."""

    KIND: ClassVar[str] = "proposals"
    id: Id
    typed_by: AttendeeId
    name: Key
    data: Packet
    at: Stamp
    n: Count


@dataclass(frozen=True, slots=True)
class ProposalSent:
    """What its typist keeps: for whom, which command, and the answer. Not a word of it."""

    KIND: ClassVar[str] = "sent_proposals"
    id: Id
    person: PersonId
    name: Key
    at: Stamp
    answer: Literal["waiting", "yes", "no"] = "waiting"


@dataclass(frozen=True, slots=True)
class TypedForYes:
    """Something was typed for the holder of this stream, who has yet to say yes."""

    proposal: Id
    typed_by: AttendeeId
    name: Key
    data: Packet

    def changes(self, board: Board, when: When) -> Iterable[Change]:
        waits = Proposal(self.proposal, self.typed_by, self.name, self.data, when.time, when.n)
        yield Change("proposals", self.proposal, waits)


@dataclass(frozen=True, slots=True)
class YesAskedFor:
    """The holder of this stream typed something for a person who is asked for their yes."""

    proposal: Id
    person: PersonId
    name: Key

    def changes(self, board: Board, when: When) -> Iterable[Change]:
        yield Change("sent_proposals", self.proposal, ProposalSent(self.proposal, self.person, self.name, when.time))


@dataclass(frozen=True, slots=True)
class YesAnswered:
    """The person said yes, or no, to what was typed for them."""

    proposal: Id
    right: bool

    def changes(self, board: Board, when: When) -> Iterable[Change]:
        # Its typist reads the answer.
        if board.get(Proposal, self.proposal):
            yield Change("proposals", self.proposal, None)
        sent = board.get(ProposalSent, self.proposal)
        if sent:
            yield Change("sent_proposals", sent.id, replace(sent, answer="yes" if self.right else "no"))


@dataclass(frozen=True, slots=True)
class AnswerProposal:
    """Yes, that's mine; or no: to what somebody typed for you because you asked for it. A yes says it now, as yours,
    and is refused as your own command would be. Refused: `not_found`.
    """

    proposal: Id
    right: bool

    def decide(self, meeting: Meeting, actor: Actor) -> list[To]:
        """It waits no longer, for the person and for the typist. What a yes leads to comes after these (`accepted`)."""
        waits = waiting(meeting, actor, self.proposal)
        answered = YesAnswered(waits.id, self.right)
        return [
            To(own_stream(actor.id), answered, redacts=(waits.n,)),
            To(own_stream(waits.typed_by), answered),
        ]


def waiting(meeting: Meeting, actor: Actor, id: str) -> Proposal:
    """What waits for this actor's yes; refused as not found."""
    found = meeting.board(own_stream(actor.id)).get(Proposal, id)
    if found is None:
        raise not_found()
    return found


def accepted(meeting: Meeting, actor: Actor, answer: AnswerProposal, commands: Mapping[str, Any]) -> tuple[Actor, Any]:
    """Returns who says what after a yes: the person, with who typed it, and the command as it was typed."""
    waits = waiting(meeting, actor, answer.proposal)
    command = built(commands[waits.name], json.loads(waits.data))
    return replace(actor, typed_by=waits.typed_by), replace(command, person=None)


def instead(meeting: Meeting, actor: Actor, name: str, command: Any, said: list[To]) -> list[To]:
    """What happens in place of `said` where a command counts only after a person's yes: they are asked."""
    person = command.person
    attendee = attendee_of(meeting, person) if waits_for_yes(meeting, actor, person) else None
    if attendee is None:
        return said
    own = own_stream(actor.id)
    data = json.dumps(plain(command), ensure_ascii=False)
    # A new id that the fold makes again: the typist may not know how much stands in the person's own stream.
    made = sha256(f"{meeting.id}:{actor.id}:{meeting.board(own).n + 1}".encode()).hexdigest()
    id = "-".join((made[:8], made[8:12], made[12:16], made[16:20], made[20:32]))
    return [
        To(own, YesAskedFor(id, person, name)),
        To(own_stream(attendee.id), TypedForYes(id, actor.id, name, data)),
    ]
