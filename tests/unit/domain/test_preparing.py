"""Preparing before the meeting: points in one's own stream, and the word that one has finished."""

import pytest

from meeting_server.domain.audiences import CHAIRS_DESK, own_stream
from meeting_server.domain.ending import OpenMeeting
from meeting_server.domain.items import Item
from meeting_server.domain.preparing import FinishPreparing, Preparation
from meeting_server.domain.private_items import PrivateItem
from meeting_server.domain.showing_private import ShowPrivate
from meeting_server.domain.writing_privately import WritePrivately
from tests.builders import attendee, given, new, room
from tests.scene import boards, on_screen

TEXT = "The breakfasts go well."
MINE = new("mine")


def preparing():
    """Everybody let in before the start, and Odile has written a point."""
    return given(room(opened=False)).when("odile", WritePrivately(MINE, "well", TEXT)).ok()


def test_points_are_prepared_before_the_meeting_and_wait_for_their_writer_to_show_them():
    start = preparing()
    assert start.when("odile", ShowPrivate(MINE, MINE)).code == "wrong_state"
    opened = start.when("ines", OpenMeeting()).ok()
    assert not list(opened.meeting.everyone.each(Item))
    shown = opened.when("odile", ShowPrivate(MINE, MINE)).ok()
    assert on_screen(shown.meeting, "kit", TEXT)


def test_the_chair_is_told_who_has_finished_and_nothing_more():
    done = preparing().when("odile", FinishPreparing()).ok()
    assert done.streams == [own_stream(attendee("odile")), CHAIRS_DESK]
    said = done.meeting.desk.get(Preparation, attendee("odile"))
    assert said == Preparation(attendee("odile"), True, done.time)
    assert not on_screen(done.meeting, "ines", TEXT)


def test_what_one_prepared_before_finishing_makes_no_difference_to_what_the_chair_hears():
    with_points = preparing()
    without = given(room(opened=False), with_points.time)
    assert boards(with_points.when("odile", FinishPreparing()).meeting, "ines") == boards(
        given(without.meeting, with_points.time + 60_000).when("odile", FinishPreparing()).meeting, "ines"
    )


@pytest.mark.parametrize("who", ["kit", "marla", "saffron", "fenno"])
def test_nobody_else_hears_who_has_finished(who):
    done = preparing().when("odile", FinishPreparing()).ok()
    assert boards(done.meeting, who) == boards(room(opened=False), who)


def test_one_may_go_on_after_all():
    again = preparing().when("odile", FinishPreparing()).when("odile", FinishPreparing(False)).ok()
    assert not again.meeting.desk.get(Preparation, attendee("odile")).finished
    assert again.when("odile", WritePrivately(new("more"), "well", "And the walks.")).code is None


def test_there_is_nothing_to_finish_once_the_meeting_has_started():
    assert preparing().when("ines", OpenMeeting()).when("odile", FinishPreparing()).code == "wrong_state"


def test_a_point_on_its_way_when_the_meeting_starts_stays_its_writers():
    opened = given(room()).when("odile", WritePrivately(MINE, "well", TEXT)).ok()
    assert opened.meeting.board(own_stream(attendee("odile"))).get(PrivateItem, MINE).text == TEXT
