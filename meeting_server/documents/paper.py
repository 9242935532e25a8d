"""The paper a record is printed on: A4, styles, header, page numbers, tables, pictures. Knows nothing of meetings.

Text goes in through python-docx's own functions only; what is set by hand below are marks without text.
"""

import io
import zipfile
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph

from . import marks
from .number_line_picture import Picture
from .palette import colour, tint

Said = str | list[tuple[str, str]]
"""What goes in a cell: its text, or several paragraphs as (style, text)."""
WIDTH_MM = 170
_FONT = "Arial"
_LOOKS: dict[str, dict[str, Any]] = {
    "Normal": {"size": 11, "after": 6},
    "Title": {"size": 24, "bold": True, "ink": "brand", "after": 4},
    "Subtitle": {"size": 14, "ink": "ink-2", "after": 14},
    "Heading 1": {"size": 20, "bold": True, "ink": "brand", "before": 18, "after": 8, "follows": True},
    "Heading 2": {"size": 15, "bold": True, "before": 18, "after": 6, "follows": True},
    "Heading 3": {"size": 12, "bold": True, "before": 12, "after": 4, "follows": True},
    "Group": {"size": 10.5, "bold": True, "ink": "ink-2", "before": 8, "after": 4, "follows": True},
    "Fact": {"size": 11, "after": 3},
    "Point": {"size": 11.5, "before": 7, "after": 2, "follows": True},
    "Detail": {"size": 9.5, "ink": "ink-2", "after": 1},
    "Cell": {"size": 10, "after": 2},
    "Cell detail": {"size": 9, "ink": "ink-2", "after": 2},
    "Header": {"size": 9, "after": 0},
    "Footer": {"size": 9, "after": 0},
}


class Paper:
    """A Word document being written, top to bottom."""

    def __init__(self, title: str, made: datetime, top: tuple[str, str]) -> None:
        """`title` names nobody; `made` is the date in the file's properties; `top` is what every page says, left and
        right."""
        self.document: Document = docx.Document()
        self._page()
        self._styles()
        self._properties(title, made)
        self._header(*top)
        self._footer()

    def _page(self) -> None:
        section = self.document.sections[0]
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.left_margin = section.right_margin = Mm((210 - WIDTH_MM) / 2)
        section.top_margin, section.bottom_margin = Mm(26), Mm(22)
        section.header_distance = section.footer_distance = Mm(11)

    def _styles(self) -> None:
        styles = self.document.styles
        marks.only(styles, {*_LOOKS, "List Bullet", "Table Grid"})
        marks.british(styles)
        for name, looks in _LOOKS.items():
            known = name in [style.name for style in styles]
            style = styles[name] if known else styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
            _look(style, **looks)

    def _properties(self, title: str, made: datetime) -> None:
        properties = self.document.core_properties
        properties.title, properties.language = title, "en-GB"
        properties.author = properties.last_modified_by = properties.comments = ""
        properties.created = properties.modified = made
        relations = self.document.part.package.rels
        for key in [key for key, one in relations.items() if one.reltype == RELATIONSHIP_TYPE.THUMBNAIL]:
            del relations[key]

    def _header(self, left: str, right: str) -> None:
        paragraph = self.document.sections[0].header.paragraphs[0]
        _right_tab(paragraph)
        paragraph.add_run(left).bold = True
        paragraph.add_run(f"\t{right}")
        marks.border(paragraph, "bottom", "control", space=4)

    def _footer(self) -> None:
        paragraph = self.document.sections[0].footer.paragraphs[0]
        _right_tab(paragraph)
        paragraph.add_run("\tPage ")
        marks.field(paragraph, "PAGE")
        paragraph.add_run(" of ")
        marks.field(paragraph, "NUMPAGES")

    def heading(self, text: str, level: int, ink: str = "", new_page: bool = False) -> None:
        """A real heading. `ink` repeats in colour what the words say."""
        paragraph = self.document.add_heading(text, level)
        if new_page:
            paragraph.paragraph_format.page_break_before = True
        if ink:
            paragraph.runs[0].font.color.rgb = RGBColor.from_string(colour(ink))

    def title(self, text: str, below: str) -> None:
        """The title of the document and the line below it."""
        self.document.add_paragraph(text, "Title")
        if below:
            self.document.add_paragraph(below, "Subtitle")

    def text(self, words: str, style: str = "Normal", keep: bool = False) -> Paragraph:
        """A paragraph. `keep` holds it on the page of what follows."""
        paragraph = self.document.add_paragraph(words, style)
        if keep:
            paragraph.paragraph_format.keep_with_next = True
        return paragraph

    def fact(self, name: str, words: str) -> None:
        """A name and what goes with it, side by side."""
        paragraph = self.document.add_paragraph(style="Fact")
        paragraph.paragraph_format.left_indent, paragraph.paragraph_format.first_line_indent = Mm(48), Mm(-48)
        paragraph.paragraph_format.tab_stops.add_tab_stop(Mm(48))
        paragraph.add_run(name).bold = True
        paragraph.add_run(f"\t{words}")

    def barred(self, words: str, style: str, ink: str, indent_mm: float = 0, lead: str = "", keep: bool = True) -> None:
        """A paragraph with a bar in this colour at its left; `lead` stands before the words in bold. `keep` holds it on
        the page of what follows."""
        paragraph = self.document.add_paragraph(style=style)
        if lead:
            paragraph.add_run(f"{lead} ").bold = True
        paragraph.add_run(words)
        paragraph.paragraph_format.left_indent = Mm(4 + indent_mm)
        paragraph.paragraph_format.keep_with_next = keep
        paragraph.paragraph_format.keep_together = True
        marks.border(paragraph, "left", ink, space=8, eighths=18)

    def shaded(self, words: str, name: str) -> None:
        """A line in bold on the tint of a colour."""
        paragraph = self.document.add_paragraph()
        run = paragraph.add_run(words)
        run.bold, run.font.size = True, Pt(13)
        run.font.color.rgb = RGBColor.from_string(colour(name))
        paragraph.paragraph_format.keep_with_next = True
        marks.shade(paragraph, tint(name))

    def table(self, heads: Sequence[str], widths_mm: Sequence[float], says: str) -> "Rows":
        """A table whose first row is repeated on every page it reaches. `says` describes it for screen readers."""
        table = self.document.add_table(0, len(heads))
        table.style, table.alignment, table.autofit = self.document.styles["Table Grid"], WD_TABLE_ALIGNMENT.LEFT, False
        marks.grid(table, says)
        for column, width in zip(table.columns, widths_mm, strict=True):
            column.width = Mm(width)
        rows = Rows(table, widths_mm)
        rows.head(heads)
        return rows

    def after_table(self) -> None:
        """Air below a table."""
        self.document.add_paragraph().paragraph_format.space_after = Pt(2)

    def picture(self, picture: Picture) -> None:
        """A picture with its words for those who do not see it."""
        paragraph = self.document.add_paragraph()
        paragraph.paragraph_format.keep_with_next = True
        shape = paragraph.add_run().add_picture(io.BytesIO(picture.png), Mm(picture.width_mm), Mm(picture.height_mm))
        marks.spoken(shape, "Number line", picture.description)

    def bytes(self) -> bytes:
        """The file. Written with one fixed date inside the archive, so that the same record gives the same file."""
        first, out = io.BytesIO(), io.BytesIO()
        self.document.save(first)
        with zipfile.ZipFile(first) as made, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as fixed:
            for name in made.namelist():
                fixed.writestr(zipfile.ZipInfo(name), made.read(name), zipfile.ZIP_DEFLATED)
        return out.getvalue()


class Rows:
    """The rows of a table."""

    def __init__(self, table: Table, widths_mm: Sequence[float]) -> None:
        self.table = table
        self.widths = widths_mm

    def head(self, heads: Iterable[str]) -> None:
        """The first row."""
        cells = self._row()
        marks.repeated(self.table.rows[0])
        for cell, words in zip(cells, heads, strict=True):
            cell.paragraphs[0].style = "Cell"
            cell.paragraphs[0].add_run(words).bold = True
            cell.paragraphs[0].paragraph_format.keep_with_next = True
            marks.shade(cell, colour("paper"))

    def add(self, *cells: Said) -> None:
        """A row: for each cell its text, or several paragraphs as (style, text)."""
        for cell, said in zip(self._row(), cells, strict=True):
            given = [("Cell", said)] if isinstance(said, str) else said
            parts = [one for one in given if one[1]] or [("Cell", "")]
            cell.paragraphs[0].style = parts[0][0]
            cell.paragraphs[0].add_run(parts[0][1])
            for style, words in parts[1:]:
                cell.add_paragraph(words, style)

    def _row(self) -> list[_Cell]:
        row: _Row = self.table.add_row()  # type: ignore[no-untyped-call]
        marks.whole(row)
        for cell, width in zip(row.cells, self.widths, strict=True):
            cell.width = Mm(width)
        return list(row.cells)


def _look(
    style: ParagraphStyle, size: float, after: float, *, bold: bool = False, ink: str = "ink", before: float = 0,
    follows: bool = False,
) -> None:  # fmt: skip
    font, shape = style.font, style.paragraph_format
    font.size, font.bold, font.italic = Pt(size), bold, False
    font.color.rgb = RGBColor.from_string(colour(ink))
    marks.face(style, _FONT)
    shape.space_before, shape.space_after, shape.line_spacing = Pt(before), Pt(after), 1.2
    shape.keep_with_next, shape.widow_control = follows, True
    marks.bare(style)


def _right_tab(paragraph: Paragraph) -> None:
    paragraph.paragraph_format.tab_stops.add_tab_stop(Mm(WIDTH_MM), WD_TAB_ALIGNMENT.RIGHT)
