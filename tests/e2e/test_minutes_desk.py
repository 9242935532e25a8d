"""The minute-taker at her desk: typing for everyone, reading back, undoing, and who is here, with the keyboard alone."""

import re

import pytest
from playwright.sync_api import Locator, expect

from tests.e2e.pages.hall import Demo, Hall
from tests.e2e.pages.minutes_page import Scribe
from tests.e2e.pages.people import SMALL_PHONE, called, opened, until
from tests.people.on_the_wire import opens_the_door

TIRED = "I am worn out by Thursday."
LOUD = "When it is loud I hide with the cat."
NO_NUMBER_YET = "Zara"
SLIP = "Marla sais she will ring."

pytestmark = pytest.mark.parametrize("demo", ["mid"], indirect=True)


def at_the_desk(demo: Demo, hall: Hall, where: str = "worries", **how: object) -> tuple[Scribe, object]:
    """The minute-taker let in by the chair, who is at a wire; the box writes to this column, or it is open where."""
    chair = hall.wire(demo, "Ines")
    tolly = hall.of_demo(demo, "Tolly", **how).arrives()  # type: ignore[arg-type]
    opens_the_door(chair, tolly.full_name)
    tolly.is_in().looks_at_everything()
    if where:
        tolly.page.locator("#composer-column").select_option(where)
    return Scribe(tolly), chair


def test_the_minute_taker_types_for_everyone_reads_back_and_undoes_with_the_keyboard_alone(
    demo: Demo, hall: Hall
) -> None:
    tolly, _ = at_the_desk(demo, hall, where="")
    page = tolly.page
    # Who has no device answers aloud.
    tolly.states("Marla", "Still here, no device", "here, no device since")

    # Nobody's words are taken for hers by mistake.
    page.keyboard.press("Control+/")
    page.keyboard.type(TIRED)
    page.keyboard.press("Control+Enter")
    tolly.person.reads("Choose whose words these are.")
    expect(page.locator("#composer-speaker")).to_be_focused()
    page.keyboard.type("Marl")
    expect(page.locator("#composer-speaker option:checked")).to_have_text("Marla Quillfeather, Mum")
    # The step is about numbers: it is open where the words belong.
    page.keyboard.press("Control+/")
    expect(tolly.words).to_have_value(TIRED)
    page.keyboard.press("Control+Enter")
    tolly.person.reads("Choose where it belongs first.")
    expect(page.locator("#composer-column")).to_be_focused()
    tolly.picks("In", "Worr", "Worried")
    page.keyboard.press("Control+/")
    page.keyboard.press("Control+Enter")
    expect(tolly.words).to_have_value("")
    expect(tolly.words).to_be_focused()
    expect(tolly.person.point(TIRED)).to_contain_text("Waiting for Marla")

    # The next is Marla's too, in another column; then Pip's, which needs saying how it came.
    tolly.picks("In", "Work", "Working well")
    tolly.types("He sleeps when Mum is here.")
    expect(page.locator("#composer-speaker option:checked")).to_have_text("Marla Quillfeather, Mum")
    tolly.picks("For", "Pip", "Pip")
    page.keyboard.press("Control+/")
    page.keyboard.type(LOUD)
    page.keyboard.press("Control+Enter")
    tolly.person.reads("Say how you came to know the child's words")
    play = page.get_by_role("group", name="How did they say it?").get_by_role("radio").first
    play.focus()
    page.keyboard.press("Space")
    page.keyboard.press("Control+Enter")
    expect(tolly.words).to_have_value("")
    expect(tolly.row("Just added", LOUD)).to_contain_text("waiting for the chair")

    # Read back to Marla: yes. Everybody reads so.
    yes = tolly.row("Waiting to be confirmed", TIRED).get_by_role("button", name=re.compile("^Read back: said yes"))
    tolly.presses(yes)
    expect(tolly.person.point(TIRED)).to_contain_text(re.compile(r"Read back, said yes, \d+:\d\d"))
    # The row stays under the hand, so that a second press meets nobody else's answer; then it is gone.
    expect(page.locator(":focus")).to_have_text(re.compile(r"^\s*Said yes, \d+:\d\d"))
    page.keyboard.press("Enter")
    page.keyboard.press("Control+/")
    expect(tolly.row("Waiting to be confirmed", TIRED)).to_have_count(0)
    expect(tolly.row("Waiting to be confirmed", "He sleeps when")).to_have_count(1)

    # Not right: it is changed there and then, and waits again.
    no = tolly.row("Waiting to be confirmed", "He sleeps when").get_by_role(
        "button", name=re.compile("^Read back: not right")
    )
    tolly.presses(no)
    box = page.locator("#edit-text")
    box.focus()
    page.keyboard.press("Control+A")
    page.keyboard.type("He sleeps when I am here.")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(tolly.person.point("He sleeps when I am here.")).to_contain_text("Waiting for Marla")

    # Undo: the change, then a slip; its words come back to the box. Ctrl and Z is the browser's own.
    tolly.presses(tolly.row("Just added", "it said").get_by_role("button", name=re.compile("^Undo")))
    expect(tolly.person.point("He sleeps when Mum is here.")).to_be_visible()
    expect(page.locator(":focus")).to_have_text(re.compile(r"^\s*Undone"))
    tolly.picks("For", "Odil", "Odile")
    tolly.types(SLIP)
    expect(tolly.row("Just added", SLIP)).to_be_visible()
    tolly.person.is_up_to_date()
    tolly.presses(tolly.row("Just added", SLIP).get_by_role("button", name=re.compile("^Undo")))
    expect(tolly.person.point(SLIP)).to_have_count(0)
    expect(tolly.words).to_have_value(SLIP)
    tolly.person.is_accessible()

    # The keys can be switched off.
    tolly.part("Keys").get_by_role("checkbox").uncheck()
    page.locator("#desk-minutes-keys").focus()
    page.keyboard.press("Control+/")
    expect(page.locator("#desk-minutes-keys")).to_be_focused()
    tolly.part("Keys").get_by_role("checkbox").check()


def test_a_different_view_and_a_number_are_typed_for_somebody_without_a_device(demo: Demo, hall: Hall) -> None:
    tolly, _ = at_the_desk(
        demo,
        hall,
    )
    page = tolly.page
    tolly.states("Odile", "Still here, no device", "here, no device since")
    tolly.picks("For", "Odil", "Odile")
    tolly.differs()
    which = page.get_by_label("Which point?")
    which.select_option(index=1)
    chosen = which.locator("option:checked").inner_text()
    page.keyboard.press("Control+/")
    page.keyboard.type("It was not like that at all.")
    page.keyboard.press("Control+Enter")
    view = page.locator("li.point .view").filter(has_text="It was not like that at all.")
    expect(view).to_contain_text("Odile sees it differently")
    assert chosen
    expect(which).to_have_count(0)

    # A number with four keys, the person is chosen already; somebody who has answered may answer anew.
    tolly.picks("In", "Num", "Numbers")
    expect(page.locator("#composer-speaker option:checked")).to_have_text(re.compile("Odile"))
    page.locator("#entry-number-child").select_option(label="Pip, answered")
    page.keyboard.press("Control+/")
    page.keyboard.type("4")
    page.get_by_label("Why this number?").fill("He is safer with me")
    page.keyboard.press("Control+Enter")
    expect(tolly.spoken()).to_contain_text("Sent for Odile.")
    expect(page.get_by_label("The number they say")).to_have_value("")
    expect(page.get_by_label("Why this number?")).to_have_value("")

    # Who has answered for none: the box goes on to the next child by itself.
    tolly.states(NO_NUMBER_YET, "Still here, no device", "here, no device since")
    tolly.picks("For", NO_NUMBER_YET[:4], NO_NUMBER_YET)
    child = page.locator("#entry-number-child option:checked")
    expect(child).to_have_text("Juniper")
    for following in ("Pip", "Sorrel"):
        page.keyboard.press("Control+/")
        page.keyboard.type("6")
        page.keyboard.press("Control+Enter")
        expect(child).to_have_text(following)
    expect(page.locator("#entry-number-child option")).to_have_text(["Juniper, answered", "Pip, answered", "Sorrel"])
    tolly.person.is_accessible()

    # Refused or incomplete, nothing typed is lost; and words go on where they were.
    page.keyboard.press("Control+Enter")
    tolly.person.reads("Choose the number")
    tolly.picks("In", "Worr", "Worried")
    tolly.types("Nights are long.")
    expect(tolly.person.point("Nights are long.")).to_contain_text(f"Waiting for {NO_NUMBER_YET}")


def test_somebody_new_is_named_once_and_no_word_is_lost_when_the_name_is_refused(demo: Demo, hall: Hall) -> None:
    tolly, _ = at_the_desk(demo, hall)
    page = tolly.page
    page.locator("#composer-speaker").select_option("other")
    page.get_by_label("Their name").fill("Wilfred " * 15)
    page.keyboard.press("Control+/")
    page.keyboard.type("I hear them through the wall.")
    page.keyboard.press("Control+Enter")
    tolly.person.reads("At most 100 fit.")
    expect(tolly.words).to_have_value("I hear them through the wall.")
    page.get_by_label("Their name").fill("Wilfred Marrow")
    page.get_by_label("Who they are").fill("lives next door")
    page.keyboard.press("Control+Enter")
    expect(tolly.words).to_have_value("")
    expect(page.locator("#composer-speaker option:checked")).to_have_text("Wilfred Marrow, lives next door")
    tolly.types("And on Sundays too.")
    expect(tolly.person.point("And on Sundays too.")).to_contain_text("Wilfred, lives next door")
    expect(page.locator("#composer-speaker option", has_text="Wilfred")).to_have_count(1)


@pytest.mark.thorough("tests/integration/test_minutes_desk.py")
def test_who_is_here_the_times_the_reports_and_the_notes_are_kept_by_the_minute_taker(demo: Demo, hall: Hall) -> None:
    tolly, chair = at_the_desk(demo, hall)
    page = tolly.page
    caspian = tolly.states("Caspian", "Apologies", "apologies")
    expect(caspian).to_be_focused()
    tolly.states("Caspian", "Here, no device", "here, no device since")
    tolly.presses(caspian.get_by_role("button", name="Times of Caspian", exact=True))
    caspian.get_by_label("Came").fill("00:00")
    tolly.presses(caspian.get_by_role("button", name="Save the times"))
    expect(caspian).to_contain_text("here, no device since 0:00")
    expect(caspian.get_by_role("button", name="Times of Caspian", exact=True)).to_be_focused()
    tolly.states("Caspian", "Left", "came 0:00, left at")
    tolly.states("Caspian", "Still here, no device", "here, no device since 0:00")

    kit = tolly.line_of("Kit")
    tolly.presses(kit.get_by_role("button", name="Report of Kit", exact=True))
    kit.get_by_role("radio", name="Came late").check()
    kit.get_by_role("radio", name="No", exact=True).check()
    tolly.presses(kit.get_by_role("button", name=called("Save", "Report of Kit")))
    expect(kit).to_contain_text("Report came late, the family has not seen it")

    # Everybody reads who is here, and how.
    page.get_by_role("button", name="people here. Show who").click()
    people = page.get_by_role("group", name="Who is here")
    expect(people).to_contain_text("Here, no device")
    expect(people).to_contain_text("Caspian")
    page.get_by_role("button", name="people here. Show who").click()

    # A note for a step; the chair writes the same one meanwhile, and both texts stay.
    notes = tolly.part("Notes for each step")
    notes.get_by_role("button", name=re.compile(r"^2\. Family")).click()
    note = notes.get_by_role("form", name="Note for step 2")
    note.get_by_role("textbox").fill("The chair welcomed everybody.")
    chair.ok("note_stage", stage="family", version=0, text="All were welcomed.")
    expect(note.get_by_role("group", name="Two texts")).to_contain_text("All were welcomed.")
    expect(note.get_by_role("textbox")).to_have_value("The chair welcomed everybody.")
    note.get_by_role("button", name="Keep mine").click()
    expect(note.get_by_role("group", name="Two texts")).to_have_count(0)
    expect(note).to_contain_text("Written by Tolly")
    tolly.person.is_accessible()


def test_the_minute_taker_lets_people_in_and_states_that_they_have_gone(demo: Demo, hall: Hall) -> None:
    tolly, _ = at_the_desk(demo, hall)
    marla = hall.wire(demo, "Marla")
    door = tolly.part("Who is here").get_by_role("list", name="At the door")
    tolly.presses(door.get_by_role("button", name="Let in Marla", exact=True))
    marla.until(lambda: marla.snapshots[-1]["state"] == "in")
    line = tolly.line_of("Marla")
    expect(line).to_contain_text("here since")
    tolly.presses(line.get_by_role("button", name="Left… Marla", exact=True))
    expect(line).to_contain_text("Their device leaves the meeting too.")
    tolly.presses(line.get_by_role("button", name="Marla has left", exact=True))
    assert marla.until(lambda: marla.goodbye) == "left"
    expect(line).to_contain_text("left at")
    expect(line).to_be_focused()


def _stands(control: Locator, y: float) -> None:
    """A control is where it was, give or take a pixel."""
    until(control.page, lambda: abs((control.bounding_box() or {"y": -1e6})["y"] - y) <= 1, why="for it to stand still")


def test_focus_and_what_is_under_it_stay_while_others_add_points(demo: Demo, hall: Hall) -> None:
    tolly, chair = at_the_desk(demo, hall)
    page = tolly.page
    tolly.picks("For", "Marl", "Marla")
    tolly.types("We are all right on Sundays.")
    undo = tolly.row("Just added", "We are all right on Sundays.").get_by_role("button", name=re.compile("^Undo"))
    undo.focus()
    before = undo.bounding_box()
    for n in range(3):
        chair.add(f"The chair adds {n}.")
    expect(tolly.person.point("The chair adds 2.")).to_be_visible()
    expect(undo).to_be_focused()
    assert before
    assert undo.bounding_box() == before

    # What comes to the sections above does not push away what is about to be pressed.
    times = tolly.line_of("Ines").get_by_role("button", name="Times of Ines", exact=True)
    times.focus()
    before = times.bounding_box()
    marla = next(one["id"] for one in chair.things("people").values() if one["name"] == "Marla Quillfeather")
    for n in range(3):
        chair.add(f"Marla says {n}.", speaker=marla)
    expect(tolly.row("Waiting to be confirmed", "Marla says 2.")).to_have_count(1)
    expect(times).to_be_focused()
    assert before
    _stands(times, before["y"])

    # The chair goes on to another step while a note is being written.
    chair.ok("go_to_stage", stage="numbers")
    note = tolly.part("Notes for each step").get_by_role("form", name="Note for step 8").get_by_role("textbox")
    note.focus()
    page.keyboard.type("We said 10 first, and th")
    chair.ok("go_to_stage", stage="family")
    expect(tolly.part("Notes for each step").locator("li").filter(has_text="2. Family")).to_contain_text("now")
    expect(note).to_be_focused()
    page.keyboard.type("en 0.")
    expect(note).to_have_value("We said 10 first, and then 0.")

    # A move is moved back.
    tolly.person.moves("We are all right on Sundays.", "well", "Good things")
    tolly.presses(tolly.row("Just added", "it was under").get_by_role("button", name=re.compile("^Undo")))
    worries = page.get_by_role("region", name="What are we worried about?")
    expect(worries.get_by_text("We are all right on Sundays.", exact=True)).to_be_visible()
    page.keyboard.press("Control+/")
    page.keyboard.type("Half a sen")
    chair.add("Another from the chair.")
    expect(tolly.person.point("Another from the chair.")).to_be_visible()
    expect(tolly.words).to_be_focused()
    page.keyboard.type("tence")
    expect(tolly.words).to_have_value("Half a sentence")


@pytest.mark.thorough("tests/e2e/test_minutes_desk.py")
def test_on_a_small_screen_the_board_and_the_desk_take_turns_and_nothing_scrolls_sideways(
    demo: Demo, hall: Hall
) -> None:
    tolly, _ = at_the_desk(demo, hall, size=SMALL_PHONE)
    page = tolly.page
    expect(page.locator("#composer-speaker")).to_be_visible()
    tolly.person.fits()
    tolly.person.is_accessible()
    page.get_by_role("button", name="Minutes desk", exact=True).click()
    expect(page.get_by_role("heading", name="Minutes desk")).to_be_visible()
    for title in (
        "Just added",
        "Waiting to be confirmed",
        "Who is here",
        "Notes for each step",
        "The record as it",
        "Keys",
    ):
        head = page.get_by_role("button", name=re.compile(f"^{title}"))
        opened(head)
    tolly.person.fits()
    tolly.person.is_accessible()
