"""Giving a number: one's own, and typed for a person who cannot."""

from meeting_server.domain.audiences import own_stream
from meeting_server.domain.numbers.save_number import SaveNumber
from meeting_server.domain.numbers.show_numbers import ShowNumbers
from tests.scenes.builders import Given, attendee, given, person, room, without_device
from tests.scenes.numbers import PIP, REASON, ROUND, asked, my, number_of
from tests.scenes.points import boards


def flat(who, start=None):
    """Numbers asked for, and somebody here without a device: perhaps not from the start."""
    start = start or asked()
    return Given(without_device(start.meeting, who), start.time)


def test_a_number_typed_for_somebody_is_hidden_from_its_typist_once_sent():
    start = flat("odile").when("tolly", my(3, reason=REASON, person=person("odile"))).ok()
    (sent,) = boards(start.meeting, "tolly")["own"]["things"]["sealed"].values()
    assert (sent["answer"], sent["value"], sent["reason"], sent["person"]) == ("sent", None, "", person("odile"))
    ((stream, patch), *_) = start.patches
    assert stream == own_stream(attendee("tolly"))
    assert patch["put"]["sealed"] == {sent["id"]: sent}
    shown = start.when("ines", ShowNumbers(ROUND)).ok()
    assert (number_of(shown, "odile").value, number_of(shown, "odile").recorded_by) == (3, attendee("tolly"))


def test_ones_own_number_counts_before_one_typed_for_one():
    own = asked().when("odile", my(8)).ok()
    outcome = flat("odile", own).when("tolly", my(2, person=person("odile"))).ok()
    assert number_of(outcome.when("ines", ShowNumbers(ROUND)).ok(), "odile").value == 8


def test_of_two_typed_for_somebody_the_later_counts():
    start = flat("odile").when("tolly", my(2, person=person("odile"))).ok()
    start = start.when("ines", my(6, person=person("odile"))).ok()
    assert number_of(start.when("ines", ShowNumbers(ROUND)).ok(), "odile").value == 6


def test_nobody_gives_or_changes_the_number_of_somebody_who_is_here_on_a_device():
    shown = asked().when("marla", my(7)).ok().when("ines", ShowNumbers(ROUND)).ok()
    for who in ("kit", "tolly", "ines"):
        assert asked().when(who, my(0, person=person("marla"))).code in ("own_device", "may_not_type_for")
        assert shown.when(who, my(0, person=person("marla"))).code in ("own_device", "may_not_type_for")
    assert number_of(shown, "marla").value == 7


def test_nobody_gives_a_number_in_the_name_of_somebody_who_may_give_none():
    for whose in ("ines", "tolly", "tamsin", "juno"):
        assert flat("odile").when("tolly", my(3, person=person(whose))).code == "may_not_place"


def test_nobody_gives_a_number_that_is_not_theirs_to_give():
    assert asked().when("marla", my(3, person=person("odile"))).code == "may_not_type_for"
    assert asked().when("tolly", my(3)).code == "may_not_place"
    assert asked().when("tamsin", my(3)).code == "may_not_place"
    assert asked().when("juno", my(3)).code == "may_not"


def test_an_answer_is_a_number_or_says_why_there_is_none():
    for answer in ("dont_know", "rather_not"):
        assert asked().when("marla", SaveNumber(ROUND, PIP, answer)).code is None
        assert asked().when("marla", SaveNumber(ROUND, PIP, answer, 4)).code == "value_missing"
    assert asked().when("marla", SaveNumber(ROUND, PIP, "number")).code == "value_missing"


def test_only_what_was_asked_for_can_be_answered():
    assert asked().when("marla", SaveNumber(ROUND, person("sorrel"), "number", 4)).code == "not_asked"
    assert given(room()).when("marla", my(4)).code == "not_found"
