"""Prints what life is like for a child, what the agencies and the family answered, and what was decided and why."""

from ..domain.reading import AgencyAnswer, ChildPart, Decided, Head, ImpactPart, OffScreens, Who
from .paper import Line, Paper, Spoken
from .points import taken_back
from .words import author, described, listed, moment, typed


def impact(paper: Paper, head: Head, part: ImpactPart | None) -> None:
    """Prints the statement, who wrote it last, and who wrote it before."""
    if part is None or part.by is None or part.at is None:
        return
    paper.heading(part.label, 2, "impact")
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
    """Prints the decision with its reasons, then the question and everyone's answer, then what was decided before."""
    asked = part.deciding
    if asked is None:
        return
    paper.heading("What we decided", 2)
    if asked.decided is None:
        paper.text(Line("Nothing is decided here.", small=True))
    else:
        _decided(paper, head, asked.decided)
    off_screens(paper, head, asked.off)
    if against := [one.who.name for one in asked.dissents if one.withdrawn_at is None]:
        paper.text(f"Who does not agree stands on page 1 with the reason: {listed(against)}.")
    _answers(paper, head, asked.question, asked.answers, part)
    if asked.family_answers:
        _answers(paper, head, asked.family_question, asked.family_answers, part)
    if asked.earlier:
        paper.heading("Decided earlier in this meeting", 3)
        for was in reversed(asked.earlier):
            _decided(paper, head, was)


def _answers(paper: Paper, head: Head, question: str, given: tuple[AgencyAnswer, ...], part: ChildPart) -> None:
    """Prints the question, and a row for each answer with all who gave it; nothing where there is none. No one is
    counted.
    """
    if not given:
        return
    paper.text(Line("", question), keep=True)
    words = dict.fromkeys(one.answer for one in given)
    rows = [(word, [Line(_answer(one, head)) for one in given if one.answer == word]) for word in words]
    says = f"The answers for {part.child.name} to: {question}"
    paper.table(("Answer", "Who, and why"), (34, 136), says, rows)


def _answer(one: AgencyAnswer, head: Head) -> str:
    notes = [typed(one.recorded_by)] if one.recorded_by else []
    for was in reversed(one.earlier):
        why = f": {was.why}" if was.why else "."
        notes.append(f"Before, at {moment(was.at, head)}: {was.answer}{why}")
    return " ".join((f"{author(one.who)}: {one.why}" if one.why else f"{author(one.who)}.", *notes))


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
