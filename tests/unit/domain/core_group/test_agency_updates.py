"""What each agency tells; and that one which told nothing is never taken to have no concerns."""

from dataclasses import replace

import pytest

from meeting_server.domain.core_group.agency_updates import ClearUpdate, GiveUpdate, Update, asked_agencies, silent
from meeting_server.domain.ending.checks import gaps
from tests.scenes.builders import given, person, room
from tests.scenes.core_group import PIP, SORREL, TOLD, busy, core
from tests.scenes.points import on_screen


def test_an_agency_tells_of_one_child_or_of_all_of_them():
    said = busy()
    found = {one.id: (one.person, one.text) for one in said.meeting.room.each(Update)}
    assert found == {
        f"health:{SORREL}": (person("nell"), TOLD), "school:all": (person("ivo"), "All three came every day."),
    }  # fmt: skip


def test_an_invited_agency_that_told_nothing_of_a_child_is_silent_whether_or_not_somebody_came():
    asked = asked_agencies(core(absent=("rowan",)))
    assert "police" in asked
    assert "family" not in asked
    meeting = busy().meeting
    assert set(silent(meeting, SORREL)) == set(asked_agencies(meeting)) - {"health", "school"}
    assert "health" in silent(meeting, PIP), "what was told of Sorrel is not told of Pip"


def test_silence_is_missed_at_the_end():
    assert any(gap.check == "updates_missing" and SORREL in gap.things for gap in gaps(busy().meeting))


def test_what_was_told_before_is_kept():
    said = busy().when("nell", GiveUpdate("It is 140 g.", SORREL)).ok()
    one = said.meeting.room.get(Update, f"health:{SORREL}")
    assert one is not None
    assert (one.text, [was.text for was in one.earlier]) == ("It is 140 g.", [TOLD])


@pytest.mark.parametrize("who", ["marla", "pip"])
def test_family_and_children_tell_theirs_on_the_board(who):
    assert given(core()).when("kit", GiveUpdate("They are well.", person=person(who))).code == "no_agency"


def test_a_report_only_gp_has_what_they_told_typed_for_them():
    sent = GiveUpdate("Seen on 20 March.", person=person("lark"), source="Report of 12 March")
    assert given(core()).when("tolly", replace(sent, source="")).code == "source_due"
    said = given(core()).when("tolly", sent).ok()
    assert said.meeting.room.get(Update, "health:all") is not None


def test_a_meeting_whose_template_does_not_ask_takes_none():
    assert given(room()).when("nell", GiveUpdate(TOLD)).code == "no_updates"
    assert given(core()).when("nell", GiveUpdate(TOLD, person("nell"))).code == "unknown_child"


def test_words_that_should_not_be_there_go_for_good():
    said = busy()
    assert said.when("kit", ClearUpdate("health", SORREL)).code == "not_yours"
    said = said.when("nell", ClearUpdate("health", SORREL)).ok()
    assert len(said.said[0].redacts) == 1
    assert not on_screen(said.meeting, "tolly", TOLD)
    assert said.when("nell", ClearUpdate("health", SORREL)).code == "not_found"
