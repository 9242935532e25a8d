"""Holding new points: they wait on the chair's desk, and are shown."""

import pytest

from meeting_server.domain.audiences import DESK, ROOM
from meeting_server.domain.points.hold_points import Holding, HoldPoints
from meeting_server.domain.points.move import MoveItem
from meeting_server.domain.points.private_points import PrivateItem
from meeting_server.domain.points.release import ReleaseItem
from meeting_server.domain.points.send_back import SendBackItem
from meeting_server.domain.points.show_private import ShowPrivate
from meeting_server.domain.points.views import AgreeItem, ConfirmWords
from meeting_server.domain.points.write_privately import WritePrivately
from tests.scenes.builders import attendee, given, new, person, room
from tests.scenes.held_points import MARLA, POINT, SHOWN, TEXT, held, holding
from tests.scenes.points import boards, item, on_screen, point


def test_a_point_waits_with_its_writer_and_on_the_chairs_desk_and_nobody_else_hears_a_byte_of_it():
    start = held()
    assert start.streams == [MARLA, DESK]
    assert item(start.meeting, POINT, DESK).held
    for who in ("kit", "odile", "saffron", "tamsin", "fenno"):
        assert boards(start.meeting, who) == boards(holding().meeting, who)


def test_everyone_knows_that_points_are_held_and_since_when():
    start = holding()
    assert start.streams == [ROOM]
    assert start.meeting.room.get(Holding, "holding") == Holding("holding", True, start.time)


@pytest.mark.parametrize("who", ["ines", "tolly"])
def test_the_chair_and_the_minute_taker_hold_the_desk_and_add_to_the_board(who):
    assert holding().when(who, point()).ok().streams == [ROOM]


def test_when_holding_stops_new_points_go_to_the_room_and_what_waits_goes_on_waiting():
    start = held().when("ines", HoldPoints(False)).ok()
    assert item(start.meeting, POINT, DESK).held
    assert start.when("marla", point("second")).ok().streams == [ROOM]


def test_a_held_point_is_shown_as_a_new_one_by_the_chair_alone():
    for who in ("tolly", "marla", "kit"):
        assert held().when(who, ReleaseItem(POINT, SHOWN)).code == "may_not"
    shown = held(lang="pl").when("ines", ReleaseItem(POINT, SHOWN)).ok()
    one = item(shown.meeting, SHOWN)
    assert (one.text, one.recorded_by, one.held, one.lang) == (TEXT, attendee("marla"), False, "pl")
    assert not on_screen(shown.meeting, "kit", POINT)


def test_words_typed_for_somebody_who_is_here_still_wait_for_them_once_they_are_shown():
    start = holding().when("nell", point(text=TEXT, speaker=person("marla"))).ok()
    shown = start.when("ines", ReleaseItem(POINT, SHOWN)).ok()
    assert item(shown.meeting, SHOWN).confirmed == "waiting"
    assert shown.when("marla", ConfirmWords(SHOWN, True)).code is None


def test_a_held_point_is_answered_once_the_room_can_see_it_and_can_be_moved_meanwhile():
    assert held().when("ines", AgreeItem(POINT)).code == "held"
    moved = held().when("ines", MoveItem(POINT, "worries", "harm")).ok()
    back = moved.when("ines", SendBackItem(POINT)).ok()
    assert back.meeting.board(MARLA).get(PrivateItem, POINT).category == "harm"


def test_a_private_point_shown_while_points_are_held_waits_on_the_desk():
    start = holding().when("marla", WritePrivately(new("mine"), "worries", TEXT)).ok()
    shown = start.when("marla", ShowPrivate(new("mine"), SHOWN)).ok()
    assert item(shown.meeting, SHOWN, DESK).held
    assert not on_screen(shown.meeting, "kit", TEXT)


def test_words_of_somebody_who_is_away_still_say_so_once_they_are_shown():
    without = given(room(absent=("odile",)))
    start = without.when("ines", HoldPoints(True)).ok()
    typed = start.when("kit", point(speaker=person("odile"))).ok()
    assert item(typed.when("ines", ReleaseItem(POINT, SHOWN)).ok().meeting, SHOWN).away
    private = without.when("tolly", WritePrivately(POINT, "worries", TEXT, speaker=person("odile"))).ok()
    assert item(private.when("tolly", ShowPrivate(POINT, SHOWN)).ok().meeting, SHOWN).away
