"""The guide's pages for a sitting of case supervision, done as they say: the team manager's, and business support's."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.pages.hall import Hall
from tests.e2e.pages.people import LAPTOP, SMALL_PHONE, Person
from tests.e2e.pages.staff_page import names_children, signs_in
from tests.scenes.sitting_day import NAMES, Team, adds, ends, makes_a_sitting, team_of
from tests.scenes.staffroom import Staff, on_the_board
from tests.tools.guide import Guide

pytestmark = pytest.mark.thorough("tests/unit/test_guide.py")


@pytest.fixture
def team(tmp_path: Path) -> Iterator[Team]:
    """A server and a team with accounts; no sitting yet."""
    found = team_of(tmp_path)
    yield found
    assert found.served.stop() == 0
    assert "Traceback" not in found.served.log


def at_a_browser(hall: Hall, team: Team, key: str) -> Person:
    """One of the team, signed in."""
    person = hall.person(team.served.url, "", NAMES[key])
    signs_in(person, f"{key}@council.example")
    return person


def stands(person: Person) -> None:
    """This page is as it should be, on a laptop and on the smallest phone."""
    for width, height in (SMALL_PHONE, LAPTOP):
        person.page.set_viewport_size({"width": width, "height": height})
        person.fits()
        assert not person.axe(), person.page.url


def typed_day(page: Page, day: date, starts: str) -> None:
    """A day and a time, as both forms ask for them."""
    for label, value in (("Day", day.day), ("Month", day.month), ("Year", day.year)):
        page.get_by_label(label, exact=True).fill(str(value))
    page.get_by_label("When does the first family start?").fill(starts)


@pytest.mark.timeout(180)
def test_a_sitting_goes_as_the_team_managers_page_says(team: Team, hall: Hall) -> None:
    guide, saffron = Guide("team-manager.md"), at_a_browser(hall, team, "saffron")
    it_is_made(guide, saffron)
    who_is_ready(guide, saffron)
    one_at_a_time(guide, saffron)
    afterwards(guide, saffron)
    guide.ends()


def it_is_made(guide: Guide, saffron: Person) -> None:
    """The day, and two families."""
    page = saffron.page
    with guide.step("Open Sittings and press", saffron) as step:
        step.presses(page.get_by_role("banner"))
        step.presses()
        expect(page.get_by_label("Which place?")).to_be_visible()
        stands(saffron)
        typed_day(page, date.today(), "9.30")
        page.get_by_label("Which place?").fill("Room 4")
        step.chooses(NAMES["saffron"])
        step.chooses(NAMES["kit"])
        step.chooses(NAMES["tolly"])
        step.presses()
    with guide.step("Press Add a family", saffron) as step:
        step.presses()
        fills_family(
            page,
            "fam 101",
            "Juniper",
            ("kit", "Social worker", "Social care"),
            ("bex", "Recovery worker", "Recovery service"),
        )
        stands(saffron)
        step.presses()
        page.get_by_role("link", name="Add a family").click()
        fills_family(page, "fam 202", "Ottoline", ("zephyr", "Domestic abuse practitioner", "Housing and support"))
        page.get_by_role("checkbox", name=re.compile(NAMES["bex"])).check()
        page.get_by_role("button", name="Add this family").click()
        expect(page.get_by_role("row", name=re.compile(r"^\d FAM 202"))).to_be_visible()


def fills_family(page: Page, reference: str, child: str, *workers: tuple[str, str, str]) -> None:
    """The family, one child and its workers."""
    page.get_by_label("Family reference").fill(reference)
    page.get_by_label("In the room", exact=True).check()
    names_children(page, (child, "11"))
    for at, (who, role, agency) in enumerate(workers):
        if at:
            page.get_by_role("button", name="Add another worker").click()
        row = page.get_by_role("group", name=re.compile(f"orker {at + 1}$"))
        row.get_by_label("Who?").select_option(label=NAMES[who])
        row.get_by_label("Role").select_option(label=role)
        row.get_by_label("Comes from").select_option(label=agency)


def who_is_ready(guide: Guide, saffron: Person) -> None:
    """The grid, and the order."""
    page = saffron.page
    with guide.step("Open the sitting.", saffron) as step:
        step.sees(page.get_by_role("table"))
        guide.picture("sitting-list.png", page.get_by_role("table"))
        stands(saffron)
    with guide.step("Change the order", saffron) as step:
        page.get_by_role("button", name=step.starting()).press("Enter")
        expect(page.get_by_role("row").nth(1)).to_contain_text("FAM 202")
        down = page.get_by_role("button", name=step.starting())
        expect(down).to_be_focused()
        down.press("Enter")
        expect(page.get_by_role("row").nth(1)).to_contain_text("FAM 101")


def one_at_a_time(guide: Guide, saffron: Person) -> None:
    """Called, opened once it is the right family, and nothing to see of the other."""
    page = saffron.page
    with guide.step("Press Call this family.", saffron) as step:
        page.get_by_role("button", name=step.starting()).first.click()
        expect(page.get_by_role("row").nth(1)).to_contain_text("Called: next")
    with guide.step("Press Open this family.", saffron) as step:
        first = page.get_by_role("link", name=step.starting()).first
        first.click()
        expect(page.get_by_role("main")).to_contain_text("Juniper, 11")
        stands(saffron)
        step.presses()
        page.get_by_role("link", name=re.compile("^Open this family")).first.click()
        step.presses()
        page.wait_for_url("**/chair/*")
        saffron.is_in()
        board = page.url
    with guide.step("While it is open", saffron) as step:
        page.goto(f"{saffron.url}/sittings")
        page.get_by_role("main").get_by_role("link", name=re.compile("20")).click()
        expect(page.get_by_role("heading", name="Family 1 of 2 is open now")).to_be_visible()
        assert "FAM 202" not in page.content()
        stands(saffron)
        back = step.button()
        step.presses()
        expect(page.get_by_role("alert")).to_contain_text("The next family is called.")
        back.click()
        page.wait_for_url(board)
        saffron.is_in()


def afterwards(guide: Guide, saffron: Person) -> None:
    """The clock of the draft, and the rest to another day."""
    page = saffron.page
    people = saffron.dump()["everyone"]["things"]["people"].values()
    ends(saffron.sends, next(one["id"] for one in people if one["name"] == NAMES["saffron"]))
    page.goto(f"{saffron.url}/sittings")
    page.get_by_role("main").get_by_role("link", name=re.compile("20")).click()
    with guide.step("When a family has ended", saffron) as step:
        expect(page.get_by_role("row").nth(1)).to_contain_text("Draft since today. Finish by")
        expect(page.get_by_role("button", name=step.starting())).to_be_visible()
        stands(saffron)
    with guide.step("Press Move the rest", saffron) as step:
        step.presses()
        expect(page.get_by_role("main")).to_contain_text("FAM 202: not rated before")
        typed_day(page, date.today() + timedelta(days=7), "10:00")
        stands(saffron)
        step.presses()
        expect(page.get_by_role("row", name=re.compile(r"^\d FAM 202"))).to_contain_text("10:00am")


@pytest.mark.timeout(180)
def test_business_support_does_as_its_page_says(team: Team, hall: Hall) -> None:
    path = makes_a_sitting(team.at["saffron"], team)
    adds(team, path, 0)
    guide, tolly, kit = Guide("supervision-minutes.md"), *(at_a_browser(hall, team, key) for key in ("tolly", "kit"))
    with guide.step("Open Sittings and then the day.", tolly) as step:
        step.presses(tolly.page.get_by_role("banner"))
        tolly.page.get_by_role("main").get_by_role("link", name=re.compile("20")).click()
        step.sees(tolly.page.get_by_role("table"))
    with guide.step("Workers write theirs", kit) as step:
        step.presses(kit.page.get_by_role("banner"))
        kit.page.get_by_role("main").get_by_role("link", name=re.compile("20")).click()
        write = kit.page.get_by_role("button", name=step.starting())
        expect(write).to_be_visible()
        stands(kit)
        write.click()
        kit.page.wait_for_url("**/board/*")
        kit.page.get_by_role("textbox", name="My summary").fill("Seen alone at 5 of 6 visits.")
        kit.page.get_by_role("button", name="Finish my summary").click()
        expect(kit.page.get_by_role("button", name="Change it")).to_be_visible()
        kit.page.clock.install()
        kit.page.goto(team.served.url + path)
        expect(kit.page.get_by_role("main")).to_contain_text("Your summary: finished.")
        is_called(team.at["saffron"], path, kit)
        tolly.page.reload()
        expect(tolly.page.get_by_role("cell", name="Finished")).to_contain_text(NAMES["kit"])
        assert "Seen alone" not in tolly.page.content()
    it_is_held(team.at["saffron"], team, path)
    with guide.step("In the list, press", tolly) as step:
        tolly.page.reload()
        tolly.page.get_by_role("button", name=step.starting()).click()
        tolly.page.wait_for_url("**/minutes/*")
    guide.ends()


def is_called(saffron: Staff, path: str, worker: Person) -> None:
    """The family is called while a worker's list is open: its line says so aloud, and nothing else of it moves."""
    meeting = meeting_of(saffron, path)
    before = worker.page.get_by_role("heading", name="Your families").bounding_box()
    saffron.press(f"call-{meeting}", path)
    worker.page.clock.fast_forward(11_000)
    expect(worker.page.locator("[data-line]")).to_have_text("Your family is next. Please come.")
    expect(worker.page.locator("#voice")).to_have_text("Your family is next. Please come.")
    expect(worker.page.get_by_text("This list has changed.").first).to_be_visible()
    assert worker.page.get_by_role("heading", name="Your families").bounding_box() == before
    stands(worker)
    worker.page.get_by_role("link", name="Show it as it is now").click()
    expect(worker.page.get_by_role("listitem")).to_contain_text("Called: next")


def meeting_of(saffron: Staff, path: str) -> str:
    """The only family of this sitting."""
    return str(re.findall(r"/open/([0-9a-f-]{36})", saffron.get(path).text)[0])


def it_is_held(saffron: Staff, team: Team, path: str) -> None:
    """The only family of this sitting is opened and ended."""
    meeting = meeting_of(saffron, path)
    saffron.get(f"{path}/open/{meeting}")
    board = saffron.press("open", f"{path}/open/{meeting}")
    chair = on_the_board(saffron, board.url)
    chair.until(lambda: chair.snapshots, 5)
    ends(chair.send, chair.snapshots[-1]["you"]["person"])
    chair.close()
