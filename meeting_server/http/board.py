"""The board's page."""

from typing import Any

from flask import Blueprint, abort, redirect, render_template, request

from ..clock import time_of_day
from ..domain.ending.places import had_a_place
from ..domain.kinds import plain
from ..domain.meeting import Meeting
from ..domain.people.actor import streams_of
from ..domain.people.admission import role_of
from ..domain.people.chair_controls import Controls
from ..domain.people.minute_taking import MinuteTaking
from ..domain.people.names import called, named, whole_names
from ..domain.people.persons import Attendee, find_attendee, find_person, is_screen
from ..domain.template.template import Template
from ..services.live_meeting import Seat
from ..services.routing_key import room_key
from ..services.seats import key_for_unsent, note_reading
from ..services.snapshots import desk_of, out_because, snapshot, waiting
from .access import my_seat, open_to, site
from .language_help import is_helped

pages = Blueprint("board", __name__)
COVERED = "time"
"""In the address of a screen that is covered: then the page has the time and nothing of the meeting."""


@pages.get("/board/<seat>")
@open_to("seat")
def page(seat: str) -> Any:
    """Shows the board to everyone but the chair, with its current content already on it."""
    return board_page("board.html", seat, "board")


def board_page(template: str, selector: str, screen: str) -> Any:
    """Shows a page of the board for a seat. A person who is let in gets a first paint, a person who waits does not."""
    seat = my_seat(selector)
    here = site()
    meeting, actor, device = here.live.standing(seat)
    attendee = find_attendee(meeting, seat.attendee)
    if attendee is None or (screen == "board" and is_screen(meeting.template, attendee)):
        abort(404)
    if screen != "board" and screen not in screens_of(meeting, attendee):
        if not _was_theirs(meeting, attendee, screen):
            abort(404)
        return redirect(f"/board/{seat.selector}")
    frame = _frame(seat, meeting, attendee)
    if COVERED in request.args:
        return render_template(template, covered=time_of_day(here.live.clock()), **frame)
    reason = None if actor or device is None else out_because(meeting, seat)
    if reason == "ended" and seat.staff_session and had_a_place(meeting, seat.attendee):
        return redirect(f"/meetings/{seat.meeting}/record")
    if reason:
        return redirect(f"/goodbye/{reason}")
    first = plain(snapshot(meeting, actor, here.release, here.live.clock())) if actor else None
    if actor:
        ns = {stream: meeting.board(stream).n for stream in streams_of(meeting, actor)}
        note_reading(here.live, seat, "page", ns)
    waits = None if actor else waiting(meeting, attendee, seat.device, here.release, here.live.clock())["you"]
    return render_template(
        template,
        first=first,
        waits=waits,
        # Whoever signs in goes straight in, and so does whoever leads the meeting.
        knocks=meeting.template.role(attendee.role).waits and not seat.staff_session,
        tells=None if actor else _whom_the_door_tells(meeting),
        called=called(named(meeting)) if first else {},
        whole_names=whole_names(named(meeting)) if first else {},
        **frame,
    )


def _frame(seat: Seat, meeting: Meeting, attendee: Attendee) -> dict[str, str]:
    """Returns what every page of a seat says of itself, and nothing of what stands on the board."""
    here = site()
    return {
        "seat": seat.selector,
        "room": room_key(here.live.database, seat.meeting),
        "language_help": here.language_help if is_helped(meeting.template.role(attendee.role)) else "",
        "keep": key_for_unsent(seat, request.cookies.get(here.cookie, "")),
        "loads": "whole_board" if has_more(meeting.template) else "board",
    }


def has_more(template: Template) -> bool:
    """True if meetings of this kind have on their boards what conferences have not (static/board/all_kinds.js). The
    page of the others does not load it.
    """
    asked = (template.visits, template.updates, template.triggers, template.adult_questions, template.summaries)
    return any(asked)


def _whom_the_door_tells(meeting: Meeting) -> str:
    """Returns the name of the chair, or of another person who is told who waits. Empty if there is none."""
    first = next(iter(desk_of(meeting)), None)
    return find_person(meeting, first.person).name if first else ""


def _was_theirs(meeting: Meeting, attendee: Attendee, screen: str) -> bool:
    """True if this page was theirs. A person who had the controls or took the minutes, and loads that page again, comes
    back to the board. For all others there is no such page.
    """
    controls = meeting.room.get(Controls, "controls")
    taking = meeting.room.get(MinuteTaking, "minute_taking")
    if screen == "chair":
        held = controls is not None and any(one.holder == attendee.id for one in controls.earlier)
        return held or (controls is not None and controls.deputy == attendee.id)
    return taking is not None and any(one.holder == attendee.id for one in taking.earlier)


def screens_of(meeting: Meeting, attendee: Attendee) -> set[str]:
    """Returns the pages, besides the board, that are this attendee's now: their role's own, and the chair's if they
    steer.
    """
    return {meeting.template.role(attendee.role).screen, role_of(meeting, attendee).screen}
