"""What every template of ours must hold, with the words and directions that the sources give."""

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

import meeting_server
from meeting_server.domain.ending.checks import CHECKS
from meeting_server.domain.kinds import built, plain
from meeting_server.domain.numbers.rounds import AskNumbers
from meeting_server.domain.numbers.save_number import SaveNumber
from meeting_server.domain.numbers.show_numbers import ShowNumbers
from meeting_server.domain.points.items import AddItem
from meeting_server.domain.template.places import shown_in
from meeting_server.domain.template.template import Category, Template
from tests.scenes.builders import given, new, person, room, templates

KEYS = sorted(templates())
ICONS = Path(meeting_server.__file__).parent / "static" / "icons.svg"
MAPS = ("three-column-map", "two-row-map")
RATES_EACH_CHILD = [key for key in KEYS if key != "supervision"]


def words(one: Category) -> str:
    return f"{one.label}: {one.meaning}" if one.meaning else one.label


def columns(template: Template) -> list[str]:
    return [one.label for one in template.columns]


def categories(template: Template, column: str) -> list[str]:
    found = template.column(column)
    assert found is not None
    return [words(one) for one in found.categories]


@pytest.mark.parametrize("key", KEYS)
def test_a_meeting_opens_and_every_place_on_its_board_takes_a_point(key: str) -> None:
    meeting = room(key)
    for column in meeting.template.columns:
        for category in (None, *(one.key for one in column.categories)):
            item = new(f"{column.key}:{category}")
            who = "ines" if column.writers else "kit"
            added = given(meeting).when(who, AddItem(item, column.key, "Said.", category=category)).ok()
            meeting = added.meeting
    assert meeting.state == "open"


@pytest.mark.parametrize("key", KEYS)
def test_numbers_are_asked_for_saved_and_shown_on_every_scale(key: str) -> None:
    meeting = room(key)
    for scale in meeting.template.scales:
        asked = AskNumbers(new(scale.key), scale.key, (person("pip"),))
        saved = SaveNumber(new(scale.key), person("pip"), "number", 4, "What I saw")
        shown = given(meeting).when("ines", asked).ok().when("kit", saved).ok()
        meeting = shown.when("ines", ShowNumbers(new(scale.key))).ok().meeting


@pytest.mark.parametrize("key", KEYS)
def test_a_template_survives_being_kept_with_its_meeting(key: str) -> None:
    template = templates()[key]
    assert built(Template, json.loads(json.dumps(plain(template)))) == template


@pytest.mark.parametrize("key", KEYS)
def test_every_closing_check_and_icon_of_a_template_exists(key: str) -> None:
    drawn = set(re.findall(r'id="([a-z-]+)"', ICONS.read_text(encoding="utf-8")))
    assert {one.key for one in templates()[key].checks} <= set(CHECKS)
    assert {one.icon for one in templates()[key].columns} <= drawn


@pytest.mark.parametrize("key", KEYS)
def test_only_the_chair_steers_finishes_and_need_not_wait(key: str) -> None:
    roles = templates()[key].roles
    for only in (
        [one.key for one in roles if "steer" in one.powers],
        [one.key for one in roles if "finish" in one.powers],
        [one.key for one in roles if one.screen == "chair"],
        [one.key for one in roles if not one.waits],
    ):
        assert only == ["chair"]


@pytest.mark.parametrize("key", KEYS)
def test_the_chairs_desk_is_the_chairs_and_the_minute_takers(key: str) -> None:
    roles = templates()[key].roles
    assert [one.key for one in roles if "chairs_desk" in one.audiences] == ["chair", "minute_taker"]
    assert [one.key for one in roles if "minute" in one.powers] == ["chair", "minute_taker"]


@pytest.mark.parametrize("key", KEYS)
def test_the_observer_alone_can_do_nothing(key: str) -> None:
    people = [one for one in templates()[key].roles if one.screen != "projector"]
    assert [one.key for one in people if "contribute" not in one.powers] == ["observer"]
    assert templates()[key].role("observer").powers == ()


@pytest.mark.parametrize("key", KEYS)
def test_there_is_one_big_screen_that_hears_everyone_and_does_nothing(key: str) -> None:
    screens = [one for one in templates()[key].roles if one.screen == "projector"]
    assert [(one.key, one.audiences, one.powers, one.waits) for one in screens] == [
        ("big_screen", ("everyone",), (), True)
    ]


@pytest.mark.parametrize("key", KEYS)
def test_those_who_speak_for_others_give_no_number_of_their_own(key: str) -> None:
    place = {one.key: "place" in one.powers for one in templates()[key].roles}
    for role in ("chair", "minute_taker", "interpreter", "advocate", "supporter", "observer"):
        assert not place.get(role)
    for role in ("parent", "network", "child_attending", "lead_social_worker", "police", "school", "health"):
        assert place.get(role, True)
    assert place["lead_social_worker"]


@pytest.mark.parametrize("key", KEYS)
def test_nobody_but_workers_is_asked_how_they_know_or_types_for_others(key: str) -> None:
    for role in templates()[key].roles:
        if role.side != "professional":
            assert not set(role.powers) & {"detail", "type_for", "minute"}


@pytest.mark.parametrize("key", KEYS)
def test_nobody_writes_for_professionals_alone_in_front_of_the_family(key: str) -> None:
    assert templates()[key].composers == ("everyone",)


@pytest.mark.parametrize("key", KEYS)
def test_a_childs_words_that_stay_off_the_board_do_not_hold_up_the_end(key: str) -> None:
    blocks = [one.key for one in templates()[key].checks if one.blocks]
    # These are held without the family: they do not end before somebody is to tell them (S9).
    told = ["hearing_missing"] if key in ("supervision", "strategy-meeting") else []
    assert blocks == ["numbers_sealed", "private_apart_running", *told]


@pytest.mark.parametrize("key", KEYS)
def test_what_families_read_has_no_word_of_the_trade(key: str) -> None:
    trade = r"strengths?|complicating|contingency|\bSMART\b|outcomes?|threshold|significant|disguised|contact|respite"
    for column in templates()[key].columns:
        texts = [column.label, column.add, column.empty, *column.prompts, *map(words, column.categories)]
        assert not re.findall(trade, " ".join(texts), re.IGNORECASE)


@pytest.mark.parametrize("key", KEYS)
def test_prompts_are_short_enough_to_read_while_somebody_talks(key: str) -> None:
    for column in templates()[key].columns:
        assert 4 <= len(column.prompts) <= 8
        for sentence in re.split(r"(?<=[.?!])\s", " ".join(column.prompts)):
            assert len(sentence.split()) <= 20, sentence


@pytest.mark.parametrize("key", MAPS)
def test_the_maps_have_the_words_of_the_map(key: str) -> None:
    template = templates()[key]
    assert columns(template) == ["What are we worried about?", "What's working well?", "What needs to happen?"]
    assert categories(template, "worries") == [
        "Harm: what has happened",
        "Danger: what we fear if nothing changes",
        "What makes it harder",
        "What we don't know yet",
    ]
    assert categories(template, "well") == ["Good things", "Safety: what keeps {child} safe, time after time"]
    assert categories(template, "next") == ["Goal: how life should be", "Next step"]


def test_the_three_column_map_runs_from_0_to_10_below_its_three_columns() -> None:
    template = templates()["three-column-map"]
    scale = template.scales[0]
    assert [[block.column for block in row.blocks] for row in template.layout] == [["worries", "well", "next"]]
    assert (scale.left, scale.band, scale.sample) == (0, 1, False)
    assert scale.question == "How safe is {child} today?"
    assert scale.ten == "We all feel sure {child} is safe. Social care can step back."
    assert scale.zero == "Home is too unsafe for {child} to live in."


def test_the_two_row_map_faces_dangers_with_goals_and_has_a_harsher_zero() -> None:
    template = templates()["two-row-map"]
    scale = template.scales[0]
    assert "teenager" in template.heading
    assert [[(block.column, block.categories) for block in row.blocks] for row in template.layout] == [
        [("worries", ("harm", "unknown")), ("well", ("safety",)), ("next", ("step",))],
        [("worries", ("harder",)), ("well", ("strength",))],
        [("worries", ("danger",)), ("next", ("goal",))],
    ]
    assert scale.left == 0
    assert scale.ten == "{child} is safe enough for us to stop."
    assert scale.zero == "{child} needs to be somewhere else, safe, today."
    assert scale.key != templates()["three-column-map"].scales[0].key, "their numbers are never one series (U2)"


def test_the_grid_runs_from_10_to_0_under_the_band_in_its_middle() -> None:
    template = templates()["safety-grid"]
    scale = template.scales[0]
    assert [[block.column for block in row.blocks] for row in template.layout] == [
        ["well", "worries"], ["impact"], ["good", "next"],
    ]  # fmt: skip
    assert columns(template) == [
        "What's working well?",
        "What are we worried about?",
        "What it's like for {child}",
        "What will 'good' look like?",
        "What needs to happen?",
    ]
    assert categories(template, "well") == ["Good things", "Safety"]
    assert categories(template, "worries") == ["Harm", "Risk: what could happen", "What we don't know yet"]
    assert (scale.left, scale.band, scale.sample) == (10, 2, True)
    assert scale.question == "How are things for {child} today?"
    assert (scale.ten, scale.zero) == ("As good as {child} needs.", "Very bad for {child} right now.")


def test_four_short_statements_lead_through_the_grid_and_through_no_other_meeting() -> None:
    statements = {one.key: one.banner for one in templates()["safety-grid"].columns}
    assert statements == {
        "well": "Strengthen the Positives",
        "worries": "See the Risks",
        "impact": "Focus on the Impact",
        "good": "Create Opportunities for Change",
        "next": "Create Opportunities for Change",
    }
    assert {key for key in KEYS for column in templates()[key].columns if column.banner} == {"safety-grid"}


def test_the_grid_alone_is_a_printed_figure() -> None:
    assert [key for key in KEYS if templates()[key].figure] == ["safety-grid"]


def test_a_councils_grid_without_statements_or_figure_opens_the_same_meeting() -> None:
    ours = plain(templates()["safety-grid"])
    del ours["figure"]
    for column in ours["columns"]:
        del column["banner"]
    theirs = built(Template, ours)
    bare = tuple(replace(column, banner="") for column in templates()["safety-grid"].columns)
    assert theirs == replace(templates()["safety-grid"], columns=bare, figure=False)
    opened, before = room(theirs), room("safety-grid")
    assert opened == replace(before, template=theirs)


def test_a_grid_is_complete_without_a_number() -> None:
    assert "numbers_asked" not in {one.key for one in templates()["safety-grid"].checks}
    for key in MAPS:
        assert "numbers_asked" in {one.key for one in templates()[key].checks}


@pytest.mark.parametrize("key", KEYS)
def test_how_we_know_and_how_a_childs_words_came_have_their_words(key: str) -> None:
    template = templates()[key]
    assert {one.key: one.label for one in template.basis} == {
        "proof": "Proof or record",
        "seen": "I saw or heard it",
        "said": "Someone says so, not proved",
        "view": "My view",
        "guess": "A guess to check",
    }
    assert {one.key for one in template.obtained} == {"talk", "play", "watching", "drawing", "letter", "advocate"}


@pytest.mark.parametrize("key", [*MAPS, "safety-grid"])
def test_a_conference_counts_its_dates_by_rules_that_say_they_are_local(key: str) -> None:
    clocks = {one.key: (one.amount, one.unit, one.after) for one in templates()[key].clocks}
    assert clocks == {
        "decision_letter": (1, "working_days", "meeting"), "disagree": (3, "days", "meeting"),
        "core_group": (10, "working_days", "meeting"), "full_record": (15, "working_days", "meeting"),
        "complain": (28, "days", "meeting"),
        "first_review": (3, "months", "meeting"), "later_review": (6, "months", "meeting"),
    }  # fmt: skip
    assert all(one.source.startswith("A local rule") for one in templates()[key].clocks)


@pytest.mark.parametrize("key", RATES_EACH_CHILD)
def test_the_rating_is_for_each_child_and_may_be_left_out(key: str) -> None:
    rating = templates()[key].rating
    assert (rating.scope, rating.required) == ("child", False)


def test_in_supervision_a_deputy_runs_the_agenda_and_the_advice_is_the_managers_alone() -> None:
    assert {key: one.deputy for key, one in templates().items() if one.deputy != "chair"} == {"supervision": "agenda"}
    kept = {(key, column.key, column.writers) for key in KEYS for column in templates()[key].columns if column.writers}
    assert kept == {("supervision", "advice", "finish")}
    assert [column.key for column in templates()["supervision"].columns if column.hearing] == ["hearing"]


def test_supervision_asks_of_adults_where_they_are_on_the_way_to_change_and_two_things_every_time() -> None:
    ready, engaged, agreed = templates()["supervision"].adult_questions
    assert [f"{one.label} ({one.term})" for one in ready.answers] == [
        "Doesn't see a problem (pre-contemplation)", "In two minds (contemplation)", "Getting ready (preparation)",
        "Doing it (action)", "Keeping it up (maintenance)", "Back to the old way (relapse)",
    ]  # fmt: skip
    assert [one.key for one in ready.answers if not one.lapse] == ["relapse"]
    assert "".join(one.label[0] for one in ready.talk) == "DARNCAT"
    assert (ready.each_behaviour, ready.every_time) == (True, False)
    assert (engaged.question, agreed.question) == ("Is {adult} engaged?", "Does {adult} agree with the plan?")
    for one in (engaged, agreed):
        assert one.every_time
        assert [answer.label for answer in one.answers] == ["Yes", "Partly", "No", "We don't know"]


def test_supervision_rates_the_family_once_and_never_goes_without() -> None:
    rating = templates()["supervision"].rating
    assert (rating.scope, rating.required) == ("family", True)


@pytest.mark.parametrize("key", KEYS)
def test_the_rating_has_its_question_shape_and_sentence(key: str) -> None:
    rating = templates()[key].rating
    assert rating.question == "If things go on as they are today, how big is the risk to this child's outcomes?"
    assert [f"{one.shape} {one.label}: {one.meaning}" for one in rating.colours] == [
        "▲ Red: big worries, act now",
        "◆ Amber: some better, some still worrying",
        "● Green: going well, keep it up",
    ]


@pytest.mark.parametrize("key", KEYS)
def test_the_agencies_have_tints_of_their_own(key: str) -> None:
    tints = {one.key: one.tint for one in templates()[key].agencies}
    assert tints == {
        "social_care": "social", "health": "health", "school": "school", "police": "police",
        "support": "support", "recovery": "support", "family": "family", "child": "child",
        "health_visiting": "health", "school_nursing": "health", "gp": "health", "hospital": "health",
        "mental_health_service": "health", "probation": "support", "youth_justice": "support",
        "protection_team": "social", "legal": "support", "independent": "support",
    }  # fmt: skip


def test_nobody_of_the_family_can_be_invited_to_a_strategy_meeting_and_how_they_will_hear_is_a_column_of_it() -> None:
    template = templates()["strategy-meeting"]
    assert {one.side for one in template.roles} == {"professional"}
    assert not {one.key for one in template.roles} & {"advocate", "interpreter"}
    assert "How will the family hear of it?" in columns(template)
    assert [(one.amount, one.unit) for one in template.clocks] == [(15, "working_days")]


def test_supervision_has_the_words_of_the_family_safeguarding_record_and_the_clock_of_its_end() -> None:
    template = templates()["supervision"]
    assert {one.side for one in template.roles} == {"professional"}
    assert template.role("chair").label == "Team manager"
    assert {"What {child} says", "What parents say", "Has our help made a difference?", "What next?",
            "How the family will hear"} <= set(columns(template))  # fmt: skip
    scale = template.scales[0]
    assert (scale.question, scale.left) == ("How much has life got better for {child}?", 0)
    assert (scale.ten, scale.zero) == ("Life is good for {child}.", "Nothing is better yet.")
    clocks = {one.key: (one.amount, one.unit) for one in template.clocks}
    assert clocks == {"record_aim": (1, "working_days"), "record_limit": (5, "working_days")}


@pytest.mark.parametrize("key", KEYS)
def test_every_column_is_shown_in_some_step(key: str) -> None:
    template = templates()[key]
    shown = {place for stage in template.stages for place in shown_in(stage)}
    assert {column.key for column in template.columns} <= shown
