"""The big screen follows the step by itself, shows of one child no more than a title, and stays where the chair freezes it."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.e2e.pages.big_screen_page import BigScreen
from tests.people.on_the_wire import Wire
from tests.servers.served import House, Room, Served, make_rooms

SAID = "There was shouting on Sunday night."


@pytest.fixture(scope="module")
def wall(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Room, Wire, Wire, BigScreen]]:
    """A meeting that has just begun, with a screen on the wall. The tests of this file go on in it, one after another."""
    data_dir: Path = tmp_path_factory.mktemp("follows")
    room = make_rooms(data_dir, 1)[0]
    served = Served(data_dir).start()
    house = House(served, [room])
    chair, mum = house.gather(room, "mum")
    screen = BigScreen(browser, house.url).is_paired_by(chair)
    yield room, chair, mum, screen
    screen.is_well()
    screen.context.close()
    house.close()
    assert served.stop() == 0
    assert "Traceback" not in served.log


def test_it_shows_the_column_of_each_step_within_a_second_and_stays_where_it_is_frozen(
    wall: tuple[Room, Wire, Wire, BigScreen],
) -> None:
    room, chair, mum, screen = wall
    mum.add(SAID)
    chair.add("Gran comes every Sunday.", "well")
    chair.ok("go_to_stage", stage="worries")
    expect(screen.page.get_by_text(SAID)).to_be_visible(timeout=1000)
    chair.ok("go_to_stage", stage="well")
    expect(screen.page.get_by_text("Gran comes every Sunday.")).to_be_visible(timeout=1000)
    chair.ok("hold_big_screen", view="spotlight", column="well")
    chair.ok("go_to_stage", stage="worries")
    chair.ok("follow_big_screen")
    expect(screen.page.get_by_text(SAID)).to_be_visible(timeout=1000)
    chair.ok("show_on_screen", view="spotlight", column="well", child=room.people["pip"])
    chair.ok("go_to_stage", stage="goals")
    screen.settles()
    expect(screen.page.get_by_text("Gran comes every Sunday.")).to_be_visible()


def test_frozen_it_does_not_follow(wall: tuple[Room, Wire, Wire, BigScreen]) -> None:
    _, chair, mum, screen = wall
    chair.ok("follow_big_screen")
    chair.ok("go_to_stage", stage="worries")
    expect(screen.page.get_by_text(SAID)).to_be_visible(timeout=1000)
    chair.ok("hold_big_screen", view="spotlight", column="worries")
    chair.ok("go_to_stage", stage="well")
    mum.add("He shouted on Monday too.")
    expect(screen.page.get_by_text("He shouted on Monday too.")).to_be_visible(timeout=1000)
    expect(screen.page.get_by_text(SAID)).to_be_visible()


def test_what_is_about_one_child_shows_its_title_and_waits_for_a_press(
    wall: tuple[Room, Wire, Wire, BigScreen],
) -> None:
    room, chair, mum, screen = wall
    chair.ok("follow_big_screen")
    pip = room.people["pip"]
    chair.ok("go_to_stage", stage="numbers")
    chair.ok("ask_numbers", round=room.id, scale="safety", children=[pip])
    question = screen.page.get_by_role("heading", name="How safe is Pip today?")
    expect(question).to_be_visible(timeout=1000)
    expect(screen.page.get_by_text("Home is too unsafe for Pip to live in.")).to_be_visible()
    expect(screen.page.locator(".towards")).to_have_text([re.compile("worse"), re.compile("better")])
    # So few give a number here that how many have answered would tell too much.
    expect(screen.page.get_by_text("answered")).to_have_count(0)
    screen.is_accessible()
    mum.ok("save_number", round=room.id, child=pip, answer="number", value=7, reason="He sleeps again.")
    chair.ok("show_numbers", round=room.id)
    decided = {"outcome": "protection_plan", "kind": "emotional", "reasons": "He hides.", "family_view": "Counted."}
    chair.ok("decide_for_child", child=pip, wishes="", **decided)
    for stage, title in (("numbers", "Numbers"), ("decision", "What we decided"), ("child", "What the children say")):
        chair.ok("go_to_stage", stage=stage)
        expect(screen.page.get_by_role("heading", name=title)).to_be_visible(timeout=1000)
        words = screen.page.locator("main").inner_text()
        assert not re.search("He sleeps again|He hides|Esme", words), stage
        screen.is_accessible()
    chair.ok("hold_big_screen", view="decision", waits=True)
    expect(screen.page.get_by_role("heading", name="What we decided")).to_be_visible(timeout=1000)
    assert "He hides." not in screen.page.locator("main").inner_text()
    chair.ok("show_on_screen", view="decision", child=pip)
    expect(screen.page.get_by_text("He hides.")).to_be_visible(timeout=1000)
    chair.ok("show_on_screen", view="numbers", child=pip)
    expect(screen.page.locator(".numbered")).to_have_text(re.compile(r"7\s*Esme, Mum\s*He sleeps again"))
    assert not screen.outside()
    screen.is_accessible()


def test_a_step_about_people_or_days_leaves_no_name_on_the_wall(wall: tuple[Room, Wire, Wire, BigScreen]) -> None:
    _, chair, _, screen = wall
    chair.ok("follow_big_screen")
    for stage in ("welcome", "close"):
        chair.ok("go_to_stage", stage="worries")
        expect(screen.page.get_by_text(SAID)).to_be_visible(timeout=1000)
        chair.ok("go_to_stage", stage=stage)
        expect(screen.page.get_by_text(SAID)).to_have_count(0, timeout=1000)
        assert not re.search("Pip|Juno|Esme", screen.page.locator("main").inner_text())


def test_words_typed_for_somebody_come_to_the_wall_with_their_yes(wall: tuple[Room, Wire, Wire, BigScreen]) -> None:
    room, chair, mum, screen = wall
    chair.ok("follow_big_screen")
    chair.ok("go_to_stage", stage="worries")
    chair.add("Said by the chair.")
    item = chair.add("He slept at Gran's.", speaker=room.people["mum"])
    expect(screen.page.get_by_text("Said by the chair.")).to_be_visible()
    expect(screen.page.get_by_text("He slept at Gran's.")).to_have_count(0)
    mum.ok("confirm_words", item=item, right=True)
    expect(screen.page.get_by_text("He slept at Gran's.")).to_be_visible(timeout=1000)


def test_a_column_fills_its_page_in_the_largest_letters_that_fit_and_each_point_names_its_child(
    wall: tuple[Room, Wire, Wire, BigScreen],
) -> None:
    room, chair, _, screen = wall
    chair.ok("follow_big_screen")
    chair.ok("go_to_stage", stage="worries")
    for n, about in enumerate(([], ["pip"], ["pip", "juno"], ["juno"])):
        children = [room.people[one] for one in about]
        chair.add(f"Point {n}: he came to school without breakfast, and slept.", category="harm", children=children)
        screen.fills_its_page({"Pip", "Juno", "All the children"}, n)
    expect(screen.page.locator(".foot")).to_contain_text("points. All on this page")
    for n in range(12):
        chair.add(f"Point {n}: " + "he came to school without breakfast, and slept. " * 3, category="danger")
    expect(screen.page.locator(".foot")).to_contain_text("page 1 of")
    screen.fills_its_page({"Pip", "Juno", "All the children"}, "many")
