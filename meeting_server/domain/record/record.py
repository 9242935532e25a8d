"""The record: what a meeting's log says for certain audiences, as data that others print.

Each child stands apart, so that a child's part can go to that child's file and be read by them later (S4). A point
about one child is in that child's part alone. A point about all the children is in every part, marked so. A point about
several but not all is in the part of each of them, marked as shared with others who are not named there: whoever holds
one child's part learns that it was said of more children, not of which; the parts together lose nothing. The record of
the whole family also has what is about more than one child, and every action, once each and with the children's names;
that is in no child's part. What was said stands as it was said, and whoever speaks, types, owns or agrees is named.
Links and history never quote or name what is about other children only: a danger says that a goal answers it, without
the goal's words where that goal is about another child. What life is like, what agencies answered, the decision and who
disagrees with it are about one child each and in that part alone. Earlier meetings' ratings and numbers, and what
difference an action makes, are one child's each too. What the team says of the adults of the family, and what each
discipline has done, is about the family as a whole and stands in parts of its own, which are no child's; so do the
marks of what was put aside. What was noted for the steps of the agenda is about the whole meeting and stands in the
head, which is no child's part either. The big screen, which has a seat of its own, is nobody.
"""

import json

from ..asides.asides import Aside
from ..ending.addenda import Addendum
from ..kinds import built, plain
from ..meeting import Meeting
from ..reading import Added, Arrangements, ChildPart, Record, SetAside, TakenBackMark
from ..reading.reading import Reading, reading
from .adults import adults_of
from .core_group import triggers_of, updates_of, visits_of
from .deciding import deciding_of, impact_of
from .earlier import rated_before, trends_of
from .head import head_of
from .links import dangers_of, good_of
from .numbers import askings_of, rating_of
from .points import Found, columns_of, found_points, of_child, plan_of, shared_of
from .summaries import summaries_of

__all__ = ["Record", "record_from_json", "record_json", "record_of"]


def record_of(meeting: Meeting, audiences: tuple[str, ...], arranged: Arrangements | None = None) -> Record:
    """What the record says for these audiences (of `ROOM`, `PROFESSIONALS`, `DESK`), in any state of meeting.

    Read from their boards alone, never from an own stream: sealed numbers and private writing are not in it. The head
    and people's names come from what everyone was told. The same meeting gives the same record, to the byte. Refused
    (`unknown_audience`): no audience, an own stream, one the template does not have. `arranged`: what staff wrote down
    beside the log.
    """
    read = reading(meeting, audiences)
    found = found_points(read)
    children: list[str | None] = [*meeting.children()] or [None]
    return Record(
        head=head_of(read, found, arranged),
        parts=tuple(_part(read, found, child) for child in children),
        family_rating=rating_of(read, None),
        addenda=_addenda(read),
        adults=adults_of(read),
        rates_family=meeting.template.rating.scope == "family",
        family_rated_before=rated_before(read, None),
        summaries=summaries_of(read),
        put_aside=_put_aside(read),
        shared=shared_of(read, found),
        plan=plan_of(read, found),
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
        impact=impact_of(read, child) if child else None,
        columns=columns_of(read, points, child),
        dangers=dangers_of(read, found, points, child),
        good=good_of(read, points, child),
        askings=askings_of(read, child) if child else (),
        deciding=deciding_of(read, child) if child else None,
        rating=rating_of(read, child) if child else None,
        actions=tuple(point for _, point in points if point.task),
        rated_before=rated_before(read, child) if child else (),
        trends=trends_of(read, child) if child else (),
        visits=visits_of(read, child) if child else None,
        updates=updates_of(read, child) if child else None,
        triggers=triggers_of(read, child) if child else (),
    )


def _put_aside(read: Reading) -> tuple[SetAside, ...]:
    """What was put aside and not put back, oldest first; of what stands on several boards, once."""
    marks = {one.id: one for _, one in read.each(Aside)}
    in_order = sorted(marks.values(), key=lambda one: (one.at, one.id))
    return tuple(
        SetAside(
            one.kind,
            tuple(read.who(who) for who in one.whose),
            TakenBackMark(read.at(one.by), one.at, one.why, put_aside=True),
            read.mark(one.erased),
        )
        for one in in_order
    )


def _addenda(read: Reading) -> tuple[Added, ...]:
    added = sorted((one for _, one in read.each(Addendum)), key=lambda one: (one.at, one.id))
    return tuple(
        Added(read.who(one.person), read.typist(one.by, one.person), one.reason, one.text, one.at) for one in added
    )
