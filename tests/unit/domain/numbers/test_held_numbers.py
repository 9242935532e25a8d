"""A child's number waits on the chair's desk when the others are shown."""

from meeting_server.domain.numbers.held_numbers import HeldNumber, ReleaseNumber
from meeting_server.domain.numbers.numbers import LowNumber, number_id
from meeting_server.domain.numbers.show_numbers import ShowNumbers
from meeting_server.domain.people.typists import NameTypist
from tests.scenes.builders import person
from tests.scenes.numbers import PIP, REASON, ROUND, asked, my, number_of
from tests.scenes.points import on_screen, with_juniper

HELD = number_id(ROUND, PIP, person("juniper"))


def test_a_childs_own_number_waits_on_the_chairs_desk_when_the_others_are_shown():
    start = asked(with_juniper()).when("juniper", my(1, reason=REASON)).ok()
    shown = start.when("ines", ShowNumbers(ROUND)).ok()
    assert number_of(shown, "juniper") is None
    assert shown.meeting.desk.get(HeldNumber, HELD).placement.value == 1
    assert not on_screen(shown.meeting, "marla", REASON)
    assert shown.meeting.desk.count(LowNumber) == 0
    released = shown.when("ines", ReleaseNumber(HELD)).ok()
    one = number_of(released, "juniper")
    assert (one.value, one.late, one.after_talk) == (1, False, False)
    assert released.meeting.desk.count(LowNumber) == 1
    assert released.when("ines", ReleaseNumber(HELD)).code == "not_found"


def test_a_childs_number_typed_by_their_advocate_waits_too():
    assert asked().when("tamsin", my(4, person=person("pip"))).code == "may_not_type_for", "nobody named her yet"
    named = asked().when("ines", NameTypist(person("pip"), person("tamsin"))).ok()
    start = named.when("tamsin", my(4, reason=REASON, person=person("pip"))).ok()
    shown = start.when("ines", ShowNumbers(ROUND)).ok()
    assert number_of(shown, "pip") is None
    assert shown.meeting.desk.count(HeldNumber) == 1


def test_a_childs_late_number_waits_too_and_says_that_it_was_late():
    late = asked(with_juniper()).when("ines", ShowNumbers(ROUND)).ok().when("juniper", my(6, reason=REASON)).ok()
    assert number_of(late, "juniper") is None
    assert not on_screen(late.meeting, "marla", REASON)
    assert number_of(late.when("ines", ReleaseNumber(HELD)).ok(), "juniper").late


def test_a_childs_number_changed_while_it_waits_keeps_that_it_was_given_in_time():
    start = asked(with_juniper()).when("juniper", my(8)).ok().when("ines", ShowNumbers(ROUND)).ok()
    one = number_of(start.when("juniper", my(6)).ok().when("ines", ReleaseNumber(HELD)).ok(), "juniper")
    assert (one.value, one.late, one.after_talk) == (6, False, True)
    assert [was.value for was in one.earlier] == [8]


def test_a_childs_number_changed_once_shown_goes_by_the_desk_again():
    start = asked(with_juniper()).when("juniper", my(8)).ok().when("ines", ShowNumbers(ROUND)).ok()
    shown = start.when("ines", ReleaseNumber(HELD)).ok()
    changed = shown.when("juniper", my(6)).ok()
    assert number_of(changed, "juniper").value == 8
    one = number_of(changed.when("ines", ReleaseNumber(HELD)).ok(), "juniper")
    assert (one.value, one.after_talk, [was.value for was in one.earlier]) == (6, True, [8])
