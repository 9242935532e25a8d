"""Earlier meetings of the family are in reach, and nothing of them reaches the room but by the chair's choice."""

import json
from dataclasses import replace

import pytest

from meeting_server.domain.audiences import DESK, ROOM
from meeting_server.domain.deciding.ratings import Rating, SetRating, ShowRating
from meeting_server.domain.earlier.bring_forward import BringAsking, BringForward, BringPoint
from meeting_server.domain.earlier.brought import EarlierNumbers, EarlierRating
from meeting_server.domain.earlier.match_people import MatchPeople, Same
from meeting_server.domain.kinds import plain
from meeting_server.domain.people.persons import Person
from meeting_server.domain.points.items import AddItem, ChangeItem, Item
from meeting_server.domain.points.take_back import TakeBackItem
from tests.scenes.builders import after, attendee, given, new, person, room, templates
from tests.scenes.earlier import (
    ACTION,
    DESK_RATING,
    FEW,
    GOAL,
    HELD,
    PRIVATE,
    WORRY,
    conference,
    desk,
    earlier_person,
    ended,
    match,
    matched,
    on_desk,
    then,
    told,
)
from tests.scenes.points import boards, item, on_screen
from tests.scenes.supervision import REASON, next_one

HERE = then(new("meeting"))


def bring(*names: str, **more) -> BringForward:
    """These points of the conference, each as a new one called NAME here."""
    return BringForward(HERE, tuple(BringPoint(new(one), new(f"{one} here")) for one in names), **more)


def test_the_desk_has_what_everyone_was_told_and_the_room_has_nothing_of_it():
    meeting = desk()
    assert {to.stream for to in told(conference())} == {DESK}
    worries = {WORRY, "They hear shouting.", "I hide.", "Should not be here."}
    assert {one.text for one in on_desk(meeting).points} == worries | {GOAL, ACTION}
    for who in ("kit", "nell", "marla", "odile"):
        for words in (WORRY, GOAL, ACTION, "She is not growing.", "nell says", "Rowan"):
            assert not on_screen(meeting, who, words)


@pytest.mark.parametrize("words", [HELD, PRIVATE, DESK_RATING])
def test_what_the_room_was_not_told_then_is_not_even_on_the_desk_now(words):
    assert words not in json.dumps([plain(to.event) for to in told(conference())])


def test_a_record_that_is_not_locked_is_not_read():
    said = given(room(only=("ines", "kit", "pip"))).when("kit", AddItem(new("a"), "worries", "A draft.")).ok()
    assert told(said.meeting) == []
    assert told(ended(said).meeting) != []


def test_what_was_taken_back_is_not_read():
    said = given(room(only=("ines", "kit", "pip"))).when("kit", AddItem(new("a"), "worries", "Wrong.")).ok()
    read = told(ended(said.when("kit", TakeBackItem(new("a")))).meeting)
    assert "Wrong." not in json.dumps([plain(to.event) for to in read])


def test_nobody_but_the_chair_brings_anything_forward():
    said = matched()
    for who in ("tolly", "kit", "marla"):
        assert said.when(who, bring("worry")).code == "may_not"
        assert said.when(who, match()).code == "may_not"


def test_a_worry_comes_as_a_new_point_that_says_where_it_is_from():
    said = matched().when("ines", bring("worry")).ok()
    brought = item(said.meeting, new("worry here"))
    assert brought.came is not None
    assert (brought.text, brought.speaker, brought.category, brought.children, brought.basis) == (
        WORRY, person("nell"), "danger", (person("sorrel"),), "proof",
    )  # fmt: skip
    assert (brought.came.date, brought.came.occasion, brought.came.kind, brought.came.thing) == (
        "2026-03-19", "First conference", "Three-column map", new("worry"),
    )  # fmt: skip
    assert on_desk(said.meeting).brought == (f"point:{new('worry')}",)


def test_an_action_comes_with_its_owners_its_day_and_those_who_said_yes():
    said = matched().when("ines", bring("worry", "goal", "action")).ok()
    action = item(said.meeting, new("action here"))
    assert action.action is not None
    assert action.action.owners == (person("nell"), new("rowan here"))
    assert (action.action.by, action.action.measure, action.action.if_not) == (
        "2026-04-01",
        "A gain",
        "Same-day doctor",
    )
    assert [(one.person, one.typed_by) for one in action.action.accepted] == [(person("nell"), attendee("nell"))]
    assert action.answers == new("goal here")
    assert item(said.meeting, new("goal here")).answers == new("worry here")


def test_somebody_who_is_not_in_this_meeting_is_named_only_with_what_is_theirs():
    said = matched()
    assert said.meeting.room.get(Person, new("rowan here")) is None
    said = said.when("ines", bring("worry")).ok()
    assert said.meeting.room.get(Person, new("rowan here")) is None
    said = said.when("ines", bring("action")).ok()
    named = said.meeting.room.get(Person, new("rowan here"))
    assert named is not None
    assert (named.name, named.agency, named.attendee) == ("PC Rowan Glasspool", "police", None)


def test_nothing_comes_before_the_chair_has_said_who_is_who():
    assert given(desk()).when("ines", bring("worry")).code == "not_matched"
    assert earlier_person(desk(), "nell").matched is False


def test_what_is_about_a_child_who_is_nobody_here_stays_on_the_desk():
    said = given(desk()).when("ines", match("sorrel")).ok()
    said = said.when("ines", MatchPeople((Same(then(person("sorrel")), None),))).ok()
    assert said.when("ines", bring("worry")).code == "not_matched"
    assert said.when("ines", BringForward(HERE, ratings=(then(person("sorrel")),))).code == "not_matched"


def test_what_was_about_all_the_children_there_comes_to_be_about_no_other_child_here():
    said = given(desk()).when("ines", match("pip")).ok()
    said = said.when("ines", MatchPeople((Same(then(person("pip")), None),))).ok()
    said = said.when("ines", bring("everybody")).ok()
    assert item(said.meeting, new("everybody here")).children == (person("juniper"), person("sorrel"))
    all_of_them = matched().when("ines", bring("everybody")).ok()
    assert item(all_of_them.meeting, new("everybody here")).children == ()


def test_a_child_is_only_ever_a_child_and_a_grown_up_a_grown_up():
    wrong = given(desk()).when("ines", MatchPeople((Same(then(person("pip")), person("marla")),)))
    other = given(desk()).when("ines", MatchPeople((Same(then(person("nell")), person("pip")),)))
    assert (wrong.code, other.code) == ("wrong_person", "wrong_person")
    assert given(desk()).when("ines", MatchPeople((Same(new("nobody"), person("kit")),))).code == "not_found"


def test_two_children_of_one_meeting_are_never_the_same_child_here():
    both = (Same(then(person("pip")), person("pip")), Same(then(person("sorrel")), person("pip")))
    assert given(desk()).when("ines", MatchPeople(both)).code == "wrong_person"
    one_after_the_other = given(desk()).when("ines", MatchPeople(both[:1])).ok()
    assert one_after_the_other.when("ines", MatchPeople(both[1:])).code == "wrong_person"


def test_nothing_comes_twice():
    said = matched().when("ines", bring("worry")).ok()
    again = BringForward(HERE, (BringPoint(new("worry"), new("another id")),))
    assert said.when("ines", again).code == "brought"
    assert said.when("ines", BringForward(HERE)).code == "nothing_chosen"


def test_words_brought_forward_are_not_put_into_other_words():
    said = matched().when("ines", bring("worry")).ok()
    changed = ChangeItem(new("worry here"), 1, "She is doing fine.")
    assert said.when("nell", changed).code == "brought_forward"
    assert said.when("nell", TakeBackItem(new("worry here"))).ok().refused is None


def test_numbers_come_one_by_one_with_their_ends_and_their_direction():
    numbers = BringForward(HERE, askings=(BringAsking(new("asked"), then(person("sorrel"))),))
    said = matched().when("ines", numbers).ok()
    (found,) = said.meeting.room.each(EarlierNumbers)
    assert (found.child, found.left, found.question) == (person("sorrel"), 0, "How safe is {child} today?")
    assert {one.person: one.value for one in found.numbers} == {
        person("marla"): 7, person("nell"): 2, new("rowan here"): 4,
    }  # fmt: skip
    assert found.ten == "We all feel sure {child} is safe. Social care can step back."


def test_the_last_rating_stands_beside_todays_and_is_never_replaced():
    said = matched().when("ines", BringForward(HERE, ratings=(then(person("sorrel")),))).ok()
    said = said.when("ines", SetRating(new("now"), person("sorrel"), "amber", "She gains.", "Another month.")).ok()
    said = said.when("ines", ShowRating(new("now"))).ok()
    (before,) = said.meeting.room.each(EarlierRating)
    (now,) = said.meeting.room.each(Rating)
    assert (before.colour, before.reason, before.came.date) == ("red", "She is not growing.", "2026-03-19")
    assert (now.colour, now.replaced) == ("amber", False)


def test_everyone_hears_of_what_is_brought_at_once_and_of_nothing_else():
    said = matched().when("ines", bring("worry")).ok()
    assert said.streams == [ROOM, DESK]
    assert on_screen(said.meeting, "marla", WORRY)
    for words in (ACTION, GOAL, "She is not growing.", "earlier_meetings", "earlier_people"):
        assert words not in json.dumps(boards(said.meeting, "marla"))


def test_what_a_later_meeting_brought_forward_is_read_from_that_one_alone():
    second = ended(matched().when("ines", bring("worry", "action"))).meeting
    first, again = [to.event for to in told(conference(), second) if hasattr(to.event, "points")]
    assert ACTION not in {one.text for one in first.points}
    (action,) = [one for one in again.points if one.what == "action"]
    assert action.came is not None
    assert action.came.date == "2026-03-19"


def test_the_desk_knows_who_sat_there_so_that_it_can_say_who_did_not():
    here = {then(person(key)) for key in ("ines", "tolly", "kit", "nell", "rowan", "marla")}
    assert set(on_desk(desk()).there) == here
    assert earlier_person(desk(), "rowan").agency == "Police"


def test_the_familys_rating_comes_forward_as_one_and_once():
    said = next_one().when("ines", BringForward(HERE, family_rating=True)).ok()
    (before,) = said.meeting.room.each(EarlierRating)
    assert (before.child, before.colour, before.reason, before.came.kind) == (None, "red", REASON, "Case supervision")
    assert said.when("ines", BringForward(HERE, family_rating=True)).code == "brought"
    assert on_desk(said.meeting).brought == ("rating:family",)


def test_the_familys_rating_names_every_child_so_it_comes_only_where_all_of_them_are():
    assert next_one("pip").when("ines", BringForward(HERE, family_rating=True)).code == "not_matched"
    assert matched().when("ines", BringForward(HERE, family_rating=True)).code == "not_found"


def test_an_action_is_not_brought_into_a_column_that_is_kept_for_some():
    template = templates()["supervision"]
    kept = tuple(replace(one, writers="finish") if one.key == "next" else one for one in template.columns)
    meeting = after(room(replace(template, columns=kept), only=FEW), told(conference()))
    said = given(meeting).when("ines", match()).ok().when("ines", bring("goal", "action")).ok()
    assert {one.column for one in said.meeting.room.each(Item)} == {"hearing"}


def test_a_refusal_names_the_two_who_would_be_one():
    same = tuple(Same(then(person(key)), person("kit")) for key in ("kit", "nell"))
    refused = given(desk()).when("ines", MatchPeople(same)).refused
    assert refused is not None
    assert "Kit Farrowden" in str(refused.message)
    assert "Nell Ashgrove" in str(refused.message)
