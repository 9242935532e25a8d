"""Files to be saved: what they are called, and what was written down of the meeting they are of."""

from flask import Response, make_response

from ..documents.file_names import file_name
from ..domain.meeting import Meeting
from ..domain.reading import Arrangements
from ..services.arrangements import arrangements_of
from .access import site

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PDF = "application/pdf"
CALENDAR = "text/calendar; charset=utf-8"
_ENDINGS = {WORD: "docx", PDF: "pdf", CALENDAR: "ics"}


def arrangements(meeting: Meeting) -> Arrangements | None:
    """Returns what staff wrote down of this meeting beside its log."""
    with site().live.database.reading() as connection:
        return arrangements_of(connection, meeting.id)


def file_answer(made: bytes, kind: str, meeting: Meeting, what: str, child: str | None = None) -> Response:
    """Returns a file to be saved. `kind` is its media type, `what` is in it, `child` is the one it is about alone."""
    written = arrangements(meeting) if site().settings.file_reference == "on" else None
    read_at = None if kind == CALENDAR else site().live.clock()
    name = file_name(meeting, written, what, _ENDINGS[kind], read_at, child)
    answer = make_response(made)
    answer.headers["Content-Type"] = kind
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
