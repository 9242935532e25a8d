"""The number line, measured: who stands where on it, and its description in words for people who do not see it.

Lengths are in millimetres on a line 170 wide. Round is family, square is a professional, a star is a child; the words
beside each shape say who it is. The picture of the Word file and the drawing of the page are made from this.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from math import cos, pi, sin
from pathlib import Path
from textwrap import wrap

from PIL import ImageFont

from ..domain.reading import Asking, NumberGiven, Side, Who
from .words import ANSWERS, described

WIDTH_MM = 170.0
DPI, FINER = 300, 2
LEFT, RIGHT = 9.0, 161.0
LANE, SHAPE, GAP = 6.2, 3.9, 1.2
KEY: tuple[Side, ...] = ("family", "professional", "child")
POINTS, ROW = 11, 4.8
"""The size of all letters in a drawing, and how far one row of words stands below another, in mm."""
_LONGEST, _LETTERS = 75.0, 38
"""The most room for a name, and the most letters in a row below one end of a line."""
TITLES = {"PC", "DC", "DS", "Dr", "Mr", "Mrs", "Miss", "Ms", "Sgt", "Rev"}
_FONTS = Path(__file__).parent / "fonts"


@dataclass(frozen=True, slots=True)
class Marker:
    """Where one person's shape stands: `x` from the left edge, `lane` counted up from the line, label left or right."""

    given: NumberGiven
    label: str
    x: float
    lane: int
    label_left: bool


def place_of(value: int, left: int) -> float:
    """Returns how far from the left edge of the picture a number stands, in mm. On a line with 10 at the left, 10 is
    first.
    """
    along = (10 - value if left == 10 else value) / 10
    return LEFT + along * (RIGHT - LEFT)


def description(asking: Asking) -> str:
    """Returns the direction of the line and every number on it, in words."""
    right = 10 - asking.left
    said = [
        f"{asking.question} A line with {asking.left} at the left end and {right} at the right end.",
        f"10 means: {asking.ten} 0 means: {asking.zero}",
        *(f"{described(one.who)}: {_answer(one)}." for one in _in_order(asking)),
    ]
    if asking.agreed:
        value = asking.agreed.value
        said.append(
            f"Agreed: {value}." if asking.agreed.agrees else "The people here see it differently; no number is agreed."
        )
    return " ".join(said)


def _answer(one: NumberGiven) -> str:
    late = ", given late" if one.late else ""
    before = "".join(f", before that {_plain(was.answer, was.value)}" for was in reversed(one.earlier))
    return f"{_plain(one.answer, one.value)}{late}{before}"


def _plain(answer: str, value: int | None) -> str:
    return ANSWERS.get(answer, str(value))


def _in_order(asking: Asking) -> list[NumberGiven]:
    """Sorts as the eye meets them from the left, those without a number last."""

    def key(one: NumberGiven) -> tuple[bool, float]:
        return (one.value is None, 0 if one.value is None else place_of(one.value, asking.left))

    return sorted(asking.numbers, key=key)


@cache
def font(bold: bool, points: float) -> ImageFont.FreeTypeFont:
    """Returns the font of the picture, in the size in which it is drawn."""
    size = round(points / 72 * DPI * FINER)
    return ImageFont.truetype(_FONTS / f"atkinson-{'bold' if bold else 'regular'}.ttf", size)


def px(mm: float) -> float:
    """Returns millimetres as dots of the picture being drawn."""
    return mm / 25.4 * DPI * FINER


def width(text: str, bold: bool, points: float) -> float:
    """Returns how wide these words are, in mm."""
    return font(bold, points).getlength(text) / px(1)


@cache
def has(character: str) -> bool:
    """True if the font of the picture has this letter."""
    plain = font(False, POINTS)
    return character.isspace() or bytes(plain.getmask(character)) != bytes(plain.getmask("\uffff"))


def short(who: Who, asking: Asking) -> str:
    """Returns the first name, after a title such as PC, or the whole name where another person's here begins alike."""
    first = _first(who.name)
    same = {one.who.name for one in asking.numbers if _first(one.who.name).split()[-1] == first.split()[-1]}
    return first if len(same) == 1 else who.name


def _first(name: str) -> str:
    words = name.split()
    return " ".join(words[: 2 if words[0].rstrip(".") in TITLES else 1])


def _label(one: NumberGiven, asking: Asking) -> str:
    """Returns the person's first name. If the font lacks a letter of it, returns their role, so that no one is shown as
    empty boxes.

    A name that is longer than the room in the picture ends in dots; the table has it whole.
    """
    names = (short(one.who, asking), one.who.relationship, one.who.role)
    name = next((name for name in names if name and all(map(has, name))), "See the table")
    fits = next(n for n in range(len(name), 0, -1) if width(name[:n], False, POINTS) < _LONGEST)
    return name if fits == len(name) else f"{name[: fits - 1]}…"


def markers(asking: Asking) -> list[Marker]:
    """Returns everyone's marker, each in the lowest lane in which its label covers no other and no stem runs through
    it.

    They are placed from right to left, and last those with the label to the left of their shape: so stems stay clear of
    labels.
    """
    placed: list[tuple[Marker, float, float]] = []
    for marker, start, end in sorted((_marker(one, asking) for one in _with_number(asking)), key=_right_first):
        blocked = {
            lane
            for other, a, b in placed
            for lane in range(other.lane + 1)
            if (lane == other.lane and start < b + 2 and a < end + 2)
            or (lane < other.lane and marker.x != other.x and start < other.x < end)
        }
        lane = next(n for n in range(len(blocked) + 1) if n not in blocked)
        placed.append((replace(marker, lane=lane), start, end))
    return [marker for marker, _, _ in placed]


def _marker(one: NumberGiven, asking: Asking) -> tuple[Marker, float, float]:
    label, x = _label(one, asking), place_of(one.value or 0, asking.left)
    reach = SHAPE / 2 + GAP + width(label, False, POINTS)
    label_left = x + reach > WIDTH_MM
    start, end = (x - reach, x + SHAPE / 2) if label_left else (x - SHAPE / 2, x + reach)
    return Marker(one, label, x, 0, label_left), start, end


def _right_first(one: tuple[Marker, float, float]) -> tuple[bool, float]:
    return (one[0].label_left, -one[0].x)


def _with_number(asking: Asking) -> Iterator[NumberGiven]:
    return (one for one in asking.numbers if one.value is not None)


def line_height(placed: list[Marker]) -> float:
    """Returns how far below the top the line itself is: as far as its highest marker needs."""
    return 4 + LANE * (1 + max((one.lane for one in placed), default=0)) + 2


def marker_height(one: Marker, line: float) -> float:
    """Returns how far below the top this marker is."""
    return line - LANE * (one.lane + 0.75)


def ends(asking: Asking) -> tuple[list[str], list[str]]:
    """Returns the meaning of the left end and of the right end, each in lines that fit below it."""
    return both_ends(asking.left, asking.ten, asking.zero)


def both_ends(left: int, ten: str, zero: str) -> tuple[list[str], list[str]]:
    """Returns what stands below the left end and below the right end of a line: the meaning in lines that fit there,
    and last if it is better or worse that way, with an arrow (D1).
    """
    ten_lines, zero_lines = wrap(f"10 = {ten}", _LETTERS), wrap(f"0 = {zero}", _LETTERS)
    if left == 10:
        return [*ten_lines, "← better"], [*zero_lines, "worse →"]
    return [*zero_lines, "← worse"], [*ten_lines, "better →"]


def star(x: float, y: float, reach: float) -> list[tuple[float, float]]:
    """Returns the corners of a star around this place."""
    radii = (reach, reach * 0.45) * 5
    turns = (-pi / 2 + n * pi / 5 for n in range(10))
    return [(x + r * cos(a), y + r * sin(a)) for r, a in zip(radii, turns, strict=True)]
