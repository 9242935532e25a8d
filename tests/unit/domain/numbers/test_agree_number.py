"""The number the room agrees on stands beside the others and changes none."""

from meeting_server.domain.numbers.agree_number import Agreed, AgreeNumber
from meeting_server.domain.numbers.numbers import Number
from meeting_server.domain.numbers.show_numbers import ShowNumbers
from tests.scenes.builders import person
from tests.scenes.numbers import PIP, ROUND, asked, my


def test_what_the_room_agrees_on_stands_beside_the_numbers_and_changes_none():
    shown = asked().when("marla", my(8)).ok().when("ivo", my(2)).ok().when("ines", ShowNumbers(ROUND)).ok()
    agreed = shown.when("ines", AgreeNumber(ROUND, PIP, True, 4, "Until Easter.")).ok()
    one = agreed.meeting.room.get(Agreed, f"{ROUND}:{PIP}")
    assert (one.agrees, one.value, one.text) == (True, 4, "Until Easter.")
    assert list(agreed.meeting.room.each(Number)) == list(shown.meeting.room.each(Number))
    differs = agreed.when("ines", AgreeNumber(ROUND, PIP, False, text="Far apart.")).ok()
    assert differs.meeting.room.get(Agreed, f"{ROUND}:{PIP}").agrees is False


def test_the_room_agrees_on_numbers_it_has_seen():
    assert asked().when("ines", AgreeNumber(ROUND, PIP, True, 4)).code == "not_shown"
    shown = asked().when("ines", ShowNumbers(ROUND)).ok()
    assert shown.when("ines", AgreeNumber(ROUND, PIP, True)).code == "value_missing"
    assert shown.when("ines", AgreeNumber(ROUND, person("sorrel"), True, 4)).code == "not_asked"
