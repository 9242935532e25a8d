"""A chair's phone: one screen at a time, where the step is, with what needs the chair in the one bar above the box."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from meeting_server.domain.agenda.stages import GoToStage
from meeting_server.domain.people.hands_up import RaiseHand
from tests.e2e.pages.people import LAPTOP, PHONE
from tests.e2e.test_places import shown_to
from tests.scenes.builders import Outcome, given, room
from tests.scenes.points import childs_words

CHAIR = """async snapshot => {
  const modules = ["board/all_kinds", "board/store/store", "board/page/follow", "board/page/app", "board/kit/html", "vendor/preact",
    "board/reading/kinds", "chair/desk", "chair/step/on_a_phone", "board/kit/room"];
  const [, store, follow, { App }, { h }, { render }, { bring }, { Desk, IN_PLACE }, phone, room] =
    await Promise.all(modules.map(path => import(`/${path}.js`)));
  Object.assign(window, { store });
  room.watchRoom();
  bring({ desk_bar: phone.NeedBar });
  store.replaceAll(snapshot);
  store.presence.value = { here: store.each("attendees").map(one => one.thing.id), writing: [] };
  const root = document.createElement("div");
  document.body.append(root);
  render(h(App, { desk: Desk, screen: "chair", onward: phone.Onward, inPlace: IN_PLACE }), root);
  follow.watchSteps();
}"""
SOON = 1000


class Chair:
    """The chair's screen in a running meeting, and what happens in it."""

    def __init__(self, page: Page, size: tuple[int, int] = PHONE, said: Outcome | None = None) -> None:
        page.set_viewport_size({"width": size[0], "height": size[1]})
        self.page, self.meeting = page, (said or opens("worries")).ok().meeting
        page.evaluate(CHAIR, shown_to(self.meeting, "ines"))
        self.bar = page.get_by_role("group", name="For you")

    def hears(self, who: str, command: Any) -> None:
        self.meeting = given(self.meeting).when(who, command).ok().meeting
        self.page.evaluate("shown => store.replaceAll(shown)", shown_to(self.meeting, "ines"))

    def turns_to(self, what: str) -> None:
        self.page.get_by_role("button", name=what, exact=True).click()


def opens(stage: str, meeting: Outcome | None = None) -> Outcome:
    return given(meeting.ok().meeting if meeting else room()).when("ines", GoToStage(stage))


def test_who_opens_a_step_at_the_desk_is_on_the_board_where_it_is(page: Page) -> None:
    chair = Chair(page)
    expect(page.get_by_role("heading", name="Chair's desk")).to_have_count(1)
    chair.hears("ines", GoToStage("numbers"))
    heading = page.locator("#page-heading")
    expect(heading).to_be_visible(timeout=SOON)
    expect(heading).to_contain_text("The numbers")
    expect(heading).to_be_focused()


@pytest.mark.thorough("tests/e2e/test_chair_on_a_phone.py")
def test_a_laptop_keeps_the_focus_on_the_button_that_opened_the_step(page: Page) -> None:
    chair = Chair(page, LAPTOP)
    page.locator('[data-fk="stage-on"]').focus()
    chair.hears("ines", GoToStage("numbers"))
    expect(page.locator("#page-heading")).to_have_text("The numbers")
    expect(page.locator('[data-fk="stage-on"]')).to_be_focused()


def test_the_board_has_the_way_on_and_the_desk_has_its_own(page: Page) -> None:
    chair = Chair(page)
    expect(page.get_by_role("button", name="On to: What each child says")).to_be_visible()
    chair.turns_to("Board")
    expect(page.get_by_role("button", name="On to the next step: Children say")).to_be_visible()
    chair.hears("ines", GoToStage("goals"))
    expect(page.get_by_role("button", name="On to: Numbers")).to_be_visible()


def test_what_needs_the_chair_stands_in_the_bar_best_first_and_leads_to_the_rest(page: Page) -> None:
    chair = Chair(page, said=given(room()).when("kit", childs_words()))
    chair.hears("nell", RaiseHand())
    expect(chair.bar).to_have_count(0)
    chair.turns_to("Board")
    expect(chair.bar).to_contain_text("Nell’s hand is up.")
    expect(chair.bar.get_by_role("button", name="Heard")).to_have_count(1)
    chair.bar.get_by_role("button", name="1 more").click()
    expect(page.locator("#for-you")).to_be_focused()
    expect(chair.bar).to_have_count(0)


@pytest.mark.thorough("tests/e2e/test_chair_on_a_phone.py")
def test_nothing_needs_the_chair_and_there_is_no_bar_of_it(page: Page) -> None:
    chair = Chair(page)
    chair.turns_to("Board")
    expect(page.locator("#page-heading")).to_be_visible()
    expect(chair.bar).to_have_count(0)


@pytest.mark.parametrize(
    "size", [(320, 568), pytest.param((844, 390), marks=pytest.mark.thorough("tests/e2e/test_chair_on_a_phone.py"))]
)
def test_without_room_the_bar_is_one_line_that_leads_to_the_desk(page: Page, size: tuple[int, int]) -> None:
    chair = Chair(page, size, given(room()).when("kit", childs_words()))
    chair.turns_to("Board")
    expect(chair.bar).to_contain_text("1 for you")
    chair.bar.get_by_role("button").click()
    expect(page.locator("#for-you")).to_be_focused()


def test_a_row_of_the_bar_that_has_just_replaced_another_takes_no_press_at_first(page: Page) -> None:
    chair = Chair(page, said=given(room()).when("kit", childs_words()))
    chair.turns_to("Board")
    expect(chair.bar).to_contain_text("1 point of a child’s words waits.")
    chair.hears("nell", RaiseHand())
    expect(chair.bar).to_contain_text("Nell’s hand is up.")
    page.evaluate('() => document.querySelector(\'[aria-label="For you"] [data-fk^="for-you:more"]\').click()')
    expect(chair.bar).to_have_count(1)
