"""Staff at their pages: signing in, making a meeting, handing out links, opening the board as the chair."""

import re
from dataclasses import dataclass
from datetime import date

from playwright.sync_api import Locator, Page, expect

from tests.e2e.pages.people import Person
from tests.scenes.staffroom import EMAIL, PASSWORD


@dataclass(frozen=True)
class Somebody:
    """One of the people a meeting is made with; `role` is the words of the choice."""

    name: str
    relationship: str
    role: str
    agency: str = ""


def signs_in(person: Person, email: str = EMAIL, password: str = PASSWORD) -> None:
    """Types into the form and comes to the list of meetings, or on the day of a sitting to its list."""
    page = person.page
    page.goto(f"{person.url}/sign-in")
    page.get_by_label("Email address").fill(email)
    page.get_by_label("Password").fill(password)
    page.get_by_role("button", name="Sign in", exact=True).click()
    expect(page.get_by_role("button", name="Sign out")).to_be_visible()


def starts_a_meeting(page: Page, kind: str, day: date) -> None:
    """From the list to the form, and all of it that is not about people."""
    page.get_by_role("link", name="Make a meeting").first.click()
    page.get_by_label(kind, exact=True).check()
    page.get_by_role("button", name="Continue").click()
    page.get_by_label("What is the meeting?").fill("First child protection conference")
    about_the_meeting(page, day)


def about_the_meeting(page: Page, day: date) -> None:
    """When and where it is, and what else the form wants to know of the meeting itself."""
    page.get_by_label("Family reference").fill("fam 20741")
    for label, value in (("Day", day.day), ("Month", day.month), ("Year", day.year)):
        page.get_by_label(label, exact=True).fill(str(value))
    page.get_by_label("When does it start?").fill("2.30pm")
    page.get_by_label("Both: some in the room, some online").check()
    page.get_by_label("Which place?").fill("Room 4, Station Road")
    page.get_by_role("group", name="Will family be there?").get_by_label("Yes").check()
    page.get_by_label("Where does the chair come from?").select_option(label="Social care")


def names_children(page: Page, *children: tuple[str, str]) -> None:
    """First names and ages, a row for each."""
    for at, (name, age) in enumerate(children):
        if at:
            page.get_by_role("button", name="Add another child").click()
        row = page.get_by_role("group", name=f"Child {at + 1}", exact=True)
        row.get_by_label("First name").fill(name)
        row.get_by_label("Age").fill(age)


def names_people(page: Page, *people: Somebody) -> None:
    """Everybody else; two rows are there already."""
    for at, one in enumerate(people):
        if at >= 2:
            page.get_by_role("button", name="Add another person").click()
        fills_person(page.get_by_role("group", name=f"Person {at + 1}", exact=True), one)


def fills_person(row: Locator, one: Somebody) -> None:
    """One row."""
    row.get_by_label("Name").fill(one.name)
    row.get_by_label("Relationship or job").fill(one.relationship)
    row.get_by_label("Role").select_option(label=one.role)
    if one.agency:
        row.get_by_label("Comes from").select_option(label=one.agency)


def guest(page: Page, name: str) -> Locator:
    """What the page of a meeting says of somebody invited."""
    return page.locator(".guests > li").filter(has=page.get_by_role("heading", name=name, exact=True))


def link_of(page: Page, name: str) -> str:
    """The link that was just made for somebody."""
    link = guest(page, name).locator("code").inner_text()
    assert re.search(r"/join#[\w-]{43}$", link)
    return link
