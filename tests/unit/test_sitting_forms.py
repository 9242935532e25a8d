"""The forms of a sitting: what they come to, and what they say of every field that can't be so."""

from datetime import date

import flask
import pytest

from meeting_server.http.languages import speak
from meeting_server.http.staff.family_form import (
    Around,
    blank_family,
    plan_family,
    read_family,
    templates_of_families,
    worker_roles,
)
from meeting_server.http.staff.sitting_form import blank_sitting, read_sitting, sitting_of
from meeting_server.services.accounts import Account
from meeting_server.services.sitting_workers import Worker
from meeting_server.storage.template_files import load_templates

TEMPLATES = load_templates()
SUPERVISION = TEMPLATES["supervision"]
SAFFRON, TOLLY, KIT, BEX, ZEPHYR = (
    Account(f"00000000-0000-4000-8000-00000000000{n}", name, f"{name.lower()}@council.example")
    for n, name in enumerate(("Saffron", "Tolly", "Kit", "Bex", "Zephyr"))
)
EVERYBODY = [SAFFRON, TOLLY, KIT, BEX, ZEPHYR]
TODAY = date(2026, 4, 21)
SITTING = {
    "id": "11111111-1111-4111-8111-111111111111", "day": "5", "month": "5", "year": "2026", "starts": "9.30am",
    "minutes": "25", "place": " Room  4 ", "team_manager": SAFFRON.id, "deputy": KIT.id, "minute_taker": TOLLY.id,
}  # fmt: skip
FAMILY = {
    "id": "22222222-2222-4222-8222-222222222222", "template": "supervision", "reference": "fam 20741",
    "occasion": "Case supervision", "setting": "room", "child-0-name": "Juniper", "child-0-age": "11",
    "person-0-name": "Marla Quillfeather", "person-0-relationship": "Mum", "person-0-agency": "family",
    "worker-0-account": KIT.id, "worker-0-role": "lead_social_worker", "worker-0-agency": "social_care",
    "worker-1-account": "", "worker-1-role": "psychologist", "worker-1-agency": "health",
    f"known-{BEX.id}": "yes",
}  # fmt: skip
AROUND = Around("2026-05-05", EVERYBODY, [Worker(BEX, "recovery_worker", "recovery"), Worker(ZEPHYR, "victim_worker", "support")],
                frozenset({SAFFRON.id, TOLLY.id}))  # fmt: skip


@pytest.fixture(autouse=True)
def english():
    """The messages are in the language of a page, so there must be one."""
    app = flask.Flask(__name__)
    speak(app, (), None)
    with app.test_request_context():
        yield


def wrong_with_sitting(**more):
    form = read_sitting({**SITTING, **more})
    made = sitting_of(form, TOLLY, EVERYBODY, TODAY)
    assert (made is None) == bool(form.problems)
    return form.problems


def wrong_with_family(**more):
    form = read_family({**FAMILY, **more})
    made = plan_family(form, SUPERVISION, AROUND)
    assert (made is None) == bool(form.problems)
    return form.problems


def test_a_sitting_has_what_was_typed():
    made = sitting_of(read_sitting(SITTING), TOLLY, EVERYBODY, TODAY)
    assert (made.id, made.made_by, made.team_manager, made.deputy, made.minute_taker) == (
        SITTING["id"], TOLLY, SAFFRON, KIT, TOLLY,
    )  # fmt: skip
    assert (made.date, made.starts, made.minutes, made.place) == ("2026-05-05", "09:30", 25, "Room 4")


def test_a_sitting_needs_neither_deputy_nor_minute_taker_nor_place():
    form = read_sitting({**SITTING, "deputy": "", "minute_taker": "", "place": ""})
    made = sitting_of(form, SAFFRON, EVERYBODY, TODAY)
    assert (made.deputy, made.minute_taker, made.place) == (None, None, "")


def test_a_new_form_has_whoever_opens_it_as_team_manager_and_25_minutes():
    form = blank_sitting(SAFFRON)
    assert (form["team_manager"], form["minutes"]) == (SAFFRON.id, "25")


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"day": "31", "month": "4"}, "day"),
        ({"day": "20", "month": "4"}, "day"),
        ({"starts": "noon"}, "starts"),
        ({"minutes": "4"}, "minutes"),
        ({"minutes": "91"}, "minutes"),
        ({"minutes": "½"}, "minutes"),
        ({"minutes": ""}, "minutes"),
        ({"place": "x" * 201}, "place"),
        ({"team_manager": "somebody"}, "team_manager"),
        ({"deputy": "somebody"}, "deputy"),
        ({"deputy": SAFFRON.id}, "deputy"),
        ({"minute_taker": SAFFRON.id}, "minute_taker"),
        ({"minute_taker": KIT.id}, "minute_taker"),
    ],
)
def test_what_can_not_be_so_is_said_at_its_field(typed, field):
    assert list(wrong_with_sitting(**typed)) == [field]


@pytest.mark.parametrize("minutes", ["5", "90", " 30 "])
def test_a_family_has_5_to_90_minutes(minutes):
    assert not wrong_with_sitting(minutes=minutes)


def test_a_family_comes_to_a_plan_with_its_workers_as_accounts_and_its_parents_only_spoken_of():
    plan, reference, workers = plan_family(read_family(FAMILY), SUPERVISION, AROUND)
    assert (reference, plan.id, plan.date, plan.setting) == ("FAM 20741", FAMILY["id"], "2026-05-05", "room")
    assert plan.family_present is False
    people = {one.name: (one.role, one.agency, one.child) for one in plan.people}
    assert people == {
        "Juniper": (None, None, True), "Marla Quillfeather": (None, "family", False),
        "Bex": ("recovery_worker", "recovery", False), "Kit": ("lead_social_worker", "social_care", False),
    }  # fmt: skip
    named = {one.key: one.name for one in plan.people}
    assert {named[key]: one for key, one in workers.items()} == {"Kit": KIT, "Bex": BEX}


def test_nobody_is_invited_by_a_role_that_was_sent_for_somebody_spoken_of():
    plan, _, _ = plan_family(read_family({**FAMILY, "person-0-role": "chair"}), SUPERVISION, AROUND)
    assert {one.name: one.role for one in plan.people}["Marla Quillfeather"] is None


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"reference": ""}, "reference"),
        ({"occasion": ""}, "occasion"),
        ({"setting": ""}, "setting"),
        ({"child-0-name": "", "child-0-age": ""}, "child-0-name"),
        ({"person-0-agency": "moon"}, "person-0-agency"),
        ({"worker-0-account": "somebody"}, "worker-0-account"),
        ({"worker-0-account": BEX.id}, "worker-0-account"),
        ({"worker-0-account": SAFFRON.id}, "worker-0-account"),
        ({"worker-0-role": "chair"}, "worker-0-role"),
        ({"worker-0-role": "big_screen"}, "worker-0-role"),
        ({"worker-0-agency": ""}, "worker-0-agency"),
    ],
)
def test_what_can_not_be_so_of_a_family_is_said_at_its_field(typed, field):
    assert list(wrong_with_family(**typed)) == [field]


def test_ticks_for_somebody_who_is_in_no_family_of_the_sitting_bring_nobody():
    plan, _, _ = plan_family(read_family({**FAMILY, f"known-{SAFFRON.id}": "yes"}), SUPERVISION, AROUND)
    assert "Saffron" not in {one.name for one in plan.people}


def test_a_form_that_is_sent_back_has_everything_that_was_typed():
    form = read_family({**FAMILY, "occasion": ""})
    assert plan_family(form, SUPERVISION, AROUND) is None
    assert (form["reference"], form.children[0].name, form.people[0].name) == (
        "fam 20741",
        "Juniper",
        "Marla Quillfeather",
    )
    assert [row.account for row in form.workers] == [KIT.id, ""]
    assert form.known == {BEX.id}


def test_a_new_form_names_the_occasion_as_its_template_does():
    form = blank_family(SUPERVISION, "online")
    assert (form["occasion"], form["setting"]) == ("Case supervision", "online")


def test_families_of_a_sitting_are_made_of_templates_that_rate_the_family_as_one():
    assert list(templates_of_families(TEMPLATES)) == ["supervision"]


def test_nobody_is_made_chair_or_big_screen_or_child_as_a_worker():
    assert {role.key for role in worker_roles(SUPERVISION)} & {"chair", "big_screen"} == set()
