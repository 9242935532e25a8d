"""Being let in, the end, and coming back: each says where one is."""

from uuid import uuid4

import orjson
import pytest
from playwright.sync_api import Locator, Page, expect

from meeting_server.services.snapshots import snapshot
from tests.e2e.pages.bare_page import run
from tests.e2e.pages.hall import Hall, let_in
from tests.e2e.pages.people import LAPTOP, PHONE, SMALL_PHONE, Person
from tests.people.on_the_wire import Wire, opens_the_door
from tests.scenes.builders import START, actor, room
from tests.servers.served import House

POINT = "Pip hid under the table when voices were raised."


def heading(person: Person) -> Locator:
    """The one heading of the page that says hello."""
    return person.page.get_by_role("heading", level=1)


def voice(person: Person) -> Locator:
    """What is read aloud."""
    return person.page.locator("#voice")


def ends(chair: Wire) -> None:
    """The chair ends the meeting with all its gaps."""
    missing = chair.send("end_meeting")["error"]["fields"]
    chair.ok("end_meeting", reasons=[{"check": check, "reason": "Said aloud."} for check in missing])


def alone(person: Person) -> None:
    """Answers that nobody can see or hear the screen."""
    person.page.get_by_role("button", name="No, only me").click()


def test_who_is_let_in_reads_who_is_here_and_which_step_it_is(house: House, hall: Hall) -> None:
    room = house.room()
    (chair,) = house.gather(room)
    chair.add(POINT)
    chair.ok("go_to_stage", stage="numbers")
    chair.ok("ask_numbers", round=str(uuid4()), scale="safety", children=[room.people["pip"]])
    mum = hall.guest(house, room, "mum", size=SMALL_PHONE).arrives()
    nurse = hall.guest(house, room, "nurse", size=LAPTOP).arrives()
    for one in (mum, nurse):
        one.waits()
        opens_the_door(chair, one.full_name)
        expect(one.page).to_have_title("You are in: First conference", timeout=1_000)
        expect(heading(one)).to_have_text(f"You are in. Hello, {one.name}.")
        expect(heading(one)).to_be_focused()
        one.fits()
        one.is_accessible()
    expect(voice(mum)).to_have_text("You are in. Step 8 of 11: Numbers. Can anybody see or hear this?")
    expect(voice(nurse)).to_have_text("You are in. Step 8 of 11: Numbers. You are asked for a number.")
    alone(mum)
    page = mum.page.locator(".arrived")
    expect(page).to_contain_text("2 others are here and read what is written:")
    expect(page.locator(".arrived-people li")).to_have_text(["Asha Chair", "Cal Health worker"])
    expect(page).to_contain_text("We are at step 8 of 11: Numbers.")
    expect(page).to_contain_text("Nothing is decided yet.")
    page.get_by_role("button", name="1 point in What are we worried about?").click()
    expect(mum.point(POINT)).to_be_visible()
    # A phone says after each arrow where it leads.
    for words in ("Back to What's working well?", "On to What are we worried about?"):
        mum.page.get_by_role("button", name=words).click()
        expect(heading(mum)).to_be_focused()
        expect(heading(mum)).to_contain_text(words.split(" to ")[1])
        expect(voice(mum)).to_contain_text(words.split(" to ")[1])
    # The laptop is left by what is asked, and is not let in a second time.
    nurse.for_me("Give my number").click()
    expect(nurse.page.get_by_text("I don’t know", exact=True).first).to_be_visible()
    nurse.page.reload()
    expect(nurse.page.locator("#page-heading")).to_have_text("The numbers")
    expect(nurse.page.get_by_text("You are in. Hello")).to_have_count(0)


@pytest.mark.thorough("tests/e2e/test_following.py")
def test_nobody_is_moved_off_the_page_they_were_let_in_to(house: House, hall: Hall) -> None:
    room = house.room()
    (chair,) = house.gather(room)
    nurse = hall.guest(house, room, "nurse", size=PHONE).arrives()
    opens_the_door(chair, nurse.full_name)
    expect(heading(nurse)).to_be_focused()
    nurse.page.evaluate("document.activeElement.blur()")
    nurse.page.wait_for_timeout(8_500)
    chair.ok("go_to_stage", stage="well")
    there = nurse.page.get_by_role("button", name="Go there to What's working well?")
    expect(there).to_be_visible()
    expect(heading(nurse)).to_have_text("You are in. Hello, Cal.")
    nurse.page.wait_for_timeout(800)  # What has just come takes no press yet.
    there.click()
    expect(nurse.page.locator("#page-heading .page-title")).to_have_text("What's working well?")
    expect(nurse.page.get_by_role("button", name="You are in", exact=True)).to_have_count(0)


def test_the_end_is_said_and_everything_stays_readable(house: House, hall: Hall) -> None:
    room = house.room()
    (chair,) = house.gather(room)
    chair.add(POINT)
    mum = hall.guest(house, room, "mum", size=SMALL_PHONE).arrives()
    nurse = hall.guest(house, room, "nurse", size=LAPTOP).arrives()
    let_in(chair, mum, nurse)
    for one in (mum, nurse):
        one.is_in()
    ends(chair)
    for one in (mum, nurse):
        expect(heading(one)).to_have_text(f"The meeting has ended. Thank you, {one.name}.", timeout=1_000)
        expect(heading(one)).to_be_focused()
        one.fits()
        one.is_accessible()
    for words in ("What was decided", "What you do", "The record, as a Word file", "The record, as a PDF"):
        expect(nurse.page.locator(".arrived")).to_contain_text(words)
        expect(mum.page.locator(".arrived")).not_to_contain_text(words)
    mum.page.reload()
    expect(heading(mum)).to_have_text("The meeting has ended. Thank you, Esme.")
    mum.page.get_by_role("button", name="Read all that was written").click()
    expect(mum.point(POINT)).to_be_visible()


LOADS = """
document.body.innerHTML = '<main id="app" data-seat="s"><div class="join-page"PAINTED></div></main>';
const store = await import("/board/store/store.js");
const { here } = await import("/board/reading/view.js");
const { watchArrival } = await import("/board/page/arrival.js");
watchArrival();
const now = snapshot => { store.replaceAll(snapshot); return here.value; };
"""


@pytest.mark.parametrize(("painted", "greeted"), [(" data-knocks", True), ("", False)], ids=["waits", "goes in"])
def test_whoever_was_let_in_while_the_page_loaded_reads_so_and_who_never_waits_does_not(
    page: Page, painted: str, greeted: bool
) -> None:
    meeting = room()
    told = orjson.dumps(snapshot(meeting, actor(meeting, "nell"), "r", START)).decode()
    found = run(page, LOADS.replace("PAINTED", painted), f"return now({told});")
    assert (found == "@arrived") == greeted
