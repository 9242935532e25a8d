"""Prints what the team says of each adult of the family. Everyone's view is a row of its own, a quote is a quote, and a
lapse is separate from the old way again. If no one said anything, that is printed too (S8).
"""

from ..domain.reading import AdultAsked, AdultPart, AdultSeen, AdultSeenBefore, Head
from .paper import Line, Paper, Said
from .points import taken_back
from .words import described, moment, quoted, typed


def adults(paper: Paper, head: Head, parts: tuple[AdultPart, ...]) -> None:
    """Prints every adult, question by question."""
    for part in parts:
        paper.heading(described(part.adult), 2)
        for one in part.asked:
            _asked(paper, head, one)


def _asked(paper: Paper, head: Head, one: AdultAsked) -> None:
    paper.heading(f"{one.label.removesuffix(':')} {one.behaviour}".strip(), 3)
    paper.text(one.question, keep=True)
    if one.taken_back:
        paper.text(Line(taken_back(one.taken_back, head, "name for this"), small=True), keep=bool(one.views))
    if not one.views:
        paper.text(Line("Nobody has said."))
        return
    rows = [_seen(view, head) for view in one.views]
    paper.table(("Who", "How they see it", "Why, and exact words", "Notes"), (42, 42, 52, 34), one.question, rows)


def _seen(one: AdultSeen, head: Head) -> tuple[Said, ...]:
    notes = [Line(f"{moment(one.at, head)}.", small=True)]
    notes += [Line(typed(one.recorded_by), small=True)] if one.recorded_by else []
    notes += [Line(_before(was, head), small=True) for was in reversed(one.earlier)]
    return described(one.who), _answer(one), _words(one), notes


def _answer(one: AdultSeen) -> list[Line]:
    return [Line(one.answer), *([Line(f"{one.lapse}.")] if one.lapse else [])]


def _words(one: AdultSeen | AdultSeenBefore) -> list[Line]:
    why = [Line(one.why)] if one.why else []
    talk = [Line(f"{one.talk}.", small=True)] if one.talk else []
    quote = [Line(quoted(one.quote, True), "Exact words:"), *talk] if one.quote else []
    return [*why, *quote] or [Line("No reason given", small=True)]


def _before(was: AdultSeenBefore, head: Head) -> str:
    lapse = f". {was.lapse}" if was.lapse else ""
    quote = f" Exact words: {quoted(was.quote, True)}" if was.quote else ""
    talk = f" ({was.talk})" if was.talk else ""
    return f"Before, {moment(was.at, head)}: {was.answer}{lapse}. {was.why}{quote}{talk}".rstrip()
