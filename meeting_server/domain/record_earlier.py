"""What a child's part says of earlier meetings: the ratings before, and the trend of the numbers with today's."""

from .brought import EarlierNumbers, EarlierRating
from .came import Came
from .earlier_reading import series_of
from .items import Item
from .numbers import Number
from .record_numbers import SIDES
from .record_parts import (
    CameFrom,
    ProgressSaid,
    RatedBefore,
    TrendAnswer,
    TrendDay,
    TrendPart,
    TrendStrand,
)
from .record_reading import Reading, filled, name_first
from .rounds import Round
from .trend import Given, Measured, Strand, Taken, Trend, trends


def came_from(read: Reading, came: Came) -> CameFrom:
    """Where something was said first, and how the family came to know what was said without them."""
    told = came.told
    return CameFrom(
        came.kind, came.occasion, came.date, came.progress or "", came.progress_on or "", came.without_family,
        read.who(told.by) if told else None, bool(told and told.before),
    )  # fmt: skip


def progress_of(read: Reading, item: Item, child: str | None) -> tuple[ProgressSaid, ...]:
    """Every answer about an action, oldest first, with the difference it makes for this child and for no other."""
    return tuple(
        ProgressSaid(
            read.who(one.person), read.typist(one.by, one.person), one.state, one.evidence,
            next((said.says for said in one.differences if child and said.child == child), ""),
            tuple(read.who(person) for person in one.monitors), one.at,
        )
        for one in item.progress
    )  # fmt: skip


def rated_before(read: Reading, child: str | None) -> tuple[RatedBefore, ...]:
    """The ratings of this child, or (none) of the family, that were brought forward, oldest first. Red means the same
    in every meeting. That of the family names every child, so it is in no child's part."""
    colours = {one.key: one for one in read.meeting.template.rating.colours}
    found = (one for _, one in read.each(EarlierRating) if one.child == child)
    said = []
    for one in sorted(found, key=lambda one: (one.came.date, one.id)):
        colour = colours.get(one.colour) if one.colour else None
        shape, label, meaning = (colour.shape, colour.label, colour.meaning) if colour else ("", "", "")
        said.append(RatedBefore(came_from(read, one.came), one.colour, shape, label, meaning, one.reason, one.better))
    return tuple(said)


def trends_of(read: Reading, child: str) -> tuple[TrendPart, ...]:
    """This child's numbers over time, one trend for each thing that is measured."""
    return tuple(_part(read, one, child) for one in trends((*_before(read, child), *_today(read, child))))


def _before(read: Reading, child: str) -> list[Taken]:
    return [
        Taken(
            Measured(one.series, one.question, one.ten, one.zero, one.left), one.came.occasion or one.came.kind,
            one.came.date, (0, one.id), tuple(Given(given.person, given.answer, given.value) for given in one.numbers),
        )
        for _, one in read.each(EarlierNumbers)
        if one.child == child
    ]  # fmt: skip


def _today(read: Reading, child: str) -> list[Taken]:
    facts, template = read.meeting.facts, read.meeting.template
    found = []
    for _, round in read.each(Round):
        scale = template.scale(round.scale)
        if scale and round.state == "shown" and child in round.children:
            measured = Measured(series_of(template.key, scale), scale.question, round.ten or scale.ten,
                                round.zero or scale.zero, scale.left)  # fmt: skip
            given = (one for _, one in read.each(Number) if (one.round, one.child) == (round.id, child))
            said = tuple(Given(one.person, one.answer, one.value) for one in given if not one.hidden)
            when = (1, round.asked_at, round.id)
            found.append(Taken(measured, facts.occasion or template.title, facts.date, when, said, today=True))
    return found


def _part(read: Reading, trend: Trend, child: str) -> TrendPart:
    named, measured = read.child(child), trend.measured
    days = tuple(TrendDay(one.occasion, one.date, one.today) for one in trend.takings)
    made = (_strand(read, one) for one in trend.strands)
    strands = sorted(made, key=lambda one: (SIDES.index(one.who.side), *name_first(one.who)))
    ends = (filled(measured.ten, named), filled(measured.zero, named))
    return TrendPart(filled(measured.question, named), *ends, measured.left, days, tuple(strands))


def _strand(read: Reading, strand: Strand) -> TrendStrand:
    answers = tuple(TrendAnswer(one.answer, one.value) if one else None for one in strand.given)
    return TrendStrand(read.who(strand.person), answers, strand.pieces())
