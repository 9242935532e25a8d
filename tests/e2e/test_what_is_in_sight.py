"""What is in sight without a scroll, at every size of screen and text: whole points first, and what stands around them little."""

from uuid import uuid4

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.pages.hall import Hall
from tests.people.on_the_wire import Wire
from tests.servers.served import House, Room

WORRIES = (
    "28 February, 23:10: Dorran broke the kitchen door and pushed Marla to the wall. Pip and Juno were on the stairs.",
    "Her weight fell from the 50th to the 9th line on the chart between 4 and 8 months.",
    "Three missed clinic visits: 6 and 20 January, 3 February.",
    "Pip was late for 22 of 60 sessions. Twice he was hungry and said he had no breakfast.",
    "Pip hides under the table when a man raises his voice.",
    "If Dorran comes back after drinking, he may break things and hurt Marla, with Pip and Juno on the stairs.",
    "After a bad night, nobody is fed enough, Pip goes hungry and Juno does a grown-up's job.",
    "Dorran says he “loses it” when he has been drinking. He blames losing his work.",
    "Pip may not hear well. He is waiting for a test.",
    "We don't know what Pip eats in the day.",
    "I'm not a bad mum, I'm tired and frightened.",
    "Nobody sleeps when it is loud.",
)
KINDS = ("harm", "harm", "harm", "harm", "harm", "danger", "danger", "harder", "harder", "unknown", None, None)
SHORT = ("Odile collected Pip from school.", "Juno sings in the choir.", "Pip eats at his nana's.", "The locks are new.",
         "Marla rang the police.", "Juno has a friend.")  # fmt: skip

POINTS = """() => {
  const main = document.querySelector(".main"), wide = getComputedStyle(main).overflowY === "auto";
  const top = wide ? main.getBoundingClientRect().top : document.querySelector(".frame-top").getBoundingClientRect().bottom;
  const bottom = document.querySelector(".dock").getBoundingClientRect().top;
  const found = {};
  document.querySelectorAll("li.point").forEach((one) => {
    const box = one.getBoundingClientRect();
    const column = one.closest("[data-place]").getAttribute("data-place");
    found[column] = (found[column] || 0) + (box.top >= top - 1 && box.bottom <= bottom + 1 ? 1 : 0);
  });
  return found;
}"""
AROUND = """() => {
  const seen = (one) => { const box = one.getBoundingClientRect(); return Math.max(0, Math.min(box.bottom, innerHeight) - Math.max(box.top, 0)); };
  // What scrolls away with the words does not count.
  const stays = (one) => getComputedStyle(document.querySelector(".main")).overflowY === "auto" || getComputedStyle(one).position === "sticky";
  const all = ["frame-top", "dock"].map((name) => document.querySelector("." + name)).filter(stays);
  return all.map(seen).reduce((a, b) => a + b) / innerHeight;
}"""


BOX = "document.querySelector('.dock-main').getBoundingClientRect().height / innerHeight"


def a_full_board(house: House) -> tuple[Room, Wire]:
    """Twelve worries in their kinds, six good things, six steps; and the step of the worries is open."""
    room = house.room()
    chair = house.joins(room, "chair")
    chair.ok("open_meeting")
    for text, kind in zip(WORRIES, KINDS, strict=True):
        chair.add(text, category=kind)
    for text in SHORT:
        chair.add(text, column="well")
        chair.add(text, column="next")
    chair.ok("go_to_stage", stage="worries")
    return room, chair


def asked_for_a_number(chair: Wire, room: Room) -> None:
    """So that the bar above the box is there."""
    chair.ok("ask_numbers", round=str(uuid4()), scale="safety", children=[room.people["pip"]])


def whole_points(page: Page) -> dict[str, int]:
    """How many points of each column stand whole between what is above and below the place."""
    found: dict[str, int] = page.evaluate(POINTS)
    return found


def largest(page: Page) -> None:
    """The size of text that this person chose."""
    page.evaluate("document.documentElement.classList.add('text-2')")


@pytest.mark.parametrize(("height", "board", "now"), [(768, 5, 9), (641, 4, 7)])
def test_a_laptop_shows_whole_points_of_every_column_with_the_bar_above_the_box(
    house: House, hall: Hall, height: int, board: int, now: int
) -> None:
    room, chair = a_full_board(house)
    nurse = hall.comes(house, room, chair, "nurse", size=(1366, height))
    asked_for_a_number(chair, room)
    expect(nurse.asked).to_be_visible()
    expect(nurse.page.get_by_role("heading", name="What are we worried about?")).to_be_visible()
    assert whole_points(nurse.page)["worries"] >= now
    nurse.looks_at_everything()
    seen = whole_points(nurse.page)
    assert min(seen[column] for column in ("worries", "well", "next")) >= board, seen


@pytest.mark.parametrize(("size", "text", "least"), [((390, 844), "", 3), ((320, 568), "largest", 1)])
def test_a_phone_shows_whole_points_with_the_bar_above_the_box(
    house: House, hall: Hall, size: tuple[int, int], text: str, least: int
) -> None:
    room, chair = a_full_board(house)
    mum = hall.comes(house, room, chair, "mum", size=size)
    asked_for_a_number(chair, room)
    mum.looks_at("worries")
    if text:
        largest(mum.page)
    expect(mum.asked).to_be_visible()
    assert whole_points(mum.page)["worries"] >= least


AGAIN = pytest.mark.thorough("tests/e2e/test_what_is_in_sight.py")
SIZES = [
    (1366, 641),
    (390, 844),
    (320, 256),
    *(pytest.param(size, marks=AGAIN) for size in [(1366, 768), (1280, 720), (360, 640), (320, 568), (844, 390)]),
]


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_what_stands_around_a_place_takes_a_third_of_the_screen_at_most(
    house: House, hall: Hall, size: tuple[int, int]
) -> None:
    room, chair = a_full_board(house)
    mum = hall.comes(house, room, chair, "mum", size=size)
    asked_for_a_number(chair, room)
    if size == (320, 568):
        largest(mum.page)
    expect(mum.asked).to_be_visible()
    mum.page.wait_for_timeout(200)
    around = mum.page.evaluate(AROUND)
    assert around <= 0.335, around
    # A pause is one press away, whatever the screen.
    expect(mum.page.get_by_role("button", name="I need a pause")).to_be_in_viewport()
    mum.page.locator("#composer-text").focus()
    mum.page.wait_for_timeout(200)
    assert mum.page.evaluate(AROUND) <= 0.365, "with the box open"


LIE_OVER = """() => {
  const all = [...document.querySelectorAll(".dock button, .dock select, .dock textarea, .dock label.choice, .dock legend")]
    .map((one) => [one.className || one.tagName, one.getBoundingClientRect()]).filter(([, box]) => box.width > 1);
  const over = (a, b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
  return all.flatMap(([a, one], at) => all.slice(at + 1).filter(([, two]) => over(one, two)).map(([b]) => [a, b]));
}"""


@pytest.mark.thorough("tests/e2e/test_what_is_in_sight.py")
def test_the_open_box_of_a_professional_leaves_two_thirds_to_the_place(house: House, hall: Hall) -> None:
    """It has more to say of a point than the box of the family; on a laptop it takes a fifth at most. Nothing in it lies
    over anything else."""
    room, chair = a_full_board(house)
    nurse = hall.comes(house, room, chair, "nurse", size=(1366, 768))
    asked_for_a_number(chair, room)
    expect(nurse.asked).to_be_visible()
    wrong = {}
    for width, height in [(1366, 768), (1366, 641), (1280, 720), (390, 844), (360, 640), (844, 390), (320, 568)]:
        nurse.page.set_viewport_size({"width": width, "height": height})
        nurse.page.evaluate("document.activeElement.blur(); dispatchEvent(new Event('resize'))")
        nurse.page.locator("#composer-text").focus()
        nurse.page.wait_for_timeout(200)
        around, box = nurse.page.evaluate(AROUND), nurse.page.evaluate(BOX)
        # The smallest phone has room for a professional's box and the place, and hardly for the bar beside them.
        if around > (0.365 if width > 320 else 0.385) or (width > 960 and not 0 < box <= 0.2):
            wrong[(width, height)] = (round(around, 3), round(box, 3))
        if over := nurse.page.evaluate(LIE_OVER):
            wrong[(width, height)] = over
    assert wrong == {}


def test_a_place_has_as_many_columns_of_points_as_it_has_room_for(house: House, hall: Hall) -> None:
    """Beside a desk there are two: a third would start below the longer of them, under a gap."""
    room, chair = a_full_board(house)
    nurse = hall.comes(house, room, chair, "nurse", size=(1366, 768))
    expect(nurse.page.locator(".stacks > .stack")).to_have_count(3)
    chair.close()
    asha = hall.guest(house, room, "chair", size=(1366, 768)).arrives()
    asha.page.locator('[data-fk="place:worries"]').click()
    stacks = asha.page.locator(".stacks > .stack")
    expect(stacks).to_have_count(2)
    assert len({round((one.bounding_box() or {"y": n})["y"]) for n, one in enumerate(stacks.all())}) == 1
