"""The number line as a picture: 0 to 10 in the direction of its template, everybody's marker above their own number.

Round is family, square is a professional, a star is a child; the words beside each shape say who it is. A picture is
made at 300 dots to the inch. The same asking gives the same picture, to the byte.
"""

import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from math import cos, pi, sin
from pathlib import Path
from textwrap import wrap

from PIL import Image, ImageDraw, ImageFont

from ..domain.record_parts import Asking, NumberGiven, Side
from .palette import colour, tint
from .words import ANSWERS, described

WIDTH_MM = 170.0
_DPI, _FINER = 300, 2
_LEFT, _RIGHT, _LONGEST = 9.0, 161.0, 75.0
_LANE, _SHAPE, _GAP = 6.2, 3.9, 1.2
_FONTS = Path(__file__).parent / "fonts"
_KEY: tuple[Side, ...] = ("family", "professional", "child")


@dataclass(frozen=True, slots=True)
class Picture:
    """A PNG, its size on paper, and what it says for those who do not see it."""

    png: bytes
    width_mm: float
    height_mm: float
    description: str


@dataclass(frozen=True, slots=True)
class Marker:
    """Where one person's shape stands: `x` from the left edge, `lane` counted up from the line, label left or right."""

    given: NumberGiven
    label: str
    x: float
    lane: int
    label_left: bool


def place_of(value: int, left: int) -> float:
    """How far from the left edge of the picture a number stands, in mm: on a line with 10 at the left, 10 is first."""
    along = (10 - value if left == 10 else value) / 10
    return _LEFT + along * (_RIGHT - _LEFT)


def description(asking: Asking) -> str:
    """The direction of the line and every number on it, in words."""
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
    """As the eye meets them from the left; those without a number last."""

    def key(one: NumberGiven) -> tuple[bool, float]:
        return (one.value is None, 0 if one.value is None else place_of(one.value, asking.left))

    return sorted(asking.numbers, key=key)


@cache
def _font(bold: bool, points: float) -> ImageFont.FreeTypeFont:
    size = round(points / 72 * _DPI * _FINER)
    return ImageFont.truetype(_FONTS / f"atkinson-{'bold' if bold else 'regular'}.ttf", size)


def _px(mm: float) -> float:
    return mm / 25.4 * _DPI * _FINER


def _width(text: str, bold: bool, points: float) -> float:
    return _font(bold, points).getlength(text) / _px(1)


@cache
def _has(character: str) -> bool:
    font = _font(False, 9)
    return character.isspace() or bytes(font.getmask(character)) != bytes(font.getmask("\uffff"))


def _label(one: NumberGiven) -> str:
    """The person's name; where the font lacks a letter of it, their role, so that nobody stands there as empty boxes.

    A name longer than the picture has room for ends in dots; the table has it whole.
    """
    names = (one.who.name, one.who.relationship, one.who.role)
    name = next((name for name in names if name and all(map(_has, name))), "See the table")
    fits = next(n for n in range(len(name), 0, -1) if _width(name[:n], False, 9) < _LONGEST)
    return name if fits == len(name) else f"{name[: fits - 1]}…"


def markers(asking: Asking) -> list[Marker]:
    """Everybody's marker, each in the lowest lane where its label covers no other and no stem runs through it.

    From right to left, and those whose label stands to the left of their shape last: so stems stay clear of labels.
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
    label, x = _label(one), place_of(one.value or 0, asking.left)
    reach = _SHAPE / 2 + _GAP + _width(label, False, 9)
    label_left = x + reach > WIDTH_MM
    start, end = (x - reach, x + _SHAPE / 2) if label_left else (x - _SHAPE / 2, x + reach)
    return Marker(one, label, x, 0, label_left), start, end


def _right_first(one: tuple[Marker, float, float]) -> tuple[bool, float]:
    return (one[0].label_left, -one[0].x)


def _with_number(asking: Asking) -> Iterator[NumberGiven]:
    return (one for one in asking.numbers if one.value is not None)


def number_line(asking: Asking) -> Picture:
    """The picture of one asking's numbers, 170 mm wide and as high as its people need."""
    placed = markers(asking)
    ends = [wrap(words, 46) for words in (_end(asking, asking.left), _end(asking, 10 - asking.left))]
    line = 4 + _LANE * (1 + max((one.lane for one in placed), default=0)) + 2
    foot = line + 13 + 4.2 * max(map(len, ends))
    height = foot + 7
    canvas = _Canvas(height)
    canvas.stems(placed, line)
    canvas.axis(asking, line)
    for text, x, anchor in zip(ends, (_LEFT - 3, _RIGHT + 3), ("ls", "rs"), strict=True):
        for row, words in enumerate(text):
            canvas.text(x, line + 15 + 4.2 * row, words, anchor=anchor)
    for one in placed:
        canvas.marker(one, line - _LANE * (one.lane + 0.75))
    canvas.key({one.given.who.side for one in placed}, foot + 4)
    return Picture(canvas.png(), WIDTH_MM, height, description(asking))


def _end(asking: Asking, value: int) -> str:
    return f"{value} = {asking.ten if value == 10 else asking.zero}"


class _Canvas:
    """Draws in millimetres, twice as fine as the picture will be, because Pillow's edges are not smoothed."""

    def __init__(self, height: float) -> None:
        self.image = Image.new("RGB", (round(_px(WIDTH_MM)), round(_px(height))), "#FFFFFF")
        self.draw = ImageDraw.Draw(self.image)

    def png(self) -> bytes:
        out = io.BytesIO()
        self.image.reduce(_FINER).save(out, "PNG", dpi=(_DPI, _DPI))
        return out.getvalue()

    def text(
        self,
        x: float,
        y: float,
        words: str,
        *,
        bold: bool = False,
        points: float = 9,
        anchor: str = "ls",
        ink: str = "",
    ) -> None:
        self.draw.text((_px(x), _px(y)), words, _hex(ink), _font(bold, points), anchor=anchor)

    def line(self, x1: float, y1: float, x2: float, y2: float, width: float, ink: str) -> None:
        self.draw.line((_px(x1), _px(y1), _px(x2), _px(y2)), _hex(ink), round(_px(width)))

    def stems(self, placed: Iterable[Marker], line: float) -> None:
        for one in placed:
            self.line(one.x, line - _LANE * (one.lane + 0.75), one.x, line, 0.3, "line")

    def axis(self, asking: Asking, line: float) -> None:
        """The line, a tick and a figure for each number; an agreed one stands in a box with the word under it."""
        self.line(_LEFT, line, _RIGHT, line, 0.7, "ink")
        for value in range(11):
            x, agreed = place_of(value, asking.left), asking.agreed
            self.line(x, line - 1.1, x, line + 1.1, 0.5, "ink")
            chosen = agreed is not None and agreed.agrees and agreed.value == value
            if chosen:
                box = (_px(x - 4), _px(line + 2.0), _px(x + 4), _px(line + 7.2))
                self.draw.rounded_rectangle(box, _px(1), _hex("brand"))
                self.text(x, line + 10, "agreed", bold=True, points=8, anchor="ms", ink="brand")
            self.text(x, line + 6, str(value), bold=True, points=11, anchor="ms", ink="surface" if chosen else "ink")

    def marker(self, one: Marker, y: float) -> None:
        """The shape at its number, and beside it the name on white, so that no stem runs through it."""
        side = -1 if one.label_left else 1
        start = one.x + side * (_SHAPE / 2 + _GAP)
        end = start + side * _width(one.label, False, 9)
        box = (_px(min(start, end) - 0.4), _px(y - 2.3), _px(max(start, end) + 0.4), _px(y + 2.3))
        self.draw.rectangle(box, "#FFFFFF")
        self.shape(one.given.who.side, one.x, y, one.given.who.tint or one.given.who.side)
        self.text(start, y, one.label, anchor="rm" if one.label_left else "lm")

    def shape(self, side: Side, x: float, y: float, name: str) -> None:
        """Round, square or star, in the agency's colour."""
        half = _SHAPE / 2
        fill, edge, pen = f"#{tint(name)}", _hex(name), round(_px(0.45))
        box = (_px(x - half), _px(y - half), _px(x + half), _px(y + half))
        if side == "family":
            self.draw.ellipse(box, fill, edge, pen)
        elif side == "professional":
            self.draw.rectangle(box, fill, edge, pen)
        else:
            for reach, ink in ((half * 1.35, edge), (half * 0.75, fill)):
                self.draw.polygon(_star(x, y, reach), ink)

    def key(self, sides: set[Side], y: float) -> None:
        """Which shape is who."""
        x = _LEFT - 1
        for side in (one for one in _KEY if one in sides):
            self.shape(side, x, y, "control")
            self.text(x + _SHAPE / 2 + _GAP, y, side, points=8, anchor="lm", ink="ink-2")
            x += _SHAPE + _GAP + _width(side, False, 8) + 5


def _star(x: float, y: float, reach: float) -> list[tuple[float, float]]:
    radii = (reach, reach * 0.45) * 5
    turns = (-pi / 2 + n * pi / 5 for n in range(10))
    return [(_px(x + r * cos(a)), _px(y + r * sin(a))) for r, a in zip(radii, turns, strict=True)]


def _hex(name: str) -> str:
    return f"#{colour(name)}"
