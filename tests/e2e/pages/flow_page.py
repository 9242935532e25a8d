"""The agenda, turns, the row of requests and the calm page, as people use them."""

import re

from playwright.sync_api import Locator, expect

from tests.e2e.pages.people import Person, opened

CALM = "We’re taking a pause"


def agenda(chair: Person) -> Locator:
    """The chair's desk with the agenda open among its tools; the step itself stands above them."""
    chair.part("Agenda")
    return chair.desk


def goes_on_to(chair: Person, *steps: str) -> None:
    """The chair opens one step after the other."""
    for step in steps:
        agenda(chair).get_by_role("button", name=f"On to: {step}", exact=True).click()
        expect(agenda(chair)).to_contain_text(f": {step}")


def header(person: Person) -> Locator:
    """The line under the top line: step, time left, turns."""
    return person.page.locator("header .flow")


def asks(person: Person) -> Locator:
    """The row of what everybody can ask for."""
    group = person.page.get_by_role("group", name="Ask for something")
    more = group.get_by_role("button", name="More to ask for")
    if more.count():
        opened(more)
    return group


def asking(person: Person, what: str) -> Locator:
    """What opens at the row for "I need a pause" and "I have to go"."""
    return person.page.get_by_role("group", name=what, exact=True)


def waiting_for(chair: Person) -> Locator:
    """Hands and requests on the chair's desk, opened."""
    return chair.part("Hands and requests")


def sees_the_calm_page(person: Person, *hidden: str) -> None:
    """The heading with focus on it, and nothing of the board: not to be seen, and not to be read out."""
    heading = person.page.get_by_role("heading", name=CALM)
    expect(heading).to_be_visible()
    expect(heading).to_be_focused()
    expect(person.page.locator("header.top")).to_be_hidden()
    expect(person.page.get_by_role("button", name=re.compile("people here"))).to_have_count(0)
    outline = person.page.locator("body").aria_snapshot()
    for words in hidden:
        assert words not in outline, f"{words} can be read out in a pause"
        expect(person.page.get_by_text(words).first).to_be_hidden()
