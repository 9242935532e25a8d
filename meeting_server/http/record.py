"""The record, for one who is in the meeting: as a page to read and print, and as a Word file."""

from typing import Any

from flask import Blueprint, Response, abort, request

from ..documents import DocumentFailed, Frame, docx_apart, html_apart
from ..domain.attendance import is_screen
from ..domain.record import Record
from ..domain.refused import Refused
from ..services.export import audiences_from, record_for
from ..services.seats import note_reading
from .access import board, my_actor, open_to

records = Blueprint("record", __name__)
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@records.get("/board/<seat>/record")
@open_to("actor")
def read(seat: str) -> Any:
    """The record as a page, for the audiences asked for that this person is in (everyone, unless asked)."""
    record, audiences, back = _asked_for(seat)
    sheet = f"/static/{board().release}/css/record.css"
    word_file = f"{request.path}.docx?audiences={','.join(audiences)}"
    links = (("Back to the board", back), ("The record, as a Word file", word_file))
    try:
        made = html_apart(record, Frame(sheet, links, board().live.clock()))
    except DocumentFailed:
        abort(503)
    return Response(made, mimetype="text/html")


@records.get("/board/<seat>/record.docx")
@open_to("actor")
def word(seat: str) -> Any:
    """The record as a Word file, for the same audiences."""
    record, _, _ = _asked_for(seat)
    try:
        made = docx_apart(record)
    except DocumentFailed:
        abort(503)
    answer = Response(made, mimetype=WORD)
    answer.headers["Content-Disposition"] = 'attachment; filename="record.docx"'
    return answer


def _asked_for(seat: str) -> tuple[Record, tuple[str, ...], str]:
    """The record, its audiences, and the address of this person's board; that it was read is noted.

    A big screen is nobody and reads no record: what it shows is the chair's choice.
    """
    held, meeting, actor = my_actor(seat)
    if is_screen(meeting.template, actor.attendee):
        abort(404)
    try:
        audiences = audiences_from(request.args.get("audiences", ""))
        record = record_for(meeting, actor, audiences)
    except Refused:
        abort(404)
    note_reading(board().live, held, "record", {audience: meeting.board(audience).n for audience in audiences})
    return record, audiences, f"/{meeting.role_of(actor.attendee).screen}/{held.selector}"
