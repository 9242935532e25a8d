"""The chair shows the numbers all together, and may hide them again."""

import json

from meeting_server.domain.audiences import ROOM
from meeting_server.domain.numbers.numbers import LowNumber, Number
from meeting_server.domain.numbers.rounds import AskNumbers
from meeting_server.domain.numbers.save_number import SaveNumber
from meeting_server.domain.numbers.show_numbers import HideNumbers, ShowNumbers
from tests.scenes.builders import new, person
from tests.scenes.numbers import EVERY_ROLE, OTHERS, PIP, REASON, ROUND, asked, my, number_of, round_of
from tests.scenes.points import boards, on_screen


def test_dont_know_and_rather_not_are_shown_beside_the_numbers():
    start = asked().when("marla", SaveNumber(ROUND, PIP, "rather_not", reason=REASON)).ok()
    shown = number_of(start.when("ines", ShowNumbers(ROUND)).ok(), "marla")
    assert (shown.answer, shown.value, shown.reason) == ("rather_not", None, REASON)


def none_of_them(outcome):
    """What each person's browser holds once Marla would rather not say and Kit gave 7."""
    given = outcome.when("kit", my(7)).ok()
    shown = given.when("ines", ShowNumbers(ROUND)).ok()
    return {who: boards(shown.meeting, who) for who in EVERY_ROLE}


def test_who_gave_no_number_is_named_to_the_desk_alone_and_everybody_reads_that_some_gave_none():
    held = none_of_them(asked().when("marla", SaveNumber(ROUND, PIP, "rather_not", reason=REASON)).ok())
    for who, board in held.items():
        room = board["everyone"]["things"]
        assert [one["person"] for one in room["numbers"].values()] == [person("kit")], who
        assert room["rounds"][ROUND]["some_gave_none"] == [PIP]
        assert (REASON in json.dumps(board)) == (who in ("ines", "tolly", "marla")), who
        desk = board.get("chairs_desk", {"things": {}})["things"]
        assert ("no_numbers" in desk) == (who in ("ines", "tolly")), who


def test_nobody_gave_none_is_no_word():
    held = none_of_them(asked())
    assert all(board["everyone"]["things"]["rounds"][ROUND]["some_gave_none"] == [] for board in held.values())


def test_a_number_given_or_taken_back_to_none_after_the_showing_names_nobody_either():
    shown = asked().when("marla", SaveNumber(ROUND, PIP, "dont_know")).ok().when("kit", my(7)).ok()
    shown = shown.when("ines", ShowNumbers(ROUND)).ok()
    late = (
        shown.when("ivo", SaveNumber(ROUND, PIP, "rather_not"))
        .ok()
        .when("kit", SaveNumber(ROUND, PIP, "dont_know"))
        .ok()
    )
    assert "numbers" not in boards(late.meeting, "odile")["everyone"]["things"]
    assert any(patch["gone"].get("numbers") for _, patch in late.patches), "Kit's number goes from every screen"
    desk = boards(late.meeting, "ines")["chairs_desk"]["things"]["no_numbers"].values()
    assert {one["placement"]["person"] for one in desk} == {person("marla"), person("ivo"), person("kit")}
    told = late.when("marla", my(4)).ok()
    (number,) = boards(told.meeting, "odile")["everyone"]["things"]["numbers"].values()
    assert (number["person"], number["earlier"], number["after_talk"]) == (person("marla"), [], True)


def test_while_numbers_are_hidden_it_is_not_said_either():
    start = asked().when("marla", SaveNumber(ROUND, PIP, "rather_not")).ok().when("kit", my(7)).ok()
    hidden = start.when("ines", ShowNumbers(ROUND)).ok().when("ines", HideNumbers(ROUND)).ok()
    assert boards(hidden.meeting, "odile")["everyone"]["things"]["rounds"][ROUND]["some_gave_none"] == []
    again = hidden.when("ines", ShowNumbers(ROUND)).ok()
    assert boards(again.meeting, "odile")["everyone"]["things"]["rounds"][ROUND]["some_gave_none"] == [PIP]


def test_the_numbers_are_shown_all_together_in_an_order_that_tells_nothing():
    who = ("marla", "ivo", "nell", "odile", "kit", "saffron")
    for order in (who, who[::-1]):
        outcome = asked()
        for value, key in enumerate(order):
            outcome = outcome.when(key, my(value)).ok()
        shown = outcome.when("ines", ShowNumbers(ROUND)).ok()
        (event, *_) = shown.events
        assert ROOM not in shown.streams[1:]
        assert [one.person for one in event.placements] == sorted(map(person, who))


def test_they_are_shown_once():
    shown = asked().when("ines", ShowNumbers(ROUND)).ok()
    assert shown.when("ines", ShowNumbers(ROUND)).code == "already_shown"
    assert shown.when("ines", ShowNumbers(new("nothing"))).code == "not_found"


def test_of_several_rounds_only_the_one_asked_about_is_shown():
    both = asked().when("ines", AskNumbers(new("other"), "safety", (PIP,))).ok()
    both = both.when("marla", my(4)).ok().when("marla", SaveNumber(new("other"), PIP, "number", 9, REASON)).ok()
    shown = both.when("ines", ShowNumbers(ROUND)).ok()
    assert [one.value for one in shown.meeting.room.each(Number)] == [4]
    assert not on_screen(shown.meeting, "ivo", REASON)


def test_a_number_given_after_the_showing_is_marked_late():
    late = asked().when("ines", ShowNumbers(ROUND)).ok().when("caspian", my(6)).ok()
    assert late.streams == [ROOM]
    assert (number_of(late, "caspian").late, number_of(late, "caspian").after_talk) == (True, False)


def test_a_number_changed_after_talk_says_so_and_keeps_what_stood_before():
    start = asked().when("marla", my(8, reason="It is quiet.")).ok().when("ines", ShowNumbers(ROUND)).ok()
    changed = start.when("marla", my(5, reason="Ivo told us more.")).ok().when("marla", my(4)).ok()
    one = number_of(changed, "marla")
    assert (one.value, one.after_talk, one.late) == (4, True, False)
    assert [(was.value, was.reason) for was in one.earlier] == [(8, "It is quiet."), (5, "Ivo told us more.")]


def test_a_low_number_prompts_the_chair_alone_and_only_once_shown():
    sealed = asked().when("nell", my(2)).ok().when("ivo", my(3)).ok()
    assert sealed.meeting.desk.count(LowNumber) == 0
    shown = sealed.when("ines", ShowNumbers(ROUND)).ok()
    assert [(one.person, one.value) for one in shown.meeting.desk.each(LowNumber)] == [(person("nell"), 2)]
    assert "low_numbers" in boards(shown.meeting, "ines")["chairs_desk"]["things"]
    assert not any("low_numbers" in board["things"] for board in boards(shown.meeting, "nell").values())
    late = shown.when("caspian", my(0)).ok()
    assert {one.person for one in late.meeting.desk.each(LowNumber)} == {person("nell"), person("caspian")}


def test_hidden_numbers_leave_every_screen_and_come_back_as_they_were():
    shown = asked().when("marla", my(7, reason=REASON)).ok().when("ines", ShowNumbers(ROUND)).ok()
    hidden = shown.when("ines", HideNumbers(ROUND)).ok()
    assert round_of(hidden).state == "hidden"
    for who in OTHERS:
        assert not on_screen(hidden.meeting, who, REASON)
    assert number_of(hidden, "marla").value == 7
    again = hidden.when("ines", ShowNumbers(ROUND)).ok()
    assert number_of(again, "marla") == number_of(shown, "marla")
    assert round_of(again).shown_at == round_of(shown).shown_at


def test_a_number_given_while_they_are_hidden_is_hidden_too():
    hidden = asked().when("ines", ShowNumbers(ROUND)).ok().when("ines", HideNumbers(ROUND)).ok()
    given_now = hidden.when("marla", my(7, reason=REASON)).ok()
    assert not on_screen(given_now.meeting, "ivo", REASON)
    assert on_screen(given_now.when("ines", ShowNumbers(ROUND)).ok().meeting, "ivo", REASON)


def test_only_shown_numbers_can_be_hidden():
    assert asked().when("ines", HideNumbers(ROUND)).code == "not_shown"
