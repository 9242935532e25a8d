"""What a record says of the adults of the family: everybody's view in a row of its own, and silence too."""

from ..reading import AdultAsked, AdultPart, AdultSeen, AdultSeenBefore
from ..reading.reading import Reading, name_first
from ..supervision.adult_views import AdultView, EarlierAdultView
from ..supervision.behaviours import Behaviour, adults
from ..template.parts import AdultQuestion


def adults_of(read: Reading) -> tuple[AdultPart, ...]:
    """Each adult of the family, and whoever else something was said of; none where the template does not ask."""
    if not read.meeting.template.adult_questions:
        return ()
    views = [one for _, one in read.each(AdultView)]
    named = [one for _, one in read.each(Behaviour)]
    wanted = {*adults(read.meeting), *(one.adult for one in views), *(one.adult for one in named)}
    parts = sorted(((read.who(one), one) for one in wanted), key=lambda one: (*name_first(one[0]), one[1]))
    return tuple(AdultPart(who, _asked(read, one, views, named)) for who, one in parts)


def _asked(read: Reading, adult: str, views: list[AdultView], named: list[Behaviour]) -> tuple[AdultAsked, ...]:
    """The questions in the template's order, one asked for each behaviour in that in which they were named."""
    theirs = [one for one in views if one.adult == adult]
    mine = sorted((one for one in named if one.adult == adult), key=lambda one: (one.at, one.id))
    asked: list[AdultAsked] = []
    for question in read.meeting.template.adult_questions:
        here = [one for one in theirs if one.question == question.key]
        if question.each_behaviour:
            asked += (_one(read, question, [one for one in here if one.behaviour == of.id], of) for of in mine)
        elif here or question.every_time:
            asked.append(_one(read, question, here, None, adult))
    return tuple(asked)


def _one(
    read: Reading, question: AdultQuestion, views: list[AdultView], of: Behaviour | None, adult: str = ""
) -> AdultAsked:
    name = read.who(of.adult if of else adult).name
    seen = sorted(((read.who(one.person), one) for one in views), key=lambda one: (*name_first(one[0]), one[1].id))
    return AdultAsked(
        question.label,
        question.question.replace("{adult}", name),
        of.label if of else "",
        tuple(
            AdultSeen(
                who,
                read.typist(one.recorded_by, one.person),
                *_said(question, one),
                one.at,
                tuple(AdultSeenBefore(*_said(question, was), was.at) for was in one.earlier),
            )
            for who, one in seen
        ),
        read.mark(of.taken_back) if of else None,
    )


def _said(question: AdultQuestion, one: AdultView | EarlierAdultView) -> tuple[str, str, str, str, str]:
    """The answer with the model's word, the lapse, why, the quote and its kind of talk."""
    answer = next((found for found in question.answers if found.key == one.answer), None)
    words = f"{answer.label} ({answer.term})" if answer and answer.term else answer.label if answer else one.answer
    talk = next((found.label for found in question.talk if found.key == one.talk), "")
    return words, question.lapse if one.lapse else "", one.why, one.quote, talk
