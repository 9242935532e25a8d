"""Prints the dates that follow the meeting: what, by when, the rule, and whose rule it is."""

from ..domain.dates.statutory_clocks import DueDate
from ..domain.reading import Head
from .paper import Line, Paper
from .words import weekday

_UNITS = {
    "working_days": ("working day", "working days"),
    "days": ("day", "days"),
    "weeks": ("week", "weeks"),
    "months": ("month", "months"),
}
_WORKING = "Saturdays, Sundays and England's bank holidays are not working days. The rules are local ones."
_WEEKEND = {"saturday": "That is a Saturday", "sunday": "That is a Sunday"}


def dates(paper: Paper, head: Head) -> None:
    """Prints the dates as a table, the earliest first; nothing if the template counts none."""
    if not head.dates:
        return
    paper.part("The dates and their rules")
    paper.text(f"Counted from the day of this meeting, {weekday(head.date)}. {_WORKING}", keep=True)
    rows = [(one.label, _by(one), _rule(one), one.source) for one in head.dates]
    says = "The dates that follow this meeting: what, by when at the latest, the rule, and where the rule comes from"
    paper.table(("What", "By when", "The rule", "Whose rule it is"), (50, 42, 34, 44), says, rows)


def _by(one: DueDate) -> list[Line]:
    lines = [Line(f"By {weekday(one.by)}")]
    if one.falls_on:
        why = _WEEKEND.get(one.falls_on, f"That is a bank holiday: {one.name}")
        lines.append(Line(f"{why}. The last working day before it is {weekday(one.working_day)}.", small=True))
    return lines


def _rule(one: DueDate) -> str:
    single, several = _UNITS[one.unit]
    return f"Within {one.amount} {single if one.amount == 1 else several}"
