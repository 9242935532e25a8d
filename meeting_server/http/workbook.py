"""The workbook by module as a Word file (W9), for staff who are in the meeting."""

from typing import Any

from flask import Blueprint, Response, abort, request

from ..documents import DocumentFailed, WorkbookBroken, turn_of, workbook_apart
from ..domain.audiences import ROOM
from ..domain.meeting import Meeting
from ..domain.people.actor import Actor
from ..domain.people.names import named, whole_names
from ..domain.record.workbook import filling_of
from ..domain.refused import Refused
from ..services.live_meeting import Seat
from ..services.seats import note_reading
from ..storage.workbook_files import NoWorkbookFile, workbook_file
from .access import my_actor, open_to, site
from .files import WORD, file_answer
from .languages import gettext

workbooks = Blueprint("workbook", __name__)


@workbooks.get("/board/<seat>/workbook.docx")
@open_to("actor")
def workbook(seat: str) -> Any:
    """Returns the workbook of the whole family, or of one child (`?child=`), from what everyone was told."""
    held, meeting, actor = my_actor(seat)
    if not may_have_workbook(meeting, actor):
        abort(404)
    return workbook_answer(meeting, held)


def may_have_workbook(meeting: Meeting, actor: Actor) -> bool:
    """True for staff, if the meeting's template has a workbook. It is theirs to work in; the family has the record."""
    return meeting.template.workbook is not None and actor.role.side == "professional"


def workbook_links(meeting: Meeting, at: str) -> tuple[tuple[str, str], ...]:
    """Returns words and address for the whole family and for each child; none if the template has no workbook."""
    if meeting.template.workbook is None:
        return ()
    children = meeting.children()
    family = (gettext("The workbook of the whole family (Word)"), f"{at}/workbook.docx")
    names = whole_names(named(meeting))
    each = (
        (gettext("%(child)s's workbook (Word)", child=names[one]), f"{at}/workbook.docx?child={one}")
        for one in children
    )
    return (family, *each)


def workbook_answer(meeting: Meeting, held: Seat) -> Response:
    """Returns the workbook that is asked for, as a Word file, and notes that it was read."""
    child = request.args.get("child") or None
    try:
        filling = filling_of(meeting, child)
        file = workbook_file(meeting.template.workbook, site().settings.workbooks_dir)
    except Refused:
        abort(404)
    except NoWorkbookFile as missing:
        return _broken(str(missing))
    note_reading(site().live, held, "workbook", {ROOM: meeting.board(ROOM).n})
    try:
        with site().live.measures.document("workbook"), turn_of(held.attendee, held.meeting):
            made = workbook_apart(filling, file)
    except WorkbookBroken as broken:
        return _broken(str(broken))
    except DocumentFailed:
        abort(503)
    return file_answer(made, WORD, meeting, "workbook", child)


def _broken(why: str) -> Response:
    """Says which Word file is wrong and why, for a person to pass on. It says nothing of a meeting."""
    says = gettext("The workbook can't be made. Tell whoever looks after the templates: %(why)s", why=why)
    return Response(says, status=503, mimetype="text/plain")
