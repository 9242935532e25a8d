"""A Word document to print a record on: A4, styles, header, page numbers, tables, pictures. Knows nothing of meetings.

Text goes in through python-docx's own functions only. What is set by hand below are marks without text.
"""

import io
import zipfile
from collections.abc import Sequence
from datetime import datetime

import docx
from docx.document import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.shared import Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph

from ..domain.reading import Asking, TrendPart
from . import marks
from .number_line_picture import Picture, number_line
from .palette import colour, tint
from .paper import Line, Said, Spoken
from .trend_picture import trend_picture
from .word_styles import set_styles
from .word_table import Rows, write

WIDTH_MM = 170


class WordPaper:
    """A Word document being written, top to bottom.

    `title` names no one. `made` is the date in the file's properties. `top` is what every page says, left and right.
    """

    def __init__(self, title: str, made: datetime, top: tuple[str, str]) -> None:
        self.document: Document = docx.Document()
        self._page()
        set_styles(self.document.styles)
        self._properties(title, made)
        self._header(*top)
        self._footer()

    def _page(self) -> None:
        section = self.document.sections[0]
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.left_margin = section.right_margin = Mm((210 - WIDTH_MM) / 2)
        section.top_margin, section.bottom_margin = Mm(22), Mm(18)
        section.header_distance = section.footer_distance = Mm(10)

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

    def title(self, text: str, below: str) -> None:
        """Adds the title of the document and the line below it."""
        write(self.document.add_paragraph(style="Title"), Line(text))
        if below:
            write(self.document.add_paragraph(style="Subtitle"), Line(below))

    def part(self, text: str) -> None:
        """Adds a real heading of the first level."""
        paragraph = self.document.add_heading("", 1)
        write(paragraph, Line(text))

    def heading(self, text: str, level: int, ink: str = "") -> None:
        for run in write(self.document.add_heading("", level), Line(text)):
            if ink:
                run.font.color.rgb = RGBColor.from_string(colour(ink))

    def group(self, text: str) -> None:
        """Adds a line in bold, on the page of the first point below it."""
        paragraph = self.document.add_paragraph(style="Group")
        write(paragraph, Line(text))
        paragraph.paragraph_format.keep_with_next = True

    def text(self, line: Line | str, *, keep: bool = False) -> None:
        given = Line(line) if isinstance(line, str) else line
        paragraph = self.document.add_paragraph(style="Detail" if given.small else "Normal")
        write(paragraph, given)
        if keep:
            paragraph.paragraph_format.keep_with_next = True

    def fact(self, name: str, words: str, *, keep: bool = False) -> None:
        """Adds the name and the words side by side."""
        paragraph = self.document.add_paragraph(style="Fact")
        paragraph.paragraph_format.keep_with_next = keep
        paragraph.paragraph_format.left_indent, paragraph.paragraph_format.first_line_indent = Mm(48), Mm(-48)
        paragraph.paragraph_format.tab_stops.add_tab_stop(Mm(48))
        write(paragraph, Line("", name))
        paragraph.add_run("\t")
        write(paragraph, Line(words))

    def said(self, spoken: Spoken, ink: str) -> None:
        """Adds paragraphs with a bar in this colour at their left, kept on one page if they fit."""
        self._barred(Line(spoken.words, spoken.lead, lang=spoken.lang), ink, bool(spoken.details or spoken.beside))
        if spoken.details:
            self._barred(Line("\n".join(spoken.details), small=True), ink, bool(spoken.beside))
        for view in spoken.beside:
            self._barred(Line(view.words, view.lead, lang=view.lang), ink, bool(view.details), indent_mm=6)
            if view.details:
                self._barred(Line("\n".join(view.details), small=True), ink, False, indent_mm=6)

    def _barred(self, line: Line, ink: str, keep: bool, indent_mm: float = 0) -> None:
        paragraph = self.document.add_paragraph(style="Detail" if line.small else "Point")
        write(paragraph, line)
        paragraph.paragraph_format.left_indent = Mm(4 + indent_mm)
        paragraph.paragraph_format.keep_with_next = keep
        paragraph.paragraph_format.keep_together = True
        marks.border(paragraph, "left", ink, space=8, eighths=18)

    def shaded(self, words: str, name: str) -> None:
        """Adds a line in bold on the tint of a colour."""
        paragraph = self.document.add_paragraph()
        for run in write(paragraph, Line("", words)):
            run.font.size = Pt(13)
            run.font.color.rgb = RGBColor.from_string(colour(name))
        paragraph.paragraph_format.keep_with_next = True
        marks.shade(paragraph, tint(name))

    def table(
        self, heads: Sequence[str], widths_mm: Sequence[float], says: str, rows: Sequence[Sequence[Said]]
    ) -> None:
        """Adds a table with a first row that is repeated on every page it reaches, and air below it."""
        table = self.document.add_table(0, len(heads))
        table.style, table.alignment, table.autofit = self.document.styles["Table Grid"], WD_TABLE_ALIGNMENT.LEFT, False
        marks.grid(table, says)
        for column, width in zip(table.columns, widths_mm, strict=True):
            column.width = Mm(width)
        made = Rows(table, widths_mm)
        made.head(heads)
        for row in rows:
            made.add(*row)
        air = self.document.add_paragraph().paragraph_format
        air.space_after, air.line_spacing = Pt(0), Pt(8)

    def line(self, asking: Asking) -> None:
        """Adds the number line as a picture with its words."""
        self._picture("Number line", number_line(asking))

    def trend(self, part: TrendPart) -> None:
        """Adds the trend as a picture with its words."""
        self._picture("Numbers over time", trend_picture(part))

    def _picture(self, name: str, picture: Picture) -> None:
        paragraph = self.document.add_paragraph()
        paragraph.paragraph_format.keep_with_next = True
        shape = paragraph.add_run().add_picture(io.BytesIO(picture.png), Mm(picture.width_mm), Mm(picture.height_mm))
        marks.spoken(shape, name, picture.description)

    def bytes(self) -> bytes:
        """Returns the file. It has one fixed date inside the archive, so that the same record gives the same file."""
        first, out = io.BytesIO(), io.BytesIO()
        self.document.save(first)
        with zipfile.ZipFile(first) as made, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as fixed:
            for name in made.namelist():
                fixed.writestr(zipfile.ZipInfo(name), made.read(name), zipfile.ZIP_DEFLATED)
        return out.getvalue()


def _right_tab(paragraph: Paragraph) -> None:
    paragraph.paragraph_format.tab_stops.add_tab_stop(Mm(WIDTH_MM), WD_TAB_ALIGNMENT.RIGHT)
