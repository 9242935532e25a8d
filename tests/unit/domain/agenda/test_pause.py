"""I need a pause: everyone's screen goes calm, and nobody can find out who asked."""

import json

import pytest

from meeting_server.domain.agenda.pause import PauseMeeting, ResumeMeeting
from meeting_server.domain.ending.checks import CHECKS
from meeting_server.domain.ending.ending import EndMeeting, Reason
from meeting_server.domain.facts import Pause
from meeting_server.domain.kinds import plain
from meeting_server.domain.numbers.rounds import AskNumbers
from meeting_server.domain.numbers.save_number import SaveNumber
from meeting_server.domain.points.items import ChangeItem
from tests.scenes.builders import LATER, attendee, given, new, person, room
from tests.scenes.made_up_runs import PEOPLE, furnished
from tests.scenes.points import boards, point


def test_anyone_in_the_room_may_ask_and_the_chair_goes_on():
    paused = given(room()).when("marla", PauseMeeting()).ok()
    assert (paused.meeting.state, paused.meeting.facts.pauses) == ("paused", (Pause(paused.time),))
    assert paused.when("marla", ResumeMeeting()).code == "may_not"
    going_on = paused.when("ines", ResumeMeeting()).ok()
    assert (going_on.meeting.state, going_on.meeting.facts.pauses) == (
        "open",
        (Pause(paused.time, paused.time + LATER),),
    )


def test_a_second_press_changes_nothing():
    paused = given(room()).when("marla", PauseMeeting()).ok()
    assert paused.when("odile", PauseMeeting()).code == "wrong_state"


def test_a_meeting_that_has_not_started_needs_no_pause():
    assert given(room(opened=False)).when("marla", PauseMeeting()).code == "wrong_state"


def test_every_pause_is_kept_by_its_times_alone():
    twice = given(room()).when("marla", PauseMeeting()).when("ines", ResumeMeeting()).when("kit", PauseMeeting()).ok()
    assert [one.to_at is None for one in twice.meeting.facts.pauses] == [False, True]
    assert set(plain(twice.meeting.facts.pauses[0])) == {"from_at", "to_at"}


def test_the_end_of_the_meeting_ends_the_pause():
    paused = given(room()).when("marla", PauseMeeting()).ok()
    ended = paused.when("ines", EndMeeting(tuple(Reason(check, "Because.") for check in CHECKS))).ok()
    assert ended.meeting.facts.pauses == (Pause(paused.time, ended.time),)


def test_what_was_on_its_way_when_somebody_asked_is_not_lost():
    asked = given(room()).when("ines", AskNumbers(new("round"), "safety", (person("pip"),))).ok()
    written = asked.when("kit", point("first")).ok()
    paused = written.when("marla", PauseMeeting()).ok()
    assert paused.when("kit", point("in flight")).ok()
    assert paused.when("kit", ChangeItem(new("first"), 1, "Other words.")).ok()
    assert paused.when("marla", SaveNumber(new("round"), person("pip"), "number", 4)).ok()


def heard(who_asks, listener):
    """All that one person hears of a pause and what follows, byte for byte, when this person asked for it."""
    outcome = given(furnished()).when(who_asks, PauseMeeting()).ok()
    patches = list(outcome.patches)
    asked = json.dumps([boards(outcome.meeting, listener), plain(outcome.events)])
    outcome = outcome.when("ines", ResumeMeeting()).ok()
    patches += outcome.patches
    return asked + json.dumps([patches, boards(outcome.meeting, listener)])


@pytest.mark.parametrize("listener", PEOPLE)
def test_not_a_byte_says_who_asked(listener):
    assert len({heard(who, listener) for who in PEOPLE}) == 1


def test_the_events_name_nobody():
    outcome = given(room()).when("marla", PauseMeeting()).ok()
    said = json.dumps([plain(outcome.events), outcome.patches])
    assert attendee("marla") not in said
    assert person("marla") not in said
    assert plain(outcome.events) == [{}]
