"""The minute-taker's note for each step."""

import pytest

from meeting_server.domain.agenda.reports import NoteReport
from meeting_server.domain.agenda.stage_notes import NoteStage, StageNote
from meeting_server.domain.audiences import ROOM
from tests.scenes.builders import attendee, given, person, room, templates

STEP = templates()["three-column-map"].stages[0].key


def test_each_step_has_one_note_which_everyone_hears():
    first = given(room()).when("tolly", NoteStage(STEP, 0, "The chair welcomed everybody.")).ok()
    note = first.meeting.room.get(StageNote, STEP)
    assert note == StageNote(STEP, "The chair welcomed everybody.", 1, attendee("tolly"), first.time, note.sources)
    assert first.streams == [ROOM]
    second = first.when("ines", NoteStage(STEP, 1, "The chair welcomed all.")).ok()
    assert second.meeting.room.get(StageNote, STEP).version == 2
    assert second.meeting.room.get(StageNote, STEP).by == attendee("ines")
    cleared = second.when("tolly", NoteStage(STEP, 2, "")).ok()
    assert cleared.meeting.room.get(StageNote, STEP).text == ""


def test_whoever_was_slower_gets_both_texts():
    first = given(room()).when("tolly", NoteStage(STEP, 0, "One.")).ok()
    slower = first.when("ines", NoteStage(STEP, 0, "Another."))
    assert slower.code == "changed"
    assert slower.refused.more == {"text": "One.", "version": 1}
    assert given(room()).when("tolly", NoteStage(STEP, 3, "Another.")).refused.more == {"text": "", "version": 0}


def test_there_is_no_note_for_a_step_the_meeting_does_not_have():
    assert given(room()).when("tolly", NoteStage("dinner", 0, "Soup.")).code == "unknown_stage"


@pytest.mark.parametrize("who", ["marla", "kit", "tamsin", "juno"])
def test_notes_and_reports_are_the_minute_takers_and_the_chairs(who):
    assert given(room()).when(who, NoteStage(STEP, 0, "Mine.")).code == "may_not"
    assert given(room()).when(who, NoteReport(person("kit"), "received")).code == "may_not"
