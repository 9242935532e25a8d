"""The record for a person in the meeting: as a page to read and print, as a Word file, and as a PDF."""

import json
from typing import Any, NamedTuple

from flask import Blueprint, Response, abort, request

from ..documents import DocumentFailed, Following, Frame, html_apart, turn_of
from ..domain.meeting import Meeting
from ..domain.people.admission import role_of
from ..domain.people.persons import is_screen
from ..domain.record.record import Record
from ..domain.refused import Refused
from ..services.export import audiences_from, record_for
from ..services.live_meeting import Seat
from ..services.routing_key import room_key
from ..services.seats import note_reading
from .access import my_actor, open_to, site
from .files import PDF, WORD, arrangements
from .record_file import asked_part, child_links, file_links, no_pdf_without_typst, record_file
from .workbook import may_have_workbook, workbook_links

records = Blueprint("record", __name__)


class Reading(NamedTuple):
    """A record that is read, its meeting, by which seat, how far each audience had come, and the board's address."""

    record: Record
    meeting: Meeting
    seat: Seat
    come_to: dict[str, int]
    back: str


@records.get("/board/<seat>/record")
@open_to("actor")
def read(seat: str) -> Any:
    """Shows the record as a page, for the asked audiences that this person is in (by default everyone)."""
    reading = _asked_for(seat)
    files = file_links(request.path, f"?audiences={','.join(reading.come_to)}")
    links = (("Back to the board", reading.back), *files, *_for_staff(seat))
    frame = Frame(f"/static/{site().release}/css/record.css", links, site().live.clock(), _following(reading))
    try:
        with site().live.measures.document("html"), turn_of(reading.seat.attendee, reading.seat.meeting):
            made = html_apart(reading.record, frame)
    except DocumentFailed:
        abort(503)
    return Response(made, mimetype="text/html")


@records.get("/board/<seat>/record.docx")
@open_to("actor")
def word(seat: str) -> Any:
    """Returns the record as a Word file, for the same audiences."""
    reading = _asked_for(seat)
    return record_file(WORD, reading.record, reading.meeting, reading.seat)


@records.get("/board/<seat>/record.pdf")
@open_to("actor")
def pdf(seat: str) -> Any:
    """Returns the record as a PDF, for the same audiences."""
    no_pdf_without_typst()
    reading = _asked_for(seat)
    return record_file(PDF, reading.record, reading.meeting, reading.seat)


def _for_staff(seat: str) -> tuple[tuple[str, str], ...]:
    _, meeting, actor = my_actor(seat)
    parts = child_links(meeting, request.path) if actor.role.side == "professional" else ()
    return (*parts, *(workbook_links(meeting, f"/board/{seat}") if may_have_workbook(meeting, actor) else ()))


def _following(reading: Reading) -> Following:
    seat, here = reading.seat, site()
    return Following(
        here.script("record"),
        seat.selector,
        room_key(here.live.database, seat.meeting),
        here.release,
        json.dumps(reading.come_to, sort_keys=True),
    )


def _asked_for(seat: str) -> Reading:
    """Returns the record for this seat, and notes that it was read.

    A big screen reads no record: the chair chooses what it shows.
    """
    held, meeting, actor = my_actor(seat)
    if is_screen(meeting.template, actor.attendee):
        abort(404)
    try:
        audiences = audiences_from(request.args.get("audiences", ""))
        record = record_for(meeting, actor, audiences, arrangements(meeting))
    except Refused:
        abort(404)
    # A family reads the whole of it: nobody makes a smaller one for them to hand on.
    if "child" in request.args and actor.role.side != "professional":
        abort(404)
    record = asked_part(record, meeting)
    come_to = {audience: meeting.board(audience).n for audience in audiences}
    note_reading(site().live, held, "record", come_to)
    return Reading(record, meeting, held, come_to, f"/{role_of(meeting, actor.attendee).screen}/{held.selector}")
