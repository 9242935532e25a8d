"""At the end of a page: what is read stays where it is when room comes free below it."""

from uuid import uuid4

import pytest
from playwright.sync_api import Locator, expect

from tests.e2e.pages.hall import Hall, let_in
from tests.e2e.pages.people import LAPTOP, PHONE, Person, until
from tests.servers.served import House

SAID = "I was frightened and I rang the police."
LONG = "What was seen at home on the evening of day {n}, with all that led to it and what came of it afterwards."


def reads_the_end(house: House, hall: Hall, size: tuple[int, int]) -> Person:
    """The mother looks at a long column whose last point was typed for her."""
    room = house.room()
    chair, worker = house.gather(room, "worker")
    mum = hall.guest(house, room, "mum", size=size).arrives()
    let_in(chair, mum)
    for n in range(16):
        worker.add(LONG.format(n=n))
    worker.ok("add_item", item=str(uuid4()), column="worries", text=SAID, speaker=room.people["mum"])
    mum.sees(SAID, "worries")
    expect(bar(mum)).to_be_visible()
    return mum


def bar(person: Person) -> Locator:
    return person.page.get_by_role("group", name="For me")


def top(place: Locator) -> int:
    return place.evaluate("one => Math.round(one.getBoundingClientRect().top)")


@pytest.mark.parametrize("size", [PHONE, LAPTOP], ids=["phone", "laptop"])
def test_nothing_slides_under_a_finger_when_the_bar_below_goes(house: House, hall: Hall, size: tuple[int, int]) -> None:
    mum = reads_the_end(house, hall, size)
    yes = mum.point(SAID).get_by_role("button", name="Yes, that's it")
    at = yes.evaluate("one => (one.scrollIntoView({ block: 'center' }), Math.round(one.getBoundingClientRect().top))")
    expect(bar(mum)).to_have_count(0)
    assert top(yes) == at

    above = mum.point(LONG.format(n=15))
    at = top(above)
    yes.click()
    expect(yes).to_have_count(0)
    assert top(above) == at

    mum.page.mouse.wheel(0, -2000)
    kept = "() => getComputedStyle(document.getElementById('main')).getPropertyValue('--kept')"
    until(mum.page, lambda: mum.page.evaluate(kept) in ("", "0px"), why="for no empty room to stay below the page")
