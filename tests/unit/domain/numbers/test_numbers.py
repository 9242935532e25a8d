"""Numbers from 0 to 10: sealed until the chair shows them all, everyone's own, never an average (L4, D4)."""

import pytest

from meeting_server.domain import replay
from meeting_server.domain.audiences import DESK, ROOM, To, own_stream
from meeting_server.domain.numbers.agree_number import Agreed, AgreeNumber
from meeting_server.domain.numbers.held_numbers import HeldNumber, ReleaseNumber
from meeting_server.domain.numbers.numbers import LowNumber, Number, NumberSealed, SealedNumber, number_id
from meeting_server.domain.numbers.rounds import Answered, AnswerNoted, AskNumbers, Round
from meeting_server.domain.numbers.save_number import SaveNumber
from meeting_server.domain.numbers.show_numbers import HideNumbers, ShowNumbers
from meeting_server.domain.people.leave import Leave
from meeting_server.domain.people.typists import NameTypist
from tests.scenes.builders import Given, actor, after, attendee, given, new, person, room, without_device
from tests.scenes.points import boards, on_screen, point, with_juniper

ROUND = new("round")
PIP = person("pip")
REASON = "Because the house is warm again."
SMALL = ("pip", "ines", "kit", "marla", "ivo")
OTHERS = ("ines", "tolly", "kit", "saffron", "ivo", "odile", "caspian", "tamsin", "juno")


def asked(meeting=None, children=(PIP,), **more):
    """A room that has been asked for its numbers for Pip."""
    return given(meeting or room()).when("ines", AskNumbers(ROUND, "safety", children, **more)).ok()


def my(value, **more):
    """A number for Pip."""
    return SaveNumber(ROUND, PIP, "number", value, **more)


def number_of(outcome, who):
    return outcome.meeting.room.get(Number, number_id(ROUND, PIP, person(who)))


def round_of(outcome):
    return outcome.meeting.room.get(Round, ROUND)


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


def test_who_has_answered_is_known_and_not_what():
    start = asked().when("marla", my(1)).ok().when("ivo", my(9)).ok().when("marla", my(2)).ok()
    assert round_of(start).answered == (Answered(PIP, person("marla")), Answered(PIP, person("ivo")))
    assert start.streams == [own_stream(attendee("marla"))]


def test_who_has_answered_is_not_told_with_fewer_than_four_people():
    few = asked(room(only=SMALL)).when("marla", my(1)).ok()
    assert few.streams == [own_stream(attendee("marla"))]
    assert round_of(few).answered == ()
    enough = asked(room(only=(*SMALL, "nell"))).when("marla", my(1)).ok()
    assert round_of(enough).answered == (Answered(PIP, person("marla")),)


def test_those_who_have_left_do_not_count_among_the_four():
    left = asked(room(only=(*SMALL, "nell"))).when("nell", Leave()).ok()
    assert round_of(left.when("marla", my(1)).ok()).answered == ()


def flat(who, start=None):
    """Numbers asked for, and somebody here without a device: perhaps not from the start."""
    start = start or asked()
    return Given(without_device(start.meeting, who), start.time)


def test_a_number_typed_for_somebody_is_hidden_from_its_typist_once_sent():
    start = flat("odile").when("tolly", my(3, reason=REASON, person=person("odile"))).ok()
    (sent,) = boards(start.meeting, "tolly")["own"]["things"]["sealed"].values()
    assert (sent["answer"], sent["value"], sent["reason"], sent["person"]) == ("sent", None, "", person("odile"))
    ((stream, patch), *_) = start.patches
    assert stream == own_stream(attendee("tolly"))
    assert patch["put"]["sealed"] == {sent["id"]: sent}
    shown = start.when("ines", ShowNumbers(ROUND)).ok()
    assert (number_of(shown, "odile").value, number_of(shown, "odile").recorded_by) == (3, attendee("tolly"))


def test_ones_own_number_counts_before_one_typed_for_one():
    own = asked().when("odile", my(8)).ok()
    outcome = flat("odile", own).when("tolly", my(2, person=person("odile"))).ok()
    assert number_of(outcome.when("ines", ShowNumbers(ROUND)).ok(), "odile").value == 8


def test_of_two_typed_for_somebody_the_later_counts():
    start = flat("odile").when("tolly", my(2, person=person("odile"))).ok()
    start = start.when("ines", my(6, person=person("odile"))).ok()
    assert number_of(start.when("ines", ShowNumbers(ROUND)).ok(), "odile").value == 6


def test_nobody_gives_or_changes_the_number_of_somebody_who_is_here_on_a_device():
    shown = asked().when("marla", my(7)).ok().when("ines", ShowNumbers(ROUND)).ok()
    for who in ("kit", "tolly", "ines"):
        assert asked().when(who, my(0, person=person("marla"))).code in ("own_device", "may_not_type_for")
        assert shown.when(who, my(0, person=person("marla"))).code in ("own_device", "may_not_type_for")
    assert number_of(shown, "marla").value == 7


def test_nobody_gives_a_number_in_the_name_of_somebody_who_may_give_none():
    for whose in ("ines", "tolly", "tamsin", "juno"):
        assert flat("odile").when("tolly", my(3, person=person(whose))).code == "may_not_place"


def test_nobody_gives_a_number_that_is_not_theirs_to_give():
    assert asked().when("marla", my(3, person=person("odile"))).code == "may_not_type_for"
    assert asked().when("tolly", my(3)).code == "may_not_place"
    assert asked().when("tamsin", my(3)).code == "may_not_place"
    assert asked().when("juno", my(3)).code == "may_not"


def test_an_answer_is_a_number_or_says_why_there_is_none():
    for answer in ("dont_know", "rather_not"):
        assert asked().when("marla", SaveNumber(ROUND, PIP, answer)).code is None
        assert asked().when("marla", SaveNumber(ROUND, PIP, answer, 4)).code == "value_missing"
    assert asked().when("marla", SaveNumber(ROUND, PIP, "number")).code == "value_missing"


def test_only_what_was_asked_for_can_be_answered():
    assert asked().when("marla", SaveNumber(ROUND, person("sorrel"), "number", 4)).code == "not_asked"
    assert given(room()).when("marla", my(4)).code == "not_found"


def test_dont_know_and_rather_not_are_shown_beside_the_numbers():
    start = asked().when("marla", SaveNumber(ROUND, PIP, "rather_not", reason=REASON)).ok()
    shown = number_of(start.when("ines", ShowNumbers(ROUND)).ok(), "marla")
    assert (shown.answer, shown.value, shown.reason) == ("rather_not", None, REASON)


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
