"""Prints what a child's part says of earlier meetings: where points come from, how actions come along, the trend."""

from ..domain.reading import CameFrom, Head, Point, ProgressSaid, RatedBefore, RatingPart, TrendPart
from .paper import Line, Paper
from .trend_drawing import about, days, letters, said
from .words import day, described, listed, moment, typed

STATES = {"done": "● Done", "partly": "◐ Partly", "not_yet": "○ Not yet", "changed": "↻ Changed, it didn't help"}


def came(one: CameFrom) -> str:
    """Returns where something was said: "First conference of 19 March 2026 (Three-column map)"."""
    return f"{one.occasion} of {day(one.date)} ({one.kind})" if one.occasion else f"{one.kind} of {day(one.date)}"


def told(one: CameFrom) -> str:
    """Returns that something was said without the family, and who told them. Empty for what was said with them."""
    if not one.without_family:
        return ""
    if one.told_by is None:
        return "Said without the family."
    when = "before this meeting" if one.told_before else "in this meeting, before it was shown"
    return f"Said without the family. {described(one.told_by)} told them {when}."


def brought(point: Point) -> list[str]:
    """Returns that a point comes from an earlier meeting, and how it stood before this one."""
    if point.came is None:
        return []
    by = f", brought forward by {described(point.recorded_by)}" if point.recorded_by else ""
    lines = [f"From the {came(point.came)}{by}."]
    if point.came.progress:
        lines.append(f"On {day(point.came.progress_on)}: {STATES[point.came.progress]}.")
    return [*lines, *([told(point.came)] if point.came.without_family else [])]


def progress(one: ProgressSaid, child: str, head: Head) -> list[Line]:
    """Returns one answer about an action: how it stands, how we know, what difference it makes, who looks after it."""
    by = f" {typed(one.recorded_by)}" if one.recorded_by else ""
    lines = [Line(STATES[one.state]), Line(f"{described(one.who)}, {moment(one.at, head)}.{by}", small=True)]
    for name, words in (
        ("How we know:", one.evidence),
        (f"What difference for {child}:", one.difference),
        ("Who looks after it:", listed([described(who) for who in one.monitors]) if one.monitors else ""),
    ):
        if words:
            lines.append(Line(words, name))
    return lines


def came_along(paper: Paper, head: Head, points: tuple[Point, ...], child: str) -> None:
    """Prints how the actions of earlier meetings come along, the latest answer first; nothing if none was brought."""
    actions = [one for one in points if one.came and one.task]
    if not actions:
        return
    paper.heading("How the plan is coming along", 2, "next")
    rows = [(_action(one), _answers(one, child, head)) for one in actions]
    says = f"Actions from earlier meetings for {child}, and how each is coming along"
    paper.table(("What was agreed", "How it is coming along"), (70, 100), says, rows)


def _action(point: Point) -> list[Line]:
    gone = point.taken_back
    words = ("Put aside." if gone.put_aside else "Taken back.") if gone else point.text
    return [Line(words, lang=point.lang), *(Line(one, small=True) for one in brought(point))]


def _answers(point: Point, child: str, head: Head) -> list[Line] | str:
    answers = point.task.progress if point.task else ()
    if not answers:
        return "Nobody said how it is coming along."
    lines: list[Line] = []
    for at, one in enumerate(reversed(answers)):
        if at == 1:
            lines.append(Line("Before:", small=True))
        lines += progress(one, child, head)
    return lines


def was_and_now(paper: Paper, before: tuple[RatedBefore, ...], now: RatingPart | None) -> None:
    """Prints the way from the last rating to this one, in words and shapes: "was ▲ Red (2 April 2026, ...), now ◆
    Amber".
    """
    current = next((one for one in now.tries if one.current), None) if now else None
    last = before[-1] if before else None
    if last is None or current is None:
        return
    was = f"{last.shape} {last.label}" if last.colour else "not rated"
    is_now = f"{current.shape} {current.label}" if current.colour else "not rated today"
    about = f"{day(last.came.date)}, {last.came.occasion or last.came.kind}"
    paper.text(Line(f"was {was} ({about}), now {is_now}", "The rating:"), keep=True)


def rated_before(paper: Paper, found: tuple[RatedBefore, ...]) -> None:
    """Prints the ratings of earlier meetings, which stand beside this meeting's."""
    for one in found:
        paper.heading(f"At the {came(one.came)}", 3)
        if one.colour is None:
            paper.shaded("Not rated then", "ink")
        else:
            paper.shaded(f"{one.shape} {one.label}: {one.meaning}".removesuffix(": "), f"rating-{one.colour}")
        if one.came.without_family:
            paper.text(Line(told(one.came), small=True))
        paper.fact("Why", one.reason)
        if one.better:
            paper.fact("One step better", one.better)


def trends(paper: Paper, found: tuple[TrendPart, ...], child: str) -> None:
    """Prints each trend as a drawing and as a table. Nothing is added up (D4)."""
    if not found:
        return
    paper.heading("The numbers over time", 2)
    for one in found:
        paper.heading(one.question, 3)
        if one.about:
            paper.text(Line(about(one), lang=one.about.lang), keep=True)
        paper.trend(one)
        says = " ".join(filter(None, (f"The numbers over time for {child}: {one.question}", about(one))))
        paper.table(_heads(one), _widths(one), says, _rows(one))
        for apart in one.without_family:
            paper.text(Line(f"{day(apart.date)}: {told(apart)}", small=True))
        gap = "“No number” means that they gave none in that meeting: no line is drawn across it."
        paper.text(Line(gap, small=True))


def _heads(part: TrendPart) -> tuple[str, ...]:
    return ("Who", *days(part))


def _widths(part: TrendPart) -> list[float]:
    return [50.0, *([120 / len(part.days)] * len(part.days))]


def _rows(part: TrendPart) -> list[list[str]]:
    named = zip(letters(part), part.strands, strict=True)
    return [
        [f"{short}: {described(one.who)}", *(said(part, at, place) for place in range(len(part.days)))]
        for at, (short, one) in enumerate(named)
    ]
