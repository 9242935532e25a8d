"""A meeting as one family's slot in a sitting: its number, the call, who comes in once it is open, and another day."""

import pytest

from meeting_server.domain.audiences import DESK, ROOM, To
from meeting_server.domain.dates.statutory_clocks import due_dates
from meeting_server.domain.ending.ending import MeetingEnded, MeetingOpened, OpenMeeting
from meeting_server.domain.facts import Slot
from meeting_server.domain.people.admission import actor_of
from meeting_server.domain.people.attendance import AttendanceStated
from meeting_server.domain.people.big_screen import ScreenFollows
from meeting_server.domain.people.lobby import Arrive, DeviceArrived, DeviceMoved
from meeting_server.domain.people.persons import find_attendee
from meeting_server.domain.people.sitting_slots import FamilyCalled, MeetingMoved, SlotGiven, call, come_in
from meeting_server.domain.refused import Refused
from tests.scenes.builders import START, after, attendee, device, given, let_in, new, prepared

ONLY = ("ines", "tolly", "kit", "nell", "pip")


def in_a_sitting(*also, of=6):
    """A family's meeting, second of six, with the chair in it and nobody else."""
    meeting = let_in(prepared("three-column-map", only=ONLY), "ines")
    return after(meeting, [To(ROOM, SlotGiven(2, of, "09:55")), *also])


def waits(who, on=None, *, signed_in=True):
    """Somebody's device at the door."""
    arrived = DeviceArrived(on or device(who), attendee(who), "computer", False, True, True, signed_in)
    return To(DESK, arrived)


def arrives(meeting, who, on="another device", **more):
    """The events with which somebody comes to the door."""
    arrive = Arrive(new(on), **{"signed_in": True, **more})
    return arrive.arrive(meeting, find_attendee(meeting, attendee(who)))


def goes_in(said):
    """Whether whoever came to the door with these events waits at it."""
    return not said[0].event.waits


def test_a_meeting_knows_its_slot_and_a_later_number_keeps_the_call():
    meeting = in_a_sitting(To(ROOM, FamilyCalled()))
    assert meeting.facts.slot == Slot(2, 6, "09:55", START)
    meeting = after(meeting, [To(ROOM, SlotGiven(3, 7, "10:20"))])
    assert meeting.facts.slot == Slot(3, 7, "10:20", START)
    assert prepared("three-column-map", only=ONLY).facts.slot is None


def test_a_family_is_called_once_before_its_time_and_only_in_a_sitting():
    assert call(in_a_sitting()) == [To(ROOM, FamilyCalled())]
    for meeting, code in (
        (prepared("three-column-map", only=ONLY), "no_sitting"),
        (in_a_sitting(To(ROOM, FamilyCalled())), "called"),
        (given(in_a_sitting()).when("ines", OpenMeeting()).meeting, "not_waiting"),
    ):
        with pytest.raises(Refused) as refused:
            call(meeting)
        assert refused.value.code == code


def comes_in(meeting, *devices):
    """The meeting once the server has let these in whose line is open; and the codes of those it did not."""
    codes = []
    for one in devices:
        try:
            meeting = after(meeting, come_in(meeting, one))
        except Refused as refused:
            codes.append(refused.code)
    return meeting, codes


def test_once_it_is_open_whoever_waits_signed_in_with_an_open_line_comes_in_and_a_link_waits():
    phone = new("kits phone")
    meeting = in_a_sitting(waits("kit"), waits("kit", phone), waits("nell", signed_in=False))
    assert comes_in(meeting, device("kit"))[1] == ["not_expected"], "it is not open yet"
    opened = given(meeting).when("ines", OpenMeeting()).ok().meeting
    assert actor_of(opened, attendee("kit"), device("kit")) is None, "who went home is not here"
    assert come_in(opened, device("kit"))[0] == To(ROOM, AttendanceStated(attendee("kit"), "here"))
    now, codes = comes_in(opened, device("kit"), phone, device("nell"), new("nobody's"))
    assert codes == ["not_expected", "not_expected"]
    assert actor_of(now, attendee("kit"), device("kit"))
    assert actor_of(now, attendee("kit"), phone)
    assert actor_of(now, attendee("nell"), device("nell")) is None


def test_the_opening_of_a_meeting_of_its_own_lets_nobody_in():
    meeting = after(let_in(prepared("three-column-map", only=ONLY), "ines"), [waits("kit")])
    opened = given(meeting).when("ines", OpenMeeting()).ok()
    assert [type(one.event) for one in opened.said] == [MeetingOpened, ScreenFollows]
    assert comes_in(opened.meeting, device("kit"))[1] == ["not_expected"]


def test_who_was_removed_or_turned_away_waits_for_a_person_though_signed_in():
    away = in_a_sitting(waits("kit"), To(DESK, DeviceMoved(device("kit"), "turned_away")))
    removed = in_a_sitting(waits("nell"), To(ROOM, AttendanceStated(attendee("nell"), "removed")))
    for meeting, who in ((away, "kit"), (removed, "nell")):
        opened = given(meeting).when("ines", OpenMeeting()).ok().meeting
        assert comes_in(opened, device(who))[1] == ["not_expected"]
        assert not goes_in(arrives(opened, who))


def test_who_signs_in_later_goes_straight_in_while_the_family_is_open_and_a_second_device_waits():
    waiting = in_a_sitting()
    assert not goes_in(arrives(waiting, "kit"))
    opened = given(waiting).when("ines", OpenMeeting()).ok().meeting
    assert goes_in(arrives(opened, "kit"))
    assert not goes_in(arrives(opened, "kit", signed_in=False))
    assert not goes_in(arrives(opened, "kit", others_connected=True))


def test_after_the_end_who_was_there_comes_back_to_the_draft_and_nobody_else():
    opened = given(in_a_sitting(waits("kit"))).when("ines", OpenMeeting()).ok().meeting
    opened, _ = comes_in(opened, device("kit"))
    ended = after(opened, [To(ROOM, MeetingEnded(()))])
    assert goes_in(arrives(ended, "kit"))
    assert goes_in(arrives(ended, "kit", others_connected=True))
    assert not goes_in(arrives(ended, "nell"))


def test_put_off_to_another_day_every_date_that_follows_moves_and_nobody_is_called_any_more():
    before = in_a_sitting(To(ROOM, FamilyCalled()))
    meeting = after(before, [To(ROOM, MeetingMoved("2026-03-26"))])
    assert meeting.facts.date == "2026-03-26"
    assert meeting.facts.slot == Slot(2, 6, "09:55")
    assert [one.by for one in due_dates(before)] != [one.by for one in due_dates(meeting)]
