"""Prints what the first page of a record answers: what was decided, when we go on, who does what by when. It
has no number that anybody gave: a number without its question and its reason misleads.
"""

from collections.abc import Callable

from ..domain.reading import (
    AgencyAnswer,
    ChildPart,
    Dissented,
    Head,
    Point,
    Rated,
    RatedBefore,
    Record,
    Task,
)
from . import earlier, numbers
from .cited import Cited, in_order
from .paper import Line, Paper, Said, Spoken
from .people import chairs
from .words import SETTINGS, called, day, listed, moment, state_of, typed, weekday

DECISION, RISK, ANSWER = "Decision", "How big is the risk?", "The family’s answer"
WIDTHS = {DECISION: 62.0, RISK: 36.0, ANSWER: 46.0}
"""How the room of a row is shared out, where a kind of meeting has all of these columns."""


def first_page(paper: Paper, record: Record, cited: Cited) -> None:
    """Prints the title and the first page. What is long goes on over the page."""
    head = record.head
    _head(paper, head)
    _decided(paper, record)
    _dates(paper, head)
    _plan(paper, record, cited)
    if record.addenda:
        paper.text(Line(f"Added later: {len(record.addenda)}. See “Added afterwards”."))


def _head(paper: Paper, head: Head) -> None:
    paper.title("What was said and agreed", _about(head))
    if head.arranged and head.arranged.reference:
        paper.fact("Family reference", head.arranged.reference)
    paper.fact("When", _when(head))
    paper.fact("Where", ". ".join(filter(None, (head.arranged.place if head.arranged else "", SETTINGS[head.setting]))))
    chairs(paper, head)
    if not head.family_present:
        paper.fact("Family", "The family was not there")
    if head.state != "finished":
        paper.fact("This copy is", state_of(head))


def _about(head: Head) -> str:
    """Returns why we met, and about which children: "First conference about Juniper (11) and Pip (5)"."""
    ages = [f"{one.name} ({one.age})" if one.age else one.name for one in head.children]
    return f"{head.occasion or head.title} about {listed(ages)}" if ages else head.occasion or head.heading


def _when(head: Head) -> str:
    """Returns the day, and from when to when."""
    times = " to ".join(moment(one, head) for one in (head.opened_at, head.ended_at) if one is not None)
    return ", ".join(filter(None, (weekday(head.date), times)))


def _decided(paper: Paper, record: Record) -> None:
    of_family = record.rates_family or record.family_rating is not None
    columns = _columns(record, of_family=of_family) if record.head.children else {}
    if not of_family and not columns:
        return
    paper.part("What was decided")
    if of_family:
        earlier.was_and_now(paper, record.family_rated_before, record.family_rating)
        numbers.rating(paper, record.head, record.family_rating, titled=False)
    if columns:
        rows = [
            (called(part.child.name, record.head), *(_of(part) for _of in columns.values())) for part in record.parts
        ]
        says = f"For each child: {', '.join(columns).lower()}"
        widths = (26, *(WIDTHS[name] * 144 / sum(WIDTHS[one] for one in columns) for name in columns))
        paper.table(("Child", *columns), widths, says, rows)
    for one, about in _against(record):
        paper.said(_dissent(one, about, record.head), "ink-2")
    if DECISION in columns and not of_family and not any(part.askings for part in record.parts):
        paper.text("Numbers: not asked.")


def _columns(record: Record, *, of_family: bool) -> dict[str, Callable[[ChildPart], Said]]:
    """Returns what this kind of meeting says of each child, and how it is found in the child's part."""
    columns: dict[str, Callable[[ChildPart], Said]] = {}
    decides = any(part.deciding for part in record.parts)
    if decides:
        columns[DECISION] = _decision
    if not of_family and (decides or any(part.rating for part in record.parts)):
        columns[RISK] = _rating
    if decides:
        columns[ANSWER] = _answers
    return columns


def _decision(part: ChildPart) -> str:
    made = part.deciding.decided if part.deciding else None
    return ": ".join(filter(None, (made.outcome, made.kind))) if made else "Nothing is decided here."


def _answers(part: ChildPart) -> Said:
    asked = part.deciding
    given: tuple[AgencyAnswer, ...] = (asked.family_answers or asked.answers) if asked else ()
    family = [one for one in given if one.who.side == "family"]
    return [Line(f"{one.who.name}: {one.answer}") for one in family] or "No answer is written here."


def _rating(part: ChildPart) -> str:
    """Returns the rating, after the last one of an earlier meeting: "▲ Red → ◆ Amber"."""
    now = next((one for one in part.rating.tries if one.current), None) if part.rating else None
    both: list[Rated | RatedBefore] = [*part.rated_before[-1:]]
    both += [now] if now else []
    said = [f"{one.shape} {one.label}" if one.colour else "Not rated" for one in both]
    return " → ".join(said) if now else "No rating was shown."


def _against(record: Record) -> list[tuple[Dissented, str]]:
    """Returns who disagrees about whom: the family first, then who does so formally."""
    found = [
        (one, called(part.child.name, record.head))
        for part in record.parts
        for one in (part.deciding.dissents if part.deciding else ())
    ]
    return sorted(found, key=lambda one: (one[0].who.side == "professional", not one[0].formal))


def _dissent(one: Dissented, about: str, head: Head) -> Spoken:
    how = "disagrees formally" if one.formal else "does not agree"
    if one.withdrawn_at is not None:
        when = f"disagreed{' formally' if one.formal else ''} about {about} {moment(one.at, head)}"
        return Spoken(f"{one.who.name} {when}, and withdrew it {moment(one.withdrawn_at, head)}.", ())
    by = (typed(one.recorded_by),) if one.recorded_by else ()
    return Spoken(one.why or "No reason given.", by, lead=f"{one.who.name} {how} about {about}:")


def _dates(paper: Paper, head: Head) -> None:
    """Prints the days alone; the rules and where they come from stand in the annex."""
    if head.dates:
        paper.part("Dates that follow")
    for one in head.dates:
        paper.text(Line(f"by {weekday(one.by)}", lead=f"{one.label}:"))


def _plan(paper: Paper, record: Record, cited: Cited) -> None:
    paper.part("Who does what, by when")
    steps = [(one, one.task) for one in in_order(record) if one.task and not one.taken_back]
    if not steps:
        paper.text(Line("No action has an owner.", small=True))
        return
    several = len(record.head.children) > 1
    heads, widths = ("No.", "What", "Who", "When"), (13.0, 77.0, 46.0, 34.0)
    if several:
        heads, widths = ("No.", "What", "For", "Who", "When"), (13.0, 61.0, 21.0, 41.0, 34.0)  # type: ignore[assignment]
    rows = [_step(one, task, record.head, cited, several=several) for one, task in steps]
    paper.table(heads, widths, "Every action: what, for whom, who does it, by when", rows)
    if any(not owner.accepted for _, task in steps for owner in task.owners):
        paper.text(Line("* has not yet said yes", small=True))


def _step(point: Point, task: Task, head: Head, cited: Cited, *, several: bool) -> tuple[Said, ...]:
    what = [Line(point.text, lang=point.lang)]
    owners = ", ".join(f"{one.who.name}{'' if one.accepted else '*'}" for one in task.owners)
    whom = [", ".join(called(one, head) for one in point.children) or "All"] if several else []
    return cited.lead(point), what, *whom, owners, f"by {day(task.by)}" if task.by else "Not said"
