"""How an action from an earlier meeting is coming along: said, kept, and no rating."""

import pytest

from meeting_server.domain.earlier.bring_forward import BringForward, BringPoint
from meeting_server.domain.points.actions import SetAction
from meeting_server.domain.points.items import Item
from meeting_server.domain.points.progress import ClearProgress, NoteProgress
from meeting_server.domain.points.provenance import Difference, Progress
from meeting_server.domain.points.take_back import TakeBackItem
from tests.scenes.builders import Given, new, person, without_device
from tests.scenes.earlier import conference, ended, matched, then, told
from tests.scenes.points import item, on_screen, point

HERE = new("action here")
GAIN = "120 g a week on the clinic chart."


def brought(*also: str):
    """The core group, with the action on its board."""
    points = tuple(BringPoint(new(one), new(f"{one} here")) for one in ("worry", "goal", "action", *also))
    return matched().when("ines", BringForward(then(new("meeting")), points)).ok()


def answers(meeting) -> tuple[Progress, ...]:
    return item(meeting, HERE).progress


def test_an_owner_says_how_it_is_coming_along_and_how_we_know():
    difference = Difference(person("sorrel"), "She has the strength to cry again.")
    said = brought().when("nell", NoteProgress(HERE, "partly", GAIN, (difference,), (person("nell"),))).ok()
    (one,) = answers(said.meeting)
    assert (one.person, one.state, one.evidence, one.differences) == (person("nell"), "partly", GAIN, (difference,))
    assert on_screen(said.meeting, "marla", GAIN)


def test_earlier_answers_are_kept_when_it_is_said_again():
    said = brought().when("nell", NoteProgress(HERE, "not_yet")).when("marla", NoteProgress(HERE, "done", GAIN)).ok()
    assert [(one.person, one.state) for one in answers(said.meeting)] == [
        (person("nell"), "not_yet"), (person("marla"), "done"),
    ]  # fmt: skip


def test_who_looks_after_it_passes_from_a_worker_to_the_familys_network():
    said = brought().when("nell", NoteProgress(HERE, "partly", monitors=(person("nell"),))).ok()
    said = said.when("kit", NoteProgress(HERE, "done", monitors=(person("odile"),))).ok()
    assert [one.monitors for one in answers(said.meeting)] == [(person("nell"),), (person("odile"),)]


def test_a_mother_says_it_on_her_own_phone_and_the_minute_taker_types_it_for_others():
    said = brought().when("marla", NoteProgress(HERE, "done")).ok()
    said = Given(without_device(said.meeting, "odile")).when(
        "tolly", NoteProgress(HERE, "partly", person=person("odile"))
    )
    assert [one.person for one in answers(said.ok().meeting)] == [person("marla"), person("odile")]
    assert brought().when("marla", NoteProgress(HERE, "done", person=person("nell"))).code == "may_not_type_for"


def test_a_childs_words_about_it_go_by_the_chairs_desk_and_not_here():
    assert brought().when("kit", NoteProgress(HERE, "done", person=person("pip"))).code == "childs_words"


def test_what_difference_it_makes_is_said_for_the_children_it_is_about_and_for_no_other():
    for differences in (
        (Difference(person("pip"), "He eats."),),
        (Difference(person("sorrel"), "One."), Difference(person("sorrel"), "Two.")),
    ):
        assert brought().when("kit", NoteProgress(HERE, "done", "", differences)).code == "unknown_child"


@pytest.mark.parametrize("name", ["worry here", "goal here"])
def test_only_an_action_comes_along(name):
    assert brought().when("kit", NoteProgress(new(name), "done")).code == "not_brought"


def test_an_action_of_today_has_not_come_any_way_yet():
    said = brought().when("kit", point("fresh", "Ring the school.", "next")).ok()
    said = said.when("kit", SetAction(new("fresh"), (person("kit"),))).ok()
    assert said.when("kit", NoteProgress(new("fresh"), "done")).code == "not_brought"


def test_words_that_should_not_be_there_go_for_good_and_the_answer_stays():
    said = brought().when("nell", NoteProgress(HERE, "partly", "Pip told a secret.")).ok()
    n = answers(said.meeting)[0].n
    assert said.when("marla", ClearProgress(HERE, n)).code == "not_yours"
    said = said.when("nell", ClearProgress(HERE, n)).ok()
    assert [to.redacts for to in said.said] == [(n,)]
    assert not on_screen(said.meeting, "tolly", "secret")
    assert [(one.state, one.cleared) for one in answers(said.meeting)] == [("partly", True)]
    assert said.when("nell", ClearProgress(HERE, n)).code == "not_found"


def test_taking_the_action_back_takes_every_word_said_of_it():
    said = brought().when("nell", NoteProgress(HERE, "partly", GAIN)).ok()
    n = answers(said.meeting)[0].n
    said = said.when("ines", TakeBackItem(HERE)).ok()
    assert n in said.said[0].redacts
    assert not on_screen(said.meeting, "tolly", GAIN)


def test_an_action_that_is_done_is_not_open_next_time_and_one_that_is_not_says_how_it_stood():
    half = ended(brought().when("nell", NoteProgress(HERE, "partly", GAIN))).meeting
    (left,) = [one for to in told(half) for one in getattr(to.event, "points", ()) if one.what == "action"]
    assert (left.progress, left.progress_on, left.came.date) == ("partly", "2026-03-19", "2026-03-19")
    done = ended(brought().when("nell", NoteProgress(HERE, "done"))).meeting
    both = [one for to in told(conference(), done) for one in getattr(to.event, "points", ())]
    assert [one for one in both if one.what == "action"] == []


def test_new_owners_keep_what_was_said_of_it():
    said = brought().when("nell", NoteProgress(HERE, "changed", "The clinic moved.")).ok()
    said = said.when("kit", SetAction(HERE, (person("kit"),), "2026-05-01")).ok()
    found = item(said.meeting, HERE)
    assert isinstance(found, Item)
    assert [one.state for one in found.progress] == ["changed"]
