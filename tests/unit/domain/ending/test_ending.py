"""How a meeting starts, what is looked for before its end, and what the lock does."""

from dataclasses import replace

import pytest

from meeting_server.domain.audiences import DESK, ROOM, own_stream
from meeting_server.domain.board import snapshot_of
from meeting_server.domain.deciding.agency_views import GiveAgencyView
from meeting_server.domain.deciding.decisions import DecideForChild
from meeting_server.domain.deciding.impact import WriteImpact
from meeting_server.domain.deciding.ratings import SetRating, ShowRating
from meeting_server.domain.ending.addenda import AddAddendum, Addendum
from meeting_server.domain.ending.checks import CHECKS, gaps
from meeting_server.domain.ending.ending import (
    CheckAnswer,
    EndMeeting,
    FinishMeeting,
    OpenMeeting,
    OwnStreamCleared,
    Reason,
)
from meeting_server.domain.numbers.rounds import AskNumbers
from meeting_server.domain.numbers.save_number import SaveNumber
from meeting_server.domain.numbers.show_numbers import ShowNumbers
from meeting_server.domain.people.admission import actor_of
from meeting_server.domain.people.lobby import Arrive
from meeting_server.domain.people.persons import find_attendee
from meeting_server.domain.points.actions import AcceptAction, SetAction
from meeting_server.domain.points.hold_points import HoldPoints
from meeting_server.domain.points.items import ChangeItem
from meeting_server.domain.points.private_writing import CancelPrivateWriting, StartPrivateWriting
from meeting_server.domain.points.release import ReleaseItem
from meeting_server.domain.points.views import ConfirmWords
from tests.scenes.builders import after, attendee, device, given, new, person, room, templates
from tests.scenes.points import boards, childs_words, on_screen, point

PIP = person("pip")
ALL_CHECKS = [check.key for check in templates()["three-column-map"].checks]


def missing(outcome):
    """What the checks find: check -> things."""
    return {gap.check: gap.things for gap in gaps(outcome.meeting)}


def start(absent=()):
    return given(room(absent=absent))


def ended(outcome=None):
    """The meeting ended, with a reason for whatever was missing."""
    reasons = tuple(Reason(key, f"Because of {key}.") for key in ALL_CHECKS)
    return (outcome or start()).when("ines", EndMeeting(reasons)).ok()


def laptop(who):
    return new(f"laptop:{who}")


def signs_in(meeting, who):
    """The meeting once this attendee has come back to it by signing in, on a laptop of theirs."""
    arrive = Arrive(laptop(who), signed_in=True)
    return after(meeting, arrive.arrive(meeting, find_attendee(meeting, attendee(who))))


def finished(outcome=None):
    return ended(outcome).when("ines", FinishMeeting("finish")).ok()


def test_a_meeting_opens_once():
    opened = given(room(opened=False)).when("ines", OpenMeeting()).ok()
    assert (opened.meeting.state, opened.meeting.facts.opened_at) == ("open", opened.time)
    assert opened.when("ines", OpenMeeting()).code == "wrong_state"


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


def test_what_blocks_must_be_put_right_before_the_end():
    asked = start().when("ines", AskNumbers(new("round"), "safety", (PIP,))).ok()
    blocked = asked.when("ines", EndMeeting(tuple(Reason(key, "In a hurry.") for key in ALL_CHECKS)))
    assert blocked.code == "blocked"
    assert blocked.refused.more["fields"].keys() == {"numbers_sealed"}


def test_every_other_gap_needs_a_reason_in_words():
    for reasons in ((), (Reason("numbers_asked", "Too soon."),), (Reason("rating_missing", "   "),)):
        refused = start().when("ines", EndMeeting(reasons))
        assert refused.code == "reason_missing"
        assert "rating_missing" in refused.refused.more["fields"]


def test_the_reasons_stand_on_the_board_and_only_for_what_was_missing():
    outcome = ended()
    answers = {one.id: one.reason for one in outcome.meeting.room.each(CheckAnswer)}
    assert answers == {key: f"Because of {key}." for key in ("numbers_asked", "decision_missing", "rating_missing")}
    assert (outcome.meeting.state, outcome.meeting.facts.ended_at) == ("ended", outcome.time)


def test_the_room_is_not_told_that_a_childs_words_still_wait():
    quiet = ended()
    held = ended(start().when("tamsin", childs_words()).ok())
    for who in ("marla", "kit", "juno"):
        there, here = boards(held.meeting, who)["everyone"], boards(quiet.meeting, who)["everyone"]
        assert there["things"]["check_answers"].keys() == here["things"]["check_answers"].keys()
        assert there["n"] == here["n"]
    assert held.meeting.desk.get(CheckAnswer, "child_words_waiting").reason == "Because of child_words_waiting."


def test_after_the_end_nothing_new_is_said_and_the_draft_is_put_right():
    outcome = ended(start().when("tolly", point(speaker=person("marla"))).ok())
    assert outcome.when("marla", point("late")).code == "wrong_state"
    assert outcome.when("tolly", ChangeItem(new("point"), 1, "As it was said.")).code is None
    assert outcome.when("marla", ConfirmWords(new("point"), True)).code is None


@pytest.mark.parametrize("typed", ["", "yes", "FINISHED", "finish it"])
def test_nobody_locks_the_record_by_a_slip_of_the_hand(typed):
    assert ended().when("ines", FinishMeeting(typed)).code == "not_confirmed"


def test_the_lock_needs_an_ended_meeting():
    assert start().when("ines", FinishMeeting("FINISH")).code == "wrong_state"


def test_finishing_clears_every_own_stream_and_its_log():
    said = start().when("tamsin", childs_words()).ok().when("ines", AskNumbers(new("round"), "safety", (PIP,))).ok()
    said = said.when("marla", SaveNumber(new("round"), PIP, "number", 4, "Because it is so.")).ok()
    said = said.when("ines", ShowNumbers(new("round"))).ok()
    outcome = finished(said)
    assert outcome.meeting.state == "finished"
    cleared = {to.stream: to.redacts for to in outcome.said if isinstance(to.event, OwnStreamCleared)}
    assert cleared == {own_stream(attendee("tamsin")): (1,), own_stream(attendee("marla")): (1,)}
    for stream in cleared:
        assert snapshot_of(outcome.meeting.board(stream)) == {"n": 2, "things": {}}
    assert on_screen(outcome.meeting, "ines", "Because it is so.")


def test_once_finished_nobody_is_in_by_a_link_and_of_those_who_signed_in_only_who_keeps_the_record():
    meeting = finished().meeting
    everybody = ("ines", "tolly", "kit", "marla", "tamsin", "juno")
    assert {who for who in everybody if actor_of(meeting, attendee(who), device(who))} == {"ines"}, (
        "the chair has no link"
    )
    for who in everybody:
        meeting = signs_in(meeting, who)
    assert {who for who in everybody if actor_of(meeting, attendee(who), laptop(who))} == {"ines", "tolly"}


def test_a_finished_record_is_only_added_to_with_a_reason():
    outcome = given(signs_in(finished(start().when("kit", point()).ok()).meeting, "tolly"))
    more = AddAddendum(new("more"), "It was Tuesday.", "A date was wrong.", person("marla"))
    assert outcome.when("tolly", more).code == "not_here", "their link ended with the lock"
    assert outcome.when("tolly", replace(more, reason=" "), on=laptop("tolly")).code == "reason_missing"
    added = outcome.when("tolly", more, on=laptop("tolly")).ok()
    one = added.meeting.room.get(Addendum, new("more"))
    assert (one.person, one.by, one.reason, one.text) == (
        person("marla"), attendee("tolly"), "A date was wrong.", "It was Tuesday.",
    )  # fmt: skip
    assert added.when("ines", AddAddendum(new("more"), "Again.", "Why not.")).code == "id_taken"
    everyone = added.meeting.room
    assert list(everyone.kinds["items"].values()) == list(outcome.meeting.room.kinds["items"].values())
    assert DESK not in added.streams
    assert added.streams == [ROOM]


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
