"""Whose turn it is: once round, in the order the chair gave."""

from meeting_server.domain.agenda.turns import EndTurns, NextTurn, StartTurns, Turns
from tests.scenes.builders import given, new, person, room

FAMILY_FIRST = (person("marla"), person("odile"), person("kit"))


def turns(outcome):
    return outcome.meeting.room.get(Turns, "turns")


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


def test_an_order_that_is_given_anew_is_known_from_the_one_before_it_and_stays_known_as_it_goes_on():
    first = given(room()).when("ines", StartTurns(FAMILY_FIRST)).ok()
    assert turns(first.when("ines", NextTurn()).ok()).since == turns(first).since
    again = first.when("ines", EndTurns()).ok().when("ines", StartTurns(FAMILY_FIRST)).ok()
    assert turns(again).since > turns(first).since
