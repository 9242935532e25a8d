"""Prints points and actions: the words first, then who said it and how we know, then what others say of it."""

from itertools import groupby
from textwrap import shorten

from ..domain.record_parts import ChildPart, ColumnPart, DifferentView, Head, Link, Moved, Point, TakenBackMark, Task
from .paper import Paper
from .words import day, described, listed, moment, quoted


def about(point: Point) -> str:
    """The mark of a point that is not about one child alone; the other children are not named here."""
    if point.about == "several":
        more = "another child" if point.others == 1 else f"{point.others} other children"
        return f"About this child and {more}"
    return "About all the children" if point.about == "all" else ""


def column(paper: Paper, head: Head, part: ColumnPart) -> None:
    """One question of the board and what was said under it, the child's own points first in each category."""
    paper.heading(part.label, 2, part.tint)
    if not part.categories:
        paper.text("See “Who will do what?” below." if part.as_actions else "Nothing is written here.", "Detail")
    labelled = any(one.label for one in part.categories)
    for category in part.categories:
        if category.label or labelled:
            paper.heading(": ".join(filter(None, (category.label or "Other points", category.meaning))), 3)
        for mark, points in groupby(category.points, about):
            if mark:
                paper.text(mark, "Group", keep=True)
            for one in points:
                _print(paper, head, one, part.tint)


def _print(paper: Paper, head: Head, point: Point, ink: str) -> None:
    lead = "Not shown in the room:" if point.held else ""
    words = taken_back(point.taken_back, head, "point") if point.taken_back else quoted(point.text, point.exact)
    details = [] if point.taken_back else notes(point, head)
    paper.barred(words, "Point", ink, lead=lead, keep=bool(details or point.views))
    if details:
        paper.barred("\n".join(details), "Detail", ink, keep=bool(point.views))
    for view in point.views:
        lead, words, said = _differs(view, head)
        paper.barred(words, "Point", ink, indent_mm=6, lead=lead, keep=bool(said))
        if said:
            paper.barred(said, "Detail", ink, indent_mm=6, keep=False)


def _differs(view: DifferentView, head: Head) -> tuple[str, str, str]:
    lead = f"{view.who.name} sees it differently:"
    if view.taken_back:
        return lead, taken_back(view.taken_back, head, "view"), ""
    typed = f" Typed by {described(view.recorded_by)}." if view.recorded_by else ""
    return lead, view.text, f"{described(view.who)}, {moment(view.at, head)}.{typed}"


def taken_back(mark: TakenBackMark, head: Head, what: str) -> str:
    """That something was taken back, by whom, when and why."""
    why = f" Why: {mark.why}" if mark.why else ""
    return f"A {what} was taken back by {described(mark.by)}, {moment(mark.at, head)}.{why}"


def notes(point: Point, head: Head) -> list[str]:
    """Everything known about a point but its words and the views beside it, as short lines."""
    return [line for line in (_said(point, head), _known(point), _answers(point), *_became(point, head)) if line]


def _said(point: Point, head: Head) -> str:
    typed = f" Typed by {described(point.recorded_by)}." if point.recorded_by else ""
    heard = f" For: {point.audience}." if point.audience else ""
    return f"{described(point.who)}, {moment(point.at, head)}.{typed}{heard}"


def _known(point: Point) -> str:
    said = (
        ("How we know", point.basis), ("From", point.source), ("When", point.when),
        ("How the child's words came to us", point.obtained),
    )  # fmt: skip
    lines = [f"{name}: {words.rstrip('.')}." for name, words in said if words]
    return " ".join([*lines, *(["Exact words."] if point.exact else [])])


def _answers(point: Point) -> str:
    return f"Answers {linked(point.answers)}" if point.answers else ""


def linked(link: Link) -> str:
    """How the point begins that a goal, an action or a number is about, or why its words are not here."""
    if link.missing == "taken_back":
        return "a point that was taken back."
    if link.missing:
        return "a point that is not in this part."
    return f"“{shorten(link.text, 90, placeholder='…')}”{f' ({link.label})' if link.label else ''}."


def _became(point: Point, head: Head) -> list[str]:
    name = point.who.name
    confirmed = {
        "none": "", "waiting": f"{name} has not yet said whether these words are right.",
        "yes": f"{name} says: yes, that's it.", "no": f"{name} says: not what I said.",
    }[point.confirmed]  # fmt: skip
    agreed = f"{listed([one.name for one in point.agreed_by])} agreed." if point.agreed_by else ""
    right = point.changed
    changed = f"Words put right by {described(right.by)}, {moment(right.at, head)}." if right else ""
    return [confirmed, agreed, changed, *(_moved(one, head) for one in point.moved)]


def _moved(move: Moved, head: Head) -> str:
    place = ", ".join(filter(None, (move.column.rstrip("?"), move.category)))
    other = ", about another child" if move.about_other else ""
    return f"Before, this was under “{place}”{other}. Moved by {described(move.by)}, {moment(move.at, head)}."


def actions(paper: Paper, head: Head, part: ChildPart) -> None:
    """The actions as a table: what, who, by when, how we will know, what if not."""
    paper.heading("Who will do what?", 2, "next")
    if not part.actions:
        paper.text("No action has an owner.", "Detail")
        return
    rows = paper.table(
        ("What", "Who", "By when", "How we will know", "If it is not done"),
        (58, 36, 21, 28, 27),
        f"Actions for {part.child.name}: what, who, by when, how we will know, what happens if it is not done",
    )
    for point in part.actions:
        if point.task:
            rows.add(_what(point, head), *_task(point.task))
    paper.after_table()


def _what(point: Point, head: Head) -> list[tuple[str, str]]:
    cell = [("Cell detail", f"{about(point)}." if about(point) else ""), ("Cell", quoted(point.text, point.exact))]
    cell += [("Cell detail", line) for line in notes(point, head)]
    for view in point.views:
        lead, words, said = _differs(view, head)
        cell += [("Cell", f"{lead} {words}"), ("Cell detail", said)]
    return cell


def _task(task: Task) -> tuple[list[tuple[str, str]], str, str, str]:
    owners: list[tuple[str, str]] = []
    for one in task.owners:
        name, _, rest = described(one.who).partition(", ")
        said = "Said yes." if one.accepted else "Has not yet said yes."
        owners += [("Cell", name), ("Cell detail", f"{rest}. {said}" if rest else said)]
    return owners, day(task.by) if task.by else "Not said", task.measure or "Not said", task.if_not or "Not said"
