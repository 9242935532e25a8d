"""Two Robins, a Mary Jane, two named Jo and a father named Robin: on every screen each can be told from the others, no
button is called like another, and no child's name is cut or broken inside a word."""

import os
import re
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from playwright.sync_api import Browser, Page, expect

from meeting_server.services.prepare_meeting import PlannedPerson
from tests.e2e.pages.big_screen_page import BigScreen
from tests.e2e.pages.hall import Hall
from tests.e2e.pages.people import SMALL_PHONE, Person
from tests.servers.served import Room, Served, make_room, opened

pytestmark = pytest.mark.thorough("tests/e2e/test_names_rules.py")

PEOPLE = (
    PlannedPerson("robin9", "Robin", child=True, age="9"),
    PlannedPerson("robin3", "Robin", child=True, age="3"),
    PlannedPerson("jane", "Mary Jane", child=True, age="7"),
    PlannedPerson("chair", "Asha Chairperson", role="chair", agency="social_care"),
    PlannedPerson("scribe", "Hal Minutes", role="minute_taker", agency="social_care"),
    PlannedPerson("worker", "Jo Smith", role="lead_social_worker", agency="social_care"),
    PlannedPerson("nurse", "Jo Marsh", role="health", agency="health"),
    PlannedPerson("dad", "Robin Hale", relationship="Dad", role="parent", agency="family"),
)
CHILDREN = ["Robin, 9", "Robin, 3", "Mary Jane"]
BARE = re.compile(r"\b(Robin|Jo|Mary)\b(?!,| Jane| Smith| Marsh| Hale)")
"""A name of somebody here who is not told from another by it."""
NAMES = """() => Array.from(document.querySelectorAll("button, a[href], summary, select, input:not([type=hidden])"))
  .filter(one => one.offsetParent !== null)
  .map(one => (one.getAttribute("aria-label") || Array.from(one.labels || []).map(l => l.textContent).join(" ") || one.textContent).replace(/\\s+/g, " ").trim())
  .filter(one => /Robin|Mary|\\bJo\\b/.test(one))"""
CUT = """() => Array.from(document.querySelectorAll("body *")).filter(one => one.offsetParent !== null && !one.closest(".away")
  && !one.children.length && /Robin|Mary Jane/.test(one.textContent) && one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 0
  && getComputedStyle(one).display !== "inline").map(one => one.outerHTML)"""


@pytest.fixture
def house(tmp_path: Path) -> Iterator[tuple[Served, Room]]:
    """A server with this meeting."""
    with opened(tmp_path) as live:
        room = make_room(live, PEOPLE)
    served = Served(tmp_path).start()
    yield served, room
    assert served.stop() == 0


def tells_apart(page: Page, where: str) -> None:
    """Nobody is named so that it could be another, no two controls are called alike, and no name is cut."""
    text = page.locator("body").inner_text()
    assert not (found := BARE.search(text)), f"{where}: {text[max(0, found.start() - 60) : found.end() + 60]}"
    called = page.evaluate(NAMES)
    assert not [one for one in called if BARE.search(one)], f"{where}: {called}"
    doubles = sorted({one for one in called if called.count(one) > 1 and one not in CHILDREN})
    assert not doubles, f"{where}: {doubles}"
    assert page.evaluate(CUT) == [], where


def test_on_board_phone_big_screen_and_desks_each_is_told_from_the_others(
    house: tuple[Served, Room], hall: Hall, browser: Browser
) -> None:
    served, room = house

    def comes(key: str, **how: tuple[int, int]) -> Person:
        return hall.person(served.url, room.link(served.url, key), room.names[key], **how)

    asha = comes("chair").arrives().is_in()
    scribe, worker, dad = comes("scribe").arrives(), comes("worker").arrives(), comes("dad", size=SMALL_PHONE).arrives()
    expect(asha.part("Who is at the door")).to_contain_text("Robin Hale")
    asha.page.get_by_role("button", name="Start the meeting").click()
    expect(asha.page.get_by_role("button", name="Start the meeting")).to_have_count(0)
    asha.lets_in("Hal", "Jo, Lead social worker", "Robin, Dad")
    for one in (scribe, worker, dad, asha):
        one.is_in().looks_at_everything()
    for n, key in enumerate(("robin9", "robin3", "jane")):
        point = {"item": str(uuid4()), "column": "worries", "text": f"Worry {n}.", "children": [room.people[key]]}
        assert worker.sends("add_item", point)["ok"]
    round = str(uuid4())
    assert asha.sends("ask_numbers", {"round": round, "scale": "safety", "children": [room.people["robin9"], room.people["robin3"]]})["ok"]  # fmt: skip

    for one in (worker, dad):
        expect(one.page.get_by_text("Worry 2.").first).to_be_visible() if not one.narrow else None
        for child in CHILDREN:
            one.looks_at_child(child)
        one.looks_at_child("All")
        tells_apart(one.page, "the board")
        one.fits()
    dad.goes_to_numbers()
    tells_apart(dad.page, "the numbers of a phone")
    dad.fits()
    for title in ("Decisions", "Red, amber or green", "Numbers", "Who is at the door", "Turns"):
        if asha.page.get_by_role("button", name=re.compile(f"^{title}")).count():
            asha.part(title)
            tells_apart(asha.page, f"the chair's desk, {title}")
    scribe.page.goto(scribe.page.url.replace("/board/", "/minutes/"))
    expect(scribe.page.get_by_role("heading", name="Who is here")).to_be_visible()
    tells_apart(scribe.page, "the minutes desk")

    for one in (worker, dad, scribe):
        number = {"round": round, "child": room.people["robin9"], "answer": "number", "value": 4, "reason": "So it is."}
        assert one.sends("save_number", number)["ok"] or one is scribe
    assert asha.sends("show_numbers", {"round": round})["ok"]
    expect(dad.page.get_by_role("img", name=re.compile("Jo, Lead social worker, 4. Robin, Dad, 4."))).to_be_visible()
    dad.page.get_by_role("button", name="Names, numbers and reasons").click()
    tells_apart(dad.page, "shown numbers on a phone")
    if os.environ.get("SCREENSHOTS"):
        dad.page.screenshot(path=f"{os.environ['SCREENSHOTS']}/names-phone.png", full_page=True)
        asha.page.screenshot(path=f"{os.environ['SCREENSHOTS']}/names-desk.png")
        worker.page.screenshot(path=f"{os.environ['SCREENSHOTS']}/names-laptop.png")
    dad.fits()
    dad.is_accessible()
    worker.looks_at_child("Robin, 9")
    tells_apart(worker.page, "shown numbers on a laptop")

    screen = BigScreen(browser, served.url)
    hall.people.append(screen)
    code = screen.shows_code()
    big = asha.part("Big screen")
    big.get_by_label("Code on the screen").fill(code)
    big.get_by_role("button", name="Bring this screen in").click()
    screen.has_come_in()
    assert asha.sends("show_on_screen", {"view": "spotlight", "column": "worries", "child": None})["ok"]
    expect(screen.page.get_by_text("Worry 0.")).to_be_visible()
    tells_apart(screen.page, "the big screen")
    assert asha.sends("show_on_screen", {"view": "numbers", "column": None, "child": room.people["robin9"]})["ok"]
    expect(screen.page.get_by_text("So it is.").first).to_be_visible()
    tells_apart(screen.page, "numbers on the big screen")
    assert screen.outside() == []
