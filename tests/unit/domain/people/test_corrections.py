"""What was typed when a meeting was made is put right before it begins."""

from meeting_server.domain.audiences import ROOM, To
from meeting_server.domain.people.corrections import (
    AttendeeUninvited,
    FactsCorrected,
    PersonCorrected,
    PersonTakenOff,
)
from meeting_server.domain.people.names import name_of
from meeting_server.domain.people.persons import Person, find_attendee
from tests.scenes.builders import after, attendee, person, prepared

ONLY = ("ines", "marla", "juniper", "pip")


def now(*events):
    """The meeting after these."""
    return after(prepared(only=ONLY), [To(ROOM, one) for one in events])


def test_what_the_meeting_is_is_put_right():
    facts = now(FactsCorrected("Review conference", "online", False)).facts
    assert (facts.occasion, facts.setting, facts.family_present) == ("Review conference", "online", False)
    assert facts.children == prepared(only=ONLY).facts.children


def test_a_name_is_put_right_and_the_person_stays_who_they_are():
    meeting = now(PersonCorrected(person("marla"), 1, "Marla Quillfeather-Reed", "Mum", "", "family", "Marlie"))
    found = meeting.room.get(Person, person("marla"))
    assert found
    assert (found.attendee, found.version) == (attendee("marla"), 1)
    assert name_of(meeting, person("marla")) == "Marlie"


def test_who_does_not_come_after_all_is_no_attendee_and_may_still_be_spoken_of():
    meeting = now(AttendeeUninvited(attendee("marla")))
    assert find_attendee(meeting, attendee("marla")) is None
    found = meeting.room.get(Person, person("marla"))
    assert found
    assert found.attendee is None


def test_a_child_who_was_named_by_mistake_is_no_child_of_the_meeting():
    meeting = now(PersonTakenOff(person("juniper")))
    assert meeting.children() == [person("pip")]
    assert meeting.room.get(Person, person("juniper")) is None


def test_nobody_who_is_invited_is_taken_off():
    assert now(PersonTakenOff(person("marla"))).room.get(Person, person("marla"))


def test_what_is_said_of_somebody_who_is_not_there_changes_nothing():
    gone = (PersonTakenOff(person("juniper")), PersonTakenOff(person("juniper")))
    late = (PersonCorrected(person("juniper"), 1, "June"), AttendeeUninvited(attendee("juniper")))
    assert now(*gone, *late).room.kinds == now(gone[0]).room.kinds
