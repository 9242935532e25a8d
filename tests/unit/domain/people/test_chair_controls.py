"""One holder of the chair's controls at a time: named, taken, taken back; and nothing but who steers changes."""

from dataclasses import replace

import pytest

from meeting_server.domain.audiences import DESK, PROFESSIONALS, ROOM
from meeting_server.domain.deciding.ratings import SetRating
from meeting_server.domain.ending.ending import EndMeeting, FinishMeeting, Reason
from meeting_server.domain.numbers.numbers import SealedNumber
from meeting_server.domain.numbers.rounds import AskNumbers
from meeting_server.domain.numbers.save_number import SaveNumber
from meeting_server.domain.numbers.show_numbers import ShowNumbers
from meeting_server.domain.people.admission import actor_of
from meeting_server.domain.people.chair_controls import Controls, NameDeputy
from meeting_server.domain.people.leave import Leave, RemoveAttendee
from meeting_server.domain.people.lobby import Arrive
from meeting_server.domain.people.persons import find_attendee
from meeting_server.domain.people.take_controls import TakeControls
from tests.scenes.builders import actor, attendee, device, given, new, person, room, templates
from tests.scenes.points import boards, on_screen

PIP = person("pip")
EVERYBODY = ("ines", "tolly", "kit", "saffron", "ivo", "marla", "odile", "tamsin", "juno")


def named(who="kit"):
    """The room with a deputy named."""
    return given(room()).when("ines", NameDeputy(attendee(who))).ok()


def taken(who="kit"):
    """The room with the controls in the deputy's hands."""
    return named(who).when(who, TakeControls()).ok()


def controls(outcome):
    return outcome.meeting.room.get(Controls, "controls")


def steering(meeting):
    """Who may steer now."""
    return {who for who in EVERYBODY if actor(meeting, who).may("steer")}


def test_a_deputy_takes_the_controls_and_the_chair_takes_them_back():
    start = named()
    assert (controls(start).holder, controls(start).deputy) == (None, attendee("kit"))
    assert steering(start.meeting) == {"ines"}
    away = start.when("kit", TakeControls()).ok()
    assert (controls(away).holder, controls(away).since) == (attendee("kit"), away.time)
    assert away.streams == [ROOM]
    back = away.when("ines", TakeControls()).ok()
    assert (controls(back).holder, controls(back).deputy) == (None, attendee("kit"))
    assert back.when("kit", TakeControls()).code is None, "the deputy stays named"


def test_two_chairs_never_hold_at_once():
    outcome = named()
    for who, holders in (("kit", {"kit"}), ("ines", {"ines"}), ("kit", {"kit"}), ("ines", {"ines"})):
        outcome = outcome.when(who, TakeControls()).ok()
        assert steering(outcome.meeting) == holders
        assert {who for who in EVERYBODY if actor(outcome.meeting, who).may("finish")} == holders


def test_whoever_has_the_controls_already_is_told_so():
    assert named().when("ines", TakeControls()).code == "has_controls"
    assert given(room()).when("ines", TakeControls()).code == "has_controls"
    assert taken().when("kit", TakeControls()).code == "has_controls"


@pytest.mark.parametrize("who", ["tolly", "saffron", "marla", "tamsin", "juno"])
def test_a_deputy_not_named_is_refused(who):
    for outcome in (given(room()), named(), taken()):
        assert outcome.when(who, TakeControls()).code == "not_deputy"


def test_a_deputy_named_no_more_is_refused():
    none = named().when("ines", NameDeputy(None)).ok()
    assert none.when("kit", TakeControls()).code == "not_deputy"
    other = named().when("ines", NameDeputy(attendee("saffron"))).ok()
    assert other.when("kit", TakeControls()).code == "not_deputy"
    assert other.when("saffron", TakeControls()).code is None


@pytest.mark.parametrize("who", ["marla", "odile", "tamsin", "fenno", "juno", "ines"])
def test_a_deputy_is_one_of_the_professionals_who_take_part_and_hear_what_they_hear(who):
    assert given(room()).when("ines", NameDeputy(attendee(who))).code == "not_a_deputy"


def test_nobody_is_named_who_is_not_here():
    assert given(room(absent=("kit",))).when("ines", NameDeputy(attendee("kit"))).code == "not_found"
    assert given(room()).when("ines", NameDeputy(new("nobody"))).code == "not_found"


def test_only_the_chair_names_a_deputy_not_the_deputy_who_steers():
    assert taken().when("kit", NameDeputy(attendee("saffron"))).code == "chair_only"
    assert taken().when("ines", NameDeputy(attendee("saffron"))).code == "may_not"
    assert named().when("kit", NameDeputy(attendee("saffron"))).code == "may_not"


def test_the_deputy_has_the_chairs_powers_desk_and_screen_besides_their_own():
    before, after = actor(named().meeting, "kit").role, actor(taken().meeting, "kit").role
    chair = templates()["three-column-map"].role("chair")
    assert set(after.powers) == set(before.powers) | set(chair.powers)
    assert set(after.audiences) == {ROOM, PROFESSIONALS, DESK}
    assert (after.key, after.label, after.side, after.screen) == (before.key, before.label, before.side, "chair")


def test_a_chair_without_the_controls_keeps_the_desk_and_their_words():
    chair = actor(taken().meeting, "ines").role
    full = templates()["three-column-map"].role("chair")
    assert set(chair.powers) == set(full.powers) - {"steer", "finish"}
    assert (chair.audiences, chair.screen) == (full.audiences, full.screen)
    assert taken().when("ines", AskNumbers(new("round"), "safety", (PIP,))).code == "may_not"


def test_the_deputy_hears_the_desk_while_they_steer_and_not_a_word_of_it_after():
    quiet = boards(named().meeting, "kit")
    assert DESK not in quiet
    rated = taken().when("kit", SetRating(new("r"), PIP, "green", "Only the desk hears this.")).ok()
    assert on_screen(rated.meeting, "kit", "Only the desk hears this.")
    back = rated.when("ines", TakeControls()).ok()
    assert DESK not in boards(back.meeting, "kit")
    assert not on_screen(back.meeting, "kit", "Only the desk hears this.")
    assert on_screen(back.meeting, "ines", "Only the desk hears this.")


def test_a_minute_taker_who_was_deputy_keeps_the_desk_that_is_theirs():
    back = taken("tolly").when("ines", TakeControls()).ok()
    assert DESK in boards(back.meeting, "tolly")
    assert not actor(back.meeting, "tolly").may("steer")


def test_sealed_numbers_stay_sealed_when_the_controls_change_hands():
    start = named().when("ines", AskNumbers(new("round"), "safety", (PIP,))).ok()
    start = start.when("marla", SaveNumber(new("round"), PIP, "number", 6, "Locks changed.")).ok()
    away = start.when("kit", TakeControls()).ok()
    back = away.when("ines", TakeControls()).ok()
    for outcome in (away, back):
        for who in EVERYBODY:
            assert on_screen(outcome.meeting, who, "Locks changed.") == (who == "marla")
        assert outcome.meeting.board(f"own:{attendee('marla')}").count(SealedNumber) == 1
    shown = away.when("kit", ShowNumbers(new("round"))).ok()
    assert all(on_screen(shown.meeting, who, "Locks changed.") for who in EVERYBODY)


def test_the_chairs_dead_laptop():
    start = named().when("ines", AskNumbers(new("round"), "safety", (PIP,))).ok()
    start = start.when("kit", SaveNumber(new("round"), PIP, "number", 3, "Bail ends.")).ok()
    shown = start.when("kit", TakeControls()).ok().when("kit", ShowNumbers(new("round"))).ok()
    phone = Arrive(new("phone"), "phone", False).arrive(shown.meeting, find_attendee(shown.meeting, attendee("ines")))
    assert not phone[0].event.waits, "with the laptop dead, the chair's phone comes straight in"
    assert shown.when("ines", TakeControls()).code is None


@pytest.mark.parametrize("gone", ["leaves", "removed"])
def test_whoever_goes_takes_no_controls_along_and_does_not_get_them_by_coming_back(gone):
    away = taken("saffron")
    if gone == "leaves":
        after = away.when("saffron", Leave()).ok()
    else:
        after = away.when("ines", TakeControls()).ok().when("ines", RemoveAttendee(attendee("saffron"))).ok()
    assert controls(after).holder is None
    assert actor(after.meeting, "ines").may("steer")
    assert after.when("saffron", TakeControls()).code == "not_here"


def test_with_the_lock_the_deputys_work_is_done():
    template = templates()["three-column-map"]
    every = tuple(Reason(check.key, "Because.") for check in template.checks)
    ended = taken().when("kit", EndMeeting(every)).ok()
    assert ended.when("ines", TakeControls()).code is None, "the draft can be taken back too"
    locked = ended.when("kit", FinishMeeting("FINISH")).ok()
    assert controls(locked).holder is None
    assert actor_of(locked.meeting, attendee("kit"), device("kit")) is None
    assert actor_of(locked.meeting, attendee("ines"), device("ines")).may("minute")
    assert locked.when("ines", TakeControls()).code == "wrong_state"


def test_a_second_role_that_steers_by_the_template_is_a_chair_too():
    template = templates()["three-column-map"]
    two = replace(template, roles=tuple(
        replace(role, powers=(*role.powers, "steer"), audiences=template.role("chair").audiences)
        if role.key == "manager" else role for role in template.roles))  # fmt: skip
    start = given(room(two)).when("ines", NameDeputy(attendee("kit"))).ok().when("kit", TakeControls()).ok()
    assert steering(start.meeting) == {"kit"}
    assert start.when("saffron", TakeControls()).code is None
