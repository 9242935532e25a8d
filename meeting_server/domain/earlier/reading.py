"""Reads earlier meetings of a family for the chair's desk of the next: what everyone was told, and nothing else.

The readings go through `reading`, as a record does: there is no way from there to an own stream, to what
professionals said among themselves, or to the desk. Numbers that were taken off the screens stay off.
"""

from collections.abc import Iterable
from typing import Literal

from ..audiences import DESK, ROOM, To
from ..deciding.decisions import Decision
from ..deciding.ratings import Rating
from ..meeting import Meeting
from ..numbers.agree_number import Agreed
from ..numbers.numbers import Number
from ..numbers.rounds import Round
from ..people.persons import attendee_of, each_attendee, each_person
from ..points.items import Action, Item
from ..points.provenance import State
from ..points.said import stated_by
from ..reading.reading import Reading, reading
from ..template.template import Scale
from .desk import (
    EarlierAnswer,
    EarlierAsking,
    EarlierDecided,
    EarlierMeetingRead,
    EarlierPersonNamed,
    EarlierPoint,
    EarlierRated,
)
from .said_without import without_family


def earlier_of(meetings: Iterable[Meeting]) -> list[To]:
    """What the desk of the next meeting is told of these, the oldest first. Only locked ones are read.

    What a later of them brought forward, done or not, is said of that one alone.
    """
    said: list[To] = []
    read = [reading(one, (ROOM,)) for one in meetings if one.state == "finished"]
    later: set[str] = set()
    for one in reversed(read):
        told = _told(one, later)
        named = [To(DESK, person) for person in _people(one, told)]
        said = [To(DESK, told), *named, *said]
        later |= {origin(item) for _, item in one.each(Item) if item.came or item.action}
    return said


def origin(item: Item | EarlierPoint) -> str:
    """The id a point had when it was first said."""
    return item.came.thing if item.came else item.id


def first_id(read: Reading, round: Round) -> str | None:
    """The danger these numbers were asked about, by the id it had where it was first said; None: today in general."""
    about = read.item(round.about) if round.about else None
    return origin(about) if about else round.about


def _told(read: Reading, later: set[str]) -> EarlierMeetingRead:
    meeting = read.meeting
    came = [one for one in each_attendee(read.meeting) if one.joined_at and read.is_somebody(one)]
    items = sorted((one for _, one in read.each(Item)), key=lambda one: (one.order, one.at, one.id))
    points = [point for item in items if origin(item) not in later and (point := _point(read, item))]
    return EarlierMeetingRead(
        meeting.id,
        meeting.template.title,
        meeting.facts.occasion,
        meeting.facts.date,
        meeting.facts.children,
        tuple(sorted(one.person for one in came)),
        tuple(sorted(points, key=lambda one: _KINDS.index(one.what))),
        tuple(_askings(read)),
        tuple(_ratings(read)),
        tuple(_decisions(read)),
        without_family(meeting),
    )


What = Literal["worry", "goal", "action"]
_KINDS: tuple[What, ...] = ("worry", "goal", "action")


def _point(read: Reading, item: Item) -> EarlierPoint | None:
    """A worry, a goal or an open action; None for anything else, and for what was taken back."""
    category = read.meeting.template.category(item.column, item.category)
    role = category.role if category else ""
    state, on = _stands(read, item)
    what = _what(read, item, role)
    if what is None or not item.text or (what == "action" and state == "done"):
        return None
    action = item.action or Action((), None, "", "")
    return EarlierPoint(
        **stated_by(item),
        id=item.id,
        what=what,
        role=role,
        owners=action.owners,
        accepted=tuple(one.person for one in action.accepted),
        by=action.by,
        measure=action.measure,
        if_not=action.if_not,
        progress=state,
        progress_on=on,
        came=item.came,
    )


def _what(read: Reading, item: Item, role: str) -> What | None:
    column = read.meeting.template.column(item.column)
    if item.action:
        return "action"
    if role == "goal":
        return "goal"
    return "worry" if column and column.tint == "worry" else None


def _stands(read: Reading, item: Item) -> tuple[State | None, str | None]:
    """How an action stood at the end, and on which day that was said."""
    if item.progress:
        return item.progress[-1].state, read.meeting.facts.date
    return (item.came.progress, item.came.progress_on) if item.came else (None, None)


def series_of(template: str, scale: Scale) -> str:
    """The name of the numbers that may be drawn with those of this scale: the template's own, or one it shares."""
    return scale.series or f"{template}/{scale.key}"


def _askings(read: Reading) -> Iterable[EarlierAsking]:
    shown = sorted((one for _, one in read.each(Round) if one.state == "shown"), key=lambda one: (one.asked_at, one.id))
    for round in shown:
        scale = read.meeting.template.scale(round.scale)
        for child in round.children if scale else ():
            answers = _answers(read, round.id, child)
            if scale and answers:
                agreed = next(
                    (one for _, one in read.each(Agreed) if (one.round, one.child) == (round.id, child)), None
                )
                yield EarlierAsking(
                    round.id,
                    child,
                    series_of(read.meeting.template.key, scale),
                    scale.question,
                    round.ten or scale.ten,
                    round.zero or scale.zero,
                    scale.left,
                    answers,
                    agreed.value if agreed and agreed.agrees else None,
                    first_id(read, round),
                    round.shown_at,
                )


def _answers(read: Reading, round: str, child: str) -> tuple[EarlierAnswer, ...]:
    given = (one for _, one in read.each(Number) if (one.round, one.child) == (round, child) and not one.hidden)
    said = (EarlierAnswer(one.person, one.answer, one.value, one.reason) for one in given)
    return tuple(sorted(said, key=lambda one: one.person))


def _ratings(read: Reading) -> Iterable[EarlierRated]:
    now = sorted((one for _, one in read.each(Rating) if not one.replaced), key=lambda one: (one.child or "", one.id))
    return (EarlierRated(one.child, one.colour, one.reason, one.better) for one in now)


def _decisions(read: Reading) -> Iterable[EarlierDecided]:
    rule = read.meeting.template.decision
    words = {one.key: one.label for one in rule.outcomes} if rule else {}
    made = sorted((one for _, one in read.each(Decision)), key=lambda one: one.id)
    return (EarlierDecided(one.id, words.get(one.outcome, one.outcome), one.reasons) for one in made)


def _people(read: Reading, told: EarlierMeetingRead) -> list[EarlierPersonNamed]:
    """Those whose words, actions or numbers are among it, the children, and those who came."""
    wanted = {*told.children, *told.there}
    for point in told.points:
        wanted |= {point.speaker, *point.owners, *point.children}
    wanted |= {answer.person for asking in told.askings for answer in asking.answers}
    agencies = {one.key: one.label for one in read.meeting.template.agencies}
    found = []
    for person in sorted((one for one in each_person(read.meeting) if one.id in wanted), key=lambda one: one.id):
        attendee = attendee_of(read.meeting, person.id)
        key = (attendee.agency if attendee else person.agency) or ""
        found.append(
            EarlierPersonNamed(
                person.id,
                told.meeting,
                person.child,
                person.name,
                person.relationship,
                agencies.get(key, ""),
                person.age,
                person.called,
            )
        )
    return found
