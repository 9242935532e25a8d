"""A child's words go by the chair's desk first, and reach the room when the chair finds them safe to show (D10, S4)."""

from dataclasses import replace

import pytest

from meeting_server.domain.audiences import DESK, ROOM, own_stream
from meeting_server.domain.deciding.ratings import RateDifferently, SetRating, ShowRating
from meeting_server.domain.points.items import ChangeItem
from meeting_server.domain.points.move import MoveItem
from meeting_server.domain.points.release import ReleaseItem
from meeting_server.domain.points.take_back import TakeBackItem
from meeting_server.domain.points.views import AgreeItem, SeeDifferently
from tests.scenes.builders import attendee, given, new, person, room
from tests.scenes.points import boards, childs_words, item, on_screen, point, with_juniper

SAID = "When it gets loud I go to the airing cupboard."
HELD, SHOWN = new("words"), new("shown")
WRITER = own_stream(attendee("tamsin"))


def held():
    """A room in which Tamsin has handed on Pip's words."""
    return given(room()).when("tamsin", childs_words()).ok()


def test_held_words_stand_with_their_writer_and_on_the_chairs_desk_and_nowhere_else():
    start = held()
    assert start.streams == [WRITER, DESK]
    assert item(start.meeting, HELD, WRITER).held
    assert item(start.meeting, HELD, DESK).held
    assert on_screen(start.meeting, "tamsin", SAID)
    assert on_screen(start.meeting, "ines", SAID)
    assert on_screen(start.meeting, "tolly", SAID)


@pytest.mark.parametrize("who", ["marla", "odile", "caspian", "kit", "saffron", "ivo", "nell", "fenno", "juno"])
def test_nobody_elses_board_changes_while_they_are_held(who):
    outcome = given(room())
    before = boards(outcome.meeting, who)
    for by, command in (("tamsin", childs_words()), ("tamsin", ChangeItem(HELD, 1, "It gets loud.")),
                        ("ines", MoveItem(HELD, "worries", "harm", (person("pip"),)))):  # fmt: skip
        outcome = outcome.when(by, command).ok()
        assert boards(outcome.meeting, who) == before


def test_how_an_adult_came_to_know_them_is_asked():
    for obtained in (None, "overheard"):
        refused = given(room()).when("tamsin", replace(childs_words(), obtained=obtained))
        assert refused.code == "how_obtained"
        assert refused.refused.more["fields"].keys() == {"obtained"}
    assert item(held().meeting, HELD, DESK).obtained == "drawing"


def test_a_child_who_is_here_types_their_own_words_and_is_not_asked_how():
    start = given(with_juniper()).when("juniper", point("words", SAID)).ok()
    assert start.streams == [own_stream(attendee("juniper")), DESK]
    assert item(start.meeting, HELD, DESK).obtained is None
    assert not on_screen(start.meeting, "marla", SAID)


@pytest.mark.parametrize("by", ["juniper", "tolly"])
def test_a_childs_different_view_never_stands_before_everyone_at_once(by):
    start = given(with_juniper()).when("ivo", point()).ok()
    view = SeeDifferently(new("view"), new("point"), SAID, None if by == "juniper" else person("juniper"))
    assert start.when(by, view).code == "childs_words"
    rated = start.when("ines", SetRating(new("rating"), person("pip"), "green", "Calm.")).ok()
    rated = rated.when("ines", ShowRating(new("rating"))).ok()
    mine = RateDifferently(new("other"), new("rating"), SAID, "red", None if by == "juniper" else person("juniper"))
    assert rated.when(by, mine).code == "childs_words"


def test_shown_words_are_a_new_point_in_the_room_that_points_at_nothing_narrower():
    shown = held().when("ines", ReleaseItem(HELD, SHOWN)).ok()
    assert shown.streams[0] == ROOM
    one = item(shown.meeting, SHOWN)
    assert (one.text, one.speaker, one.recorded_by, one.obtained) == (
        SAID,
        person("pip"),
        attendee("tamsin"),
        "drawing",
    )
    assert not one.held
    assert one.shown_as is None
    assert not on_screen(shown.meeting, "marla", HELD)


def test_the_held_ones_point_to_the_one_shown():
    shown = held().when("ines", ReleaseItem(HELD, SHOWN)).ok().meeting
    for stream in (WRITER, DESK):
        assert item(shown, HELD, stream).shown_as == SHOWN
        assert not item(shown, HELD, stream).held


@pytest.mark.parametrize("who", ["tamsin", "tolly", "kit", "marla"])
def test_only_the_chair_finds_them_safe_to_show(who):
    assert held().when(who, ReleaseItem(HELD, SHOWN)).code == "may_not"


def test_they_are_shown_once_and_only_what_is_held_is_shown():
    shown = held().when("ines", ReleaseItem(HELD, SHOWN)).ok()
    assert shown.when("ines", ReleaseItem(HELD, new("again"))).code == "not_found"
    assert shown.when("ines", ReleaseItem(new("nothing"), new("again"))).code == "not_found"
    other = held().when("kit", point()).ok()
    assert other.when("ines", ReleaseItem(new("point"), new("again"))).code == "not_found"
    assert other.when("ines", ReleaseItem(HELD, new("point"))).code == "id_taken"


def test_a_change_before_the_showing_reaches_both_copies_and_is_what_is_shown():
    mended = held().when("ines", ChangeItem(HELD, 1, "It gets loud, then I hide.")).ok()
    assert sorted(mended.streams) == sorted([WRITER, DESK])
    shown = mended.when("ines", ReleaseItem(HELD, SHOWN)).ok()
    assert item(shown.meeting, SHOWN).text == "It gets loud, then I hide."


def test_once_shown_the_words_are_changed_on_the_board_alone():
    shown = held().when("ines", ReleaseItem(HELD, SHOWN)).ok()
    assert shown.when("tamsin", ChangeItem(HELD, 1, "Other words.")).code == "shown"
    assert shown.when("tamsin", ChangeItem(SHOWN, 1, "Other words.")).code is None


def test_others_are_told_that_held_words_do_not_exist():
    for command in (ChangeItem(HELD, 1, "x"), MoveItem(HELD, "well"), TakeBackItem(HELD)):
        assert held().when("kit", command).code == "not_found"


def test_words_about_a_child_by_an_adult_are_not_held():
    start = given(room()).when("ivo", point(children=(person("pip"),))).ok()
    assert start.streams == [ROOM]


def test_held_words_are_answered_once_the_room_can_see_them():
    for command in (AgreeItem(HELD), SeeDifferently(new("view"), HELD, "Not so.")):
        assert held().when("ines", command).code == "held"
    shown = held().when("ines", ReleaseItem(HELD, SHOWN)).ok()
    assert shown.when("ines", AgreeItem(SHOWN)).code is None
