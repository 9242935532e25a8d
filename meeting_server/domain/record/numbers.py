"""A child's numbers, every asking of them, and the rating. Nothing is added up (D4, L4)."""

from dataclasses import replace

from ..deciding.ratings import Rating, RatingView
from ..kinds import Colour
from ..numbers.agree_number import Agreed
from ..numbers.held_numbers import HeldNumber
from ..numbers.numbers import Number, Placement
from ..numbers.rounds import Round
from ..reading import AgreedNumber, Asking, Earlier, NumberGiven, Rated, RatedDifferently, RatingPart, Who
from ..reading.reading import Reading, filled
from .deciding import off_screens

SIDES = ("child", "family", "professional")


def askings_of(read: Reading, child: str) -> tuple[Asking, ...]:
    """Every asking for this child's numbers, oldest first."""
    rounds = sorted(
        (one for _, one in read.each(Round) if child in one.children), key=lambda one: (one.asked_at, one.id)
    )
    return tuple(_asking(read, one, child) for one in rounds)


def _asking(read: Reading, round: Round, child: str) -> Asking:
    scale, named = read.meeting.template.scale(round.scale), read.child(child)
    numbers = _numbers(read, round, child)
    return Asking(
        question=filled(scale.question, named) if scale else "",
        ten=round.ten or (filled(scale.ten, named) if scale else ""),
        zero=round.zero or (filled(scale.zero, named) if scale else ""),
        left=scale.left if scale else 0,
        sample=bool(scale and scale.sample and not round.ten),
        about=read.linked(round.about, child),
        state=round.state,
        asked_at=round.asked_at,
        shown_at=round.shown_at,
        numbers=tuple(_without_none(one) for one in numbers if _is_named(one.who, one.value)),
        agreed=next(
            (
                AgreedNumber(one.agrees, one.value, one.text)
                for _, one in read.each(Agreed)
                if (one.round, one.child) == (round.id, child)
            ),
            None,
        ),
        some_gave_none=any(not _is_named(one.who, one.value) for one in numbers),
    )


def _is_named(who: Who, value: int | None) -> bool:
    """True for a number, and for a professional who gave none: of the family no one is named for that."""
    return value is not None or who.side == "professional"


def _without_none(one: NumberGiven) -> NumberGiven:
    return replace(one, earlier=tuple(before for before in one.earlier if _is_named(one.who, before.value)))


def _numbers(read: Reading, round: Round, child: str) -> tuple[NumberGiven, ...]:
    """Hidden numbers are in the record; so is, for the chair's desk, a child's own that waits. Sealed ones are not."""
    given = [
        NumberGiven(
            read.who(one.person),
            read.typist(one.recorded_by, one.person),
            one.answer,
            one.value,
            one.reason,
            one.late,
            tuple(_earlier(read, before) for before in one.earlier),
            held=False,
        )
        for _, one in read.each(Number)
        if (one.round, one.child) == (round.id, child)
    ]
    given += [
        _held(read, one)
        for _, one in read.each(HeldNumber)
        if not one.released and (one.round, one.placement.child) == (round.id, child)
    ]
    return tuple(sorted(given, key=lambda one: _place(one.who)))


def _place(who: Who) -> tuple[int, str, str]:
    return (SIDES.index(who.side), who.name.casefold(), who.role)


def _earlier(read: Reading, before: Placement) -> Earlier:
    return Earlier(before.answer, before.value, before.reason, read.typist(before.recorded_by, before.person))


def _held(read: Reading, held: HeldNumber) -> NumberGiven:
    one = held.placement
    typist = read.typist(one.recorded_by, one.person)
    return NumberGiven(read.who(one.person), typist, one.answer, one.value, one.reason, held.late, (), held=True)


def rating_of(read: Reading, child: str | None) -> RatingPart | None:
    """The rating of this child, or of the family for None, with earlier tries; None where nobody rated.

    A rating stands on the chair's desk and, once shown, in the room. Read together they are one.
    """
    tries: dict[str, Rating] = {}
    for _, one in read.each(Rating):
        if one.child == child:
            old = tries.get(one.id, one)
            tries[one.id] = replace(one, shown=one.shown or old.shown, replaced=one.replaced or old.replaced)
    shown_at = max((one.at for one in tries.values() if one.shown and not one.replaced), default=0)
    off = off_screens(read, "rating", child, shown_at)
    if not tries and off is None:
        return None
    question = filled(read.meeting.template.rating.question, read.child(child))
    in_order = sorted(tries.values(), key=lambda one: (one.at, one.id))
    return RatingPart(question, tuple(_rated(read, one) for one in in_order), off)


def _rated(read: Reading, one: Rating) -> Rated:
    views = sorted((view for _, view in read.each(RatingView) if view.rating == one.id), key=lambda view: view.at)
    shape, label, meaning = _colour(read, one.colour)
    return Rated(
        one.colour,
        shape,
        label,
        meaning,
        one.reason,
        one.better,
        read.at(one.by),
        one.at,
        current=not one.replaced,
        shown=one.shown,
        views=tuple(
            RatedDifferently(read.who(view.person), view.colour, *_colour(read, view.colour)[:2], view.reason, view.at)
            for view in views
        ),
    )


def _colour(read: Reading, key: Colour | None) -> tuple[str, str, str]:
    colours = read.meeting.template.rating.colours
    return next(((one.shape, one.label, one.meaning) for one in colours if one.key == key), ("", key or "", ""))
