"""A goal answers a danger, a good thing helps with a worry, an action serves a goal (L6, D7)."""

import pytest

from meeting_server.domain.audiences import ROOM, To
from meeting_server.domain.ending.checks import gaps
from meeting_server.domain.ending.ending import MeetingEnded
from meeting_server.domain.points.actions import SetAction
from meeting_server.domain.points.answer_link import AnswerItem
from meeting_server.domain.points.move import MoveItem
from meeting_server.domain.points.take_back import TakeBackItem
from tests.scenes.builders import after, given, new, room
from tests.scenes.points import childs_words, item, point

DANGER, GOAL, STEP = new("danger"), new("goal"), new("step")


def board():
    return (
        given(room())
        .when("kit", point("danger", "We fear that Pip will be hurt.", category="danger"))
        .ok()
        .when("kit", point("goal", "Everyone is calm at home.", column="next", category="goal"))
        .ok()
        .when("marla", point("step", "Nana comes on Mondays.", column="next", category="step"))
        .ok()
    )


def answered():
    return board().when("kit", AnswerItem(GOAL, DANGER)).ok()


def test_a_goal_answers_a_danger_and_everybody_sees_it():
    linked = answered()
    assert linked.streams == [ROOM]
    assert item(linked.meeting, GOAL).answers == DANGER
    assert item(linked.meeting, DANGER).answers is None


def test_the_link_can_lead_elsewhere_or_be_taken_off():
    assert item(answered().when("kit", AnswerItem(GOAL, STEP)).ok().meeting, GOAL).answers == STEP
    assert item(answered().when("kit", AnswerItem(GOAL)).ok().meeting, GOAL).answers is None


def test_an_action_keeps_its_owner_and_its_text_when_it_is_linked():
    linked = answered().when("ines", SetAction(STEP, (new("person:kit"),))).ok().when("marla", AnswerItem(STEP, GOAL))
    step = item(linked.ok().meeting, STEP)
    assert (step.answers, step.action.owners, step.version) == (GOAL, (new("person:kit"),), 1)


@pytest.mark.parametrize("who", ["ines", "tolly", "marla"])
def test_whoever_may_change_the_point_may_link_it(who):
    assert answered().when(who, AnswerItem(STEP, GOAL)).code is None


def test_others_may_not():
    assert answered().when("odile", AnswerItem(STEP, GOAL)).code == "not_yours"


def test_a_point_never_answers_itself_nor_what_answers_it():
    assert board().when("kit", AnswerItem(GOAL, GOAL)).code == "answers_itself"
    assert answered().when("kit", AnswerItem(DANGER, GOAL)).code == "answers_in_a_ring"
    three = answered().when("ines", AnswerItem(STEP, GOAL)).ok()
    assert three.when("ines", AnswerItem(DANGER, STEP)).code == "answers_in_a_ring"
    assert three.when("ines", AnswerItem(DANGER)).code is None


def test_an_action_with_an_owner_makes_no_ring_either():
    served = board().when("ines", AnswerItem(GOAL, STEP)).ok()
    owners = (new("person:kit"),)
    assert served.when("ines", SetAction(STEP, owners, answers=GOAL)).code == "answers_in_a_ring"
    assert served.when("ines", SetAction(STEP, owners, answers=STEP)).code == "answers_itself"
    assert served.when("ines", SetAction(STEP, owners, answers=DANGER)).code is None


def test_it_answers_only_what_stands_on_its_own_board():
    assert board().when("kit", AnswerItem(GOAL, new("nothing"))).code == "not_found"
    held = board().when("tamsin", childs_words()).ok()
    assert held.when("ines", AnswerItem(GOAL, new("words"))).code == "not_found"
    assert held.when("ines", AnswerItem(new("words"), GOAL)).code == "held"


def test_what_was_taken_back_is_not_answered_anew():
    back = answered().when("kit", TakeBackItem(DANGER)).ok()
    assert back.when("marla", AnswerItem(STEP, DANGER)).code == "taken_back"
    assert back.when("kit", AnswerItem(DANGER, STEP)).code == "taken_back"
    assert item(back.meeting, GOAL).answers == DANGER


@pytest.mark.parametrize("category", [None, "strength", "safety"])
def test_a_good_thing_helps_with_a_danger_and_is_no_goal_that_answers_it(category):
    good = point("good", "Nana is there every night.", column="well", category=category)
    helped = board().when("marla", good).ok().when("marla", AnswerItem(new("good"), DANGER)).ok()
    assert [gap.things for gap in gaps(helped.meeting) if gap.check == "dangers_unanswered"] == [(DANGER,)]
    both = helped.when("kit", AnswerItem(GOAL, DANGER)).ok()
    assert not [gap for gap in gaps(both.meeting) if gap.check == "dangers_unanswered"]


def test_a_link_stays_when_a_point_moves():
    moved = answered().when("kit", MoveItem(DANGER, "worries", "harm")).ok()
    assert item(moved.meeting, GOAL).answers == DANGER


def test_links_are_put_right_in_the_draft():
    ended = given(after(board().meeting, [To(ROOM, MeetingEnded(()))]))
    assert ended.when("tolly", AnswerItem(GOAL, DANGER)).code is None
    assert given(room(opened=False)).when("tolly", AnswerItem(GOAL, DANGER)).code == "wrong_state"
