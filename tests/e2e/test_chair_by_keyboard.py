"""The chair without a mouse: from the door over the agenda, the numbers and a decision to the end of the meeting."""

import re

import pytest
from playwright.sync_api import expect

from tests.e2e.pages.flow_page import CALM, header
from tests.e2e.pages.hall import Hall
from tests.e2e.test_keyboard import Keys
from tests.servers.served import House

REASON = "He sleeps at his nana's."


@pytest.mark.timeout(240)
def test_the_chair_leads_a_meeting_with_the_keyboard_alone(house: House, hall: Hall) -> None:
    room = house.room()
    chair = hall.guest(house, room, "chair")
    chair.opens_link()
    keys = Keys(chair)
    keys.use("^Ask to join")
    chair.page.wait_for_url(re.compile("/chair/"))
    keys.use("^Start the meeting$")
    nurse = hall.guest(house, room, "nurse").arrives()
    expect(chair.desk).to_contain_text("1 person is at the door.")
    keys.use("^Look: 1 person")
    keys.use("^Let in")
    nurse.is_in()
    keys.use("^On to: Welcome")
    expect(header(nurse)).to_contain_text("Step 1 of 11")
    keys.is_at("^On to: Family")
    keys.use("^On to: Family")
    expect(header(nurse)).to_contain_text("Step 2 of 11")
    keys.use("^All tools")
    keys.use("^Undo: back to Welcome")
    expect(header(nurse)).to_contain_text("Step 1 of 11")
    numbers_are_asked_for_and_shown(chair, nurse, keys)
    a_colour_is_said_aloud_and_shown(chair, nurse, keys)
    a_pause_is_over(chair, nurse, keys)
    it_ends(chair, nurse, keys)


def opens(keys: Keys, section: str) -> None:
    """Goes to the head of a section, and opens it if it is not."""
    keys.to(f"^{section}")
    if keys.page.locator(":focus").get_attribute("aria-expanded") == "false":
        keys.press("Enter")
    expect(keys.page.locator(":focus")).to_have_attribute("aria-expanded", "true")


def numbers_are_asked_for_and_shown(chair, nurse, keys):
    """Asked for with the form as it stands; shown once the nurse has given hers."""
    opens(keys, "Numbers")
    keys.use("^Ask for numbers$")
    keys.press("Tab")
    keys.use("^Ask for numbers$")
    nurse.saves_number("Pip", "4", REASON)
    keys.use("^Show all the numbers")
    nurse.turns_to_number_of("Pip")
    expect(nurse.numbers_of("Pip").get_by_role("img").first).to_have_accessible_name(re.compile("Cal"))


def a_colour_is_said_aloud_and_shown(chair, nurse, keys):
    """Amber with its reason, first on the desk."""
    opens(keys, "Red, amber, green")
    keys.use("^Pip: the colour")
    keys.choose("Red", "Amber")
    keys.write("^The reason", "Nana is there.")
    keys.write("^What would move it", "Calm nights.")
    keys.use("^Save on my desk")
    keys.to("I have said it aloud")
    keys.press("Space")
    keys.use("^Show Pip’s rating")
    nurse.for_me("Look").click()
    nurse.reads("Nana is there.")


def a_pause_is_over(chair, nurse, keys):
    """The nurse needs one; the chair goes on with a key, and is where she was."""
    nurse.page.get_by_role("button", name="I need a pause").click()
    nurse.page.get_by_role("button", name="Pause now").click()
    expect(chair.page.get_by_role("heading", name=CALM)).to_be_focused()
    keys.use("^Go on$")
    expect(nurse.page.get_by_role("button", name="I need a pause")).to_be_visible()


def it_ends(chair, nurse, keys):
    """Reasons for what is open, the end, and the word that locks the record."""
    opens(keys, "End the meeting")
    expect(chair.desk.get_by_label("Why it stays open").first).to_be_visible()
    for check in chair.desk.get_by_label("Why it stays open").all():
        check.focus()
        chair.page.keyboard.insert_text("There was no time.")
    last = chair.desk.get_by_role("button", name="End the meeting now", exact=True)
    for _ in range(200):
        if last.evaluate("one => one === document.activeElement"):
            break
        keys.press("Tab")
    keys.press("Enter")
    nurse.reads("The meeting has ended.")
    opens(keys, "The draft record")
    keys.write("^Type FINISH", "FINISH")
    keys.use("^Finish and lock")
    expect(nurse.page.get_by_role("heading", name="This meeting has ended.")).to_be_visible()
