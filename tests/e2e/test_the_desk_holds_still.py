"""The chair's side beside the board: whatever is opened there, the step stays in sight and the place does not move."""

import pytest
from playwright.sync_api import expect

from tests.e2e.pages.hall import Hall
from tests.e2e.pages.people import Person
from tests.servers.served import House

SIZES = ((1366, 768), (1280, 720), (1366, 641))
WHERE = """() => [
  scrollY, document.querySelector(".main").scrollTop, document.querySelector("#composer-text").getBoundingClientRect().top,
]"""
IN_SIGHT = """() => [".step-time", ".way-on button", "#for-you"].map(name => {
  const box = document.querySelector(name).getBoundingClientRect();
  return box.top >= 0 && box.bottom <= innerHeight && box.height > 0;
})"""


def opens_every_part(chair: Person) -> None:
    """Presses the head of every tool, and looks each time."""
    heads = chair.desk.locator(".desk-head")
    for at in range(heads.count()):
        heads.nth(at).click()
        assert chair.page.evaluate(IN_SIGHT) == [True, True, True], heads.nth(at).inner_text()


@pytest.mark.thorough("tests/e2e/test_what_needs_the_chair.py")
@pytest.mark.parametrize("size", SIZES)
def test_no_tool_hides_the_step_or_moves_the_place(house: House, hall: Hall, size: tuple[int, int]) -> None:
    room = house.room()
    chair = hall.guest(house, room, "chair", size=size).arrives().is_in()
    assert chair.sends("open_meeting", {})["ok"]
    assert chair.sends("go_to_stage", {"stage": "worries"})["ok"]
    expect(chair.desk.locator(".step-time")).to_be_visible()
    for at in range(20):
        assert chair.sends(
            "add_item",
            {"item": f"00000000-0000-4000-8000-0000000000{at:02}", "column": "worries", "text": f"Worry {at}."},
        )["ok"]
    expect(chair.page.get_by_text("Worry 19.")).to_be_attached()
    chair.page.locator(".main").evaluate("one => { one.scrollTop = 40; }")
    before = chair.page.evaluate(WHERE)
    chair.opens_tools()
    opens_every_part(chair)
    chair.closes_tools()
    assert chair.page.evaluate(WHERE) == before
