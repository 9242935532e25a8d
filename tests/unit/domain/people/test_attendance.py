"""Who was at the meeting, and from when to when."""

import pytest

from meeting_server.domain.asides.let_in import LetIn
from meeting_server.domain.audiences import ROOM, To
from meeting_server.domain.ending.ending import MeetingEnded, MeetingFinished
from meeting_server.domain.people.admission import actor_of
from meeting_server.domain.people.leave import Leave
from meeting_server.domain.people.lobby import Arrive
from meeting_server.domain.people.persons import find_attendee
from tests.scenes.builders import START, after, attendee, device, given, new, room
from tests.scenes.lobby import arrived, ended_meeting, locked_record, record


@pytest.mark.parametrize("over", [ended_meeting, locked_record])
def test_who_closes_the_board_after_the_end_was_there_to_the_end(over):
    meeting = over()
    gone = given(meeting).when("ines", Leave()).ok()
    assert record(gone.meeting) == record(meeting)
    assert gone.when("ines", Leave()).code == "not_here"


def test_who_left_before_the_end_and_comes_back_to_the_draft_has_left_then():
    left = given(room()).when("ines", Leave()).ok()
    ended = after(left.meeting, [To(ROOM, MeetingEnded(()))], START, attendee("kit"))
    ines = find_attendee(ended, attendee("ines"))
    back = after(ended, Arrive(new("laptop"), signed_in=True).arrive(ended, ines), START, ines.id)
    assert actor_of(back, ines.id, new("laptop")).may("finish")
    assert record(back) == record(ended)


def test_a_link_holds_the_desk_no_longer_than_until_the_lock_and_who_signed_in_stays_to_add_to_it():
    locked = after(ended_meeting(), [To(ROOM, MeetingFinished())])
    assert actor_of(locked, attendee("tolly"), device("tolly")) is None
    assert actor_of(locked, attendee("ines"), device("ines")), "the chair has no link"
    back = after(locked, Arrive(new("laptop"), signed_in=True).arrive(locked, find_attendee(locked, attendee("tolly"))))
    assert actor_of(back, attendee("tolly"), new("laptop")).may("minute")


def test_who_comes_back_joined_when_they_first_joined():
    meeting = room()
    first = find_attendee(meeting, attendee("marla")).joined_at
    left = given(meeting).when("marla", Leave()).ok()
    back = given(arrived(left.meeting, "marla", new("tablet")), left.time).when("ines", LetIn(new("tablet"))).ok()
    again = find_attendee(back.meeting, attendee("marla"))
    assert (again.attendance, again.joined_at, again.left_at) == ("here", first, None)
