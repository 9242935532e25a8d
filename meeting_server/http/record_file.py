"""The record as a file to be saved: for Word, or as a PDF where one can be made."""

from flask import Response, abort, make_response, render_template

from ..documents import DocumentFailed, LettersMissing, docx_apart, has_pdf, pdf_apart, turn_of
from ..domain.meeting import Meeting
from ..domain.record.record import Record
from ..services.live_meeting import Seat
from .access import site
from .files import PDF, file_answer
from .languages import gettext


def record_file(kind: str, record: Record, meeting: Meeting, held: Seat) -> Response:
    """Returns the record as a file of this kind, `PDF` or `WORD` of `files.py`, for the person in this seat.

    A PDF that lacks letters is not made: a page says why, and leads to the other two.
    """
    name, made_apart = ("pdf", pdf_apart) if kind == PDF else ("docx", docx_apart)
    try:
        with site().live.measures.document(name), turn_of(held.attendee, held.meeting):
            made = made_apart(record)
    except LettersMissing:
        return make_response(render_template("no_pdf.html"), 422)
    except DocumentFailed:
        abort(503)
    return file_answer(made, kind, meeting, "record")


def file_links(at: str, asked: str = "") -> tuple[tuple[str, str], ...]:
    """Returns words and address of each file of the record. `at` is the address of its page, `asked` what follows."""
    word = ((gettext("The record, as a Word file"), f"{at}.docx{asked}"),)
    return (*word, (gettext("The record, as a PDF"), f"{at}.pdf{asked}")) if has_pdf() else word


def no_pdf_without_typst() -> None:
    """Answers 404 where no PDF can be made."""
    if not has_pdf():
        abort(404)
