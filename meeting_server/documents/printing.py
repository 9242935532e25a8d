"""Prints a Record. It decides nothing: what is in the record is on the paper, in its order."""

from ..domain.reading import Added, ChildPart, Head, Noted, OpenCheck, Record
from . import adults, core, deciding, earlier, numbers, points
from .asides import put_aside
from .dates import dates
from .paper import Line, Paper, Spoken
from .people import chairs, people
from .summaries import summaries
from .words import SETTINGS, day, described, listed, moment, status, typed


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
    head = record.head
    _head(paper, head)
    people(paper, head)
    _notes(paper, head)
    summaries(paper, head, record.summaries)
    _checks(paper, head, head.open_checks)
    dates(paper, head)
    for part in record.parts:
        _child(paper, head, part, rated=not record.rates_family)
    _family(paper, record)
    put_aside(paper, head, record.put_aside)
    _addenda(paper, head, record.addenda)
    paper.text(Line("The end of this record.", small=True))


def _head(paper: Paper, head: Head) -> None:
    paper.title("What was said and agreed", head.heading)
    if head.arranged and head.arranged.reference:
        paper.fact("Family reference", head.arranged.reference)
    paper.fact("Meeting", head.title)
    if head.occasion:
        paper.fact("Why we met", head.occasion)
    paper.fact("Date", day(head.date))
    paper.fact("Where", _where(head))
    paper.fact("Family", "The family was part of this meeting" if head.family_present else "The family was not there")
    chairs(paper, head)
    for name, stamp in (("Started", head.opened_at), ("Ended", head.ended_at), ("Finished", head.finished_at)):
        if stamp is not None:
            paper.fact(name, moment(stamp, head))
    if head.pauses:
        paper.fact("Pauses", _pauses(head))
    paper.fact("This copy is", _copy(head))
    paper.fact("It is for", ", ".join(head.audiences))


def _where(head: Head) -> str:
    """Returns the place, if staff wrote one down, and in what setting we met."""
    return ". ".join(filter(None, (head.arranged.place if head.arranged else "", SETTINGS[head.setting])))


def _pauses(head: Head) -> str:
    """Returns the times of the pauses, and nothing else: who asked for one is not kept."""
    over = [f"{moment(one.from_at, head)} to {moment(one.to_at, head)}" for one in head.pauses if one.to_at is not None]
    lasting = [f"We paused at {moment(one.from_at, head)}." for one in head.pauses if one.to_at is None]
    return " ".join([*([f"We paused {listed(over)}."] if over else []), *lasting])


def _copy(head: Head) -> str:
    if head.state == "finished":
        return f"{status(head)}. It is locked: what came later is added at the end."
    return f"{status(head)}. It can still change."


def _notes(paper: Paper, head: Head) -> None:
    if not head.notes:
        return
    paper.part("What we talked about, step by step")
    about = "A summary, and about the whole meeting: it is no part of one child's pages."
    paper.text(Line(about, small=True), keep=True)
    for one in head.notes:
        paper.heading(one.label, 2)
        paper.said(_note(one, head), "ink-2")


def _note(one: Noted, head: Head) -> Spoken:
    return Spoken(one.text, (f"Written by {described(one.by)}, {moment(one.at, head)}.",))


def _checks(paper: Paper, head: Head, checks: tuple[OpenCheck, ...]) -> None:
    if not checks:
        return
    paper.part("What was still open at the end, and why")
    rows = [(one.says, one.reason, f"{described(one.by)}, {moment(one.at, head)}") for one in checks]
    paper.table(("What was open", "Why we ended", "Who said so"), (66, 60, 44), "What was still open at the end", rows)


def _child(paper: Paper, head: Head, part: ChildPart, *, rated: bool) -> None:
    """Prints one child's part, on pages of its own, which can go to that child's file. `rated` means that each child
    has a rating, not the family one.
    """
    paper.part(part.child.name, new_page=True)
    if head.children:
        age = f"Age: {part.child.age}. " if part.child.age else ""
        shared = " What was said about all the children is marked." if len(head.children) > 1 else ""
        paper.text(f"{age}This part is about {part.child.name}.{shared}")
    deciding.impact(paper, head, part.impact)
    core.visits(paper, head, part.visits)
    for column in part.columns:
        points.column(paper, head, column)
    core.updates(paper, head, part.updates)
    points.links(paper, part)
    if head.children:
        numbers.askings(paper, head, part.askings)
        earlier.trends(paper, part.trends, part.child.name)
        deciding.deciding(paper, head, part)
        if rated or part.rating:
            numbers.rating(paper, head, part.rating)
        elif part.rated_before:
            paper.heading("How big was the risk before?", 2)
        earlier.rated_before(paper, part.rated_before)
    earlier.came_along(paper, head, part.actions, part.child.name)
    points.actions(paper, head, part)
    core.triggers(paper, head, part.triggers)


def _family(paper: Paper, record: Record) -> None:
    """Prints what is about the family as a whole and so in no child's part: how the adults are seen, and one rating."""
    if not (record.adults or record.rates_family or record.family_rating or record.family_rated_before):
        return
    paper.part("The family as a whole", new_page=True)
    adults.adults(paper, record.head, record.adults)
    if record.rates_family or record.family_rating:
        earlier.was_and_now(paper, record.family_rated_before, record.family_rating)
        numbers.rating(paper, record.head, record.family_rating)
    earlier.rated_before(paper, record.family_rated_before)


def _addenda(paper: Paper, head: Head, added: tuple[Added, ...]) -> None:
    if not added:
        return
    paper.part("Added afterwards", new_page=True)
    for one in added:
        by = f" {typed(one.recorded_by)}" if one.recorded_by else ""
        said = f"{described(one.who)}, {moment(one.at, head)}.{by}"
        paper.said(Spoken(one.text, (said, f"Why it was added: {one.reason}")), "ink-2")
