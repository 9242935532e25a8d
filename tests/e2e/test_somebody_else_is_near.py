"""Somebody else is in Esme's kitchen: she covers her screen, and asks to be rung without anybody seeing what it means."""

import re
from uuid import uuid4

import pytest
from playwright.sync_api import expect

from tests.e2e.pages.hall import SHOUTING, Hall
from tests.e2e.pages.people import SMALL_PHONE, Person
from tests.people.on_the_wire import opens_the_door
from tests.servers.served import House

HALF = "He came back on"
ASKED = "Numbers. How safe is Pip today?"
LATER = "The neighbours heard it too."
TIME = re.compile(r"\d{1,2}:\d\d")


def shows_the_time_alone(person: Person, *secrets: str) -> None:
    """Nothing of the board is on the page, in its title or in what is read aloud."""
    page = person.page
    expect(page.locator(".cover-time")).to_be_visible()
    expect(page).to_have_title(TIME)
    assert TIME.fullmatch(page.locator("body").inner_text().strip())
    whole = page.content() + page.locator("body").aria_snapshot() + page.title()
    for words in (*secrets, "meeting", "Canarybird", "Pip", "chair"):
        assert words not in whole.replace('name="words"', ""), words


def uncovers(person: Person) -> None:
    """Two presses, in two places."""
    person.page.get_by_role("button", name=TIME).click()
    person.page.get_by_role("button", name="Go back").click()


def test_a_covered_screen_has_the_time_and_nothing_else_also_after_a_reload(house: House, hall: Hall) -> None:
    room = house.room()
    esme = hall.guest(house, room, "mum", size=SMALL_PHONE).arrives()
    esme.waits()
    esme.page.get_by_role("button", name="Cover").click()
    shows_the_time_alone(esme)
    (chair, nell) = house.gather(room, "nurse")
    opens_the_door(chair, "Esme Canarybird")
    chair.add(SHOUTING)
    shows_the_time_alone(esme, SHOUTING)
    uncovers(esme)
    esme.is_in().sees(SHOUTING, "worries")

    esme.box.locator("#composer-text").fill(HALF)
    # Beside an open box a small phone has no room for it: there it is first under more.
    esme.page.get_by_role("button", name="More to ask for").click()
    esme.page.get_by_role("button", name="Cover").click()
    nell.add(LATER)
    nell.ok("raise_hand", up=True)
    esme.page.wait_for_timeout(500)
    shows_the_time_alone(esme, SHOUTING, HALF, LATER)
    before = len(esme.bodies)
    esme.page.reload()
    shows_the_time_alone(esme, SHOUTING, HALF, LATER)
    (page,) = [body for body in esme.bodies[before:] if body.startswith(b"<!doctype")]
    assert SHOUTING not in page.decode()
    esme.page.get_by_role("button", name=TIME).click()
    shows = esme.page.get_by_role("button", name="Go back")
    expect(shows).to_be_visible()
    esme.is_accessible()
    shows.click()
    esme.sees(LATER, "worries")
    expect(esme.box.get_by_role("textbox").first).to_have_value(HALF)
    expect(esme.page).not_to_have_title(TIME)
    assert "?" not in esme.page.url


@pytest.mark.thorough("tests/e2e/test_somebody_else_is_near.py")
def test_a_covered_screen_does_not_say_that_she_was_removed_until_it_is_uncovered(house: House, hall: Hall) -> None:
    room = house.room()
    (chair,) = house.gather(room)
    esme = hall.guest(house, room, "mum", size=SMALL_PHONE).arrives()
    opens_the_door(chair, "Esme Canarybird")
    esme.is_in()
    esme.page.get_by_role("button", name="Cover").click()
    chair.ok("remove_attendee", attendee=room.attendees["mum"])
    esme.page.wait_for_timeout(500)
    shows_the_time_alone(esme)
    uncovers(esme)
    esme.page.wait_for_url(re.compile("/goodbye/removed"))


@pytest.mark.thorough("tests/unit/test_rings.py")
def test_ring_me_later_looks_harmless_and_the_chair_alone_reads_what_it_means(house: House, hall: Hall) -> None:
    room = house.room()
    chair = hall.guest(house, room, "chair").arrives().is_in()
    esme = hall.guest(house, room, "mum", size=SMALL_PHONE).arrives()
    cal = hall.guest(house, room, "nurse").arrives()
    chair.lets_in("Esme", "Cal")
    assert chair.sends("open_meeting", {})["ok"]
    for one in (esme, cal):
        one.is_in().page.get_by_role("button", name="More: this screen, and leaving").click()
    expect(cal.page.get_by_role("button", name="Ring me later")).to_have_count(0)
    esme.page.get_by_role("button", name="Ring me later").click()
    expect(esme.page.get_by_text("Asha rings you later.")).to_be_visible()
    row = (
        chair.part("Hands and requests")
        .get_by_role("listitem")
        .filter(has_text="Esme may not be alone. Stop and ring?")
    )
    expect(row).to_be_visible()
    chair.is_accessible()
    chair.page.reload()
    chair.is_in()
    expect(chair.desk.get_by_role("region", name="For you")).to_contain_text("Esme may not be alone. Stop and ring?")
    chair.part("Hands and requests")
    expect(row).to_be_visible()
    assert not cal.told("not be alone")
    row.get_by_role("button", name="Pause for everyone").click()
    expect(esme.page.get_by_role("heading", name="We’re taking a pause")).to_be_visible()
    chair.page.get_by_role("button", name="Go on").click()
    row.get_by_role("button", name="Done").click()
    expect(row).to_have_count(0)
    expect(esme.page.get_by_text("Asha rings you later.")).to_have_count(0)


def test_who_says_that_somebody_is_near_reads_no_word_of_what_is_asked_of_her(house: House, hall: Hall) -> None:
    room = house.room()
    (chair,) = house.gather(room)
    esme = hall.guest(house, room, "mum", size=SMALL_PHONE).arrives()
    opens_the_door(chair, "Esme Canarybird")
    near = esme.page.get_by_role("group", name="Can anybody see or hear this?")
    expect(near.get_by_role("button")).to_have_text(["No, only me", "Yes"])
    esme.is_accessible()
    esme.fits()
    chair.ok("ask_numbers", round=str(uuid4()), scale="safety", children=[room.people["pip"]])
    expect(esme.page.get_by_text(ASKED)).to_have_count(0)
    near.get_by_role("button", name="Yes").click()
    expect(near).to_have_count(0)
    for _ in range(2):
        expect(esme.page.get_by_text("Something to check", exact=True)).to_be_visible()
        expect(esme.page.get_by_text(ASKED)).to_have_count(0)
        esme.page.reload()
    esme.page.get_by_role("button", name="More: this screen, and leaving").click()
    esme.page.get_by_role("group", name="Can anybody see or hear this?").get_by_label("No, only me").check()
    expect(esme.asked).to_contain_text("Numbers")
