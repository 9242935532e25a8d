"""How a meeting starts and ends, and what the lock does."""

import pytest

from meeting_server.domain.audiences import own_stream
from meeting_server.domain.board import snapshot_of
from meeting_server.domain.ending.ending import (
    CheckAnswer,
    EndMeeting,
    FinishMeeting,
    OpenMeeting,
    OwnStreamCleared,
    Reason,
)
from meeting_server.domain.numbers.rounds import AskNumbers
from meeting_server.domain.numbers.save_number import SaveNumber
from meeting_server.domain.numbers.show_numbers import ShowNumbers
from meeting_server.domain.people.admission import actor_of
from meeting_server.domain.points.items import ChangeItem
from meeting_server.domain.points.views import ConfirmWords
from tests.scenes.builders import attendee, device, given, new, person, room
from tests.scenes.ending import ALL_CHECKS, PIP, ended, finished, laptop, signs_in, start
from tests.scenes.points import boards, childs_words, on_screen, point


def test_a_meeting_opens_once():
    opened = given(room(opened=False)).when("ines", OpenMeeting()).ok()
    assert (opened.meeting.state, opened.meeting.facts.opened_at) == ("open", opened.time)
    assert opened.when("ines", OpenMeeting()).code == "wrong_state"


def test_what_blocks_must_be_put_right_before_the_end():
    asked = start().when("ines", AskNumbers(new("round"), "safety", (PIP,))).ok()
    blocked = asked.when("ines", EndMeeting(tuple(Reason(key, "In a hurry.") for key in ALL_CHECKS)))
    assert blocked.code == "blocked"
    assert blocked.refused.more["fields"].keys() == {"numbers_sealed"}


def test_every_other_gap_needs_a_reason_in_words():
    for reasons in ((), (Reason("numbers_asked", "Too soon."),), (Reason("rating_missing", "   "),)):
        refused = start().when("ines", EndMeeting(reasons))
        assert refused.code == "reason_missing"
        assert "rating_missing" in refused.refused.more["fields"]


def test_the_reasons_stand_on_the_board_and_only_for_what_was_missing():
    outcome = ended()
    answers = {one.id: one.reason for one in outcome.meeting.room.each(CheckAnswer)}
    assert answers == {key: f"Because of {key}." for key in ("numbers_asked", "decision_missing", "rating_missing")}
    assert (outcome.meeting.state, outcome.meeting.facts.ended_at) == ("ended", outcome.time)


def test_the_room_is_not_told_that_a_childs_words_still_wait():
    quiet = ended()
    held = ended(start().when("tamsin", childs_words()).ok())
    for who in ("marla", "kit", "juno"):
        there, here = boards(held.meeting, who)["everyone"], boards(quiet.meeting, who)["everyone"]
        assert there["things"]["check_answers"].keys() == here["things"]["check_answers"].keys()
        assert there["n"] == here["n"]
    assert held.meeting.desk.get(CheckAnswer, "child_words_waiting").reason == "Because of child_words_waiting."


def test_after_the_end_nothing_new_is_said_and_the_draft_is_put_right():
    outcome = ended(start().when("tolly", point(speaker=person("marla"))).ok())
    assert outcome.when("marla", point("late")).code == "wrong_state"
    assert outcome.when("tolly", ChangeItem(new("point"), 1, "As it was said.")).code is None
    assert outcome.when("marla", ConfirmWords(new("point"), True)).code is None


@pytest.mark.parametrize("typed", ["", "yes", "FINISHED", "finish it"])
def test_nobody_locks_the_record_by_a_slip_of_the_hand(typed):
    assert ended().when("ines", FinishMeeting(typed)).code == "not_confirmed"


def test_the_lock_needs_an_ended_meeting():
    assert start().when("ines", FinishMeeting("FINISH")).code == "wrong_state"


def test_finishing_clears_every_own_stream_and_its_log():
    said = start().when("tamsin", childs_words()).ok().when("ines", AskNumbers(new("round"), "safety", (PIP,))).ok()
    said = said.when("marla", SaveNumber(new("round"), PIP, "number", 4, "Because it is so.")).ok()
    said = said.when("ines", ShowNumbers(new("round"))).ok()
    outcome = finished(said)
    assert outcome.meeting.state == "finished"
    cleared = {to.stream: to.redacts for to in outcome.said if isinstance(to.event, OwnStreamCleared)}
    assert cleared == {own_stream(attendee("tamsin")): (1,), own_stream(attendee("marla")): (1,)}
    for stream in cleared:
        assert snapshot_of(outcome.meeting.board(stream)) == {"n": 2, "things": {}}
    assert on_screen(outcome.meeting, "ines", "Because it is so.")


def test_once_finished_nobody_is_in_by_a_link_and_of_those_who_signed_in_only_who_keeps_the_record():
    meeting = finished().meeting
    everybody = ("ines", "tolly", "kit", "marla", "tamsin", "juno")
    assert {who for who in everybody if actor_of(meeting, attendee(who), device(who))} == {"ines"}, (
        "the chair has no link"
    )
    for who in everybody:
        meeting = signs_in(meeting, who)
    assert {who for who in everybody if actor_of(meeting, attendee(who), laptop(who))} == {"ines", "tolly"}
