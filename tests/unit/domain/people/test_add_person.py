"""Naming people who are not here, once each."""

from meeting_server.domain.audiences import ROOM
from meeting_server.domain.people.add_person import AddPerson
from meeting_server.domain.people.persons import Person
from tests.scenes.builders import given, new, person, room
from tests.scenes.points import childs_words, point


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
