"""Reports received: from people at the meeting, and from people who sent only a report."""

import pytest

from meeting_server.domain.agenda.reports import NoteReport, Report
from meeting_server.domain.people.add_person import AddPerson
from tests.scenes.builders import given, new, person, room
from tests.scenes.points import boards

GP = new("gp")


def test_a_report_is_noted_for_people_at_the_meeting_and_for_those_who_only_sent_one():
    named = given(room()).when("tolly", AddPerson(GP, "Dr Lark Ottermere", "family doctor")).ok()
    noted = (
        named.when("tolly", NoteReport(GP, "late", "no")).ok().when("ines", NoteReport(person("kit"), "received")).ok()
    )
    assert noted.meeting.room.get(Report, GP) == Report(GP, "late", "no", noted.time - 60_000)
    assert noted.meeting.room.get(Report, person("kit")).family_saw == "not_known"
    assert GP in boards(noted.meeting, "marla")["everyone"]["things"]["reports"]


def test_a_note_about_a_report_is_changed_or_taken_away():
    noted = given(room()).when("tolly", NoteReport(person("kit"), "late", "yes")).ok()
    again = noted.when("tolly", NoteReport(person("kit"), "received", "yes")).ok()
    assert again.meeting.room.get(Report, person("kit")).state == "received"
    gone = again.when("tolly", NoteReport(person("kit"), None)).ok()
    assert gone.meeting.room.get(Report, person("kit")) is None
    assert gone.patches[0][1]["gone"] == {"reports": [person("kit")]}


@pytest.mark.parametrize("state", ["not_received", None])
def test_a_report_that_did_not_come_was_not_seen(state):
    assert given(room()).when("tolly", NoteReport(person("kit"), state, "yes")).code == "not_seen"
    assert given(room()).when("tolly", NoteReport(new("nobody"), "received")).code == "not_found"
