"""The chair leads through the agenda; a mother on a small phone, by keyboard alone, asks for what she needs."""

import os
import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.e2e.pages.flow_page import agenda, asks, goes_on_to, header, sees_the_calm_page, waiting_for
from tests.e2e.pages.hall import Hall
from tests.e2e.pages.people import HEARD, SMALL_PHONE, Person
from tests.e2e.test_keyboard import Keys
from tests.servers.served import House

WORRY = "There was shouting on Sunday night."
BEGUN = "The health visitor came on Tu"
TAUGHT = "Are we too hopeful about the grown-ups?"


def picture(person: Person, name: str) -> None:
    """A picture for whoever looks at these screens, in the folder SCREENSHOTS names."""
    if folder := os.environ.get("SCREENSHOTS"):
        person.page.screenshot(path=Path(folder) / f"flow-{name}.png")


@pytest.mark.thorough("tests/integration/test_pausing.py")
@pytest.mark.timeout(240)
def test_the_agenda_turns_a_pause_and_what_a_mother_asks_for(house: House, hall: Hall) -> None:
    room = house.room()
    chair = hall.guest(house, room, "chair").arrives().is_in()
    chair.desk.get_by_role("button", name="Start the meeting").click()
    nurse = hall.guest(house, room, "nurse").arrives()
    mum = hall.guest(house, room, "mum", size=SMALL_PHONE).arrives()
    chair.lets_in("Cal", "Esme")
    nurse.is_in()
    mum.is_in()
    nurse.adds(WORRY)
    mum.sees(WORRY)
    the_chair_steps_through_the_agenda(chair, nurse, mum)
    turns_are_given_the_family_first(chair, nurse, mum)
    keys = Keys(mum)
    a_hand_is_raised_and_lowered(chair, mum, keys)
    somebody_needs_a_pause(chair, nurse, mum, keys)
    somebody_types_for_her(chair, nurse, mum, keys)
    she_has_to_go(chair, mum, keys)


def the_chair_steps_through_the_agenda(chair: Person, nurse: Person, mum: Person) -> None:
    """Forward, undone, forward; the lessons of case reviews stay on the desk; the time is the chair's alone."""
    for one in (nurse, mum):
        expect(header(one)).to_have_count(0)
    goes_on_to(chair, "Welcome, and who is who", "Family and friends", "Why we are here", "What is working well")
    for one in (nurse, mum):
        expect(header(one)).to_contain_text("Now: Working well. Next: Worried")
    agenda(chair).get_by_role("button", name="Undo: back to Why we are here").click()
    expect(header(mum)).to_contain_text("Now: Worried. Next: Working well")
    goes_on_to(chair, "What is working well")
    expect(agenda(chair).get_by_text(TAUGHT)).to_be_visible()
    for one in (nurse, mum):
        assert not one.told(TAUGHT)
    agenda(chair).get_by_role("button", name=re.compile(r"^Start (?!2 )\d+ minutes")).click()
    expect(agenda(chair)).to_contain_text(re.compile(r"\d+:\d\d left"))
    for one in (nurse, mum):
        expect(one.page.locator(".flow-time")).to_have_count(0)


def turns_are_given_the_family_first(chair: Person, nurse: Person, mum: Person) -> None:
    """Esme stands before Cal because the step says so; the chair can change that by buttons that keep focus."""
    order = agenda(chair).locator(".turns li")
    expect(order.first).to_contain_text("Esme")
    down = agenda(chair).get_by_role("button", name="Down Esme")
    down.focus()
    down.press("Enter")
    expect(order.first).to_contain_text("Cal")
    expect(down).to_be_focused()
    expect(down).to_have_attribute("aria-disabled", "true")
    agenda(chair).get_by_role("button", name="Up Esme").click()
    expect(order.first).to_contain_text("Esme")
    agenda(chair).get_by_role("button", name="Start turns").click()
    expect(header(mum)).to_contain_text("It is your turn. Then Cal.")
    expect(header(nurse)).to_contain_text("It is Esme’s turn. You are next.")
    for one in (chair, nurse, mum):
        one.fits()
        one.is_accessible()
    picture(mum, "mum-320")
    picture(chair, "chair")
    agenda(chair).get_by_role("button", name="Next: Cal").click()
    expect(header(nurse)).to_contain_text("It is your turn.")
    agenda(chair).get_by_role("button", name="End turns").click()
    expect(header(nurse)).not_to_contain_text("turn.")


def a_hand_is_raised_and_lowered(chair: Person, mum: Person, keys: Keys) -> None:
    """Her hand goes up by keyboard; the chair has heard her and lowers it."""
    keys.use("^More to ask for")
    keys.use("^(Hand: )?Raise my hand")
    keys.is_at("^More to ask for")
    agenda(chair)
    call = chair.desk.get_by_role("group", name="Waiting for you").get_by_role("button", name="1 asking")
    call.click()
    expect(chair.page.locator("#desk-requests")).to_be_focused()
    expect(waiting_for(chair)).to_contain_text("Esme’s hand is up.")
    waiting_for(chair).get_by_role("button", name="Lower the hand of Esme").click()
    expect(asks(mum).get_by_role("button", name=re.compile("Raise my hand"))).to_be_visible()
    mum.page.get_by_role("button", name="More to ask for").click()


def somebody_needs_a_pause(chair: Person, nurse: Person, mum: Person, keys: Keys) -> None:
    """One press and a short look; the same calm page for everyone; what was being typed is still there."""
    box = nurse.box.locator("#composer-text")
    box.fill(BEGUN)
    box.focus()
    keys.to("I need a pause")
    down = mum.page.evaluate("window.scrollY")
    keys.press("Enter")
    expect(mum.page.get_by_role("group", name="I need a pause")).to_be_focused()
    assert mum.page.evaluate("window.scrollY") == down, "the board jumped when the panel opened"
    mum.reads("Nobody is told who asked.")
    picture(mum, "mum-320-asks")
    keys.use("^Pause now")
    for one in (chair, nurse, mum):
        sees_the_calm_page(one, WORRY, BEGUN, "Now: Working well")
        one.fits()
        one.is_accessible()
    picture(mum, "mum-320-paused")
    picture(chair, "chair-paused")
    expect(nurse.page.get_by_role("button", name="Go on")).to_have_count(0)
    chair.page.get_by_role("button", name="Go on", exact=True).click()
    expect(box).to_have_value(BEGUN)
    expect(box).to_be_focused()
    expect(nurse.point(WORRY)).to_be_visible()
    keys.is_at("I need a pause")
    expect(asks(mum).get_by_role("button", name="Pause now")).to_have_count(0)
    nurse.page.keyboard.press("End")
    nurse.page.keyboard.insert_text("esday.")
    nurse.box.get_by_role("button", name="Add", exact=True).click()
    expect(nurse.point(BEGUN + "esday.")).to_be_visible()


def somebody_types_for_her(chair: Person, nurse: Person, mum: Person, keys: Keys) -> None:
    """Type for me reaches the desk, and nobody else in the room."""
    keys.to("^More to ask for")
    asks(mum)
    keys.use("^Type for me")
    mum.reads("Asha knows that you need help to type.")
    expect(waiting_for(chair)).to_contain_text("Esme would like you to type for them.")
    waiting_for(chair).get_by_role("button", name="Done for Esme").click()
    mum.reads("Somebody types for you.")
    keys.to("^More to ask for")
    asks(mum)
    keys.use("^I can type again")
    expect(asks(mum).get_by_role("button", name="Type for me")).to_be_visible()
    assert not nurse.told(":type")


def she_has_to_go(chair: Person, mum: Person, keys: Keys) -> None:
    """The desk hears when; leaving is one press further and says what happens."""
    keys.to("^More to ask for")
    asks(mum)
    keys.use("^I have to go")
    keys.use("^In 10 minutes")
    expect(waiting_for(chair)).to_contain_text(re.compile(r"Esme has to go at \d+:\d\d\."))
    mum.is_accessible()
    mum.fits()
    picture(mum, "mum-320-leaving")
    keys.use("^Leave the meeting")
    mum.reads("What you said stays.")
    keys.use("^Leave now")
    mum.page.wait_for_url(re.compile("/goodbye/left"))
    expect(waiting_for(chair)).not_to_contain_text("Esme")


@pytest.mark.thorough("tests/unit/domain/agenda/test_stages.py")
@pytest.mark.timeout(180)
def test_the_time_left_is_the_chairs_alone_for_the_eye_and_is_said_at_a_minute_and_at_the_end(
    house: House, hall: Hall
) -> None:
    room = house.room()
    chair = hall.guest(house, room, "chair").arrives().is_in()
    chair.desk.get_by_role("button", name="Start the meeting").click()
    mum = hall.guest(house, room, "mum", size=SMALL_PHONE).arrives()
    chair.lets_in("Esme")
    mum.is_in()
    chair.sends("go_to_stage", {"stage": "worries"})
    chair.sends("start_timer", {"seconds": 70})
    time_left = agenda(chair).locator(".flow-time")
    expect(time_left).to_contain_text(re.compile(r"1:\d\d left"))
    for one in (chair, mum):
        one.page.evaluate(HEARD)
    expect(chair.page.locator("#voice")).to_have_text("One minute left.", timeout=40_000)
    expect(time_left).to_contain_text(re.compile(r"0:\d\d left"))
    outline = time_left.aria_snapshot()
    assert "left" not in outline, "what ticks is read out"
    assert "A timer of 1 minute is running" in outline
    chair.sends("start_timer", {"seconds": 12})
    expect(time_left).to_contain_text("Time is up", timeout=40_000)
    expect(chair.page.locator("#voice")).to_have_text("Time is up.")
    assert chair.page.evaluate("window.heard") == ["One minute left.", "Time is up."]
    assert mum.page.evaluate("window.heard") == []
    expect(mum.page.locator(".flow-time")).to_have_count(0)
