"""Each thing that is asked of a person, at each size of screen, from another place, with another child chosen and the box open:
the bar is in the window, and one press leads to it. Where nothing is asked there is no bar, and no gap for one."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import uuid4

import pytest
from playwright.sync_api import expect

from tests.e2e.pages.hall import Hall
from tests.e2e.pages.people import Person, until
from tests.people.on_the_wire import Wire
from tests.servers.served import House, Room

Leads = Callable[[], None]
"""What is in sight once the bar was pressed."""
BAR = ".asked:not(.step-asked)"
LARGEST = (320, 568)
SIZES = ((1366, 768), (1366, 641), (1280, 720), (390, 844), (360, 640), LARGEST, (844, 390), (320, 256))
IN_THE_WINDOW = """(one) => {
  const box = one.getBoundingClientRect();
  const whole = box.top >= -1 && box.bottom <= innerHeight + 1 && box.left >= -1 && box.right <= innerWidth + 1 && box.height > 0;
  const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
  return whole && Boolean(top) && (one.contains(top) || top.contains(one));
}"""
"""Whole in the window, and nothing lies over its middle."""
BEGINS_IN_THE_WINDOW = """(one) => {
  const box = one.getBoundingClientRect(), above = document.querySelector(".frame-top").getBoundingClientRect();
  return box.height > 0 && box.top >= Math.max(0, above.bottom) - 1 && box.top < innerHeight - 40;
}"""
GAP = """() => {
  const dock = document.querySelector(".dock").getBoundingClientRect();
  const all = [...document.querySelectorAll(".dock > *")].map((one) => one.getBoundingClientRect()).filter((one) => one.height);
  const used = Math.max(...all.map((one) => one.bottom)) - Math.min(...all.map((one) => one.top));
  return [dock.height - used, innerHeight - dock.bottom];
}"""
"""What of the dock nothing stands in, and what is left below it."""


@dataclass
class Asked:
    """Somebody whose screen is asked things at one size after the other."""

    person: Person
    chair: Wire
    room: Room
    asked_for_views: bool = False
    brief: bool = False
    """Whether the bar has one line, and leads to what it has no room for."""

    def at(self, size: tuple[int, int]) -> None:
        """Their screen is this large; at 320x568 they chose the largest text."""
        page = self.person.page
        page.evaluate("large => document.documentElement.classList.toggle('text-2', large)", size == LARGEST)
        page.set_viewport_size({"width": size[0], "height": size[1]})
        self.person.narrow = size[0] < 960
        page.evaluate("dispatchEvent(new Event('resize'))")

    def looks_elsewhere(self, place: str, child: str | None) -> None:
        """They look at this place and child, and write."""
        self.person.stands(place, self.room.people[child] if child else None)
        self.person.page.locator("#composer-text").focus()

    def sees_the_bar(self) -> None:
        """All of the bar is in the window, and its buttons."""
        bar = self.person.page.locator(BAR)
        expect(bar).to_have_count(1)
        all_of_it = f"(bar) => [bar, ...bar.querySelectorAll('button')].every({IN_THE_WINDOW})"
        until(self.person.page, lambda: bar.evaluate(all_of_it), 4, "for the bar and its buttons")
        self.brief = "brief" in (bar.get_attribute("class") or "")

    def presses(self) -> None:
        """The first button of the bar, once it takes a press."""
        self.person.page.wait_for_timeout(900)  # After a change of the bar, presses count only then.
        self.person.page.locator(BAR).get_by_role("button").first.click()

    def reads(self, selector: str, words: str = "") -> None:
        """This is in the window, with these words."""
        found = self.person.page.locator(selector)
        expect(found).to_be_visible()
        expect(found).to_contain_text(words)
        until(self.person.page, lambda: found.evaluate(IN_THE_WINDOW), 4, f"for {selector}")

    def has_gone(self) -> None:
        """Nothing is asked any more, but to come to the step."""
        expect(self.person.page.locator(BAR)).to_have_count(0)

    def stands_open(self, selector: str, words: str = "") -> None:
        """This is there, its beginning in the window below what stays above it, and it says these words."""
        found = self.person.page.locator(selector)
        expect(found).to_be_visible()
        expect(found).to_contain_text(words)
        until(self.person.page, lambda: found.evaluate(BEGINS_IN_THE_WINDOW), 4, f"for {selector}")


@pytest.fixture
def asked(house: House, hall: Hall) -> Asked:
    """A mother who is in, at a meeting that is going on, with enough on the board to scroll."""
    room = house.room()
    (chair,) = house.gather(room)
    for n in range(14):
        chair.add(f"Point {n} about a day at home, as long as points are.", "well")
    chair.ok("go_to_stage", stage="worries")
    return Asked(hall.comes(house, room, chair, "mum"), chair, room)


def unsent(asked: Asked) -> Leads:
    """Words of mine that were refused."""
    id, said = str(uuid4()), {"column": "worries", "text": "Not sent.", "children": []}
    draft = {"id": id, "state": "refused", "message": "", "how": {"name": "add_item"}, "data": {**said, "item": id}}
    asked.person.has_unsent([draft])

    def leads() -> None:
        asked.reads(".point.unsent .text", "Not sent.")
        asked.person.has_unsent([])

    return leads


def turn(asked: Asked) -> Leads:
    """My turn to speak; OK takes note of it."""
    asked.chair.ok("start_turns", people=[asked.room.people["mum"]])

    def leads() -> None:
        asked.has_gone()
        asked.chair.ok("end_turns")

    return leads


def number(asked: Asked) -> Leads:
    """A number for Pip, asked once and not given."""
    pip = asked.room.people["pip"]
    if not asked.chair.things("rounds"):
        asked.chair.ok("ask_numbers", round=str(uuid4()), scale="safety", children=[pip])
    return lambda: asked.reads(f"#numbers-safety-{pip}", "How safe is Pip today?")


def typed(asked: Asked) -> Leads:
    """Words typed for me, few enough to be answered in the bar; where there is one line only, where they stand."""
    item = asked.chair.add("I ring my mum.", speaker=asked.room.people["mum"])

    def leads() -> None:
        if asked.brief:
            asked.stands_open(f'[data-fk="point:{item}"]')
            asked.person.page.locator(f'[data-fk="yes:{item}"]').click()
        asked.chair.until(lambda: asked.chair.things("items")[item]["confirmed"] == "yes")
        asked.has_gone()

    return leads


def typed_at_length(asked: Asked) -> Leads:
    """More words than the bar can show: it leads to them."""
    item = asked.chair.add("I ring my mum. " * 12, speaker=asked.room.people["mum"])

    def leads() -> None:
        asked.stands_open(f'[data-fk="point:{item}"]', "I ring my mum.")
        asked.chair.ok("take_back_item", item=item, why="")
        asked.has_gone()

    return leads


def action(asked: Asked) -> Leads:
    """Something that I am to do."""
    item = asked.chair.add("Somebody is there every morning.", "next", children=[asked.room.people["pip"]])
    asked.chair.ok("set_action", item=item, owners=[asked.room.people["mum"]], by="2026-12-24")

    def leads() -> None:
        if asked.brief:
            asked.stands_open(f'[data-fk="point:{item}"]')
            asked.person.page.locator(f'[data-fk="do:{item}"]').click()
        asked.chair.until(lambda: asked.chair.things("items")[item]["action"]["accepted"])
        asked.has_gone()

    return leads


def view(asked: Asked) -> Leads:
    """What I think about Pip, as the chair asked me."""
    pip, mum = (asked.room.people[one] for one in ("pip", "mum"))
    if not asked.asked_for_views:
        asked.chair.ok("ask_for_views", child=pip, people=[mum])
        asked.asked_for_views = True
    return lambda: asked.stands_open(f'[data-fk="view-form:{pip}"]', "Pip")


def back(asked: Asked) -> Leads:
    """A point of mine that the chair sent back."""
    asked.chair.ok("hold_points", on=True)
    item = str(uuid4())
    said = {"item": item, "column": "worries", "text": "He shouted.", "children": []}
    assert asked.person.sends("add_item", said)["ok"]
    asked.chair.ok("send_back_item", item=item, why="Please say what he said.")
    asked.chair.ok("hold_points", on=False)

    def leads() -> None:
        asked.stands_open(f'[data-fk="row:private:worries:{item}"]', "Please say what he said.")
        assert asked.person.sends("drop_private", {"item": item})["ok"]
        asked.has_gone()

    return leads


def told(asked: Asked) -> Leads:
    """A decision for Pip that was shown; its outcome is on its page only."""
    pip = asked.room.people["pip"]
    decided = {"outcome": "in_need_plan", "kind": None, "reasons": "Why.", "family_view": "It counted.", "wishes": ""}
    asked.chair.ok("decide_for_child", child=pip, **decided)

    def leads() -> None:
        asked.stands_open(f'[data-fk="decided:{pip}"]', "Pip")
        asked.has_gone()

    return leads


ASKS: dict[str, Callable[[Asked], Leads]] = {
    one.__name__: one for one in (unsent, turn, number, typed, typed_at_length, action, view, back, told)
}


@pytest.mark.thorough("tests/e2e/test_following.py")
@pytest.mark.timeout(120)
@pytest.mark.parametrize("kind", ASKS)
def test_the_bar_is_in_the_window_and_one_press_leads_to_what_is_asked(asked: Asked, kind: str) -> None:
    for size in SIZES:
        asked.at(size)
        asked.looks_elsewhere("well", "juno")
        leads = ASKS[kind](asked)
        asked.sees_the_bar()
        asked.presses()
        leads()


@pytest.mark.thorough("tests/e2e/test_following.py")
def test_nothing_is_asked_and_there_is_no_bar_and_no_gap(asked: Asked) -> None:
    for size in SIZES:
        asked.at(size)
        asked.person.stands("worries", None)
        expect(asked.person.page.locator(".asked")).to_have_count(0)
        empty, below = asked.person.page.evaluate(GAP)
        assert empty <= 2, size
        assert below <= 1, size
