"""The board's page and the Word file of the record."""

from typing import Any

from flask import Blueprint, Response, abort, redirect, render_template, request

from ..documents import DocumentFailed, docx_apart
from ..domain.refused import Refused
from ..services.export import audiences_from, record_for
from ..services.live_meeting import out_because, snapshot
from ..services.seats import note_reading
from .access import board, my_actor, my_seat, open_to

pages = Blueprint("board", __name__)
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@pages.get("/board/<seat>")
@open_to("seat")
def page(seat: str) -> Any:
    """The board for everyone but the chair, with what it says now already on it."""
    return board_page("board.html", seat, "board")


def board_page(template: str, selector: str, screen: str) -> Any:
    """A page of the board for a seat: with a first paint for one who is in, without for one who waits."""
    seat = my_seat(selector)
    here = board()
    meeting, actor, device = here.live.standing(seat)
    attendee = meeting.attendee(seat.attendee)
    if attendee is None or (screen == "chair" and meeting.template.role(attendee.role).screen != "chair"):
        abort(404)
    reason = None if actor or device is None else out_because(meeting, seat)
    if reason:
        return redirect(f"/goodbye/{reason}")
    first = snapshot(meeting, actor, here.release, here.live.clock()) if actor else None
    if actor:
        note_reading(here.live, seat, "page", {stream: meeting.board(stream).n for stream in meeting.streams_of(actor)})
    return render_template(template, seat=seat.selector, first=first)


@pages.get("/board/<seat>/record.docx")
@open_to("actor")
def word(seat: str) -> Any:
    """The record as a Word file, for the audiences asked for that this person is in (everyone, unless asked)."""
    held, meeting, actor = my_actor(seat)
    try:
        audiences = audiences_from(request.args.get("audiences", ""))
        record = record_for(meeting, actor, audiences)
    except Refused:
        abort(404)
    note_reading(board().live, held, "record", {audience: meeting.board(audience).n for audience in audiences})
    try:
        made = docx_apart(record)
    except DocumentFailed:
        abort(503)
    answer = Response(made, mimetype=WORD)
    answer.headers["Content-Disposition"] = 'attachment; filename="record.docx"'
    return answer
