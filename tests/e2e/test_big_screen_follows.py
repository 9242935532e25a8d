"""The big screen follows the step by itself, shows of one child no more than a title, and stays where the chair freezes it."""

import re

import pytest
from playwright.sync_api import Browser, expect

from tests.e2e.pages.big_screen_page import BigScreen
from tests.e2e.pages.hall import Hall
from tests.people.on_the_wire import Wire
from tests.servers.served import House, Room

SAID = "There was shouting on Sunday night."


@pytest.fixture
def wall(house: House, hall: Hall, browser: Browser) -> tuple[Room, Wire, Wire, BigScreen]:
    """A meeting that has just begun, with a screen on the wall."""
    room = house.room()
    chair, mum = house.gather(room, "mum")
    screen = BigScreen(browser, house.url)
    hall.people.append(screen)
    return room, chair, mum, screen.is_paired_by(chair)


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
    mum.add(SAID)
    chair.ok("go_to_stage", stage="worries")
    chair.ok("hold_big_screen", view="spotlight", column="worries")
    chair.ok("go_to_stage", stage="well")
    mum.add("He shouted on Monday too.")
    expect(screen.page.get_by_text("He shouted on Monday too.")).to_be_visible(timeout=1000)
    expect(screen.page.get_by_text(SAID)).to_be_visible()


def test_what_is_about_one_child_shows_its_title_and_waits_for_a_press(
    wall: tuple[Room, Wire, Wire, BigScreen],
) -> None:
    room, chair, mum, screen = wall
    pip = room.people["pip"]
    chair.ok("ask_numbers", round=room.id, scale="safety", children=[pip])
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


def test_a_step_about_people_or_days_leaves_no_name_on_the_wall(wall: tuple[Room, Wire, Wire, BigScreen]) -> None:
    _, chair, mum, screen = wall
    mum.add(SAID)
    for stage in ("welcome", "close"):
        chair.ok("go_to_stage", stage="worries")
        expect(screen.page.get_by_text(SAID)).to_be_visible(timeout=1000)
        chair.ok("go_to_stage", stage=stage)
        expect(screen.page.get_by_text(SAID)).to_have_count(0, timeout=1000)
        assert not re.search("Pip|Juno|Esme", screen.page.locator("main").inner_text())


def test_words_typed_for_somebody_come_to_the_wall_with_their_yes(wall: tuple[Room, Wire, Wire, BigScreen]) -> None:
    room, chair, mum, screen = wall
    chair.ok("go_to_stage", stage="worries")
    chair.add("Said by the chair.")
    item = chair.add("He slept at Gran's.", speaker=room.people["mum"])
    expect(screen.page.get_by_text("Said by the chair.")).to_be_visible()
    expect(screen.page.get_by_text("He slept at Gran's.")).to_have_count(0)
    mum.ok("confirm_words", item=item, right=True)
    expect(screen.page.get_by_text("He slept at Gran's.")).to_be_visible(timeout=1000)


def test_the_chair_freezes_clears_and_lets_it_follow_again_from_the_desk(
    house: House, hall: Hall, browser: Browser
) -> None:
    room = house.room()
    chair = hall.guest(house, room, "chair").arrives().is_in()
    chair.desk.get_by_role("button", name="Start the meeting").click()
    desk = chair.part("Big screen")
    expect(desk).to_contain_text("No big screen is on.")
    screen = BigScreen(browser, house.url)
    hall.people.append(screen)
    code = screen.shows_code()
    desk.get_by_label("Code on the screen").fill(code)
    chair.page.keyboard.press("Enter")
    screen.has_come_in()
    expect(desk).to_contain_text("Follows the step.")
    chair.adds(SAID)
    chair.part("Agenda")
    for step in ("Welcome", "Family", "Why we are here"):
        on = chair.page.get_by_role("button", name=re.compile(f"On to: .*{step}"))
        on.click()
        expect(on).to_have_count(0)
    expect(desk).to_contain_text("On the screen now: What are we worried about?, all the children, page 1")
    desk.get_by_role("button", name="Freeze").click()
    expect(desk).to_contain_text("Stays until you change it.")
    expect(desk.get_by_role("button", name="Follow the step again")).to_be_visible()
    desk.get_by_role("button", name="Clear the big screen").click()
    expect(screen.page.get_by_role("heading", name="First conference")).to_be_visible()
    desk.get_by_role("button", name="Follow the step again").click()
    expect(screen.page.get_by_text(SAID)).to_be_visible()
    chair.is_accessible()
