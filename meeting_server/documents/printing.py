"""Prints a Record. It decides nothing: what is in the record is on the paper, in its order."""

from dataclasses import replace

from ..domain.reading import Added, ChildPart, Head, Record
from . import adults, core, deciding, earlier, numbers, points
from .annex import annex
from .cited import Cited, cited_in, own_columns
from .first_page import first_page
from .paper import Line, Paper, Spoken
from .people import people
from .plan import plan
from .summaries import summaries
from .words import called, day, described, listed, moment, typed


def title_of(head: Head) -> str:
    """Returns the title in a file's properties and a browser's tab. It names no one."""
    return f"{head.title}: record, {day(head.date)}"


def top_of(head: Head, read_at: int | None = None) -> tuple[str, str]:
    """Returns what every page says: which meeting it was, and if it is a draft and for whom it is. `read_at` is when a
    draft was read (milliseconds since 1970), on paper that knows it.
    """
    meeting = (head.arranged.reference if head.arranged else "", head.occasion or head.title, day(head.date))
    read = f", read {moment(read_at, head)}" if read_at is not None else ""
    state = "Finished" if head.state == "finished" else f"DRAFT{read}"
    return " · ".join(filter(None, meeting)), f"{state} · For: {', '.join(head.audiences)}"


def print_record(paper: Paper, record: Record) -> None:
    """Prints the first page, the plan, what is about all the children, each child, the family, who was here, what was
    added, and the annex. Every point stands in it once.
    """
    head, cited = record.head, cited_in(record)
    first_page(paper, record, cited)
    plan(paper, record, cited)
    _shared(paper, record, cited)
    for part in record.parts:
        _child(paper, record, part, cited)
    _family(paper, record)
    summaries(paper, head, record.summaries)
    people(paper, head)
    _addenda(paper, head, record.addenda)
    annex(paper, record, cited)
    paper.text(Line("The end of this record.", small=True))


def _shared(paper: Paper, record: Record, cited: Cited) -> None:
    if not record.shared:
        return
    several = any(
        one.about == "several" for column in record.shared for part in column.categories for one in part.points
    )
    paper.part("About all the children, or several of them" if several else "About all the children")
    for column in record.shared:
        points.column(paper, record.head, column, cited)


def _child(paper: Paper, record: Record, part: ChildPart, cited: Cited) -> None:
    """Prints what is about one child alone. A meeting that names no child has one part, which is the family's."""
    head = record.head
    paper.part(", ".join(filter(None, (part.child.name, part.child.age))))
    if head.children:
        deciding.deciding(paper, head, part)
        if part.rating or not record.rates_family:
            numbers.rating(paper, head, part.rating)
        elif part.rated_before:
            paper.heading("How big was the risk before?", 2)
        earlier.rated_before(paper, part.rated_before)
        deciding.impact(paper, head, part.impact)
        core.visits(paper, head, part.visits)
        numbers.askings(paper, head, part.askings, cited)
        earlier.trends(paper, part.trends, part.child.name)
    _said(paper, record, part, cited)
    core.updates(paper, head, part.updates)
    core.triggers(paper, head, part.triggers)


def _said(paper: Paper, record: Record, part: ChildPart, cited: Cited) -> None:
    """Prints what was said about this child alone, and which points about several children are about this one."""
    for column, found in own_columns(record, part.columns):
        if found:
            own = {one.ref for one in found}
            kept = (replace(one, points=tuple(p for p in one.points if p.ref in own)) for one in column.categories)
            points.column(paper, record.head, replace(column, categories=tuple(kept)), cited)
    here = (one for column in part.columns for category in column.categories for one in category.points)
    several = {one.ref for one in here if record.shared and one.about == "several"}
    if names := [cited.name(ref) for ref in cited.points if ref in several]:
        paper.text(f"Also about {called(part.child.name, record.head)}: {listed(names)}.")


def _family(paper: Paper, record: Record) -> None:
    """Prints what is about the family as a whole and so in no child's part: how the adults are seen, and the ratings of
    earlier meetings. This meeting's rating of the family stands on the first page.
    """
    if not (record.adults or record.family_rated_before):
        return
    paper.part("The family as a whole")
    adults.adults(paper, record.head, record.adults)
    earlier.rated_before(paper, record.family_rated_before)


def _addenda(paper: Paper, head: Head, added: tuple[Added, ...]) -> None:
    if not added:
        return
    paper.part("Added afterwards")
    for one in added:
        by = f" {typed(one.recorded_by)}" if one.recorded_by else ""
        said = f"{described(one.who)}, {moment(one.at, head)}.{by}"
        paper.said(Spoken(one.text, (said, f"Why it was added: {one.reason}")), "ink-2")
