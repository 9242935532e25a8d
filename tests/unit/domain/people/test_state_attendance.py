"""What the minute-taker states of who is here: without a device, left, apologies, and the times put right."""

import pytest

from meeting_server.domain.asides.let_in import LetIn
from meeting_server.domain.audiences import DESK, ROOM
from meeting_server.domain.ending.ending import MeetingEnded, MeetingFinished
from meeting_server.domain.numbers.rounds import AskNumbers
from meeting_server.domain.numbers.save_number import SaveNumber
from meeting_server.domain.people.admission import actor_of
from meeting_server.domain.people.leave import RemoveAttendee
from meeting_server.domain.people.lobby import Arrive, Device, DeviceArrived
from meeting_server.domain.people.persons import find_attendee
from meeting_server.domain.people.state_attendance import StateAttendance
from meeting_server.domain.points.items import AddItem
from tests.scenes.builders import START, To, after, attendee, device, given, new, person, room
from tests.scenes.points import boards, item, point

MINUTE = 60_000


def of(outcome, who):
    """The attendee as everyone knows them now."""
    return find_attendee(outcome.meeting, attendee(who))


def without_device(*who, meeting=None):
    """A room in which these people sit without a device."""
    outcome = given(meeting or room(absent=who))
    for one in who:
        outcome = outcome.when("tolly", StateAttendance(attendee(one), "here", device=False)).ok()
    return outcome


def test_somebody_without_a_device_is_here_for_everyone_and_has_no_line():
    here = without_device("caspian")
    assert here.streams == [ROOM]
    assert (of(here, "caspian").attendance, of(here, "caspian").device) == ("here", False)
    assert of(here, "caspian").joined_at == here.time
    assert actor_of(here.meeting, attendee("caspian"), device("caspian")) is None
    assert here.when("caspian", point()).code == "not_here"
    assert boards(here.meeting, "juno")["everyone"]["things"]["attendees"][attendee("caspian")]["device"] is False


def test_what_is_typed_for_them_waits_for_their_yes_and_their_number_is_sealed():
    here = without_device("caspian")
    said = here.when("tolly", AddItem(new("p"), "worries", "It was cold.", speaker=person("caspian"))).ok()
    assert item(said.meeting, new("p")).confirmed == "waiting"
    asked = said.when("ines", AskNumbers(new("r"), "safety", (person("pip"),))).ok()
    sealed = asked.when("tolly", SaveNumber(new("r"), person("pip"), "number", 4, person=person("caspian"))).ok()
    assert all(not stream.startswith("own") or stream.endswith(attendee("tolly")) for stream in sealed.streams)


def test_a_device_of_theirs_may_still_come_through_the_lobby():
    here = without_device("caspian")
    arrived = Arrive(device("caspian"), "phone").arrive(here.meeting, of(here, "caspian"))
    waiting = after(here.meeting, arrived, START, attendee("caspian"))
    assert actor_of(waiting, attendee("caspian"), device("caspian")) is None
    inside = given(waiting, here.time + MINUTE).when("tolly", LetIn(device("caspian"))).ok()
    assert (of(inside, "caspian").device, of(inside, "caspian").joined_at) == (True, here.time)
    assert actor_of(inside.meeting, attendee("caspian"), device("caspian")).person == person("caspian")


def test_a_chair_stated_here_without_a_device_comes_in_with_one_as_ever():
    here = without_device("ines", meeting=room(absent=("ines",)))
    arrived = Arrive(device("ines")).arrive(here.meeting, of(here, "ines"))
    inside = after(here.meeting, arrived, START, attendee("ines"))
    assert find_attendee(inside, attendee("ines")).device is True
    assert actor_of(inside, attendee("ines"), device("ines")).may("steer")


def test_whether_somebody_has_a_device_is_what_the_lobby_knows():
    meeting = room(absent=("odile",))
    assert given(meeting).when("tolly", StateAttendance(attendee("odile"), "here")).code == "no_device"
    for said in (StateAttendance(attendee("marla"), "here", device=False),
                 StateAttendance(attendee("marla"), "apologies"), StateAttendance(attendee("marla"), "invited")):  # fmt: skip
        assert given(meeting).when("tolly", said).code == "has_device"


def test_stating_that_somebody_left_ends_their_devices_as_leaving_does():
    left = given(room()).when("tolly", StateAttendance(attendee("marla"), "left")).ok()
    assert left.streams == [ROOM, DESK]
    assert (of(left, "marla").attendance, of(left, "marla").left_at) == ("left", left.time)
    assert left.meeting.desk.get(Device, device("marla")).state == "gone"
    assert left.when("marla", point()).code == "not_here"


def test_a_wrong_left_is_undone_and_they_came_when_they_came():
    meeting = room()
    came = find_attendee(meeting, attendee("marla")).joined_at
    left = given(meeting).when("tolly", StateAttendance(attendee("marla"), "left")).ok()
    back = left.when("tolly", StateAttendance(attendee("marla"), "here", device=False)).ok()
    assert (of(back, "marla").attendance, of(back, "marla").joined_at, of(back, "marla").left_at) == (
        "here",
        came,
        None,
    )
    again = after(back.meeting, [To(DESK, DeviceArrived(new("new"), attendee("marla"), "phone", False, True))])
    inside = given(again).when("tolly", LetIn(new("new"))).ok().meeting
    assert actor_of(inside, attendee("marla"), new("new"))
    assert actor_of(inside, attendee("marla"), device("marla")) is None


def test_apologies_and_not_yet_carry_no_times():
    outcome = without_device("odile").when("tolly", StateAttendance(attendee("odile"), "apologies")).ok()
    sorry = of(outcome, "odile")
    assert (sorry.attendance, sorry.joined_at, sorry.left_at, sorry.device) == ("apologies", None, None, True)
    back = of(outcome.when("tolly", StateAttendance(attendee("odile"), "invited")).ok(), "odile")
    assert (back.attendance, back.joined_at) == ("invited", None)


def test_times_are_put_right_to_the_minute():
    came, went = START + 2 * MINUTE, START + 5 * MINUTE
    outcome = given(room(), START + 10 * MINUTE).when("tolly", StateAttendance(attendee("marla"), "here", at=came)).ok()
    assert of(outcome, "marla").joined_at == came
    left = outcome.when("tolly", StateAttendance(attendee("marla"), "left", at=went)).ok()
    assert (of(left, "marla").joined_at, of(left, "marla").left_at) == (came, went)
    both = StateAttendance(attendee("marla"), "left", at=went + MINUTE, joined_at=came + MINUTE)
    mended = of(left.when("tolly", both).ok(), "marla")
    assert (mended.joined_at, mended.left_at, mended.attendance) == (came + MINUTE, went + MINUTE, "left")


def test_a_time_still_to_come_counts_as_now():
    outcome = given(room()).when("tolly", StateAttendance(attendee("marla"), "left", at=START + 999 * MINUTE)).ok()
    assert of(outcome, "marla").left_at == outcome.time
    alone = without_device("odile").when(
        "tolly", StateAttendance(attendee("odile"), "here", device=False, at=START + 999 * MINUTE)
    )
    assert of(alone.ok(), "odile").joined_at == alone.time


def test_nobody_leaves_before_they_came_or_on_another_day():
    meeting = room()
    came = find_attendee(meeting, attendee("marla")).joined_at
    for said in (
        StateAttendance(attendee("marla"), "left", at=came - MINUTE),
        StateAttendance(attendee("marla"), "left", at=came + MINUTE, joined_at=came + 2 * MINUTE),
        StateAttendance(attendee("marla"), "here", at=came - 25 * 60 * MINUTE),
    ):
        assert given(meeting, START + 10 * MINUTE).when("tolly", said).code == "bad_times"
    assert given(room(absent=("odile",))).when("tolly", StateAttendance(attendee("odile"), "left")).code == "never_came"


def test_nobody_states_that_they_or_the_connected_chair_have_gone():
    for attendance in ("left", "apologies", "invited"):
        assert given(room()).when("tolly", StateAttendance(attendee("tolly"), attendance)).code == "not_yourself"
    assert given(room()).when("tolly", StateAttendance(attendee("ines"), "left")).code == "holds_controls"
    assert given(room()).when("tolly", StateAttendance(new("nobody"), "left")).code == "not_found"


@pytest.mark.parametrize("who", ["marla", "kit", "saffron", "tamsin", "juno"])
def test_who_is_here_is_for_the_minute_taker_and_the_chair_to_say(who):
    for said in (StateAttendance(attendee("odile"), "left"), StateAttendance(attendee(who), "here")):
        assert given(room()).when(who, said).code == "may_not"


def test_who_was_removed_is_here_again_only_when_the_chair_says_so():
    out = given(room()).when("ines", RemoveAttendee(attendee("caspian"), "Shouted.")).ok()
    for attendance in ("here", "left", "apologies", "invited"):
        said = StateAttendance(attendee("caspian"), attendance, device=False)
        assert out.when("tolly", said).code == "removed"
        assert out.when("ines", said).code == (None if attendance == "here" else "removed")


def test_who_sits_without_a_device_can_be_removed():
    out = without_device("caspian").when("ines", RemoveAttendee(attendee("caspian"))).ok()
    assert (of(out, "caspian").attendance, of(out, "caspian").device) == ("removed", False)


def test_attendance_is_mended_in_the_draft_and_not_in_the_locked_record():
    draft = after(room(), [To(ROOM, MeetingEnded(()))], START + MINUTE)
    said = StateAttendance(attendee("marla"), "left", at=START + MINUTE)
    assert given(draft, START + 9 * MINUTE).when("tolly", said).code is None
    locked = after(draft, [To(ROOM, MeetingFinished())])
    assert given(locked).when("ines", said).code == "wrong_state"
