"""Who is removed or turned away for good, and what opens to them again."""

import pytest

from meeting_server.domain.asides.let_in import LetIn
from meeting_server.domain.audiences import ROOM, To
from meeting_server.domain.ending.ending import MeetingEnded, MeetingFinished
from meeting_server.domain.people.admission import actor_of
from meeting_server.domain.people.chair_controls import NameDeputy
from meeting_server.domain.people.leave import RemoveAttendee
from meeting_server.domain.people.lobby import Arrive, Device, may_come_in
from meeting_server.domain.people.minute_taking import HandMinutes, MinuteTaking
from meeting_server.domain.people.persons import find_attendee
from meeting_server.domain.people.removals import Removal, removed_at
from meeting_server.domain.people.take_controls import TakeControls
from meeting_server.domain.refused import Refused
from tests.scenes.builders import after, attendee, device, given, new, room
from tests.scenes.lobby import arrived, ended_meeting, record
from tests.scenes.points import on_screen, point


def test_who_is_removed_from_the_draft_was_there_to_the_end_and_reads_no_more():
    out = given(ended_meeting()).when("ines", RemoveAttendee(attendee("kit"), "Sent the wrong person.")).ok().meeting
    assert actor_of(out, attendee("kit"), device("kit")) is None
    assert find_attendee(out, attendee("kit")).attendance == "here"


def test_who_is_removed_may_do_nothing_more_and_only_the_desk_knows_why():
    reason = "Shouted at Odile."
    out = given(room()).when("ines", RemoveAttendee(attendee("caspian"), reason)).ok()
    assert find_attendee(out.meeting, attendee("caspian")).attendance == "removed"
    assert out.when("caspian", point()).code == "not_here"
    assert out.meeting.desk.get(Removal, attendee("caspian")).reason == reason
    assert not on_screen(out.meeting, "marla", reason)
    assert on_screen(out.meeting, "tolly", reason)


def test_who_is_removed_is_removed_on_all_their_devices():
    two = given(arrived(room(), "caspian", new("tablet"))).when("ines", LetIn(new("tablet"))).ok()
    out = two.when("ines", RemoveAttendee(attendee("caspian"))).ok().meeting
    assert {one.state for one in out.desk.each(Device) if one.attendee == attendee("caspian")} == {"gone"}


def test_who_was_removed_waits_again_on_a_new_device_and_may_be_let_in():
    out = given(room()).when("ines", RemoveAttendee(attendee("caspian"))).ok().meeting
    back = arrived(out, "caspian", new("tablet"))
    assert actor_of(back, attendee("caspian"), new("tablet")) is None
    let = given(back).when("ines", LetIn(new("tablet"))).ok().meeting
    assert actor_of(let, attendee("caspian"), new("tablet"))
    assert actor_of(let, attendee("caspian"), device("caspian")) is None


def test_nobody_removes_themselves_or_nobody():
    assert given(room()).when("ines", RemoveAttendee(attendee("ines"))).code == "not_yourself"
    assert given(room()).when("ines", RemoveAttendee(new("nobody"))).code == "not_found"


def test_who_is_not_here_is_turned_away_for_good_and_was_not_at_the_meeting_by_it():
    at_the_door = arrived(room(absent=("odile",)), "odile")
    out = given(at_the_door).when("ines", RemoveAttendee(attendee("odile"), "The wrong school.")).ok()
    assert out.meeting.desk.get(Device, device("odile")).state == "gone"
    assert removed_at(out.meeting, attendee("odile")) == out.time
    assert find_attendee(out.meeting, attendee("odile")) == find_attendee(at_the_door, attendee("odile"))
    assert record(out.meeting) == record(at_the_door)


def test_whoever_has_the_controls_can_not_keep_them_by_removing_the_chair():
    held = given(room()).when("ines", NameDeputy(attendee("kit"))).when("kit", TakeControls()).ok()
    assert held.when("kit", RemoveAttendee(attendee("ines"))).code == "the_chair"


@pytest.mark.parametrize("state", ["ended", "finished"])
def test_who_is_removed_after_the_end_does_not_come_back_by_signing_in(state):
    over = ended_meeting()
    over = after(over, [To(ROOM, MeetingFinished())] * (state == "finished"))
    out = given(over).when("ines", RemoveAttendee(attendee("tolly"), "Has left the council.")).ok().meeting
    assert actor_of(out, attendee("tolly"), device("tolly")) is None
    tolly = find_attendee(out, attendee("tolly"))
    assert tolly.attendance == "here", "who was at the meeting is settled"
    with pytest.raises(Refused) as refused:
        Arrive(new("laptop"), signed_in=True).arrive(out, tolly)
    assert refused.value.code == "ended"


def test_who_was_removed_during_the_meeting_reads_no_draft_and_no_locked_record_by_signing_in():
    out = given(room()).when("ines", RemoveAttendee(attendee("tolly"))).ok().meeting
    for over in ([MeetingEnded(())], [MeetingEnded(()), MeetingFinished()]):
        closed = after(out, [To(ROOM, event) for event in over])
        with pytest.raises(Refused):
            Arrive(new("laptop"), signed_in=True).arrive(closed, find_attendee(closed, attendee("tolly")))


def test_who_was_turned_away_for_good_before_they_came_in_comes_in_by_no_sign_in():
    out = given(room(absent=("tolly",))).when("ines", RemoveAttendee(attendee("tolly"))).ok().meeting
    tolly = find_attendee(out, attendee("tolly"))
    assert not may_come_in(out, tolly)
    locked = after(out, [To(ROOM, MeetingEnded(())), To(ROOM, MeetingFinished())])
    with pytest.raises(Refused):
        Arrive(new("laptop"), signed_in=True).arrive(locked, tolly)


def test_who_is_let_in_again_is_shut_out_no_more():
    out = given(room()).when("ines", RemoveAttendee(attendee("caspian"))).ok().meeting
    back = given(arrived(out, "caspian", new("tablet"))).when("ines", LetIn(new("tablet"))).ok().meeting
    assert may_come_in(back, find_attendee(back, attendee("caspian")))


def test_who_is_removed_from_the_draft_lays_down_the_minutes():
    draft = given(ended_meeting()).when("ines", HandMinutes(attendee("kit"))).ok()
    gone = draft.when("ines", RemoveAttendee(attendee("kit"))).ok().meeting
    assert gone.room.get(MinuteTaking, "minute_taking").holder is None
