"""A row that goes when it is pressed: the second press of a hand meets nobody else, and is not lost on others either."""

import re

import pytest
from playwright.sync_api import expect

from tests.e2e.pages.hall import Hall, let_in
from tests.e2e.pages.hands import BETWEEN_PRESSES, SLOW_LINE, Sent, middle, presses_twice
from tests.e2e.pages.people import Person
from tests.people.on_the_wire import Wire
from tests.servers.served import House, Room

GUESTS = ("worker", "nurse", "police", "mum", "gran", "juno")
LET_IN = re.compile("^Let in [A-Z]")


def the_chair(house: House, hall: Hall, room: Room, **how: object) -> Person:
    return hall.guest(house, room, "chair", **how).arrives().is_in()


def starts(chair: Person) -> None:
    """The meeting begins, and the chair's screen shows it."""
    assert chair.sends("open_meeting", {})["ok"]
    expect(chair.desk.get_by_role("button", name="Start the meeting")).to_have_count(0)


def still_at_the_door(guests: list[Wire]) -> list[str]:
    return [one.name for one in guests if one.snapshots[-1]["state"] != "in"]


@pytest.mark.thorough("tests/e2e/test_rows_that_go.py")
def test_a_second_press_on_let_in_lets_in_nobody_else_however_soon_it_comes(house: House, hall: Hall) -> None:
    room = house.room()
    chair = the_chair(house, hall, room)
    # Once it has begun, each is a row of their own.
    starts(chair)
    door = chair.part("Who is at the door")
    guests = []
    for key in GUESTS:
        guests.append(house.joins(room, key))
        expect(door.get_by_role("button", name=LET_IN)).to_have_count(len(guests))
    for at, between in enumerate(BETWEEN_PRESSES):
        first = door.get_by_role("button", name=LET_IN).first
        first.scroll_into_view_if_needed()
        presses_twice(chair, first, between)
        guests[at].until(lambda at=at: guests[at].snapshots[-1]["state"] == "in")
        chair.page.wait_for_timeout(300)
        assert still_at_the_door(guests) == [one.name for one in guests[at + 1 :]], f"{between} ms"
        expect(door.locator(".row-gone")).to_have_count(0)


def test_other_rows_keep_their_places_and_take_presses_and_all_is_put_right_once_the_hand_has_left(
    house: House, hall: Hall
) -> None:
    room = house.room()
    chair = the_chair(house, hall, room, size=(1366, 1150))
    wires = [house.joins(room, key) for key in ("worker", "nurse", "mum")]
    for wire in wires:
        chair.lets_in(" ".join(wire.name.split()[:-1]))
    starts(chair)
    for wire in wires:
        wire.ok("raise_hand", up=True)
    asks = chair.part("Hands and requests")
    lower = asks.get_by_role("button", name="Lower the hand")
    expect(lower).to_have_count(3)
    lower.nth(2).scroll_into_view_if_needed()  # The row of tools stands below.
    chair.page.wait_for_timeout(100)
    third = middle(lower.nth(2))
    presses_twice(chair, lower.nth(0), 300)
    expect(asks.get_by_text("Bel’s hand is down")).to_be_visible()
    assert middle(lower.last) == third
    chair.page.mouse.click(*third)
    expect(asks.locator(".row-gone")).to_have_count(2)
    assert set(chair.dump()["everyone"]["things"]["hands"]) == {room.people["nurse"]}
    # Nobody's hand is on the list any more: the rows go at once, though no second has passed.
    chair.box.locator("#composer-text").focus()
    chair.page.mouse.move(5, 5)
    expect(asks.locator(".row-gone")).to_have_count(0, timeout=800)
    expect(lower).to_have_count(1)


def test_a_key_that_is_held_down_lets_in_one_and_the_focus_stays_with_the_desk(house: House, hall: Hall) -> None:
    room = house.room()
    chair = the_chair(house, hall, room)
    starts(chair)
    door = chair.part("Who is at the door")
    guests = [house.joins(room, key) for key in ("worker", "nurse")]
    expect(door.get_by_role("button", name=LET_IN)).to_have_count(2)
    door.get_by_role("button", name=LET_IN).first.focus()
    for _ in range(8):
        chair.page.keyboard.down("Enter")
        chair.page.wait_for_timeout(60)
    chair.page.keyboard.up("Enter")
    assert still_at_the_door(guests) == [guests[1].name]
    expect(chair.page.locator(":focus")).to_have_text("Bel is in")
    expect(door.locator(".row-gone")).to_have_count(0)
    expect(chair.page.locator(":focus")).to_have_id("desk-lobby")


def test_a_second_press_while_the_first_is_on_its_way_asks_for_nothing_twice(house: House, hall: Hall) -> None:
    room = house.room()
    chair = house.joins(room, "chair")
    chair.ok("open_meeting")
    mum = hall.guest(house, room, "mum")
    sent = Sent(mum)
    let_in(chair, mum.arrives())
    mum.page.evaluate(SLOW_LINE)
    assert mum.sends("ask_to_type", {"wanted": True})["ok"]
    item = chair.add("I ring my mum.", "well", speaker=room.people["mum"])
    yes = mum.page.locator(f'[data-fk="yes:{item}"]')
    expect(yes).to_be_visible()
    sent.commands.clear()
    presses_twice(mum, yes, 50)
    expect(yes).to_have_count(0)
    assert sent.commands == [("confirm_words", {"item": item, "right": True})]
