"""Saving a number: in private before the showing, in the open after it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .attendance import Attendee
from .audiences import CHAIRS_DESK, EVERYONE, To, own_stream
from .held_numbers import NumberHeld
from .kinds import Answer, Id, Line, Ten
from .numbers import NumberGiven, NumberSealed, Placement, low_numbers
from .refused import Refused
from .rounds import AnswerNoted, Round, round_of
from .statements import speaking_for

if TYPE_CHECKING:
    from .meeting import Actor, Meeting


FEWEST_FOR_ANSWERED = 4
"""With fewer people, to know who has answered can tell what (design.md 8, numbers in)."""


@dataclass(frozen=True, slots=True)
class SaveNumber:
    """Save a number in private, with a reason; or "I don't know", or "I'd rather not say".

    Before the showing it is sealed; afterwards it is given in the open and marked late, or as changed after talk.
    `person`: for whom, when typed for somebody without a device. Refused: `value_missing`, `not_asked`,
    `may_not_type_for`, `may_not_place`.
    """

    round: Id
    child: Id
    answer: Answer
    value: Ten | None = None
    reason: Line = ""
    person: Id | None = None

    def decide(self, meeting: "Meeting", actor: "Actor") -> list[To]:
        """The number sealed in the writer's own stream, or given in the open once the others are shown."""
        round = round_of(meeting, self.round)
        if self.child not in round.children:
            raise Refused("not_asked", "This child's number was not asked for.")
        if (self.value is None) == (self.answer == "number"):
            raise Refused(
                "value_missing",
                "Choose a number from 0 to 10, or say that you don't know or would rather not.",
            )
        person = speaking_for(meeting, actor, self.person)
        if person == actor.person and not actor.may("place"):
            raise Refused("may_not_place", "Your role in this meeting does not give a number.")
        if round.state == "asked":
            return self._sealed(meeting, actor, round, person)
        placement = Placement(self.child, person, actor.id, self.answer, self.value, self.reason)
        return given(meeting, round, placement)

    def _sealed(self, meeting: "Meeting", actor: "Actor", round: Round, person: str) -> list[To]:
        for_another = person != actor.person
        sealed = NumberSealed(self.round, self.child, person, self.answer, self.value, self.reason, for_another)
        said = [To(own_stream(actor.id), sealed)]
        if person not in round.answered and _placers(meeting) >= FEWEST_FOR_ANSWERED:
            said.append(To(EVERYONE, AnswerNoted(self.round, person)))
        return said


def _placers(meeting: "Meeting") -> int:
    """How many people now here may give a number."""
    here = (one for one in meeting.everyone.each(Attendee) if one.attendance == "here")
    return sum("place" in meeting.template.role(one.role).powers for one in here)


def given(meeting: "Meeting", round: Round, placement: Placement) -> list[To]:
    """A number in the open; a child's own goes by the chair's desk; a low one prompts the chair."""
    if meeting.person(placement.person).child:
        return [To(CHAIRS_DESK, NumberHeld(round.id, placement, late=True))]
    return [To(EVERYONE, NumberGiven(round.id, placement, late=True)), *low_numbers(meeting, round, [placement])]
