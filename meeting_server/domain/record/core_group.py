"""What a core group adds to a child's part: who has seen the child, what each agency told, the trigger check."""

from ..core_group.agency_updates import Update, asked_agencies
from ..core_group.triggers import TriggerAnswer
from ..core_group.visits import Visit
from ..reading import (
    AgencyPart,
    AnsweredBefore,
    AnsweredTrigger,
    Told,
    ToldBefore,
    TriggerPart,
    UpdatesPart,
    Visited,
    VisitsPart,
)
from ..reading.reading import Reading, filled


def visits_of(read: Reading, child: str) -> VisitsPart | None:
    """Every time somebody saw this child, oldest first; None where the template does not ask."""
    asked = read.meeting.template.visits
    if asked is None:
        return None
    found = sorted(
        (one for _, one in read.each(Visit) if one.child == child), key=lambda one: (one.day, one.at, one.id)
    )
    return VisitsPart(filled(asked.label, read.child(child)), tuple(_visited(read, one) for one in found))


def _visited(read: Reading, one: Visit) -> Visited:
    typist = read.typist(one.recorded_by, one.person, one.source)
    return Visited(
        read.who(one.person),
        typist,
        one.day,
        one.announced,
        one.alone,
        one.place,
        one.says,
        one.at,
        read.mark(one.taken_back),
    )


def updates_of(read: Reading, child: str) -> UpdatesPart | None:
    """Each agency that was invited or told something of this child or of all, in the template's order; an invited one
    that told nothing is there without a word. None where the template does not ask."""
    asked = read.meeting.template.updates
    if asked is None:
        return None
    told = [one for _, one in read.each(Update) if one.child in (child, None)]
    wanted = {*asked_agencies(read.meeting), *(one.agency for one in told)}
    agencies = tuple(
        AgencyPart(agency.label, tuple(_told(read, one) for one in _in_order(told, agency.key)))
        for agency in read.meeting.template.agencies
        if agency.key in wanted
    )
    return UpdatesPart(filled(asked.label, read.child(child)), asked.missing, agencies)


def _in_order(told: list[Update], agency: str) -> list[Update]:
    """What was told of this child first, then what was told of all of them."""
    return sorted((one for one in told if one.agency == agency), key=lambda one: one.child is None)


def _told(read: Reading, one: Update) -> Told:
    earlier = tuple(ToldBefore(read.who(was.person), was.text, was.at) for was in one.earlier)
    typist = read.typist(one.recorded_by, one.person, one.source)
    return Told(read.who(one.person), typist, one.text, one.child is None, one.at, earlier)


def triggers_of(read: Reading, child: str) -> tuple[TriggerPart, ...]:
    """Each question of the trigger check with what was answered for this child or for all of them."""
    answers = [one for _, one in read.each(TriggerAnswer) if one.child in (child, None)]
    return tuple(
        TriggerPart(
            filled(trigger.question, read.child(child)),
            tuple(_answered(read, one) for one in _by_child(answers, trigger.key)),
        )
        for trigger in read.meeting.template.triggers
    )


def _by_child(answers: list[TriggerAnswer], trigger: str) -> list[TriggerAnswer]:
    return sorted((one for one in answers if one.trigger == trigger), key=lambda one: one.child is None)


def _answered(read: Reading, one: TriggerAnswer) -> AnsweredTrigger:
    earlier = tuple(AnsweredBefore(was.answer, was.why, was.at) for was in one.earlier)
    return AnsweredTrigger(one.answer, one.why, one.child is None, read.at(one.by), one.at, earlier)
