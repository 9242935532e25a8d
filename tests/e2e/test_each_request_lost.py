"""Whatever single request of a page is lost, the page comes alive or says a sentence with *Try again*."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Request, Route, expect
from playwright.sync_api import Error as PlaywrightError

from meeting_server.services.prepare_meeting import PlannedPerson
from tests.e2e.pages.big_screen_page import BigScreen
from tests.e2e.pages.hall import SHOUTING, Hall, gathered, let_in
from tests.e2e.pages.people import PHONE, Person, until
from tests.e2e.pages.staff_page import signs_in
from tests.scenes.staffroom import NAME, make_account
from tests.servers.served import PEOPLE, House, Served, make_rooms

pytestmark = [pytest.mark.thorough("tests/e2e/test_how_a_page_loads.py"), pytest.mark.timeout(240)]
POLLS = 5
"""So many requests of a line are lost by turns: by then it is a websocket, or has one open."""
FONT = re.compile(r"\.woff2$")
"""It may be in the browser's memory. `test_without_the_font_pages_come_alive_in_one_of_the_device` loses it."""
TAKER = PlannedPerson("taker", "Tolly Merriweather", role="minute_taker", agency="social_care")
STYLED = """() => [...document.querySelectorAll("link[rel=stylesheet]")].every(one => {
  try { return one.sheet && one.sheet.cssRules.length; } catch { return false; }
})"""


@dataclass(frozen=True)
class Visit:
    """A page that is loaded again and again. `alive` waits until it does what it is for."""

    person: Person
    address: str
    alive: Callable[[], object]
    says_so: bool = True
    """False if the page needs no script, so that there is nothing to say."""


def at_the_link(hall: Hall, house: House) -> Visit:
    """A grandmother who opens her link."""
    gran = hall.guest(house, house.room(), "gran", size=PHONE)

    def alive() -> None:
        again, ask = (gran.page.get_by_role("button", name=name) for name in ("Try again", "Ask to join"))
        expect(again.or_(ask)).to_be_visible()
        if again.is_visible():
            try:
                again.click(force=True, timeout=2_000)
            except PlaywrightError:
                assert not again.is_visible(), "it came alive by itself this moment"
        expect(gran.page.get_by_text(gran.full_name).first).to_be_visible()
        expect(ask).to_be_visible()

    return Visit(gran, gran.link, alive)


def on_the_board(hall: Hall, house: House) -> Visit:
    """A mother who was let in."""
    room, chair, _ = gathered(house)
    mum = hall.guest(house, room, "mum", size=PHONE).arrives()
    let_in(chair, mum)
    return _writes(mum)


def in_the_waiting_room(hall: Hall, house: House) -> Visit:
    """A mother who was not let in yet."""
    room, _, _ = gathered(house)
    mum = hall.guest(house, room, "mum", size=PHONE).arrives()
    return Visit(mum, mum.page.url, mum.waits)


def at_the_chairs_desk(hall: Hall, house: House) -> Visit:
    """The chair, before the meeting is opened: that is done at the desk."""
    return _writes(hall.guest(house, house.room(), "chair").arrives().is_in())


def at_the_minutes_desk(hall: Hall, house: House) -> Visit:
    """The minute-taker who was let in."""
    room, chair, _ = gathered(house)
    scribe = hall.guest(house, room, TAKER.key).arrives()
    let_in(chair, scribe)
    return _writes(scribe)


def _writes(person: Person) -> Visit:
    """A page is alive once its box can be used."""

    def alive() -> None:
        person.is_in().looks_at_everything()
        said.append(f"Said on a bad line, {len(said)}.")
        person.adds(said[-1])

    said: list[str] = []
    return Visit(person, person.page.url, alive)


def on_the_big_screen(hall: Hall, house: House, browser: Browser) -> Visit:
    """A big screen that a chair has brought in."""
    _, chair, _ = gathered(house)
    wall = _screen(hall, house, browser).is_paired_by(chair)
    views: list[str] = []

    def alive() -> None:
        views.append("overview" if len(views) % 2 else "spotlight")
        wall.is_told(chair, views[-1], "worries" if views[-1] == "spotlight" else None)

    return Visit(wall, wall.page.url, alive)


def where_a_screen_shows_its_code(hall: Hall, house: House, browser: Browser) -> Visit:
    """A big screen before it shows a meeting."""
    wall = _screen(hall, house, browser)

    def alive() -> None:
        expect(wall.page.get_by_text("The chair types this code on their desk.")).to_be_visible()

    return Visit(wall, f"{house.url}/screen", alive)


def _screen(hall: Hall, house: House, browser: Browser) -> BigScreen:
    wall = BigScreen(browser, house.url)
    hall.people.append(wall)
    return wall


def at_the_draft_record(hall: Hall, house: House) -> Visit:
    """A mother who reads the draft. Without script she reads it too, and is not told that the page follows the meeting."""
    room, chair, _ = gathered(house)
    mum = hall.guest(house, room, "mum", size=PHONE).arrives()
    let_in(chair, mum)

    def alive() -> None:
        expect(mum.page.get_by_text(SHOUTING).first).to_be_visible()
        follows = mum.page.get_by_text("This page follows the meeting while it is open.")
        ran = mum.page.evaluate(
            "!!performance.getEntriesByType('resource').find(one => /record[.]js$/.test(one.name) && one.responseStatus === 200)"
        )
        expect(follows).to_be_visible(visible=ran)

    return Visit(mum, f"{mum.page.url}/record", alive, says_so=False)


def at_a_form_of_staff(hall: Hall, house: House) -> Visit:
    """A chair who makes a meeting. Without script the page is a page of forms, which works."""
    asha = hall.person(house.url, "", NAME)
    signs_in(asha)

    def alive() -> None:
        asha.page.get_by_label("Which place?").fill("Room 4.")
        # The browser would ask whether the page may be left.
        asha.page.get_by_label("Which place?").evaluate(
            "one => one.form.dispatchEvent(new Event('submit', {bubbles: true}))"
        )

    return Visit(asha, f"{house.url}/meetings/new?template=three-column-map", alive, says_so=False)


def where_an_account_begins(hall: Hall, house: House) -> Visit:
    """A person with the link of a new account. Without script the page shows the box for what stands after the #."""
    asha = hall.person(house.url, "", NAME)

    def alive() -> None:
        asha.page.get_by_label("New password").fill("three green otters")
        by_hand = asha.page.get_by_label("The part of your link after the # sign")
        expect(by_hand).to_be_visible(visible="#" in asha.page.url)

    return Visit(asha, f"{house.url}/account/begin#{'a' * 43}", alive, says_so=False)


@pytest.fixture(scope="module")
def council(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """A server with an account, and a meeting with a minute-taker."""
    data_dir: Path = tmp_path_factory.mktemp("council")
    make_account(data_dir)
    rooms = make_rooms(data_dir, 1, (*PEOPLE, TAKER))
    served = Served(data_dir).start()
    house = House(served, rooms)
    yield house
    house.close()
    assert served.stop() == 0
    assert "Traceback" not in served.log


@pytest.mark.parametrize(
    "arrives", [at_the_link, in_the_waiting_room, on_the_board, at_the_draft_record, at_the_chairs_desk]
)
def test_of_a_meeting(hall: Hall, house: House, arrives: Callable[[Hall, House], Visit]) -> None:
    loses_each(arrives(hall, house))


@pytest.mark.parametrize("arrives", [at_the_minutes_desk, at_a_form_of_staff, where_an_account_begins])
def test_of_staff(hall: Hall, council: House, arrives: Callable[[Hall, House], Visit]) -> None:
    loses_each(arrives(hall, council))


@pytest.mark.parametrize("arrives", [on_the_big_screen, where_a_screen_shows_its_code])
def test_of_a_screen(
    hall: Hall, house: House, browser: Browser, arrives: Callable[[Hall, House, Browser], Visit]
) -> None:
    loses_each(arrives(hall, house, browser))


def loses_each(visit: Visit) -> None:
    """Loads the page once with everything, then without each of its requests in turn."""
    page = visit.person.page
    asked = requests_of(visit)
    wrong = {}
    assert sum(one.endswith(".js") for one, _ in asked) == 1, asked
    assert sum(one.endswith(".css") for one, _ in asked) == 1, asked
    visit.person.network_is_gone = True
    for path, which in asked:
        page.goto("about:blank")
        lost = loses(page, path, which)
        try:
            page.goto(visit.address)
            if path.endswith(".js") and visit.says_so:
                tries_again(page)
            visit.alive()
            until_styled(page)
            expect(page.get_by_role("button", name="Try again")).to_have_count(0)
        except (AssertionError, PlaywrightError) as problem:
            wrong[f"{path}, {which}"] = str(problem)
        if "/socket.io/" not in path and not lost:
            wrong[f"{path}, {which}"] = "it was not asked for"
        page.unroute_all()
    assert not wrong, wrong


def path_of(url: str) -> str:
    """The address that a request went to, without release and query."""
    return re.sub(r"^/static/[^/]+/", "/static/", urlsplit(url).path)


def requests_of(visit: Visit) -> list[tuple[str, int]]:
    """What the page asks for, in addition to itself: each path, and which time it is."""
    asked: list[str] = []

    def hear(request: Request) -> None:
        if request.url.startswith("http") and not request.is_navigation_request() and not FONT.search(request.url):
            asked.append(path_of(request.url))

    page = visit.person.page
    page.goto("about:blank")
    page.route("**/*", lambda route: route.continue_())  # With routes nothing comes from the browser's cache.
    page.on("request", hear)
    page.goto(visit.address)
    visit.alive()
    page.wait_for_timeout(500)
    page.remove_listener("request", hear)
    page.unroute_all()
    found = [(one, asked[: n + 1].count(one)) for n, one in enumerate(asked)]
    return [one for one in found if one[1] <= (POLLS if "/socket.io/" in one[0] else 1)]


def loses(page: Page, path: str, which: int) -> list[str]:
    """From now on one request to this path is lost, the first or a later one. Returns what was."""
    seen: list[str] = []
    lost: list[str] = []

    def answer(route: Route) -> None:
        url = route.request.url
        if path_of(url) == path and not route.request.is_navigation_request():
            seen.append(url)
            if len(seen) == which:
                lost.append(url)
                route.abort()
                return
        route.continue_()

    page.route("**/*", answer)
    return lost


def tries_again(page: Page) -> None:
    """Lets the ten seconds be over, reads that the page is late, and presses what stands there."""
    again = page.get_by_role("button", name="Try again")
    expect(again).to_be_hidden()
    page.evaluate("document.getAnimations().forEach(one => one.finish())")
    expect(again).to_be_visible()
    again.click()


def until_styled(page: Page) -> None:
    """Waits until each style sheet has come: of one that was lost Chromium lets no one read the rules."""
    until(page, lambda: page.evaluate(STYLED))
