"""The agenda: its steps, one after the other, and back."""

import pytest

from meeting_server.domain.agenda.stages import STEPS_REMEMBERED, Agenda, CallTogether, GoToStage
from meeting_server.domain.agenda.timer import StopTimer
from tests.scenes.builders import given, room, templates


def agenda(outcome):
    return outcome.meeting.room.get(Agenda, "agenda")


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


def test_the_chair_asks_everybody_to_come_and_the_step_stays_as_it_is():
    there = given(room()).when("ines", GoToStage("well")).ok()
    called = there.when("ines", CallTogether()).ok()
    assert (agenda(called).stage, agenda(called).since, agenda(called).called) == (
        "well",
        agenda(there).since,
        called.time,
    )
    assert agenda(called.when("ines", GoToStage("worries")).ok()).called is None


def test_nobody_is_asked_to_come_while_no_step_is_open():
    assert given(room()).when("ines", CallTogether()).code == "no_step_open"
