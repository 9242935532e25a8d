"""Prints what each discipline has done: its words with their writer, or that there are none."""

from ..domain.reading import Head, SummariesPart, Summarised
from .paper import Line, Paper, Spoken
from .words import described, moment, typed


def summaries(paper: Paper, head: Head, part: SummariesPart | None) -> None:
    """Prints a heading for each discipline, and below it everyone who came for it."""
    if part is None:
        return
    paper.part(part.label)
    about = "About the family as a whole: it is in no child's part."
    paper.text(Line(about, small=True), keep=True)
    for discipline in part.disciplines:
        paper.heading(discipline.label, 2)
        for one in discipline.summaries:
            _summary(paper, head, one, part.missing)


def _summary(paper: Paper, head: Head, one: Summarised, missing: str) -> None:
    who = described(one.who)
    if one.state == "finished":
        paper.said(Spoken(one.text, _details(one, who, head)), "ink-2")
    elif one.state == "taken_back":
        how = "put aside" if one.put_aside else "taken back"
        paper.text(Line(f"{who}. The words of this summary were {how}.", f"{missing}."))
    else:
        begun = " It was begun and not finished." if one.state == "draft" else ""
        paper.text(Line(f"{who}.{begun}", f"{missing}."))


def _details(one: Summarised, who: str, head: Head) -> tuple[str, ...]:
    finished = f"{who}. Finished at {moment(one.finished_at or 0, head)}."
    by = f" {typed(one.recorded_by)}" if one.recorded_by else ""
    door = " Finished in the waiting room." if one.waiting_room else ""
    changed = " It was finished before and changed." if one.changed else ""
    stands_in = (f"{one.who.name} was not there. This finished summary stands in for them.",) if one.stands_in else ()
    return (f"{finished}{by}{door}{changed}", *stands_in)
