"""Asking for numbers: for which children, about what, and who has answered."""

import pytest

from meeting_server.domain.audiences import ROOM, To, own_stream
from meeting_server.domain.numbers.rounds import Answered, AnswerNoted, AskNumbers, Round
from meeting_server.domain.numbers.save_number import SaveNumber
from meeting_server.domain.people.leave import Leave
from tests.scenes.builders import after, attendee, given, new, person, room
from tests.scenes.numbers import EVERY_ROLE, PIP, ROUND, asked, my, round_of
from tests.scenes.points import boards, point

SMALL = ("pip", "ines", "kit", "marla", "ivo")


def test_the_chair_asks_for_several_children_at_once_in_the_order_they_were_named():
    children = room().children()
    assert round_of(asked(children=tuple(reversed(children)))).children == tuple(children)


@pytest.mark.parametrize(
    ("asking", "code"),
    [
        (AskNumbers(ROUND, "happiness", (PIP,)), "unknown_scale"),
        (AskNumbers(ROUND, "safety", ()), "unknown_child"),
        (AskNumbers(ROUND, "safety", (person("marla"),)), "unknown_child"),
        (AskNumbers(ROUND, "safety", (PIP,), ten="All is well."), "both_ends"),
        (AskNumbers(ROUND, "safety", (PIP,), zero="All is lost."), "both_ends"),
        (AskNumbers(ROUND, "safety", (PIP,), about=new("nothing")), "not_found"),
    ],
)
def test_an_asking_that_points_nowhere_is_refused(asking, code):
    assert given(room()).when("ines", asking).code == code


def test_an_asking_may_be_about_a_danger_with_end_words_of_its_own():
    start = given(room()).when("ines", point("danger", "Pip hides alone.", category="danger")).ok()
    about = start.when(
        "ines", AskNumbers(ROUND, "safety", (PIP,), new("danger"), "Never alone.", "Alone each night.")
    ).ok()
    one = round_of(about)
    assert (one.about, one.ten, one.zero, one.state) == (new("danger"), "Never alone.", "Alone each night.", "asked")
    assert about.when("ines", AskNumbers(ROUND, "safety", (PIP,))).code == "id_taken"


def test_who_has_answered_is_known_and_not_what():
    start = asked().when("marla", my(1)).ok().when("ivo", my(9)).ok().when("marla", my(2)).ok()
    assert round_of(start).answered == (Answered(PIP, person("marla")), Answered(PIP, person("ivo")))
    assert start.streams == [own_stream(attendee("marla"))]


def test_who_has_answered_is_named_to_the_desk_alone_and_counted_for_everybody_else():
    said = asked(children=(PIP, person("sorrel"))).when("marla", my(7)).ok().when("ivo", my(3)).ok()
    said = said.when("marla", SaveNumber(ROUND, person("sorrel"), "number", 2)).ok()
    for who in EVERY_ROLE:
        held = boards(said.meeting, who)
        (round,) = held["everyone"]["things"]["rounds"].values()
        told = [(one["child"], one["person"]) for one in round["answered"]]
        assert told == [(PIP, "1"), (PIP, "2"), (person("sorrel"), "1")]
        assert ("round_answers" in held.get("chairs_desk", {"things": {}})["things"]) == (who in ("ines", "tolly"))
    named = boards(said.meeting, "ines")["chairs_desk"]["things"]["round_answers"][ROUND]["answered"]
    assert [one["person"] for one in named] == [person("marla"), person("ivo"), person("marla")]


def test_who_has_answered_is_not_told_with_fewer_than_four_people():
    few = asked(room(only=SMALL)).when("marla", my(1)).ok()
    assert few.streams == [own_stream(attendee("marla"))]
    assert round_of(few).answered == ()
    enough = asked(room(only=(*SMALL, "nell"))).when("marla", my(1)).ok()
    assert round_of(enough).answered == (Answered(PIP, person("marla")),)


def test_those_who_have_left_do_not_count_among_the_four():
    left = asked(room(only=(*SMALL, "nell"))).when("nell", Leave()).ok()
    assert round_of(left.when("marla", my(1)).ok()).answered == ()


def test_who_answered_for_one_child_has_not_answered_for_another():
    both = given(room()).when("ines", AskNumbers(ROUND, "safety", (PIP, person("sorrel")))).ok()
    said = both.when("marla", SaveNumber(ROUND, PIP, "number", 3)).ok()
    said = said.when("ivo", SaveNumber(ROUND, person("sorrel"), "dont_know")).ok()
    assert round_of(said).answered == (Answered(PIP, person("marla")), Answered(person("sorrel"), person("ivo")))
    again = said.when("marla", SaveNumber(ROUND, PIP, "number", 4)).ok()
    assert round_of(again).answered == round_of(said).answered


def test_what_an_older_release_noted_says_no_child():
    meeting = given(room()).when("ines", AskNumbers(ROUND, "safety", (PIP,))).ok().meeting
    noted = after(meeting, [To(ROOM, AnswerNoted(ROUND, person("marla")))])
    found = noted.room.get(Round, ROUND)
    assert found
    assert found.answered == (Answered(None, person("marla")),)
