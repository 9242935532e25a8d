"""What life is like for a child, and what answers what, as people see and press them."""

import re

from playwright.sync_api import Locator, expect

from tests.e2e.pages.people import Person, opened, until


def statement(person: Person, child: str) -> Locator:
    """The statement about a child on the board."""
    return person.page.get_by_role("region", name=f"What it's like for {child} now")


def opens_statement(person: Person, child: str) -> Locator:
    """Opens the panel that writes it; gives the box back."""
    statement(person, child).get_by_role("button", name=re.compile("^(Write|Change) it")).click()
    expect(person.editor.get_by_role("heading", name=f"Write together: What it's like for {child} now")).to_be_focused()
    return person.editor.get_by_label(f"What it's like, in plain words about {child}")


def saves(person: Person) -> None:
    """Presses Save, and the panel goes."""
    person.editor.get_by_role("button", name="Save", exact=True).click()
    expect(person.editor).to_have_count(0)


def versions(person: Person, child: str) -> Locator:
    """Who wrote it and what, newest first, once opened."""
    who = statement(person, child).get_by_role("button", name=re.compile("^Who wrote this"))
    opened(who)
    return statement(person, child).get_by_role("list", name=re.compile("^Who wrote this")).get_by_role("listitem")


def order_of(person: Person, *texts: str) -> list[str]:
    """These points in the order they stand on the screen."""
    places = {}
    for text in texts:
        box = person.point(text).bounding_box()
        assert box, f"not on the screen: {text}"
        places[text] = box["y"]
    return sorted(texts, key=places.__getitem__)


def stands_in_order(person: Person, *texts: str) -> None:
    """Waits until these points stand in this order."""
    until(person.page, lambda: order_of(person, *texts) == list(texts), why=f"for {texts}")


def accessible(person: Person, part: Locator | None = None) -> None:
    """axe finds nothing wrong with the page, or with a part of it; and nothing scrolls sideways."""
    found = person.axe(part)
    assert not found, f"{person.name}: {found}"
    person.fits()
