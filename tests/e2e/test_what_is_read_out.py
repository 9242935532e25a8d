"""At the end what was decided and who does what stands to be read out, and by its day."""

import pytest
from playwright.sync_api import Page, expect

from meeting_server.domain.agenda.stages import GoToStage
from meeting_server.domain.deciding.decisions import DecideForChild
from meeting_server.domain.meeting import Meeting
from meeting_server.domain.points.actions import SetAction
from tests.e2e.pages.people import LAPTOP
from tests.e2e.test_places import SHOWS, shown_to
from tests.scenes.builders import given, new, person, room
from tests.scenes.points import point

FIRST, LATER, WHY = "Weigh her at the clinic.", "Ring the school.", "She is not growing."


def agreed() -> Meeting:
    """A decision for Sorrel, an action about her, and an earlier one about all the children."""
    said = given(room()).when("kit", point("later", FIRST, "next", category="step", children=(person("sorrel"),))).ok()
    said = said.when("kit", SetAction(new("later"), (person("nell"),), "2026-04-09", "A gain")).ok()
    said = said.when("kit", point("first", LATER, "next", category="step")).ok()
    said = said.when("kit", SetAction(new("first"), (person("kit"),), "2026-04-01")).ok()
    chosen = DecideForChild(person("sorrel"), "protection_plan", WHY, "Odile helps.", "neglect")
    return said.when("ines", chosen).ok().when("ines", GoToStage("close")).ok().meeting


def shown(page: Page, meeting: Meeting, who: str, place: str, *, desk: bool = False) -> None:
    page.set_viewport_size({"width": LAPTOP[0], "height": LAPTOP[1]})
    page.evaluate(SHOWS, [shown_to(meeting, who), desk])
    page.evaluate("async key => (await import('/board/reading/view.js')).goTo(key)", place)


def test_what_was_decided_and_who_does_what_stands_by_child(page: Page) -> None:
    shown(page, agreed(), "marla", "@read_back")
    expect(page.get_by_role("heading", name="Decisions and actions to read out")).to_be_visible()
    sorrel = page.get_by_role("region", name="Sorrel")
    for words in (WHY, FIRST, "Nell", "9 Apr"):
        expect(sorrel).to_contain_text(words)
    expect(page.get_by_role("region", name="For more than one child")).to_contain_text(LATER)
    expect(page.get_by_role("region", name="Pip")).to_have_count(0)


def test_what_follows_stands_in_the_order_of_its_days(page: Page) -> None:
    shown(page, agreed(), "marla", "@dates")
    days = page.locator(".days li")
    expect(days).to_have_count(2)
    expect(days.nth(0)).to_contain_text(LATER)
    expect(days.nth(1)).to_contain_text(FIRST)


@pytest.mark.parametrize("place", ["@read_back", "@dates"])
def test_before_anything_is_decided_the_place_says_what_comes_there(page: Page, place: str) -> None:
    shown(page, room(), "marla", place)
    expect(page.locator(f"[data-place='{place}'] .hint")).to_contain_text("yet")


def test_the_chair_begins_to_read_it_back_in_its_place(page: Page) -> None:
    shown(page, agreed(), "ines", "@read_back", desk=True)
    page.get_by_role("button", name="Read it back aloud").click()
    expect(page.get_by_role("button", name="Read aloud: go on")).to_be_visible()


def test_the_wall_has_no_view_of_either(page: Page) -> None:
    page.evaluate(SHOWS, [shown_to(room("core-group"), "ines"), False])
    views = page.evaluate("async () => (await import('/board/reading/big_screen.js')).viewsHere()")
    assert "plan" in views
    assert not {"earlier", "read_back", "dates", "people"} & set(views)
