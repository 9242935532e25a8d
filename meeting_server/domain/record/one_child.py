"""The record cut down to one child, for that child's file and for that child's workbook (S4)."""

import re
from dataclasses import fields, is_dataclass, replace
from typing import Any

from ..meeting import Meeting
from ..reading import Child, Record, Who
from ..refused import Refused


def of_one_child(record: Record, meeting: Meeting, child: str) -> Record:
    """The record without all that is not about this child (a person's id) alone or with others, or about all alike.

    What is said of the family as a whole (summaries, its rating, notes, what was added) is in nobody's words about one
    child and may name another, so it stays in the record of the family. So does who else was spoken of, and whose
    relative somebody is where that names another child. Words that people said are as they said them, and are read
    before this is handed on. Refused (`not_found`): the meeting is not about this child.
    """
    if child not in meeting.children():
        raise Refused("not_found", "This meeting is not about that child.")
    part, head = record.parts[meeting.children().index(child)], record.head
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
    cut: Record = _without(others, Record(kept, (part,), None, (), plan=part.actions))
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
    """Another child who came is not named in what is about this one."""
    return who.side != "child" or who.name == child.name
