"""Preparing before the meeting: points in one's own stream, and the word that one has finished."""

import pytest

from meeting_server.domain import replay
from meeting_server.domain.asides.let_in import LetIn
from meeting_server.domain.audiences import DESK, ROOM, To, own_stream
from meeting_server.domain.ending.ending import MeetingOpened, OpenMeeting
from meeting_server.domain.people.actor import streams_of
from meeting_server.domain.people.admission import actor_of, preparer_of
from meeting_server.domain.people.lobby import Arrive, DeviceMoved
from meeting_server.domain.people.persons import find_attendee
from meeting_server.domain.permissions import PREPARING
from meeting_server.domain.points.finish_preparing import FinishPreparing, Preparation
from meeting_server.domain.points.items import Item
from meeting_server.domain.points.private_points import PrivateItem
from meeting_server.domain.points.show_private import ShowPrivate
from meeting_server.domain.points.write_privately import ChangePrivate, DropPrivate, WritePrivately
from meeting_server.domain.refused import Refused
from meeting_server.domain.supervision.write_summaries import (
    ClearSummary,
    DraftSummary,
    DropSummaryDraft,
    FinishSummary,
)
from tests.scenes.builders import after, attendee, given, new, person, prepared, room
from tests.scenes.points import boards, on_screen

TEXT = "The breakfasts go well."
MINE = new("mine")


def preparing():
    """Everybody let in before the start, and Odile has written a point."""
    return given(room(opened=False)).when("odile", WritePrivately(MINE, "well", TEXT)).ok()


def test_points_are_prepared_before_the_meeting_and_wait_for_their_writer_to_show_them():
    start = preparing()
    assert start.when("odile", ShowPrivate(MINE, MINE)).code == "wrong_state"
    opened = start.when("ines", OpenMeeting()).ok()
    assert not list(opened.meeting.room.each(Item))
    shown = opened.when("odile", ShowPrivate(MINE, MINE)).ok()
    assert on_screen(shown.meeting, "kit", TEXT)


def at_the_door(*devices, who="odile", meeting=None):
    """A meeting that has not begun, and devices of somebody that opened their link one after the other."""
    now = meeting or prepared()
    for one in devices:
        now = after(now, Arrive(new(one)).arrive(now, find_attendee(now, attendee(who))))
    return now


def test_the_first_device_at_the_door_may_prepare_and_hears_its_own_stream_alone():
    meeting = at_the_door("phone")
    preparer = preparer_of(meeting, attendee("odile"), new("phone"))
    assert actor_of(meeting, attendee("odile"), new("phone")) is None
    assert streams_of(meeting, preparer) == (own_stream(attendee("odile")),)
    assert preparer.role.powers == ("contribute",)
    said = replay.decide(meeting, preparer, WritePrivately(MINE, "well", TEXT))
    assert [to.stream for to in said] == [own_stream(attendee("odile"))]


def test_a_worker_may_say_how_they_know_but_types_for_nobody_in_the_lobby():
    meeting = at_the_door("laptop", who="kit")
    preparer = preparer_of(meeting, attendee("kit"), new("laptop"))
    assert preparer.role.powers == ("contribute", "detail")
    with pytest.raises(Refused, match="may_not_type_for"):
        replay.decide(meeting, preparer, WritePrivately(MINE, "well", TEXT, speaker=person("marla")))


def test_a_second_device_prepares_nothing_though_the_first_was_turned_away():
    meeting = at_the_door("phone", "laptop")
    assert preparer_of(meeting, attendee("odile"), new("laptop")) is None
    gone = after(meeting, [To(DESK, DeviceMoved(new("phone"), "turned_away"))])
    for one in ("phone", "laptop"):
        assert preparer_of(gone, attendee("odile"), new(one)) is None
    assert preparer_of(at_the_door("tablet", meeting=gone), attendee("odile"), new("tablet")) is None


def test_once_the_meeting_is_open_nobody_prepares_in_the_lobby():
    opened = after(at_the_door("phone"), [To(ROOM, MeetingOpened())])
    assert preparer_of(opened, attendee("odile"), new("phone")) is None


def test_who_only_watches_and_who_is_in_already_does_not_prepare_in_the_lobby():
    assert preparer_of(at_the_door("laptop", who="juno"), attendee("juno"), new("laptop")) is None
    meeting = at_the_door("phone")
    inside = after(meeting, LetIn(new("phone")).decide(meeting, None))
    assert actor_of(inside, attendee("odile"), new("phone")) is not None
    assert preparer_of(inside, attendee("odile"), new("phone")) is None


def test_only_what_stays_ones_own_and_ones_own_summary_can_be_asked_from_the_lobby():
    summary = {DraftSummary, FinishSummary, DropSummaryDraft, ClearSummary}
    assert {WritePrivately, ChangePrivate, DropPrivate, FinishPreparing, *summary} == PREPARING
    meeting = at_the_door("phone")
    preparer = preparer_of(meeting, attendee("odile"), new("phone"))
    for command in (WritePrivately(MINE, "well", TEXT), FinishPreparing()):
        streams = {to.stream for to in replay.decide(meeting, preparer, command)}
        assert ROOM not in streams


def test_the_chair_is_told_who_has_finished_and_nothing_more():
    done = preparing().when("odile", FinishPreparing()).ok()
    assert done.streams == [own_stream(attendee("odile")), DESK]
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
