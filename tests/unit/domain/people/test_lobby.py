"""The lobby: who waits, who is let in or turned away, and on which devices."""

import pytest

from meeting_server.domain.asides.let_in import LetIn
from meeting_server.domain.audiences import DESK, ROOM, To
from meeting_server.domain.ending.addenda import AddAddendum
from meeting_server.domain.ending.ending import MeetingEnded, MeetingFinished
from meeting_server.domain.people.admission import actor_of
from meeting_server.domain.people.lobby import Arrive, Device, TurnAway
from meeting_server.domain.people.persons import find_attendee
from meeting_server.domain.refused import Refused
from tests.scenes.builders import START, after, attendee, device, given, new, person, prepared, room
from tests.scenes.lobby import arrived, ended_meeting, locked_record, record
from tests.scenes.points import boards


def test_whoever_opens_a_link_waits_until_they_are_let_in():
    waiting = arrived(room(absent=("marla",)), "marla")
    assert actor_of(waiting, attendee("marla"), device("marla")) is None
    assert find_attendee(waiting, attendee("marla")).attendance == "invited"
    let = given(waiting).when("tolly", LetIn(device("marla"))).ok()
    assert actor_of(let.meeting, attendee("marla"), device("marla")).person == person("marla")
    joined = find_attendee(let.meeting, attendee("marla"))
    assert (joined.attendance, joined.joined_at) == ("here", let.time)


def test_the_chair_goes_straight_in():
    opened = arrived(prepared(), "ines")
    assert actor_of(opened, attendee("ines"), device("ines")).may("steer")
    assert find_attendee(opened, attendee("ines")).attendance == "here"


def test_whoever_signs_in_comes_back_to_the_draft_and_no_link_does():
    ended = ended_meeting()
    ines = find_attendee(ended, attendee("ines"))
    with pytest.raises(Refused) as refused:
        Arrive(new("laptop")).arrive(ended, ines)
    assert refused.value.code == "ended"
    back = after(ended, Arrive(new("laptop"), signed_in=True).arrive(ended, ines), START, ines.id)
    assert actor_of(back, ines.id, new("laptop")).may("finish")


def test_whoever_signs_in_comes_back_to_the_locked_record_and_adds_to_it():
    locked = locked_record()
    said = Arrive(new("laptop"), others_connected=True, signed_in=True).arrive(
        locked, find_attendee(locked, attendee("ines"))
    )
    back = after(locked, said, START, attendee("ines"))
    assert record(back) == record(locked)
    more = AddAddendum(new("more"), "It was Tuesday.", "A date was wrong.")
    assert given(back).when("ines", more, on=new("laptop")).ok().streams == [ROOM]
    worker = find_attendee(locked, attendee("kit"))
    signed_in = after(locked, Arrive(new("another"), signed_in=True).arrive(locked, worker), START, worker.id)
    assert actor_of(signed_in, worker.id, new("another")) is None


def test_a_forwarded_chairs_link_does_not_hand_over_the_controls():
    forwarded = arrived(room(), "ines", new("another"), others=True)
    assert actor_of(forwarded, attendee("ines"), new("another")) is None
    assert forwarded.desk.get(Device, new("another")).second


def test_the_room_hears_nothing_of_who_waits_or_is_turned_away():
    before = room(absent=("marla",))
    waiting = arrived(before, "marla")
    away = given(waiting).when("ines", TurnAway(device("marla"))).ok()
    for meeting in (waiting, away.meeting):
        for who in ("kit", "odile", "juno"):
            assert boards(meeting, who) == boards(before, who)
    assert away.meeting.desk.get(Device, device("marla")).state == "turned_away"
    assert actor_of(away.meeting, attendee("marla"), device("marla")) is None


def test_only_a_waiting_device_is_let_in_or_turned_away():
    for command in (LetIn(device("marla")), TurnAway(device("marla")), LetIn(new("nothing"))):
        assert given(room()).when("ines", command).code == "not_found"


def test_a_second_device_waits_marked_as_such_and_both_then_stay():
    second = arrived(room(), "marla", new("tablet"))
    assert second.desk.get(Device, new("tablet")).second
    let = given(second).when("ines", LetIn(new("tablet"))).ok()
    assert let.streams == [DESK]
    assert actor_of(let.meeting, attendee("marla"), new("tablet"))
    assert actor_of(let.meeting, attendee("marla"), device("marla"))


def test_a_device_is_of_one_attendee():
    meeting = room()
    with pytest.raises(Refused) as refused:
        Arrive(device("marla")).arrive(meeting, find_attendee(meeting, attendee("odile")))
    assert refused.value.code == "not_found"
    assert actor_of(meeting, attendee("odile"), device("marla")) is None


@pytest.mark.parametrize("state", ["ended", "finished"])
def test_links_are_dead_once_the_meeting_has_ended(state):
    meeting = room(absent=("marla",))
    meeting = after(meeting, [To(ROOM, MeetingEnded(()))] + [To(ROOM, MeetingFinished())] * (state == "finished"))
    with pytest.raises(Refused) as refused:
        Arrive(device("marla")).arrive(meeting, find_attendee(meeting, attendee("marla")))
    assert refused.value.code == "ended"
