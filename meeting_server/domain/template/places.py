"""The places of a meeting: the parts of the board that a step of the agenda can show. A column is a place under its own
key; the places of the product begin with @. `static/board/reading/places.js` draws them.
"""

from .parts import Stage
from .template import Template

BOARD = "@board"
"""Everything at once. What a step shows that names nothing else."""
OURS = frozenset(
    {
        BOARD,
        "@people",
        "@earlier",
        "@child_words",
        "@impact",
        "@pairs",
        "@numbers",
        "@deciding",
        "@rating",
        "@plan",
        "@summaries",
        "@adults",
        "@visits",
        "@updates",
        "@triggers",
        "@dates",
        "@read_back",
    }
)
"""A template may lack what one of them needs, such as a scale for @numbers: then its meetings go without that place."""


def is_place(template: Template, key: str) -> bool:
    """True for a column of this template and for a place of the product."""
    return key in OURS or template.column(key) is not None


def is_written_to(template: Template, target: str) -> bool:
    """True for `column` and for `column.category` of this template: where the box can write."""
    key, _, category = target.partition(".")
    column = template.column(key)
    return column is not None and (not category or any(one.key == category for one in column.categories))


def shown_in(stage: Stage) -> tuple[str, ...]:
    """Returns the places that this step shows, the one a phone goes to first."""
    return stage.shows or ((stage.column,) if stage.column else (BOARD,))
