"""How people see an adult of the family: side by side, never merged; what was said before stays, a quote as it was said."""

import pytest

from meeting_server.domain.ending.checks import gaps
from meeting_server.domain.people.add_person import AddPerson
from meeting_server.domain.supervision.adult_views import AdultView, ClearAdultView, ViewAdult, unasked, view_id
from meeting_server.domain.supervision.behaviours import AddBehaviour, Behaviour, TakeBackBehaviour, adults
from tests.scenes.builders import Given, attendee, given, new, person, room, without_device
from tests.scenes.points import on_screen
from tests.scenes.supervision import DORRAN, DRINK, MARLA, RANG, busy, drink, supervision

WHY = "9 of 10 sessions."


def view(said, who, question="ready", adult=MARLA, behaviour=DRINK):
    return said.meeting.room.get(AdultView, view_id(question, adult, behaviour, person(who)))


def test_two_people_see_the_same_adult_differently_and_both_views_stand():
    said = busy()
    assert {(one.person, one.answer, one.lapse) for one in said.meeting.room.each(AdultView)} == {
        (person("bex"), "action", True), (person("kit"), "contemplation", False),
    }  # fmt: skip


def test_ones_own_earlier_view_is_kept_with_its_time_and_nobody_elses_is_touched():
    before = busy()
    said = before.when("bex", drink("relapse", why="Back to every night.")).ok()
    one = view(said, "bex")
    assert (one.answer, one.lapse, one.at) == ("relapse", False, said.time)
    (was,) = one.earlier
    assert (was.answer, was.lapse, was.why, was.quote, was.talk) == ("action", True, WHY, RANG, "steps")
    assert was.at == view(before, "bex").at
    assert view(said, "kit") == view(before, "kit")


def test_a_behaviour_is_one_adults_and_is_named_once():
    said = busy()
    assert said.when("zara", AddBehaviour(new("again"), MARLA, "alcohol")).code == "behaviour_there"
    assert said.when("zara", AddBehaviour(DRINK, DORRAN, "Alcohol")).code == "id_taken"
    assert said.when("zara", AddBehaviour(new("his"), DORRAN, "Alcohol")).code is None
    assert said.when("zara", ViewAdult("ready", DORRAN, "action", DRINK)).code == "choose_behaviour"


@pytest.mark.parametrize("who", ["pip", "juniper", "kit", "lark"])
def test_children_and_professionals_are_nobodys_case_of_change(who):
    said = busy()
    assert said.when("kit", ViewAdult("engaged", person(who), "yes")).code == "not_an_adult"
    assert said.when("kit", AddBehaviour(new("b"), person(who), "Alcohol")).code == "not_an_adult"


def test_a_relative_named_in_the_middle_of_the_talk_can_be_asked_about():
    said = busy().when("tolly", AddPerson(new("nan"), "Lettice Quill", "grandmother")).ok()
    assert said.when("kit", ViewAdult("engaged", new("nan"), "yes")).code is None


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (ViewAdult("ready", MARLA, "action"), "choose_behaviour"),
        (ViewAdult("engaged", MARLA, "yes", DRINK), "choose_behaviour"),
        (ViewAdult("ready", MARLA, "action", new("nothing")), "choose_behaviour"),
        (drink("yes"), "unknown_answer"),
        (drink("relapse", lapse=True), "no_lapse"),
        (ViewAdult("engaged", MARLA, "no", lapse=True), "no_lapse"),
        (drink(quote=RANG, talk="shouting"), "unknown_talk"),
        (ViewAdult("engaged", MARLA, "no", quote=RANG, talk="steps"), "unknown_talk"),
        (drink(talk="steps"), "no_quote"),
        (ViewAdult("liked", MARLA, "yes"), "no_adult_questions"),
        (drink(person=person("pip")), "childs_words"),
    ],
)
def test_what_the_question_does_not_offer_is_refused(command, code):
    assert busy().when("kit", command).code == code


def test_a_view_is_typed_for_somebody_by_those_who_may_and_is_that_persons():
    said = Given(without_device(busy().meeting, "zara")).when("tolly", drink("preparation", person=person("zara"))).ok()
    assert busy().when("tolly", drink("preparation", person=person("zara"))).code == "own_device"
    one = view(said, "zara")
    assert (one.person, one.recorded_by, one.answer) == (person("zara"), attendee("tolly"), "preparation")
    assert said.when("juno", drink()).code == "may_not"


def test_a_meeting_whose_template_does_not_ask_takes_none():
    assert given(room()).when("kit", ViewAdult("engaged", MARLA, "yes")).code == "no_adult_questions"
    assert given(room()).when("kit", AddBehaviour(DRINK, MARLA, "Alcohol")).code == "no_adult_questions"


def test_words_that_should_not_be_there_go_for_good_now_and_before_and_the_answer_stays():
    said = busy().when("bex", drink("preparation", why="Again.")).ok()
    clear = ClearAdultView("ready", MARLA, DRINK, person("bex"))
    assert said.when("kit", clear).code == "not_yours"
    said = said.when("bex", clear).ok()
    assert len(said.said[0].redacts) == 2
    for words in (WHY, RANG, "Again."):
        assert not on_screen(said.meeting, "tolly", words)
    one = view(said, "bex")
    assert (one.answer, [was.answer for was in one.earlier]) == ("preparation", ["action"])
    assert said.when("bex", clear).code == "not_found"
    assert said.when("bex", drink("action", why="New words.")).ok().when("tolly", clear).code == "not_yours"


def test_the_name_of_a_behaviour_is_taken_back_and_the_views_on_it_stay():
    said = busy()
    assert said.when("bex", TakeBackBehaviour(DRINK)).code == "not_yours"
    said = said.when("kit", TakeBackBehaviour(DRINK, "A wrong word.")).ok()
    assert len(said.said[0].redacts) == 1
    assert not on_screen(said.meeting, "bex", "Alcohol")
    assert said.meeting.room.count(AdultView) == 2
    assert said.meeting.room.get(Behaviour, DRINK).taken_back.why == "A wrong word."
    assert said.when("kit", TakeBackBehaviour(DRINK)).code == "not_found"
    assert said.when("bex", drink()).code == "choose_behaviour"
    assert said.when("kit", AddBehaviour(new("anew"), MARLA, "Alcohol")).code is None


def test_the_adults_are_those_of_the_family_at_the_meeting_or_only_spoken_of():
    assert {MARLA, DORRAN, person("odile")} <= set(adults(supervision()))
    assert not {person("pip"), person("kit"), person("lark")} & set(adults(supervision()))
    assert MARLA in adults(room()), "a parent who is there is no less an adult of the family"


def test_an_adult_of_whom_one_question_is_left_out_is_missed_at_the_end():
    said = busy()
    for question in ("engaged", "agreed"):
        assert MARLA in unasked(said.meeting)
        said = said.when("kit", ViewAdult(question, MARLA, "not_known")).ok()
    assert MARLA not in unasked(said.meeting)
    (gap,) = [one for one in gaps(said.meeting) if one.check == "adults_unasked"]
    assert DORRAN in gap.things
    assert unasked(room()) == []
