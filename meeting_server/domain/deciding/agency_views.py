"""What each agency and the family answer to the question the chair decides: for each child alone.

Nobody counts the answers, and the chair is not bound by them: they stand beside the decision.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Annotated, ClassVar

from ..audiences import ROOM, To
from ..board import Board, Change, When
from ..kinds import CLEARED, AttendeeId, Count, Key, Line, PersonId, Stamp
from ..meeting import Meeting
from ..people.actor import Actor
from ..people.persons import attendee_of, find_person
from ..people.speaking_for import Act, how_to_speak, speaking_for, typed_all, typists
from ..refused import Refused, not_found
from ..template.template import DecisionRule, Role


@dataclass(frozen=True, slots=True)
class EarlierView:
    """What somebody answered before they changed it."""

    answer: Key
    why: Line
    at: Stamp
    typed_by: AttendeeId | None = None
    source: Line = ""


@dataclass(frozen=True, slots=True)
class AgencyView:
    """One person's answer for one child. `recorded_by` is the attendee who typed it, `typists` everybody who typed
    words of it, `source` where it came from if it was sent; `sources` are the stream's events that hold its words."""

    KIND: ClassVar[str] = "agency_views"
    id: Annotated[str, "child:person"]
    child: PersonId
    person: PersonId
    answer: Key
    why: Line
    at: Stamp
    recorded_by: AttendeeId
    earlier: tuple[EarlierView, ...] = ()
    sources: tuple[Count, ...] = ()
    typists: tuple[AttendeeId, ...] = ()
    source: Line = ""


@dataclass(frozen=True, slots=True)
class AgencyViewGiven:
    """A person answered for a child, or answered again."""

    child: PersonId
    person: PersonId
    answer: Key
    why: Line
    typed_by: AttendeeId | None = None
    source: Line = ""

    def changes(self, board: Board, when: When) -> Iterable[Change]:
        id = for_child(self.child, self.person)
        old = board.get(AgencyView, id)
        before = (EarlierView(old.answer, old.why, old.at, old.recorded_by, old.source),) if old else ()
        earlier = (*(old.earlier if old else ()), *before)
        by = self.typed_by or when.actor
        view = AgencyView(id, self.child, self.person, self.answer, self.why, when.time, by, earlier,
                          (*(old.sources if old else ()), when.n), typists(old, by), self.source)  # fmt: skip
        yield Change("agency_views", id, view)


@dataclass(frozen=True, slots=True)
class AgencyViewCleared:
    """The words of a view were taken back; who answered what and when stays. `view` is what is left of it."""

    view: AgencyView

    def changes(self, board: Board, when: When) -> Iterable[Change]:
        yield Change("agency_views", self.view.id, self.view)


def for_child(child: str, person: str) -> str:
    """The id of what a person said on the decision for a child."""
    return f"{child}:{person}"


def rule_for(meeting: Meeting, child: str) -> DecisionRule:
    """What is decided in this meeting; refuses a meeting without decisions, and all but one child at a time."""
    rule = meeting.template.decision
    if rule is None:
        raise Refused("no_decision", "Nothing is decided for each child in this kind of meeting.")
    if child not in meeting.children():
        raise Refused("unknown_child", "Decide for one child at a time.")
    return rule


def may_be_asked(role: Role) -> bool:
    """True if this role is asked for a view: those who give numbers or come with their work. Not whoever
    chairs or writes it down, and not a child, whose words go by the chair's desk."""
    if role.side == "child":
        return False
    return "place" in role.powers or ("detail" in role.powers and "minute" not in role.powers)


def asked(
    meeting: Meeting, actor: Actor, person: str | None, act: Act, source: str = "", *, typed: bool = False
) -> str:
    """The person whose view this is: oneself, or another for whom this actor may do this. Refuses whoever is not
    asked."""
    whose = find_person(meeting, person or actor.person)
    attendee = attendee_of(meeting, whose.id)
    if whose.child:
        raise Refused("not_asked", "A child's words go to the chair's desk first. Add them to the board.")
    if attendee and not may_be_asked(meeting.template.role(attendee.role)):
        raise Refused("not_asked", "This is asked of the agencies and the family.")
    return speaking_for(meeting, actor, whose.id, act, source, typed=typed)


@dataclass(frozen=True, slots=True)
class GiveAgencyView:
    """Answer the question of the decision for one child: yes, no, unsure..., as the template has it, and why.

    For oneself, or typed for another: said aloud where they have no device, or sent where they are not here. Answering
    again keeps what stood before. Refused: `no_decision`, `unknown_child`, `unknown_answer`, `not_asked`, `own_device`,
    `away`, `may_not_type_for`, `source_due`.
    """

    child: PersonId
    answer: Key
    why: Line = ""
    person: PersonId | None = None
    source: Annotated[Line, "where it came from, when they sent it: an e-mail of which day, a report"] = ""

    def decide(self, meeting: Meeting, actor: Actor) -> list[To]:
        """The answer, named, for everyone."""
        rule = rule_for(meeting, self.child)
        given = meeting.room.get(AgencyView, for_child(self.child, self.person or actor.person))
        typed = given is not None and typed_all(actor, given)
        person = asked(meeting, actor, self.person, "again" if given else "view", self.source, typed=typed)
        attendee = attendee_of(meeting, person)
        of_family = attendee is not None and meeting.template.role(attendee.role).side == "family"
        offered = rule.family_answers if of_family and rule.family_answers else [one.key for one in rule.answers]
        if self.answer not in offered:
            raise Refused("unknown_answer", "Choose an answer from the list.")
        said = AgencyViewGiven(self.child, person, self.answer, self.why, actor.typed_by, self.source)
        return [To(ROOM, said)]


@dataclass(frozen=True, slots=True)
class ClearAgencyView:
    """Take the words of a view back, now and before: they go for good, from every screen, the log and the record. The
    answer stays. By whose view it is, or by whoever typed all its words for somebody without a device. Refused:
    `not_found`, `not_yours`.
    """

    child: PersonId
    person: PersonId | None = None

    def decide(self, meeting: Meeting, actor: Actor) -> list[To]:
        """What is left of the view, and the redaction of its words."""
        view = meeting.room.get(AgencyView, for_child(self.child, self.person or actor.person))
        if view is None or not (view.why or any(one.why for one in view.earlier)):
            raise not_found()
        how_to_speak(meeting, actor, view.person, "clear", typed=typed_all(actor, view))
        earlier = tuple(replace(one, why=CLEARED if one.why else "") for one in view.earlier)
        left = replace(view, why=CLEARED if view.why else "", earlier=earlier, sources=())
        return [To(ROOM, AgencyViewCleared(left), redacts=view.sources)]
