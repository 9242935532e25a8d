"""What the browser calls people: the same as paper does (tests/names.json)."""

import json
from pathlib import Path

from playwright.sync_api import Page

from meeting_server.domain.people.names import TITLES
from tests.e2e.pages.bare_page import run

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
