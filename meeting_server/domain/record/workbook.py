"""What goes into a workbook: the record for everyone, of the whole family or of one child alone (W9)."""

import re
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any

from ..audiences import ROOM
from ..meeting import Meeting
from ..reading import Child, Head, Record, Who
from ..reading.reading import filled
from ..refused import Refused
from ..template.template import Template
from .record import record_of


@dataclass(frozen=True, slots=True)
class Shape:
    """A column or category a workbook may name, and what it is called for this family or child. `hearing`: its steps
    tell somebody what was said without them, and stand here, not among what is done next."""

    key: str
    label: str
    categories: tuple["Shape", ...] = ()
    hearing: bool = False


@dataclass(frozen=True, slots=True)
class Filling:
    """What a workbook is filled from. `child` is the child's name, or empty for the whole family."""

    record: Record
    child: str
    columns: tuple[Shape, ...]


def filling_of(meeting: Meeting, child: str | None) -> Filling:
    """What fills this meeting's workbook, for the whole family or (`child`, a person's id) for one child.

    Refused (`not_found`): the meeting's template has no workbook, or the meeting is not about this child.
    """
    template = meeting.template
    if template.workbook is None or (child and child not in meeting.children()):
        raise Refused("not_found", "There is no such workbook.")
    record = record_of(meeting, (ROOM,))
    if child:
        record = of_one_child(record, meeting.children().index(child))
    return Filling(record, record.parts[0].child.name if child else "", shapes(template, record.head))


def shapes(template: Template, head: Head) -> tuple[Shape, ...]:
    """Every column and category of this template, also those nothing was written in."""
    named = head.children[0] if len(head.children) == 1 else Child("the children")
    return tuple(
        Shape(
            one.key,
            filled(one.label, named),
            tuple(Shape(c.key, filled(c.label, named)) for c in one.categories),
            one.hearing,
        )
        for one in template.columns
    )


def of_one_child(record: Record, at: int) -> Record:
    """The record without all that is not about this child alone or about all the children alike.

    What is said of the family as a whole (summaries, its rating, notes, what was added) is in nobody's words about one
    child and may name another, so it is in the family's workbook only. So is who else was spoken of, and whose
    relative somebody is where that names another child.
    """
    part, head = record.parts[at], record.head
    kept = replace(
        head,
        occasion="",
        heading=head.title,
        children=(part.child,),
        others=(),
        pauses=(),
        notes=(),
        open_checks=(),
        attended=tuple(one for one in head.attended if _may_stand(one.who, part.child)),
        apologies=tuple(one for one in head.apologies if _may_stand(one, part.child)),
        did_not_come=tuple(one for one in head.did_not_come if _may_stand(one, part.child)),
        reports=tuple(one for one in head.reports if _may_stand(one.who, part.child)),
    )
    others = [word for one in head.children if one != part.child for word in _words(one)]
    cut: Record = _without(others, Record(head=kept, parts=(part,), family_rating=None, addenda=()))
    return cut


def _words(child: Child) -> tuple[str, ...]:
    """What a child may be called in somebody's words: the whole name, without what tells it apart, and its first."""
    name = child.name.partition(", ")[0]
    return name, name.split()[0]


def _without(names: list[str], thing: Any) -> Any:
    """The same, where nobody is anybody's by these names: "Juniper's dad" stands with his words about Pip too."""
    if isinstance(thing, Who):
        named = any(re.search(rf"\b{re.escape(name)}\b", thing.relationship, re.IGNORECASE) for name in names)
        return replace(thing, relationship="") if named else thing
    if isinstance(thing, tuple):
        return tuple(_without(names, one) for one in thing)
    if is_dataclass(thing) and not isinstance(thing, type):
        return replace(thing, **{one.name: _without(names, getattr(thing, one.name)) for one in fields(thing)})
    return thing


def _may_stand(who: Who, child: Child) -> bool:
    """Another child who came is not named in this one's workbook."""
    return who.side != "child" or who.name == child.name
