"""What life is like for a child is written together, in nobody's invented voice, and goals answer dangers."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from meeting_server.storage.template_files import load_templates
from tests.e2e.pages.child_page import accessible, opens_statement, saves, stands_in_order, statement, versions
from tests.e2e.pages.hall import Demo, Hall, let_in
from tests.e2e.pages.people import SMALL_PHONE
from tests.scenes.childs_voice import NAMES, SPEAKS_ABOUT_THE_CHILD, SPEAKS_AS_THE_CHILD
from tests.servers.served import House, Served, make_rooms

GRID, MAP = "safety-grid", "three-column-map"
NELLS = "For Pip, loud voices mean hiding. Breakfast at school is the best time of the day."
MARLAS = (
    "For Pip, loud voices mean hiding.\nPip sleeps well when Nana is there.\nOn other nights Pip listens for the door, and"
    " mornings are hungry.\nIf that goes on, Pip may stop telling anybody."
)


@pytest.mark.thorough("tests/e2e/test_one_point_two_people.py")
@pytest.mark.parametrize("demo", ["mid"], indirect=True)
@pytest.mark.timeout(240)
def test_two_people_writing_about_one_child_are_shown_both_texts_and_nobody_speaks_as_the_child(
    demo: Demo, hall: Hall
) -> None:
    chair = hall.of_demo(demo, "Ines", GRID).arrives().is_in()
    nell = hall.of_demo(demo, "Nell", GRID).arrives()
    marla = hall.of_demo(demo, "Marla", GRID, size=SMALL_PHONE).arrives()
    chair.lets_in("Nell", "Marla")
    for one in (nell.is_in(), marla.is_in()):
        one.looks_at_child("Pip")
    marla.looks_at("What it's like for Pip")

    hers = opens_statement(marla, "Pip")
    hers.fill(MARLAS)
    his = opens_statement(nell, "Pip")
    his.fill(NELLS)
    saves(nell)
    expect(statement(nell, "Pip").locator(".impact-text")).to_have_text(NELLS)
    expect(statement(nell, "Pip").get_by_role("button", name=re.compile("^Change it"))).to_be_focused()

    both = marla.editor.get_by_role("group", name="Two texts")
    expect(both).to_contain_text(NELLS)
    expect(hers).to_have_value(MARLAS)
    accessible(marla)
    under_hand = statement(nell, "Pip").get_by_role("button", name=re.compile("^Change it"))
    before = under_hand.bounding_box()
    both.get_by_role("button", name="Keep mine").click()
    expect(marla.editor).to_have_count(0)
    for one in (marla, nell):
        expect(statement(one, "Pip").locator(".impact-text")).to_have_text(MARLAS)
    expect(under_hand).to_be_focused()
    after = under_hand.bounding_box()
    assert before
    assert after
    assert abs(after["y"] - before["y"]) < 2, "the button went from under a finger"
    for one in (marla, nell):
        expect(versions(one, "Pip")).to_contain_text(["Marla", "Nell", "Marla", "Ivo"])
        expect(versions(one, "Pip").nth(1)).to_contain_text(NELLS)
        accessible(one)

    his = opens_statement(nell, "Pip")
    his.fill("I hide when it is loud.")
    thought = nell.editor.get_by_text("This reads as if Pip were speaking.")
    expect(thought).to_be_visible()
    accessible(nell, nell.editor)
    nell.editor.get_by_role("button", name="Save", exact=True).click()
    expect(his).to_be_focused()
    expect(his).to_have_value("I hide when it is loud.")
    nell.page.keyboard.press("Escape")
    expect(nell.editor).to_have_count(0)
    his = opens_statement(nell, "Pip")
    expect(his).to_have_value("I hide when it is loud.")
    nell.editor.get_by_role("button", name="Start from what stands there").click()
    expect(his).to_have_value(MARLAS)
    his.fill("Pip says “I hide when it is loud”.")
    expect(thought).to_have_count(0)
    nell.editor.get_by_text("Are Pip's own words safe to show here?").wait_for()
    saves(nell)

    chair.looks_at_child("Pip")
    newest = versions(chair, "Pip").nth(0)
    newest.get_by_role("button", name=re.compile("^Put aside")).click()
    newest.get_by_label("Why?").fill("Pip told Nell alone.")
    accessible(chair, newest)
    newest.get_by_role("button", name=re.compile("^Put aside now")).click()
    expect(newest.locator("form")).to_have_count(0)
    for one in (chair, nell, marla):
        expect(statement(one, "Pip")).to_contain_text("Put aside by Ines")
        expect(statement(one, "Pip")).to_contain_text("Pip told Nell alone.")
        expect(statement(one, "Pip")).not_to_contain_text("I hide when it is loud")
        expect(statement(one, "Pip").get_by_role("button", name=re.compile("^Write it"))).to_be_visible()
    texts = [*SPEAKS_AS_THE_CHILD, *SPEAKS_ABOUT_THE_CHILD]
    told = nell._module(
        "kit/childs_voice", "given.texts.map(one => it.childsVoice(one, given.names))", {"texts": texts, "names": NAMES}
    )
    assert [one for one, as_child in zip(texts, told, strict=True) if as_child] == SPEAKS_AS_THE_CHILD


@pytest.mark.parametrize("demo", ["mid"], indirect=True)
@pytest.mark.parametrize(
    ("template", "part", "place"),
    [
        (MAP, "Danger", "Next: Goal"),
        (GRID, "Risk", "Good"),
    ],
)
@pytest.mark.thorough("tests/e2e/test_one_point_two_people.py")
@pytest.mark.timeout(180)
def test_a_danger_without_a_goal_says_so_until_one_answers_it_and_a_good_thing_finds_its_worry(
    demo: Demo, hall: Hall, template: str, part: str, place: str
) -> None:
    danger, goal, good = "We fear that Sorrel falls ill.", "Sorrel grows along her line.", "Nana feeds Sorrel at night."
    chair = hall.of_demo(demo, "Ines", template).arrives().is_in()
    marla = hall.of_demo(demo, "Marla", template, size=SMALL_PHONE).arrives()
    nell = hall.of_demo(demo, "Nell", template).arrives()
    chair.lets_in("Nell", "Marla")
    nell.is_in().looks_at_everything()
    nell.page.get_by_label("Column", exact=True).select_option(label=f"Worried: {part}")
    nell.page.locator("#composer-text").focus()
    expect(nell.box.get_by_text("One danger at a time, in short words.")).to_be_visible()
    accessible(nell, nell.box)
    nell.adds(danger)
    expect(nell.point(danger)).to_contain_text("No goal answers this yet")
    nell.point(danger).get_by_role("button", name=re.compile("^Add a goal for this")).click()
    expect(nell.box.locator("#composer-text")).to_be_focused()
    expect(nell.page.get_by_label("Column", exact=True).locator("option:checked")).to_have_text(place)
    expect(nell.box.get_by_text(f"Answers: {danger}")).to_be_visible()
    nell.box.locator("#composer-text").fill(goal)
    nell.page.keyboard.press("Control+Enter")
    expect(nell.point(goal)).to_contain_text(f"Answers: {danger}")
    for one in (nell, marla.is_in()):
        if one.narrow:
            one.looks_at("worries")
        expect(one.point(danger)).to_contain_text(f"Answered by: {goal}")
        expect(one.point(danger)).not_to_contain_text("No goal answers this yet")
        accessible(one)

    marla.looks_at("well")
    marla.adds(good, "well")
    quiet = marla.point(good).get_by_role("button", name=re.compile("^Does this help with a worry"))
    quiet.click()
    expect(marla.editor.get_by_role("heading", name="What this answers")).to_be_focused()
    accessible(marla, marla.editor)
    marla.editor.get_by_role("radio", name=re.compile(re.escape(danger))).check()
    saves(marla)
    expect(quiet).to_have_count(0)
    expect(nell.point(danger)).to_contain_text(f"Helped by: {good}")

    nell.picks(goal, "This answers…")
    nell.editor.get_by_role("group").get_by_role("radio", name="Nothing", exact=True).check()
    saves(nell)
    expect(nell.menu_button(goal)).to_be_focused()
    expect(nell.point(danger)).to_contain_text("No goal answers this yet")
    expect(nell.point(danger)).to_contain_text(f"Helped by: {good}")


@pytest.mark.parametrize("demo", ["mid"], indirect=True)
@pytest.mark.timeout(120)
def test_a_parent_writes_about_their_child_by_keyboard_alone_and_reads_it_before_any_script(
    demo: Demo, hall: Hall
) -> None:
    words = "Sorrel is warm and quick to smile. Loud voices make her go still."
    chair = hall.of_demo(demo, "Ines", GRID).arrives().is_in()
    marla = hall.of_demo(demo, "Marla", GRID).arrives()
    chair.lets_in("Marla")
    marla.is_in().looks_at_child("Sorrel")
    keys = marla.page.keyboard
    statement(marla, "Sorrel").get_by_role("button", name=re.compile("^Change it")).focus()
    keys.press("Enter")
    expect(marla.editor.get_by_role("heading", name=re.compile("^Write together"))).to_be_focused()
    keys.press("Tab")
    expect(marla.editor.get_by_role("button", name="Close")).to_be_focused()
    keys.press("Tab")
    box = marla.editor.get_by_role("textbox")
    expect(box).to_be_focused()
    keys.press("Control+A")
    keys.type(words)
    expect(box).to_have_value(words)
    keys.press("Tab")
    expect(marla.editor.get_by_role("button", name="Save", exact=True)).to_be_focused()
    keys.press("Enter")
    expect(marla.editor).to_have_count(0)
    expect(statement(marla, "Sorrel").get_by_role("button", name=re.compile("^Change it"))).to_be_focused()
    expect(statement(marla, "Sorrel").locator(".impact-text")).to_have_text(words)
    marla.network_is_gone = True
    marla.page.route("**/pages/*.js", lambda route: route.abort())
    marla.page.reload()
    expect(marla.page.locator(".first-paint").get_by_text(words)).to_be_visible()
    accessible(marla)


@pytest.fixture(scope="module")
def two_rows(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """A server with one meeting on the map in two rows."""
    data_dir = tmp_path_factory.mktemp("two-rows")
    rooms = make_rooms(data_dir, 1, template=load_templates()["two-row-map"])
    served = Served(data_dir).start()
    house = House(served, rooms)
    yield house
    house.close()
    assert served.stop() == 0


@pytest.mark.timeout(120)
def test_goals_stand_in_the_order_of_the_dangers_they_face_and_never_move_under_a_hand(
    two_rows: House, hall: Hall
) -> None:
    room = two_rows.room()
    chair, worker = two_rows.gather(room, "worker")
    falls, cold = (worker.add(text, category="danger") for text in ("Pip falls on the stairs.", "Pip is cold."))
    warm = worker.add("Pip is warm each night.", column="next", category="goal", answers=cold)
    gate = worker.add("The stairs have a gate.", column="next", category="goal")
    nurse = hall.guest(two_rows, room, "nurse").arrives()
    let_in(chair, nurse)
    nurse.sees("The stairs have a gate.")
    stands_in_order(nurse, "Pip is warm each night.", "The stairs have a gate.")
    nurse.menu_button("The stairs have a gate.").focus()
    worker.ok("answer_item", item=gate, answers=falls)
    expect(nurse.point("The stairs have a gate.")).to_contain_text("Answers: Pip falls on the stairs.")
    expect(nurse.menu_button("The stairs have a gate.")).to_be_focused()
    stands_in_order(nurse, "Pip is warm each night.", "The stairs have a gate.")
    nurse.box.locator("#composer-text").focus()
    stands_in_order(nurse, "The stairs have a gate.", "Pip is warm each night.")
    worker.ok("answer_item", item=warm, answers=None)
    stands_in_order(nurse, "The stairs have a gate.", "Pip is warm each night.")
