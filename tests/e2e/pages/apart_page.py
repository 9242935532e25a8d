"""Writing apart, as people see and press it: the box that says who sees it, points of one's own, the chair's section."""

from playwright.sync_api import Locator, expect

from tests.e2e.pages.people import Person

APART = "Only you can see this until the chair shows all of them together."
PREPARE = "Only you can see this. Your points wait here until you show them."
HELD = "The chair sees this first, then everyone."


def box_says(person: Person, words: str) -> None:
    """What stands above the box about who will see it."""
    expect(person.page.locator("#who-sees")).to_contain_text(words)


def box_is_for_everyone(person: Person) -> None:
    """What is added, everyone reads, and the box says so."""
    expect(person.page.locator("#who-sees")).to_have_text("Everyone here reads this.")


def private(person: Person, text: str) -> Locator:
    """A point of their own that nobody else sees, by its words."""
    return person.page.locator("li.point.private").filter(has=person.page.get_by_text(text, exact=True))


def writes_privately(person: Person, text: str, column: str = "worries") -> Locator:
    """Adds a point that stays their own, and sees it said so."""
    person.writes(text, column)
    expect(person.box.locator("#composer-text")).to_have_value("")
    found = private(person, text)
    expect(found).to_have_count(1)
    expect(found).to_contain_text("Only you can see this")
    return found


def press(place: Locator, name: str) -> None:
    """Presses the button of this name in this place; what only listeners hear may follow the name."""
    place.get_by_role("button", name=name).click()


def changes(person: Person, text: str, to: str) -> None:
    """Puts a private point in other words."""
    press(private(person, text), "Change")
    form = person.page.locator(".private-change")
    form.get_by_role("textbox").fill(to)
    press(form, "Save")
    expect(private(person, to)).to_have_count(1)


def drops(person: Person, text: str) -> None:
    """Deletes a private point for good."""
    point = private(person, text)
    press(point, "Drop")
    press(point, "Drop it")
    expect(point).to_have_count(0)


def desk(chair: Person) -> Locator:
    """The chair's section "Writing apart", opened."""
    return chair.part("Writing apart")


def stand(*people: Person) -> None:
    """Nothing for axe to find and nothing sideways on any of their screens as they are now."""
    for person in people:
        person.is_accessible()
        person.fits()
