"""When and where a meeting is, and whom to ring, is for the chair's desk."""

from meeting_server.domain.audiences import DESK, To
from meeting_server.domain.board import snapshot_of
from meeting_server.domain.dates.arrangement import Arrangement, ArrangementStated, arrangement_of
from tests.scenes.builders import after, prepared

ONLY = ("ines", "marla", "pip")


def test_what_was_stated_last_stands():
    meeting = after(
        prepared(only=ONLY),
        [
            To(DESK, ArrangementStated("10:00", "Room 4")),
            To(DESK, ArrangementStated("14:30", "Room 5", "Asha", "01632 960001", "2026-04-01")),
        ],
    )
    assert arrangement_of(meeting) == Arrangement(
        "arrangement", "14:30", "Room 5", "Asha", "01632 960001", "2026-04-01"
    )


def test_a_meeting_of_before_has_an_empty_one():
    assert arrangement_of(prepared(only=ONLY)) == Arrangement()


def test_no_board_but_the_desks_says_where_somebody_will_be():
    meeting = after(prepared(only=ONLY), [To(DESK, ArrangementStated("10:00", "Room 4"))])
    assert "arrangement" not in snapshot_of(meeting.room)["things"]
