"""Two devices of one person at the door have different words."""

from meeting_server.domain.people.door_words import DOOR_WORDS
from meeting_server.domain.people.lobby import Device
from tests.scenes.builders import attendee, new, prepared
from tests.scenes.lobby import arrived


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
