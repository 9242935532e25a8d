"""Prints what was put aside: whose words they were, who did it, when and why, and never a word of it."""

from ..domain.asides.whose_words import AsideKind
from ..domain.reading import Head, SetAside
from .paper import Line, Paper, Spoken
from .words import described, listed, moment

WHAT: dict[AsideKind, str] = {
    "items": "A point", "views": "A different view of a point", "progress": "An answer about an action",
    "impacts": "Words of a statement", "visits": "A visit", "behaviours": "The name of a behaviour",
    "agency_views": "The words of a view", "adult_views": "The words of a view of an adult",
    "updates": "What an agency told", "decisions": "The words of a decision", "dissents": "The words of a disagreement",
    "ratings": "The words of a rating", "rating_views": "A different view of a rating",
    "numbers": "The reason for a number", "agreed": "What was agreed beside numbers", "summaries": "A summary",
    "trigger_answers": "An answer of the trigger check", "stage_notes": "A note",
    "earlier_ratings": "The words of an earlier rating", "earlier_numbers": "The reasons for earlier numbers",
}  # fmt: skip
"""The name of each kind in print."""


def put_aside(paper: Paper, head: Head, marks: tuple[SetAside, ...]) -> None:
    """Prints a mark for each. They are about the meeting as a whole and in no child's part."""
    if not marks:
        return
    paper.part("Put aside")
    paper.text(Line("These words were taken off the board. They are not in this record.", small=True), keep=True)
    for one in marks:
        paper.said(Spoken(_what(one), tuple(_became(one, head))), "ink-2")


def _what(one: SetAside) -> str:
    what = WHAT[one.kind]  # type: ignore[index]
    return f"{what}: {listed([described(who) for who in one.whose])}." if one.whose else f"{what}."


def _became(one: SetAside, head: Head) -> list[str]:
    mark, gone = one.mark, one.erased
    said = [f"Put aside by {described(mark.by)}, {moment(mark.at, head)}: {mark.why}"]
    return [*said, f"Erased for good by {described(gone.by)}, {moment(gone.at, head)}: {gone.why}"] if gone else said
