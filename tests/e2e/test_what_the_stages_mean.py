"""What a stage means stands in a sentence where it is chosen, and a press away from the strip."""

from dataclasses import replace

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.pages.people import LAPTOP
from tests.e2e.test_places import SHOWS, shown_to
from tests.scenes.supervision import MARLA, busy

START = "They mean to start soon, often within a month."


def test_a_stage_says_what_it_means_where_it_is_chosen_and_above_the_strip(page: Page) -> None:
    page.set_viewport_size({"width": LAPTOP[0], "height": LAPTOP[1]})
    page.evaluate(SHOWS, [shown_to(busy().meeting, "kit"), False])
    page.evaluate("async () => (await import('/board/reading/view.js')).goTo('@adults')")
    adult = page.locator(f"section[data-home='adult-{MARLA}']")
    expect(adult).not_to_contain_text(START)
    adult.get_by_role("button", name="What they mean").first.click()
    expect(adult.locator(".meanings")).to_contain_text("Getting ready: " + START)
    adult.get_by_role("button", name="Hide what they mean").first.click()
    adult.get_by_role("button", name="Change how I see it").first.click()
    expect(adult.get_by_role("radio", name="Getting ready (preparation) " + START)).to_have_count(1)


@pytest.mark.thorough("tests/e2e/test_what_the_stages_mean.py")
def test_a_template_that_says_no_meaning_has_no_button_for_it(page: Page) -> None:
    meeting = busy().meeting
    asked = tuple(
        replace(one, answers=tuple(replace(answer, means="") for answer in one.answers))
        for one in meeting.template.adult_questions
    )
    silent = replace(meeting, template=replace(meeting.template, adult_questions=asked))
    page.set_viewport_size({"width": LAPTOP[0], "height": LAPTOP[1]})
    page.evaluate(SHOWS, [shown_to(silent, "kit"), False])
    page.evaluate("async () => (await import('/board/reading/view.js')).goTo('@adults')")
    expect(page.locator(".stages").first).to_be_visible()
    expect(page.get_by_role("button", name="What they mean")).to_have_count(0)
