"""Points: who may say and change them, and what stays with them."""

import pytest

from meeting_server.domain.audiences import ROOM, To
from meeting_server.domain.points.items import AddItem, ChangeItem, ItemChanged
from meeting_server.domain.points.move import ItemMoved, MoveItem
from meeting_server.domain.points.read_back import ReadBack
from meeting_server.domain.points.take_back import TakeBackItem
from meeting_server.domain.points.views import AgreeItem, ConfirmWords
from tests.scenes.builders import added, attendee, given, new, person, room, without_device
from tests.scenes.points import WORDS, item, point

POINT = new("point")


def said(by="kit", **more):
    """A room in which this person has said a point."""
    return given(room()).when(by, point(**more)).ok()


def test_a_point_says_whose_it_is_who_typed_it_and_how_we_know():
    meeting = said("kit", speaker=person("ivo"), basis="seen", source="school register", when="on Monday").meeting
    one = item(meeting, POINT)
    assert (one.text, one.speaker, one.recorded_by) == (WORDS, person("ivo"), attendee("kit"))
    assert (one.basis, one.source, one.when, one.version) == ("seen", "school register", "on Monday", 1)


def test_a_point_goes_to_everyone_and_to_nobody_twice():
    assert said().streams == [ROOM]


def test_a_point_of_ones_own_needs_no_confirming_and_one_typed_for_another_attendee_waits_for_them():
    assert item(said("marla").meeting, POINT).confirmed == "none"
    assert item(said("tolly", speaker=person("marla")).meeting, POINT).confirmed == "waiting"


def test_a_point_typed_for_somebody_who_is_not_at_the_meeting_waits_for_nobody():
    assert item(said("tolly", speaker=person("dorran")).meeting, POINT).confirmed == "none"


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"column": "elsewhere"}, "unknown_column"),
        ({"category": "safety"}, "unknown_category"),
        ({"children": (new("nobody"),)}, "unknown_child"),
        ({"children": (person("marla"),)}, "unknown_child"),
        ({"children": (person("pip"), person("pip"))}, "unknown_child"),
        ({"speaker": new("nobody")}, "not_found"),
        ({"answers": new("nothing")}, "not_found"),
        ({"audience": "professionals"}, "unknown_audience"),
        ({"audience": "chairs_desk"}, "unknown_audience"),
        ({"audience": "own"}, "unknown_audience"),
    ],
)
def test_a_point_that_points_nowhere_is_refused(more, code):
    refused = given(room()).when("kit", point(**more))
    assert refused.code == code
    assert refused.meeting == room()


def test_an_id_is_used_once_even_where_the_other_one_cannot_be_seen():
    assert said().when("marla", point(text="Something else.")).code == "id_taken"


def test_only_those_who_may_type_for_others_can_say_whose_words_they_are():
    assert given(room()).when("marla", point(speaker=person("odile"))).code == "may_not_type_for"
    assert given(room()).when("marla", point(speaker=person("marla"))).code is None


@pytest.mark.parametrize("who", ["kit", "marla", "tolly", "ines"])
def test_its_speaker_whoever_typed_it_the_chair_and_the_minute_taker_may_change_unconfirmed_words(who):
    start = said("kit", speaker=person("marla"))
    changed = start.when(who, ChangeItem(POINT, 1, "Pip was tired on Monday.")).ok()
    one = item(changed.meeting, POINT)
    assert (one.text, one.version, one.changed_by) == ("Pip was tired on Monday.", 2, attendee(who))
    assert one.changed_at == changed.time


@pytest.mark.parametrize("command", [ChangeItem(POINT, 1, "Mine now."), MoveItem(POINT, "well"), TakeBackItem(POINT)])
@pytest.mark.parametrize("who", ["ivo", "odile", "saffron", "tamsin", "fenno"])
def test_nobody_else_may_change_move_or_take_it_back(who, command):
    start = said("kit", speaker=person("marla"))
    assert start.when(who, command).code == "not_yours"


def test_two_who_change_at_once_are_both_shown_what_it_says_now():
    start = said("kit", speaker=person("marla")).when("kit", ChangeItem(POINT, 1, "First in.")).ok()
    late = start.when("tolly", ChangeItem(POINT, 1, "Second in."))
    assert late.code == "changed"
    assert late.refused.more == {"text": "First in.", "version": 2}
    assert late.when("tolly", ChangeItem(POINT, 2, "Second in.")).ok().events == [
        ItemChanged(POINT, "Second in.", "waiting")
    ]


def test_words_changed_by_another_wait_for_their_speaker_again_and_lose_the_agreement():
    start = said("kit", speaker=person("marla")).when("ivo", AgreeItem(POINT)).ok()
    assert [one.person for one in item(start.meeting, POINT).agreed_by] == [person("ivo")]
    mended = item(start.when("tolly", ChangeItem(POINT, 1, "In other words.")).ok().meeting, POINT)
    assert (mended.confirmed, mended.agreed_by) == ("waiting", ())
    own = item(start.when("marla", ChangeItem(POINT, 1, "In my words.")).ok().meeting, POINT)
    assert (own.confirmed, own.agreed_by) == ("none", ())


@pytest.mark.parametrize("command", [ChangeItem(POINT, 1, "Other words."), TakeBackItem(POINT)])
@pytest.mark.parametrize("who", ["kit", "ines", "tolly"])
def test_what_somebody_wrote_or_said_yes_to_is_changed_and_taken_back_by_nobody_else(who, command):
    confirmed = said("kit", speaker=person("marla")).when("marla", ConfirmWords(POINT, True)).ok()
    for start in (said("marla"), confirmed):
        assert start.when(who, command).code == "not_yours"
        assert start.when("marla", command).code is None


def test_words_of_somebody_without_a_device_are_changed_for_them_after_they_said_yes_and_read_back_again():
    start = given(without_device(room(), "marla")).when("kit", point(speaker=person("marla"))).ok()
    yes = start.when("tolly", ReadBack(POINT, True)).ok()
    assert yes.when("kit", ChangeItem(POINT, 1, "Other words.")).code == "not_yours"
    changed = yes.when("tolly", ChangeItem(POINT, 1, "As she says it.")).ok()
    assert (item(changed.meeting, POINT).confirmed, item(changed.meeting, POINT).read_back_at) == ("waiting", None)
    assert yes.when("tolly", TakeBackItem(POINT)).code == "not_yours"


def test_what_is_typed_for_somebody_who_is_not_here_says_so():
    start = given(room(absent=("marla",))).when("kit", point(speaker=person("marla"))).ok()
    assert item(start.meeting, POINT).away
    assert not item(said("kit", speaker=person("marla")).meeting, POINT).away


def test_exact_words_are_locked_for_everybody():
    start = said("kit", speaker=person("marla"), exact=True)
    for who in ("kit", "marla", "ines", "tolly"):
        assert start.when(who, ChangeItem(POINT, 1, "Nearly the same.")).code == "exact_words"
    assert item(start.meeting, POINT).text == WORDS


def test_exact_words_can_be_moved_and_taken_back():
    start = said("kit", exact=True)
    assert start.when("kit", MoveItem(POINT, "well")).code is None
    assert start.when("kit", TakeBackItem(POINT)).code is None


def test_a_goal_answers_a_danger():
    start = said("ines", category="danger")
    goal = AddItem(new("goal"), "next", "Nobody shouts at night.", category="goal", answers=POINT)
    assert item(start.when("ines", goal).ok().meeting, new("goal")).answers == POINT


def test_what_happened_says_all_of_itself():
    assert said("kit", children=(person("pip"),), category="harm").said == [
        To(ROOM, added(POINT, "worries", WORDS, person("kit"), attendee("kit"), category="harm",
                           children=(person("pip"),)))
    ]  # fmt: skip
    moved = said("kit").when("kit", MoveItem(POINT, "well")).ok()
    assert moved.events == [ItemMoved(POINT, "well", None, ())]


@pytest.mark.parametrize("more", [{"basis": "seen"}, {"source": "a letter"}])
def test_how_we_know_is_said_by_those_whose_role_is_asked_for_it(more):
    assert given(room()).when("marla", point(**more)).code == "may_not_detail"
    assert given(room()).when("kit", point(**more)).code is None
