"""The chair's laptop dies at minute 60: the deputy goes on with one confirmation, and the chair comes back on a phone."""

import pytest
from playwright.sync_api import expect

from tests.e2e.pages.ending_page import asks_for_numbers, names_deputy, opens_the_meeting, takes_the_controls
from tests.e2e.pages.people import PHONE, SMALL_PHONE, opened

REASON = "The locks are changed."


@pytest.mark.thorough("tests/integration/test_deputy.py")
def test_the_deputy_takes_over_shows_the_numbers_and_gives_the_controls_back(house, hall):
    room = house.room()
    chair = hall.guest(house, room, "chair").arrives().is_in()
    bel = hall.guest(house, room, "worker")
    esme = hall.guest(house, room, "mum", size=SMALL_PHONE)
    opens_the_meeting(chair, bel, esme)
    expect(bel.page.get_by_text("You can take the chair’s controls if needed.")).to_have_count(0)
    names_deputy(chair, "Bel, Lead social worker")
    chair.is_accessible()
    asks_for_numbers(chair)
    esme.saves_number("Pip", "6", REASON)
    expect(bel.page.get_by_text("You can take the chair’s controls if needed.")).to_be_visible()
    expect(esme.page.get_by_role("button", name="Take the chair’s controls")).to_have_count(0)

    chair.close()
    hall.people.remove(chair)
    takes_the_controls(bel)
    assert not bel.told(REASON), "a sealed number stays sealed to the deputy too"
    assert chair_in_list(esme, "Bel") == "chairs now"
    bel.reads("You have the chair’s controls for Asha")
    bel.part("Numbers").get_by_role("button", name="Show all the numbers").click()
    esme.turns_to_number_of("Pip")
    expect(esme.numbers_of("Pip").get_by_text("Esme")).not_to_have_count(0)

    phone = hall.guest(house, room, "chair", size=PHONE).arrives().is_in()
    phone.reads("Bel has the chair’s controls.")
    phone.fits()
    phone.is_accessible()
    phone.page.get_by_role("button", name="Take them back", exact=True).click()
    expect(phone.page.get_by_text("Bel has the chair’s controls.").filter(visible=True)).to_have_count(0)
    bel.reads("Asha has the chair’s controls again.")
    expect(bel.desk).to_have_count(0)
    bel.is_accessible()
    heard = len(bel.frames)
    assert phone.sends("add_person", {"person": NOBODY, "name": "Somebody"})["ok"]
    told = {"rating": NOBODY, "child": room.people["pip"], "colour": "green", "reason": "Only the desk hears this."}
    assert phone.sends("set_rating", told)["ok"]
    bel.page.get_by_role("link", name="Go to my page").click()
    bel.page.wait_for_url("**/board/**")
    bel.is_in()
    expect(bel.page.get_by_role("button", name="Take the chair’s controls")).to_be_visible()
    assert "Only the desk hears this." not in "".join(bel.frames[heard:])
    assert not bel.told("Only the desk hears this.")
    assert chair_in_list(esme, "Asha") == "chairs now"


NOBODY = "0a8a2f3e-3c33-4d3c-9d51-0d4f1d8f0a11"


def chair_in_list(person, name):
    """What the list of people says of somebody's chairing."""
    button = person.page.get_by_role("button", name="people here. Show who")
    if person.narrow:
        opened(person.page.get_by_role("button", name="More: this screen, and leaving"))
    opened(button)
    row = person.page.get_by_role("group", name="Who is here").locator("li").filter(has_text=name)
    expect(row.first).to_contain_text("chairs now")
    button.click()
    return "chairs now"
