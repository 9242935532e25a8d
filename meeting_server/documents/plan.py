"""Prints the rest of the plan: each action whole, with how we will know and what if not; and how it is coming along."""

from ..domain.reading import Point, ProgressSaid, Record, Task
from .cited import Cited, in_order
from .earlier import progress
from .paper import Line, Paper
from .points import step
from .words import called, typed


def plan(paper: Paper, record: Record, cited: Cited) -> None:
    """Prints every action once; nothing where there is none."""
    steps = [(one, one.task) for one in in_order(record) if one.task]
    if not steps:
        return
    paper.part("The plan: how we will know, and what if not")
    rows = [
        (
            cited.lead(one),
            [*step(one, record.head, cited), *_typed(task)],
            task.measure or "Not said",
            task.if_not or "Not said",
        )
        for one, task in steps
    ]
    heads = ("No.", "What, and who said it", "How we will know", "If it is not done")
    paper.table(heads, (14, 76, 42, 38), "Each action whole, how we will know, what happens if it is not done", rows)
    _coming_along(paper, record, cited, steps)


def _typed(task: Task) -> list[Line]:
    """Returns who typed an owner's yes for them."""
    return [Line(f"{one.who.name} said yes. {typed(one.typed_by)}", small=True) for one in task.owners if one.typed_by]


def _coming_along(paper: Paper, record: Record, cited: Cited, steps: list[tuple[Point, Task]]) -> None:
    brought = [(one, task) for one, task in steps if one.came]
    if not brought:
        return
    paper.part("How the plan is coming along")
    rows = [(cited.lead(one), _answers(one, task, record)) for one, task in brought]
    says = "Actions from earlier meetings, and how each is coming along"
    paper.table(("No.", "How it is coming along"), (14, 156), says, rows)


def _answers(point: Point, task: Task, record: Record) -> list[Line] | str:
    if not task.progress:
        return "Nobody said how it is coming along."
    lines: list[Line] = []
    for place, one in reversed(list(enumerate(task.progress))):
        if place == len(task.progress) - 2:
            lines.append(Line("Before:", small=True))
        lines += [*progress(one, "", record.head), *_differences(point, place, record)]
    return lines


def _differences(point: Point, place: int, record: Record) -> list[Line]:
    """Returns what difference it makes, child by child: each child's part has its own."""
    said = ((part.child.name, _progress_in(part.actions, point, place)) for part in record.parts)
    return [
        Line(one.difference, f"What difference for {called(name, record.head)}:")
        for name, one in said
        if one and one.difference
    ]


def _progress_in(actions: tuple[Point, ...], point: Point, place: int) -> ProgressSaid | None:
    return next((one.task.progress[place] for one in actions if one.ref == point.ref and one.task), None)
