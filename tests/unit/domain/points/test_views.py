"""Agreeing, seeing it differently, and saying whether one's words are right."""

import pytest

from meeting_server.domain.points.items import ChangeItem
from meeting_server.domain.points.views import AgreeItem, ConfirmWords, SeeDifferently, TakeBackView, View
from tests.scenes.builders import Given, attendee, given, new, person, room, without_device
from tests.scenes.points import item, point

POINT, VIEW = new("point"), new("view")


def said(by="kit", **more):
    return given(room()).when(by, point(**more)).ok()


def agreeing(outcome):
    return [one.person for one in item(outcome.meeting, POINT).agreed_by]


def test_those_who_agree_are_named_in_the_order_they_said_so_and_once():
    outcome = said()
    for who in ("marla", "ivo", "marla"):
        outcome = outcome.when(who, AgreeItem(POINT)).ok()
    assert agreeing(outcome) == [person("ivo"), person("marla")]
    back = outcome.when("ivo", AgreeItem(POINT, False)).ok()
    assert agreeing(back) == [person("marla")]
    (before,) = item(back.meeting, POINT).agreed_before
    assert (before.person, before.withdrawn_at) == (person("ivo"), back.time)


def test_nobody_agrees_with_their_own_point_nor_does_their_typist_for_them():
    assert said("marla").when("marla", AgreeItem(POINT)).code == "own_point"
    flat = Given(without_device(said("marla").meeting, "marla"))
    assert flat.when("tolly", AgreeItem(POINT, person=person("marla"))).code == "own_point"


def test_agreement_is_typed_for_somebody_without_a_device_and_says_who_typed_it():
    start = Given(without_device(said().meeting, "odile"))
    assert start.when("ivo", AgreeItem(POINT, person=person("odile"))).code == "may_not_type_for"
    agreed = start.when("tolly", AgreeItem(POINT, person=person("odile"))).ok()
    (one,) = item(agreed.meeting, POINT).agreed_by
    assert (one.person, one.typed_by) == (person("odile"), attendee("tolly"))


@pytest.mark.parametrize("who", ["kit", "fenno", "ines", "tolly"])
def test_nobody_agrees_or_differs_for_somebody_who_is_here_on_a_device(who):
    start = said("saffron")
    for command in (AgreeItem(POINT, person=person("marla")), SeeDifferently(VIEW, POINT, "No.", person("marla"))):
        assert start.when(who, command).code in ("own_device", "may_not_type_for")


def test_a_differing_view_stands_beside_the_point_and_changes_no_word_of_it():
    start = said()
    differs = start.when("marla", SeeDifferently(VIEW, POINT, "He had his pyjamas on.")).ok()
    view = differs.meeting.room.get(View, VIEW)
    assert (view.item, view.person, view.recorded_by) == (POINT, person("marla"), attendee("marla"))
    assert (view.text, view.at) == ("He had his pyjamas on.", differs.time)
    assert item(differs.meeting, POINT) == item(start.meeting, POINT)


def test_whoever_sees_it_differently_no_longer_agrees():
    start = said().when("marla", AgreeItem(POINT)).ok()
    differs = start.when("marla", SeeDifferently(VIEW, POINT, "Not like that.")).ok()
    assert agreeing(differs) == []


def test_one_can_see_ones_own_point_differently_later():
    assert said().when("kit", SeeDifferently(VIEW, POINT, "I have asked since.")).code is None


def test_a_view_needs_an_id_of_its_own_and_a_point_that_is_there():
    start = said().when("marla", SeeDifferently(VIEW, POINT, "Not so.")).ok()
    assert start.when("odile", SeeDifferently(VIEW, POINT, "Nor I.")).code == "id_taken"
    assert start.when("odile", SeeDifferently(new("other"), new("nothing"), "Nor I.")).code == "not_found"


@pytest.mark.parametrize(("who", "code"), [("tolly", None), ("ines", "not_yours"), ("kit", "not_yours"),
                                           ("odile", "not_yours")])  # fmt: skip
def test_a_view_said_aloud_is_taken_back_by_its_typist_alone(who, code):
    flat = Given(without_device(said().meeting, "marla"))
    start = flat.when("tolly", SeeDifferently(VIEW, POINT, "Not so.", person("marla"))).ok()
    assert start.when(who, TakeBackView(VIEW)).code == code


@pytest.mark.parametrize("who", ["ines", "tolly", "kit", "odile"])
def test_a_view_somebody_wrote_is_taken_back_by_nobody_else(who):
    start = said().when("marla", SeeDifferently(VIEW, POINT, "Not so.")).ok()
    assert start.when(who, TakeBackView(VIEW)).code == "not_yours"


def test_a_view_is_taken_back_once():
    start = said().when("marla", SeeDifferently(VIEW, POINT, "Not so.")).ok().when("marla", TakeBackView(VIEW)).ok()
    assert start.when("marla", TakeBackView(VIEW)).code == "not_found"


@pytest.mark.parametrize(("right", "shows"), [(True, "yes"), (False, "no")])
def test_the_speaker_says_whether_what_was_typed_for_them_is_right(right, shows):
    start = said("tolly", speaker=person("marla"))
    assert item(start.when("marla", ConfirmWords(POINT, right)).ok().meeting, POINT).confirmed == shows


@pytest.mark.parametrize("who", ["tolly", "ines", "kit", "odile"])
def test_nobody_says_so_for_them(who):
    assert said("tolly", speaker=person("marla")).when(who, ConfirmWords(POINT, True)).code == "not_yours"


def test_there_is_nothing_to_confirm_in_words_one_typed_oneself():
    assert said("marla").when("marla", ConfirmWords(POINT, True)).code == "not_yours"


def test_words_that_were_not_right_wait_again_once_they_are_mended():
    wrong = said("tolly", speaker=person("marla")).when("marla", ConfirmWords(POINT, False)).ok()
    mended = wrong.when("tolly", ChangeItem(POINT, 1, "As she says it.")).ok()
    assert item(mended.meeting, POINT).confirmed == "waiting"
    assert item(mended.when("marla", ConfirmWords(POINT, True)).ok().meeting, POINT).confirmed == "yes"
