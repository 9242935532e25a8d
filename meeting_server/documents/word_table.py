"""Tables of the Word document, and writing a line with its lead and its language."""

from collections.abc import Iterable, Sequence

from docx.shared import Mm
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from . import marks
from .direction import right_to_left, stretches
from .palette import colour
from .paper import Line, Said


class Rows:
    """The rows of a table."""

    def __init__(self, table: Table, widths_mm: Sequence[float]) -> None:
        self.table = table
        self.widths = widths_mm

    def head(self, heads: Iterable[str]) -> None:
        cells = self._row()
        marks.repeated(self.table.rows[0])
        for cell, words in zip(cells, heads, strict=True):
            cell.paragraphs[0].style = "Cell"
            write(cell.paragraphs[0], Line("", words))
            cell.paragraphs[0].paragraph_format.keep_with_next = True
            marks.shade(cell, colour("paper"))

    def add(self, *cells: Said) -> None:
        """Adds a row: for each cell its words, or several lines."""
        for cell, said in zip(self._row(), cells, strict=True):
            given = [Line(said)] if isinstance(said, str) else said
            lines = [one for one in given if one.words or one.lead] or [Line("")]
            for at, one in enumerate(lines):
                paragraph = cell.paragraphs[0] if at == 0 else cell.add_paragraph()
                paragraph.style = "Cell detail" if one.small else "Cell"
                write(paragraph, one)

    def _row(self) -> list[_Cell]:
        row: _Row = self.table.add_row()  # type: ignore[no-untyped-call]
        marks.whole(row)
        for cell, width in zip(row.cells, self.widths, strict=True):
            cell.width = Mm(width)
        return list(row.cells)


def write(paragraph: Paragraph, line: Line) -> list[Run]:
    """Writes the line at the end of this paragraph. The paragraph begins at the right if its words do. Small lines are
    our own, with people's words in them, and begin at the left.
    """
    backwards = not line.small and right_to_left(line.words or line.lead, line.lang)
    if backwards:
        marks.backwards(paragraph)
    lead = f"{line.lead} " if line.lead and line.words else line.lead
    bold = [_run(paragraph, words, way, "", bold=True) for words, way in stretches(lead, backwards and not line.words)]
    return bold + [_run(paragraph, words, way, line.lang) for words, way in stretches(line.words, backwards)]


def _run(paragraph: Paragraph, words: str, way: bool, lang: str, *, bold: bool = False) -> Run:
    run = paragraph.add_run(words)
    if bold:
        run.bold = True
    marks.tongue(run, lang, backwards=way)
    return run
