"""The chair's side beside the board: whatever is opened there, the step stays in sight and the place does not move."""

import re

import pytest
from playwright.sync_api import Error as PlaywrightError
from playwright.sync_api import Locator, expect

from tests.e2e.pages.hall import Demo, Hall
from tests.e2e.pages.minutes_page import Scribe
from tests.e2e.pages.people import Person
from tests.people.on_the_wire import opens_the_door
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
    chair.has_its_font().page.locator(".main").evaluate("one => { one.scrollTop = 40; }")
    before = chair.page.evaluate(WHERE)
    chair.opens_tools()
    opens_every_part(chair)
    chair.closes_tools()
    assert chair.page.evaluate(WHERE) == before


STANDS = """() => ({
  page: scrollY, place: document.querySelector(".main").scrollTop, box: document.querySelector("#composer-text").getBoundingClientRect().top,
  shown: (document.querySelector("#page-heading") || {}).innerText,
})"""
TO_A_STEP = re.compile("^(stage-on|stage-back|stage:|need:time)")
"""The chair leads on, and is where the meeting is."""
ELSEWHERE = re.compile("^(need|call|tool):")
"""These lead to where somebody is needed, or where it is done: there the place begins at its top."""


def unpressed(desk: Locator, pressed: set[str]) -> str:
    """The key of the next button of a desk that can be seen and was not pressed yet; "" once there is none."""
    keys = desk.locator("button[data-fk]:not([aria-disabled=true]):visible")
    all_keys: list[str] = keys.evaluate_all("all => all.map(one => one.dataset.fk)")
    return next((one for one in all_keys if one not in pressed and not TO_A_STEP.match(one)), "")


def presses_each(person: Person, desk: Locator, column: str) -> set[str]:
    """Presses every button of a desk in turn, also those that come by a press. The page never scrolls, the box stands where it
    stood, and the place stays where it was read, unless the press leads elsewhere."""
    person.has_its_font().stands(column, None)
    person.page.locator(".main").evaluate("one => { one.scrollTop = 40; }")
    before, pressed = person.page.evaluate(STANDS), set[str]()
    assert before["place"] == 40, "there is enough to scroll"
    while key := unpressed(desk, pressed):
        pressed.add(key)
        button = desk.locator(f'[data-fk="{key}"]').first
        try:
            button.click(timeout=5_000)  # On a busy computer a press takes its time.
        except PlaywrightError:
            # Its row went meanwhile, or there is nothing more to do with it.
            assert not button.is_visible() or button.get_attribute("aria-disabled") == "true", key
        person.page.wait_for_timeout(60)
        now = person.page.evaluate(STANDS)
        assert (now["page"], now["box"]) == (0, before["box"]), key
        if ELSEWHERE.match(key) and now["shown"] != before["shown"]:
            person.stands(column, None)
            person.page.locator(".main").evaluate("one => { one.scrollTop = 40; }")
        else:
            assert now == before, key
    return pressed


@pytest.mark.thorough("tests/e2e/test_minutes_desk.py")
@pytest.mark.timeout(200)
@pytest.mark.parametrize("demo", ["mid"], indirect=True)
def test_no_button_of_the_minutes_desk_and_no_point_that_is_added_moves_anything(demo: Demo, hall: Hall) -> None:
    chair = hall.wire(demo, "Ines")
    tolly = hall.of_demo(demo, "Tolly").arrives()
    opens_the_door(chair, tolly.full_name)
    scribe = Scribe(tolly.is_in())
    tolly.stands("worries", None)
    tolly.page.locator("#composer-column").select_option("worries")
    tolly.page.locator("#composer-speaker").select_option(label=f"Me: {tolly.name}")
    tolly.has_its_font().page.locator(".main").evaluate("one => { one.scrollTop = 40; }")
    before = tolly.page.evaluate(STANDS)
    assert before["place"] == 40
    for n in range(20):
        scribe.types(f"What is said for the minutes, {n}.")
        assert tolly.page.evaluate(STANDS) == before, n
    assert len(presses_each(tolly, scribe.desk, "worries")) >= 20


@pytest.mark.proof("tests/e2e/test_what_needs_the_chair.py")
@pytest.mark.timeout(200)
def test_no_button_of_the_chairs_desk_moves_the_page_the_place_or_the_box(house: House, hall: Hall) -> None:
    room = house.room()
    chair, nurse, mum, juno = house.gather(room, "nurse", "mum", "juno")
    for n in range(20):
        chair.add(f"Worry {n}.")
    chair.ok("go_to_stage", stage="worries")
    asha = hall.comes(house, room, chair, "chair")
    mum.ok("raise_hand", up=True)
    nurse.ok("ask_to_type")
    juno.add("I hide when it is loud.")
    house.joins(room, "police")
    pressed = presses_each(asha, asha.desk, "worries")
    assert {"all-tools", "all-steps", "for-you-all", "tool:numbers", "timer"} <= pressed
    assert len(pressed) >= 30
