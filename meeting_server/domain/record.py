"""The record: what a meeting's log says for certain audiences, as data that others print.

Each child stands apart, so that a child's part can go to that child's file and be read by them later (S4). A point
about one child is in that child's part alone. A point about all the children is in every part, marked so. A point about
several but not all is in the part of each of them, marked as shared with others who are not named there: whoever holds
one child's part learns that it was said of more children, not of which; the parts together lose nothing. What was said
stands as it was said, and whoever speaks, types, owns or agrees is named. Links and history never quote or name what is
about other children only.
"""

import json
from typing import TYPE_CHECKING

from .addenda import Addendum
from .attendance import Attendee
from .ending import CheckAnswer
from .items import Item
from .kinds import built, plain
from .leaving import Removal
from .numbers import Number
from .people import Person
from .record_numbers import askings_of, rating_of
from .record_parts import Added, Attended, ChildPart, Head, OpenCheck, Record, Who
from .record_points import Found, columns_of, found_points, of_child
from .record_reading import Reading, filled, reading

if TYPE_CHECKING:
    from .meeting import Meeting

__all__ = ["Record", "record_from_json", "record_json", "record_of"]


def record_of(meeting: "Meeting", audiences: tuple[str, ...]) -> Record:
    """What the record says for these audiences ("everyone", "professionals", "chairs_desk"), in any state of meeting.

    Read from their boards alone, never from an own stream: sealed numbers and private writing are not in it. The head
    and people's names come from what everyone was told. The same meeting gives the same record, to the byte. Refused
    (`unknown_audience`): no audience, an own stream, one the template does not have.
    """
    read = reading(meeting, audiences)
    found = found_points(read)
    children: list[str | None] = [*meeting.children()] or [None]
    return Record(
        head=_head(read, found),
        parts=tuple(_part(read, found, child) for child in children),
        family_rating=rating_of(read, None),
        addenda=_addenda(read),
    )


def record_json(record: Record) -> str:
    """The record as JSON, for the process that prints it and for systems that take it in."""
    return json.dumps(plain(record), ensure_ascii=False, separators=(",", ":"))


def record_from_json(text: str) -> Record:
    """The record that `record_json` wrote."""
    record: Record = built(Record, json.loads(text))
    return record


def _part(read: Reading, found: list[Found], child: str | None) -> ChildPart:
    points = of_child(read, found, child)
    return ChildPart(
        child=read.child(child),
        columns=columns_of(read, points, child),
        askings=askings_of(read, child) if child else (),
        rating=rating_of(read, child) if child else None,
        actions=tuple(point for _, point in points if point.task),
    )


def _head(read: Reading, found: list[Found]) -> Head:
    meeting, facts = read.meeting, read.meeting.facts
    children = meeting.children()
    states = {"ended": "draft", "finished": "finished"}
    people = sorted(meeting.everyone.each(Attendee), key=lambda one: _name_first(read.at(one.id)))
    came = [one for one in people if one.attendance != "invited"]
    return Head(
        title=meeting.template.title,
        heading=filled(meeting.template.heading, read.child(children[0] if len(children) == 1 else None)),
        occasion=facts.occasion,
        date=facts.date,
        setting=facts.setting,
        family_present=facts.family_present,
        state=states.get(facts.state, "running"),  # type: ignore[arg-type]
        opened_at=facts.opened_at,
        ended_at=facts.ended_at,
        finished_at=facts.finished_at,
        audiences=tuple(read.label(audience) for audience, _ in read.boards),
        attended=tuple(_attended(read, one) for one in came),
        did_not_come=tuple(read.at(one.id) for one in people if one.attendance == "invited"),
        others=_others(read, found),
        children=tuple(read.child(one) for one in meeting.children()),
        open_checks=_open_checks(read),
    )


def _name_first(who: Who) -> tuple[str, str]:
    return (who.name.casefold(), who.role)


def _attended(read: Reading, one: Attendee) -> Attended:
    why = next((found.reason for _, found in read.each(Removal) if found.id == one.id), "")
    return Attended(read.at(one.id), one.joined_at, one.left_at, one.attendance == "removed", why)


def _others(read: Reading, found: list[Found]) -> tuple[Who, ...]:
    """Those not at the meeting whose words, number or task are in it: a parent elsewhere, a report-only GP."""
    named = {person for _, item in found for person in _named(item)}
    named |= {one.person for _, one in read.each(Number)}
    away = [
        person.id
        for person in read.meeting.everyone.each(Person)
        if person.id in named and person.attendee is None and person.id not in read.meeting.children()
    ]
    return tuple(sorted((read.who(one) for one in away), key=_name_first))


def _named(item: Item) -> tuple[str, ...]:
    return (item.speaker, *item.agreed_by, *(item.action.owners if item.action else ()))


def _open_checks(read: Reading) -> tuple[OpenCheck, ...]:
    given = {one.id: one for _, one in read.each(CheckAnswer)}
    return tuple(
        OpenCheck(check.says, answer.reason, read.at(answer.by), answer.at)
        for check in read.meeting.template.checks
        if (answer := given.get(check.key))
    )


def _addenda(read: Reading) -> tuple[Added, ...]:
    added = sorted((one for _, one in read.each(Addendum)), key=lambda one: (one.at, one.id))
    return tuple(
        Added(read.who(one.person), read.typist(one.by, one.person), one.reason, one.text, one.at) for one in added
    )
