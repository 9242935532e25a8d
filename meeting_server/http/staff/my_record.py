"""The record and the workbook of an ended meeting, for a person who signs in and had a place in it."""

from typing import Any

from flask import Response, abort

from ...documents import DocumentFailed, Frame, docx_apart, html_apart, turn_of
from ...domain.audiences import ROOM
from ...domain.meeting import Meeting
from ...domain.record.record import record_of
from ...services.live_meeting import Seat
from ...services.record_access import record_for_account
from ...services.seats import note_reading
from ...services.walls import NEXT_FAMILY
from ..access import close_while, open_to, site
from ..files import WORD, arrangements, file_answer
from ..languages import gettext
from ..workbook import workbook_answer, workbook_links
from .door import me_or_sign_in, staff


@staff.get("/meetings/<id>/record")
@open_to("staff")
def read_record(id: str) -> Any:
    """Shows the record for everyone as a page."""
    whole, seat = _theirs(id)
    _note(seat, whole)
    word_file = (gettext("The record, as a Word file"), f"/meetings/{id}/record.docx")
    links = ((gettext("Your sittings"), "/sittings"), word_file, *_workbooks(whole))
    sheet = f"/static/{site().release}/css/record.css"
    try:
        with site().live.measures.document("html"), turn_of(seat.attendee, id):
            made = html_apart(record_of(whole, (ROOM,), arrangements(whole)), Frame(sheet, links, site().live.clock()))
    except DocumentFailed:
        abort(503)
    return Response(made, mimetype="text/html")


@staff.get("/meetings/<id>/record.docx")
@open_to("staff")
def record(id: str) -> Any:
    """Returns the record for everyone as a Word file."""
    whole, seat = _theirs(id)
    _note(seat, whole)
    try:
        with site().live.measures.document("docx"), turn_of(seat.attendee, id):
            made = docx_apart(record_of(whole, (ROOM,), arrangements(whole)))
    except DocumentFailed:
        abort(503)
    return file_answer(made, WORD, whole, "record")


@staff.get("/meetings/<id>/workbook.docx")
@open_to("staff")
def workbook(id: str) -> Any:
    """Returns the workbook of the family or of one child."""
    whole, seat = _theirs(id)
    return workbook_answer(whole, seat)


def _theirs(id: str) -> tuple[Meeting, Seat]:
    """Returns the meeting, and who they were there; 404 for all others. While they are at another family, they are sent
    to the page that says so.
    """
    me, live = me_or_sign_in(), site().live
    live.read_on(id)
    close_while(lambda: NEXT_FAMILY if live.walls.is_closed_to(me.account.id, id) else None)
    attendee = record_for_account(live, me.account, id)
    if attendee is None:
        abort(404)
    return live.meeting(id), Seat("", id, attendee, "")


def _note(seat: Seat, whole: Meeting) -> None:
    note_reading(site().live, seat, "record", {ROOM: whole.board(ROOM).n})


def _workbooks(whole: Meeting) -> tuple[tuple[str, str], ...]:
    return workbook_links(whole, f"/meetings/{whole.id}")
