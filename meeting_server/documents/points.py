"""Prints points and actions: the words first, then who said it and how we know, then what others say of it."""

from itertools import groupby

from ..domain.reading import Agreed, ChildPart, ColumnPart, DifferentView, Head, Link, Moved, Point, TakenBackMark, Task
from .cited import UNNUMBERED, Cited
from .earlier import brought
from .paper import Line, Paper, Spoken
from .words import author, day, described, listed, moment, quoted, typed


def about(point: Point) -> str:
    """Returns whom a point is about, if that is not one child alone. A child's part does not name other children."""
    if point.about == "several" and point.children:
        return f"About {listed(list(point.children))}"
    if point.about == "several":
        more = "another child" if point.others == 1 else f"{point.others} other children"
        return f"About this child and {more}"
    return "About all the children" if point.about == "all" else ""


def column(paper: Paper, head: Head, part: ColumnPart, cited: Cited = UNNUMBERED) -> None:
    """Prints one question of the board and what was said under it: each point after its number and its kind."""
    paper.heading(part.label, 2, part.tint)
    if part.banner:
        paper.text(Line(part.banner, small=True), keep=True)
    for category in part.categories:
        for one in category.points:
            paper.said(spoken(one, head, cited, category.label), part.tint)


def grouped(paper: Paper, head: Head, part: ColumnPart) -> None:
    """Prints what was said under one question, without numbers: each kind below its heading, the child's own points
    first. So it stands in papers that take parts out of a record.
    """
    paper.heading(part.label, 2, part.tint)
    if part.banner:
        paper.text(Line(part.banner, small=True), keep=True)
    labelled = any(one.label for one in part.categories)
    for category in part.categories:
        if category.label or labelled:
            paper.heading(": ".join(filter(None, (category.label or "Other points", category.meaning))), 3)
        for mark, points in groupby(category.points, about):
            if mark:
                paper.group(mark)
            for one in points:
                paper.said(spoken(one, head), part.tint)


def spoken(point: Point, head: Head, cited: Cited = UNNUMBERED, kind: str = "") -> Spoken:
    """Returns the point's words, what is known of it, and everyone who sees it differently."""
    mark = "Not shown in the room" if point.held else "" if point.taken_back else point.mark
    name = ", ".join(filter(None, (kind, mark)))
    lead = " ".join(filter(None, (cited.lead(point), f"{name}:" if name else "")))
    words = taken_back(point.taken_back, head, "point") if point.taken_back else quoted(point.text, point.exact)
    details = () if point.taken_back else tuple(notes(point, head, cited))
    lang = "" if point.taken_back else point.lang
    return Spoken(words, details, tuple(_differs(view, head) for view in point.views), lead, lang)


def _differs(view: DifferentView, head: Head) -> Spoken:
    lead = f"{view.who.name} sees it differently:"
    if view.taken_back:
        return Spoken(taken_back(view.taken_back, head, "view"), lead=lead)
    by = f" {typed(view.recorded_by)}" if view.recorded_by else ""
    return Spoken(view.text, (f"{author(view.who)}, {moment(view.at, head)}.{by}",), lead=lead)


def taken_back(mark: TakenBackMark, head: Head, what: str) -> str:
    """Returns that something was taken back or put aside, by whom, when and why."""
    why = f" Why: {mark.why}" if mark.why else ""
    how = "put aside" if mark.put_aside else "taken back"
    return f"A {what} was {how} by {described(mark.by)}, {moment(mark.at, head)}.{why}"


def notes(point: Point, head: Head, cited: Cited = UNNUMBERED) -> list[str]:
    """Returns what is known about a point except its words and the views beside it, as short lines. The first says who
    said it and how we know. The others are there only when they are not ordinary.
    """
    whom = f"{about(point)}." if about(point) and (point.children or cited.alone) else ""
    linked_to = (_answers(point, cited), cited.answered(point))
    return [line for line in (_said(point), whom, *linked_to, *_became(point, head)) if line]


def _said(point: Point) -> str:
    """Returns who said it, how we know, when it was: in one line, with our own labels in lower case."""
    known = ": ".join(filter(None, (_lower(point.basis), point.source.rstrip("."))))
    when = "" if point.when in point.source else point.when.rstrip(".")
    exact = "exact words" if point.exact else ""
    said = [author(point.who), _lower(point.obtained), known, when, exact, point.language]
    line = " · ".join(filter(None, said)) + "."
    heard = f" For: {point.audience}." if point.audience else ""
    if point.came:
        return f"{line} {' '.join(brought(point))}{heard}"
    by = f" {typed(point.recorded_by)}" if point.recorded_by else ""
    return f"{line}{by}{heard}"


def _lower(label: str) -> str:
    """Returns one of our labels as it stands within a line: "I saw it" keeps its capital."""
    return label if label[:2] in ("I ", "I'") else label[:1].lower() + label[1:]


def _answers(point: Point, cited: Cited) -> str:
    if point.answers is None:
        return ""
    return f"Answers {cited.name(point.answers.ref) or linked(point.answers).rstrip('.')}."


def linked(link: Link) -> str:
    """Returns how a point begins that a goal, an action or a number is about, or why its words are not here."""
    if link.missing == "taken_back":
        return "a point that was taken back."
    if link.missing == "put_aside":
        return "a point that was put aside."
    if link.missing:
        return "a point that is not in this part."
    return f"“{link.text}”{f' ({link.label})' if link.label else ''}."


def _became(point: Point, head: Head) -> list[str]:
    agreed = f"{listed([_agreeing(one, head) for one in point.agreed_by])}." if point.agreed_by else ""
    return [_confirmed(point, head), agreed, *(_moved(one) for one in point.moved)]


def _agreeing(one: Agreed, head: Head) -> str:
    by = f" ({typed(one.typed_by).rstrip('.').replace('Typed', 'typed')})" if one.typed_by else ""
    if one.withdrawn_at is None:
        return f"{one.who.name} agreed{by}"
    return f"{one.who.name} agreed{by} {moment(one.at, head)}, and withdrew it {moment(one.withdrawn_at, head)}"


def _confirmed(point: Point, head: Head) -> str:
    name = point.who.name
    if point.read_back_at is not None:
        said = "said yes" if point.confirmed == "yes" else "said: not what I said"
        by = f" Read back by {author(point.read_back_by)}." if point.read_back_by else ""
        return f"Read back to {name}, {said}, {moment(point.read_back_at, head)}.{by}"
    return {
        "none": "",
        "waiting": f"{name} {_unasked(point)}.",
        "yes": f"{name} says: yes, that's it.",
        "no": f"{name} says: not what I said.",
    }[point.confirmed]


def _unasked(point: Point) -> str:
    if point.away:
        return "was not here, and has not said whether these words are right"
    return "has not yet said whether these words are right"


def _moved(move: Moved) -> str:
    place = ", ".join(filter(None, (move.column.rstrip("?"), move.category)))
    other = ", about another child" if move.about_other else ""
    return f"First written under “{place}”{other}."


def actions(paper: Paper, head: Head, part: ChildPart) -> None:
    """Prints the actions as a table: what, who, by when, how we will know, what if not."""
    paper.heading("Who will do what?", 2, "next")
    says = f"Actions for {part.child.name}: what, who, by when, how we will know, what happens if it is not done"
    heads = ("What", "Who", "By when", "How we will know", "If it is not done")
    rows = [(_with_whom(point, head), *_task(point.task)) for point in part.actions if point.task]
    paper.table(heads, (58, 36, 21, 28, 27), says, rows)


def _with_whom(point: Point, head: Head) -> list[Line]:
    shared = [Line(f"{about(point)}.", small=True)] if about(point) else []
    return [*shared, *step(point, head)]


def step(point: Point, head: Head, cited: Cited = UNNUMBERED) -> list[Line]:
    """Returns an action as lines for a table, without its number: its words, what is known of them, and who sees it
    differently.
    """
    said = spoken(point, head)
    known = () if point.taken_back else notes(point, head, cited)
    lines = [Line(said.words, said.lead, lang=said.lang), *(Line(one, small=True) for one in known)]
    for view in said.beside:
        lines += [Line(view.words, view.lead, lang=view.lang), *(Line(one, small=True) for one in view.details)]
    return lines


def _task(task: Task) -> tuple[list[Line], str, str, str]:
    owners: list[Line] = []
    for one in task.owners:
        name, _, rest = described(one.who).partition(", ")
        said = "Said yes." if one.accepted else "Has not yet said yes."
        said = f"{said} {typed(one.typed_by)}" if one.typed_by else said
        owners += [Line(name), Line(f"{rest}. {said}" if rest else said, small=True)]
    return owners, day(task.by) if task.by else "Not said", task.measure or "Not said", task.if_not or "Not said"
