"""What in a supervision is the team manager's alone (W3, W8), what no record goes without (W7), and how the family hears."""

from dataclasses import replace

import pytest

from meeting_server.domain.agenda.stages import GoToStage
from meeting_server.domain.deciding.decisions import DecideForChild
from meeting_server.domain.deciding.ratings import SetRating, ShowRating, unnamed
from meeting_server.domain.ending.ending import EndMeeting, FinishMeeting, Reason
from meeting_server.domain.meeting import Meeting
from meeting_server.domain.people.admission import actor_of
from meeting_server.domain.people.chair_controls import NameDeputy
from meeting_server.domain.people.take_controls import TakeControls
from meeting_server.domain.points.actions import SetAction
from meeting_server.domain.points.items import AddItem
from meeting_server.domain.points.move import MoveItem
from meeting_server.domain.points.private_points import PrivateItem
from meeting_server.domain.points.show_private import ShowPrivate
from meeting_server.domain.points.take_back import TakeBackItem
from meeting_server.domain.points.write_privately import WritePrivately
from tests.scenes.builders import (
    Outcome,
    actor,
    attendee,
    device,
    given,
    let_in,
    new,
    person,
    prepared,
    room,
    templates,
)
from tests.scenes.points import item, point
from tests.scenes.supervision import REASON, ended, rated, supervision, told_when

LOCK = FinishMeeting("FINISH")


def start() -> Outcome:
    return given(supervision())


def advice(name: str = "advice", **more: object) -> AddItem:
    return point(name, "Hold a strategy discussion today.", "advice", **more)


def deputised() -> Outcome:
    """Kit has the controls."""
    return start().when("ines", NameDeputy(attendee("kit"))).ok().when("kit", TakeControls()).ok()


def ended_by_deputy() -> Outcome:
    said = rated(told_when(deputised()))
    return said.when("kit", EndMeeting(tuple(Reason(one.key, "Aloud.") for one in said.meeting.template.checks))).ok()


def powers(meeting: Meeting, who: str) -> set[str]:
    return set(actor(meeting, who).role.powers)


def test_a_deputy_who_runs_the_agenda_steers_and_never_gets_what_finishes() -> None:
    said = deputised()
    assert "steer" in powers(said.meeting, "kit")
    assert "finish" not in powers(said.meeting, "kit")
    assert said.when("kit", GoToStage("opening")).code is None
    decide = DecideForChild(person("pip"), "go_on", "It works.", "Marla agrees.")
    for command in (SetRating(new("r"), None, "red", REASON, "Less."), decide, advice()):
        assert said.when("kit", command).code in ("may_not", "column_not_yours")
        assert said.when("ines", command).code is None, "the manager's stays the manager's while a deputy steers"
    assert said.when("ines", GoToStage("opening")).code == "may_not"


def test_only_the_manager_locks_the_record_with_a_deputy_steering_too() -> None:
    said = ended_by_deputy()
    assert said.when("kit", LOCK).code == "may_not"
    locked = said.when("ines", LOCK).ok()
    assert locked.meeting.state == "finished"
    assert actor_of(locked.meeting, attendee("kit"), device("kit")) is None, "with the lock the deputy's work is done"


def test_elsewhere_a_deputy_does_all_that_the_chair_does() -> None:
    said = given(room()).when("ines", NameDeputy(attendee("kit"))).ok().when("kit", TakeControls()).ok()
    assert {"steer", "finish"} <= powers(said.meeting, "kit")
    assert not {"steer", "finish"} & powers(said.meeting, "ines")


@pytest.mark.parametrize("left_out", ["Juniper", "Pip", "Sorrel"])
def test_the_reason_for_the_familys_rating_names_every_child_or_says_who_is_missing(left_out: str) -> None:
    refused = start().when("ines", SetRating(new("r"), None, "amber", REASON.replace(left_out, "a child"), "Less."))
    assert refused.code == "name_each_child"
    assert refused.refused is not None
    assert refused.refused.message == f"Name every child in the reason. Missing: {left_out}."
    assert start().when("ines", SetRating(new("r"), None, "amber", REASON.upper(), "Less.")).code is None


def test_not_rated_today_is_no_rating_of_a_child_and_names_nobody() -> None:
    assert start().when("ines", SetRating(new("r"), None, None, "The manager was called away.")).code is None


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("Pip's cough is better, pippa's not.", []),
        ("Pippa is well.", ["Pip"]),
        ("He is well.", ["Pip"]),
        ("(pip)", []),
    ],
)
def test_a_name_counts_as_a_whole_word_in_small_or_capital_letters(text: str, missing: list[str]) -> None:
    assert unnamed(text, ["Pip Quillfeather"]) == missing


def test_two_children_whose_names_begin_alike_need_their_whole_names() -> None:
    twins = ["Baby One", "Baby Two"]
    assert unnamed("Baby one grows.", twins) == ["Baby Two"]
    assert unnamed("Baby one grows, and so does baby  two.", twins) == []


def test_no_record_is_locked_without_a_colour_that_everyone_was_shown() -> None:
    said = ended(told_when(start())).ok()
    assert said.when("ines", LOCK).code == "rating_missing"
    said = said.when("ines", SetRating(new("one"), None, "amber", REASON, "Less.")).ok()
    assert said.when("ines", LOCK).code == "rating_missing", "it is still on the desk"
    assert said.when("ines", ShowRating(new("one"))).ok().when("ines", LOCK).code is None


def test_not_rated_today_does_not_count_where_a_rating_is_required() -> None:
    said = rated(rated(told_when(start())), None, "none")
    assert ended(said).ok().when("ines", LOCK).code == "rating_missing"


def test_where_none_is_required_a_record_is_locked_without() -> None:
    every = tuple(Reason(one.key, "Aloud.") for one in templates()["three-column-map"].checks)
    assert given(room()).when("ines", EndMeeting(every)).ok().when("ines", LOCK).code is None


def test_nobody_but_the_manager_writes_the_advice() -> None:
    said = start()
    for who in ("kit", "zara", "tolly"):
        assert said.when(who, advice()).code == "column_not_yours"
        assert said.when(who, WritePrivately(new("p"), "advice", "Mine.")).code == "column_not_yours"
    assert said.when("tolly", advice(speaker=person("ines"))).code == "column_not_yours"
    assert said.when("ines", advice(speaker=person("kit"))).code == "column_not_yours", "it would be marked as hers"
    assert said.when("ines", advice()).code is None


def test_nobodys_point_is_moved_into_the_advice_and_the_managers_is() -> None:
    said = start().when("kit", point("kits", "See the GP.", "next")).when("ines", point("hers", "Meet.", "next")).ok()
    assert said.when("kit", MoveItem(new("kits"), "advice")).code == "column_not_yours"
    assert said.when("ines", MoveItem(new("kits"), "advice")).code == "column_not_yours"
    assert said.when("tolly", MoveItem(new("hers"), "advice")).code == "column_not_yours"
    moved = said.when("ines", MoveItem(new("hers"), "advice")).ok()
    assert item(moved.meeting, new("hers")).column == "advice"
    assert moved.when("tolly", MoveItem(new("hers"), "advice", place="first")).code is None, "it stands there already"


def test_the_manager_prepares_advice_before_the_meeting_and_shows_it_in_it() -> None:
    waiting = let_in(prepared("supervision"), "ines", "kit")
    said = given(waiting).when("ines", WritePrivately(new("p"), "advice", "Ring legal.")).ok()
    assert said.when("kit", WritePrivately(new("k"), "advice", "Ring legal.")).code == "column_not_yours"
    assert said.meeting.board(said.streams[0]).get(PrivateItem, new("p")) is not None
    told = start().when("ines", WritePrivately(new("p"), "advice", "Ring legal.")).ok()
    assert told.when("ines", ShowPrivate(new("p"), new("p"))).code is None


def test_a_private_point_is_not_brought_into_a_column_by_somebody_who_may_not_write_there_any_more() -> None:
    template = templates()["supervision"]
    chairs = given(room(replace(template, deputy="chair")))
    said = chairs.when("ines", WritePrivately(new("p"), "advice", "Ring legal.")).ok()
    away = said.when("ines", NameDeputy(attendee("kit"))).ok().when("kit", TakeControls()).ok()
    assert away.when("ines", ShowPrivate(new("p"), new("p"))).code == "column_not_yours"


def test_a_supervision_does_not_end_before_somebody_is_to_tell_the_family_on_a_day() -> None:
    said = start()
    refused = ended(said)
    assert refused.code == "blocked"
    assert refused.refused is not None
    assert set(refused.refused.more["fields"]) == {"hearing_missing"}
    said = said.when("kit", AddItem(new("tells"), "hearing", "Kit rings Marla.")).ok()
    nobody = said.when("kit", SetAction(new("tells"), (), "2026-03-20")).ok()
    no_day = said.when("kit", SetAction(new("tells"), (person("kit"),))).ok()
    assert ended(nobody).code == ended(no_day).code == "blocked"
    whole = told_when(start())
    assert ended(whole).code is None
    assert ended(whole.when("kit", TakeBackItem(new("tells"))).ok()).code == "blocked"


def test_an_action_elsewhere_does_not_tell_the_family() -> None:
    said = start().when("kit", point("step", "Weigh.", "next")).ok()
    assert ended(said.when("kit", SetAction(new("step"), (person("kit"),), "2026-03-20")).ok()).code == "blocked"
