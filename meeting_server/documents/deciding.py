"""Prints what life is like for a child, what the agencies and the family answered, and what was decided and why."""

from ..domain.reading import AgencyAnswer, ChildPart, Decided, Dissented, Head, ImpactPart, OffScreens, Who
from .paper import Line, Paper, Said, Spoken
from .points import taken_back
from .words import described, moment, typed


def impact(paper: Paper, head: Head, part: ImpactPart | None) -> None:
    """Prints the statement, who wrote it last, and who wrote it before."""
    if part is None:
        return
    paper.heading(part.label, 2, "impact")
    if part.by is None or part.at is None:
        paper.text(Line("Nobody has written this.", small=True))
        return
    words = taken_back(part.taken_back, head, "statement") if part.taken_back else part.text
    paper.said(Spoken(words, tuple(_writers(part, part.by, part.at, head))), "impact")


def _writers(part: ImpactPart, by: Who, at: int, head: Head) -> list[str]:
    lines = [f"Written by {described(by)}, {moment(at, head)}."]
    for was in reversed(part.earlier):
        gone = was.taken_back
        why = f" Why: {gone.why}" if gone and gone.why else ""
        how = "put aside" if gone and gone.put_aside else "taken back"
        back = f" Those words were {how} by {described(gone.by)}, {moment(gone.at, head)}.{why}" if gone else ""
        lines.append(f"Before that by {described(was.by)}, {moment(was.at, head)}.{back}")
    return lines


def deciding(paper: Paper, head: Head, part: ChildPart) -> None:
    """Prints the question and everyone's answer, then the decision with its reasons, then who disagrees."""
    asked = part.deciding
    if asked is None:
        return
    paper.heading("What we decided", 2)
    _answers(paper, head, asked.question, asked.answers, part)
    if asked.family_answers:
        _answers(paper, head, asked.family_question, asked.family_answers, part)
    if asked.decided is None:
        paper.text(Line("Nothing is decided here.", small=True))
    else:
        _decided(paper, head, asked.decided)
    off_screens(paper, head, asked.off)
    if asked.dissents:
        paper.heading("Who disagrees with this decision", 3)
        for one in asked.dissents:
            paper.said(_dissent(one, head), "ink-2")
    if asked.earlier:
        paper.heading("Decided earlier in this meeting", 3)
        for was in reversed(asked.earlier):
            _decided(paper, head, was)


def _answers(paper: Paper, head: Head, question: str, given: tuple[AgencyAnswer, ...], part: ChildPart) -> None:
    paper.text(question, keep=True)
    if not given:
        paper.text(Line("No answers are written here.", small=True))
        return
    rows = [_answer(one, head) for one in given]
    says = f"The answers for {part.child.name} to: {question}"
    paper.table(("Who", "Answer", "Why", "Notes"), (52, 28, 52, 38), says, rows)


def _answer(one: AgencyAnswer, head: Head) -> tuple[Said, ...]:
    notes = [Line(typed(one.recorded_by), small=True)] if one.recorded_by else []
    for was in reversed(one.earlier):
        why = f": {was.why}" if was.why else "."
        notes.append(Line(f"Before, at {moment(was.at, head)}: {was.answer}{why}", small=True))
    return described(one.who), one.answer, one.why or "No reason given", notes


def _decided(paper: Paper, head: Head, one: Decided) -> None:
    paper.shaded(f"{one.outcome}: {one.kind}" if one.kind else one.outcome, "impact")
    paper.fact("Why", one.reasons, keep=True)
    paper.fact("The family's view", one.family_view, keep=True)
    if one.wishes:
        paper.fact("Wishes not met", one.wishes, keep=True)
    paper.fact("Decided by", f"{described(one.by)}, {moment(one.at, head)}")


def off_screens(paper: Paper, head: Head, off: OffScreens | None) -> None:
    """Prints who took off the screens what was shown too early."""
    if off:
        paper.text(Line(f"{described(off.by)}, took it off the screens, {moment(off.at, head)}. Not yet.", small=True))


def _dissent(one: Dissented, head: Head) -> Spoken:
    lead = f"{one.who.name} disagrees formally:" if one.formal else f"{one.who.name} does not agree:"
    if one.withdrawn_at is not None:
        when = f"disagreed{' formally' if one.formal else ''} {moment(one.at, head)}"
        return Spoken(f"{one.who.name} {when}, and withdrew it {moment(one.withdrawn_at, head)}.", ())
    by = f" {typed(one.recorded_by)}" if one.recorded_by else ""
    return Spoken(one.why or "No reason given.", (f"{described(one.who)}, {moment(one.at, head)}.{by}",), lead=lead)
