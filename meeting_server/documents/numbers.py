"""Prints a child's numbers and ratings. Each number belongs to a person; nothing is added up (D4)."""

from ..domain.reading import Asking, Head, NumberGiven, Rated, RatingPart
from .deciding import off_screens
from .paper import Line, Paper, Said
from .points import linked
from .words import ANSWERS, described, moment, typed


def askings(paper: Paper, head: Head, asked: tuple[Asking, ...]) -> None:
    """Prints every asking: its question, the line, every number with its reason, and what was agreed."""
    paper.heading("The numbers", 2)
    if not asked:
        paper.text(Line("No numbers were asked for.", small=True))
    for one in asked:
        _asking(paper, head, one)


def _asking(paper: Paper, head: Head, asking: Asking) -> None:
    paper.heading(asking.question, 3)
    if asking.about:
        paper.text(Line(f"Asked about {linked(asking.about)}", small=True), keep=True)
    if asking.sample:
        samples = "The words for 10 and 0 are samples. The council has yet to settle its own."
        paper.text(Line(samples, small=True), keep=True)
    if asking.state == "asked":
        paper.text(f"10 = {asking.ten}  0 = {asking.zero}")
        when = moment(asking.asked_at, head)
        paper.text(f"Asked at {when}. The numbers were not shown, so they are not in this record.")
    if asking.numbers:
        paper.line(asking)
        _table(paper, head, asking)
    elif asking.state != "asked" and not asking.some_gave_none:
        paper.text("Nobody gave a number.")
    if asking.some_gave_none:
        paper.text(Line("Some of the family gave no number.", small=True))
    _agreed(paper, asking)


def _table(paper: Paper, head: Head, asking: Asking) -> None:
    rows = [_row(one) for one in asking.numbers]
    says = f"Every number for: {asking.question}"
    paper.table(("Who", "Number", "Why", "Notes"), (58, 24, 46, 42), says, rows)
    if asking.shown_at is not None:
        off = " The chair took them off the screens afterwards." if asking.state == "hidden" else ""
        paper.text(Line(f"Shown all together at {moment(asking.shown_at, head)}.{off}", small=True))


def _row(one: NumberGiven) -> tuple[Said, ...]:
    notes = [Line(note, small=True) for note in _notes(one)]
    return described(one.who), _answer(one.answer, one.value), one.reason or "No reason given", notes


def _answer(answer: str, value: int | None) -> str:
    return ANSWERS.get(answer, str(value))


def _notes(one: NumberGiven) -> list[str]:
    notes = ["Not shown in the room."] if one.held else []
    if one.late:
        notes.append("Given late, after the others were shown.")
    if one.earlier:
        notes.append("Changed after talk.")
    for before in reversed(one.earlier):
        why = f": {before.reason}" if before.reason else "."
        by = f" {typed(before.recorded_by)}" if before.recorded_by else ""
        notes.append(f"Before: {_answer(before.answer, before.value)}{why}{by}")
    return [*notes, *([typed(one.recorded_by)] if one.recorded_by else [])]


def _agreed(paper: Paper, asking: Asking) -> None:
    if asking.agreed is None:
        return
    said = f"We agree on {asking.agreed.value}." if asking.agreed.agrees else "We see it differently."
    paper.text(Line(asking.agreed.text, lead=said))


def rating(paper: Paper, head: Head, part: RatingPart | None) -> None:
    """Prints the rating with its reason, different views beside it, and earlier tries."""
    paper.heading("How big is the risk?", 2)
    if part is None:
        paper.text(Line("No rating was shown.", small=True))
        return
    paper.text(part.question)
    for one in part.tries:
        if one.current:
            _rated(paper, head, one)
    off_screens(paper, head, part.off)
    earlier = [one for one in part.tries if not one.current]
    if earlier:
        paper.heading("Earlier in this meeting", 3)
    for one in earlier:
        _rated(paper, head, one)


def _rated(paper: Paper, head: Head, one: Rated) -> None:
    if one.colour is None:
        paper.shaded("Not rated today", "ink")
        paper.fact("Because", one.reason, keep=True)
    else:
        paper.shaded(f"{one.shape} {one.label}: {one.meaning}".removesuffix(": "), f"rating-{one.colour}")
        paper.fact("Why", one.reason, keep=True)
    if one.better:
        paper.fact("One step better", one.better, keep=True)
    paper.fact("Set by", f"{described(one.by)}, {moment(one.at, head)}{'' if one.shown else '. Not shown in the room'}")
    for view in one.views:
        colour = f"{view.shape} {view.label}. " if view.colour else ""
        paper.fact("Seen differently", f"{described(view.who)}, {moment(view.at, head)}: {colour}{view.reason}")
