"""The number line as a picture: 0 to 10 in the direction of its template, and everyone's marker above their own number.

Round is family, square is a professional, a star is a child; the words beside each shape say who it is. A picture has
300 dots to the inch. The same asking gives the same picture, to the byte.
"""

import io
from collections.abc import Iterable
from dataclasses import dataclass

from PIL import Image, ImageDraw

from ..domain.reading import Asking, Side
from .number_line import (
    DPI,
    FINER,
    GAP,
    KEY,
    LEFT,
    POINTS,
    RIGHT,
    ROW,
    SHAPE,
    WIDTH_MM,
    Marker,
    description,
    ends,
    font,
    line_height,
    marker_height,
    markers,
    place_of,
    px,
    star,
    width,
)
from .palette import colour, tint


@dataclass(frozen=True, slots=True)
class Picture:
    """A PNG, its size on paper, and its description for people who do not see it."""

    png: bytes
    width_mm: float
    height_mm: float
    description: str


def number_line(asking: Asking) -> Picture:
    """Returns the picture of one asking's numbers, 170 mm wide and as high as its people need."""
    placed = markers(asking)
    below, line = ends(asking), line_height(placed)
    foot = line + 13 + ROW * max(map(len, below))
    height = foot + 7
    canvas = Canvas(height)
    canvas.stems(placed, line)
    canvas.axis(asking, line)
    for text, x, anchor in zip(below, (LEFT - 3, RIGHT + 3), ("ls", "rs"), strict=True):
        for row, words in enumerate(text):
            canvas.text(x, line + 15 + ROW * row, words, anchor=anchor)
    for one in placed:
        canvas.marker(one, marker_height(one, line))
    canvas.key({one.given.who.side for one in placed}, foot + 4)
    return Picture(canvas.png(), WIDTH_MM, height, description(asking))


class Canvas:
    """Draws in millimetres, twice as fine as the picture will be, because Pillow's edges are not smoothed."""

    def __init__(self, height: float) -> None:
        self.image = Image.new("RGB", (round(px(WIDTH_MM)), round(px(height))), "#FFFFFF")
        self.draw = ImageDraw.Draw(self.image)

    def png(self) -> bytes:
        out = io.BytesIO()
        self.image.reduce(FINER).save(out, "PNG", dpi=(DPI, DPI))
        return out.getvalue()

    def text(
        self,
        x: float,
        y: float,
        words: str,
        *,
        bold: bool = False,
        anchor: str = "ls",
        ink: str = "",
    ) -> None:
        """Draws words. The font has no arrows: one at either end of the words is drawn as a shape."""
        if words.strip("←→") != words:
            x = self.arrow(x, y - 1.1, words[0] == "←")
            words = words.strip("←→ ")
        self.draw.text((px(x), px(y)), words, _hex(ink), font(bold, POINTS), anchor=anchor)

    def arrow(self, x: float, y: float, to_left: bool) -> float:
        """Draws an arrow that ends here, and returns where the words beside it stand."""
        back = 1 if to_left else -1
        self.line(x, y, x + back * 3.2, y, 0.35, "ink")
        for up in (-1, 1):
            self.line(x, y, x + back * 1.2, y + up * 0.9, 0.35, "ink")
        return x + back * 4.2

    def line(self, x1: float, y1: float, x2: float, y2: float, width: float, ink: str) -> None:
        self.draw.line((px(x1), px(y1), px(x2), px(y2)), _hex(ink), round(px(width)))

    def stems(self, placed: Iterable[Marker], line: float) -> None:
        for one in placed:
            self.line(one.x, marker_height(one, line), one.x, line, 0.3, "line")

    def axis(self, asking: Asking, line: float) -> None:
        """Draws the line, a tick and a figure for each number. An agreed number stands in a box with the word
        under it.
        """
        self.line(LEFT, line, RIGHT, line, 0.7, "ink")
        for value in range(11):
            x, agreed = place_of(value, asking.left), asking.agreed
            self.line(x, line - 1.1, x, line + 1.1, 0.5, "ink")
            chosen = agreed is not None and agreed.agrees and agreed.value == value
            if chosen:
                box = (px(x - 4), px(line + 2.0), px(x + 4), px(line + 7.2))
                self.draw.rounded_rectangle(box, px(1), _hex("brand"))
                self.text(x, line + 10, "agreed", bold=True, anchor="ms", ink="brand")
            self.text(x, line + 6, str(value), bold=True, anchor="ms", ink="surface" if chosen else "ink")

    def marker(self, one: Marker, y: float) -> None:
        """Draws the shape at its number, and beside it the name on white, so that no stem runs through it."""
        side = -1 if one.label_left else 1
        start = one.x + side * (SHAPE / 2 + GAP)
        end = start + side * width(one.label, False, POINTS)
        box = (px(min(start, end) - 0.4), px(y - 2.3), px(max(start, end) + 0.4), px(y + 2.3))
        self.draw.rectangle(box, "#FFFFFF")
        self.shape(one.given.who.side, one.x, y, one.given.who.tint or one.given.who.side)
        self.text(start, y, one.label, anchor="rm" if one.label_left else "lm")

    def shape(self, side: Side, x: float, y: float, name: str) -> None:
        """Draws a circle, a square or a star, in the agency's colour."""
        half = SHAPE / 2
        fill, edge, pen = f"#{tint(name)}", _hex(name), round(px(0.45))
        box = (px(x - half), px(y - half), px(x + half), px(y + half))
        if side == "family":
            self.draw.ellipse(box, fill, edge, pen)
        elif side == "professional":
            self.draw.rectangle(box, fill, edge, pen)
        else:
            for reach, ink in ((half * 1.35, edge), (half * 0.75, fill)):
                self.draw.polygon([(px(a), px(b)) for a, b in star(x, y, reach)], ink)

    def key(self, sides: set[Side], y: float) -> None:
        """Draws the key that says who each shape is."""
        x = LEFT - 1
        for side in (one for one in KEY if one in sides):
            self.shape(side, x, y, "control")
            self.text(x + SHAPE / 2 + GAP, y, side, anchor="lm", ink="ink-2")
            x += SHAPE + GAP + width(side, False, POINTS) + 5


def _hex(name: str) -> str:
    return f"#{colour(name)}"
