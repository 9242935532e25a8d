"""The lobby, who joined and who left, and naming people who are not here."""

import pytest

from meeting_server.domain.audiences import DESK, ROOM, To
from meeting_server.domain.ending.addenda import AddAddendum
from meeting_server.domain.ending.ending import MeetingEnded, MeetingFinished
from meeting_server.domain.people.add_person import AddPerson
from meeting_server.domain.people.admission import actor_of
from meeting_server.domain.people.chair_controls import NameDeputy
from meeting_server.domain.people.door_words import DOOR_WORDS
from meeting_server.domain.people.leave import Leave, RemoveAttendee
from meeting_server.domain.people.lobby import Arrive, Device, LetIn, TurnAway, may_come_in
from meeting_server.domain.people.minute_taking import HandMinutes, MinuteTaking
from meeting_server.domain.people.persons import Person, find_attendee
from meeting_server.domain.people.removals import Removal, removed_at
from meeting_server.domain.people.take_controls import TakeControls
from meeting_server.domain.record.record import record_json, record_of
from meeting_server.domain.refused import Refused
from tests.scenes.builders import START, after, attendee, device, given, new, person, prepared, room
from tests.scenes.points import boards, childs_words, on_screen, point


def arrived(meeting, who, on=None, *, others=False):
    """The meeting once a device of this attendee has opened its link."""
    said = Arrive(on or device(who), "phone", others).arrive(meeting, find_attendee(meeting, attendee(who)))
    return after(meeting, said, START, attendee(who))


def ended_meeting():
    """A meeting that has ended, with everybody still there."""
    return after(room(), [To(ROOM, MeetingEnded(()))], START, attendee("ines"))


def locked_record():
    """A meeting whose record is locked."""
    return after(ended_meeting(), [To(ROOM, MeetingFinished())], START, attendee("ines"))


def record(meeting):
    """What the record says."""
    return record_json(record_of(meeting, (ROOM, DESK)))


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


def test_who_is_removed_from_the_draft_was_there_to_the_end_and_reads_no_more():
    out = given(ended_meeting()).when("ines", RemoveAttendee(attendee("kit"), "Sent the wrong person.")).ok().meeting
    assert actor_of(out, attendee("kit"), device("kit")) is None
    assert find_attendee(out, attendee("kit")).attendance == "here"


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


def test_a_link_holds_the_desk_no_longer_than_until_the_lock_and_who_signed_in_stays_to_add_to_it():
    locked = after(ended_meeting(), [To(ROOM, MeetingFinished())])
    assert actor_of(locked, attendee("tolly"), device("tolly")) is None
    assert actor_of(locked, attendee("ines"), device("ines")), "the chair has no link"
    back = after(locked, Arrive(new("laptop"), signed_in=True).arrive(locked, find_attendee(locked, attendee("tolly"))))
    assert actor_of(back, attendee("tolly"), new("laptop")).may("minute")


def test_with_the_last_device_its_person_has_left():
    two = given(arrived(room(), "marla", new("tablet"))).when("ines", LetIn(new("tablet"))).ok()
    one = two.when("marla", Leave(), on=new("tablet")).ok()
    assert find_attendee(one.meeting, attendee("marla")).attendance == "here"
    none = one.when("marla", Leave()).ok()
    left = find_attendee(none.meeting, attendee("marla"))
    assert (left.attendance, left.left_at) == ("left", none.time)
    assert none.when("marla", Leave()).code == "not_here"


def test_what_somebody_said_stays_when_they_leave():
    left = given(room()).when("marla", point()).ok().when("marla", Leave()).ok()
    assert on_screen(left.meeting, "kit", point().text)


def test_who_comes_back_joined_when_they_first_joined():
    meeting = room()
    first = find_attendee(meeting, attendee("marla")).joined_at
    left = given(meeting).when("marla", Leave()).ok()
    back = given(arrived(left.meeting, "marla", new("tablet")), left.time).when("ines", LetIn(new("tablet"))).ok()
    again = find_attendee(back.meeting, attendee("marla"))
    assert (again.attendance, again.joined_at, again.left_at) == ("here", first, None)


def test_somebody_who_is_not_here_can_be_named_and_speak_through_another():
    named = given(room()).when("kit", AddPerson(new("gp"), "Dr Amber Finch", "family doctor", agency="health")).ok()
    assert named.streams == [ROOM]
    one = named.meeting.room.get(Person, new("gp"))
    assert (one.name, one.relationship, one.agency, one.attendee) == ("Dr Amber Finch", "family doctor", "health", None)
    assert named.when("kit", point(speaker=new("gp"))).code is None


def test_a_child_named_during_the_meeting_is_not_one_it_is_about_but_their_words_are_held():
    named = given(room()).when("tamsin", AddPerson(new("cousin"), "Wren", "cousin", child=True)).ok()
    assert new("cousin") not in named.meeting.children()
    words = childs_words()
    said = named.when("tamsin", point("words", words.text, speaker=new("cousin"), obtained="talk")).ok()
    assert ROOM not in said.streams


def test_a_person_is_named_once_and_comes_from_an_agency_of_the_template():
    assert given(room()).when("kit", AddPerson(person("pip"), "Pip again")).code == "id_taken"
    assert given(room()).when("kit", AddPerson(new("gp"), "Dr Finch", agency="circus")).code == "bad_data"


def test_two_devices_of_one_person_at_the_door_have_words_of_their_own_whatever_their_ids():
    one, other = (new(f"phone {n}") for n in range(2))
    both = arrived(arrived(prepared(), "marla", one), "marla", other)
    words = [both.desk.get(Device, id).word for id in (one, other)]
    assert all(words)
    assert words[0] != words[1]
    many = prepared()
    for n in range(len(DOOR_WORDS) + 1):
        many = arrived(many, "marla", new(f"phone {n}"))
    found = [one.word for one in many.desk.each(Device) if one.attendee == attendee("marla")]
    assert sorted(found) == sorted([*DOOR_WORDS, ""])
