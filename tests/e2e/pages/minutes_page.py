"""The minute-taker at her desk, told by what she reads and presses; most of it with the keyboard alone."""

import re

from playwright.sync_api import Locator, expect

from tests.e2e.pages.people import Person, opened, until


class Scribe:
    """A minute-taker with a browser: the box above the board, and the sections of the desk."""

    def __init__(self, person: Person) -> None:
        self.person, self.page = person, person.page

    @property
    def words(self) -> Locator:
        """The box."""
        return self.page.locator("#composer-text")

    @property
    def desk(self) -> Locator:
        """The minutes desk."""
        return self.page.get_by_role("complementary", name="Minutes desk")

    def part(self, title: str) -> Locator:
        """A section of the desk, opened."""
        head = self.desk.get_by_role("button", name=re.compile(f"^{re.escape(title)}"))
        opened(head)
        return self.desk.get_by_role("region", name=re.compile(f"^{re.escape(title)}"))

    def row(self, title: str, words: str) -> Locator:
        """The line of a section that holds these words."""
        return self.part(title).locator("li").filter(has_text=words)

    def line_of(self, name: str) -> Locator:
        """The line of somebody in the list of who is here."""
        return self.part("Who is here").locator("li:not(.waiting)").filter(has=self.page.locator("b", has_text=name))

    def states(self, name: str, button: str, becomes: str) -> Locator:
        """Presses what is to be stated of somebody until the list says so; a press too soon after another is ignored."""
        row = self.line_of(name)
        said = row.get_by_role("button", name=f"{button} {name}", exact=True)

        def done() -> bool:
            if becomes in row.inner_text():
                return True
            for found in said.element_handles():
                found.evaluate("button => button.focus() || button.click()")  # It may be gone by now, which is well.
            return False

        until(self.page, done, why=f"for {name} to be {becomes}")
        return row

    def picks(self, label: str, first_letters: str, shows: str) -> None:
        """Goes to a list of the box by its key and chooses by first letters, as one does without looking."""
        self.page.keyboard.press({"For": "Control+.", "In": "Control+,"}[label])
        select = self.page.locator({"For": "#composer-speaker", "In": "#composer-column"}[label])
        expect(select).to_be_focused()
        self.page.keyboard.type(first_letters)
        expect(select.locator("option:checked")).to_have_text(re.compile(shows))

    def types(self, text: str) -> None:
        """Types in the box and adds it with Ctrl and Enter; the hands stay there."""
        self.page.keyboard.press("Control+/")
        expect(self.words).to_be_focused()
        self.page.keyboard.type(text)
        self.page.keyboard.press("Control+Enter")
        expect(self.words).to_have_value("")
        expect(self.words).to_be_focused()

    def differs(self) -> None:
        """Turns the box, under its rare things, to how somebody sees a point differently."""
        opened(self.page.locator(".entry").get_by_role("button", name="More"))
        self.page.get_by_label("They see a point differently").check()

    def presses(self, button: Locator) -> None:
        """Presses a button that has been reached with Tab."""
        button.focus()
        self.page.keyboard.press("Enter")

    def spoken(self) -> Locator:
        """What the page says aloud."""
        return self.page.locator("#voice")
