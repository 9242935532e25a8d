"""Where the box writes follows the step that is open, while it is empty; and where a step has no column, that is open."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from meeting_server.domain.agenda.stages import GoToStage
from tests.e2e.pages.people import LAPTOP, PHONE
from tests.e2e.test_places import SHOWS, shown_to
from tests.scenes.builders import given, room

SOON = 1000


class Screen:
    """A screen with nobody but the meeting to move it."""

    def __init__(self, page: Page, who: str, size: tuple[int, int], *, desk: bool = False) -> None:
        page.set_viewport_size({"width": size[0], "height": size[1]})
        self.page, self.who, self.meeting = page, who, room()
        page.evaluate(SHOWS, [shown_to(self.meeting, who), desk])
        page.evaluate("async () => { window.follow = await import('/board/page/follow.js'); follow.watchSteps(); }")

    def opens(self, stage: str) -> None:
        """The chair opens a step, and this person comes along."""
        self.meeting = given(self.meeting).when("ines", GoToStage(stage)).ok().meeting
        shown: Any = shown_to(self.meeting, self.who)
        self.page.evaluate("shown => { store.replaceAll(shown); follow.come(); }", shown)

    def says_where(self) -> str:
        """What stands in the box as to where it writes."""
        return self.page.locator("#composer-column option:checked").inner_text()


@pytest.mark.parametrize(
    ("stage", "where"),
    [("worries", "Worried"), ("well", "Working well"), ("goals", "Next: Goal"), ("plan", "Next: Next step")],
)
def test_an_empty_box_writes_where_the_step_does(page: Page, stage: str, where: str) -> None:
    screen = Screen(page, "kit", LAPTOP)
    screen.opens(stage)
    assert screen.says_where().startswith(where)


def test_words_that_were_begun_stay_where_they_were_begun(page: Page) -> None:
    screen = Screen(page, "kit", LAPTOP)
    screen.opens("worries")
    page.locator("#composer-text").fill("He hid under the")
    screen.opens("well")
    assert screen.says_where() == "Worried"
    page.locator("#composer-text").fill("")
    assert screen.says_where() == "Working well"


def test_where_a_step_shows_no_column_the_box_asks_and_sends_nothing_before_it_knows(page: Page) -> None:
    screen = Screen(page, "kit", LAPTOP)
    screen.opens("worries")
    screen.opens("numbers")
    assert screen.says_where() == "Where?"
    page.locator("#composer-text").fill("He sleeps again.")
    page.get_by_role("button", name="Add", exact=True).click()
    expect(page.locator(".notice")).to_have_text("Choose where it belongs first.", timeout=SOON)
    page.locator("#composer-column").select_option("well")
    assert screen.says_where() == "Working well"
    screen.opens("worries")
    assert screen.says_where() == "Working well"


def test_on_a_phone_a_place_that_a_step_writes_to_has_its_box(page: Page) -> None:
    screen = Screen(page, "marla", PHONE)
    screen.opens("goals")
    expect(page.locator("#composer-text")).to_be_visible()
    screen.opens("numbers")
    expect(page.locator("#composer-text")).to_have_count(0)
