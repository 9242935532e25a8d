"""Without a mouse: every step can be reached and seen, has a name and is large enough; and nothing jumps."""

import re
from typing import Any
from uuid import uuid4

import pytest
from playwright.sync_api import expect

from tests.e2e.pages.hall import Hall, gathered, let_in
from tests.e2e.pages.people import LAPTOP, PHONE, Person, until
from tests.servers.served import House

LEAST = 24


class Keys:
    """The keyboard of somebody who uses nothing else."""

    def __init__(self, person: Person) -> None:
        self.person, self.page = person, person.page

    def press(self, *keys: str) -> None:
        """Presses keys one after the other."""
        for key in keys:
            self.page.keyboard.press(key)

    def to(self, name: str, key: str = "Tab", tags: str = "") -> dict[str, Any]:
        """Goes on until what has focus is called this; every stop on the way is one that can be seen and hit."""
        met = []
        for _ in range(150):
            stop = self.person.focused()
            if stop["tag"] != "BODY" and re.search(name, stop["name"]) and stop["tag"] in (tags or stop["tag"]):
                return stop
            self.press(key)
            stop = self.settled()
            if stop["tag"] != "BODY":
                met.append(stop["name"][:40])
                can_be_used(stop)
        raise AssertionError(f"{self.person.name} never came to {name}, but to {met}")

    def settled(self) -> dict[str, Any]:
        """What has focus once the page has stopped scrolling to it: nothing may stand before it then."""
        for _ in range(20):
            stop = self.person.focused()
            if not stop["obscured"]:
                break
            self.page.wait_for_timeout(50)
        return stop

    def use(self, name: str, key: str = "Tab") -> None:
        """Goes to a button and presses it."""
        self.to(name, key)
        self.press("Enter")

    def choose(self, group: str, choice: str) -> None:
        """Goes into a group of radios by any of its names, and with the arrows to one of them."""
        self.to(group)
        self.press("Space")
        self.to(choice, "ArrowDown")

    def write(self, box: str, words: str) -> None:
        """Goes to a box and writes."""
        self.to(box, tags="TEXTAREA INPUT")
        self.page.keyboard.insert_text(words)

    def is_at(self, name: str) -> None:
        """Focus is on what is called this, can be seen, and stays there."""
        until(self.page, lambda: self._at(name), 5, f"for focus to be on {name}")
        self.page.wait_for_timeout(300)
        stop = self._at(name)
        assert stop, f"focus left {name}"
        assert stop["ring"] >= 2, stop

    def _at(self, name: str) -> dict[str, Any] | None:
        stop = self.person.focused()
        return stop if stop["tag"] != "BODY" and re.search(name, stop["name"]) else None


def can_be_used(stop: dict[str, Any]) -> None:
    """A name, a size to hit, a ring to see, and nothing before it."""
    assert stop["name"], stop
    assert min(stop["width"], stop["height"]) >= LEAST, stop
    assert stop["ring"] >= 2, stop
    assert not stop["obscured"], stop


@pytest.mark.parametrize(("key", "size"), [("nurse", LAPTOP), ("mum", PHONE)])
def test_with_the_keyboard_alone(house: House, hall: Hall, key: str, size: tuple[int, int]) -> None:
    room, chair, [worker] = gathered(house, "worker")
    person = hall.guest(house, room, key, size=size)
    person.opens_link()
    keys = Keys(person)
    keys.use("^Ask to join")
    person.page.wait_for_url(re.compile("/board/"))
    let_in(chair, person)
    keys.write("^Add a worry", "Sirens every night.")
    keys.press("Control+Enter")
    person.sees("Sirens every night.")
    keys.is_at("^Add a worry")
    keys.use("^Options for: Sirens", "Shift+Tab")
    keys.use("^Move to")
    keys.choose(r"^What are we worried about\?", r"^What's working well\?")
    keys.use("^Move it")
    keys.is_at("^Options for: Sirens")
    assert [item["column"] for item in worker.things("items").values() if item["text"].startswith("Sirens")] == ["well"]
    keys.use("^Options for: Sirens")
    keys.use("^Change$")
    keys.write("^The point", "No s")
    keys.press("Control+a")
    person.page.keyboard.insert_text("Quiet nights since Monday.")
    keys.use("^Save$")
    keys.is_at("^Options for: Quiet")
    keys.use("^Options for: Quiet")
    keys.use("^Take it back$")
    keys.to("Why", tags="INPUT")
    keys.use("^Take it back$")
    expect(person.point("Quiet nights since Monday.")).to_have_count(0)
    person.reads("Taken back by")
    keys.is_at("Taken back by")
    said = "There was shouting on Sunday night."
    if person.narrow:
        keys.use("^On to", "Shift+Tab")
        expect(person.point(said)).to_be_visible()
    backwards = "Tab" if person.narrow else "Shift+Tab"
    keys.use("^Options for: There was shouting", backwards)
    keys.use("^I agree$")
    expect(person.point(said)).to_contain_text("agrees")
    keys.is_at("^Options for: There was shouting")
    keys.use("^Options for: There was shouting")
    keys.use("^I see it differently$")
    keys.write("^How do you see it", "It was the television.")
    keys.use("^Write it next to theirs")
    expect(person.point(said)).to_contain_text("It was the television.")
    keys.is_at("^Options for: There was shouting")
    chair.ok("ask_numbers", round=str(uuid4()), scale="safety", children=[room.people["pip"]])
    if person.narrow:
        keys.use("^Give my number")
    else:
        expect(person.numbers_of("Pip")).to_be_visible()
    keys.choose("^(0|10)$", "^6$")
    keys.write("^Why this number", "He sleeps")
    keys.use("^Save 6 for Pip")
    keys.is_at("Your number: 6")


def test_focus_and_finger_stay_where_they_are_while_others_add_and_move(house: House, hall: Hall) -> None:
    room, chair, [worker] = gathered(house, "worker")
    ids = [chair.add(f"Worry number {n}.") for n in range(4)]
    mum = hall.guest(house, room, "mum", size=PHONE).arrives()
    let_in(chair, mum)
    mum.sees("Worry number 2.")
    button = mum.menu_button("Worry number 2.")
    button.focus()
    mum.page.wait_for_timeout(200)
    before = button.bounding_box()
    chair.ok("move_item", item=ids[3], column="worries", place="first")
    worker.add("And one more worry.")
    chair.ok("move_item", item=ids[0], column="next", place="last")
    for n in range(5):
        worker.add(f"Another one, {n}.")
    until(mum.page, lambda: len(mum.dump()["everyone"]["things"]["items"]) == 11)
    mum.page.wait_for_timeout(500)
    assert button.bounding_box() == before, "it moved under her finger"
    assert mum.page.evaluate("document.activeElement.getAttribute('aria-label')") == "Options for: Worry number 2."
    mum.box.locator("#composer-text").focus()
    expect(mum.point("Worry number 0.")).to_have_count(0)
    texts = [
        one.get_attribute("aria-label")
        for one in mum.page.get_by_role("button", name=re.compile("^Options for: ")).all()
    ]
    assert texts[0] == "Options for: Worry number 3."
    assert texts[-1] == "Options for: Another one, 4."


@pytest.mark.parametrize(("key", "size"), [("nurse", LAPTOP), ("mum", PHONE)])
def test_a_press_on_the_last_point_is_not_lost_because_the_box_closes(
    house: House, hall: Hall, key: str, size: tuple[int, int]
) -> None:
    room, chair, _ = gathered(house, "worker")
    for n in range(12):
        chair.add(f"Worry number {n}.")
    person = hall.guest(house, room, key, size=size).arrives()
    let_in(chair, person)
    person.sees("Worry number 11.")
    person.box.locator("#composer-text").click()
    person.page.mouse.move(size[0] / 3, size[1] / 3)
    person.page.mouse.wheel(0, 5000)
    person.page.wait_for_timeout(300)
    at = person.menu_button("Worry number 11.").bounding_box()
    assert at
    person.page.mouse.move(at["x"] + 20, at["y"] + 20)
    person.page.mouse.down()
    person.page.wait_for_timeout(100)
    person.page.mouse.up()
    expect(person.menu_button("Worry number 11.")).to_have_attribute("aria-expanded", "true")
    assert person.menu_button("Worry number 11.").bounding_box() == at, "it moved under the finger"
