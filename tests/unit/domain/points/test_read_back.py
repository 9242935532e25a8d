"""Reading words back to the person they were typed for, and noting the answer given aloud."""

from dataclasses import replace

from meeting_server.domain.audiences import ROOM, To
from meeting_server.domain.people.add_person import AddPerson
from meeting_server.domain.people.attendance import AttendanceStated
from meeting_server.domain.people.typists import NameTypist
from meeting_server.domain.points.items import AddItem, ChangeItem
from meeting_server.domain.points.read_back import ReadBack
from meeting_server.domain.points.release import ReleaseItem
from meeting_server.domain.points.take_back import TakeBackItem
from meeting_server.domain.points.views import AgreeItem, ConfirmWords, SeeDifferently
from tests.scenes.builders import Given, after, attendee, given, new, person, room, without_device
from tests.scenes.points import childs_words, item, point

GP = new("gp")


def typed_for(speaker, by="tolly", name="p", **more):
    """A room in which this was typed for somebody; Marla and Kit are here without a device."""
    return (
        given(without_device(room(), "marla", "kit"))
        .when(by, AddItem(new(name), "worries", "It was cold.", speaker=speaker, **more))
        .ok()
    )


def test_what_somebody_answers_aloud_stands_on_the_point_with_its_time():
    said = typed_for(person("marla")).when("tolly", ReadBack(new("p"), True)).ok()
    found = item(said.meeting, new("p"))
    assert (found.confirmed, found.read_back_at, found.read_back_by) == ("yes", said.time, attendee("tolly"))
    assert said.streams == [ROOM]


def test_words_read_back_and_not_right_wait_again_once_they_are_changed():
    no = typed_for(person("marla")).when("tolly", ReadBack(new("p"), False)).ok()
    assert (item(no.meeting, new("p")).confirmed, item(no.meeting, new("p")).read_back_at) == ("no", no.time)
    changed = no.when("tolly", ChangeItem(new("p"), 1, "It was very cold.")).ok()
    assert (item(changed.meeting, new("p")).confirmed, item(changed.meeting, new("p")).read_back_at) == (
        "waiting",
        None,
    )
    yes = changed.when("tolly", ReadBack(new("p"), True)).ok()
    assert item(yes.meeting, new("p")).confirmed == "yes"


def test_nobody_answers_for_somebody_who_is_not_here_and_who_is_only_spoken_of_is_asked_on_the_telephone():
    named = given(room(absent=("marla",))).when("tolly", AddPerson(GP, "Dr Lark Ottermere", "family doctor")).ok()
    said = named.when("tolly", AddItem(new("p"), "worries", "Two missed visits.", speaker=GP)).ok()
    assert item(said.meeting, new("p")).confirmed == "none"
    assert said.when("kit", ReadBack(new("p"), True)).code == "may_not_type_for"
    back = said.when("tolly", ReadBack(new("p"), True)).ok()
    assert item(back.meeting, new("p")).confirmed == "yes", "on the telephone"
    away = said.when("tolly", AddItem(new("q"), "worries", "It was cold.", speaker=person("marla"))).ok()
    assert away.when("tolly", ReadBack(new("q"), True)).code == "away"


def on_her_phone():
    """Words typed for Marla, who is here on her own phone."""
    return given(room()).when("tolly", AddItem(new("p"), "worries", "It was cold.", speaker=person("marla"))).ok()


def test_what_somebody_can_answer_on_their_own_device_is_not_read_back():
    assert on_her_phone().when("tolly", ReadBack(new("p"), True)).code == "own_device"


def test_only_the_minute_taker_or_whoever_they_named_reads_back_and_not_what_they_named_typed():
    typed = typed_for(person("marla"))
    assert typed.when("saffron", ReadBack(new("p"), True)).code == "may_not_type_for"
    named = typed.when("ines", NameTypist(person("marla"), person("odile"))).ok()
    assert named.when("odile", ReadBack(new("p"), True)).code is None
    own = named.when("odile", AddItem(new("q"), "worries", "She was cold.", speaker=person("marla"))).ok()
    assert own.when("odile", ReadBack(new("q"), True)).code == "may_not_type_for"


def test_what_somebody_answered_themselves_stands():
    for right in (True, False):
        own = on_her_phone().when("marla", ConfirmWords(new("p"), right)).ok()
        for other in (True, False):
            assert own.when("tolly", ReadBack(new("p"), other)).code == "answered_already"


def let_in_again(outcome):
    """Marla once she is here on her phone again."""
    meeting = after(outcome.meeting, [To(ROOM, AttendanceStated(attendee("marla"), "here"))])
    return Given(meeting, outcome.time)


def test_their_own_answer_takes_the_place_of_the_one_given_aloud():
    aloud = typed_for(person("marla")).when("tolly", ReadBack(new("p"), True)).ok()
    own = let_in_again(aloud).when("marla", ConfirmWords(new("p"), False)).ok()
    assert (item(own.meeting, new("p")).confirmed, item(own.meeting, new("p")).read_back_at) == ("no", None)


def test_a_mistaken_answer_aloud_can_be_put_right():
    aloud = typed_for(person("marla")).when("tolly", ReadBack(new("p"), True)).ok()
    assert item(aloud.when("tolly", ReadBack(new("p"), False)).ok().meeting, new("p")).confirmed == "no"


def test_reading_back_is_for_words_typed_for_somebody_else():
    own = given(room()).when("marla", point("p")).ok()
    assert own.when("tolly", ReadBack(new("p"), True)).code == "own_words"
    mine = typed_for(person("kit"), by="tolly")
    assert let_in_again(mine).when("kit", ReadBack(new("p"), True)).code == "own_words"


def test_who_may_not_type_for_others_may_not_answer_for_them():
    for who, code in (("marla", "may_not_type_for"), ("juno", "may_not"), ("odile", "may_not_type_for")):
        assert typed_for(person("kit")).when(who, ReadBack(new("p"), True)).code == code


def test_a_child_s_words_are_not_read_back_while_they_wait_and_nothing_taken_back_is():
    held = given(room()).when("tolly", childs_words("p")).ok()
    assert held.when("tolly", ReadBack(new("p"), True)).code == "held"
    shown = held.when("ines", ReleaseItem(new("p"), new("shown"))).ok()
    assert shown.when("tolly", ReadBack(new("shown"), True)).code is None
    gone = typed_for(person("marla")).when("tolly", TakeBackItem(new("p"))).ok()
    assert gone.when("tolly", ReadBack(new("p"), True)).code == "taken_back"


def test_agreement_and_reading_back_do_not_touch_each_other():
    aloud = typed_for(person("marla")).when("tolly", ReadBack(new("p"), True)).ok()
    agreed = aloud.when("kit", AgreeItem(new("p"))).ok()
    assert item(agreed.meeting, new("p")).read_back_at == aloud.time


def test_a_childs_different_view_is_not_typed_past_the_chair():
    said = given(room()).when("kit", point("p")).ok()
    view = SeeDifferently(new("view"), new("p"), "I was awake.", person("pip"))
    assert said.when("tolly", view).code == "childs_words"
    aloud = Given(without_device(said.meeting, "marla"))
    assert aloud.when("tolly", replace(view, person=person("marla"))).code is None
