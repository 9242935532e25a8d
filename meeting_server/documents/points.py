"""Prints points and actions: the words first, then who said it and how we know, then what others say of it."""

from itertools import groupby
from textwrap import shorten

from ..domain.reading import Agreed, ChildPart, ColumnPart, DifferentView, Head, Link, Moved, Point, TakenBackMark, Task
from .earlier import brought
from .paper import Line, Paper, Spoken
from .words import day, described, listed, moment, quoted, typed


def about(point: Point) -> str:
    """Returns the mark of a point that is not about one child alone. It does not name the other children."""
    if point.about == "several":
        more = "another child" if point.others == 1 else f"{point.others} other children"
        return f"About this child and {more}"
    return "About all the children" if point.about == "all" else ""


def column(paper: Paper, head: Head, part: ColumnPart) -> None:
    """Prints one question of the board and what was said under it, the child's own points first in each category."""
    paper.heading(part.label, 2, part.tint)
    if part.banner:
        paper.text(Line(part.banner, small=True), keep=True)
    if not part.categories:
        none = "See “Who will do what?” below." if part.as_actions else "Nothing is written here."
        paper.text(Line(none, small=True))
    labelled = any(one.label for one in part.categories)
    for category in part.categories:
        if category.label or labelled:
            paper.heading(": ".join(filter(None, (category.label or "Other points", category.meaning))), 3)
        for mark, points in groupby(category.points, about):
            if mark:
                paper.group(mark)
            for one in points:
                paper.said(spoken(one, head), part.tint)


def spoken(point: Point, head: Head) -> Spoken:
    """Returns the point's words, what is known of it, and everyone who sees it differently."""
    lead = "Not shown in the room:" if point.held else f"{point.mark}:" if point.mark and not point.taken_back else ""
    words = taken_back(point.taken_back, head, "point") if point.taken_back else quoted(point.text, point.exact)
    details = () if point.taken_back else tuple(notes(point, head))
    lang = "" if point.taken_back else point.lang
    return Spoken(words, details, tuple(_differs(view, head) for view in point.views), lead, lang)


def _differs(view: DifferentView, head: Head) -> Spoken:
    lead = f"{view.who.name} sees it differently:"
    if view.taken_back:
        return Spoken(taken_back(view.taken_back, head, "view"), lead=lead)
    by = f" {typed(view.recorded_by)}" if view.recorded_by else ""
    return Spoken(view.text, (f"{described(view.who)}, {moment(view.at, head)}.{by}",), lead=lead)


def taken_back(mark: TakenBackMark, head: Head, what: str) -> str:
    """Returns that something was taken back or put aside, by whom, when and why."""
    why = f" Why: {mark.why}" if mark.why else ""
    how = "put aside" if mark.put_aside else "taken back"
    return f"A {what} was {how} by {described(mark.by)}, {moment(mark.at, head)}.{why}"


def notes(point: Point, head: Head) -> list[str]:
    """Returns everything known about a point except its words and the views beside it, as short lines."""
    return [line for line in (_said(point, head), _known(point), _answers(point), *_became(point, head)) if line]


def _said(point: Point, head: Head) -> str:
    if point.came:
        return f"{described(point.who)}. {' '.join(brought(point))}"
    by = f" {typed(point.recorded_by)}" if point.recorded_by else ""
    heard = f" For: {point.audience}." if point.audience else ""
    return f"{described(point.who)}, {moment(point.at, head)}.{by}{heard}"


def _known(point: Point) -> str:
    said = (
        ("How we know", point.basis),
        ("From", point.source),
        ("When", point.when),
        ("How the child's words came to us", point.obtained),
    )
    lines = [f"{name}: {words.rstrip('.')}." for name, words in said if words]
    typed_in = [f"In {point.language}."] if point.language else []
    return " ".join([*lines, *(["Exact words."] if point.exact else []), *typed_in])


def _answers(point: Point) -> str:
    return f"Answers {linked(point.answers)}" if point.answers else ""


def linked(link: Link) -> str:
    """Returns how a point begins that a goal, an action or a number is about, or why its words are not here."""
    if link.missing == "taken_back":
        return "a point that was taken back."
    if link.missing == "put_aside":
        return "a point that was put aside."
    if link.missing:
        return "a point that is not in this part."
    return f"“{shorten(link.text, 90, placeholder='…')}”{f' ({link.label})' if link.label else ''}."


def _became(point: Point, head: Head) -> list[str]:
    agreed = f"{listed([_agreeing(one, head) for one in point.agreed_by])}." if point.agreed_by else ""
    right = point.changed
    changed = f"Words put right by {described(right.by)}, {moment(right.at, head)}." if right else ""
    return [_confirmed(point, head), agreed, changed, *(_moved(one, head) for one in point.moved)]


def _agreeing(one: Agreed, head: Head) -> str:
    by = f" ({typed(one.typed_by).rstrip('.').replace('Typed', 'typed')})" if one.typed_by else ""
    if one.withdrawn_at is None:
        return f"{one.who.name} agreed{by}"
    return f"{one.who.name} agreed{by} {moment(one.at, head)}, and withdrew it {moment(one.withdrawn_at, head)}"


def _confirmed(point: Point, head: Head) -> str:
    name = point.who.name
    if point.read_back_at is not None:
        said = "said yes" if point.confirmed == "yes" else "said: not what I said"
        by = f" Read back by {described(point.read_back_by)}." if point.read_back_by else ""
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


def _moved(move: Moved, head: Head) -> str:
    place = ", ".join(filter(None, (move.column.rstrip("?"), move.category)))
    other = ", about another child" if move.about_other else ""
    return f"Before, this was under “{place}”{other}. Moved by {described(move.by)}, {moment(move.at, head)}."


def links(paper: Paper, part: ChildPart) -> None:
    """Prints which goal answers which danger, and which good thing helps with which worry."""
    if part.dangers:
        paper.heading("Goals, and what they answer", 2)
        rows = [(_whole(one.danger), [_whole_line(goal) for goal in one.goals] or NO_GOAL) for one in part.dangers]
        danger = part.dangers[0].danger.label or "Danger"
        says = f"{danger}: each one for {part.child.name}, and the goals that answer it"
        paper.table((danger, "Goals that answer it"), (85, 85), says, rows)
    if part.good:
        paper.heading("Good things, and the worries they help with", 2)
        rows = [(_whole(one.good), _whole(one.worry) if one.worry else NO_WORRY) for one in part.good]
        says = f"Each good thing for {part.child.name}, and the worry it helps with"
        paper.table(("Good thing", "Worry it helps with"), (85, 85), says, rows)


NO_GOAL = "No goal answers this yet."
NO_WORRY = "Nobody said which worry this helps with."


def _whole(link: Link) -> list[Line]:
    return [_whole_line(link)]


def _whole_line(link: Link) -> Line:
    if link.missing:
        return Line(f"{linked(link)[0].upper()}{linked(link)[1:]}", small=True)
    return Line(link.text, lang=link.lang)


def actions(paper: Paper, head: Head, part: ChildPart) -> None:
    """Prints the actions as a table: what, who, by when, how we will know, what if not."""
    paper.heading("Who will do what?", 2, "next")
    if not part.actions:
        paper.text(Line("No action has an owner.", small=True))
        return
    says = f"Actions for {part.child.name}: what, who, by when, how we will know, what happens if it is not done"
    heads = ("What", "Who", "By when", "How we will know", "If it is not done")
    rows = [(_what(point, head), *_task(point.task)) for point in part.actions if point.task]
    paper.table(heads, (58, 36, 21, 28, 27), says, rows)


def _what(point: Point, head: Head) -> list[Line]:
    said = spoken(point, head)
    shared = [Line(f"{about(point)}.", small=True)] if about(point) else []
    lines = [*shared, Line(said.words, said.lead, lang=said.lang), *_small(said)]
    for view in said.beside:
        lines += [Line(view.words, view.lead, lang=view.lang), *_small(view)]
    return lines


def _small(said: Spoken) -> list[Line]:
    return [Line(one, small=True) for one in said.details]


def _task(task: Task) -> tuple[list[Line], str, str, str]:
    owners: list[Line] = []
    for one in task.owners:
        name, _, rest = described(one.who).partition(", ")
        said = "Said yes." if one.accepted else "Has not yet said yes."
        said = f"{said} {typed(one.typed_by)}" if one.typed_by else said
        owners += [Line(name), Line(f"{rest}. {said}" if rest else said, small=True)]
    return owners, day(task.by) if task.by else "Not said", task.measure or "Not said", task.if_not or "Not said"
