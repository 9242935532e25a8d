"""Numbers from 0 to 10: sealed until the chair shows them, each person's own, never an average (L4, D4)."""

from meeting_server.domain import replay
from meeting_server.domain.audiences import DESK, own_stream
from meeting_server.domain.numbers.agree_number import Agreed
from meeting_server.domain.numbers.numbers import Number, NumberSealed, SealedNumber
from meeting_server.domain.numbers.rounds import Round
from meeting_server.domain.numbers.save_number import SaveNumber
from meeting_server.domain.numbers.show_numbers import ShowNumbers
from tests.scenes.builders import actor, attendee, person
from tests.scenes.numbers import OTHERS, PIP, REASON, ROUND, asked, my, number_of
from tests.scenes.points import boards, on_screen


def test_a_number_stays_sealed_until_the_chair_shows_it():
    sealed = asked().when("marla", my(7, reason=REASON)).ok()
    assert sealed.streams[0] == own_stream(attendee("marla"))
    assert sealed.events[0] == NumberSealed(ROUND, PIP, person("marla"), "number", 7, REASON, False)
    for who in OTHERS:
        assert not on_screen(sealed.meeting, who, REASON)
        assert boards(sealed.meeting, who)["own"]["things"] == {}
    shown = sealed.when("ines", ShowNumbers(ROUND)).ok()
    for who in OTHERS:
        assert on_screen(shown.meeting, who, REASON)
    assert (number_of(shown, "marla").value, number_of(shown, "marla").late) == (7, False)


def test_what_the_room_hears_while_sealed_is_the_same_whatever_the_number_is():
    for who in OTHERS:
        heard = {repr(boards(asked().when("marla", answer).ok().meeting, who))
                 for answer in (my(0), my(10, reason=REASON), SaveNumber(ROUND, PIP, "rather_not"))}  # fmt: skip
        assert len(heard) == 1


def test_the_writer_sees_their_own_sealed_number_and_can_change_it():
    start = asked().when("marla", my(7)).ok().when("marla", my(5, reason=REASON)).ok()
    (mine,) = boards(start.meeting, "marla")["own"]["things"]["sealed"].values()
    assert (mine["value"], mine["reason"], mine["answer"]) == (5, REASON, "number")
    shown = start.when("ines", ShowNumbers(ROUND)).ok()
    assert number_of(shown, "marla").value == 5
    assert number_of(shown, "marla").earlier == ()
    assert not number_of(shown, "marla").after_talk


def test_nothing_anywhere_is_an_average():
    start = asked()
    for who, value in (("marla", 10), ("ivo", 3), ("nell", 3), ("odile", 9)):
        start = start.when(who, my(value)).ok()
    shown = start.when("ines", ShowNumbers(ROUND)).ok()
    values = [one["value"] for one in boards(shown.meeting, "ines")["everyone"]["things"]["numbers"].values()]
    assert sorted(values) == [3, 3, 9, 10]
    assert not {name for cls in (Round, Number, Agreed, SealedNumber) for name in cls.__slots__} & {
        "mean",
        "average",
        "median",
    }


def test_a_second_device_of_the_writer_holds_the_same_sealed_number():
    start = asked().when("marla", my(7)).ok()
    held = replay.boards(start.meeting, actor(start.meeting, "marla"))
    assert len(held["own"]["things"]["sealed"]) == 1
    assert DESK not in held
