"""The number line and the trend as data for the PDF: strokes, boxes, shapes and labels, ready to be drawn.

The measures are those of the page's drawings. Lengths are in millimetres.
"""

from collections.abc import Iterable
from typing import Any

from ..domain.reading import Asking, TrendPart
from .number_line_drawing import Drawing, Shape, drawing
from .trend_drawing import TrendDrawing, beside, trend_drawing

_WIDE = {"axis": ("ink", 0.6), "tick": ("ink", 0.4), "strand": ("control", 0.4)}
_ARROWS = "←→"


def line_drawn(asking: Asking) -> dict[str, Any]:
    """Returns the drawing of one asking's numbers."""
    found = drawing(asking)
    line = found.line
    strokes = [_stroke(one.x, one.y, one.x, line, 0.3, "line") for one in found.shapes]
    strokes.append(_stroke(found.left, line, found.right, line, 0.7, "ink"))
    boxes, labels = [], []
    for tick in found.ticks:
        strokes.append(_stroke(tick.x, line - 1.1, tick.x, line + 1.1, 0.5, "ink"))
        number = _label(str(tick.value), tick.x, line + 6, "middle", strong=True)
        if tick.agreed:
            boxes.append({"x": tick.x - 4, "y": line + 2, "width": 8, "height": 5.2, "ink": "brand"})
            number["ink"] = "surface"
            labels.append(_label("agreed", tick.x, line + 10, "middle", strong=True, ink="brand"))
        labels.append(number)
    labels += [_ended(strokes, one.words, one.x, one.y, "end" if one.at_right else "start") for one in found.ends]
    labels += [_named(one, over=True) for one in found.shapes] + [_named(one, ink="ink-2") for one in found.key]
    shapes = [_shape(one.side, one.x, one.y, one.tint, one.corners) for one in (*found.shapes, *found.key)]
    return {**_size(found), "strokes": strokes, "boxes": boxes, "labels": labels, "shapes": shapes}


def trend_drawn(part: TrendPart) -> dict[str, Any]:
    """Returns the drawing of numbers over time."""
    found = trend_drawing(part)
    strokes = [_stroke(one.x1, one.y1, one.x2, one.y2, _WIDE[one.kind][1], _WIDE[one.kind][0]) for one in found.strokes]
    shapes = [_shape(one.side, one.x, one.y, one.tint, one.corners) for one in found.dots]
    labels = [_label(one.words, beside(one), one.y + 1.3) for one in found.dots]
    for label in found.labels:
        made = _ended(strokes, label.words, label.x, label.y, label.anchor)
        # What heads an asking stands on white: a strand of the asking above may end beside it.
        labels.append({**made, "strong": label.strong, "over": label.strong and label.anchor == "start"})
    return {**_size(found), "strokes": strokes, "boxes": [], "labels": labels, "shapes": shapes}


def _size(found: Drawing | TrendDrawing) -> dict[str, Any]:
    return {"width": found.width, "height": found.height, "half": found.half, "says": found.says}


def _stroke(x1: float, y1: float, x2: float, y2: float, wide: float, ink: str) -> dict[str, Any]:
    return {"x1": x1, "y1": y1, "x2": x2, "y2": y2, "wide": wide, "ink": ink}


def _label(
    words: str, x: float, y: float, anchor: str = "start", *, strong: bool = False, ink: str = "ink", over: bool = False
) -> dict[str, Any]:
    """Returns words on the drawing. `over` means that they stand on white, so that no stem runs through them."""
    return {"words": words, "x": x, "y": y, "anchor": anchor, "strong": strong, "ink": ink, "over": over}


def _named(one: Shape, *, ink: str = "ink", over: bool = False) -> dict[str, Any]:
    return _label(one.words, one.words_x, one.y + 1.3, "end" if one.words_left else "start", ink=ink, over=over)


def _ended(strokes: list[dict[str, Any]], words: str, x: float, y: float, anchor: str) -> dict[str, Any]:
    """Returns the label of what an end means. An arrow at either end of it becomes strokes: the font has none."""
    if words.strip(_ARROWS) != words:
        x = _arrow(strokes, x, y - 1.1, to_left=words[0] == _ARROWS[0])
    return _label(words.strip(_ARROWS).strip(), x, y, anchor)


def _arrow(strokes: list[dict[str, Any]], x: float, y: float, *, to_left: bool) -> float:
    """Draws an arrow that ends here, and returns where the words beside it stand."""
    back = 1 if to_left else -1
    strokes.append(_stroke(x, y, x + back * 3.2, y, 0.35, "ink"))
    strokes += [_stroke(x, y, x + back * 1.2, y + up * 0.9, 0.35, "ink") for up in (-1, 1)]
    return x + back * 4.2


def _shape(side: str, x: float, y: float, tint: str, corners: str) -> dict[str, Any]:
    return {"side": side, "x": x, "y": y, "tint": tint, "corners": list(_corners(corners))}


def _corners(written: str) -> Iterable[list[float]]:
    return ([float(one) for one in pair.split(",")] for pair in written.split())
