"""A meeting is cancelled whole before it begins, and can be put back."""

import pytest

from meeting_server.domain.audiences import ROOM, To
from meeting_server.domain.ending.cancel import MeetingCancelled, MeetingPutBack, cancel, put_back
from meeting_server.domain.ending.ending import OpenMeeting
from meeting_server.domain.people.lobby import Arrive
from meeting_server.domain.people.persons import find_attendee
from meeting_server.domain.people.sitting_slots import SlotGiven
from meeting_server.domain.refused import Refused
from tests.scenes.builders import START, after, attendee, given, let_in, new, prepared, room

ONLY = ("ines", "tolly", "marla", "pip")


def cancelled(meeting=None):
    """A meeting that will not take place."""
    meeting = meeting or prepared(only=ONLY)
    return after(meeting, cancel(meeting, "not_needed"))


def test_a_cancelled_meeting_says_when_and_why_and_nobody_may_do_anything_in_it():
    meeting = cancelled(let_in(prepared(only=ONLY), "ines"))
    assert (meeting.state, meeting.facts.cancelled_because, meeting.facts.cancelled_at) == (
        "cancelled",
        "not_needed",
        START,
    )
    assert given(meeting).when("ines", OpenMeeting()).code in ("wrong_state", "not_here")


def test_it_leaves_its_sitting():
    meeting = after(prepared(only=ONLY), [To(ROOM, SlotGiven(2, 6, "09:55"))])
    assert cancelled(meeting).facts.slot is None


@pytest.mark.parametrize(("meeting", "code"), [(cancelled, "cancelled"), (lambda: room(only=ONLY), "begun")])
def test_only_a_meeting_that_has_not_begun_is_cancelled_and_once(meeting, code):
    with pytest.raises(Refused) as refused:
        cancel(meeting(), "mistake")
    assert refused.value.code == code


def test_put_back_it_is_as_it_was():
    before = prepared(only=ONLY)
    meeting = after(cancelled(before), put_back(cancelled(before)))
    assert meeting.facts == before.facts
    arrive = Arrive(new("phone")).arrive(meeting, find_attendee(meeting, attendee("marla")))
    assert arrive[0].event.waits
    with pytest.raises(Refused, match="not_cancelled"):
        put_back(before)


def test_an_event_that_comes_late_changes_nothing():
    opened = room(only=ONLY)
    assert after(opened, [To(ROOM, MeetingCancelled("other")), To(ROOM, MeetingPutBack())]).facts == opened.facts
