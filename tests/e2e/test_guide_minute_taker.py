"""The guide's page for the minute-taker, done as it says."""

import re

import pytest
from playwright.sync_api import expect

from tests.e2e.pages.guide_town import Town
from tests.e2e.pages.hall import Hall, let_in
from tests.e2e.pages.minutes_page import Scribe
from tests.people.on_the_wire import Wire
from tests.tools.guide import Guide

TIRED = "I am worn out by Thursday."
SLIP = "Marla sais she will ring."
LOUD = "When it is loud I hide with the cat."
EVENINGS = "I can come in the evenings."


@pytest.mark.thorough("tests/unit/test_guide.py")
@pytest.mark.timeout(240)
def test_a_minute_taker_does_what_the_page_says(town: Town, hall: Hall) -> None:
    guide = Guide("minute-taker.md")
    chair = hall.wire(town.demo, "Ines")
    tolly = hall.of_demo(town.demo, "Tolly").arrives()
    let_in(chair, tolly)
    scribe = Scribe(tolly)
    # Marla has come, and has no device yet: she answers aloud.
    marla_is = town.demo.attendee("Marla")["id"]
    chair.ok("state_attendance", attendee=marla_is, attendance="here", device=False)
    typing_for_everyone(guide, scribe)
    putting_right_and_reading_back(guide, scribe)
    marla = who_is_here(guide, scribe, hall, town)
    asked_noted_and_read(guide, scribe, marla)
    guide.ends()


def typing_for_everyone(guide: Guide, scribe: Scribe) -> None:
    """Marla's words, Pip's, and how Odile sees it."""
    tolly, page = scribe.person, scribe.page
    box = tolly.box
    with guide.step("Under For choose", tolly) as step:
        whose = step.field(box)
        step.offers(whose)
        whose.select_option(label="Marla Quillfeather, Mum")
    with guide.step("In says in which column", tolly) as step:
        step.field(box).select_option("worries")
        expect(step.field(box)).to_be_visible()
    with guide.step("Write it as it was said", tolly) as step:
        expect(step.button(box)).to_be_visible()
        scribe.words.fill(TIRED)
        guide.picture("minutes-box.png", box)
        scribe.words.fill("")
        tolly.looks_at_everything()
        for text in (TIRED, SLIP, EVENINGS):
            scribe.types(text)
            expect(tolly.point(text)).to_contain_text("Waiting for Marla")
    with guide.step("Below the words", tolly) as step:
        for _ in range(4):
            expect(step.field(box)).to_be_visible()
        step.presses(box)
        expect(step.field(box)).to_be_visible()
    with guide.step("A child's words ask you", tolly) as step:
        whose.select_option(label="Pip Quillfeather, child")
        scribe.words.fill(LOUD)
        step.sees(box)
        box.get_by_role("radio", name="In a talk").check()
        scribe.words.press("Control+Enter")
        expect(tolly.point(LOUD)).to_contain_text("Only you and the chair can see this")
    with guide.step("When somebody sees a point differently", tolly) as step:
        whose.select_option(label="Odile Quillfeather, Nana, Marla's mum")
        step.ticks(box)
        step.field(box).select_option(index=1)
        scribe.words.fill("It was not like that at all.")
        step.presses(box)
        expect(page.locator("li.point .view").filter(has_text="It was not like that at all.")).to_be_visible()


def putting_right_and_reading_back(guide: Guide, scribe: Scribe) -> None:
    """A slip is undone; one point is right, another is changed."""
    tolly = scribe.person
    with guide.step("Just added has your last ten", tolly) as step:
        scribe.part(step.word())
        scribe.row("Just added", SLIP).get_by_role("button", name=step.starting()).click()
        expect(tolly.point(SLIP)).to_have_count(0)
    with guide.step("Under Waiting to be confirmed", tolly) as step:
        title = step.word()
        scribe.part(title)
        scribe.row(title, TIRED).get_by_role("button", name=step.starting()).click()
        expect(tolly.point(TIRED)).to_contain_text("Read back, said yes")
        box = scribe.part(title).bounding_box()
        assert box
        guide.picture("minutes-confirm.png", scribe.page, clip={**box, "height": min(box["height"], 420)})
    with guide.step("Read back: not right", tolly) as step:
        scribe.row(title, EVENINGS).get_by_role("button", name=step.starting()).click()
        tolly.editor.get_by_role("textbox").first.fill("I can come on Mondays.")
        step.presses(tolly.editor)
        expect(tolly.point("I can come on Mondays.")).to_contain_text("Waiting for Marla")


def who_is_here(guide: Guide, scribe: Scribe, hall: Hall, town: Town) -> Wire:
    """The door, people without a device, times, who left, a report."""
    tolly = scribe.person
    with guide.step("Under Who is here", tolly) as step:
        marla, zara = (hall.wire(town.demo, name) for name in ("Marla", "Zara"))
        here = scribe.part(step.word())
        step.presses(here, of="Marla")
        marla.until(lambda: marla.snapshots[-1]["state"] == "in")
        here.get_by_role("button", name="More about Zara at the door").click()
        step.presses(here, of="for Zara")
        here.get_by_role("button", name="Yes, turn Zara away").click()
        zara.until(lambda: zara.goodbye)
    with guide.step("For somebody who can't come", tolly) as step:
        scribe.states("Caspian", step.word(), "apologies")
        scribe.states("Caspian", step.word(), "not here yet")
        scribe.states("Caspian", step.word(), "here, no device since")
    with guide.step("Times puts right", tolly) as step:
        caspian = scribe.line_of("Caspian")
        step.presses(caspian, of="of Caspian")
        step.fills("00:00", caspian)
        step.presses(caspian, of="Times of Caspian")
        expect(caspian).to_contain_text("since 0:00")
    with guide.step("Press Left when", tolly) as step:
        scribe.states("Caspian", step.word(), "left at")
        scribe.states("Caspian", step.word(), "here, no device since 0:00")
    with guide.step("Report: whether it came", tolly) as step:
        kit = scribe.line_of("Kit")
        step.presses(kit, of="of Kit")
        kit.get_by_role("radio", name="Came late").check()
        kit.get_by_role("radio", name="No", exact=True).check()
        step.presses(kit, of="Report of Kit")
        expect(kit).to_contain_text("Report came late")
    return marla


def asked_noted_and_read(guide: Guide, scribe: Scribe, marla: Wire) -> None:
    """What Marla asks for, a note, and the record as it will read."""
    tolly = scribe.person
    with guide.step("Hands and requests says", tolly) as step:
        marla.ok("ask_to_type", wanted=True)
        asked = scribe.part(step.word())
        step.presses(asked, of="for Marla")
        expect(asked.get_by_role("button", name="Done for Marla")).to_have_count(0)
    with guide.step("Under Notes for each step", tolly) as step:
        notes = scribe.part(step.word())
        notes.get_by_role("button", name=re.compile(r"^2\. Family")).click()
        note = notes.get_by_role("form", name="Note for step 2")
        note.get_by_role("textbox").fill("All were welcomed.")
        step.presses(note, of="Note for step 2")
        expect(note).to_contain_text("Written by Tolly")
    with guide.step("Under The record as it will read", tolly) as step:
        record = scribe.part(step.word())
        with tolly.context.expect_page() as coming:
            record.get_by_role("link", name=step.starting()).click()
        expect(coming.value.get_by_text("All were welcomed.").first).to_be_visible()
        for _ in ("Word", "PDF"):
            expect(record.get_by_role("link", name=step.starting())).to_be_visible()
