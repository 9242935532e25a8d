"""Prints the annex: what a reader may look up who asks how this record came about."""

from ..domain.reading import Head, Noted, OpenCheck, Point, Record
from .asides import put_aside
from .cited import Cited, in_order, points_of
from .dates import dates
from .paper import Paper, Spoken
from .people import stood_in
from .words import author, described, listed, moment, state_of


def annex(paper: Paper, record: Record, cited: Cited) -> None:
    """Prints the notes of the steps, what was still open, all dates with their rules, what was put aside, when each
    point was written, and of which state this copy is.
    """
    head = record.head
    _notes(paper, head)
    _checks(paper, head, head.open_checks)
    dates(paper, head)
    put_aside(paper, head, record.put_aside)
    paper.part("How this record came about")
    paper.fact("Meeting", head.title)
    for name, stamp in (("Started", head.opened_at), ("Ended", head.ended_at), ("Finished", head.finished_at)):
        if stamp is not None:
            paper.fact(name, moment(stamp, head))
    if head.pauses:
        paper.fact("Pauses", _pauses(head))
    stood_in(paper, head)
    written = [_written(one, head, cited) for one in (*points_of(record), *in_order(record))]
    if written:
        paper.fact("When it was said", f"{'; '.join(written)}.")
    paper.fact("This copy is", state_of(head))
    paper.fact("It is for", ", ".join(head.audiences))


def _notes(paper: Paper, head: Head) -> None:
    if not head.notes:
        return
    paper.part("What we talked about, step by step")
    for one in head.notes:
        paper.said(_note(one, head), "ink-2")


def _note(one: Noted, head: Head) -> Spoken:
    return Spoken(one.text, (f"Written by {author(one.by)}, {moment(one.at, head)}.",), lead=f"{one.label}:")


def _checks(paper: Paper, head: Head, checks: tuple[OpenCheck, ...]) -> None:
    if not checks:
        return
    paper.part("What was still open at the end, and why")
    rows = [(one.says, one.reason, f"{described(one.by)}, {moment(one.at, head)}") for one in checks]
    paper.table(("What was open", "Why we ended", "Who said so"), (66, 60, 44), "What was still open at the end", rows)


def _pauses(head: Head) -> str:
    """Returns the times of the pauses, and nothing else: who asked for one is not kept."""
    over = [f"{moment(one.from_at, head)} to {moment(one.to_at, head)}" for one in head.pauses if one.to_at is not None]
    lasting = [f"We paused at {moment(one.from_at, head)}." for one in head.pauses if one.to_at is None]
    return " ".join([*([f"We paused {listed(over)}."] if over else []), *lasting])


def _written(point: Point, head: Head, cited: Cited) -> str:
    """Returns "7 10:09, words put right by Tolly Merriweather 10:12"."""
    changed = point.changed
    right = f", words put right by {changed.by.name} {moment(changed.at, head)}" if changed else ""
    moved = "".join(f", moved by {one.by.name} {moment(one.at, head)}" for one in point.moved)
    return f"{cited.lead(point)} {moment(point.at, head)}{right}{moved}"
