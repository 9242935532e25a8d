# ruff: noqa: SLF001  The marks below are what python-docx has no function for; its elements are reached here and nowhere else.
"""Marks in a Word document that carry no text: borders, shading, repeated rows, fields, the words of a picture."""

from typing import Any

from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.shape import InlineShape
from docx.styles.style import ParagraphStyle
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from .palette import colour

_AFTER_BORDER = tuple(
    f"w:{one}"
    for one in (
        "shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap", "overflowPunct", "topLinePunct", "autoSpaceDE",
        "autoSpaceDN", "bidi", "adjustRightInd", "snapToGrid", "spacing", "ind", "contextualSpacing", "mirrorIndents",
        "suppressOverlap", "jc", "textDirection", "textAlignment", "textboxTightWrap", "outlineLvl", "divId",
        "cnfStyle", "rPr", "sectPr", "pPrChange",
    )
)  # fmt: skip
_AFTER_SIZE = tuple(
    f"w:{one}"
    for one in (
        "highlight", "u", "effect", "bdr", "shd", "fitText", "vertAlign", "rtl", "cs", "em", "lang", "eastAsianLayout",
        "specVanish", "oMath", "rPrChange",
    )
)  # fmt: skip
_AFTER = {
    "w:pBdr": _AFTER_BORDER,
    "w:shd": (*_AFTER_BORDER[1:], "w:noWrap", "w:tcMar", "w:tcFitText", "w:vAlign", "w:hideMark"),
    "w:bidi": _AFTER_BORDER[_AFTER_BORDER.index("w:bidi") + 1 :],
    "w:szCs": _AFTER_SIZE,
    "w:lang": _AFTER_SIZE[_AFTER_SIZE.index("w:lang") + 1 :],
    "w:tblBorders": ("w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook", "w:tblCaption", "w:tblDescription"),
    "w:tblCellMar": ("w:tblLook", "w:tblCaption", "w:tblDescription"),
    "w:tblLook": ("w:tblCaption", "w:tblDescription"),
}
"""The marks that come after each mark: Word refuses a file with marks out of order."""


def _mark(tag: str, values: dict[str, str]) -> Any:
    mark = OxmlElement(tag)
    for name, value in values.items():
        mark.set(qn(f"w:{name}"), value)
    return mark


def _put(parent: Any, tag: str, values: dict[str, str]) -> Any:
    """Puts the mark in the place its schema gives it, instead of one that is there."""
    for old in parent.findall(qn(tag)):
        parent.remove(old)
    mark = _mark(tag, values)
    parent.insert_element_before(mark, *_AFTER.get(tag, ()))
    return mark


def shade(thing: Paragraph | _Cell, fill: str) -> None:
    """Sets a background; `fill` is six hexadecimal digits."""
    element = thing._element
    properties = element.get_or_add_pPr() if isinstance(thing, Paragraph) else element.get_or_add_tcPr()
    _put(properties, "w:shd", {"val": "clear", "color": "auto", "fill": fill})


def border(paragraph: Paragraph, side: str, ink: str, space: int, eighths: int = 6) -> None:
    """Draws a line at one side of a paragraph, so many points away and so many eighths of a point wide."""
    borders = _put(paragraph._element.get_or_add_pPr(), "w:pBdr", {})
    look = {"val": "single", "sz": str(eighths), "space": str(space), "color": colour(ink)}
    borders.append(_mark(f"w:{side}", look))


def grid(table: Table, says: str) -> None:
    """Draws thin lines between rows, none between columns, and leaves room inside the cells. `says` describes the table
    to screen readers.
    """
    properties = table._element.tblPr
    borders, room = _put(properties, "w:tblBorders", {}), _put(properties, "w:tblCellMar", {})
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        line = "nil" if side in ("left", "right", "insideV") else "single"
        borders.append(_mark(f"w:{side}", {"val": line, "sz": "4", "space": "0", "color": colour("control")}))
    for side, twips in (("top", 60), ("left", 85), ("bottom", 50), ("right", 85)):
        room.append(_mark(f"w:{side}", {"w": str(twips), "type": "dxa"}))
    _put(properties, "w:tblLook", {"val": "0020", "firstRow": "1", "noVBand": "1"})
    _put(properties, "w:tblDescription", {"val": says})


def whole(row: _Row) -> None:
    """Keeps the row on one page."""
    row._element.get_or_add_trPr().append(_mark("w:cantSplit", {}))


def repeated(row: _Row) -> None:
    """Repeats the row at the head of the table on every page."""
    row._element.get_or_add_trPr().append(_mark("w:tblHeader", {}))


def field(paragraph: Paragraph, code: str) -> None:
    """Adds a field that Word fills in itself, such as the number of the page. Until then it shows 1."""
    for kind in ("begin", "instruction", "separate", "shown", "end"):
        run = paragraph.add_run("1" if kind == "shown" else "")
        if kind == "instruction":
            instruction = OxmlElement("w:instrText")
            instruction.text = f" {code} "
            run._element.append(instruction)
        elif kind != "shown":
            run._element.append(_mark("w:fldChar", {"fldCharType": kind}))


def spoken(shape: InlineShape, name: str, words: str) -> None:
    """Adds the words of a picture for people who do not see it."""
    shape._inline.docPr.set("name", name)
    shape._inline.docPr.set("descr", words)


def face(style: ParagraphStyle, font: str) -> None:
    """Sets one font for every script. The styles of python-docx name the theme's fonts, which win unless they are
    removed.
    """
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in list(fonts.attrib):
        del fonts.attrib[name]
    for name in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{name}"), font)


def bare(style: ParagraphStyle) -> None:
    """Removes the lines, tab stops and letter spacing that a style brings."""
    for old in style.element.xpath("./w:pPr/w:pBdr | ./w:pPr/w:tabs | ./w:rPr/w:spacing | ./w:rPr/w:kern"):
        old.getparent().remove(old)


def only(styles: Any, names: set[str]) -> None:
    """Removes every style but these and the defaults: python-docx reads through all of them for each paragraph."""
    for style in list(styles):
        element = style.element
        if style.name not in names and element.get(qn("w:default")) != "1":
            element.getparent().remove(element)
        for link in element.findall(qn("w:link")):
            element.remove(link)


def tongue(run: Run, lang: str, *, backwards: bool) -> None:
    """Sets the language of these words, for spelling checkers and screen readers, and that they run from right
    to left.
    """
    if backwards:
        run.font.rtl = True
        run.font.cs_bold = run.bold
    if lang:
        _put(run._element.get_or_add_rPr(), "w:lang", {"val": lang, "eastAsia": lang, "bidi": lang})


def backwards(paragraph: Paragraph) -> None:
    """Lets the paragraph begin at the right."""
    _put(paragraph._element.get_or_add_pPr(), "w:bidi", {})


def size(style: ParagraphStyle, points: float) -> None:
    """Sets the size of letters that run from right to left: Word has a separate one for them."""
    _put(style.element.get_or_add_rPr(), "w:szCs", {"val": str(round(points * 2))})


def british(styles: Any) -> None:
    """Sets English as written in Britain, for spelling checkers and screen readers."""
    for language in styles.element.iter(qn("w:lang")):
        for name in ("w:val", "w:eastAsia"):
            language.set(qn(name), "en-GB")
