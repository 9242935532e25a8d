"""Deciding for each child with everybody's view beside it, and the end: gaps as links, read back, draft, lock, addendum."""

import re

import pytest
from playwright.sync_api import expect

from tests.e2e.pages.ending_page import (
    decided_about,
    decides,
    gives_reasons,
    gives_view,
    opens_the_meeting,
    reads_back,
    the_end,
)
from tests.e2e.pages.people import LAPTOP, SMALL_PHONE, called
from tests.servers.served import House, make_room, opened
from tests.servers.served_on import ServedOn

QUESTION = "Is Pip suffering, or likely to suffer, significant harm, so that a plan by several agencies is needed?"
FAMILY_QUESTION = "Do you agree that Pip needs a plan by several agencies?"
REASONS = "He hides when a man raises his voice."
COUNTED = "Esme accepts the plan, and her wish for evenings is in it."
WISHES = "No visits was wished for. Somebody must see Pip alone."
AGAINST = "Help at school would be enough."


def test_a_decision_is_made_for_each_child_and_the_meeting_ends_with_all_of_it_read_back(house, hall):
    room = house.room()
    chair = hall.guest(house, room, "chair").arrives().is_in()
    cal = hall.guest(house, room, "nurse", size=SMALL_PHONE)
    esme = hall.guest(house, room, "mum", size=SMALL_PHONE)
    opens_the_meeting(chair, cal, esme)

    expect(esme.page.get_by_role("button", name=re.compile("view"))).to_have_count(0)
    gives_view(cal, "Pip", QUESTION, "No", "He is well at school.")
    gives_view(esme, "Pip", FAMILY_QUESTION, "Yes", "I want the help.")
    for one in (cal, esme):
        expect(decided_about(one, "Pip")).to_contain_text("He is well at school.")
        expect(decided_about(one, "Pip")).to_contain_text("Not decided yet.")
        one.fits()
        one.is_accessible()

    the_form_says_what_is_missing_and_loses_no_word(chair)
    decides(chair, "Pip", "Child protection plan", "Emotional harm", REASONS, COUNTED, WISHES)
    chair.is_accessible()
    for one in (cal, esme, chair):
        place = decided_about(one, "Pip")
        for words in ("Child protection plan: emotional harm", REASONS, COUNTED, WISHES):
            expect(place).to_contain_text(words)
    expect(decided_about(esme, "Juno")).to_contain_text("Not decided yet.")
    shown_too_early(chair, esme)

    cal_formally_disagrees(cal)
    expect(decided_about(esme, "Pip")).to_contain_text("Cal, Health worker formally disagrees")
    expect(chair.part("Deciding for each child")).to_contain_text(AGAINST)
    cal_takes_words_back(cal, esme, chair)
    esme.fits()

    a_gap_leads_to_what_is_missing(chair)
    reads_back(chair, "Juno", "Pip") if first_child(chair) == "Juno" else reads_back(chair, "Pip", "Juno")
    the_end_and_after_it(chair, cal, esme)


def the_form_says_what_is_missing_and_loses_no_word(chair):
    """Nothing is shown half done, and what was written is still there after a look at the other child."""
    desk = chair.part("Deciding for each child")
    children = desk.get_by_role("group", name="Which child")
    children.get_by_role("button", name=called("Pip", "the decision")).click()
    form = desk.get_by_role("form", name="Decide for Pip")
    form.get_by_label("Child protection plan", exact=True).check()
    expect(form.get_by_role("button", name="Show Pip’s decision")).to_be_disabled()
    form.get_by_label("I have said it aloud").check()
    form.get_by_role("button", name="Show Pip’s decision").click()
    expect(form).to_contain_text("Choose the kind of harm.")
    form.get_by_label("The reasons").fill(REASONS)
    children.get_by_role("button", name=called("Juno", "the decision")).click()
    expect(desk.get_by_role("form", name="Decide for Juno").get_by_label("The reasons")).to_have_value("")
    children.get_by_role("button", name=called("Pip", "the decision")).click()
    expect(form.get_by_label("The reasons")).to_have_value(REASONS)


def shown_too_early(chair, esme):
    """One press takes it off every screen; the form has its words, also after a reload, and it is shown again."""
    place = decided_about(esme, "Pip")
    desk = chair.part("Deciding for each child")
    desk.get_by_role("button", name=re.compile("^Not yet")).click()
    expect(place).to_contain_text(re.compile(r"took the decision for Pip off the screens, \d\d?:\d\d\. Not yet\."))
    expect(place).not_to_contain_text(REASONS)
    expect(esme.page.locator("#app")).not_to_contain_text("Child protection plan: emotional harm")
    chair.page.reload()
    chair.is_in()
    form = chair.part("Deciding for each child").get_by_role("form", name="Decide for Pip")
    expect(form.get_by_label("The reasons")).to_have_value(REASONS)
    expect(form.get_by_label("I have said it aloud")).not_to_be_checked()
    form.get_by_label("I have said it aloud").check()
    form.get_by_role("button", name="Show Pip’s decision").click()
    expect(place).to_contain_text(REASONS)
    expect(place).not_to_contain_text("Not yet.")


def cal_formally_disagrees(cal):
    """The nurse's disagreement stands beside the decision, which stays as it is."""
    place = decided_about(cal, "Pip")
    place.get_by_role("button", name=re.compile("^I disagree")).click()
    form = place.locator("form")
    form.get_by_label(re.compile("^Formally disagree")).check()
    form.get_by_label(re.compile("^Why")).fill(AGAINST)
    form.get_by_role("button", name="Say that I disagree").click()
    expect(form).to_have_count(0)
    expect(place).to_contain_text(AGAINST)


def cal_takes_words_back(cal, esme, chair):
    """The words are gone from every screen; the answer and the mark stay."""
    place = decided_about(cal, "Pip")
    place.get_by_role("button", name=re.compile("^Take these words back")).click()
    sure = place.get_by_role("group", name="Take these words back")
    expect(sure).to_be_focused()
    cal.is_accessible()
    sure.get_by_role("button", name="Take them back").click()
    for one in (cal, esme, chair):
        expect(decided_about(one, "Pip")).to_contain_text("Cal, Health worker: No. These words were taken back.")
        expect(decided_about(one, "Pip")).not_to_contain_text("He is well at school.")


def first_child(chair):
    """Who is read back first."""
    tabs = chair.part("Deciding for each child").get_by_role("group", name="Which child").get_by_role("button")
    return tabs.first.inner_text().split(":")[0]


def a_gap_leads_to_what_is_missing(chair):
    """The child without a decision is a link to the form for that child."""
    end = the_end(chair)
    gap = end.get_by_role("listitem").filter(has_text="Nothing is decided yet for a child.").first
    expect(gap.get_by_role("button", name=re.compile("^Pip"))).to_have_count(0)
    gap.get_by_role("button", name=re.compile("^Juno")).click()
    desk = chair.part("Deciding for each child")
    expect(desk.get_by_role("form", name="Decide for Juno")).to_be_focused()


def the_end_and_after_it(chair, cal, esme):
    """Reasons, the end, what a child's decision can still become in the draft, the lock, an addendum."""
    end = the_end(chair)
    press = end.get_by_role("button", name="End the meeting now", exact=True)
    press.click()
    expect(end).to_contain_text("Say why the meeting ends with these still open.")
    gives_reasons(end, "We had no time left, and Asha sees to it.")
    press.click()
    for one in (chair, cal, esme):
        one.reads("The meeting has ended.")
    draft = chair.part("The draft record")
    expect(draft).to_contain_text("The record is a draft until it is locked.")
    chair.is_accessible()
    decides(chair, "Juno", "Help that every family can have", "", "Juno is well.", "Esme agrees.")
    desk = chair.part("Deciding for each child")
    desk.get_by_role("button", name=re.compile("^Take these words back")).click()
    chair.is_accessible()
    desk.get_by_role("group", name="Take these words back").get_by_role("button", name="Take them back").click()
    for one in (chair, cal, esme):
        expect(decided_about(one, "Juno")).to_contain_text("Help that every family can have")
        expect(decided_about(one, "Juno")).not_to_contain_text("Juno is well.")
    draft.get_by_label("Type FINISH to lock the record").fill("finish")
    draft.get_by_role("button", name="Finish and lock").click()
    finished = chair.part("The finished record")
    finished.get_by_label("What is added").fill("The letter went on Friday.")
    finished.get_by_label("Why", exact=True).fill("It was not written yet.")
    finished.get_by_role("button", name="Add to the record").click()
    expect(finished).to_contain_text("Asha, Chair")
    expect(finished).to_contain_text("Why: It was not written yet.")
    chair.is_accessible()


def between(above, below):
    """How far one stands below the other on the page."""
    return below.bounding_box()["y"] - above.bounding_box()["y"]


@pytest.fixture
def friday(tmp_path):
    """A server on Friday 20 November 2026, with a meeting of that day."""
    with opened(tmp_path) as live:
        room = make_room(live, day="2026-11-20")
    served = ServedOn(tmp_path, "2026-11-20T10:00").start()
    yield House(served, [room])
    assert served.stop() == 0


@pytest.mark.thorough("tests/unit/domain/dates/test_statutory_clocks.py")
def test_a_date_that_is_no_working_day_is_said_and_the_end_says_which_dates_follow(friday, hall):
    """A warning is beside the field, said once, and stops nobody."""
    house, room = friday, friday.room()
    chair = hall.guest(house, room, "chair", size=LAPTOP).arrives().is_in()
    cal = hall.guest(house, room, "nurse", size=SMALL_PHONE)
    opens_the_meeting(chair, cal)
    cal.adds("Nana fetches Pip.", "next")
    cal.picks("Nana fetches Pip.", "Make it an action: who does it?")
    field, save = cal.editor.get_by_label("By when?"), cal.editor.get_by_role("button", name="Save")
    apart = between(field, save)
    for day, says in (
        ("2026-12-25", "This is a bank holiday: Christmas Day."),
        ("2026-12-28", "This is a bank holiday: Boxing Day (substitute day)."),
        ("2026-12-19", "This is a Saturday."),
        ("2026-12-20", "This is a Sunday."),
    ):
        field.fill(day)
        expect(field).to_have_accessible_description(says)
        expect(cal.page.locator("#voice")).to_contain_text(says)
        assert between(field, save) == apart, "nothing moves under a finger"
    cal.fits()
    cal.is_accessible()
    field.fill("2026-12-21")
    expect(field).to_have_accessible_description("")
    field.fill("2026-12-19")
    cal.editor.get_by_role("checkbox", name=re.compile("Cal")).check()
    save.click()
    expect(cal.point("Nana fetches Pip.")).to_contain_text("Sat 19 Dec")

    dates = chair.part("Dates that follow")
    for what, by, rule in (
        ("Decision letter to the family", "Mon 23 Nov", "Within 1 working day of this meeting."),
        ("First core group, where a plan was made", "Fri 4 Dec", "Within 10 working days of this meeting."),
        ("Next conference, if this was the first", "Sat 20 Feb 2027", "Within 3 months of this meeting."),
    ):
        row = dates.get_by_role("listitem").filter(has_text=what)
        expect(row).to_contain_text(f"{what}: by {by}")
        expect(row).to_contain_text(rule)
        expect(row).to_contain_text("A local rule")
    expect(dates).to_contain_text("That is a Saturday. The last working day before it is Fri 19 Feb 2027.")
    chair.is_accessible()
    the_end(chair).get_by_role("button", name="Read it back aloud").click()
    pages = chair.page.locator(".read-back")
    expect(pages).not_to_contain_text("Dates that follow")
    while chair.page.get_by_role("button", name="Read aloud: go on").count():
        chair.page.get_by_role("button", name="Read aloud: go on").click()
    expect(pages).to_contain_text("First core group, where a plan was made: by Fri 4 Dec")
    chair.is_accessible()


def test_the_decision_desk_and_the_read_back_fit_the_smallest_phone(house, hall):
    room = house.room()
    chair = hall.guest(house, room, "chair", size=SMALL_PHONE).arrives().is_in()
    desk = chair.page.locator(".desk")
    desk.get_by_role("button", name="Start the meeting").click()
    desk.get_by_role("button", name="All tools").click()
    for title in ("Deciding for each child", "Deputy", "Dates that follow", "End the meeting"):
        desk.get_by_role("button", name=re.compile(f"^{title}")).first.click()
    chair.fits()
    chair.is_accessible()
    desk.get_by_role("button", name="Read it back aloud").click()
    expect(chair.page.locator("#read-back-heading")).to_be_focused()
    chair.fits()
    chair.is_accessible()
    chair.page.get_by_role("button", name="Stop reading").click()
    expect(desk.get_by_role("button", name="Read it back aloud")).to_be_focused()
    assert chair.page.viewport_size["width"] < LAPTOP[0]
