"""The big screen: what the chair may show on it, bringing one in, and that it is nobody."""

from dataclasses import replace

import pytest
from hypothesis import given as for_any
from hypothesis import settings

from meeting_server.domain import replay
from meeting_server.domain.audiences import ROOM, To, own_stream
from meeting_server.domain.ending.checks import gaps
from meeting_server.domain.ending.ending import MeetingEnded, MeetingFinished, OpenMeeting
from meeting_server.domain.kinds import plain
from meeting_server.domain.people.actor import streams_of
from meeting_server.domain.people.admission import actor_of
from meeting_server.domain.people.big_screen import (
    MOST_SCREENS,
    FollowBigScreen,
    HoldBigScreen,
    Screen,
    ScreenChosen,
    ShowOnScreen,
    bring_in,
)
from meeting_server.domain.people.leave import Leave, RemoveAttendee
from meeting_server.domain.people.lobby import Arrive, Device
from meeting_server.domain.people.persons import Attendee, Person, find_attendee, is_screen
from meeting_server.domain.points.items import AddItem
from meeting_server.domain.refused import Refused
from tests.scenes.builders import START, actor, after, attendee, given, new, person, room, templates
from tests.scenes.made_up_runs import SCREEN, furnished, runs
from tests.scenes.points import boards, childs_words, on_screen, point

SPOTLIGHT = ShowOnScreen("spotlight", "worries", person("pip"))


def with_screen(meeting, name="screen"):
    """The meeting once the chair has brought a big screen in."""
    said = bring_in(meeting, actor(meeting, "ines"), new(name), new(f"device:{name}"))
    return after(meeting, said, START, attendee("ines"))


def the_screen(meeting, name="screen"):
    """The big screen as it acts in the meeting, or None."""
    return actor_of(meeting, new(name), new(f"device:{name}"))


def code_of(meeting, who="ines"):
    """Why a screen may not be brought in by this attendee now."""
    with pytest.raises(Refused) as refused:
        bring_in(meeting, actor(meeting, who), new("another"), new("device:another"))
    return refused.value.code


def test_what_is_on_the_screen_is_one_thing_that_everyone_hears():
    shown = given(room()).when("ines", SPOTLIGHT).ok()
    assert shown.streams == [ROOM]
    assert shown.meeting.room.get(Screen, "screen") == Screen("screen", "spotlight", "worries", person("pip"), 0, False)
    turned = shown.when("ines", ShowOnScreen("overview", None, None, 2, True)).ok()
    assert [one.view for one in turned.meeting.room.each(Screen)] == ["overview"]
    assert (turned.meeting.room.get(Screen, "screen").page, turned.meeting.room.count(Screen)) == (2, 1)


def test_until_the_chair_chooses_nothing_is_on_the_screen():
    assert room().room.get(Screen, "screen") is None


def test_clearing_the_screen_leaves_no_child_and_no_page_on_it():
    cleared = given(room()).when("ines", SPOTLIGHT).ok()
    cleared = cleared.when("ines", ShowOnScreen("blank", "worries", person("pip"), 3, True)).ok()
    assert cleared.meeting.room.get(Screen, "screen") == Screen("screen", "blank", None, None, 0, True)


@pytest.mark.parametrize("view", ["overview", "numbers", "rating", "decision"])
def test_a_column_is_for_the_spotlight_alone(view):
    shown = given(room()).when("ines", ShowOnScreen(view, "worries", person("pip"))).ok()
    assert shown.meeting.room.get(Screen, "screen").column is None


@pytest.mark.parametrize("view", ["visits", "updates", "triggers"])
def test_what_a_kind_of_meeting_does_not_ask_for_is_not_shown(view):
    assert given(room("core-group")).when("ines", ShowOnScreen(view, None, person("pip"))).code is None
    assert given(room()).when("ines", ShowOnScreen(view, None, person("pip"))).code == "not_asked"


@pytest.mark.parametrize("view", ["summaries", "adults"])
def test_what_only_supervision_asks_is_shown_there_and_nowhere_else(view):
    assert given(room("supervision")).when("ines", ShowOnScreen(view)).code is None
    assert given(room("core-group")).when("ines", ShowOnScreen(view)).code == "not_asked"


def test_only_a_column_and_a_child_of_this_meeting_are_shown():
    assert given(room()).when("ines", ShowOnScreen("spotlight", "nothing")).code == "unknown_column"
    assert given(room()).when("ines", ShowOnScreen("spotlight")).code == "unknown_column"
    for nobody in (new("nobody"), person("marla")):
        assert given(room()).when("ines", ShowOnScreen("overview", None, nobody)).code == "unknown_child"


def test_the_chair_alone_chooses():
    for who in ("tolly", "kit", "marla", "tamsin"):
        assert given(room()).when(who, SPOTLIGHT).code == "may_not"


def what_is_on(outcome):
    return outcome.meeting.room.get(Screen, "screen")


def test_the_screens_of_a_meeting_that_opens_follow_it_from_the_start():
    opened = given(room(opened=False)).when("ines", OpenMeeting()).ok()
    assert what_is_on(opened) == Screen("screen", "blank", None, None, 0, False, follow=True)


def test_what_the_chair_put_on_the_screen_before_the_start_stays_there():
    shown = given(room(opened=False)).when("ines", SPOTLIGHT).ok()
    assert not what_is_on(shown.when("ines", OpenMeeting()).ok()).follow
    larger = given(room(opened=False)).when("ines", ShowOnScreen("blank", larger=True)).ok()
    opened = what_is_on(larger.when("ines", OpenMeeting()).ok())
    assert (opened.follow, opened.larger) == (True, True)


def test_a_meeting_of_a_release_that_knew_no_following_stays_on_what_it_shows():
    older = after(room(), [To(ROOM, ScreenChosen("spotlight", "worries", person("pip"), 1, False))], START)
    assert not older.room.get(Screen, "screen").follow


def test_a_template_without_a_big_screen_has_none_that_follows():
    template = templates()["three-column-map"]
    without = replace(template, roles=tuple(role for role in template.roles if role.screen != "projector"))
    opened = given(room(without, opened=False)).when("ines", OpenMeeting()).ok()
    assert what_is_on(opened) is None


def test_what_the_chair_shows_holds_until_the_screens_follow_again():
    shown = given(room()).when("ines", FollowBigScreen()).ok().when("ines", SPOTLIGHT).ok()
    assert not what_is_on(shown).follow
    again = shown.when("ines", FollowBigScreen("worries", 2, True)).ok()
    assert what_is_on(again) == Screen("screen", "blank", None, None, 2, True, follow=True, stage="worries")


def test_a_page_is_turned_of_a_step_that_there_is():
    assert given(room()).when("ines", FollowBigScreen("nothing")).code == "unknown_stage"


def test_frozen_what_stands_there_stays_with_its_page_and_what_waits_goes_on_waiting():
    frozen = given(room()).when("ines", HoldBigScreen("spotlight", "worries", person("pip"), 1, True)).ok()
    assert what_is_on(frozen) == Screen("screen", "spotlight", "worries", person("pip"), 1, True)
    waiting = frozen.when("ines", HoldBigScreen("decision", "worries", person("pip"), waits=True)).ok()
    assert what_is_on(waiting) == Screen("screen", "decision", None, person("pip"), 0, False, waits=True)


def test_frozen_the_screens_show_nothing_that_can_not_be_shown():
    for code, command in {
        "unknown_column": HoldBigScreen("spotlight", "nothing"),
        "unknown_child": HoldBigScreen("overview", None, person("marla")),
        "not_asked": HoldBigScreen("visits"),
        "choose_child": HoldBigScreen("numbers"),
    }.items():
        assert given(room()).when("ines", command).code == code
    assert given(room()).when("ines", HoldBigScreen("numbers", waits=True)).code is None


def test_the_chair_alone_freezes_and_lets_follow():
    for who in ("tolly", "kit", "marla", "tamsin"):
        assert given(room()).when(who, HoldBigScreen("blank")).code == "may_not"
        assert given(room()).when(who, FollowBigScreen()).code == "may_not"


def test_a_screen_that_is_brought_in_is_in_with_its_one_device():
    meeting = with_screen(room())
    found = meeting.room.get(Attendee, new("screen"))
    assert (found.role, found.attendance) == ("big_screen", "here")
    assert is_screen(meeting.template, found)
    assert [one.state for one in meeting.desk.each(Device) if one.attendee == new("screen")] == ["in"]
    assert the_screen(meeting) is not None


def test_a_screen_holds_what_everyone_hears_and_nothing_else():
    meeting = with_screen(room())
    meeting = given(meeting).when("marla", point()).ok().when("tamsin", childs_words()).ok().meeting
    held = plain(replay.boards(meeting, the_screen(meeting)))
    assert list(held) == [ROOM]
    assert held[ROOM] == boards(meeting, "marla")[ROOM]
    assert on_screen(meeting, "ines", childs_words().text)
    assert childs_words().text not in str(held)
    assert streams_of(meeting, the_screen(meeting)) == (ROOM,)


def test_a_screen_may_do_nothing_not_even_leave_or_show_itself_something():
    meeting = with_screen(room())
    for command in (Leave(), SPOTLIGHT, point()):
        with pytest.raises(Refused) as refused:
            replay.decide(meeting, the_screen(meeting), command)
        assert refused.value.code == "may_not"


def test_a_screen_is_nobody_and_can_be_no_speaker():
    meeting = with_screen(room())
    assert meeting.room.get(Person, new("screen")) is None
    said = AddItem(new("point"), "worries", "The screen spoke.", speaker=new("screen"))
    assert given(meeting).when("kit", said).code == "not_found"


def test_a_screen_is_not_missed_at_the_end_and_changes_no_check():
    meeting = room(absent=("odile",))
    assert gaps(with_screen(meeting)) == gaps(meeting)
    off = given(with_screen(meeting)).when("ines", RemoveAttendee(new("screen"))).ok().meeting
    assert gaps(off) == gaps(meeting)


def test_no_other_device_ever_comes_to_the_door_as_a_screen():
    meeting = with_screen(room())
    with pytest.raises(Refused) as refused:
        Arrive(new("tablet")).arrive(meeting, find_attendee(meeting, new("screen")))
    assert refused.value.code == "not_found"


def test_three_screens_and_no_more_until_one_is_turned_off():
    meeting = room()
    for n in range(MOST_SCREENS):
        meeting = with_screen(meeting, f"screen:{n}")
    assert code_of(meeting) == "too_many_screens"
    off = given(meeting).when("ines", RemoveAttendee(new("screen:1"))).ok().meeting
    assert the_screen(off, "screen:1") is None
    assert the_screen(off, "screen:0") is not None
    assert the_screen(with_screen(off, "screen:new"), "screen:new") is not None


def test_nobody_but_the_chair_brings_a_screen_in():
    for who in ("tolly", "kit", "marla"):
        assert code_of(room(), who) == "may_not"


def test_a_finished_meeting_takes_no_screen_and_lets_go_of_the_ones_it_had():
    meeting = with_screen(room())
    ended = after(meeting, [To(ROOM, MeetingEnded(()))])
    assert the_screen(ended) is not None
    finished = after(ended, [To(ROOM, MeetingFinished())])
    assert the_screen(finished) is None
    assert code_of(finished) == "wrong_state"


def test_a_template_without_a_big_screen_has_none():
    template = templates()["three-column-map"]
    without = tuple(role for role in template.roles if role.screen != "projector")
    assert code_of(room(replace(template, roles=without))) == "no_screen"


@for_any(run=runs)
@settings(max_examples=30, deadline=None)
def test_whatever_people_do_a_screen_hears_everyone_alone_and_can_do_nothing(run):
    outcome = given(furnished())
    for who, command in run:
        outcome = outcome.when(who, command)
        meeting = outcome.meeting
        found = actor_of(meeting, SCREEN, new("device:screen"))
        assert found is None or (streams_of(meeting, found), found.role.powers) == ((ROOM,), ())
        assert meeting.board(own_stream(SCREEN)).n == 0
        assert all(SCREEN not in gap.things for gap in gaps(meeting))
