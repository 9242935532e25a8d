"""The record as a file to be saved: for Word, or as a PDF where one can be made."""

from flask import Response, abort, make_response, render_template, request

from ..documents import DocumentFailed, LettersMissing, docx_apart, has_pdf, pdf_apart, turn_of
from ..domain.meeting import Meeting
from ..domain.people.names import named, whole_names
from ..domain.record.one_child import of_one_child
from ..domain.record.record import Record
from ..domain.refused import Refused
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
        return make_response(render_template("no_pdf.html", asked=request.query_string.decode()), 422)
    except DocumentFailed:
        abort(503)
    return file_answer(made, kind, meeting, "record", request.args.get("child"))


def asked_part(record: Record, meeting: Meeting) -> Record:
    """Returns the record, or where the address asks for one child (`?child=`) that child's part. 404 for others."""
    child = request.args.get("child")
    try:
        return of_one_child(record, meeting, child) if child else record
    except Refused:
        abort(404)


def child_links(meeting: Meeting, at: str) -> tuple[tuple[str, str], ...]:
    """Returns words and address of each child's part; none where it is the whole record, or is shown already."""
    children = meeting.children()
    if len(children) < 2 or request.args.get("child"):
        return ()
    names = whole_names(named(meeting))
    return tuple((gettext("%(child)s's part alone", child=names[one]), f"{at}?child={one}") for one in children)


def file_links(at: str, asked: str = "") -> tuple[tuple[str, str], ...]:
    """Returns words and address of each file of the record. `at` is the address of its page, `asked` what follows."""
    if child := request.args.get("child"):
        asked = f"{asked}{'&' if asked else '?'}child={child}"
    word = ((gettext("The record, as a Word file"), f"{at}.docx{asked}"),)
    return (*word, (gettext("The record, as a PDF"), f"{at}.pdf{asked}")) if has_pdf() else word


def no_pdf_without_typst() -> None:
    """Answers 404 where no PDF can be made."""
    if not has_pdf():
        abort(404)
