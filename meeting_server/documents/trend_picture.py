"""The trend as a picture for the Word file, by the measures of `trend_drawing.py`. The same trend gives the same
picture.
"""

from ..domain.reading import TrendPart
from .number_line_picture import Canvas, Picture
from .trend_drawing import beside, trend_drawing

_INKS = {"axis": ("ink", 0.6), "tick": ("ink", 0.4), "strand": ("control", 0.4)}
_ANCHORS = {"start": "ls", "middle": "ms", "end": "rs"}


def trend_picture(part: TrendPart) -> Picture:
    """Returns the picture of one trend, 170 mm wide and as high as its askings need."""
    drawn = trend_drawing(part)
    canvas = Canvas(drawn.height)
    for one in drawn.strokes:
        ink, width = _INKS[one.kind]
        canvas.line(one.x1, one.y1, one.x2, one.y2, width, ink)
    for dot in drawn.dots:
        canvas.shape(dot.side, dot.x, dot.y, dot.tint)
        canvas.text(beside(dot), dot.y, dot.words, anchor="lm")
    for label in drawn.labels:
        canvas.text(label.x, label.y, label.words, bold=label.strong, anchor=_ANCHORS[label.anchor])
    return Picture(canvas.png(), drawn.width, drawn.height, drawn.says)
