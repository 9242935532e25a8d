"""The big screen: paired by its code, told what to show by the chair, read in pages by a room, calm when things go wrong.

SCREENSHOTS in the environment names a folder that gets pictures of the demo's.
"""

import os
import random
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from meeting_server.storage.template_files import load_templates
from tests.e2e.pages.big_screen_page import FULL_HD, LAPTOP_SCREEN, BigScreen, plain
from tests.e2e.pages.hall import Demo, Hall
from tests.people.on_the_wire import Wire
from tests.servers.served import House, Room, Served, make_rooms

TEMPLATES = ("three-column-map", "safety-grid", "two-row-map")
ZOOMED = (960, 540)
"""1920x1080 at 200 % zoom."""
SMALL_ZOOMED = (683, 384)
PHONE_LIKE = (320, 640)
SMALL = dict(zip(TEMPLATES, (PHONE_LIKE, ZOOMED, SMALL_ZOOMED), strict=True))
PAGES_AT = """async given => {
  const at = document.querySelector("script[type=module]").src.replace(/pages[/]screen[.]js$/, "projector/page_breaks.js");
  const {pagesAt, halved} = await import(at);
  return {...pagesAt(...given), halves: halved(given[0], given[1])};
}"""
STATEMENTS = [
    "Strengthen the Positives", "See the Risks", "Focus on the Impact",
    "Create Opportunities for Change", "Create Opportunities for Change",
]  # fmt: skip
LONG = " ".join(f"Sentence {n} says what happened on day {n}, and nobody may cut it off." for n in range(1, 28))
assert len(LONG) < 2000


@pytest.fixture
def screen(browser: Browser, hall: Hall) -> "MakeScreen":
    """Puts up big screens."""
    return MakeScreen(browser, hall)


class MakeScreen:
    """Opens a browser for a big screen; it is closed, and looked over, with everybody else's."""

    def __init__(self, browser: Browser, hall: Hall) -> None:
        self._browser, self._hall = browser, hall

    def __call__(self, url: str, size: tuple[int, int] = FULL_HD, **more: object) -> BigScreen:
        found = BigScreen(self._browser, url, size, **more)
        self._hall.people.append(found)
        return found


@pytest.fixture(scope="module")
def rooms(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[House, dict[str, Room]]]:
    """A server with a meeting of each template."""
    data_dir: Path = tmp_path_factory.mktemp("screens")
    templates = load_templates()
    made = {key: make_rooms(data_dir, 1, template=templates[key])[0] for key in TEMPLATES}
    served = Served(data_dir).start()
    house = House(served, list(made.values()))
    yield house, made
    house.close()
    assert served.stop() == 0
    assert "Traceback" not in served.log


def filled(chair: Wire, mum: Wire, room: Room) -> list[str]:
    """A board with points in every part, two of them very long and seen differently, and numbers shown for Pip."""
    said = []
    for place, column in enumerate(chair.snapshots[-1]["template"]["columns"]):
        for n, category in enumerate([None, *(one["key"] for one in column["categories"])]):
            said.append(f"{column['key']} {category}: somebody saw this on Sunday and told the school about it.")
            chair.add(said[-1], column["key"], category=category)
            if n == 1 and place < 2:
                said.append(f"{column['key']} {category}, long. {LONG}")
                differs = mum.add(said[-1], column["key"], category=category)
                said.append("I see that differently: it was a Monday, and it was quiet.")
                chair.ok(
                    "see_differently", view=room.people["pip"][:-4] + f"{len(said):04d}", item=differs, text=said[-1]
                )
    pip = room.people["pip"]
    round = room.id
    scale = chair.snapshots[-1]["template"]["scales"][0]["key"]
    chair.ok("ask_numbers", round=round, scale=scale, children=[pip])
    mum.ok("save_number", round=round, child=pip, answer="number", value=7, reason="He sleeps through the night again.")
    chair.ok("show_numbers", round=round)
    return said


@pytest.mark.thorough("tests/e2e/test_big_screen_follows.py")
@pytest.mark.parametrize("template", TEMPLATES)
@pytest.mark.timeout(240)
def test_every_point_is_read_in_full_on_every_screen_and_nothing_scrolls_or_is_cut_off(
    rooms: tuple[House, dict[str, Room]], screen: MakeScreen, template: str
) -> None:
    house, made = rooms
    chair, mum = house.gather(made[template], "mum")
    said = filled(chair, mum, made[template])
    pip = made[template].people["pip"]
    wall = screen(house.url).is_paired_by(chair)
    worries = [one for one in said if one.startswith("worries")]
    for size, larger in ((FULL_HD, False), (FULL_HD, True), (LAPTOP_SCREEN, False), (SMALL[template], False)):
        wall.page.set_viewport_size({"width": size[0], "height": size[1]})
        spotlight = wall.read_through(chair, "spotlight", "worries", pip, larger=larger)
        assert all(plain(one) in spotlight for one in worries), size
        overview = wall.read_through(chair, "overview", None, pip, larger=larger)
        assert all(plain(one) in overview for one in said), size
        numbers = wall.read_through(chair, "numbers", None, pip, larger=larger)
        assert "He sleeps through the night again." in numbers, size
        assert not wall.axe(), size


def test_a_browser_with_letters_twice_as_large_shows_the_same_points_on_more_pages(
    house: House, screen: MakeScreen
) -> None:
    room = house.room()
    chair, mum = house.gather(room, "mum")
    said = [f"Point {n}: somebody saw this on Sunday and told the school about it." for n in range(6)]
    for one in said:
        mum.add(one)
    wall = screen(house.url).is_paired_by(chair)
    wall.is_told(chair, "spotlight", "worries")
    before = wall.pages()
    wall.page.evaluate("document.documentElement.classList.add('text-1')")
    # What a browser set to letters of 200 % makes of the page: one rem is twice as much of its height.
    wall.page.evaluate("document.documentElement.style.fontSize = 2 * innerHeight / 30 + 'px'")
    read = wall.read_through(chair, "spotlight", "worries", None)
    assert wall.pages() > before
    assert all(one in read for one in said)
    # Letters and lines set wider apart (WCAG 1.4.12): measured again, and still nothing is cut off.
    wall.page.evaluate("document.documentElement.style.fontSize = ''")
    wall.page.evaluate("document.body.style.letterSpacing = '0.12em'")
    wall.page.evaluate("document.body.style.wordSpacing = '0.16em'")
    assert all(one in wall.read_through(chair, "spotlight", "worries", None) for one in said)


def test_the_chair_pairs_a_screen_shows_turns_clears_and_turns_it_off(
    house: House, hall: Hall, screen: MakeScreen
) -> None:
    room = house.room()
    chair = hall.guest(house, room, "chair").arrives().is_in()
    chair.desk.get_by_role("button", name="Start the meeting").click()
    expect(chair.desk.get_by_role("button", name="Start the meeting")).to_have_count(0)
    for n in range(4):
        chair.adds(f"Worry {n}: " + "Somebody saw this on Sunday and told the school about it. " * 7)
    desk = chair.part("Big screen")
    expect(desk).to_contain_text("On the screen now: Welcome")
    wall = screen(house.url)
    code = wall.shows_code()
    wall.is_accessible()
    desk.get_by_label("Code on the screen").fill("AAA AAA")
    desk.get_by_role("button", name="Bring this screen in").click()
    expect(desk).to_contain_text("No screen shows this code now. Look at the screen again.")
    expect(desk.get_by_label("Code on the screen")).to_be_focused()
    # A browser notes every refusal in its console; this was one.
    assert ["403" in one for one in chair.wrong] == [True]
    chair.wrong.clear()
    desk.get_by_label("Code on the screen").fill(code.lower())
    chair.page.keyboard.press("Enter")
    wall.has_come_in()
    expect(desk.get_by_role("button", name="Turn this screen off")).to_be_visible()
    expect(wall.page.get_by_role("heading", name="Welcome")).to_be_visible()
    expect(wall.page.get_by_text("Asha will show you where to sit.")).to_be_visible()
    expect(wall.page.get_by_text("1 is here")).to_be_visible()
    for name in ("Pip", "Juno"):
        expect(wall.page.get_by_text(name)).to_have_count(0)
    expect(chair.page.get_by_role("button", name=re.compile("people here"))).to_contain_text("1")
    wall.is_accessible()
    expect(desk).to_contain_text("Follows the step.")
    desk.get_by_role("button", name="Freeze").click()
    expect(desk).to_contain_text("Stays until you change it.")
    expect(wall.page.get_by_role("heading", name="Welcome")).to_be_visible()
    desk.get_by_role("button", name="Follow the step again").click()
    expect(desk).to_contain_text("Follows the step.")

    desk.get_by_label("What to show").select_option(label="What are we worried about?")
    desk.get_by_label("About").select_option(label="Pip")
    desk.get_by_role("button", name="Show on the big screen").click()
    expect(desk).to_contain_text("On the screen now: What are we worried about?, Pip, page 1")
    expect(wall.page.get_by_text("Worry 0:")).to_be_visible()
    expect(wall.page.locator(".foot")).to_contain_text("page 1 of")
    expect(wall.page.get_by_text("here")).to_be_visible()
    assert not wall.outside()
    wall.is_accessible()
    earlier = desk.get_by_role("button", name="Earlier page")
    expect(earlier).to_have_attribute("aria-disabled", "true")
    desk.get_by_role("button", name="Next page").click()
    expect(wall.page.locator(".foot")).to_contain_text("page 2 of")
    expect(wall.page.get_by_text("Worry 0:")).to_have_count(0)
    expect(desk.get_by_role("button", name="Next page")).to_be_focused()
    for _ in range(4):
        desk.get_by_role("button", name="Next page").click()
    expect(desk).to_contain_text("page 6")
    expect(wall.page.get_by_text("Worry 3:")).to_be_visible()
    desk.get_by_role("button", name="First page").click()
    expect(wall.page.get_by_text("Worry 0:")).to_be_visible()

    desk.get_by_label("What to show").select_option(label="The whole board")
    desk.get_by_label("Larger").check()
    desk.get_by_role("button", name="Show on the big screen").click()
    expect(wall.page.get_by_role("heading", name="What's working well?")).to_be_visible()
    expect(desk).to_contain_text("On the screen now: The whole board, Pip, page 1")
    assert not wall.outside()
    wall.is_accessible()
    chair.is_accessible()

    wall.page.reload()
    expect(wall.page.get_by_role("heading", name="What's working well?")).to_be_visible()
    desk.get_by_role("button", name="Clear the big screen").click()
    expect(wall.page.get_by_role("heading", name="What's working well?")).to_have_count(0)
    expect(wall.page.get_by_role("heading", name="First conference")).to_be_visible()
    desk.get_by_role("button", name="Turn this screen off").click()
    desk.get_by_role("button", name="Turn it off").click()
    expect(wall.page.get_by_role("heading", name="This screen is off.")).to_be_visible()
    expect(desk.get_by_role("button", name="Turn this screen off")).to_have_count(0)


def test_a_screen_in_the_chairs_own_browser_is_another_tab(house: House, hall: Hall, browser: Browser) -> None:
    chair = hall.guest(house, house.room(), "chair").arrives().is_in()
    wall = BigScreen(browser, house.url, context=chair.context)
    code = wall.shows_code()
    desk = chair.part("Big screen")
    desk.get_by_label("Code on the screen").fill(code)
    desk.get_by_role("button", name="Bring this screen in").click()
    wall.has_come_in()
    assert list(wall.dump()) == ["everyone"]
    assert "chairs_desk" in chair.dump()
    chair.page.reload()
    chair.is_in()
    wall.is_well()


@pytest.mark.thorough("tests/e2e/test_big_screen.py")
def test_without_network_the_last_page_stays_with_its_time_and_comes_back_by_itself(
    house: House, screen: MakeScreen
) -> None:
    chair, mum = house.gather(house.room(), "mum")
    mum.add("There was shouting on Sunday night.")
    wall = screen(house.url).is_paired_by(chair)
    wall.is_told(chair, "spotlight", "worries")
    as_at = wall.page.get_by_text(re.compile(r"^as at \d{1,2}:\d\d$"))
    expect(as_at).to_have_count(0)
    wall.network_is_gone = True
    wall.context.set_offline(True)
    expect(as_at).to_be_visible(timeout=30_000)
    expect(wall.page.get_by_text("There was shouting on Sunday night.")).to_be_visible()
    words = wall.page.locator("body").inner_text().lower()
    assert not re.search(r"error|reconnect|not connected|offline|fail|lost", words)
    assert not wall.outside()
    wall.is_accessible()
    mum.add("He came back on Monday.")
    wall.context.set_offline(False)
    expect(as_at).to_have_count(0, timeout=30_000)
    expect(wall.page.get_by_text("He came back on Monday.")).to_be_visible()
    wall.network_is_gone = False


def test_a_pause_and_the_end_are_calm_pages_and_tell_nothing(house: House, screen: MakeScreen) -> None:
    chair, mum = house.gather(house.room(), "mum")
    mum.add("There was shouting on Sunday night.")
    wall = screen(house.url).is_paired_by(chair)
    wall.is_told(chair, "spotlight", "worries")
    mum.ok("pause_meeting")
    expect(wall.page.get_by_role("heading", name="We're taking a pause")).to_be_visible()
    assert wall.page.locator("body").inner_text().strip() == "We're taking a pause"
    wall.is_accessible()
    chair.ok("resume_meeting")
    expect(wall.page.get_by_text("There was shouting on Sunday night.")).to_be_visible()
    missing = chair.send("end_meeting")["error"]["fields"]
    chair.ok("end_meeting", reasons=[{"check": check, "reason": "Said aloud."} for check in missing])
    expect(wall.page.get_by_role("heading", name="The meeting has ended")).to_be_visible()
    expect(wall.page.get_by_text("There was shouting")).to_have_count(0)
    wall.is_accessible()
    chair.ok("finish_meeting", typed="FINISH")
    expect(wall.page.get_by_role("heading", name="This screen is off.")).to_be_visible()
    wall.page.go_back()
    expect(wall.page.get_by_text("There was shouting")).to_have_count(0)


def test_what_is_held_sealed_or_private_never_reaches_the_screens_computer(house: House, screen: MakeScreen) -> None:
    room = house.room()
    chair, mum, worker = house.gather(room, "mum", "worker")
    wall = screen(house.url).is_paired_by(chair)
    pip, asked = room.people["pip"], room.id
    secrets = [
        "I go to the airing cupboard.",
        "Sealed: he came back.",
        "Private: I am not sure.",
        "Not said aloud yet.",
    ]
    said = {"column": "worries", "children": [pip]}
    worker.ok("add_item", item=room.people["gran"], text=secrets[0], speaker=pip, obtained="talk", **said)
    chair.ok("ask_numbers", round=asked, scale="safety", children=[pip])
    mum.ok("save_number", round=asked, child=pip, answer="number", value=1, reason=secrets[1])
    mum.ok("write_privately", item=room.people["uncle"], text=secrets[2], **said)
    chair.ok("set_rating", rating=room.people["mum"], child=pip, colour="red", reason=secrets[3], better="Sleep.")
    mum.add("Said to everyone.")
    for view in ("spotlight", "overview", "numbers", "rating"):
        wall.is_told(chair, view, "worries" if view == "spotlight" else None, pip)
        words = wall.page.locator("html").evaluate("one => one.outerHTML")
        assert not [one for one in secrets if one in words], view
    assert wall.told("Said to everyone.")
    assert not [one for one in secrets if wall.told(one)]
    expect(wall.page.get_by_text("Nothing is shown here yet.")).to_be_visible()
    chair.ok("show_rating", rating=room.people["mum"])
    expect(wall.page.get_by_text(secrets[3])).to_be_visible()


def test_what_is_being_read_stays_where_it_is_while_points_come_before_and_after_it(
    house: House, screen: MakeScreen
) -> None:
    room = house.room()
    chair, mum = house.gather(room, "mum")
    ids = [mum.add(f"Point {n}: somebody saw this on Sunday and told the school about it.") for n in range(24)]
    wall = screen(house.url).is_paired_by(chair)
    wall.is_told(chair, "spotlight", "worries", page=1)
    entries = wall.page.locator(".entry .text")
    first = entries.first.inner_text()
    top = entries.first.bounding_box()
    moved = mum.add("This came later and stands first.")
    chair.ok("move_item", item=moved, column="worries", after=None)
    mum.add("And this came last.")
    expect(wall.page.locator(".foot")).to_contain_text("of 26 points")
    wall.settles()
    assert entries.first.inner_text() == first
    assert entries.first.bounding_box() == top
    expect(wall.page.get_by_text("This came later and stands first.")).to_have_count(0)
    wall.is_told(chair, "spotlight", "worries", page=9)
    last = wall.page.locator(".entry").filter(has_text="And this came last.")
    expect(last).to_contain_text("New")
    mum.ok("take_back_item", item=ids[0], why="")
    expect(last).to_be_visible()
    assert not wall.outside()


def test_pages_hold_every_part_once_in_order_none_too_high_and_what_is_read_stays_first(
    house: House, screen: MakeScreen
) -> None:
    wall = screen(house.url)
    wall.shows_code()
    made = random.Random(3)
    for _ in range(40):
        parts = [
            {"key": f"e{n}", "point": f"p{n // made.choice([1, 1, 2, 3])}", "group": f"g{n // 4}", "part": 0,
             "height": made.randint(1, 10), "head": 1}
            for n in range(made.randint(0, 25))
        ]  # fmt: skip
        page, keep = made.randint(0, 9), made.choice([None, *parts[:6]])
        found = wall.page.evaluate(PAGES_AT, [parts, 12, page, keep])
        assert [one["key"] for page in found["pages"] for one in page] == [one["key"] for one in parts]
        for one in [*found["pages"], *(found["halves"] or [])]:
            groups = [part["group"] for n, part in enumerate(one) if n == 0 or one[n - 1]["group"] != part["group"]]
            assert len(groups) + sum(part["height"] for part in one) <= 12
        if halves := found["halves"]:
            assert [*halves[0], *halves[1]] == parts
            assert halves[0][-1]["point"] != halves[1][0]["point"]
        if keep:
            assert found["pages"][found["at"]][0]["key"] == keep["key"]
        else:
            assert found["at"] == min(page, len(found["pages"]) - 1)


@pytest.mark.thorough("tests/e2e/test_big_screen.py")
@pytest.mark.parametrize("demo", ["end"], indirect=True)
@pytest.mark.timeout(180)
def test_the_demos_map_and_grid_stand_on_the_wall_in_ordinary_and_in_forced_colours(
    demo: Demo, hall: Hall, screen: MakeScreen
) -> None:
    for template, line in (("three-column-map", "Zero is at the left"), ("safety-grid", "Ten is at the left")):
        chair = hall.wire(demo, "Ines", template)
        pip = next(one["id"] for one in chair.things("people").values() if one["name"].startswith("Pip"))
        for forced, size in (("none", FULL_HD), ("active", LAPTOP_SCREEN)):
            wall = screen(demo.url, size, forced_colors=forced).is_paired_by(chair)
            wall.is_told(chair, "overview", None, pip)
            picture = wall.page.get_by_role("img", name=re.compile(re.escape(line)))
            expect(picture).to_be_visible()
            given = wall.page.locator(".dot").all_inner_texts()
            assert {"Marla", "Ivo"} <= {one.strip() for one in given}
            ten_stands_where_the_template_says(wall, left="10" if template == "safety-grid" else "0")
            statements = wall.page.locator(".statement").all_inner_texts()
            assert statements == (STATEMENTS if template == "safety-grid" else [])
            boxes = [box for one in wall.page.locator(".dot").all() if (box := one.bounding_box())]
            assert not any(overlap(a, b) for n, a in enumerate(boxes) for b in boxes[:n])
            for view in ("overview", "spotlight", "numbers", "rating"):
                column = "worries" if view == "spotlight" else None
                wall.is_told(chair, view, column, pip)
                assert not wall.outside(), (template, view)
                wall.is_accessible()
                if pictures := os.environ.get("SCREENSHOTS"):
                    wall.page.screenshot(path=Path(pictures) / f"{template}-{view}-{forced}.png")
            wall.context.close()
        for one in [one for one in chair.things("attendees").values() if one["role"] == "big_screen"]:
            chair.ok("remove_attendee", attendee=one["id"])


def ten_stands_where_the_template_says(wall: BigScreen, left: str) -> None:
    """At the left on the grid, at the right on the map, also on a page that runs from the right."""
    for direction in ("rtl", ""):
        wall.page.evaluate("way => { document.documentElement.dir = way }", direction)
        places = {one.inner_text(): (one.bounding_box() or {})["x"] for one in wall.page.locator(".line .n").all()}
        assert len(places) == 11
        assert min(places, key=lambda n: places[n]) == left
        assert wall.page.locator(".line .towards").first.inner_text().endswith("better" if left == "10" else "worse")


def overlap(a: dict[str, float], b: dict[str, float]) -> bool:
    """Whether two names on the line touch."""
    aside = a["x"] + a["width"] <= b["x"] or b["x"] + b["width"] <= a["x"]
    return not (aside or a["y"] + a["height"] <= b["y"] + 1 or b["y"] + b["height"] <= a["y"] + 1)
