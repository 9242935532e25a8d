"""A point about what needs to happen becomes an action when it has an owner; there are not two lists (D12)."""

import pytest

from meeting_server.domain.points.actions import AcceptAction, SetAction
from meeting_server.domain.points.move import MoveItem
from meeting_server.domain.points.take_back import TakeBackItem
from tests.scenes.builders import Given, attendee, given, new, person, room, without_device
from tests.scenes.points import item, point

STEP = new("point")
DUE = "2026-04-23"


def step(**more):
    return given(room()).when("kit", point(text="Ring the school each Monday.", column="next", **more)).ok()


def agreed(owners=("ivo", "dorran"), **more):
    return (
        step()
        .when("kit", SetAction(STEP, tuple(map(person, owners)), DUE, "No missed Monday", "Kit rings", **more))
        .ok()
    )


def test_an_action_says_who_by_when_how_we_will_know_and_what_if_not():
    action = item(agreed().meeting, STEP).action
    assert action.owners == (person("ivo"), person("dorran"))
    assert (action.by, action.measure, action.if_not, action.accepted) == (DUE, "No missed Monday", "Kit rings", ())


def test_without_an_owner_it_is_a_plain_point_again():
    assert item(agreed().when("kit", SetAction(STEP, ())).ok().meeting, STEP).action is None


def test_an_owner_named_twice_is_one_owner_and_must_be_somebody():
    twice = step().when("kit", SetAction(STEP, (person("ivo"), person("ivo")))).ok()
    assert item(twice.meeting, STEP).action.owners == (person("ivo"),)
    assert step().when("kit", SetAction(STEP, (new("nobody"),))).code == "not_found"


def test_only_a_point_about_what_needs_to_happen_has_an_owner():
    worry = given(room()).when("kit", point()).ok()
    assert worry.when("kit", SetAction(STEP, (person("ivo"),))).code == "not_an_action_column"


def test_an_action_leaves_its_column_only_without_its_owner():
    assert agreed().when("kit", MoveItem(STEP, "worries")).code == "has_owner"
    assert agreed().when("kit", MoveItem(STEP, "next", "step")).code is None
    assert agreed().when("kit", SetAction(STEP, ())).ok().when("kit", MoveItem(STEP, "worries")).code is None


def test_whoever_may_change_the_point_may_say_who_does_it():
    assert step().when("marla", SetAction(STEP, (person("marla"),))).code == "not_yours"
    assert step().when("ines", SetAction(STEP, (person("marla"),))).code is None


def test_an_action_serves_a_danger_or_goal_that_is_there():
    danger = step().when("ines", point("danger", "Pip hides alone.", category="danger")).ok()
    serves = danger.when("kit", SetAction(STEP, (person("ivo"),), answers=new("danger"))).ok()
    assert item(serves.meeting, STEP).answers == new("danger")
    assert danger.when("kit", SetAction(STEP, (), answers=new("nothing"))).code == "not_found"


def test_an_owner_accepts_for_themselves_and_once():
    once = agreed().when("ivo", AcceptAction(STEP)).ok()
    twice = once.when("ivo", AcceptAction(STEP)).ok()
    (one,) = item(twice.meeting, STEP).action.accepted
    assert (one.person, one.typed_by, one.at) == (person("ivo"), attendee("ivo"), once.time)


def test_somebody_without_a_device_accepts_aloud_and_who_typed_it_is_kept():
    start = Given(without_device(agreed(("odile",)).meeting, "odile"))
    said = start.when("tolly", AcceptAction(STEP, person("odile"))).ok()
    (one,) = item(said.meeting, STEP).action.accepted
    assert (one.person, one.typed_by) == (person("odile"), attendee("tolly"))
    assert start.when("kit", AcceptAction(STEP, person("odile"))).code == "may_not_type_for"
    assert start.when("marla", AcceptAction(STEP, person("odile"))).code == "may_not_type_for"


def test_nobody_accepts_for_somebody_who_is_here_on_a_device_or_is_not_here():
    assert agreed(("odile",)).when("tolly", AcceptAction(STEP, person("odile"))).code == "own_device"
    assert agreed().when("tolly", AcceptAction(STEP, person("dorran"))).code == "may_not_type_for"


@pytest.mark.parametrize("who", ["kit", "marla", "ines"])
def test_nobody_accepts_what_is_not_theirs(who):
    assert agreed().when(who, AcceptAction(STEP)).code == "not_the_owner"
    assert step().when(who, AcceptAction(STEP)).code == "not_the_owner"


def test_an_acceptance_stands_until_what_was_accepted_changes():
    start = agreed().when("ivo", AcceptAction(STEP)).ok()

    def accepted(**change):
        facts = {
            "owners": (person("ivo"), person("dorran")),
            "by": DUE,
            "measure": "No missed Monday",
            "if_not": "Kit rings",
        }
        changed = start.when("kit", SetAction(STEP, **(facts | change))).ok()
        return tuple(one.person for one in item(changed.meeting, STEP).action.accepted)

    assert accepted() == (person("ivo"),)
    assert accepted(if_not="Saffron rings") == (person("ivo"),)
    assert accepted(owners=(person("ivo"), person("nell"))) == (person("ivo"),)
    assert accepted(owners=(person("nell"),)) == ()
    assert accepted(by="2026-05-01") == ()
    assert accepted(measure="Two missed at most") == ()


def test_an_action_taken_back_is_nobodys():
    back = agreed().when("kit", TakeBackItem(STEP)).ok()
    assert item(back.meeting, STEP).action is None
    assert back.when("ivo", AcceptAction(STEP)).code == "not_the_owner"
