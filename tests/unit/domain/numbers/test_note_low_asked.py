"""The chair has asked about a low number: the desk keeps it, and no other board hears of it."""

from meeting_server.domain.audiences import DESK
from meeting_server.domain.numbers.note_low_asked import NoteLowAsked
from meeting_server.domain.numbers.numbers import LowNumber, number_id
from meeting_server.domain.numbers.show_numbers import ShowNumbers
from tests.scenes.builders import person
from tests.scenes.numbers import PIP, ROUND, asked, my
from tests.scenes.points import boards

ASKED = NoteLowAsked(ROUND, PIP)


def shown():
    both = asked().when("nell", my(2)).ok().when("ivo", my(1)).ok().when("marla", my(7)).ok()
    return both.when("ines", ShowNumbers(ROUND)).ok()


def test_all_the_low_numbers_of_a_child_are_asked_about_at_once_and_stay_so():
    noted = shown().when("ines", ASKED).ok()
    assert noted.streams == [DESK]
    assert [one.asked for one in noted.meeting.desk.each(LowNumber)] == [True, True]
    assert noted.when("ines", ASKED).code == "not_found"


def test_a_low_number_that_comes_up_later_asks_again():
    later = shown().when("ines", ASKED).ok().when("caspian", my(0)).ok()
    waiting = [one.person for one in later.meeting.desk.each(LowNumber) if not one.asked]
    assert waiting == [person("caspian")]
    changed = later.when("ines", ASKED).ok().when("nell", my(1)).ok()
    assert changed.meeting.desk.get(LowNumber, number_id(ROUND, PIP, person("nell"))).asked is False


def test_a_number_that_was_not_shown_is_not_asked_about():
    assert asked().when("nell", my(2)).ok().when("ines", ASKED).code == "not_found"


def test_no_board_but_the_desk_learns_that_it_was_asked():
    before, after = shown(), shown().when("ines", ASKED).ok()
    for who in ("nell", "marla", "kit"):
        assert boards(before.meeting, who) == boards(after.meeting, who)
