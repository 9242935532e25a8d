"""What comes of the meeting for one child: what life is like now, what everyone answered, what was decided."""

from collections.abc import Iterable
from typing import TypeVar

from ..deciding.agency_views import AgencyView
from ..deciding.decisions import Decision, Dissent, EarlierDecision
from ..deciding.impact import ImpactStatement
from ..deciding.not_yet import TakenOff, What
from ..reading import (
    AgencyAnswer,
    AnsweredBefore,
    Decided,
    DecidingPart,
    Dissented,
    ImpactPart,
    OffScreens,
    Who,
    Written,
)
from ..reading.reading import Reading, filled, name_first
from ..template.parts import Choice
from ..template.template import DecisionRule

Said = TypeVar("Said", AgencyView, Dissent)


def impact_of(read: Reading, child: str) -> ImpactPart | None:
    """The statement about this child with everyone who wrote it; None where the template asks for none."""
    asked = read.meeting.template.impact
    if asked is None:
        return None
    label = filled(asked.label, read.child(child))
    one = next((one for _, one in read.each(ImpactStatement) if one.id == child), None)
    if one is None:
        return ImpactPart(label, "", None, None, None, ())
    earlier = tuple(Written(read.at(was.by), was.at, read.mark(was.taken_back)) for was in one.earlier)
    return ImpactPart(label, one.text, read.at(one.by), one.at, read.mark(one.taken_back), earlier)


def deciding_of(read: Reading, child: str) -> DecidingPart | None:
    """The question, the answers, the decision and who disagrees; None where the template asks for none."""
    rule = read.meeting.template.decision
    if rule is None:
        return None
    views = _of(child, ((read.who(one.person), one) for _, one in read.each(AgencyView)))
    against = _of(child, ((read.who(one.person), one) for _, one in read.each(Dissent)))
    decision = next((one for _, one in read.each(Decision) if one.id == child), None)
    answers = [_answered(read, rule, who, one) for who, one in views]
    apart = [one for one in answers if rule.family_question and one.who.side == "family"]
    return DecidingPart(
        filled(rule.question, read.child(child)),
        tuple(one for one in answers if one not in apart),
        filled(rule.family_question, read.child(child)),
        tuple(apart),
        _decided(read, rule, decision) if decision else None,
        tuple(_decided(read, rule, one) for one in decision.earlier) if decision else (),
        tuple(_against(read, who, one) for who, one in against),
        off_screens(read, "decision", child, decision.at if decision else 0),
    )


def off_screens(read: Reading, what: What, child: str | None, shown_at: int) -> OffScreens | None:
    """Returns who took it off the screens, as the board says it: unless something newer was shown since."""
    found = next((one for _, one in read.each(TakenOff) if one.what == what and one.child == child), None)
    return OffScreens(read.at(found.by), found.at) if found and found.at > shown_at else None


def _against(read: Reading, who: Who, one: Dissent) -> Dissented:
    typist = read.typist(one.recorded_by, one.person, one.source)
    return Dissented(who, typist, one.formal, one.why, one.at, one.withdrawn_at)


def _of(child: str, said: Iterable[tuple[Who, Said]]) -> list[tuple[Who, Said]]:
    """What was said for this child, agency by agency, then by the family."""
    here = (one for one in said if one[1].child == child)
    return sorted(here, key=lambda one: (one[0].side == "family", one[0].agency.casefold(), *name_first(one[0])))


def _answered(read: Reading, rule: DecisionRule, who: Who, one: AgencyView) -> AgencyAnswer:
    earlier = tuple(AnsweredBefore(_word(rule.answers, was.answer), was.why, was.at) for was in one.earlier)
    typist = read.typist(one.recorded_by, one.person, one.source)
    return AgencyAnswer(who, typist, _word(rule.answers, one.answer), one.why, one.at, earlier)


def _decided(read: Reading, rule: DecisionRule, one: Decision | EarlierDecision) -> Decided:
    kind = _word(rule.kinds, one.kind) if one.kind else ""
    outcome = _word(rule.outcomes, one.outcome)
    return Decided(outcome, kind, one.reasons, one.family_view, one.wishes, read.at(one.by), one.at)


def _word(choices: tuple[Choice, ...], key: str) -> str:
    return next((one.label for one in choices if one.key == key), key)
