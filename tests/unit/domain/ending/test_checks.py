"""What is looked for before a meeting ends."""

from dataclasses import replace

import pytest

from meeting_server.domain.deciding.agency_views import GiveAgencyView
from meeting_server.domain.deciding.decisions import DecideForChild
from meeting_server.domain.deciding.impact import WriteImpact
from meeting_server.domain.deciding.ratings import SetRating, ShowRating
from meeting_server.domain.ending.checks import CHECKS, gaps
from meeting_server.domain.ending.ending import (
    CheckAnswer,
    EndMeeting,
    Reason,
)
from meeting_server.domain.numbers.rounds import AskNumbers
from meeting_server.domain.numbers.show_numbers import ShowNumbers
from meeting_server.domain.points.actions import AcceptAction, SetAction
from meeting_server.domain.points.hold_points import HoldPoints
from meeting_server.domain.points.private_writing import CancelPrivateWriting, StartPrivateWriting
from meeting_server.domain.points.release import ReleaseItem
from meeting_server.domain.points.views import ConfirmWords
from tests.scenes.builders import attendee, given, new, person, room, templates
from tests.scenes.ending import ALL_CHECKS, PIP, ended, start
from tests.scenes.points import childs_words, point


def missing(outcome):
    """What the checks find: check -> things."""
    return {gap.check: gap.things for gap in gaps(outcome.meeting)}


def test_every_check_of_our_templates_is_one_that_is_looked_for():
    assert {check.key for template in templates().values() for check in template.checks} <= set(CHECKS)


def test_numbers_asked_and_not_yet_shown_are_found():
    asked = start().when("ines", AskNumbers(new("round"), "safety", (PIP,))).ok()
    assert missing(asked)["numbers_sealed"] == (new("round"),)
    assert "numbers_sealed" not in missing(asked.when("ines", ShowNumbers(new("round"))).ok())


def test_that_nobody_was_asked_for_a_number_is_found():
    outcome = start().when("kit", point()).ok()
    assert missing(outcome)["numbers_asked"] == tuple(outcome.meeting.children())
    asked = outcome.when("ines", AskNumbers(new("round"), "safety", (PIP,))).ok()
    assert "numbers_asked" not in missing(asked)


def test_a_childs_words_on_the_desk_are_found_until_they_are_shown():
    held = start().when("tamsin", childs_words()).ok()
    assert missing(held)["child_words_waiting"] == (new("words"),)
    assert "child_words_waiting" not in missing(held.when("ines", ReleaseItem(new("words"), new("shown"))).ok())


def test_words_their_speaker_has_not_called_right_are_found():
    typed = start().when("tolly", point(speaker=person("marla"))).ok()
    assert missing(typed)["words_unconfirmed"] == (new("point"),)
    assert missing(typed.when("marla", ConfirmWords(new("point"), False)).ok())["words_unconfirmed"] == (new("point"),)
    assert "words_unconfirmed" not in missing(typed.when("marla", ConfirmWords(new("point"), True)).ok())


def test_an_action_without_date_measure_or_what_if_not_is_found():
    step = start().when("kit", point(column="next")).ok()
    assert "actions_incomplete" not in missing(step)
    whole = {"by": "2026-04-02", "measure": "He is there.", "if_not": "Kit rings."}
    for left_out in whole:
        some = {key: value for key, value in whole.items() if key != left_out}
        half = step.when("kit", SetAction(new("point"), (person("ivo"),), **some)).ok()
        assert missing(half)["actions_incomplete"] == (new("point"),)
    done = step.when("kit", SetAction(new("point"), (person("ivo"),), **whole)).ok()
    assert "actions_incomplete" not in missing(done)
    assert missing(done)["actions_unaccepted"] == (new("point"),)
    assert "actions_unaccepted" not in missing(done.when("ivo", AcceptAction(new("point"))).ok())


def test_a_danger_that_nothing_answers_is_found():
    danger = start().when("ines", point("danger", category="danger")).ok()
    assert missing(danger)["dangers_unanswered"] == (new("danger"),)
    goal = danger.when("ines", point("goal", column="next", category="goal", answers=new("danger"))).ok()
    assert "dangers_unanswered" not in missing(goal)


def test_a_child_without_a_rating_on_the_shared_board_is_found():
    outcome = start().when("ines", SetRating(new("rating"), PIP, "green", "Quiet months.")).ok()
    assert PIP in missing(outcome)["rating_missing"]
    assert PIP not in missing(outcome.when("ines", ShowRating(new("rating"))).ok())["rating_missing"]


def test_where_the_family_is_rated_one_rating_is_enough():
    template = templates()["three-column-map"]
    family = room(replace(template, rating=replace(template.rating, scope="family")))
    outcome = (
        given(family).when("ines", SetRating(new("rating"), None, "green", "Quiet for Juniper, Pip and Sorrel.")).ok()
    )
    assert missing(outcome)["rating_missing"] == ("family",)
    assert "rating_missing" not in missing(outcome.when("ines", ShowRating(new("rating"))).ok())


def test_who_was_invited_and_did_not_come_is_found():
    assert missing(start(absent=("odile",)).when("kit", point()).ok())["contributors_missing"] == (attendee("odile"),)
    assert "contributors_missing" not in missing(start().when("kit", point()).ok())


def test_a_child_without_a_decision_is_found_and_no_decision_is_for_all():
    outcome = start().when("ines", DecideForChild(PIP, "in_need_plan", "Because.", "It counted.")).ok()
    children = outcome.meeting.children()
    assert missing(start())["decision_missing"] == tuple(children)
    assert missing(outcome)["decision_missing"] == tuple(child for child in children if child != PIP)
    for child in children:
        outcome = outcome.when("ines", DecideForChild(child, "universal", "Because.", "It counted.")).ok()
    assert "decision_missing" not in missing(outcome)


def test_a_decision_about_which_no_agency_was_asked_is_found_and_a_mothers_view_is_none():
    outcome = start().when("ines", DecideForChild(PIP, "in_need_plan", "Because.", "It counted.")).ok()
    assert "views_missing" not in missing(start()), "nothing is decided, so nothing was decided alone"
    assert missing(outcome)["views_missing"] == (PIP,)
    outcome = outcome.when("marla", GiveAgencyView(PIP, "yes")).ok()
    assert missing(outcome)["views_missing"] == (PIP,)
    assert "views_missing" not in missing(outcome.when("nell", GiveAgencyView(PIP, "cannot_say")).ok())


def test_a_child_whose_life_now_is_not_written_down_is_found():
    outcome = given(room("safety-grid")).when("kit", WriteImpact(PIP, 0, "For Pip, loud voices mean hiding.")).ok()
    children = outcome.meeting.children()
    assert missing(given(room("safety-grid")))["impact_missing"] == tuple(children)
    assert missing(outcome)["impact_missing"] == tuple(child for child in children if child != PIP)


def test_private_writing_that_still_runs_holds_up_the_end():
    running = start().when("ines", StartPrivateWriting(new("apart"), None)).ok()
    assert missing(running)["private_apart_running"] == ("private_writing",)
    assert running.when("ines", EndMeeting(tuple(Reason(key, "In a hurry.") for key in ALL_CHECKS))).code == "blocked"
    assert "private_apart_running" not in missing(running.when("ines", CancelPrivateWriting()).ok())


def test_points_the_chair_holds_are_found_and_the_room_is_not_told():
    held = start().when("ines", HoldPoints(True)).ok().when("marla", point()).ok()
    assert missing(held)["points_held"] == (new("point"),)
    assert "child_words_waiting" not in missing(held)
    over = ended(held)
    assert over.meeting.desk.get(CheckAnswer, "points_held").reason == "Because of points_held."
    assert over.meeting.room.get(CheckAnswer, "points_held") is None


@pytest.mark.parametrize(
    ("template", "missing_here"),
    [
        (replace(templates()["three-column-map"], decision=None), "decision_missing"),
        (replace(templates()["safety-grid"], impact=None), "impact_missing"),
    ],
)
def test_what_a_template_does_not_have_is_not_missed(template, missing_here):
    assert missing_here not in missing(given(room(template)))


def test_what_is_missing_stands_in_one_order_in_every_process():
    start = given(room())
    for name in ("one", "two", "three", "four", "five", "six"):
        start = start.when("kit", point(name, category="danger")).ok()
    meeting = start.meeting
    assert max(len(gap.things) for gap in gaps(meeting)) == 6
    for gap in gaps(meeting):
        known = [child for child in meeting.children() if child in gap.things]
        others = [id for id in gap.things if id not in known]
        assert list(gap.things) == [*known, *sorted(others)]
