"""Turns words that run from right to left in a Word file made from a council's own file. Our own Word file is written
that way from the start.
"""

from copy import deepcopy

from docx.document import Document
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from . import marks
from .direction import right_to_left, stretches


def turn(document: Document) -> None:
    """Lets each paragraph that begins with words from right to left begin at the right, and marks each such stretch."""
    for element in list(document.element.body.iter(qn("w:p"))):
        paragraph = Paragraph(element, document)
        backwards = right_to_left(paragraph.text)
        if backwards:
            marks.backwards(paragraph)
        for run in paragraph.runs:
            _turn(run, backwards)


def _turn(run: Run, backwards: bool) -> None:
    parts = stretches(run.text, backwards)
    if not any(way for _, way in parts):
        return
    # The last one first, because each is put directly after the run they all come from.
    for words, way in reversed(parts[1:]):
        added = Run(deepcopy(run._element), run._parent)  # noqa: SLF001 - python-docx has no function that copies a run
        added.text = words
        marks.tongue(added, "", backwards=way)
        run._element.addnext(added._element)  # noqa: SLF001
    if len(parts) > 1:
        run.text = parts[0][0]
    marks.tongue(run, "", backwards=parts[0][1])
