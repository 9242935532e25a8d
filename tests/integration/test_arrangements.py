"""What staff wrote down of a meeting beside its log is in its record and in the names of its files."""

from pathlib import Path
from types import SimpleNamespace

import pytest
from flask import Flask

from meeting_server.domain.audiences import ROOM
from meeting_server.domain.reading import Arrangements
from meeting_server.http.files import CALENDAR, WORD, arrangements, file_answer
from meeting_server.services.arrangements import arrangements_of
from meeting_server.services.export import stored_record
from meeting_server.services.live_meeting import LiveMeetings
from meeting_server.services.prepare_meeting import Plan, PlannedPerson
from meeting_server.services.staff_meetings import CHAIR, MeetingRequest, make_meeting
from tests.scenes.builders import DAY, templates
from tests.scenes.sitting import make_accounts
from tests.servers.served import make_room, opened

WRITTEN = Arrangements("FAM 1", "Room 4, Station Road", "14:30")


def made(live: LiveMeetings) -> str:
    """A meeting that Asha made, about Pip."""
    (asha,) = make_accounts(live, "Asha")
    people = (
        PlannedPerson("pip", "Pip", child=True),
        PlannedPerson(CHAIR, "Asha", agency="social_care", role="chair"),
    )
    plan = Plan("A talk", templates()["three-column-map"], "A talk about Pip", "both", True, DAY, people)
    return make_meeting(live, plan, MeetingRequest(WRITTEN.reference, WRITTEN.starts, WRITTEN.place, asha, asha))


def test_the_record_has_what_staff_wrote_down_and_nothing_where_nobody_did(tmp_path: Path) -> None:
    with opened(tmp_path) as live:
        meeting, room = made(live), make_room(live)
        with live.database.reading() as connection:
            assert arrangements_of(connection, meeting) == WRITTEN
            assert arrangements_of(connection, room.id) is None
            record, without = (stored_record(connection, one, (ROOM,)) for one in (meeting, room.id))
    assert record
    assert record.head.arranged == WRITTEN
    assert without
    assert without.head.arranged is None


@pytest.mark.parametrize(("reference", "begins"), [("on", f"FAM-1_{DAY}_"), ("off", f"{DAY}_")])
def test_a_council_may_leave_the_reference_out_of_the_names_of_files(
    tmp_path: Path, reference: str, begins: str
) -> None:
    app = Flask("files")
    with opened(tmp_path) as live, app.test_request_context():
        meeting = live.meeting(made(live))
        site = SimpleNamespace(live=live, settings=SimpleNamespace(file_reference=reference))
        app.extensions["board"] = site
        assert arrangements(meeting) == WRITTEN
        for kind, name in ((WORD, "_record_DRAFT-"), (CALENDAR, "_record.ics")):
            says = file_answer(b"", kind, meeting, "record").headers["Content-Disposition"]
            assert says.startswith(f'attachment; filename="{begins}')
            assert name in says
            assert "Pip" not in says
