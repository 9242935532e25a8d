"""The whole board of a grid about one child is the printed form: four corners and a band in one window's height."""

import pytest
from playwright.sync_api import expect

from tests.e2e.pages.hall import Demo, Hall
from tests.e2e.pages.people import LAPTOP, Person, until

SIZES = ((1366, 768), (1366, 641), (1280, 720))
LAID_OUT = """() => {
  const main = document.querySelector(".main");
  const inWindow = (one) => { const box = one.getBoundingClientRect(); return box.top >= 0 && box.bottom <= innerHeight; };
  const words = [...document.querySelectorAll(".figure *")].filter((one) => [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim()));
  const ticks = [...document.querySelectorAll(".figure .tick")].map((one) => one.getBoundingClientRect().left);
  return {
    page: document.documentElement.scrollHeight > innerHeight, place: main.scrollHeight - main.clientHeight, aside: main.scrollWidth - main.clientWidth,
    cut: [...document.querySelectorAll(".fitting")].filter((one) => one.scrollHeight > one.clientHeight + 1).length,
    outside: [...document.querySelectorAll(".figure section, .figure .point, .figure .line-ends")].filter((one) => !inWindow(one)).length,
    small: Math.min(...words.map((one) => parseFloat(getComputedStyle(one).fontSize))),
    ticks: ticks.length === 11 && ticks.every((left, at) => !at || left > ticks[at - 1]), first: document.querySelector(".figure .tick").textContent,
  };
}"""
WELL = {"page": False, "place": 0, "aside": 0, "cut": 0, "outside": 0, "small": 15, "ticks": True, "first": "10"}


@pytest.mark.thorough("tests/e2e/test_grid_and_map.py")
@pytest.mark.parametrize("demo", ["end"], indirect=True)
def test_one_child_stands_in_one_window_with_the_newest_of_each_kind_and_the_rest_a_press_away(
    demo: Demo, hall: Hall
) -> None:
    chair = hall.of_demo(demo, "Ines", "safety-grid").arrives().is_in()
    nell = hall.of_demo(demo, "Nell", "safety-grid", size=LAPTOP).arrives()
    chair.lets_in("Nell")
    nell.is_in().looks_at_everything()
    expect(nell.page.locator(".figure")).to_have_count(0)
    nell.looks_at_child("Pip")
    for width, height in SIZES:
        nell.page.set_viewport_size({"width": width, "height": height})
        until(nell.page, lambda: nell.page.evaluate(LAID_OUT) == WELL)
    nell.page.set_viewport_size({"width": LAPTOP[0], "height": LAPTOP[1]})
    nell.is_accessible()
    the_newest_stands_there_at_once(nell)
    worried = nell.page.get_by_role("region", name="What are we worried about?")
    shown = worried.locator(".point").count()
    worried.get_by_role("button", name="more in What are we worried about?").click()
    expect(nell.page.get_by_role("heading", name="What are we worried about?")).to_be_focused()
    assert nell.page.locator(".point").count() > shown


def the_newest_stands_there_at_once(nell: Person) -> None:
    """What is written now is the newest of its kind."""
    nell.adds("He ate three breakfasts.", "well")
    expect(nell.page.locator(".figure").get_by_text("He ate three breakfasts.", exact=True)).to_be_visible()
