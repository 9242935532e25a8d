"""The minutes pass from hand to hand, one person at a time, and with them the minute-taker's desk and page."""

import pytest

from meeting_server.domain.agenda.stage_notes import NoteStage
from meeting_server.domain.asides.let_in import LetIn
from meeting_server.domain.audiences import PROFESSIONALS, ROOM
from meeting_server.domain.people.admission import role_of
from meeting_server.domain.people.leave import Leave
from meeting_server.domain.people.minute_taking import HandMinutes, MinuteTaking
from meeting_server.domain.people.persons import find_attendee
from meeting_server.domain.people.state_attendance import StateAttendance
from tests.scenes.builders import actor, attendee, given
from tests.scenes.core_group import core

NOTE = NoteStage("seen", 0, "Everybody was seen.")


def handed(to: str = "nell"):
    return given(core()).when("ines", HandMinutes(attendee(to))).ok()


def test_whoever_has_the_minutes_has_the_desk_and_the_page_and_may_note():
    said = handed()
    nell = actor(said.meeting, "nell")
    assert nell.role.screen == "minutes"
    assert "chairs_desk" in nell.role.audiences
    assert said.when("nell", NOTE).ok().refused is None


def test_there_is_one_minute_taker_at_a_time():
    said = handed()
    assert said.when("tolly", NOTE).code == "may_not"
    assert "chairs_desk" in actor(said.meeting, "tolly").role.audiences, "what they hear stays theirs"
    said = said.when("nell", HandMinutes(attendee("ivo"))).ok()
    assert said.when("nell", NOTE).code == "may_not"
    assert actor(said.meeting, "nell").role.audiences == (ROOM, PROFESSIONALS)
    assert said.when("ivo", NOTE).ok().refused is None


def test_it_is_kept_who_took_them_from_when_to_when():
    said = handed().when("nell", HandMinutes(attendee("ivo"))).when("ines", HandMinutes(None)).ok()
    taking = said.meeting.room.get(MinuteTaking, "minute_taking")
    assert taking is not None
    assert (taking.holder, [one.holder for one in taking.earlier]) == (None, [attendee("nell"), attendee("ivo")])
    assert said.when("tolly", NOTE).ok().refused is None


def test_a_core_group_without_a_minute_taker_hands_them_to_somebody_in_the_room():
    meeting = core(only=("ines", "kit", "nell", "marla", "sorrel"))
    assert given(meeting).when("ines", HandMinutes(attendee("kit"))).when("kit", NOTE).ok().refused is None


@pytest.mark.parametrize("who", ["marla", "odile", "tamsin", "juno", "ines"])
def test_the_desk_never_goes_to_family_or_to_those_who_speak_for_others(who):
    assert given(core()).when("tolly", HandMinutes(attendee(who))).code == "not_a_minute_taker"


def test_only_the_chair_and_whoever_has_them_hand_them_on():
    for who in ("nell", "marla"):
        assert given(core()).when(who, HandMinutes(attendee("nell"))).code == "may_not"
    assert handed().when("ines", HandMinutes(attendee("nell"))).code == "has_minutes"
    assert given(core(absent=("rowan",))).when("ines", HandMinutes(attendee("rowan"))).code == "not_found"


def test_whoever_leaves_takes_no_minutes_nor_by_coming_back():
    said = handed().when("nell", Leave()).ok()
    taking = said.meeting.room.get(MinuteTaking, "minute_taking")
    assert taking is not None
    assert taking.holder is None
    back = said.when("tolly", StateAttendance(attendee("nell"), "here", device=False)).ok()
    assert "minute" not in role_of(back.meeting, find_attendee(back.meeting, attendee("nell"))).powers


def test_whoever_takes_the_minutes_lets_people_in():
    said = given(core(absent=("rowan",))).when("ines", HandMinutes(attendee("nell"))).ok()
    assert said.when("nell", LetIn("00000000-0000-4000-8000-000000000000")).code == "not_found"
