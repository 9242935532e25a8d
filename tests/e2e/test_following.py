"""A step opens: whoever has nothing in hand is taken along, everybody else reads where the meeting is and goes by one press."""

from uuid import uuid4

from playwright.sync_api import Locator, expect

from tests.e2e.pages.hall import Hall, let_in
from tests.e2e.pages.people import PHONE, SMALL_PHONE, Person, until
from tests.people.on_the_wire import Wire
from tests.servers.served import House, Room

QUIET_MS = 8_500
"""As long as nobody may have touched a screen that is taken along, and half a second."""


def opens(chair: Wire, stage: str) -> None:
    """The chair opens a step."""
    chair.ok("go_to_stage", stage=stage)


def heading(person: Person) -> Locator:
    """What place a phone shows."""
    return person.page.locator("#page-heading .page-title" if person.narrow else "#page-heading")


def bar(person: Person) -> Locator:
    """Where the meeting is, and the way there."""
    return person.page.locator(".step-asked")


def in_the_window(person: Person, what: Locator) -> None:
    """It stands in the window whole, without a scroll."""
    until(
        person.page,
        lambda: what.evaluate(
            "one => { const r = one.getBoundingClientRect(); return r.top >= 0 && r.bottom <= innerHeight; }"
        ),
        why=f"{person.name} sees it",
    )


def met(house: House, hall: Hall, key: str, size: tuple[int, int]) -> tuple[Room, Wire, Person]:
    """A meeting that is going on, its chair at a wire, and somebody who is in."""
    room = house.room()
    chair = house.joins(room, "chair")
    chair.ok("open_meeting")
    return room, chair, hall.comes(house, room, chair, key, size=size)


def test_a_step_takes_along_who_has_nothing_in_hand_and_asks_everybody_else(house: House, hall: Hall) -> None:
    room = house.room()
    chair = house.joins(room, "chair")
    chair.ok("open_meeting")
    nurse = hall.guest(house, room, "nurse", size=PHONE).arrives()
    mum = hall.guest(house, room, "mum", size=SMALL_PHONE).arrives()
    let_in(chair, nurse, mum)
    for one in (nurse, mum):
        one.is_in()
        expect(heading(one)).to_have_text("What are we worried about?")
        expect(bar(one)).to_have_count(0)

    nurse.page.evaluate("document.activeElement.blur()")
    nurse.page.wait_for_timeout(QUIET_MS)
    opens(chair, "well")
    expect(heading(nurse)).to_have_text("What's working well?")
    expect(bar(nurse)).to_have_count(0)

    # Family is never moved. One press goes there, and says so to whoever listens.
    expect(bar(mum)).to_contain_text("Step 4: What is working well.")
    expect(heading(mum)).to_have_text("What are we worried about?")
    in_the_window(mum, bar(mum))
    bar(mum).get_by_role("button", name="Go there to What's working well?").click()
    expect(heading(mum)).to_have_text("What's working well?")
    expect(mum.page.locator("#page-heading")).to_be_focused()
    expect(bar(mum)).to_have_count(0)


def test_nobody_is_moved_while_they_write_and_staying_is_one_press(house: House, hall: Hall) -> None:
    _, chair, nurse = met(house, hall, "nurse", PHONE)
    nurse.box.locator("#composer-text").fill("Pip was afraid to go")
    nurse.page.wait_for_timeout(QUIET_MS)
    opens(chair, "well")
    expect(bar(nurse)).to_contain_text("Step 4: What is working well.")
    expect(heading(nurse)).to_have_text("What are we worried about?")
    expect(nurse.box.locator("#composer-text")).to_have_value("Pip was afraid to go")
    bar(nurse).get_by_role("button", name="Stay here").click()
    expect(bar(nurse)).to_have_count(0)
    opens(chair, "plan")
    expect(bar(nurse)).to_contain_text("Step 10: The plan.")
    missing = chair.send("end_meeting")["error"]["fields"]
    chair.ok("end_meeting", reasons=[{"check": check, "reason": "Said aloud."} for check in missing])
    expect(bar(nurse)).to_have_count(0)


def test_a_laptop_that_is_asked_for_a_number_shows_the_way_to_it(house: House, hall: Hall) -> None:
    room, chair, nurse = met(house, hall, "nurse", (1366, 641))
    for number in range(14):
        chair.add(f"Point {number} about a day at home, as long as points are.")
    chair.ok("ask_numbers", round=str(uuid4()), scale="safety", children=[room.people["pip"]])
    button = nurse.for_me("Give my number")
    in_the_window(nurse, button)
    button.click()
    in_the_window(nurse, nurse.page.get_by_text("I don’t know", exact=True).first)
    expect(button).to_have_count(0)


def test_one_press_on_the_bar_is_enough_while_the_empty_box_is_open(house: House, hall: Hall) -> None:
    """Losing the focus folds the box, and the bar stands above it: it must not go from under the press."""
    _, chair, nurse = met(house, hall, "nurse", PHONE)
    nurse.box.locator("#composer-text").click()
    opens(chair, "well")
    expect(bar(nurse)).to_be_visible()
    expect(nurse.box.get_by_role("button", name="Add", exact=True)).to_be_visible()
    there = bar(nurse).get_by_role("button", name="Go there")
    place = there.bounding_box()
    assert place
    nurse.page.mouse.move(place["x"] + 20, place["y"] + 20)
    nurse.page.mouse.down()
    nurse.page.wait_for_timeout(200)
    nurse.page.mouse.up()
    expect(heading(nurse)).to_have_text("What's working well?")
    expect(nurse.box.get_by_role("button", name="Add", exact=True)).to_have_count(0)


def test_what_was_put_off_lets_the_way_to_the_step_pass_and_a_double_press_is_one(house: House, hall: Hall) -> None:
    room, chair, mum = met(house, hall, "mum", PHONE)
    chair.ok("ask_numbers", round=str(uuid4()), scale="safety", children=[room.people["pip"], room.people["juno"]])
    expect(mum.for_me("Give my number")).to_be_visible()
    opens(chair, "well")
    mum.page.wait_for_timeout(800)
    # Two presses at one spot put off one of the two that are asked.
    spot = mum.for_me("Later").bounding_box()
    assert spot
    for _ in range(2):
        mum.page.mouse.click(spot["x"] + 5, spot["y"] + 5)
        mum.page.wait_for_timeout(200)
    expect(mum.for_me("Give my number")).to_be_visible()
    expect(bar(mum)).to_have_count(0)
    mum.page.wait_for_timeout(800)
    mum.for_me("Later").click()
    expect(bar(mum)).to_contain_text("Go there")
    mum.page.wait_for_timeout(800)
    bar(mum).get_by_role("button", name="Stay here").click()
    expect(mum.for_me("Give my number")).to_be_visible()
