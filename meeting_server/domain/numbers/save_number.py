"""Saving a number: in private before the showing, in the open after it."""

from dataclasses import dataclass

from ..audiences import DESK, ROOM, To, own_stream
from ..kinds import Answer, Id, Line, PersonId, Ten
from ..meeting import Meeting
from ..people.actor import Actor
from ..people.admission import role_of
from ..people.persons import attendee_of, each_attendee, find_person
from ..people.speaking_for import Act, speaking_for
from ..refused import Refused
from .held_numbers import NumberHeld
from .numbers import NoNumberSeen, Number, NumberGiven, NumberSealed, Placement, low_numbers, number_id
from .rounds import Answered, AnswerNoted, AnswerSeen, Round, round_of

FEWEST_FOR_ANSWERED = 4
"""With fewer people, to know who has answered can tell what they answered."""


@dataclass(frozen=True, slots=True)
class SaveNumber:
    """Save a number in private, with a reason; or "I don't know", or "I'd rather not say".

    Before the showing it is sealed; afterwards it is given in the open and marked late, or as changed after talk.
    `person`: for whom, when said aloud by somebody without a device. A child's is typed by their named advocate or the
    minute-taker. Refused: `value_missing`, `not_asked`, `own_device`, `away`, `may_not_type_for`; `may_not_place` where
    that person's role gives none, whoever types.
    """

    round: Id
    child: PersonId
    answer: Answer
    value: Ten | None = None
    reason: Line = ""
    person: PersonId | None = None

    def decide(self, meeting: Meeting, actor: Actor) -> list[To]:
        """The number sealed in the writer's own stream, or given in the open once the others are shown."""
        round = round_of(meeting, self.round)
        if self.child not in round.children:
            raise Refused("not_asked", "This child's number was not asked for.")
        if (self.value is None) == (self.answer == "number"):
            raise Refused(
                "value_missing",
                "Choose a number from 0 to 10, or say that you don't know or would rather not.",
            )
        person = self._whose(meeting, actor, round)
        if round.state == "asked":
            return self._sealed(meeting, actor, round, person)
        placement = Placement(self.child, person, actor.typist, self.answer, self.value, self.reason)
        return given(meeting, round, placement)

    def _whose(self, meeting: Meeting, actor: Actor, round: Round) -> str:
        """The person whose number this is, who may give one."""
        whose = find_person(meeting, self.person or actor.person)
        attendee = attendee_of(meeting, whose.id)
        if attendee and "place" not in role_of(meeting, attendee).powers:
            raise Refused("may_not_place", "This role in the meeting does not give a number.")
        given = meeting.room.get(Number, number_id(round.id, self.child, whose.id)) is not None
        act: Act = "childs_number" if whose.child else "again" if given else "position"
        return speaking_for(meeting, actor, whose.id, act)

    def _sealed(self, meeting: Meeting, actor: Actor, round: Round, person: str) -> list[To]:
        for_another = person != actor.person
        sealed = NumberSealed(
            self.round, self.child, person, self.answer, self.value, self.reason, for_another, actor.typed_by
        )
        said = [To(own_stream(actor.id), sealed)]
        if Answered(self.child, person) not in round.answered and _placers(meeting) >= FEWEST_FOR_ANSWERED:
            said.append(To(ROOM, AnswerNoted(self.round, person, self.child)))
            said.append(To(DESK, AnswerSeen(self.round, person, self.child)))
        return said


def _placers(meeting: Meeting) -> int:
    """How many people now here may give a number."""
    here = (one for one in each_attendee(meeting) if one.attendance == "here")
    return sum("place" in meeting.template.role(one.role).powers for one in here)


def given(meeting: Meeting, round: Round, placement: Placement) -> list[To]:
    """A number in the open; a child's own goes by the chair's desk; a low one prompts the chair, and so does none."""
    if find_person(meeting, placement.person).child:
        return [To(DESK, NumberHeld(round.id, placement, late=True))]
    said = [To(ROOM, NumberGiven(round.id, placement, late=True)), *low_numbers(meeting, round, [placement])]
    return [*said, *none_given(meeting, round, placement)]


def none_given(meeting: Meeting, round: Round, placement: Placement) -> list[To]:
    """What the desk alone is told of an answer without a number."""
    if placement.value is not None:
        return []
    old = meeting.room.get(Number, number_id(round.id, placement.child, placement.person))
    seen = NoNumberSeen(round.id, placement, late=old.late if old else True, after_talk=old is not None)
    return [To(DESK, seen)]
