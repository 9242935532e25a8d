"""A workbook's words: what the record's printer prints, section by section, for a Word file to put where it likes.

The printer is the record's own, so what stands in the record stands in the workbook in the same words.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from ..domain.reading import AdultSeen, ChildPart, Head, Point, Record, Task
from ..domain.record.workbook import Filling, Shape
from . import core, deciding, earlier, numbers, points
from .earlier import STATES
from .paper_in_memory import Entry, Gathered, Rows, Section, entry
from .printing import top_of
from .summaries import summaries
from .words import day, described, typed, weekday

Prints = Callable[[Gathered, Head, ChildPart], None]
There = Callable[[ChildPart], object]
_EACH_CHILDS: dict[str, tuple[There, Prints]] = {
    "impact": (lambda of: of.impact and of.impact.by, lambda on, head, of: deciding.impact(on, head, of.impact)),
    "numbers": (lambda of: of.askings, lambda on, head, of: numbers.askings(on, head, of.askings)),
    "numbers_before": (lambda of: of.trends, lambda on, _, of: earlier.trends(on, of.trends, of.child.name)),
    "visits": (lambda of: of.visits, lambda on, head, of: core.visits(on, head, of.visits)),
    "updates": (lambda of: of.updates, lambda on, head, of: core.updates(on, head, of.updates)),
    "triggers": (lambda of: of.triggers, lambda on, head, of: core.triggers(on, head, of.triggers)),
    "decisions": (lambda of: of.deciding, deciding.deciding),
    "progress": (
        lambda of: any(one.came for one in of.actions),
        lambda on, head, of: earlier.came_along(on, head, of.actions, of.child.name),
    ),
}
"""Sections that each child has: a test if there is anything, and the record's printer of it."""


def words_of(filling: Filling) -> dict[str, Any]:
    """Returns everything a workbook's tags may name. Sections are lists of entries. An empty list is a section for
    which the meeting has nothing.
    """
    record, head = filling.record, filling.record.head
    draft, audiences = top_of(head)
    return {
        "meeting": {
            "title": head.title,
            "occasion": head.occasion,
            "date": day(head.date),
            "draft": draft,
            "audiences": audiences,
        },
        "about": filling.child or "The whole family",
        "one_child": bool(filling.child),
        "children": [{"name": one.name, "age": one.age} for one in head.children],
        "people": list(_people(head)),
        "dates": [{"what": one.label, "by": weekday(one.by), "whose": one.source} for one in head.dates],
        "summaries": _below(_printed(lambda on: summaries(on, head, record.summaries))),
        "columns": {one.key: _column(record, one) for one in filling.columns},
        **{key: _for_each(record, *how) for key, how in _EACH_CHILDS.items()},
        "ratings": _ratings(record),
        "actions": list(_actions(record, {one.key for one in filling.columns if one.hearing})),
        "adults": adults_of(record, behaviours=False),
        "adults_change": adults_of(record, behaviours=True),
        "added": [entry(lead=f"{described(one.who)}: ", words=one.text, note=one.reason) for one in record.addenda],
    }


def _printed(prints: Callable[[Gathered], None]) -> Section:
    paper = Gathered()
    prints(paper)
    return paper.entries


def _for_each(record: Record, there: There, prints: Prints) -> Section:
    """Returns the section child by child, for the children who have something in it."""
    found: Section = []
    for part in record.parts:
        if there(part):
            paper = Gathered()
            prints(paper, record.head, part)
            found += [*([entry(child=part.child.name)] if len(record.parts) > 1 else []), *_below(paper.entries)]
    return found


def _below(printed: Section) -> Section:
    """Returns it without the heading of the whole section: the Word file has its own."""
    return printed[1:] if printed and printed[0]["heading"] else printed


def _people(head: Head) -> Iterator[dict[str, str]]:
    came = [(one.who, "Was there") for one in head.attended]
    came += [(one, "Sent apologies") for one in head.apologies] + [(one, "Did not come") for one in head.did_not_come]
    for who, how in came:
        yield {"name": who.name, "role": who.relationship or who.role, "agency": who.agency, "came": how}


def _column(record: Record, shape: Shape) -> dict[str, Any]:
    """Returns all of a column's points, and those of each category by its key."""
    each = {one.key: {"label": one.label, "points": _points(record, shape.key, one.key)} for one in shape.categories}
    telling = _telling(record, shape.key) if shape.hearing else []
    return {"label": shape.label, "points": [*_points(record, shape.key, None), *telling], "categories": each}


def _points(record: Record, column: str, category: str | None) -> Section:
    """Returns, child by child, what is not about all of them, then once what is."""
    if len(record.parts) == 1:
        return _of(record, record.parts[0], column, category, lambda _: True, "")
    found: Section = []
    for part in record.parts:
        found += _of(record, part, column, category, lambda one: one.about != "all", part.child.name)
    return found + _of(record, record.parts[0], column, category, lambda one: one.about == "all", "")


def _of(
    record: Record, part: ChildPart, column: str, category: str | None, wanted: Callable[[Point], bool], name: str
) -> Section:
    """Returns the wanted points of this column, or of one category of it, below a name."""
    found: Section = []
    for one in (one for one in part.columns if one.key == column):
        there = (
            replace(
                within,
                points=tuple(filter(wanted, within.points)),
                label=within.label if not category else "",
                meaning="",
            )
            for within in one.categories
            if category in (None, within.key)
        )
        if categories := tuple(within for within in there if within.points):
            paper = Gathered()
            points.grouped(paper, record.head, replace(one, label="", categories=categories))
            found += [*([entry(child=name)] if name else []), *filter(lambda line: any(line.values()), paper.entries)]
    return found


def _ratings(record: Record) -> Section:
    """Returns this meeting's rating, of each child or of the family, and those before it."""
    head, family = record.head, record.family_rating
    found = _for_each(record, lambda of: of.rating, lambda on, head, of: numbers.rating(on, head, of.rating))
    for part in record.parts:
        if part.rated_before:
            printed = Gathered()
            earlier.rated_before(printed, part.rated_before)
            found += [*([entry(child=part.child.name)] if len(record.parts) > 1 else []), *printed.entries]
    if family:
        found += _below(_printed(lambda on: numbers.rating(on, head, family)))
    return [*found, *_printed(lambda on: earlier.rated_before(on, record.family_rated_before))]


def _telling(record: Record, column: str) -> Section:
    """Returns each step of this column that has a person who tells and a day: who, whom and how, by when, and how it
    went.
    """
    found: Section = []
    for at, part in enumerate(record.parts):
        steps = _steps(part, at, lambda task: task.column == column)
        if steps and len(record.parts) > 1:
            found.append(entry(child=part.child.name))
        for row, (_, task) in zip(_rows(record, part, steps), steps, strict=True):
            came = [f"{STATES[one.state]}. {one.evidence}".strip() for one in task.progress[-1:]]
            note = (f"Who tells: {row['who']}", f"By: {row['by']}", f"How we will know: {row['measure']}", *came)
            found.append(entry(words=row["what"], note="\n".join(note)))
    return found


def _steps(part: ChildPart, at: int, wanted: Callable[[Task], bool]) -> list[tuple[Point, Task]]:
    """Returns the wanted actions of the part at this place, each once: one about all the children is in every child's
    part.
    """
    every = ((one, one.task) for one in part.actions if at == 0 or one.about != "all")
    return [(one, task) for one, task in every if task and wanted(task)]


def _rows(record: Record, part: ChildPart, steps: list[tuple[Point, Task]]) -> list[dict[str, str]]:
    """Returns the rows of the record's own table of actions."""
    names = ("what", "who", "by", "measure", "if_not")
    rows = Rows()
    points.actions(rows, record.head, replace(part, actions=tuple(one for one, _ in steps)))
    return [dict(zip(names, row, strict=True)) for row in rows.rows]


def _actions(record: Record, hearing: set[str]) -> Iterator[dict[str, str]]:
    """Yields each action once. Those in columns about how the family will hear stand there."""
    for at, part in enumerate(record.parts):
        for row in _rows(record, part, _steps(part, at, lambda task: task.column not in hearing)):
            yield {"child": part.child.name, **row}


def adults_of(record: Record, *, behaviours: bool) -> Section:
    """Returns how the team sees each adult: as a whole, or by behaviour. Views stand side by side; none is merged."""
    found: Section = []
    for part in record.adults:
        for one in part.asked:
            if bool(one.behaviour) == behaviours and one.views:
                found.append(entry(f"{part.adult.name}. {one.question} {one.behaviour}".strip()))
                found += [_seen(view) for view in one.views]
    return found


def _seen(view: AdultSeen) -> Entry:
    quote = f"Exact words: “{view.quote}”" if view.quote else ""
    by = typed(view.recorded_by)
    note = "\n".join(filter(None, (view.lapse, view.why, quote, view.talk, by)))
    return entry(lead=f"{described(view.who)}: ", words=view.answer, note=note)
