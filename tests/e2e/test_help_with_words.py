"""Help with words while somebody types: for them alone, in nobody's way, and never for what is somebody's own."""

import re
from typing import Any

import pytest
from playwright.sync_api import Locator, WebSocket, expect

from tests.e2e.pages.child_page import accessible, opens_statement
from tests.e2e.pages.hall import SHOUTING, Demo, Hall, gathered, let_in
from tests.e2e.pages.minutes_page import Scribe
from tests.e2e.pages.people import SMALL_PHONE, Person
from tests.servers.served import House

FAILED = "Mum failed to engage."
ASKS = "What makes it hard for them?"
LONGER_THAN_A_REST = 1200
GRID = "safety-grid"


def help_of(person: Person) -> Locator:
    """What stands by the box."""
    return person.page.get_by_role("group", name="Help with words")


def box_of(person: Person) -> Locator:
    return person.box.locator("#composer-text")


def stands_at(*things: Locator) -> list[Any]:
    """Where these are on the screen."""
    return [one.bounding_box() for one in things]


def ends_at(box: dict[str, float]) -> tuple[float, float, float]:
    """How high it stands, how tall it is, and where it ends."""
    return box["y"], box["height"], box["x"] + box["width"]


def reads_nothing(person: Person) -> None:
    """No help comes, though the hands have rested."""
    person.page.wait_for_timeout(LONGER_THAN_A_REST)
    expect(help_of(person)).to_have_count(0)


def test_a_health_visitor_reads_a_question_adds_it_anyway_and_nobody_else_hears_of_it(house: House, hall: Hall) -> None:
    room, chair, _ = gathered(house)
    nurse, mum = hall.guest(house, room, "nurse"), hall.guest(house, room, "mum", size=SMALL_PHONE)
    sent: list[str] = []

    def hears(line: WebSocket) -> None:
        line.on("framesent", lambda frame: sent.append(str(frame)))

    nurse.page.on("websocket", hears)
    nurse.arrives()
    mum.arrives()
    let_in(chair, nurse, mum)
    nurse.looks_at("worries")
    still = [box_of(nurse), nurse.box.get_by_role("button", name="Add", exact=True)]
    box_of(nurse).fill("Mum")
    before = stands_at(*still)
    box_of(nurse).press_sequentially(FAILED.removeprefix("Mum"))
    expect(help_of(nurse)).to_contain_text(
        f"“failed to engage” “Failed” sounds like blame. {ASKS} Perhaps: “Mum missed"
    )
    expect(help_of(nurse)).to_contain_text("Say also what went well.")
    expect(box_of(nurse)).to_be_focused()
    assert stands_at(*still) == before
    expect(nurse.page.locator("#voice")).to_contain_text("Help with words: “failed to engage”")
    accessible(nurse)

    nurse.page.evaluate("document.getElementById('voice').textContent = ''")
    box_of(nurse).press_sequentially(" Dad came")
    nurse.page.wait_for_timeout(LONGER_THAN_A_REST)
    expect(help_of(nurse)).to_be_visible()
    expect(nurse.page.locator("#voice")).not_to_contain_text("Help with words")

    before = len(sent)
    nurse.box.get_by_role("button", name="Add", exact=True).click()
    expect(nurse.point(FAILED + " Dad came")).to_be_visible()
    expect(help_of(nurse)).to_have_count(0)
    assert any("failed to engage" in one for one in sent[before:])
    assert not any("failed to engage" in one for one in sent[:before])
    for words in ("Help with words", ASKS, "failed-to-engage", "language-help"):
        assert not any(words in one for one in sent)
        assert not mum.told(words)

    mum.looks_at("worries")
    box_of(mum).fill(FAILED)
    reads_nothing(mum)
    mum.page.get_by_role("button", name="More: this screen, and leaving").click()
    expect(mum.page.get_by_text("Show who is writing")).to_be_visible()
    expect(mum.page.get_by_text("Help with words")).to_have_count(0)


@pytest.mark.thorough("tests/e2e/test_word_help_rules.py")
def test_who_went_to_the_board_exact_words_quotations_and_what_family_says_are_left_alone(
    house: House, hall: Hall
) -> None:
    room, chair, _ = gathered(house)
    worker = hall.guest(house, room, "worker").arrives()
    let_in(chair, worker)
    worker.looks_at("worries")
    box_of(worker).fill("Dad is hard to reach.")
    worker.menu_button(SHOUTING).click()
    reads_nothing(worker)
    box_of(worker).fill('Mum says "I am not hard to reach".')
    reads_nothing(worker)
    box_of(worker).fill(FAILED)
    expect(help_of(worker)).to_be_visible()
    worker.says_more()
    exact = worker.box.get_by_role("checkbox", name="Exact words (nobody can change them)")
    exact.check()
    expect(help_of(worker)).to_have_count(0)
    exact.uncheck()
    expect(help_of(worker)).to_be_visible()
    for whose, helped in (("Esme Canarybird, Mum", 0), ("Cal Nurse, Health", 1), ("Pip Canarybird, child", 0)):
        worker.box.get_by_label("Whose words?").select_option(label=whose)
        worker.page.wait_for_timeout(LONGER_THAN_A_REST)
        expect(help_of(worker)).to_have_count(helped)


@pytest.mark.thorough("tests/e2e/test_help_with_words.py")
def test_not_now_puts_a_line_off_for_this_text_and_the_switch_puts_all_of_them_off(house: House, hall: Hall) -> None:
    room, chair, _ = gathered(house)
    police = hall.guest(house, room, "police", size=SMALL_PHONE).arrives()
    let_in(chair, police)
    police.looks_at("worries")
    box_of(police).fill("Dad is manipulative and in denial.")
    add = police.box.get_by_role("button", name="Add", exact=True)
    expect(help_of(police)).to_contain_text("“manipulative”")
    expect(help_of(police)).not_to_contain_text("“in denial”")
    before = stands_at(box_of(police), add)
    accessible(police)
    help_of(police).get_by_role("button", name=re.compile("^Not now.*“manipulative”")).click()
    expect(help_of(police)).to_contain_text("“in denial”")
    expect(box_of(police)).to_be_focused()
    help_of(police).get_by_role("button", name=re.compile("^Not now.*“in denial”")).click()
    expect(help_of(police)).to_have_count(0)
    assert stands_at(box_of(police), add) == before
    box_of(police).press_sequentially(" Still manipulative.")
    reads_nothing(police)
    add.click()
    expect(box_of(police)).to_have_value("")
    box_of(police).fill("He is manipulative.")
    expect(help_of(police)).to_be_visible()
    police.page.get_by_role("button", name="More: this screen, and leaving").click()
    police.page.get_by_role("checkbox", name="Help with words").uncheck()
    expect(help_of(police)).to_have_count(0)
    box_of(police).press_sequentially(" He is in denial.")
    reads_nothing(police)
    assert (
        police.page.evaluate("JSON.stringify([Object.keys(localStorage), Object.values(sessionStorage)])").count(
            "manipul"
        )
        == 0
    )


@pytest.mark.parametrize(
    ("size", "opens"),
    [
        pytest.param((640, 500), False, marks=pytest.mark.thorough("tests/e2e/test_help_with_words.py")),
        pytest.param((640, 500), True, marks=pytest.mark.thorough("tests/e2e/test_help_with_words.py")),
        (SMALL_PHONE, True),
    ],
)
def test_the_box_stays_where_it_is_on_a_short_screen_and_when_everything_by_it_is_open(
    house: House, hall: Hall, size: tuple[int, int], opens: bool
) -> None:
    room, chair, _ = gathered(house)
    worker = hall.guest(house, room, "worker", size=size).arrives()
    let_in(chair, worker)
    worker.looks_at("worries")
    if opens:
        worker.says_more()
    box_of(worker).fill("He is")
    [before] = stands_at(box_of(worker))
    box_of(worker).press_sequentially(" volatile.")
    expect(help_of(worker)).to_contain_text("“volatile”")
    [after] = stands_at(box_of(worker))
    assert abs(before["y"] - after["y"]) <= 1
    worker.fits()


@pytest.mark.thorough("tests/e2e/test_help_with_words.py")
def test_a_point_is_changed_and_seen_differently_with_the_same_help(house: House, hall: Hall) -> None:
    room, chair, _ = gathered(house)
    worker = hall.guest(house, room, "worker").arrives()
    let_in(chair, worker)
    long = "On Monday he came in " + "and then he sat down " * 5 + "by her."
    worker.adds("She was out.")
    worker.picks("She was out.", "Change")
    text = worker.editor.get_by_label("The point")
    save = worker.editor.get_by_role("button", name="Save", exact=True)
    before = stands_at(text, save)
    text.fill(long + " She is hard to reach.")
    expect(help_of(worker)).to_contain_text("“hard to reach” Perhaps we are.")
    expect(help_of(worker)).to_contain_text("“On Monday he came…” This sentence has 32 words. Would two be easier?")
    assert stands_at(text, save) == before
    accessible(worker)
    save.click()
    expect(worker.editor).to_have_count(0)
    expect(help_of(worker)).to_have_count(0)
    worker.picks(SHOUTING, "I see it differently")
    worker.editor.get_by_label("How do you see it?").fill("He is volatile.")
    expect(help_of(worker)).to_contain_text("“volatile”")


@pytest.mark.thorough("tests/e2e/test_word_help_rules.py")
@pytest.mark.parametrize("demo", ["mid"], indirect=True)
@pytest.mark.timeout(180)
def test_an_impact_statement_has_it_and_at_the_minutes_desk_it_moves_no_field(demo: Demo, hall: Hall) -> None:
    chair = hall.of_demo(demo, "Ines", GRID).arrives().is_in()
    nell, tolly = hall.of_demo(demo, "Nell", GRID).arrives(), hall.of_demo(demo, "Tolly", GRID).arrives()
    chair.lets_in("Nell", "Tolly")
    nell.is_in().looks_at_child("Pip")
    words = opens_statement(nell, "Pip")
    words.fill("Contact is the best day of the week for Pip.")
    expect(help_of(nell)).to_contain_text("“Contact” Other families just see each other.")
    accessible(nell, help_of(nell))

    desk = Scribe(tolly.is_in())
    desk.words.fill("Contact was missed. He is in denial.")
    reads_nothing(tolly)
    below = [
        desk.words,
        tolly.page.get_by_label("How do we know?"),
        tolly.page.get_by_label("Source", exact=True),
    ]
    speaker = tolly.page.locator("#composer-speaker")
    speaker.select_option(label="Marla Quillfeather, Mum")
    reads_nothing(tolly)
    before = stands_at(*below)
    speaker.select_option(speaker.locator("option", has_text="Nell Ashgrove").get_attribute("value"))
    expect(help_of(tolly)).to_contain_text("“Contact”")
    expect(help_of(tolly)).not_to_contain_text("“in denial”")
    accessible(tolly, help_of(tolly))
    desk.words.fill("Family time was missed.")
    expect(help_of(tolly)).to_have_count(0)
    with_room = stands_at(*below)
    desk.words.fill("He is controlling.")
    expect(help_of(tolly)).to_contain_text("“controlling”")
    assert stands_at(*below) == with_room
    # Whose words stand in front of the box: it begins where their name ends.
    assert ends_at(before[0]) == ends_at(with_room[0])
