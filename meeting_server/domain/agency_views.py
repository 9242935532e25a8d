"""What each agency and the family answer to the question the chair decides: for each child alone (practice 2.1, 4.2).

Nobody counts the answers, and the chair is not bound by them: they stand beside the decision.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Annotated, ClassVar

from .audiences import EVERYONE, To
from .board import Board, Change, When
from .kinds import Count, Id, Key, Line, Stamp
from .refused import Refused, not_found
from .statements import speaking_for
from .template import DecisionRule, Role

if TYPE_CHECKING:
    from .meeting import Actor, Meeting


CLEARED = "These words were taken back."
"""What stands in place of words that should not have been written."""


@dataclass(frozen=True, slots=True)
class EarlierView:
    """What somebody answered before they changed it."""

    answer: Key
    why: Line
    at: Stamp


@dataclass(frozen=True, slots=True)
class AgencyView:
    """One person's answer for one child. `recorded_by` is the attendee who typed it; `sources` are the stream's events
    that hold its words."""

    KIND: ClassVar[str] = "agency_views"
    id: Annotated[str, "child:person"]
    child: Id
    person: Id
    answer: Key
    why: Line
    at: Stamp
    recorded_by: Id
    earlier: tuple[EarlierView, ...] = ()
    sources: tuple[Count, ...] = ()


@dataclass(frozen=True, slots=True)
class AgencyViewGiven:
    """Somebody answered for a child, or answered again."""

    child: Id
    person: Id
    answer: Key
    why: Line

    def changes(self, board: Board, when: When) -> Iterable[Change]:
        """The answer, with those it takes the place of."""
        id = for_child(self.child, self.person)
        old = board.get(AgencyView, id)
        earlier = (*old.earlier, EarlierView(old.answer, old.why, old.at)) if old else ()
        sources = (*(old.sources if old else ()), when.n)
        view = AgencyView(id, self.child, self.person, self.answer, self.why, when.time, when.actor, earlier, sources)
        yield Change("agency_views", id, view)


@dataclass(frozen=True, slots=True)
class AgencyViewCleared:
    """The words of a view were taken back; who answered what and when stays. `view` is what is left of it."""

    view: AgencyView

    def changes(self, board: Board, when: When) -> Iterable[Change]:
        """The view without its words."""
        yield Change("agency_views", self.view.id, self.view)


def for_child(child: str, person: str) -> str:
    """The id of what a person said on the decision for a child."""
    return f"{child}:{person}"


def rule_for(meeting: "Meeting", child: str) -> DecisionRule:
    """What is decided in this meeting; refuses a meeting without decisions, and all but one child at a time."""
    rule = meeting.template.decision
    if rule is None:
        raise Refused("no_decision", "Nothing is decided for each child in this kind of meeting.")
    if child not in meeting.children():
        raise Refused("unknown_child", "Decide for one child at a time.")
    return rule


def may_be_asked(role: Role) -> bool:
    """Whether somebody of this role is asked for a view: those who give numbers or come with their work. Not whoever
    chairs or writes it down, and not a child, whose words go by the chair's desk."""
    if role.side == "child":
        return False
    return "place" in role.powers or ("detail" in role.powers and "minute" not in role.powers)


def asked(meeting: "Meeting", actor: "Actor", person: str | None) -> str:
    """The person whose view this is: oneself, or another for those who may type. Refuses whoever is not asked."""
    whose = meeting.person(speaking_for(meeting, actor, person))
    attendee = meeting.attendee_of(whose.id)
    if whose.child:
        raise Refused("not_asked", "A child's words go to the chair's desk first. Add them to the board.")
    if attendee and not may_be_asked(meeting.template.role(attendee.role)):
        raise Refused("not_asked", "This is asked of the agencies and the family.")
    return whose.id


@dataclass(frozen=True, slots=True)
class GiveAgencyView:
    """Answer the question of the decision for one child: yes, no, unsure..., as the template has it, and why.

    For oneself, or typed for another by those who may. Answering again keeps what stood before.
    Refused: `no_decision`, `unknown_child`, `unknown_answer`, `not_asked`, `may_not_type_for`.
    """

    child: Id
    answer: Key
    why: Line = ""
    person: Id | None = None

    def decide(self, meeting: "Meeting", actor: "Actor") -> list[To]:
        """The answer, named, for everyone."""
        rule = rule_for(meeting, self.child)
        person = asked(meeting, actor, self.person)
        attendee = meeting.attendee_of(person)
        of_family = attendee is not None and meeting.template.role(attendee.role).side == "family"
        offered = rule.family_answers if of_family and rule.family_answers else [one.key for one in rule.answers]
        if self.answer not in offered:
            raise Refused("unknown_answer", "Choose an answer from the list.")
        return [To(EVERYONE, AgencyViewGiven(self.child, person, self.answer, self.why))]


@dataclass(frozen=True, slots=True)
class ClearAgencyView:
    """Take the words of a view back, now and before: they go for good, from every screen, the log and the record. The
    answer stays. By whose view it is, whoever typed it, the chair or the minute-taker. Refused: `not_yours`.
    """

    child: Id
    person: Id | None = None

    def decide(self, meeting: "Meeting", actor: "Actor") -> list[To]:
        """What is left of the view, and the redaction of its words."""
        view = meeting.everyone.get(AgencyView, for_child(self.child, self.person or actor.person))
        if view is None or not (view.why or any(one.why for one in view.earlier)):
            raise not_found()
        if not (view.person == actor.person or view.recorded_by == actor.id or actor.may("minute")):
            raise Refused("not_yours", "Only the person whose view this is can take its words back.")
        earlier = tuple(replace(one, why=CLEARED if one.why else "") for one in view.earlier)
        left = replace(view, why=CLEARED if view.why else "", earlier=earlier, sources=())
        return [To(EVERYONE, AgencyViewCleared(left), redacts=view.sources)]
