"""The record and the workbook of an ended meeting, for a person who signs in and had a place in it."""

from typing import Any

from flask import Response, abort

from ...documents import DocumentFailed, Frame, html_apart, turn_of
from ...domain.audiences import ROOM
from ...domain.meeting import Meeting
from ...domain.record.record import Record, record_of
from ...services.live_meeting import Seat
from ...services.record_access import record_for_account
from ...services.seats import note_reading
from ...services.walls import NEXT_FAMILY
from ..access import close_while, open_to, site
from ..files import PDF, WORD, arrangements
from ..languages import gettext
from ..record_file import asked_part, child_links, file_links, no_pdf_without_typst, record_file
from ..workbook import workbook_answer, workbook_links
from .door import me_or_sign_in, staff


@staff.get("/meetings/<id>/record")
@open_to("staff")
def read_record(id: str) -> Any:
    """Shows the record for everyone as a page."""
    whole, seat = _theirs(id)
    told = _told(seat, whole)
    at = f"/meetings/{id}/record"
    links = ((gettext("Your sittings"), "/sittings"), *file_links(at), *child_links(whole, at), *_workbooks(whole))
    sheet = f"/static/{site().release}/css/record.css"
    try:
        with site().live.measures.document("html"), turn_of(seat.attendee, id):
            made = html_apart(told, Frame(sheet, links, site().live.clock()))
    except DocumentFailed:
        abort(503)
    return Response(made, mimetype="text/html")


@staff.get("/meetings/<id>/record.docx")
@open_to("staff")
def record(id: str) -> Any:
    """Returns the record for everyone as a Word file."""
    return _file(id, WORD)


@staff.get("/meetings/<id>/record.pdf")
@open_to("staff")
def record_pdf(id: str) -> Any:
    """Returns the record for everyone as a PDF."""
    no_pdf_without_typst()
    return _file(id, PDF)


@staff.get("/meetings/<id>/workbook.docx")
@open_to("staff")
def workbook(id: str) -> Any:
    """Returns the workbook of the family or of one child."""
    whole, seat = _theirs(id)
    return workbook_answer(whole, seat)


def _file(id: str, kind: str) -> Response:
    whole, seat = _theirs(id)
    return record_file(kind, _told(seat, whole), whole, seat)


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


def _told(seat: Seat, whole: Meeting) -> Record:
    """Returns the record for everyone, or one child's part of it, and notes that it was read."""
    told = asked_part(record_of(whole, (ROOM,), arrangements(whole)), whole)
    note_reading(site().live, seat, "record", {ROOM: whole.board(ROOM).n})
    return told


def _workbooks(whole: Meeting) -> tuple[tuple[str, str], ...]:
    return workbook_links(whole, f"/meetings/{whole.id}")
