"""A child's points, column by column, and the actions."""

from collections.abc import Iterable

from ..audiences import DESK, ROOM
from ..points.items import Consent, Item, Refiled
from ..points.views import View
from ..reading import About, Agreed, CategoryPart, Changed, ColumnPart, DifferentView, Moved, Owner, Point, Task
from ..reading.reading import Reading, filled
from ..template.parts import Choice
from ..template.template import Column
from .earlier import came_from, progress_of

Found = tuple[str, Item]
_FIRST: dict[About, int] = {"child": 0, "several": 1, "all": 2}


def found_points(read: Reading) -> list[Found]:
    """Every point of these audiences once, with its audience, in the order of the board.

    A child's words that were found safe to show stand on the chair's desk and, as another point, in the room: where the
    room's board is read, the desk's copy (or the mark that it was taken back) says nothing new.
    """
    room = {(_trace(item)) for audience, item in read.each(Item) if audience == ROOM and item.taken_back}
    shown = any(audience == ROOM for audience, _ in read.boards)
    places = {audience: place for place, (audience, _) in enumerate(read.boards)}
    kept = [
        (audience, item)
        for audience, item in read.each(Item)
        if not (audience == DESK and shown and (item.shown_as or (item.taken_back and _trace(item) in room)))
    ]
    return sorted(kept, key=lambda one: (places[one[0]], one[1].order, one[1].at))


def _trace(item: Item) -> tuple[object, ...]:
    return (item.speaker, item.column, item.children, item.taken_back)


def of_child(read: Reading, found: Iterable[Found], child: str | None) -> list[tuple[Item, Point]]:
    """The points about this child: theirs alone first, then theirs with others, then those about all the children."""
    points = [
        (item, _point(read, audience, item, child))
        for audience, item in found
        if child is None or not item.children or child in item.children
    ]
    return sorted(points, key=lambda one: _FIRST[one[1].about])


def shared_of(read: Reading, found: Iterable[Found]) -> tuple[ColumnPart, ...]:
    """What was said about several children of a family or all of them, column by column, each point once. Empty where
    there is one child or none."""
    shared = [(item, point) for item, point in of_child(read, found, None) if point.about != "child"]
    return tuple(one for one in columns_of(read, shared, None) if one.categories)


def plan_of(read: Reading, found: Iterable[Found]) -> tuple[Point, ...]:
    """Every action once."""
    return tuple(point for _, point in of_child(read, found, None) if point.task)


def columns_of(read: Reading, points: list[tuple[Item, Point]], child: str | None) -> tuple[ColumnPart, ...]:
    """All columns of the template, with the points that are not actions. The column that the impact statement heads is
    there once it has points of its own: the statement stands before them all."""
    columns = (_column(read, column, points, child) for column in read.meeting.template.columns)
    impact = read.meeting.template.impact
    headed = read.meeting.template.column(impact.column) if impact and child else None
    return tuple(
        part
        for part, column in zip(columns, read.meeting.template.columns, strict=True)
        if part.categories or part.as_actions or column != headed
    )


def _column(read: Reading, column: Column, points: list[tuple[Item, Point]], child: str | None) -> ColumnPart:
    there = [(item, point) for item, point in points if item.column == column.key]
    here = [(item, point) for item, point in there if point.task is None]
    named, known = read.child(child), {one.key for one in column.categories}
    parts = [
        CategoryPart(filled(one.label, named), filled(one.meaning, named), within, one.key)
        for one in column.categories
        if (within := tuple(point for item, point in here if item.category == one.key))
    ]
    if rest := tuple(point for item, point in here if item.category not in known):
        parts.append(CategoryPart("", "", rest))
    label, as_actions = filled(column.label, named), len(there) - len(here)
    return ColumnPart(label, column.tint, as_actions, tuple(parts), column.key, column.banner)


def _about(read: Reading, item: Item, child: str | None) -> About:
    everybody = read.meeting.children()
    if len(everybody) < 2:
        return "child"
    if not item.children or set(item.children) == set(everybody):
        return "all"
    return "child" if len(item.children) == 1 else "several"


def _point(read: Reading, audience: str, item: Item, child: str | None) -> Point:
    about = _about(read, item, child)
    template, (lang, language) = read.meeting.template, read.tongue(item)
    return Point(
        text=item.text,
        about=about,
        others=len(item.children) - 1 if about == "several" else 0,
        who=read.who(item.speaker),
        recorded_by=read.by(item.recorded_by) if item.came else read.typist(item.recorded_by, item.speaker),
        at=item.at,
        audience="" if audience == ROOM else read.label(audience),
        basis=_chosen(template.basis, item.basis),
        source=item.source,
        when=item.when,
        exact=item.exact,
        obtained=_chosen(template.obtained, item.obtained),
        confirmed=item.confirmed,
        changed=Changed(read.at(item.changed_by), item.changed_at) if item.changed_by and item.changed_at else None,
        agreed_by=tuple(_agreed(read, one) for one in (*item.agreed_by, *item.agreed_before)),
        views=_views(read, item),
        moved=tuple(_moved(read, one, child) for one in item.refiled),
        answers=read.linked(item.answers, child),
        task=_task(read, item, child),
        held=item.held,
        taken_back=read.mark(item.taken_back),
        read_back_at=item.read_back_at,
        read_back_by=read.at(item.read_back_by) if item.read_back_by else None,
        away=item.away,
        lang=lang,
        language=language,
        came=came_from(read, item.came) if item.came else None,
        mark=column.mark if (column := template.column(item.column)) else "",
        ref=read.refs[item.id],
        children=() if child or about == "all" else tuple(read.names[one] for one in item.children),
    )


def _agreed(read: Reading, one: Consent) -> Agreed:
    return Agreed(read.who(one.person), read.typist(one.typed_by, one.person), one.at, one.withdrawn_at)


def _chosen(choices: tuple[Choice, ...], key: str | None) -> str:
    return next((one.label for one in choices if one.key == key), key or "")


def _views(read: Reading, item: Item) -> tuple[DifferentView, ...]:
    views = sorted((one for _, one in read.each(View) if one.item == item.id), key=lambda one: (one.at, one.n))
    return tuple(
        DifferentView(
            read.who(one.person),
            read.typist(one.recorded_by, one.person, one.source),
            one.text,
            one.at,
            read.mark(one.taken_back),
        )
        for one in views
    )


def _moved(read: Reading, before: Refiled, child: str | None) -> Moved:
    template, named = read.meeting.template, read.child(child)
    column, category = (
        template.column(before.column),
        template.category(before.column, before.category),
    )
    return Moved(
        filled(column.label, named) if column else "",
        filled(category.label, named) if category else "",
        bool(child and before.children and child not in before.children),
        read.at(before.by),
        before.at,
    )


def _task(read: Reading, item: Item, child: str | None) -> Task | None:
    if item.action is None:
        return None
    accepted = {one.person: read.typist(one.typed_by, one.person) for one in item.action.accepted}
    owners = tuple(Owner(read.who(one), one in accepted, accepted.get(one)) for one in item.action.owners)
    progress = progress_of(read, item, child)
    return Task(owners, item.action.by, item.action.measure, item.action.if_not, progress, item.column)
