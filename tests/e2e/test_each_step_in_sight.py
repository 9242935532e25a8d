"""Each step of each shipped kind of meeting, for family, professional, minute-taker and chair, on large and small screens: what
it is about is in sight without a scroll, and whoever writes is not moved."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import expect

from meeting_server.services.prepare_meeting import PlannedPerson
from tests.e2e.pages.hall import Hall
from tests.e2e.pages.people import Person, until
from tests.people.on_the_wire import Wire
from tests.scenes.builders import templates
from tests.servers.served import PEOPLE, House, Room, Served, make_rooms

pytestmark = [pytest.mark.thorough("tests/e2e/test_following.py"), pytest.mark.timeout(300)]

TAKER = PlannedPerson("taker", "Tolly Merriweather", role="minute_taker", agency="social_care")
WITH_TAKER = (*PEOPLE, TAKER)
ALONE = tuple(one for one in PEOPLE if one.key in ("pip", "chair", "worker", "nurse", "police"))
TEAM = (
    *(one for one in PEOPLE if one.key in ("pip", "chair", "worker")),
    PlannedPerson("recovery", "Cal Recovery", role="recovery_worker", agency="recovery"),
    PlannedPerson("mum", "Esme Canarybird", relationship="Mum", agency="family"),
)
SIZES = [(1366, 768), (390, 844), (1366, 641), (320, 568), (1280, 720), (360, 640), (844, 390), (320, 256)]
KINDS = [
    ("three-column-map", WITH_TAKER, ("mum", "nurse"), 0),
    ("two-row-map", WITH_TAKER, ("taker", "mum"), 2),
    ("safety-grid", WITH_TAKER, ("nurse", "gran"), 4),
    ("core-group", WITH_TAKER, ("mum", "taker"), 5),
    ("strategy-meeting", ALONE, ("police",), 0),
    ("supervision", TEAM, ("worker", "recovery"), 0),
]
LATER = "() => { const real = Date.now.bind(Date); Date.now = () => real() + 9000; }"
"""Nobody has touched this screen for as long as it takes to be free. The clock of the page is set, and nobody waits."""


STANDS = """() => {
  const seen = [...document.querySelectorAll("li.point")].find(one => one.getBoundingClientRect().top > innerHeight / 4);
  window.seen = window.seen || seen;
  const box = document.activeElement;
  return { top: window.seen.getBoundingClientRect().top, caret: [box.selectionStart, box.selectionEnd] };
}"""
"""Where a line of the place stands in the window, and what is marked in the box."""


@contextmanager
def one_room(folder: Path, kind: str, people: tuple[PlannedPerson, ...]) -> Iterator[tuple[House, Room]]:
    (room,) = make_rooms(folder, 1, people, templates()[kind])
    served = Served(folder).start()
    house = House(served, [])
    yield house, room
    house.close()
    assert served.stop() == 0
    assert "Traceback" not in served.log


IS_THERE = """(title) => {
  const go = document.querySelector('[data-fk="go-there"]');
  if (go) { go.click(); return false; }
  const one = document.querySelector(title);
  if (!one || document.querySelector(".step-asked")) return false;
  const r = one.getBoundingClientRect();
  return one.innerText.trim() !== "" && r.height > 0 && r.top >= 0 && r.bottom <= innerHeight;
}"""


def is_there(person: Person, step: str) -> None:
    """What the step is about is what this screen shows, its title in the window, and nothing asks to go there. Whoever is not
    taken along goes by pressing Go there."""
    title = "#page-heading .page-title" if person.narrow else "#page-heading"
    until(person.page, lambda: person.page.evaluate(IS_THERE, title), why=f"{person.name} sees what {step} is about")


@pytest.mark.parametrize(("kind", "people", "keys", "first"), KINDS, ids=[one[0] for one in KINDS])
def test_what_a_step_is_about_is_in_sight_for_everybody_once_it_opens(
    tmp_path: Path, hall: Hall, kind: str, people: tuple[PlannedPerson, ...], keys: tuple[str, ...], first: int
) -> None:
    with one_room(tmp_path, kind, people) as (house, room):
        chair = house.joins(room, "chair")
        chair.ok("open_meeting")
        here = []
        for n, key in enumerate(keys):
            size = SIZES[(first + 3 * n) % len(SIZES)]
            here.append(hall.comes(house, room, chair, key, size=size))
        for step in templates()[kind].stages:
            for one in here:
                one.page.evaluate("document.activeElement.blur()")
                one.page.evaluate(LATER)
            chair.ok("go_to_stage", stage=step.key)
            for one in here:
                one.is_up_to_date()
                is_there(one, step.label)


@pytest.mark.parametrize(
    ("kind", "people", "size"),
    [("safety-grid", WITH_TAKER, (1280, 720)), ("supervision", TEAM, (1366, 641))],
    ids=["safety-grid", "supervision"],
)
def test_the_chair_who_leads_is_where_the_meeting_is(
    tmp_path: Path, hall: Hall, kind: str, people: tuple[PlannedPerson, ...], size: tuple[int, int]
) -> None:
    with one_room(tmp_path, kind, people) as (house, room):
        chair = hall.guest(house, room, "chair", size=size).arrives().is_in()
        chair.page.get_by_role("button", name="Start the meeting").click()
        for step in templates()[kind].stages:
            chair.page.locator('[data-fk="stage-on"]').click()
            is_there(chair, step.label)


@pytest.mark.parametrize("size", [(1366, 641), (390, 844), (320, 568)], ids=lambda one: f"{one[0]}x{one[1]}")
def test_who_writes_keeps_caret_words_and_place_and_reads_go_there(
    house: House, hall: Hall, size: tuple[int, int]
) -> None:
    room = house.room()
    chair: Wire = house.joins(room, "chair")
    chair.ok("open_meeting")
    for number in range(14):
        chair.add(f"Point {number} about a day at home, as long as points are.")
    nurse = hall.comes(house, room, chair, "nurse", size=size).looks_at("worries")
    words = nurse.page.locator("#composer-text")
    words.fill("Pip was afraid to go home.")
    words.evaluate("one => one.setSelectionRange(4, 9)")
    before = nurse.page.evaluate(STANDS)
    nurse.page.evaluate(LATER)
    chair.ok("go_to_stage", stage="goals")
    expect(nurse.page.locator(".step-asked")).to_be_visible()
    expect(nurse.page.locator('[data-fk="go-there"]')).to_be_visible()
    expect(words).to_be_focused()
    expect(words).to_have_value("Pip was afraid to go home.")
    now = nurse.page.evaluate(STANDS)
    assert now["caret"] == before["caret"]
    assert abs(now["top"] - before["top"]) < 2, "no line of the place moves"
