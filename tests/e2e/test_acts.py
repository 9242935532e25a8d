"""How many presses, and how much scrolling, the acts of a meeting take. A higher count fails: what is done twenty times in an
hour must not become longer unseen."""

import re
from collections.abc import Callable
from typing import NamedTuple
from uuid import uuid4

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.pages.hall import Hall
from tests.e2e.pages.people import LAPTOP, PHONE, Person
from tests.people.on_the_wire import Wire
from tests.servers.served import House, Room

pytestmark = [pytest.mark.thorough("tests/e2e/test_what_is_in_sight.py"), pytest.mark.timeout(120)]

COUNTS = """() => {
  if (window.acts) { Object.assign(window.acts, { presses: 0, keys: 0, scrolled: 0, sought: 0 }); return; }
  window.acts = { presses: 0, keys: 0, scrolled: 0, sought: 0 };
  const at = new Map();
  const top = (one) => (one === document ? document.scrollingElement : one).scrollTop;
  [document, ...document.querySelectorAll("*")].forEach((one) => at.set(one, top(one)));
  addEventListener("pointerdown", (event) => { if (event.isTrusted) { window.acts.presses += 1; window.acts.sought = window.acts.scrolled; } }, true);
  addEventListener("keydown", (event) => { if (event.isTrusted && event.ctrlKey && event.key !== "Control") window.acts.keys += 1; }, true);
  document.addEventListener("scroll", ({ target }) => {
    window.acts.scrolled += Math.abs(top(target) - (at.get(target) || 0));
    at.set(target, top(target));
  }, { capture: true, passive: true });
}"""
"""Presses of a finger or mouse, chords, and pixels that anything scrolled. Playwright scrolls to what is out of sight, as a
person must."""


class Counted(NamedTuple):
    """What an act took."""

    presses: int
    keys: int
    scrolled: int
    """In all: nothing moves by itself either."""
    sought: int
    """Until the last press."""


def counted(page: Page, act: Callable[[], object]) -> Counted:
    """Does it, and says what it took."""
    page.wait_for_timeout(800)  # After a change of the bar or the place, presses count only then.
    page.evaluate(COUNTS)
    act()
    took = page.evaluate("window.acts")
    return Counted(took["presses"], took["keys"], round(took["scrolled"]), round(took["sought"]))


IN_SIGHT = """one => {
  const { x, y, width, height } = one.getBoundingClientRect();
  const at = document.elementFromPoint(x + width / 2, y + height / 2);
  return Boolean(at) && (one.closest("label") || one).contains(at);
}"""


def presses(what: Locator) -> None:
    """A press in the middle of what is in sight. What is not in sight, or under the box, is scrolled to first, as far as it must
    be, and that counts. (A click of Playwright's scrolls to what stands still at the edge of the window, though it is seen.)"""
    if not what.evaluate(IN_SIGHT):
        what.evaluate("one => (one.closest('label') || one).scrollIntoView({ block: 'nearest' })")
    box = what.bounding_box()
    assert box
    what.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)


def opened(house: House) -> tuple[Room, Wire]:
    """A meeting that is going on, with enough on the board to scroll."""
    room = house.room()
    chair = house.joins(room, "chair")
    chair.ok("open_meeting")
    for number in range(14):
        chair.add(f"Point {number} about a day at home, as long as points are.")
    return room, chair


def asks(chair: Wire, room: Room, *children: str) -> str:
    """The chair asks for numbers in their step."""
    chair.ok("go_to_stage", stage="numbers")
    asked = str(uuid4())
    chair.ok("ask_numbers", round=asked, scale="safety", children=[room.people[one] for one in children])
    return asked


def chooses(form: Locator, answer: str) -> None:
    """A press on what is seen of the choice."""
    presses(form.locator("label").filter(has=form.page.get_by_role("radio", name=answer, exact=True)).first)


@pytest.mark.parametrize("size", [LAPTOP, (1280, 720), PHONE], ids=lambda one: f"{one[0]}x{one[1]}")
def test_a_number_for_one_child_takes_two_presses_and_no_scroll(
    house: House, hall: Hall, size: tuple[int, int]
) -> None:
    room, chair = opened(house)
    asks(chair, room, "pip", "juno")
    nurse = hall.comes(house, room, chair, "nurse", size=size)
    form = nurse.numbers_of("Pip").locator("form")
    expect(form).to_be_visible()

    def gives() -> None:
        chooses(form, "7")
        presses(form.get_by_role("button", name=re.compile("^Save 7 for Pip")))
        expect(form).to_have_count(0)  # The next child's is there by itself.

    took = counted(nurse.page, gives)
    expect(nurse.numbers_of("Juno").locator("form")).to_be_visible()
    assert took.presses <= 2
    assert took.sought == 0


@pytest.mark.parametrize("size", [LAPTOP, PHONE], ids=["laptop", "phone"])
def test_to_say_yes_to_typed_words_takes_one_press(house: House, hall: Hall, size: tuple[int, int]) -> None:
    room, chair = opened(house)
    mum = hall.comes(house, room, chair, "mum", size=size)
    asks_for_a_typist(mum)
    chair.add("I ring my mum.", speaker=room.people["mum"])
    yes = mum.page.locator('[data-fk^="for-me:Yes"]')
    expect(yes).to_be_visible()
    took = counted(mum.page, lambda: presses(yes))
    expect(yes).to_have_count(0)
    assert took == Counted(1, 0, 0, 0)


def asks_for_a_typist(mum: Person) -> None:
    """She asks that somebody types for her, so that the desk may."""
    mum.page.get_by_role("button", name=re.compile("more", re.IGNORECASE)).last.click()
    mum.page.get_by_role("button", name=re.compile("type for me", re.IGNORECASE)).click()
    mum.page.keyboard.press("Escape")


@pytest.mark.parametrize("size", [LAPTOP, PHONE], ids=["laptop", "phone"])
def test_to_be_where_the_step_is_takes_one_press_for_whoever_is_not_taken_along(
    house: House, hall: Hall, size: tuple[int, int]
) -> None:
    room, chair = opened(house)
    mum = hall.comes(house, room, chair, "mum", size=size)
    chair.ok("go_to_stage", stage="well")
    there = mum.page.locator('[data-fk="go-there"]')
    expect(there).to_be_visible()
    took = counted(mum.page, lambda: presses(there))
    expect(there).to_have_count(0)
    assert took == Counted(1, 0, 0, 0)


def test_a_point_about_a_child_with_how_we_know_takes_one_tick_one_choice_and_add(house: House, hall: Hall) -> None:
    room, chair = opened(house)
    chair.ok("go_to_stage", stage="worries")
    nurse = hall.comes(house, room, chair, "nurse", size=LAPTOP)
    nurse.page.locator("#composer-text").click()

    def says() -> None:
        nurse.page.keyboard.type("Pip was late for 22 of 60 sessions.")
        nurse.box.get_by_text("Pip", exact=True).click()
        nurse.box.get_by_label("How do we know?").select_option(index=1)
        nurse.box.get_by_role("button", name="Add", exact=True).click()

    took = counted(nurse.page, says)
    expect(nurse.point("Pip was late for 22 of 60 sessions.")).to_be_visible()
    assert took.presses <= 2


def test_a_view_of_a_child_on_a_phone_takes_an_answer_and_its_button(house: House, hall: Hall) -> None:
    room, chair = opened(house)
    nurse = hall.comes(house, room, chair, "nurse", size=PHONE)
    chair.ok("go_to_stage", stage="decision")
    asked = nurse.page.locator('[data-fk^="for-me:Say what I think"]')
    expect(asked).to_be_visible()

    def answers() -> None:
        asked.click()
        form = nurse.page.locator("form").filter(has=nurse.page.get_by_role("button", name="Show this view"))
        form.locator("label").filter(has=nurse.page.get_by_role("radio", name="Yes", exact=True)).first.click()
        form.get_by_role("button", name="Show this view").click()
        expect(form).to_have_count(0)

    assert counted(nurse.page, answers).presses <= 3


def test_holding_is_stopped_and_what_was_held_is_found_by_one_press_each(house: House, hall: Hall) -> None:
    room = house.room()
    chair = hall.guest(house, room, "chair").arrives().is_in()
    chair.page.get_by_role("button", name="Start the meeting").click()
    nurse = house.joins(room, "nurse")
    chair.lets_in("Cal")
    nurse.until(lambda: nurse.snapshots[-1]["state"] == "in")
    chair.part("Writing apart").get_by_role("button", name=re.compile("^Hold new points")).click()
    expect(chair.page.locator(".for-you")).to_contain_text("Holding new points.")
    nurse.add("Held words.")
    chair.page.get_by_role("button", name="Close tools").click()
    chair.looks_at_everything()
    rows = chair.page.locator(".for-you")
    expect(rows).to_contain_text("1 point is held.")
    look = rows.get_by_role("button", name=re.compile("^Look.*held"))
    took = counted(chair.page, lambda: presses(look))
    expect(chair.page.get_by_text("Held words.").first).to_be_visible()
    assert took.presses == 1
    stop = rows.get_by_role("button", name=re.compile("^Stop"))
    assert counted(chair.page, lambda: presses(stop)) == Counted(1, 0, 0, 0)
