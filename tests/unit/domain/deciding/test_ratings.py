"""Red, amber and green: made on the chair's desk, said aloud, then shown; never worked out from numbers."""

from dataclasses import replace

import pytest

from meeting_server.domain.audiences import DESK, ROOM
from meeting_server.domain.deciding.ratings import RateDifferently, Rating, RatingView, SetRating, ShowRating
from tests.scenes.builders import Given, attendee, given, new, person, room, templates, without_device
from tests.scenes.points import boards, on_screen

PIP = person("pip")
ONE, TWO = new("one"), new("two")
REASON = "Two quiet months, and the plan holds."


def rate(id=ONE, colour="amber", child=PIP, better="A third quiet month."):
    return SetRating(id, child, colour, REASON, better)


def rated(*commands):
    outcome = given(room())
    for command in commands or (rate(),):
        outcome = outcome.when("ines", command).ok()
    return outcome


def test_a_rating_is_made_on_the_chairs_desk_and_nobody_else_hears_of_it():
    start = rated()
    assert start.streams == [DESK]
    for who in ("marla", "kit", "saffron", "juno", "tamsin"):
        assert boards(start.meeting, who) == boards(room(), who)
    assert on_screen(start.meeting, "tolly", REASON)


def test_it_reaches_the_room_when_the_chair_shows_it():
    shown = rated(rate(), ShowRating(ONE))
    one = shown.meeting.room.get(Rating, ONE)
    assert (one.child, one.colour, one.reason, one.better, one.shown) == (
        PIP,
        "amber",
        REASON,
        "A third quiet month.",
        True,
    )
    assert shown.streams[0] == ROOM
    assert shown.meeting.desk.get(Rating, ONE).shown


def test_an_earlier_try_is_kept_and_marked_as_replaced():
    start = rated(rate(), rate(TWO, "red"))
    assert start.meeting.desk.get(Rating, ONE).replaced
    assert not start.meeting.desk.get(Rating, TWO).replaced
    assert start.when("ines", ShowRating(ONE)).code == "not_found"
    assert start.when("ines", ShowRating(TWO)).code is None


def test_a_try_that_was_shown_stays_in_the_room_beside_the_one_that_replaced_it():
    start = rated(rate(), ShowRating(ONE), rate(TWO, "red"))
    assert not start.meeting.room.get(Rating, ONE).replaced
    shown = start.when("ines", ShowRating(TWO)).ok().meeting
    assert shown.room.get(Rating, ONE).replaced
    assert not shown.room.get(Rating, TWO).replaced


def test_each_child_is_rated_alone():
    start = rated(rate(), rate(TWO, "red", person("sorrel")))
    assert not start.meeting.desk.get(Rating, ONE).replaced
    for child in (None, person("marla"), new("nobody")):
        assert given(room()).when("ines", rate(child=child)).code == "unknown_child"


def test_where_the_template_rates_the_family_no_child_is_named():
    template = templates()["three-column-map"]
    family = replace(template, rating=replace(template.rating, scope="family"))
    told = replace(rate(child=None), reason="Juniper, Pip and Sorrel have had two quiet months.")
    assert given(room(family)).when("ines", told).code is None
    assert given(room(family)).when("ines", rate()).code == "unknown_child"


@pytest.mark.parametrize(
    ("colour", "code"), [("red", "say_better"), ("amber", "say_better"), ("green", None), (None, None)]
)
def test_red_and_amber_say_what_would_move_them_one_step_better(colour, code):
    assert given(room()).when("ines", rate(colour=colour, better="")).code == code


def test_not_rated_today_is_a_rating_with_its_reason():
    shown = rated(rate(colour=None, better=""), ShowRating(ONE)).meeting.room.get(Rating, ONE)
    assert (shown.colour, shown.reason) == (None, REASON)


def test_an_id_is_used_once():
    assert rated().when("ines", rate()).code == "id_taken"


def test_a_different_view_stands_beside_a_rating_that_is_shown():
    shown = rated(rate(), ShowRating(ONE))
    differs = shown.when("marla", RateDifferently(new("view"), ONE, "It is better than that.", "green")).ok()
    view = differs.meeting.room.get(RatingView, new("view"))
    assert (view.rating, view.person, view.colour, view.reason) == (
        ONE,
        person("marla"),
        "green",
        "It is better than that.",
    )
    assert differs.meeting.room.get(Rating, ONE) == shown.meeting.room.get(Rating, ONE)
    assert differs.when("odile", RateDifferently(new("view"), ONE, "I think so too.")).code == "id_taken"


def test_nobody_learns_of_a_rating_on_the_desk_by_trying_to_differ():
    assert rated().when("marla", RateDifferently(new("view"), ONE, "No.")).code == "not_found"
    assert rated().when("marla", RateDifferently(new("view"), TWO, "No.")).code == "not_found"


def test_a_different_view_is_typed_for_another_by_those_who_may():
    shown = rated(rate(), ShowRating(ONE))
    assert (
        shown.when("marla", RateDifferently(new("view"), ONE, "No.", person=person("odile"))).code == "may_not_type_for"
    )
    aloud = Given(without_device(shown.meeting, "odile"))
    said = aloud.when("tolly", RateDifferently(new("view"), ONE, "No.", person=person("odile"))).ok()
    (view,) = said.meeting.room.each(RatingView)
    assert (view.person, view.recorded_by) == (person("odile"), attendee("tolly"))
    assert shown.when("tolly", RateDifferently(new("view"), ONE, "No.", person=person("odile"))).code == "own_device"
