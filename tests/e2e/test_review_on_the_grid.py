"""A review on the grid: the child first, a good thing becomes safety and finds its worry, what life is
like is written together, numbers run from 10 to 0, an officer who has to go is heard first, and a student only watches."""

import re
from types import SimpleNamespace

import pytest
from playwright.sync_api import Browser, expect

from tests.e2e.pages.big_screen_page import BigScreen
from tests.e2e.pages.child_page import opens_statement, saves, statement
from tests.e2e.pages.ending_page import asks_for_numbers, decides, gives_reasons, the_end
from tests.e2e.pages.flow_page import asks, goes_on_to
from tests.e2e.pages.hall import Demo, Hall
from tests.e2e.pages.people import PHONE, SMALL_PHONE

GRID = "safety-grid"
NANA = "Nana had the children on three Fridays."
TIRED = "On other nights nobody is awake for Sorrel."
LIFE = "For Pip, Fridays are calm. Other nights Pip listens for the door."
GOOD_LIFE = "Somebody is awake for Sorrel whatever kind of night it was."


@pytest.mark.thorough("tests/e2e/test_whole_conference.py")
@pytest.mark.parametrize("demo", ["blank"], indirect=True)
@pytest.mark.timeout(300)
def test_a_review_on_the_grid_from_the_child_to_the_end(demo: Demo, hall: Hall, browser: Browser) -> None:
    room = everybody_comes(demo, hall, browser)
    the_child_comes_first(room)
    a_good_thing_is_shown_over_time(room)
    numbers_run_from_ten_to_nought(room)
    the_officer_has_to_go_and_is_heard_first(room)
    the_plan_goes_on_and_the_review_ends(room)


def everybody_comes(demo: Demo, hall: Hall, browser: Browser) -> SimpleNamespace:
    """A mother at a phone, her own mother at the smallest, the school, an officer, a student; and the big screen."""
    chair = hall.of_demo(demo, "Ines", GRID).arrives().is_in()
    wall = BigScreen(browser, demo.url, size=(1366, 768))
    hall.people.append(wall)
    screens = chair.part("Big screen")
    screens.get_by_label("Code on the screen").fill(wall.shows_code())
    screens.get_by_role("button", name="Bring this screen in").click()
    wall.has_come_in()
    marla = hall.of_demo(demo, "Marla", GRID, size=PHONE).arrives()
    odile = hall.of_demo(demo, "Odile", GRID, size=SMALL_PHONE).arrives()
    ivo, rowan, juno = (hall.of_demo(demo, name, GRID).arrives() for name in ("Ivo", "PC Rowan", "Juno"))
    chair.lets_in("Marla", "Odile", "Ivo", "PC Rowan", "Juno")
    for one in (marla, odile, ivo, rowan, juno):
        one.is_in()
    expect(juno.box).to_have_count(0)
    assert (
        juno.sends("add_item", {"item": NEW, "column": "well", "text": "I only watch."})["error"]["code"] == "may_not"
    )
    return SimpleNamespace(chair=chair, wall=wall, marla=marla, odile=odile, ivo=ivo, rowan=rowan, juno=juno)


NEW = "3d6c1b0a-55d1-4f0e-9c39-0a6b3a0f6a01"


def shows(room: SimpleNamespace, what: str, about: str) -> None:
    """The chair puts something on the big screen."""
    form = room.chair.part("Big screen").get_by_role("form", name="Show on the big screen")
    form.get_by_label("What to show").select_option(label=what)
    form.get_by_label("About", exact=True).select_option(label=about)
    form.get_by_role("button", name="Show on the big screen").click()
    expect(room.chair.part("Big screen")).to_contain_text(f"On the screen now: {what}, {about}")


def the_child_comes_first(room: SimpleNamespace) -> None:
    """What it is like for Pip now, in plain words, on every screen and on the wall."""
    goes_on_to(room.chair, "Welcome, and who is who", "The child first")
    room.ivo.looks_at_everything().looks_at_child("Pip")
    # The whole board about one child is the printed form; what it is like is written where that stands alone.
    room.ivo.page.get_by_role("button", name=re.compile("in What it's like for Pip$")).click()
    opens_statement(room.ivo, "Pip").fill(LIFE)
    saves(room.ivo)
    room.ivo.looks_at_everything()
    # The step is about the child: there it stands below the child's own words, to be read and changed.
    beside = statement(room.chair, "Pip")
    expect(beside).to_contain_text(LIFE)
    expect(beside.get_by_role("button", name=re.compile("^Change it"))).to_be_visible()
    room.marla.looks_at_child("Pip")
    room.marla.looks_at("What it's like for Pip")
    expect(statement(room.marla, "Pip")).to_contain_text(LIFE)
    shows(room, "The whole board", "Pip")
    expect(room.wall.page.get_by_text(LIFE)).to_be_visible()
    assert not room.wall.outside()


def a_good_thing_is_shown_over_time(room: SimpleNamespace) -> None:
    """Nana's Fridays: a good thing first, safety once it was shown over time, and the worry it helps with."""
    goes_on_to(room.chair, "What is working well")
    room.ivo.looks_at_child("All")
    room.odile.adds(NANA, "well")
    room.chair.moves(NANA, "well", "Good things")
    room.chair.moves(NANA, "well", "Safety")
    expect(room.ivo.sees(NANA)).to_contain_text("Was under: Good things")
    goes_on_to(room.chair, "What we are worried about")
    room.ivo.adds(TIRED)
    room.chair.looks_at_everything().picks(NANA, "This answers…")
    room.chair.editor.get_by_label(TIRED).check()
    room.chair.editor.get_by_role("button", name="Save", exact=True).click()
    expect(room.chair.editor).to_have_count(0)
    expect(room.ivo.sees(TIRED)).to_contain_text("Helped by:")
    for one in (room.odile, room.marla):
        one.fits()


def numbers_run_from_ten_to_nought(room: SimpleNamespace) -> None:
    """Ten is on the left, for eyes and for listeners; shown together; nobody works out an average."""
    goes_on_to(room.chair, "What it is like, and the number")
    asks_for_numbers(room.chair)
    # What has just become another ask takes no press for a moment.
    room.marla.page.wait_for_timeout(800)
    room.marla.for_me("Give my number").click()
    form = room.marla.numbers_of("Pip").locator("form")
    expect(form.get_by_role("radio").first).to_be_visible()
    radios = form.get_by_role("radio").all()
    assert [one.get_attribute("value") for one in radios[:11]] == [str(n) for n in range(10, -1, -1)]
    room.marla.saves_number("Pip", "7", "Because of the nights.")
    room.rowan.saves_number("Pip", "3", "Because of the nights.")
    room.chair.part("Numbers").get_by_role("button", name="Show all the numbers").click()
    line = room.ivo.numbers_of("Pip").get_by_role("img").first
    expect(line).to_have_accessible_name(re.compile("Ten is at the left, zero at the right. Marla, Mum, 7"))
    shows(room, "The numbers that are shown", "Pip")
    expect(room.wall.page.get_by_text("Because of the nights.").first).to_be_visible()
    assert not room.wall.outside()


def the_officer_has_to_go_and_is_heard_first(room: SimpleNamespace) -> None:
    """She says so in time; the desk is told to ask for her last points; her view stays when she is gone."""
    asks(room.rowan).get_by_role("button", name="I have to go").click()
    room.rowan.page.get_by_role("button", name="In 10 minutes", exact=True).click()
    expect(room.chair.part("Hands and requests")).to_contain_text("PC Rowan has to go")
    assert not any(one.told("PC Rowan has to go") for one in (room.marla, room.odile, room.ivo, room.juno))
    room.rowan.looks_at_everything().adds("If bail ends with no plan he may come back.", "worries")
    room.rowan.page.get_by_role("button", name="Leave the meeting").click()
    room.rowan.page.get_by_role("button", name="Leave now").click()
    room.ivo.sees("If bail ends with no plan he may come back.")


def the_plan_goes_on_and_the_review_ends(room: SimpleNamespace) -> None:
    """An outcome, three decisions, the reasons for what is still open; afterwards everybody can still read."""
    chair = room.chair
    goes_on_to(chair, "What good looks like")
    room.marla.adds(GOOD_LIFE, "good")
    goes_on_to(chair, "What needs to happen", "What we decide for each child")
    for child in ("Juniper", "Pip", "Sorrel"):
        decides(chair, child, "Child in need plan or family help", "", f"{child} is safer.", "All agree.")
    goes_on_to(chair, "Closing")
    end = the_end(chair)
    press = end.get_by_role("button", name="End the meeting now", exact=True)
    press.click()
    gives_reasons(end, "Kit sees to it.")
    press.click()
    for one in (chair, room.marla, room.odile, room.ivo, room.juno):
        one.reads("The meeting has ended.")
        one.is_accessible()
        one.fits()
