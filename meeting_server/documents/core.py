"""Prints what a core group adds: who has seen a child, what each agency told, the trigger check. Silence is never left
to be guessed: an agency that told nothing is printed as not received.
"""

from ..domain.reading import AgencyPart, AnsweredTrigger, Head, Told, TriggerPart, UpdatesPart, Visited, VisitsPart
from .paper import Line, Paper, Said
from .points import taken_back
from .words import day, described, moment, typed

ANNOUNCED = {"yes": "Announced", "no": "Not announced", "not_known": "Not said whether announced"}
ALONE = {"yes": "Seen alone", "no": "Not seen alone", "not_known": "Not said whether alone"}
NEEDED = {"yes": "Yes", "no": "No", "unsure": "Unsure"}


def visits(paper: Paper, head: Head, part: VisitsPart | None) -> None:
    """Prints every time a person saw this child, as a table. If no one said so, prints that."""
    if part is None:
        return
    paper.heading(part.label, 2)
    if not part.visits:
        paper.text("Nobody has said that they saw this child since the last meeting.")
        return
    rows = [_visit(one, head) for one in part.visits]
    paper.table(("When", "Who", "How", "What was seen"), (28, 42, 40, 60), part.label, rows)


def _visit(one: Visited, head: Head) -> tuple[Said, ...]:
    by = [Line(typed(one.recorded_by), small=True)] if one.recorded_by else []
    who = [Line(described(one.who)), *by]
    if one.taken_back:
        return day(one.day), who, "", taken_back(one.taken_back, head, "visit")
    how = [Line(ANNOUNCED[one.announced]), Line(ALONE[one.alone]), *([Line(one.place)] if one.place else [])]
    return day(one.day), who, how, one.says or "Nothing written"


def updates(paper: Paper, head: Head, part: UpdatesPart | None) -> None:
    """Prints each agency and what it told of this child, with what it told before."""
    if part is None:
        return
    paper.heading(part.label, 2)
    rows = [(one.agency, _agency(one, part, head)) for one in part.agencies]
    if rows:
        paper.table(("Agency", "What it told"), (45, 125), part.label, rows)
    else:
        paper.text(Line("No agency was invited.", small=True))


def _agency(agency: AgencyPart, part: UpdatesPart, head: Head) -> list[Line]:
    if not agency.told:
        return [Line("", f"{part.missing}.")]
    lines: list[Line] = []
    for one in agency.told:
        lines += _told(one, head)
    return lines


def _told(one: Told, head: Head) -> list[Line]:
    by = f" {typed(one.recorded_by)}" if one.recorded_by else ""
    of_all = " About all the children." if one.of_all else ""
    lines = [Line(one.text), Line(f"{described(one.who)}, {moment(one.at, head)}.{by}{of_all}", small=True)]
    before = (f"Before, {described(was.who)}, {moment(was.at, head)}: {was.text}" for was in reversed(one.earlier))
    return [*lines, *(Line(was, small=True) for was in before)]


def triggers(paper: Paper, head: Head, parts: tuple[TriggerPart, ...]) -> None:
    """Prints each question and its answers, for this child or for all of them."""
    if not parts:
        return
    paper.heading("The trigger check", 2)
    rows = [(one.question, _answers(one.answers, head)) for one in parts]
    paper.table(("Question", "Answer"), (70, 100), "The trigger check", rows)


def _answers(answers: tuple[AnsweredTrigger, ...], head: Head) -> list[Line]:
    if not answers:
        return [Line("", "Not answered.")]
    lines: list[Line] = []
    for one in answers:
        of_all = " For all the children." if one.of_all else ""
        lines.append(Line(one.why, f"{NEEDED[one.answer]}."))
        lines.append(Line(f"{described(one.by)}, {moment(one.at, head)}.{of_all}", small=True))
        for was in reversed(one.earlier):
            before = f"Before, {moment(was.at, head)}: {NEEDED[was.answer]}. {was.why}".rstrip()
            lines.append(Line(before, small=True))
    return lines
