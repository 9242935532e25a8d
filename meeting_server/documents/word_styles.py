"""The styles of the Word document: sizes, weights and colours by name, in one font."""

from typing import Any

from docx.enum.style import WD_STYLE_TYPE
from docx.shared import Pt, RGBColor
from docx.styles.style import ParagraphStyle

from . import marks
from .palette import colour

_FONT = "Arial"
_LOOKS: dict[str, dict[str, Any]] = {
    "Normal": {"size": 12, "after": 4},
    "Title": {"size": 22, "bold": True, "ink": "brand", "after": 4},
    "Subtitle": {"size": 14, "ink": "ink-2", "after": 8},
    "Heading 1": {"size": 17, "bold": True, "ink": "brand", "before": 14, "after": 4, "follows": True},
    "Heading 2": {"size": 14, "bold": True, "before": 10, "after": 3, "follows": True},
    "Heading 3": {"size": 12, "bold": True, "before": 8, "after": 3, "follows": True},
    "Group": {"size": 11, "bold": True, "ink": "ink-2", "before": 8, "after": 4, "follows": True},
    "Fact": {"size": 12, "after": 1},
    "Point": {"size": 12, "before": 5, "after": 2, "follows": True},
    "Detail": {"size": 11, "ink": "ink-2", "after": 1},
    "Cell": {"size": 11, "after": 0},
    "Cell detail": {"size": 11, "ink": "ink-2", "after": 0},
    "Header": {"size": 11, "after": 0},
    "Footer": {"size": 11, "after": 0},
}


def set_styles(styles: Any) -> None:
    """Sets our styles and no others, in British English."""
    marks.only(styles, {*_LOOKS, "Table Grid"})
    marks.british(styles)
    for name, looks in _LOOKS.items():
        known = name in [style.name for style in styles]
        style = styles[name] if known else styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        _look(style, **looks)


def _look(
    style: ParagraphStyle,
    size: float,
    after: float,
    *,
    bold: bool = False,
    ink: str = "ink",
    before: float = 0,
    follows: bool = False,
) -> None:
    font, shape = style.font, style.paragraph_format
    font.size, font.bold, font.italic = Pt(size), bold, False
    font.color.rgb = RGBColor.from_string(colour(ink))
    marks.size(style, size)
    font.cs_bold = bold
    marks.face(style, _FONT)
    shape.space_before, shape.space_after, shape.line_spacing = Pt(before), Pt(after), 1.1
    shape.keep_with_next, shape.widow_control = follows, True
    marks.bare(style)
