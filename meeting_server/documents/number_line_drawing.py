"""The number line as a drawing for the page: the measures of `number_line.py`, ready to be written as SVG."""

from dataclasses import dataclass

from ..domain.reading import Asking, Side
from .number_line import (
    GAP,
    KEY,
    LEFT,
    POINTS,
    RIGHT,
    ROW,
    SHAPE,
    WIDTH_MM,
    description,
    ends,
    line_height,
    marker_height,
    markers,
    place_of,
    star,
    width,
)


@dataclass(frozen=True, slots=True)
class Shape:
    """A shape with its words. `stem` is where its stem ends, or None; `corners` are those of a star. `tint` names the
    colour that repeats what the words say, on paper that has colours.
    """

    side: Side
    tint: str
    x: float
    y: float
    words: str
    words_x: float
    words_left: bool
    stem: float | None
    corners: str


@dataclass(frozen=True, slots=True)
class Tick:
    """A number of the line, and where it stands."""

    value: int
    x: float
    agreed: bool


@dataclass(frozen=True, slots=True)
class EndWords:
    """A line of what one end means."""

    words: str
    x: float
    y: float
    at_right: bool


@dataclass(frozen=True, slots=True)
class Drawing:
    """The whole line. `meaning` says what its ends mean, in case there is no room to draw it."""

    width: float
    height: float
    left: float
    right: float
    line: float
    half: float
    says: str
    meaning: str
    ticks: tuple[Tick, ...]
    shapes: tuple[Shape, ...]
    ends: tuple[EndWords, ...]
    key: tuple[Shape, ...]


def drawing(asking: Asking) -> Drawing:
    """Returns the drawing of one asking's numbers."""
    placed, below = markers(asking), ends(asking)
    line = line_height(placed)
    foot = line + 13 + ROW * max(map(len, below))
    shapes = []
    for one in placed:
        label_x = one.x + (-1 if one.label_left else 1) * (SHAPE / 2 + GAP)
        y = marker_height(one, line)
        who = one.given.who
        shapes.append(_shape(who.side, who.tint or who.side, one.x, y, one.label, label_x, one.label_left, line))
    return Drawing(
        WIDTH_MM,
        foot + 7,
        LEFT,
        RIGHT,
        line,
        SHAPE / 2,
        description(asking),
        f"On this line {asking.left} is at the left end. 10 = {asking.ten} 0 = {asking.zero}",
        _ticks(asking),
        tuple(shapes),
        tuple(
            EndWords(words, (LEFT - 3, RIGHT + 3)[at], line + 15 + ROW * row, at == 1)
            for at, lines in enumerate(below)
            for row, words in enumerate(lines)
        ),
        _key({one.given.who.side for one in placed}, foot + 4),
    )


def _ticks(asking: Asking) -> tuple[Tick, ...]:
    """Returns the numbers as they are read, from the left."""
    agreed = asking.agreed.value if asking.agreed and asking.agreed.agrees else None
    values = range(11) if asking.left == 0 else range(10, -1, -1)
    return tuple(Tick(value, place_of(value, asking.left), value == agreed) for value in values)


def _shape(
    side: Side, tint: str, x: float, y: float, words: str, words_x: float, left: bool, stem: float | None
) -> Shape:
    corners = " ".join(f"{a:.2f},{b:.2f}" for a, b in star(x, y, SHAPE / 2 * 1.35)) if side == "child" else ""
    return Shape(side, tint, x, y, words, words_x, left, stem, corners)


def _key(sides: set[Side], y: float) -> tuple[Shape, ...]:
    """Returns the key that says who each shape is."""
    found, x = [], LEFT - 1
    for side in (one for one in KEY if one in sides):
        found.append(_shape(side, "control", x, y, side, x + SHAPE / 2 + GAP, False, None))
        x += SHAPE + GAP + width(side, False, POINTS) + 5
    return tuple(found)
