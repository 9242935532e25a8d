"""What a child's part says of earlier meetings: the ratings before, and the trend of the numbers with today's."""

from dataclasses import replace

from ..earlier.brought import EarlierNumbers, EarlierRating
from ..earlier.reading import first_id, origin, series_of
from ..numbers.numbers import Number
from ..numbers.rounds import Round
from ..numbers.trend import Given, Measured, Strand, Taken, Trend, trends
from ..points.items import Item
from ..points.provenance import Came
from ..reading import CameFrom, Link, ProgressSaid, RatedBefore, TrendAnswer, TrendDay, TrendPart, TrendStrand
from ..reading.reading import Reading, filled, name_first
from .numbers import SIDES

NOT_KEPT = "?"
"""What stands for the danger where an older release did not keep it."""


def came_from(read: Reading, came: Came) -> CameFrom:
    """Where something was said first, and how the family came to know what was said without them."""
    told = came.told
    return CameFrom(
        came.kind,
        came.occasion,
        came.date,
        came.progress or "",
        came.progress_on or "",
        came.without_family,
        read.who(told.by) if told else None,
        bool(told and told.before),
    )


def progress_of(read: Reading, item: Item, child: str | None) -> tuple[ProgressSaid, ...]:
    """Every answer about an action, oldest first, with the difference it makes for this child and for no other."""
    return tuple(
        ProgressSaid(
            read.who(one.person),
            read.typist(one.by, one.person),
            one.state,
            one.evidence,
            next((said.says for said in one.differences if child and said.child == child), ""),
            tuple(read.who(person) for person in one.monitors),
            one.at,
        )
        for one in item.progress
    )


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
    found = trends((*_before(read, child), *_today(read, child)))
    away = [one.measured.about for one in found if _away(_danger(read, one.measured.about, child))]
    return tuple(_part(read, one, child, away) for one in found)


def _danger(read: Reading, about: str, child: str) -> Link | None:
    """The danger with this first id, as it stands on the board here; None where the numbers are about no danger."""
    if not about:
        return None
    if about.startswith(NOT_KEPT):
        return Link("", "", "not_kept")
    item = next((one for _, one in read.each(Item) if origin(one) == about), None)
    return read.link(item, child) if item else Link("", "", "not_here")


def _away(link: Link | None) -> bool:
    return link is not None and link.missing in ("not_here", "not_kept")


def _before(read: Reading, child: str) -> list[Taken]:
    return [
        Taken(
            _measured(one),
            one.came.meeting,
            one.came.occasion or one.came.kind,
            one.came.date,
            one.at or 0,
            tuple(Given(given.person, given.answer, given.value) for given in one.numbers),
        )
        for _, one in read.each(EarlierNumbers)
        if one.child == child
    ]


def _measured(one: EarlierNumbers) -> Measured:
    return Measured(one.series, one.question, one.ten, one.zero, one.left, _asked_about(one))


def _asked_about(one: EarlierNumbers) -> str:
    """What was asked about. What an older release brought forward does not say: nothing is known to be the same."""
    return one.about or "" if one.at is not None else f"{NOT_KEPT}{one.id}"


def _today(read: Reading, child: str) -> list[Taken]:
    facts, template = read.meeting.facts, read.meeting.template
    found = []
    for _, round in read.each(Round):
        scale = template.scale(round.scale)
        if scale and round.state == "shown" and child in round.children:
            measured = Measured(
                series_of(template.key, scale),
                scale.question,
                round.ten or scale.ten,
                round.zero or scale.zero,
                scale.left,
                first_id(read, round) or "",
            )
            given = (one for _, one in read.each(Number) if (one.round, one.child) == (round.id, child))
            said = tuple(Given(one.person, one.answer, one.value) for one in given if not one.hidden)
            found.append(
                Taken(
                    measured,
                    read.meeting.id,
                    facts.occasion or template.title,
                    facts.date,
                    round.shown_at or 0,
                    said,
                    today=True,
                )
            )
    return found


def _part(read: Reading, trend: Trend, child: str, away: list[str]) -> TrendPart:
    """`away`: the dangers whose words are not here, which are told apart by a number where there are several."""
    named, measured = read.child(child), trend.measured
    about = _danger(read, measured.about, child)
    if about and _away(about) and len(away) > 1:
        about = replace(about, label=str(away.index(measured.about) + 1))
    days = tuple(TrendDay(one.occasion, one.date, one.today) for one in trend.takings)
    made = (_strand(read, one) for one in trend.strands)
    strands = sorted(made, key=lambda one: (SIDES.index(one.who.side), *name_first(one.who)))
    ends = (filled(measured.ten, named), filled(measured.zero, named))
    apart = (one for _, one in read.each(EarlierNumbers) if one.child == child and one.came.without_family)
    untold = tuple(came_from(read, one.came) for one in apart if _measured(one) == measured)
    return TrendPart(filled(measured.question, named), *ends, measured.left, days, tuple(strands), about, untold)


def _strand(read: Reading, strand: Strand) -> TrendStrand:
    answers = tuple(TrendAnswer(one.answer, one.value) if one else None for one in strand.given)
    return TrendStrand(read.who(strand.person), answers, strand.pieces())
