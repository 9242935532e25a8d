"""Being let in: not to a person one is kept apart from, and not to a child's words that were found safe for others."""

import pytest

from meeting_server.domain.asides.let_in import LetIn
from meeting_server.domain.asides.put_aside import PutAside, Restore
from meeting_server.domain.audiences import DESK, ROOM, To
from meeting_server.domain.numbers.held_numbers import ReleaseNumber
from meeting_server.domain.numbers.numbers import number_id
from meeting_server.domain.numbers.rounds import AskNumbers
from meeting_server.domain.numbers.save_number import SaveNumber
from meeting_server.domain.numbers.show_numbers import ShowNumbers
from meeting_server.domain.people.apart import KeptApart
from meeting_server.domain.people.attendance import AttendanceStated, AttendeeInvited
from meeting_server.domain.people.lobby import TurnAway
from meeting_server.domain.people.persons import find_attendee
from meeting_server.domain.points.release import ReleaseItem
from meeting_server.domain.points.take_back import TakeBackItem
from tests.scenes.builders import after, attendee, device, given, new, person, room
from tests.scenes.lobby import arrived
from tests.scenes.points import childs_words, on_screen, point

SHOWN = new("shown")
SAID = "When it gets loud I go to the airing cupboard."


def released(absent=("caspian",)):
    """Words of Pip's were found safe for those who are here."""
    said = given(room(absent=absent)).when("kit", childs_words()).ok()
    return said.when("ines", ReleaseItem(new("words"), SHOWN)).ok()


def at_the_door(who="caspian", **more):
    """The same, and this person waits."""
    return given(arrived(released(**more).meeting, who))


def test_a_childs_words_are_asked_about_before_family_comes_in_later_and_the_chair_alone_answers():
    waits = at_the_door()
    assert waits.when("ines", LetIn(device("caspian"))).code == "childs_words"
    assert waits.when("tolly", LetIn(device("caspian"))).code == "childs_words"
    assert waits.when("tolly", LetIn(device("caspian"), still_safe=True)).code == "childs_words"
    assert find_attendee(waits.meeting, attendee("caspian")).attendance == "invited"
    let = waits.when("ines", LetIn(device("caspian"), still_safe=True)).ok()
    assert find_attendee(let.meeting, attendee("caspian")).attendance == "here"
    assert on_screen(let.meeting, "caspian", SAID)


def test_once_they_are_put_aside_nobody_has_to_answer_and_the_words_are_not_read():
    aside = at_the_door().when("tolly", PutAside(new("aside"), "items", SHOWN, "To be looked at again.")).ok()
    let = aside.when("tolly", LetIn(device("caspian"))).ok()
    assert not on_screen(let.meeting, "caspian", SAID)


def test_words_that_were_put_back_or_taken_back_count_as_they_then_stand():
    aside = at_the_door().when("ines", PutAside(new("aside"), "items", SHOWN, "To be looked at again.")).ok()
    back = aside.when("ines", Restore(new("aside"))).ok()
    assert back.when("ines", LetIn(device("caspian"))).code == "childs_words"
    gone = at_the_door().when("kit", TakeBackItem(SHOWN, "Not his words.")).ok()
    assert gone.when("ines", LetIn(device("caspian"))).ok()


def test_who_comes_with_their_work_and_who_was_here_all_along_are_let_in_as_ever():
    worker = given(arrived(released(absent=("saffron",)).meeting, "saffron"))
    assert worker.when("tolly", LetIn(device("saffron"))).ok()
    second = given(arrived(released().meeting, "marla", new("tablet")))
    assert second.when("tolly", LetIn(new("tablet"))).ok()


def test_before_the_start_and_while_the_words_wait_on_the_desk_nothing_is_asked():
    assert (
        given(arrived(room(opened=False, absent=("caspian",)), "caspian")).when("tolly", LetIn(device("caspian"))).ok()
    )
    held = given(room(absent=("caspian",))).when("kit", childs_words()).ok()
    assert given(arrived(held.meeting, "caspian")).when("tolly", LetIn(device("caspian"))).ok()


def test_who_comes_back_is_asked_about_only_for_what_was_said_since():
    left = To(ROOM, AttendanceStated(attendee("marla"), "left"))
    said = released()
    back = arrived(after(said.meeting, [left], said.time + 1), "marla", new("tablet"))
    assert given(back).when("tolly", LetIn(new("tablet"))).ok()
    more = given(back, said.time + 60_000).when("kit", childs_words("more", "And I count to ten.")).ok()
    more = more.when("ines", ReleaseItem(new("more"), new("more shown"))).ok()
    assert more.when("tolly", LetIn(new("tablet"))).code == "childs_words"


def test_a_childs_own_words_are_theirs():
    invited = To(ROOM, AttendeeInvited(attendee("pip"), person("pip"), "child_attending", "child"))
    meeting = arrived(after(released().meeting, [invited]), "pip")
    assert given(meeting).when("tolly", LetIn(device("pip"))).ok()


def test_the_reason_of_a_childs_number_is_a_childs_words_too():
    round, pip = new("round"), person("pip")
    asked = given(room(absent=("caspian",))).when("ines", AskNumbers(round, "safety", (pip,))).ok()
    given_for = asked.when("tolly", SaveNumber(round, pip, "number", 3, SAID, pip)).ok()
    shown = given_for.when("ines", ShowNumbers(round)).ok().when("ines", ReleaseNumber(number_id(round, pip, pip))).ok()
    waits = given(arrived(shown.meeting, "caspian"))
    assert waits.when("ines", LetIn(device("caspian"))).code == "childs_words"
    number = number_id(round, pip, pip)
    aside = waits.when("ines", PutAside(new("aside"), "numbers", number, "To be looked at again.")).ok()
    assert aside.when("ines", LetIn(device("caspian"))).ok()


def test_words_about_a_child_that_others_said_ask_nothing():
    said = given(room(absent=("caspian",))).when("kit", point(children=(person("pip"),))).ok()
    assert given(arrived(said.meeting, "caspian")).when("tolly", LetIn(device("caspian"))).ok()


@pytest.mark.parametrize("still_safe", [False, True])
def test_what_is_said_of_a_childs_words_does_not_answer_for_people_who_are_kept_apart(still_safe):
    apart = To(DESK, KeptApart(person("marla"), person("caspian")))
    waits = given(arrived(after(released().meeting, [apart]), "caspian"))
    assert waits.when("ines", LetIn(device("caspian"), still_safe=still_safe)).code == "kept_apart"
    assert waits.when("ines", LetIn(device("caspian"), together=True)).code == "childs_words"
    assert waits.when("ines", LetIn(device("caspian"), together=True, still_safe=True)).ok()


def at_the_door_apart_from(*here):
    """Caspian waits; Marla, from whom he is kept apart, and these others are in."""
    absent = tuple({"caspian", "marla"} - set(here))
    meeting = after(room(absent=absent), [To(DESK, KeptApart(person("marla"), person("caspian")))])
    return arrived(meeting, "caspian")


def test_nobody_is_let_in_to_one_they_are_kept_apart_from_before_it_was_asked_about_once_more():
    waits = at_the_door_apart_from("marla")
    assert given(waits).when("ines", LetIn(device("caspian"))).code == "kept_apart"
    assert given(waits).when("tolly", LetIn(device("caspian"))).code == "kept_apart"
    let = given(waits).when("ines", LetIn(device("caspian"), together=True)).ok()
    assert find_attendee(let.meeting, attendee("caspian")).attendance == "here"


def test_being_kept_apart_holds_up_nobody_while_the_other_is_not_here_or_who_is_in_already():
    alone = given(at_the_door_apart_from()).when("ines", LetIn(device("caspian"))).ok()
    again = arrived(alone.meeting, "caspian", new("tablet"))
    marla = given(arrived(again, "marla")).when("ines", LetIn(device("marla"), together=True)).ok()
    assert marla.when("ines", LetIn(new("tablet"))).code is None
    assert marla.when("ines", TurnAway(new("tablet"))).code is None
