"""What goes into a workbook: the record for everyone, of the whole family or of one child alone (W9)."""

from dataclasses import dataclass

from ..audiences import ROOM
from ..meeting import Meeting
from ..reading import Child, Head, Record
from ..reading.reading import filled
from ..refused import Refused
from ..template.template import Template
from .one_child import of_one_child
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
    if template.workbook is None:
        raise Refused("not_found", "There is no such workbook.")
    record = record_of(meeting, (ROOM,))
    if child:
        record = of_one_child(record, meeting, child)
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
