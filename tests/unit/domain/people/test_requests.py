"""What a person asks of those who run the meeting: to be typed for, and to leave."""

import json

from meeting_server.domain.audiences import DESK, ROOM, own_stream
from meeting_server.domain.people.persons import find_attendee
from meeting_server.domain.people.requests import AnswerRequest, AskToType, Request, SayLeaving, request_id
from tests.scenes.builders import attendee, given, room
from tests.scenes.points import boards

MARLA = attendee("marla")
TYPE, LEAVING = request_id(MARLA, "type"), request_id(MARLA, "leaving")


def request(outcome, id, stream=DESK):
    return outcome.meeting.board(stream).get(Request, id)


def test_type_for_me_is_known_to_the_chairs_desk_and_to_whoever_asked_and_to_nobody_else():
    before = given(room())
    asked = before.when("marla", AskToType()).ok()
    assert set(asked.streams) == {DESK, own_stream(MARLA)}
    for stream in (DESK, own_stream(MARLA)):
        assert request(asked, TYPE, stream) == Request(TYPE, MARLA, "type", "", asked.time)
    for who in ("kit", "odile", "sasha"):
        if attendee(who) and find_attendee(asked.meeting, attendee(who)):
            assert json.dumps(boards(asked.meeting, who)) == json.dumps(boards(before.meeting, who))


def test_whoever_can_type_again_says_so_and_the_request_is_gone():
    asked = given(room()).when("marla", AskToType()).ok()
    gone = asked.when("marla", AskToType(wanted=False)).ok()
    assert request(gone, TYPE) is None
    assert request(gone, TYPE, own_stream(MARLA)) is None
    assert gone.when("marla", AskToType(wanted=False)).code == "no_request"


def test_an_answered_request_says_so_on_both_sides_until_it_is_asked_anew():
    done = given(room()).when("marla", AskToType()).ok().when("tolly", AnswerRequest(TYPE)).ok()
    assert request(done, TYPE).answered
    assert request(done, TYPE, own_stream(MARLA)).answered
    assert not request(done.when("marla", AskToType()).ok(), TYPE).answered


def test_whoever_answers_is_told_of_the_desk_so_that_their_page_waits_for_the_row_to_go():
    done = given(room()).when("marla", AskToType()).ok().when("ines", AnswerRequest(TYPE)).ok()
    assert done.streams[0] == DESK


def test_i_have_to_go_says_when_and_takes_nobody_out():
    said = given(room()).when("marla", SayLeaving("11:00")).ok()
    assert (request(said, LEAVING).said, request(said, LEAVING).what) == ("11:00", "leaving")
    assert find_attendee(said.meeting, MARLA).attendance == "here"
    later = said.when("marla", SayLeaving("in 10 minutes")).ok()
    assert request(later, LEAVING).said == "in 10 minutes"
    assert ROOM not in said.streams + later.streams


def test_i_have_to_go_needs_a_time():
    assert given(room()).when("marla", SayLeaving(" ")).code == "when_missing"


def test_a_request_nobody_made_cannot_be_answered():
    assert given(room()).when("ines", AnswerRequest(TYPE)).code == "not_found"
    assert given(room()).when("ines", AnswerRequest("anything")).code == "not_found"


def test_somebody_may_ask_before_the_meeting_starts():
    assert request(given(room(opened=False)).when("marla", AskToType()).ok(), TYPE)
