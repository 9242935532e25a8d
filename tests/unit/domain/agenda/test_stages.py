"""The agenda: its steps, the timer, and whose turn it is."""

import pytest

from meeting_server.domain.agenda.pause import PauseMeeting, ResumeMeeting
from meeting_server.domain.agenda.stages import STEPS_REMEMBERED, Agenda, GoToStage
from meeting_server.domain.agenda.timer import StartTimer, StopTimer, Timer
from meeting_server.domain.agenda.turns import EndTurns, NextTurn, StartTurns, Turns
from tests.scenes.builders import LATER, given, new, person, room, templates

FAMILY_FIRST = (person("marla"), person("odile"), person("kit"))


def agenda(outcome):
    return outcome.meeting.room.get(Agenda, "agenda")


def timer(outcome):
    return outcome.meeting.room.get(Timer, "timer")


def turns(outcome):
    return outcome.meeting.room.get(Turns, "turns")


def test_a_meeting_is_at_no_step_until_the_chair_opens_one():
    assert agenda(given(room()).when("ines", StopTimer())) is None


def test_the_chair_steps_forward_and_back_and_what_went_before_is_kept_for_undo():
    there = given(room()).when("ines", GoToStage("welcome")).ok().when("ines", GoToStage("well")).ok()
    assert (agenda(there).stage, agenda(there).since, agenda(there).earlier) == ("well", there.time, ("welcome",))
    back = there.when("ines", GoToStage("welcome")).ok()
    assert (agenda(back).stage, agenda(back).earlier) == ("welcome", ("welcome", "well"))


def test_the_present_step_opened_again_stays_as_it_is():
    once = given(room()).when("ines", GoToStage("well")).ok()
    assert agenda(once.when("ines", GoToStage("well")).ok()) == agenda(once)


def test_only_so_many_steps_are_remembered():
    outcome = given(room())
    for step in range(2 * STEPS_REMEMBERED):
        outcome = outcome.when("ines", GoToStage(("welcome", "well")[step % 2])).ok()
    assert len(agenda(outcome).earlier) == STEPS_REMEMBERED
    assert agenda(outcome).earlier[-1] == "welcome"


def test_a_step_the_template_does_not_have_is_refused():
    assert given(room()).when("ines", GoToStage("no_such_step")).code == "unknown_stage"


def test_the_first_step_can_be_opened_before_the_meeting_starts():
    assert agenda(given(room(opened=False)).when("ines", GoToStage("welcome")).ok()).stage == "welcome"


@pytest.mark.parametrize("template", templates())
def test_every_step_of_our_templates_can_be_opened(template):
    outcome = given(room(template, only=("pip", "ines")))
    for stage in templates()[template].stages:
        outcome = outcome.when("ines", GoToStage(stage.key)).ok()
        assert agenda(outcome).stage == stage.key


def test_a_timer_runs_from_the_servers_clock_until_it_is_stopped():
    started = given(room()).when("ines", StartTimer(540)).ok()
    assert (timer(started).started_at, timer(started).seconds, timer(started).running) == (started.time, 540, True)
    stopped = started.when("ines", StopTimer()).ok()
    assert not timer(stopped).running
    assert stopped.when("ines", StopTimer()).code == "no_timer"


def test_a_pause_uses_up_nobodys_time():
    paused = given(room()).when("ines", StartTimer(540)).ok().when("marla", PauseMeeting()).ok()
    resumed = paused.when("ines", ResumeMeeting()).ok()
    assert timer(resumed).started_at == timer(paused).started_at + LATER


def test_a_timer_that_was_over_or_stopped_before_the_pause_is_not_wound_back():
    for end in (lambda one: one.when("ines", StopTimer()).ok(), lambda one: one):
        before = end(given(room()).when("ines", StartTimer(10)).ok())
        resumed = before.when("marla", PauseMeeting()).ok().when("ines", ResumeMeeting()).ok()
        assert timer(resumed) == timer(before)


def test_turns_go_round_once_in_the_order_the_chair_gave():
    outcome = given(room()).when("ines", StartTurns(FAMILY_FIRST)).ok()
    for at in range(len(FAMILY_FIRST)):
        assert (turns(outcome).people, turns(outcome).at, turns(outcome).running) == (FAMILY_FIRST, at, True)
        outcome = outcome.when("ines", NextTurn(at)).ok()
    assert not turns(outcome).running
    assert outcome.when("ines", NextTurn()).code == "no_turns"


def test_two_presses_do_not_leave_somebody_out():
    once = given(room()).when("ines", StartTurns(FAMILY_FIRST)).ok().when("ines", NextTurn(0)).ok()
    assert once.when("ines", NextTurn(0)).code == "turn_over"
    assert turns(once).at == 1


def test_turns_can_be_ended_before_the_last_and_begun_anew_in_another_order():
    running = given(room()).when("ines", StartTurns(FAMILY_FIRST)).ok().when("ines", NextTurn()).ok()
    anew = running.when("ines", StartTurns(FAMILY_FIRST[::-1])).ok()
    assert (turns(anew).people[0], turns(anew).at) == (person("kit"), 0)
    ended = anew.when("ines", EndTurns()).ok()
    assert not turns(ended).running
    assert ended.when("ines", EndTurns()).code == "no_turns"


def test_an_order_names_people_of_this_meeting_each_once():
    start = given(room())
    assert start.when("ines", StartTurns(())).code == "nobody"
    assert start.when("ines", StartTurns((person("marla"),) * 2)).code == "twice"
    assert start.when("ines", StartTurns((new("stranger"),))).code == "not_found"


def test_somebody_without_a_device_or_an_invitation_can_have_a_turn():
    assert turns(given(room()).when("ines", StartTurns((person("pip"),))).ok()).people == (person("pip"),)
