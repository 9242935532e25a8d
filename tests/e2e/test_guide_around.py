"""The guide's pages for what stands around a meeting, done as they say: making one, and the big screen."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.e2e.pages.big_screen_page import LAPTOP_SCREEN, BigScreen
from tests.e2e.pages.child_page import statement
from tests.e2e.pages.guide_town import Town, sees_waiting
from tests.e2e.pages.hall import Hall
from tests.e2e.pages.people import Person
from tests.e2e.pages.staff_page import (
    Somebody,
    about_the_meeting,
    fills_person,
    guest,
    names_children,
    names_people,
    signs_in,
)
from tests.scenes.staffroom import NAME, make_account
from tests.servers.served import Served
from tests.tools.guide import Guide

pytestmark = pytest.mark.thorough("tests/unit/test_guide.py")

PEOPLE = (
    Somebody("Marla Quillfeather", "Mum", "Parent or carer", "Family"),
    Somebody("Kit Farrowden", "Social worker", "Lead social worker", "Social care"),
    Somebody("Dorran Thistlewick", "Dad, lives elsewhere", "Only spoken of: not invited"),
)


@pytest.fixture
def council(tmp_path: Path) -> Iterator[Served]:
    """A server with one account."""
    make_account(tmp_path)
    served = Served(tmp_path).start()
    yield served
    assert served.stop() == 0
    assert "Traceback" not in served.log


@pytest.mark.timeout(180)
def test_a_meeting_is_made_as_the_page_says(council: Served, hall: Hall) -> None:
    guide = Guide("making-a-meeting.md")
    asha = hall.person(council.url, "", NAME)
    signs_in(asha)
    it_is_made(guide, asha)
    people_are_invited(guide, asha)
    with guide.step("There is no link for the chair.", asha) as step:
        step.presses()
        asha.page.wait_for_url("**/chair/*")
        asha.is_in()
    guide.ends()


def it_is_made(guide: Guide, asha: Person) -> None:
    """The kind, the meeting, the children, the chair, everybody else."""
    page = asha.page
    with guide.step("Press Make a meeting", asha) as step:
        step.presses(page.get_by_role("main"))
        page.get_by_label("A first conference, on the map in three columns", exact=True).check()
        step.presses()
    with guide.step("Fill in The meeting.", asha) as step:
        step.sees()
        step.fills("First child protection conference")
        about_the_meeting(page, date.today())
    with guide.step("Under The children it is about", asha) as step:
        step.sees()
        names_children(page, ("Pip", "5"), ("Sorrel", "8 months"))
    with guide.step("Under The chair choose", asha) as step:
        step.sees()
    with guide.step("Under Everybody else", asha) as step:
        step.sees()
        names_people(page, *PEOPLE)
        expect(step.button()).to_be_enabled()
    with guide.step("Press Make the meeting.", asha) as step:
        step.presses()
        expect(page.get_by_role("heading", name="First child protection conference")).to_be_visible()


def people_are_invited(guide: Guide, asha: Person) -> None:
    """Links made, given, made again, stopped; somebody more; the calendar."""
    page = asha.page
    with guide.step("On the meeting's page", asha) as step:
        step.presses()
    marla = guest(page, "Marla Quillfeather")
    with guide.step("You see a link once", asha) as step:
        expect(marla.locator("code")).to_be_visible()
        guide.picture("making-links.png", marla)
        marla.get_by_role("button", name=step.starting()).click()
        expect(page.locator("#voice")).to_have_text("Copied")
        marla.locator("summary").filter(has_text=step.starting()).click()
        expect(marla.get_by_role("img")).to_be_visible()
    with guide.step("Somebody lost theirs", asha) as step:
        before = marla.locator("code").inner_text()
        marla.get_by_role("button", name=step.starting()).click()
        expect(marla.locator("code")).not_to_have_text(before)
    with guide.step("Somebody is not coming", asha) as step:
        stop = guest(page, "Kit Farrowden").get_by_role("button", name=step.starting())
        stop.click()
        expect(stop).to_have_count(0)
    with guide.step("Somebody more is coming", asha) as step:
        form = page.get_by_role("region", name=step.word())
        fills_person(form, Somebody("Ivo Stonewick", "Class teacher", "School worker", "School"))
        step.presses(form)
        expect(guest(page, "Ivo Stonewick")).to_be_visible()
    with guide.step("Calendar file gives you", asha) as step:
        with page.expect_download() as coming:
            step.presses()
        assert coming.value.suggested_filename.endswith(".ics")


@pytest.mark.timeout(180)
def test_a_big_screen_is_brought_in_as_the_page_says(town: Town, hall: Hall) -> None:
    guide = Guide("big-screen.md")
    chair = hall.of_demo(town.demo, "Ines").arrives().is_in()
    screen = BigScreen(hall.browser, town.served.url, LAPTOP_SCREEN)
    hall.people.append(screen)
    with guide.step("On the computer of the big screen", screen):
        code = screen.shows_code()
    with guide.step("On your side, under Big screen", chair) as step:
        step.sees(chair.desk)
        step.presses(chair.desk)
        desk = chair.part("Big screen")
        step.fills(code.lower(), desk)
        step.presses(desk)
    with guide.step("Before the start the screen welcomes people", screen):
        screen.has_come_in()
    with guide.step("Your side says what stands", chair) as step:
        chair.closes_tools()
        expect(chair.desk.get_by_role("region", name="Big screen")).to_contain_text("On the screen now:")
        step.presses(chair.desk, of="what the big screen shows")
        step.chooses("What's working well?", desk)
        step.chooses("Pip", desk)
        step.presses(desk)
        expect(screen.page.get_by_text("What's working well?").first).to_be_visible()
        screen.settles()
        guide.picture("big-screen.png", screen.page)
        step.presses(desk)
        expect(desk.get_by_text("Follows the step.")).to_be_visible()
        step.presses(desk, of="the big screen")
        expect(screen.page.get_by_text("What's working well?")).to_have_count(0)
    guide.ends()


@pytest.mark.timeout(180)
def test_what_life_is_like_is_written_as_the_page_says(town: Town, hall: Hall) -> None:
    guide = Guide("impact-and-goals.md")
    chair, nell = (town.guest(hall, key, town.grid) for key in ("ines", "nell"))
    chair.arrives().is_in()
    nell.arrives()
    sees_waiting(chair)
    chair.lets_in("Nell")
    nell.is_in()
    chair.desk.get_by_role("button", name="Start the meeting").click()
    pip = statement(nell, "Pip")
    with guide.step("Press Write it", nell) as step:
        write, change = step.starting(), step.starting()
        pip.get_by_role("button", name=write).click()
    with guide.step("Write about the child", nell):
        nell.editor.get_by_role("textbox").fill("For Pip, loud voices mean hiding.")
    with guide.step("Save.", nell) as step:
        step.presses(nell.editor)
        expect(statement(chair, "Pip")).to_contain_text("For Pip, loud voices mean hiding.")
        expect(pip.get_by_role("button", name=change)).to_be_visible()
    guide.ends()
