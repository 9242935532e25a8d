"""Prints a Record as a Word document. Decides nothing: what is in the record is in the document, in its order."""

from datetime import datetime

from ..domain.record_parts import Added, Attended, ChildPart, Head, OpenCheck, Record, Who
from . import numbers, points
from .paper import Paper, Said
from .words import SETTINGS, day, described, moment, status


def docx_of(record: Record) -> bytes:
    """The record as a .docx file: the same record gives the same bytes. No name is in its title or properties."""
    head = record.head
    made = datetime.fromisoformat(head.date)
    audiences = f"For: {', '.join(head.audiences)}"
    paper = Paper(f"{head.title}: record, {day(head.date)}", made, (status(head), audiences))
    _head(paper, head)
    for part in record.parts:
        _child(paper, head, part)
    if record.family_rating:
        paper.heading("The family as a whole", 1, new_page=True)
        numbers.rating(paper, head, record.family_rating)
    _addenda(paper, head, record.addenda)
    paper.text("The end of this record.", "Detail")
    return paper.bytes()


def _head(paper: Paper, head: Head) -> None:
    paper.title("What was said and agreed", head.heading)
    paper.fact("Meeting", head.title)
    if head.occasion:
        paper.fact("Why we met", head.occasion)
    paper.fact("Date", day(head.date))
    paper.fact("Where", SETTINGS[head.setting])
    paper.fact("Family", "The family was part of this meeting" if head.family_present else "The family was not there")
    for name, stamp in (("Started", head.opened_at), ("Ended", head.ended_at), ("Finished", head.finished_at)):
        if stamp is not None:
            paper.fact(name, moment(stamp, head))
    paper.fact("This copy is", _copy(head))
    paper.fact("It is for", ", ".join(head.audiences))
    _people(paper, head)
    _checks(paper, head, head.open_checks)


def _copy(head: Head) -> str:
    if head.state == "finished":
        return f"{status(head)}. It is locked: what came later is added at the end."
    return f"{status(head)}. It can still change."


def _people(paper: Paper, head: Head) -> None:
    paper.heading("Who was here", 1)
    rows = paper.table(
        ("Name", "Role", "From", "Joined", "Left"), (46, 54, 34, 15, 21), "The people who were at the meeting"
    )
    for one in head.attended:
        rows.add(*_attended(one, head))
    paper.after_table()
    _list(paper, "Who was asked and did not come", head.did_not_come)
    _list(paper, "Who else has words or tasks here", head.others)
    if head.children:
        paper.heading("The children", 1)
        for child in head.children:
            paper.fact(child.name, child.age)


def _attended(one: Attended, head: Head) -> tuple[Said, Said, Said, Said, Said]:
    who = one.who
    words = dict.fromkeys(part for part in (who.relationship, who.role) if part)
    role = [(style, part) for style, part in zip(("Cell", "Cell detail"), words, strict=False)]
    joined = "" if one.joined_at is None else moment(one.joined_at, head)
    left = moment(one.left_at, head) if one.left_at is not None else "To the end" if head.ended_at is not None else ""
    if not one.removed:
        return who.name, role, who.agency, joined, left
    why = f"Asked to leave. {one.removal_reason}".strip()
    return who.name, role, who.agency, joined, [("Cell", left), ("Cell detail", why)]


def _list(paper: Paper, title: str, people: tuple[Who, ...]) -> None:
    if people:
        paper.heading(title, 1)
        for who in people:
            paper.text(described(who), "List Bullet")


def _checks(paper: Paper, head: Head, checks: tuple[OpenCheck, ...]) -> None:
    if not checks:
        return
    paper.heading("What was still open at the end, and why", 1)
    rows = paper.table(("What was open", "Why we ended", "Who said so"), (66, 60, 44), "What was still open at the end")
    for one in checks:
        rows.add(one.says, one.reason, f"{described(one.by)}, {moment(one.at, head)}")
    paper.after_table()


def _child(paper: Paper, head: Head, part: ChildPart) -> None:
    """One child's part, on pages of its own."""
    paper.heading(part.child.name, 1, new_page=True)
    if head.children:
        age = f"Age: {part.child.age}. " if part.child.age else ""
        shared = " What was said about all the children is marked." if len(head.children) > 1 else ""
        paper.text(f"{age}This part is about {part.child.name}.{shared}")
    for column in part.columns:
        points.column(paper, head, column)
    if head.children:
        numbers.askings(paper, head, part.askings)
        numbers.rating(paper, head, part.rating)
    points.actions(paper, head, part)


def _addenda(paper: Paper, head: Head, added: tuple[Added, ...]) -> None:
    if not added:
        return
    paper.heading("Added afterwards", 1, new_page=True)
    for one in added:
        paper.barred(one.text, "Point", "ink-2")
        typed = f" Typed by {described(one.recorded_by)}." if one.recorded_by else ""
        paper.barred(f"{described(one.who)}, {moment(one.at, head)}.{typed}", "Detail", "ink-2")
        paper.barred(f"Why it was added: {one.reason}", "Detail", "ink-2", keep=False)
