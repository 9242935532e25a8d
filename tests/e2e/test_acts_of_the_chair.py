"""How many presses, and how much scrolling, what only the chair does takes; and how many bring everybody to the next family. A
higher count fails."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, expect

from meeting_server.services.prepare_meeting import PlannedPerson
from tests.e2e.pages.big_screen_page import BigScreen
from tests.e2e.pages.hall import Hall
from tests.e2e.pages.people import LAPTOP, PHONE, Person, called
from tests.e2e.test_acts import Counted, asks, counted, presses
from tests.e2e.test_next_family import Day, day, line_of_family
from tests.people.on_the_wire import Wire, opens_the_door
from tests.servers.served import PEOPLE, House, Room, house_at

__all__ = ["day"]
pytestmark = [pytest.mark.thorough("tests/e2e/test_what_is_in_sight.py"), pytest.mark.timeout(120)]

SIZES = pytest.mark.parametrize("size", [LAPTOP, (1280, 720)], ids=lambda one: f"{one[0]}x{one[1]}")
FORM_PX = 310
"""How far the form of a decision is scrolled to its button, at most."""
WITH_TWELVE = (
    *PEOPLE,
    *(PlannedPerson(f"more{n}", f"Hal{n} Helper", role="health", agency="health") for n in range(7)),
)


def in_turn(*all_: Locator) -> Callable[[], None]:
    """Presses one after another, each once the one before has been answered."""

    def act() -> None:
        for one in all_:
            expect(one).to_be_enabled()
            presses(one)

    return act


def test_to_let_twelve_in_takes_one_press_for_those_ticked_and_one_for_each_of_family(
    tmp_path: Path, hall: Hall
) -> None:
    with house_at(tmp_path, 1, people=WITH_TWELVE) as house:
        room = house.room()
        chair = hall.guest(house, room, "chair", size=LAPTOP).arrives().is_in()
        family = ("juno", "mum", "gran")
        staff = [one.key for one in WITH_TWELVE if one.key in ("nurse", "police") or one.key.startswith("more")]
        here = {key: house.joins(room, key) for key in (*staff, *family)}
        assert len(here) == 12
        door = chair.part("Who is at the door")
        expect(door.get_by_role("checkbox")).to_have_count(len(staff))
        for box in door.get_by_role("checkbox").all():
            box.check()
        together = door.get_by_role("button", name=f"Let in these {len(staff)}")
        names = [room.names[key].split(maxsplit=1)[0] for key in family]
        each = [door.get_by_role("button", name=f"Let in {name}", exact=True) for name in names]
        took = counted(chair.page, in_turn(together, *each))
        for one in here.values():
            one.until(lambda one=one: one.snapshots[-1]["state"] == "in")
        assert took.presses == 1 + len(family)


def with_a_wall(
    house: House, hall: Hall, browser: Browser, size: tuple[int, int]
) -> tuple[Room, Wire, Person, BigScreen]:
    """The chair in a running meeting, and a big screen that follows it."""
    room = house.room()
    line = house.joins(room, "chair")
    line.ok("open_meeting")
    chair = hall.comes(house, room, line, "chair", size=size)
    wall = BigScreen(browser, house.url)
    hall.people.append(wall)
    wall.is_paired_by(line)
    return room, line, chair, wall


def comes_in(house: House, room: Room, chair: Wire, key: str) -> Wire:
    """Somebody at a wire, let in."""
    found = house.joins(room, key)
    opens_the_door(chair, found.name)
    found.until(lambda: found.snapshots[-1]["state"] == "in")
    return found


@SIZES
def test_the_numbers_of_one_child_after_another_come_onto_the_wall_by_one_press_each(
    house: House, hall: Hall, browser: Browser, size: tuple[int, int]
) -> None:
    room, line, chair, wall = with_a_wall(house, hall, browser, size)
    nurse = comes_in(house, room, line, "nurse")
    round_ = asks(line, room, "pip", "juno")
    for child in ("pip", "juno"):
        nurse.ok("save_number", round=round_, child=room.people[child], answer="number", value=4, reason="So.")
    line.ok("show_numbers", round=round_)
    for name in ("Pip", "Juno"):
        press = chair.desk.get_by_role("button", name=called(name, "show on the big screen"))
        expect(press).to_be_visible()
        assert counted(chair.page, lambda press=press: presses(press)) == Counted(1, 0, 0, 0)
        expect(wall.page.get_by_role("heading", name=re.compile(name))).to_be_visible()


@SIZES
def test_a_rating_reaches_everyone_and_the_wall_by_three_presses(
    house: House, hall: Hall, browser: Browser, size: tuple[int, int]
) -> None:
    room, line, chair, wall = with_a_wall(house, hall, browser, size)
    line.ok("go_to_stage", stage="decision")
    rating = {"colour": "amber", "reason": "He sleeps at home again.", "better": "A month of it."}
    line.ok("set_rating", rating="00000000-0000-4000-8000-000000000001", child=room.people["pip"], **rating)
    desk = chair.part("Red, amber, green")
    said, too = desk.get_by_label("I have said it aloud"), desk.get_by_label("On the big screen too")
    show = desk.get_by_role("button", name="Show Pip’s rating")
    expect(show).to_be_attached()
    took = counted(chair.page, in_turn(said, too, show))
    expect(wall.page.get_by_text("He sleeps at home again.").filter(visible=True)).to_be_visible()
    assert took.presses == 3


@SIZES
def test_a_decision_for_one_child_takes_four_presses_and_two_texts(
    house: House, hall: Hall, size: tuple[int, int]
) -> None:
    room = house.room()
    line = house.joins(room, "chair")
    line.ok("open_meeting")
    chair = hall.comes(house, room, line, "chair", size=size)
    nurse = comes_in(house, room, line, "nurse")
    line.ok("go_to_stage", stage="decision")
    form = chair.page.get_by_role("form", name="Decide for Pip")
    expect(form).to_be_visible()
    chair.page.screenshot(path=f"/tmp/hb/r3/b2_dec_{size[0]}.png")

    def decides() -> None:
        presses(form.get_by_label("Child protection plan", exact=True))
        presses(form.get_by_label("Emotional harm", exact=True))
        chair.page.keyboard.press("Tab")
        chair.page.keyboard.insert_text("He hides when a man raises his voice.")
        chair.page.keyboard.press("Tab")
        chair.page.keyboard.insert_text("Esme wants the help.")
        presses(form.get_by_label("I have said it aloud"))
        presses(form.get_by_role("button", name="Show Pip’s decision"))

    took = counted(chair.page, decides)
    expect(form).to_have_count(0)
    nurse.until(lambda: nurse.things("decisions"))
    assert took.presses == 4
    assert took.sought <= FORM_PX  # The form is longer than the place.


def test_the_next_family_takes_its_chair_two_presses_and_a_worker_one(day: Day) -> None:
    chair, nell = day.comes("Asha Manager", LAPTOP), day.comes("Nell Socialworker", PHONE)
    chair.page.get_by_role("link", name="Open this family").first.click()
    chair.page.get_by_role("button", name="Yes, open this family").click()
    line_of_family(chair, 1)
    nell.page.goto(f"{nell.url}/sittings/{day.sitting}")
    nell.page.get_by_role("button", name="Go in").first.click()
    line_of_family(nell, 1)
    for _ in day.steps(0):
        pass
    first = chair.page.get_by_role("region", name="The next family").get_by_role("link", name="Open it")
    expect(first).to_be_visible(timeout=15_000)
    # Each leads to another page, which counts anew: what is pressed is in sight, and leads there by one press.
    opens = chair.page.get_by_role("button", name="Yes, open this family")
    for one, then in ((first, opens), (opens, chair.page.locator(".slot-banner"))):
        expect(one).to_be_in_viewport()
        presses(one)
        expect(then).to_be_visible()
    line_of_family(chair, 2)
    goes = nell.page.locator("[data-asks='next']").get_by_role("button", name="Go in")
    expect(goes).to_be_in_viewport(timeout=15_000)
    nell.page.wait_for_timeout(800)  # The bar has just come.
    presses(goes)
    line_of_family(nell, 2)
