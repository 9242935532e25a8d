"""Deciding, the chair's controls and the end, as people at browsers press and read them."""

import re
from contextlib import suppress

from playwright.sync_api import Error as PlaywrightError
from playwright.sync_api import Locator, expect

from tests.e2e.pages.people import Person, called, opened


def opens_the_meeting(chair: Person, *guests: Person) -> None:
    """The chair starts the meeting and lets these people in."""
    chair.desk.get_by_role("button", name="Start the meeting").click()
    for guest in guests:
        guest.arrives()
        chair.lets_in(guest.name)
        guest.is_in()


def asks_for_numbers(chair: Person) -> None:
    """The chair asks everyone for their numbers, for all the children."""
    desk = chair.part("Numbers")
    desk.get_by_role("button", name="Ask for numbers", exact=True).click()
    desk.locator("form").get_by_role("button", name="Ask for numbers", exact=True).click()
    expect(desk.locator("form")).to_have_count(0)


def names_deputy(chair: Person, label: str) -> None:
    """The chair names a deputy by the words of the list."""
    desk = chair.part("Deputy")
    desk.get_by_label("Who is deputy?").select_option(label=label)
    desk.get_by_role("button", name="Name as deputy").click()
    expect(desk).to_contain_text("is deputy.")


def takes_the_controls(deputy: Person) -> None:
    """The deputy takes the controls with one confirmation, by keyboard, and is at the chair's desk."""
    page = deputy.page
    page.get_by_role("button", name="Take the chair’s controls").focus()
    page.keyboard.press("Enter")
    sure = page.get_by_role("group", name="Take the chair’s controls")
    expect(sure).to_be_focused()
    deputy.is_accessible()
    page.keyboard.press("Tab")
    expect(sure.get_by_role("button", name="Take them now")).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/chair/"))
    deputy.is_in()


def decided_about(person: Person, child: str) -> Locator:
    """What is decided, said and disagreed with for a child; on a phone after turning to it."""
    if person.narrow:
        person.goes_to("What we decide")
    return person.page.get_by_role("region", name=child, exact=True)


def gives_view(person: Person, child: str, question: str, answer: str, why: str = "") -> None:
    """Somebody answers the question as it is put to them."""
    place = decided_about(person, child)
    place.get_by_role("button", name=re.compile("^(Give|Change) my view")).click()
    form = place.locator("form")
    form.get_by_role("group", name=question).get_by_label(answer, exact=True).check()
    form.get_by_label(re.compile("^Why")).fill(why)
    form.get_by_role("button", name="Show this view").click()
    expect(form).to_have_count(0)


def types_a_view(chair: Person, child: str, whose: str, source: str = "") -> None:
    """The chair types a yes for somebody without a device, or from what they sent."""
    place = decided_about(chair, child)
    place.get_by_role("button", name=re.compile("^Type somebody’s view")).click()
    answers_for(place, whose, source)


def answers_for(place: Locator, whose: str, source: str = "") -> None:
    """Says yes in the form that takes somebody's view."""
    form = place.locator("form")
    form.get_by_label("Whose view?").select_option(label=whose)
    form.get_by_label("Yes", exact=True).check()
    if source:
        form.get_by_label("How did this reach you, and when?").fill(source)
    form.get_by_role("button", name="Show this view").click()
    expect(form).to_have_count(0)


def decides(chair: Person, child: str, outcome: str, kind: str, reasons: str, family: str, wishes: str = "") -> None:
    """The chair says it aloud, writes it down for one child, and shows it."""
    desk = chair.part("Deciding for each child")
    desk.get_by_role("group", name="Which child").get_by_role("button", name=called(child, "the decision")).click()
    form = desk.get_by_role("form", name=f"Decide for {child}")
    form.get_by_label(outcome, exact=True).check()
    if kind:
        form.get_by_role("group", name="Because of").get_by_label(kind, exact=True).check()
    form.get_by_label("The reasons").fill(reasons)
    form.get_by_label("How did the family’s view count?").fill(family)
    form.get_by_label(re.compile("^What was wished for")).fill(wishes)
    expect(form).to_contain_text("Say it aloud first.")
    form.get_by_label("I have said it aloud").check()
    form.get_by_role("button", name=f"Show {child}’s decision").click()
    expect(form).to_have_count(0)


def the_end(chair: Person) -> Locator:
    """The section that ends the meeting, opened; its head and its button have the same name."""
    chair.opens_tools()
    opened(chair.page.locator("#desk-ending"))
    return chair.desk.get_by_role("region", name="End the meeting")


def gives_reasons(end: Locator, reason: str) -> None:
    """A reason for all that is missing. What has just been put right goes from the list while it is filled in."""
    fields = end.get_by_label("Why it stays open")
    for _ in range(30):
        empty = fields.evaluate_all("all => all.findIndex(one => !one.value)")
        if empty < 0:
            return
        with suppress(PlaywrightError):
            fields.nth(empty).fill(reason, timeout=2000)
    raise AssertionError("there is always another field to fill in")


def ends_with_reasons(chair: Person) -> None:
    """The chair gives a reason for all that is missing, and ends the meeting."""
    end = the_end(chair)
    gives_reasons(end, "We said so aloud.")
    end.get_by_role("button", name="End the meeting now", exact=True).click()
    expect(chair.desk.get_by_role("button", name="The draft record")).to_be_visible()


def reads_back(chair: Person, *pages: str) -> None:
    """The chair reads the pages aloud, one after another, without a mouse, and is back at the end."""
    page = chair.page
    the_end(chair)
    # On the desk; in its step it stands on the board.
    page.get_by_role("button", name="Read it back aloud").first.focus()
    page.keyboard.press("Enter")
    for place, title in enumerate(pages):
        heading = page.locator("#read-back-heading")
        expect(heading).to_have_text(title)
        expect(heading).to_be_focused()
        chair.is_accessible()
        last = place == len(pages) - 1
        page.get_by_role("button", name="All read. Go to the end" if last else "Read aloud: go on").focus()
        page.keyboard.press("Enter")
    expect(page.locator("#read-back-heading")).to_have_count(0)
