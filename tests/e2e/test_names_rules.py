"""What the browser calls people: the same as paper does (tests/names.json)."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from meeting_server.domain.numbers.rounds import AskNumbers
from meeting_server.domain.numbers.save_number import SaveNumber
from meeting_server.domain.numbers.show_numbers import ShowNumbers
from meeting_server.domain.people.names import TITLES
from tests.e2e.pages.bare_page import run
from tests.e2e.pages.people import LAPTOP
from tests.e2e.test_places import SHOWS, shown_to
from tests.scenes.builders import given, new, person, room

CASES = json.loads((Path(__file__).parents[1] / "names.json").read_text())
RULE = """
const names = await import("/board/kit/names.js");
const named = ([id, [name, child = "", age = "", part = "", called = ""]]) => ({ id, name, child: Boolean(child), age, part, called });
const told = (by, people) => Object.fromEntries(names[by](Object.entries(people).map(named), "age not known"));
"""


def test_the_browser_calls_people_what_paper_calls_them(page: Page) -> None:
    for case in CASES:
        people = json.dumps(case["people"])
        assert run(page, RULE, f"return told('called', {people});") == case["called"], case["case"]
        if "whole" in case:
            assert run(page, RULE, f"return told('wholeNames', {people});") == case["whole"], case["case"]


def test_the_same_words_are_no_names_by_themselves(page: Page) -> None:
    assert run(page, RULE, "return names.TITLES;") == TITLES


@pytest.mark.parametrize("count", [pytest.param(3, marks=pytest.mark.thorough("tests/e2e/test_names_rules.py")), 4])
def test_more_than_three_names_at_one_number_fold_to_how_many_there_are(page: Page, count: int) -> None:
    said = given(room()).when("ines", AskNumbers(new("round"), "safety", (person("pip"),))).ok()
    for who in ("marla", "nell", "rowan", "ivo")[:count]:
        said = said.when(who, SaveNumber(new("round"), person("pip"), "number", 4, "So.")).ok()
    shown = said.when("ines", ShowNumbers(new("round"))).ok().meeting
    page.set_viewport_size({"width": LAPTOP[0], "height": LAPTOP[1]})
    page.evaluate(SHOWS, [shown_to(shown, "kit"), False])
    page.evaluate("async () => (await import('/board/reading/view.js')).goTo('@numbers')")
    expect(page.locator(".flat .dot")).to_have_count(3 if count == 3 else 0)
    folded = page.get_by_role("button", name="4 people at 4")
    expect(folded).to_have_count(0 if count == 3 else 1)
    if count == 4:
        folded.click()
        expect(page.locator(".crowd-list")).to_contain_text("Marla")
