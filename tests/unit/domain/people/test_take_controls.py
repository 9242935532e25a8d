"""Nobody steers any more and no deputy was named: who may take over, what is said of it, and the chair's way back."""

from dataclasses import replace

import pytest

from meeting_server.domain import replay
from meeting_server.domain.audiences import DESK, ROOM, To
from meeting_server.domain.ending.ending import MeetingEnded
from meeting_server.domain.people.admission import actor_at_the_door, actor_of, role_of
from meeting_server.domain.people.chair_controls import Controls, NameDeputy
from meeting_server.domain.people.leave import RemoveAttendee
from meeting_server.domain.people.lobby import Arrive, Device, DeviceArrived, DeviceMoved, TurnAway
from meeting_server.domain.people.persons import find_attendee
from meeting_server.domain.people.take_controls import TakeControls
from meeting_server.domain.record.record import record_of
from meeting_server.domain.refused import Refused
from tests.scenes.builders import START, Outcome, actor, after, attendee, device, given, new, room

SEAT = new("signed in")


def signed_in(who, meeting=None):
    """The room with somebody in it who came by signing in."""
    said = [DeviceArrived(SEAT, attendee(who), "computer", False, True, signed_in=True), DeviceMoved(SEAT, "in")]
    return after(meeting or room(), [To(DESK, one) for one in said])


def at_the_door(who):
    meeting = room(absent=(who,))
    return after(meeting, Arrive(SEAT, signed_in=True).arrive(meeting, find_attendee(meeting, attendee(who))))


def takes(meeting, who, *, unsteered=True, on=SEAT):
    """What comes of taking over, where nobody steers."""
    by = actor_of(meeting, attendee(who), on) or actor_at_the_door(meeting, attendee(who), on)
    try:
        said = replay.decide(meeting, replace(by, unsteered=unsteered), TakeControls())
    except Refused as refused:
        return Outcome(meeting, START, refused=refused)
    return Outcome(after(meeting, said, START, by.id), START, said)


def controls(meeting):
    return meeting.room.get(Controls, "controls")


def test_who_signed_in_takes_over_while_the_chair_is_gone_and_the_chair_takes_it_back():
    out = takes(signed_in("kit"), "kit").ok()
    assert (controls(out.meeting).holder, controls(out.meeting).stood_in) == (attendee("kit"), True)
    assert role_of(out.meeting, find_attendee(out.meeting, attendee("kit"))).screen == "chair"
    back = out.when("ines", TakeControls()).ok().meeting
    assert controls(back).holder is None
    assert controls(back).deputy is None, "nobody was named by it"
    (held,) = controls(back).earlier
    assert (held.holder, held.stood_in) == (attendee("kit"), True)
    assert takes(back, "kit", unsteered=False).code == "steered"


def test_while_the_chair_is_there_nobody_takes_over():
    assert takes(signed_in("kit"), "kit", unsteered=False).code == "steered"


def test_a_link_is_not_enough_nor_is_any_role():
    assert takes(room(), "kit", on=device("kit")).code == "not_deputy"
    assert takes(signed_in("marla"), "marla").code == "not_deputy"
    assert takes(signed_in("juno"), "juno").code == "not_deputy"


def test_before_the_meeting_and_after_it_nobody_takes_over():
    assert takes(signed_in("kit", room(opened=False)), "kit").code == "not_deputy"
    ended = after(signed_in("kit"), [To(ROOM, MeetingEnded(()))])
    assert takes(ended, "kit").code == "not_deputy"


def test_who_waits_at_the_door_comes_in_with_taking_over():
    out = takes(at_the_door("kit"), "kit").ok().meeting
    assert find_attendee(out, attendee("kit")).attendance == "here"
    assert out.desk.get(Device, SEAT).state == "in"
    assert actor(out, "kit", SEAT).may("steer")


@pytest.mark.parametrize("no", [TurnAway(SEAT), RemoveAttendee(attendee("kit"))], ids=["turned away", "removed"])
def test_who_was_sent_away_does_not_take_over_from_the_door(no):
    meeting = given(at_the_door("kit")).when("ines", no).ok().meeting
    assert actor_at_the_door(meeting, attendee("kit"), SEAT) is None


def test_the_record_says_who_took_over_and_that_nobody_had_named_them():
    plain_deputy = given(room()).when("ines", NameDeputy(attendee("kit"))).when("kit", TakeControls()).ok().meeting
    stood_in = takes(signed_in("kit"), "kit").ok().meeting
    told = [record_of(one, (ROOM,)).head.deputies for one in (plain_deputy, stood_in)]
    assert [[one.stood_in for one in deputies] for deputies in told] == [[False], [True]]
