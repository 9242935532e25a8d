"""Coming back: the same place, at the line where it was left, and one line about what was missed."""

import pytest
from playwright.sync_api import expect

from tests.e2e.pages.hall import Hall, let_in
from tests.e2e.pages.people import LAPTOP, PHONE, Person, until
from tests.people.on_the_wire import Wire
from tests.servers.served import House

AWAY_FOR_3_MINUTES = """() => {
  const now = performance.now.bind(performance);
  Object.defineProperty(document, "hidden", { configurable: true, get: () => true });
  document.dispatchEvent(new Event("visibilitychange"));
  performance.now = () => now() + 180000;
}"""
BACK = """() => {
  Object.defineProperty(document, "hidden", { configurable: true, get: () => false });
  document.dispatchEvent(new Event("visibilitychange"));
}"""
READ = "Point 3 about a day at home, as long as points are."


def height(person: Person) -> int:
    """How far down the screen the point that is read begins."""
    at: int = person.point(READ).evaluate("one => Math.round(one.getBoundingClientRect().top)")
    return at


def reads_on(person: Person, at: int, why: str) -> None:
    """What is read begins where it began, to a pixel."""
    until(person.page, lambda: abs(height(person) - at) <= 1, why=f"the point begins at {at} {why}")


def is_at(person: Person, title: str) -> None:
    """This person looks at this place."""
    expect(person.page.locator("#page-heading")).to_contain_text(title)


def goes_there(person: Person) -> None:
    """Presses what the bar asks, once it takes a press."""
    person.page.get_by_role("button", name="Go there to").wait_for()
    person.page.wait_for_timeout(800)
    # In the middle of what is in sight: a click of Playwright's own may scroll to what stands at the window's edge.
    at = person.page.get_by_role("button", name="Go there to").bounding_box()
    assert at
    person.page.mouse.click(at["x"] + at["width"] / 2, at["y"] + at["height"] / 2)


def reads(house: House, hall: Hall, size: tuple[int, int]) -> tuple[Wire, Person]:
    """The mother reads a point in the middle of a long place."""
    room = house.room()
    (chair,) = house.gather(room)
    for number in range(16 if size == PHONE else 40):
        chair.add(f"Point {number} about a day at home, as long as points are.")
    chair.ok("go_to_stage", stage="worries")
    mum = hall.guest(house, room, "mum", size=size).arrives()
    let_in(chair, mum)
    is_at(mum, "What are we worried about?")
    mum.has_its_font().point(READ).evaluate("one => one.scrollIntoView({ block: 'start' })")
    mum.page.wait_for_timeout(700)
    return chair, mum


def comes_back_to_the_line(chair: Wire, mum: Person) -> None:
    """She loads the page again, while somebody says something that stands above what she reads."""
    at = height(mum)
    assert 0 < at < 300
    kept = mum.page.evaluate(
        "JSON.stringify([history.state, Object.entries(sessionStorage), Object.entries(localStorage)])"
    )
    assert "Point" not in kept
    mum.page.goto("about:blank")
    chair.add("What came meanwhile, and stands above all that is not sorted yet.", category="harm")
    mum.page.go_back()
    is_at(mum, "What are we worried about?")
    mum.sees("What came meanwhile, and stands above all that is not sorted yet.")
    reads_on(mum, at, "again")


def goes_and_comes_back(chair: Wire, mum: Person) -> None:
    """She goes where the meeting is, and comes back by the browser's Back."""
    at = height(mum)
    chair.ok("go_to_stage", stage="well")
    goes_there(mum)
    is_at(mum, "What's working well?")
    assert mum.page.evaluate("document.documentElement.scrollTop + document.getElementById('main').scrollTop") == 0
    mum.page.go_back()
    is_at(mum, "What are we worried about?")
    reads_on(mum, at, "again")
    expect(mum.page.locator("#page-heading")).to_be_focused()
    chair.ok("go_to_stage", stage="worries")
    expect(mum.page.locator(".step-asked")).to_have_count(0)


def test_a_phone_comes_back_to_the_very_line_whatever_was_said_above_it(house: House, hall: Hall) -> None:
    chair, mum = reads(house, hall, PHONE)
    comes_back_to_the_line(chair, mum)
    goes_and_comes_back(chair, mum)


@pytest.mark.thorough("tests/e2e/test_coming_back.py")
def test_so_does_a_laptop_also_from_a_pause_and_from_the_cover(house: House, hall: Hall) -> None:
    chair, mum = reads(house, hall, LAPTOP)
    comes_back_to_the_line(chair, mum)
    goes_and_comes_back(chair, mum)
    at = height(mum)
    chair.ok("pause_meeting")
    expect(mum.page.get_by_role("heading", name="We’re taking a pause")).to_be_visible()
    chair.ok("resume_meeting")
    reads_on(mum, at, "after the pause")
    mum.page.get_by_role("button", name="Cover", exact=True).click()
    chair.add("What came under the cover, and stands above.", category="harm")
    mum.page.go_back()
    # The page the browser shows now has an address of its own, and gets the mark there.
    until(mum.page, lambda: "time" in mum.page.url.partition("?")[2], why="this address says that it is covered")
    mum.page.reload()
    mum.page.locator(".cover-time").click()
    assert "Point" not in mum.page.content()
    mum.page.get_by_role("button", name="Go back").click()
    reads_on(mum, at, "after the cover")


def test_who_was_away_reads_in_one_line_what_they_missed(house: House, hall: Hall) -> None:
    room = house.room()
    (chair,) = house.gather(room)
    chair.ok("go_to_stage", stage="worries")
    mum = hall.guest(house, room, "mum", size=PHONE).arrives()
    let_in(chair, mum)
    is_at(mum, "What are we worried about?")
    mum.adds("What she says herself is nothing she missed.")
    mum.page.evaluate(AWAY_FOR_3_MINUTES)
    chair.ok("go_to_stage", stage="numbers")
    for text in ("One more.", "Two more.", "Three more."):
        chair.add(text)
    expect(mum.point("Three more.")).to_have_count(1)
    mum.page.evaluate(BACK)
    missed = mum.page.locator(".while-away")
    expect(missed).to_contain_text("While you were away: step 5 to 8, 3 points.")
    is_at(mum, "What are we worried about?")
    expect(mum.page.locator(".step-asked")).to_contain_text("Step 8: Numbers.")
    mum.fits()
    mum.is_accessible()
    missed.get_by_role("button").click()
    expect(missed).to_have_count(0)
    expect(mum.page.locator("#page-heading")).to_be_focused()


def test_one_press_of_the_browsers_back_leaves_nobody_outside(house: House, hall: Hall) -> None:
    room = house.room()
    (chair,) = house.gather(room)
    mum = hall.guest(house, room, "mum", size=PHONE).arrives()
    let_in(chair, mum)
    board = mum.page.url
    mum.page.get_by_role("button", name="What are we worried about?").first.click()
    is_at(mum, "What are we worried about?")
    mum.page.go_back()
    is_at(mum, "What are we worried about?")
    assert mum.page.url == board
    # Whoever means it presses twice.
    mum.page.go_back()
    until(mum.page, lambda: mum.page.url != board)
