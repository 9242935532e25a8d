"""The numbers by which points and actions are cited in one copy of a record: 1, 2, 3 down the page, and A1, A2, A3 for
actions. Each copy has its own, without gaps: a number that stays the same in every copy would show that something is
missing from one.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ..domain.reading import ColumnPart, Point, Record
from .words import listed

NO_GOAL = "No goal answers this yet."
NO_WORRY = "Nobody said which worry this helps with."
_NO_DAY = "9999"


@dataclass(frozen=True, slots=True)
class Cited:
    """The numbers of one copy, by the `ref` of what they stand for. `goals` has for each danger what answers it; `good`
    the good things, where anybody said of one which worry it helps with. `alone`: this copy is about one child, and
    says of what is about more children that it is.
    """

    points: Mapping[int, int]
    actions: Mapping[int, str]
    goals: Mapping[int, tuple[int, ...]]
    good: frozenset[int]
    alone: bool = False

    def lead(self, point: Point) -> str:
        """Returns what stands before this point's words, or "" where this copy does not number it."""
        return str(self.points.get(point.ref, "")) or self.actions.get(point.ref, "")

    def name(self, ref: int) -> str:
        """Returns "point 3" or "A3" for what stands in this copy, otherwise ""."""
        return f"point {self.points[ref]}" if ref in self.points else self.actions.get(ref, "")

    def answered(self, point: Point) -> str:
        """Returns what answers a danger, or that nothing does; of a good thing, that no one said what it helps with."""
        if point.ref in self.goals:
            names = [name for ref in self.goals[point.ref] if (name := self.name(ref))]
            return f"Answered by {listed(names)}." if names else NO_GOAL
        return NO_WORRY if point.ref in self.good and point.answers is None else ""


UNNUMBERED = Cited({}, {}, {}, frozenset())
"""Of papers that take parts out of a record."""


def cited_in(record: Record) -> Cited:
    """Returns the numbers of this record's points, in the order in which `printing.py` prints them."""
    printed, steps = list(points_of(record)), in_order(record)
    good = frozenset(one.good.ref for part in record.parts for one in part.good)
    dangers = {one.danger.ref for part in record.parts for one in part.dangers}
    answers = [(one.answers.ref, one.ref) for one in (*printed, *steps) if one.answers and not one.taken_back]
    return Cited(
        {point.ref: at for at, point in enumerate(printed, 1)},
        {point.ref: f"A{at}" for at, point in enumerate(steps, 1)},
        {ref: tuple(by for to, by in answers if to == ref and by not in good) for ref in dangers},
        good,
        alone=not record.shared,
    )


def in_order(record: Record) -> list[Point]:
    """Returns the actions, the first day first; those without a day after them; those taken back last."""
    return sorted(record.plan, key=lambda one: (bool(one.taken_back), (one.task and one.task.by) or _NO_DAY, one.at))


def own_columns(record: Record, columns: tuple[ColumnPart, ...]) -> Iterator[tuple[ColumnPart, list[Point]]]:
    """Yields each column of a child's part with the points that are printed there: what is about more children stands
    once, in the part about them all. A family of one child has no such part.
    """
    for column in columns:
        found = [one for category in column.categories for one in category.points]
        yield column, [one for one in found if not record.shared or one.about == "child"]


def points_of(record: Record) -> Iterator[Point]:
    """Yields every point but the actions, each once, in the order in which they are printed."""
    for column in record.shared:
        for category in column.categories:
            yield from category.points
    for part in record.parts:
        for _, found in own_columns(record, part.columns):
            yield from found
