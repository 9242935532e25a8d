"""Moving a point: where it stands, and where it stood before."""

import pytest

from meeting_server.domain.points.items import Item
from meeting_server.domain.points.move import MoveItem
from tests.scenes.builders import attendee, given, new, person, room
from tests.scenes.points import item, point

POINT = new("point")


def said(by="kit", **more):
    """A room in which this person has said a point."""
    return given(room()).when(by, point(**more)).ok()


def test_a_good_thing_refiled_to_safety_keeps_where_it_was():
    start = said("odile", column="well", category="strength", children=(person("pip"),))
    moved = start.when("ines", MoveItem(POINT, "well", "safety", (person("pip"),))).ok()
    one = item(moved.meeting, POINT)
    assert (one.column, one.category) == ("well", "safety")
    assert [(was.column, was.category, was.children, was.by, was.at) for was in one.refiled] == [
        ("well", "strength", (person("pip"),), attendee("ines"), moved.time)
    ]
    again = item(moved.when("odile", MoveItem(POINT, "next", "step")).ok().meeting, POINT)
    assert [(was.column, was.category) for was in again.refiled] == [("well", "strength"), ("well", "safety")]


def test_only_changing_the_order_is_no_refiling():
    start = said("kit").when("kit", MoveItem(POINT, "worries", place="first")).ok()
    assert item(start.meeting, POINT).refiled == ()


def test_points_stand_where_they_were_put():
    outcome = given(room())
    for name in ("one", "two", "three"):
        outcome = outcome.when("kit", point(name, f"Point {name}.")).ok()

    def order(meeting):
        ids = {new(name): name for name in ("one", "two", "three")}
        return [ids[one.id] for one in sorted(meeting.room.each(Item), key=lambda one: one.order)]

    assert order(outcome.meeting) == ["one", "two", "three"]
    outcome = outcome.when("kit", MoveItem(new("three"), "worries", place="first")).ok()
    assert order(outcome.meeting) == ["three", "one", "two"]
    outcome = outcome.when("kit", MoveItem(new("three"), "worries", place="after", after=new("one"))).ok()
    assert order(outcome.meeting) == ["one", "three", "two"]
    outcome = outcome.when("kit", MoveItem(new("one"), "worries", place="last")).ok()
    assert order(outcome.meeting) == ["three", "two", "one"]
    outcome = outcome.when("kit", MoveItem(new("two"), "well", place="same")).ok()
    assert order(outcome.meeting) == ["three", "two", "one"]


def test_a_later_arrival_after_the_same_point_comes_nearer_to_it():
    outcome = given(room())
    for name in ("one", "two", "three"):
        outcome = outcome.when("kit", point(name, f"Point {name}.")).ok()
    for name in ("two", "three"):
        outcome = outcome.when("kit", MoveItem(new(name), "worries", place="after", after=new("one"))).ok()
    ordered = sorted(outcome.meeting.room.each(Item), key=lambda one: one.order)
    assert [one.id for one in ordered] == [new("one"), new("three"), new("two")]


@pytest.mark.parametrize("after", [None, POINT, new("nothing")])
def test_a_point_follows_another_one_that_is_there(after):
    assert said("kit").when("kit", MoveItem(POINT, "worries", place="after", after=after)).code == "not_found"


def test_a_move_to_nowhere_is_refused():
    start = said("kit")
    assert start.when("kit", MoveItem(POINT, "elsewhere")).code == "unknown_column"
    assert start.when("kit", MoveItem(POINT, "well", "harm")).code == "unknown_category"
    assert start.when("kit", MoveItem(POINT, "well", children=(person("odile"),))).code == "unknown_child"
