"""The chair puts somebody's point aside: it leaves every screen, its owner still reads it, and it comes back or is erased."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.pages.hall import Demo, Hall
from tests.e2e.pages.people import SMALL_PHONE, Person

pytestmark = pytest.mark.thorough("tests/integration/test_put_aside.py")

MAP = "three-column-map"
POINT = "We live at 14 Harbour Row now, and he does not know."
VIEW = "He does know, from the school."
WHY = "It says where somebody lives."


def names_of_buttons(page: Page) -> list[str]:
    """The accessible names of all buttons that put aside, put back, erase or take back."""
    found = page.get_by_role("button", name=re.compile("^(Put|Erase|Take|Yes|Leave)"))
    return [one.evaluate("one => one.textContent.replace(/\\s+/g, ' ').trim()") for one in found.all()]


def kept_on(person: Person) -> Locator:
    """What waits on the desk."""
    return person.desk.get_by_role("region", name=re.compile("^Put aside"))


def no_two_are_called_the_same(person: Person) -> None:
    names = names_of_buttons(person.page)
    assert len(names) == len(set(names)), names


@pytest.mark.parametrize("demo", ["mid"], indirect=True)
@pytest.mark.timeout(240)
def test_a_point_put_aside_leaves_every_screen_and_comes_back_or_is_erased(demo: Demo, hall: Hall) -> None:
    chair = hall.of_demo(demo, "Ines", MAP).arrives().is_in()
    marla = hall.of_demo(demo, "Marla", MAP, size=SMALL_PHONE).arrives()
    nell = hall.of_demo(demo, "Nell", MAP).arrives()
    chair.lets_in("Marla", "Nell")
    for one in (marla, nell, chair):
        one.is_in().looks_at_everything()
    marla.adds(POINT)
    nell.sees(POINT)
    nell.differs(POINT, VIEW)

    chair.opens_menu(POINT)
    chair.point(POINT).get_by_role("button", name=re.compile("^Put aside")).first.click()
    chair.editor.get_by_role("button", name=re.compile("^Put aside now")).click()
    expect(chair.editor).to_contain_text("Say why. Everyone reads it.")
    chair.editor.get_by_label("Why?").fill(WHY)
    chair.is_accessible()
    chair.editor.get_by_role("button", name=re.compile("^Put aside now")).click()
    expect(chair.editor).to_have_count(0)

    for one in (chair, nell, marla):
        expect(one.page.locator("li.point.taken-back").filter(has_text=f"Put aside by {chair.name}")).to_contain_text(
            WHY
        )
        expect(one.page.get_by_text(VIEW, exact=True)).to_be_visible()
    for one in (chair, nell):
        expect(one.point(POINT)).to_have_count(0)
    mine = marla.page.get_by_role("region", name="Put aside of yours")
    expect(mine).to_contain_text(
        f"{chair.name} put something of yours aside, a point: {WHY} You can still read it here."
    )
    mine.get_by_text("You can still read it here.").click()
    expect(mine.get_by_text(POINT, exact=True)).to_be_visible()
    marla.is_accessible()
    expect(nell.page.get_by_role("region", name="Put aside of yours")).to_have_count(0)

    kept = kept_on(chair)
    expect(kept).to_contain_text(POINT)
    chair.is_accessible()
    no_two_are_called_the_same(chair)
    kept.get_by_role("button", name=re.compile("^Put it back")).click()
    kept.get_by_role("button", name=re.compile("^Yes, put it back")).click()
    for one in (chair, nell, marla):
        one.sees(POINT, "worries")
    expect(mine).to_have_count(0)
    # Its place stays, so that nothing slides under the pointer.
    expect(kept).to_contain_text("Nothing that was put aside is kept here.")

    nell.page.reload()
    nell.is_in().looks_at_everything()
    view = nell.point(POINT).locator(".view")
    expect(view.get_by_role("button", name=re.compile("^Take it back"))).to_be_visible()
    chair.point(POINT).get_by_role("button", name=re.compile(r"^Put aside\s*: Nell")).click()
    chair.point(POINT).get_by_label("Why?").fill("It names the school.")
    no_two_are_called_the_same(chair)
    chair.point(POINT).get_by_role("button", name=re.compile("^Put aside now")).click()
    expect(nell.point(POINT)).to_contain_text("saw this differently")
    expect(nell.point(POINT)).not_to_contain_text(VIEW)
    kept = kept_on(chair)
    kept.get_by_role("button", name=re.compile("^Erase it")).click()
    kept.get_by_role("button", name=re.compile("^Yes, erase it for good")).click()
    expect(kept).to_contain_text("Say why. Everyone reads it.")
    kept.get_by_label("Why is it erased?").fill("It must not exist.")
    kept.get_by_role("button", name=re.compile("^Yes, erase it for good")).click()
    for one in (chair, nell, marla):
        expect(one.point(POINT)).to_contain_text(f"Put aside, and erased by {chair.name}")
        expect(one.point(POINT)).to_contain_text("It must not exist.")
        expect(one.page.get_by_text(VIEW)).to_have_count(0)
