"""Raised hands."""

from meeting_server.domain.people.hands_up import Hand, LowerHand, RaiseHand
from meeting_server.domain.people.leave import Leave, RemoveAttendee
from tests.scenes.builders import attendee, given, new, person, room

MARLA = attendee("marla")


def hand(outcome, who="marla"):
    return outcome.meeting.room.get(Hand, person(who))


def test_a_raised_hand_keeps_its_place_and_is_gone_when_lowered():
    up = given(room()).when("marla", RaiseHand()).ok()
    assert hand(up).at == up.time
    again = up.when("marla", RaiseHand()).ok()
    assert hand(again) == hand(up)
    down = again.when("marla", RaiseHand(up=False)).ok()
    assert hand(down) is None
    assert down.when("marla", RaiseHand(up=False)).code == "no_hand"


def test_those_who_type_for_others_raise_their_hands_too_and_nobody_else_does():
    assert hand(given(room()).when("tolly", RaiseHand(person=person("marla"))).ok())
    assert given(room()).when("marla", RaiseHand(person=person("kit"))).code == "may_not_type_for"
    assert given(room()).when("tolly", RaiseHand(person=new("stranger"))).code == "not_found"


def test_the_chairs_desk_lowers_the_hand_of_whoever_was_heard():
    up = given(room()).when("marla", RaiseHand()).ok()
    assert up.when("kit", LowerHand(person("marla"))).code == "may_not"
    down = up.when("tolly", LowerHand(person("marla"))).ok()
    assert hand(down) is None
    assert down.when("ines", LowerHand(person("marla"))).code == "no_hand"


def test_a_hand_goes_down_with_whoever_leaves_or_is_removed():
    up = given(room()).when("marla", RaiseHand()).ok()
    assert hand(up.when("marla", Leave()).ok()) is None
    assert hand(up.when("ines", RemoveAttendee(MARLA)).ok()) is None
