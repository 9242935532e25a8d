"""The form that makes a meeting: what it comes to, and what it says of every field that can't be so."""

import re
from datetime import date, timedelta

import flask
import pytest
import segno

from meeting_server.http.languages import speak
from meeting_server.http.qr import QUIET, qr_of
from meeting_server.http.staff.forms import SPOKEN_OF, child_roles, roles_offered
from meeting_server.http.staff.meeting_form import blank_form, plan_of, read_form
from meeting_server.http.staff.times import read_day, read_time, time_words
from meeting_server.http.staff.typed_line import read_line
from meeting_server.services.accounts import Account
from meeting_server.services.invitations import MOST_CHILDREN, MOST_PEOPLE
from meeting_server.storage.template_files import load_templates, read_template
from tests.scenes.pasted import EMPTY, PASTED
from tests.servers.served import ROOT

TEMPLATES = load_templates()
MAP = TEMPLATES["three-column-map"]
ASHA = Account("00000000-0000-4000-8000-00000000a5a0", "Asha Chairperson", "asha@council.example")
TODAY = date(2026, 11, 21)
GOOD = {
    "id": "11111111-1111-4111-8111-111111111111", "template": MAP.key, "reference": " fam   20741 ",
    "occasion": "First conference", "day": "24", "month": "11", "year": "2026", "starts": "2.30pm", "setting": "both",
    "place": "", "family": "yes", "chair": ASHA.id, "chair_agency": "social_care",
    "child-0-name": "Wren", "child-0-age": "11", "child-0-role": "child_attending",
    "child-1-name": "Bump", "child-1-age": "unborn", "child-1-role": "",
    "person-0-name": "Marla", "person-0-relationship": "Mum", "person-0-role": "parent", "person-0-agency": "family",
    "person-1-name": "Dorran", "person-1-relationship": "Dad", "person-1-role": SPOKEN_OF, "person-1-agency": "",
    "person-2-name": "", "person-2-relationship": " ", "person-2-role": "", "person-2-agency": "family",
}  # fmt: skip


@pytest.fixture(autouse=True)
def english():
    """The messages are in the language of a page, so there must be one."""
    app = flask.Flask(__name__)
    speak(app, (), None)
    with app.test_request_context():
        yield


def problems(template=MAP, **more):
    form = read_form({**GOOD, **more})
    made = plan_of(form, template, ASHA, [ASHA], TODAY)
    assert (made is None) == bool(form.problems)
    return form.problems


@pytest.mark.parametrize(("pasted", "kept"), PASTED.items())
def test_what_slides_and_telephones_put_into_a_line_is_taken_as_it_reads(pasted, kept):
    assert read_line(pasted, 100) == (" ".join(kept.split()), "")


@pytest.mark.parametrize("typed", EMPTY)
def test_a_line_of_which_nothing_can_be_seen_is_missing(typed):
    assert read_line(typed, 100, "Give a name.") == ("", "Give a name.")


def test_what_is_right_comes_to_a_plan_with_one_chair_who_is_an_account():
    plan, booking = plan_of(read_form(GOOD), MAP, ASHA, [ASHA], TODAY)
    assert (booking.reference, booking.starts, booking.chair, booking.made_by) == ("FAM 20741", "14:30", ASHA, ASHA)
    assert (plan.date, plan.setting, plan.family_present, plan.id) == ("2026-11-24", "both", True, GOOD["id"])
    people = {one.name: one for one in plan.people}
    assert list(people) == ["Wren", "Bump", "Marla", "Dorran", "Asha Chairperson"]
    assert (people["Wren"].child, people["Wren"].role, people["Wren"].agency) == (True, "child_attending", "child")
    assert (people["Bump"].age, people["Bump"].role, people["Bump"].agency) == ("unborn", None, None)
    assert (people["Marla"].role, people["Dorran"].role, people["Dorran"].agency) == ("parent", None, None)
    assert [one.name for one in plan.people if one.role == "chair"] == ["Asha Chairperson"]


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"reference": " "}, "reference"),
        ({"reference": "x" * 61}, "reference"),
        ({"occasion": ""}, "occasion"),
        ({"occasion": "x" * 121}, "occasion"),
        ({"occasion": "\u200b\ufeff"}, "occasion"),
        ({"day": ""}, "day"),
        ({"starts": "noon"}, "starts"),
        ({"setting": "moon"}, "setting"),
        ({"place": "x" * 201}, "place"),
        ({"family": ""}, "family"),
        ({"chair": "somebody"}, "chair"),
        ({"chair_agency": "moon"}, "chair_agency"),
        ({"child-0-name": "", "child-1-name": ""}, "child-0-name"),
        ({"child-0-name": "", "child-0-age": "", "child-1-name": "", "child-1-age": ""}, "child-0-name"),
        ({"child-1-name": "x" * 101}, "child-1-name"),
        ({"child-1-age": "x" * 41}, "child-1-age"),
        ({"child-0-role": "parent"}, "child-0-role"),
        ({"person-0-name": ""}, "person-0-name"),
        ({"person-0-name": "x" * 101}, "person-0-name"),
        ({"person-0-relationship": "x" * 101}, "person-0-relationship"),
        ({"person-0-role": ""}, "person-0-role"),
        ({"person-0-role": "chair"}, "person-0-role"),
        ({"person-0-role": "big_screen"}, "person-0-role"),
        ({"person-0-role": "child_attending"}, "person-0-role"),
        ({"person-1-role": "health", "person-1-agency": ""}, "person-1-agency"),
        ({"person-0-called": "x" * 61}, "person-0-called"),
        ({"core_group": "soon"}, "core_group"),
        ({"conference": "1 1 2020"}, "conference"),
        ({"contact": "x" * 101}, "contact"),
        ({"person-0-agency": "moon"}, "person-0-agency"),
    ],
)  # fmt: skip
def test_what_can_not_be_is_said_of_its_field_and_what_was_typed_stays(typed, field):
    form = read_form({**GOOD, **typed})
    assert plan_of(form, MAP, ASHA, [ASHA], TODAY) is None
    assert field in form.problems
    assert re.fullmatch(r"[A-Z][^\n]*[.?]", form.problems[field])
    kept = form.fields()
    assert kept.items() >= {**GOOD, **typed}.items()


def test_whoever_comes_as_family_comes_from_the_family_without_its_being_chosen():
    plan, _ = plan_of(read_form({**GOOD, "person-0-agency": ""}), MAP, ASHA, [ASHA], TODAY)
    assert {one.name: one.agency for one in plan.people}["Marla"] == "family"


def test_what_we_call_somebody_is_kept_only_where_it_is_not_what_they_are_called_anyway():
    typed = {
        "person-0-name": "Marla Reed",
        "person-0-called": "Marla",
        "person-1-name": "PC Dorran Hale",
        "person-1-called": "Dorran",
    }
    plan, _ = plan_of(read_form({**GOOD, **typed}), MAP, ASHA, [ASHA], TODAY)
    assert {one.name: one.called for one in plan.people}.items() >= {
        "Marla Reed": "",
        "PC Dorran Hale": "Dorran",
    }.items()


def test_two_children_who_read_alike_need_a_word_that_tells_them_apart():
    twins = {"child-0-name": "Robin", "child-0-age": "9", "child-1-name": " robin", "child-1-age": "9"}
    assert set(problems(**twins)) == {"child-0-called", "child-1-called"}
    assert not problems(**{**twins, "child-1-age": "3"})
    assert not problems(**{**twins, "child-1-called": "Little Robin"})


def test_two_people_are_kept_apart_and_a_relative_is_here_for_one_child():
    wren, marla, dorran = (f"{n}1111111-1111-4111-8111-111111111111" for n in (2, 3, 4))
    typed = {
        "child-0-id": wren,
        "person-0-id": marla,
        "person-1-id": dorran,
        "person-1-apart": marla,
        f"person-0-about-{wren}": "yes",
    }
    form = read_form({**GOOD, **typed})
    plan, _ = plan_of(form, MAP, ASHA, [ASHA], TODAY)
    people = {one.name: one for one in plan.people}
    assert (people["Dorran"].apart_from, people["Marla"].about) == ((people["Marla"].key,), (people["Wren"].key,))
    assert form.fields().items() >= typed.items()


def test_nobody_is_kept_apart_from_themselves_or_from_nobody():
    marla = "31111111-1111-4111-8111-111111111111"
    for other in (marla, "41111111-1111-4111-8111-111111111111", "x"):
        form = read_form({**GOOD, "person-0-id": marla, "person-0-apart": other})
        plan, _ = plan_of(form, MAP, ASHA, [ASHA], TODAY)
        assert not [one for one in plan.people if one.apart_from]


def test_a_row_that_a_page_took_away_between_two_others_leaves_no_gap():
    form = read_form({**GOOD, "person-7-name": "Ivo", "person-7-role": "school", "person-7-agency": "school"})
    assert [row.name for row in form.people] == ["Marla", "Dorran", "", "Ivo"]


def test_nothing_filled_in_names_every_field_that_is_needed_in_the_order_of_the_page():
    form = blank_form(MAP, ASHA)
    assert plan_of(form, MAP, ASHA, [ASHA], TODAY) is None
    assert list(form.problems) == [
        "reference",
        "occasion",
        "day",
        "starts",
        "setting",
        "family",
        "child-0-name",
        "chair_agency",
    ]


@pytest.mark.parametrize(
    "template",
    [*TEMPLATES.values(), read_template(ROOT / "tests" / "scenes" / "fifth_template.toml")],
    ids=lambda one: one.key,
)
def test_the_roles_offered_are_the_templates_without_chair_screen_and_child(template):
    offered = roles_offered(template)
    assert offered
    assert not {role.screen for role in offered} & {"chair", "projector"}
    assert {role.side for role in offered} <= {"family", "professional"}
    assert all(role.side == "child" for role in child_roles(template))


def test_another_kind_lets_go_of_roles_it_does_not_have_and_of_nothing_else():
    form, other = read_form(GOOD), read_template(ROOT / "tests" / "scenes" / "fifth_template.toml")
    form.for_template(other)
    assert (form.people[0].name, form.people[0].relationship) == ("Marla", "Mum")
    assert form.people[0].role in {"", *(role.key for role in roles_offered(other))}
    assert form["chair_agency"] in {"", *(agency.key for agency in other.agencies)}
    assert form.people[1].role == SPOKEN_OF
    assert form["reference"] == GOOD["reference"]


def test_no_more_than_sixty_people_and_eight_children_are_read():
    many = {f"person-{n}-name": f"Person {n}" for n in range(200)} | {
        f"child-{n}-name": f"Child {n}" for n in range(50)
    }
    form = read_form({**GOOD, **many})
    assert (len(form.people), len(form.children)) == (MOST_PEOPLE, MOST_CHILDREN)
    assert "people" in problems(**many)


def test_a_form_without_a_proper_id_gets_a_new_one():
    for wrong in ("", "x", GOOD["id"].upper().replace("1", "A"), GOOD["id"] + "'"):
        assert re.fullmatch(r"[0-9a-f-]{36}", read_form({**GOOD, "id": wrong})["id"])
        assert read_form({**GOOD, "id": wrong})["id"] != wrong


@pytest.mark.parametrize(
    ("typed", "starts"),
    [("10:00", "10:00"), ("10.30", "10:30"), ("9am", "09:00"), ("2:30 PM", "14:30"), ("14:30", "14:30"), ("12pm", "12:00"),
     ("7", "07:00"), ("21:00", "21:00"), ("9pm", "21:00")],
)  # fmt: skip
def test_a_time_may_be_typed_in_many_ways(typed, starts):
    assert read_time(typed) == (starts, "")


@pytest.mark.parametrize(
    "typed", ["", "noon", "25:00", "10:75", "2", "12am", "13pm", "0pm", "21:01", "6:59", "10:0", "1000"]
)
def test_what_is_no_time_or_in_the_night_is_not_one(typed):
    starts, wrong = read_time(typed)
    assert starts == ""
    assert wrong


@pytest.mark.parametrize(
    ("starts", "words"), [("10:00", "10:00am"), ("12:00", "12:00pm"), ("14:30", "2:30pm"), ("20:05", "8:05pm")]
)
def test_a_time_reads_as_people_say_it(starts, words):
    assert time_words(starts) == words


def test_a_day_is_from_today_to_two_years_ahead():
    assert read_day("21", "11", "2026", TODAY) == ("2026-11-21", "")
    assert read_day(" 1 ", "2", "2027", TODAY) == ("2027-02-01", "")
    for day, month, year in (("20", "11", "2026"), ("30", "2", "2027"), ("1", "1", "27"), ("x", "1", "2027"),
                             ("", "1", "2027"), ("1", "1", "2030"), ("9" * 400, "1", "2027")):  # fmt: skip
        found, wrong = read_day(day, month, year, TODAY)
        assert found == ""
        assert wrong
    assert read_day(*_parts(TODAY + timedelta(days=700)), TODAY)[1] == ""


def _parts(day):
    return str(day.day), str(day.month), str(day.year)


def test_the_drawn_code_is_the_qr_code_of_the_link_with_its_quiet_zone():
    link = "https://board.example/join#" + "aB3_-" * 8 + "xyz"
    drawn = qr_of(link)
    dark = {
        (x, int(y) - QUIET)
        for begin, y, length in re.findall(r"M(\d+) (\d+)h(\d+)v1h-\d+z", drawn.path)
        for x in range(int(begin) - QUIET, int(begin) - QUIET + int(length))
    }
    matrix = segno.make_qr(link, error="m").matrix
    assert drawn.size == len(matrix) + 2 * QUIET
    assert dark == {(x, y) for y, row in enumerate(matrix) for x, bit in enumerate(row) if bit}
