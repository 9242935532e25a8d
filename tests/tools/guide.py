"""A page of the guide as what it tells somebody to do: its numbered steps in order, and the words in bold, which are
those on the screen. A test walks through them; a step that no test walks, or a word that no screen shows, fails it.

The walk never names a button. It says what is done with the step's next bold word: `presses`, `fills`, `chooses`,
`ticks`, `sees`. So a button that gets another name and a page that gets other words fail alike.
"""

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page, expect

from tests.e2e.pages.people import Person

GUIDE = Path(__file__).parents[2] / "docs" / "guide"
PICTURES = GUIDE.parent / "pictures"
WRITE_TO = "PICTURES_TO"
"""Names the folder to which the walk writes the guide's pictures (`python -m tools.pictures`); unset in a test run."""
BOLD = re.compile(r"\*\*(.+?)\*\*", re.DOTALL)
PICTURE = re.compile(r"!\[([^\]]+)\]\(\.\./pictures/([a-z-]+\.png)\)")


@dataclass(frozen=True)
class Step:
    """One numbered step: its words, and those of them that stand on the screen."""

    text: str
    bold: tuple[str, ...]


class Doing:
    """A step while somebody does it: its bold words one after the other, each used once."""

    def __init__(self, step: Step, person: Person) -> None:
        self.step, self.person = step, person
        self.left = list(step.bold)

    def word(self) -> str:
        """The next bold word."""
        assert self.left, f"{self.step.text!r} names nothing more to press or read"
        return self.left.pop(0)

    def presses(self, at: Locator | None = None, by: Person | None = None, of: str = "") -> None:
        """Presses the button or link of that name; `of` is what only listeners hear after it."""
        self.button(at, by, of).click()

    def button(self, at: Locator | None = None, by: Person | None = None, of: str = "") -> Locator:
        """The button or link of that name."""
        place, name = at or (by or self.person).page, as_named(self.word(), of)
        return place.get_by_role("button", name=name).or_(place.get_by_role("link", name=name))

    def starting(self) -> re.Pattern[str]:
        """The next bold word as the beginning of a button's name that goes on with a number or a person."""
        return re.compile("^" + as_shown(self.word()))

    def field(self, at: Locator | None = None) -> Locator:
        """The field with that label, which a hint may follow."""
        return (at or self.person.page).get_by_label(re.compile(r"^\s*" + as_shown(self.word()))).filter(visible=True)

    def fills(self, text: str, at: Locator | None = None) -> None:
        """Writes into the field with that label."""
        self.field(at).fill(text)

    def ticks(self, at: Locator | None = None) -> None:
        """Ticks the box or the choice with that label."""
        self.field(at).check()

    def chooses(self, label: str, at: Locator | None = None) -> None:
        """Picks from the list with that label."""
        self.field(at).select_option(label=label)

    def offers(self, at: Locator) -> str:
        """The next bold word is something to choose from this list; the choice as the list has it."""
        choice = at.locator("option", has_text=re.compile(rf"^\s*{as_shown(self.word())}\s*$"))
        expect(choice).to_have_count(1)
        return choice.inner_text()

    def part(self, by: Person | None = None, itself: bool = False) -> Locator:
        """The section of the desk with that title, opened. `itself`: something waits in it, so it opens by itself; to
        press it at that moment would close it again."""
        person, title = by or self.person, self.word()
        if itself:
            head = person.desk.get_by_role("button", name=re.compile("^" + as_shown(title)))
            expect(head).to_have_attribute("aria-expanded", "true")
        return person.part(title)

    def sees(self, at: Locator | None = None, by: Person | None = None) -> None:
        """Sees those words: as text, or as the label of something to press or fill."""
        place, words = (
            at or (by or self.person).page.locator("body"),
            re.compile(rf"(?<!\w){as_shown(self.word())}(?!\w)"),
        )
        found = place.get_by_text(words).or_(place.get_by_role("button", name=words))
        expect(found.filter(visible=True).first).to_be_visible()

    def done(self) -> None:
        """Every bold word has been used."""
        assert not self.left, f"{self.step.text!r}: nobody presses or reads {self.left}"


class Guide:
    """One page of the guide, walked from its first step to its last."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.text = (GUIDE / name).read_text(encoding="utf-8")
        self.ahead = steps_of(self.text)
        self.pictures = [name for _, name in PICTURE.findall(self.text)]
        assert self.ahead, f"{name} has no numbered steps"

    @contextmanager
    def step(self, begins: str, person: Person) -> Iterator[Doing]:
        """The next step, which must begin with these words, while this person does all that it says."""
        assert self.ahead, f"{self.name} has no step {begins!r}: it ends before"
        step = self.ahead.pop(0)
        assert step.text.startswith(begins), f"{self.name} says {step.text!r}, the walk does {begins!r}"
        doing = Doing(step, person)
        yield doing
        doing.done()

    def picture(self, name: str, of: Page | Locator, **settings: Any) -> None:
        """The next picture of the page: taken when pictures are being made, else looked for where it should be."""
        assert self.pictures, f"{self.name} shows no picture {name}"
        assert self.pictures.pop(0) == name, f"{self.name} shows another picture before {name}"
        if folder := os.environ.get(WRITE_TO):
            of.screenshot(path=Path(folder) / name, animations="disabled", caret="hide", **settings)
        else:
            assert (PICTURES / name).is_file(), f"python -m tools.pictures makes {name}"

    def ends(self) -> None:
        """Nothing on the page is left."""
        assert not self.ahead, f"{self.name}: nobody walks {[step.text for step in self.ahead]}"
        assert not self.pictures, f"{self.name}: nobody takes {self.pictures}"


def as_shown(words: str) -> str:
    """A pattern for these words as a screen may set them: with curly apostrophes, and three dots as one sign."""
    pattern = re.escape(words.strip())
    for plain, either in (("'", "['\u2019]"), (re.escape("..."), "(\\.\\.\\.|\u2026)"), ("\\ ", r"\s+")):
        pattern = pattern.replace(plain, either)
    return pattern


def as_named(words: str, of: str = "") -> re.Pattern[str]:
    """A button's whole name: these words, and what only listeners hear after them."""
    return re.compile(f"^{as_shown(words)}" + (rf"\s*:?\s+{as_shown(of)}$" if of else "$"))


def steps_of(markdown: str) -> list[Step]:
    """The items of the page's numbered lists, their lines joined, in order."""
    steps: list[Step] = []
    lines: list[str] = []
    for line in [*markdown.splitlines(), ""]:
        begins = re.match(r"\d+\. +(.*)", line)
        if lines and (begins or not line.startswith("   ")):
            text = " ".join(lines)
            steps.append(Step(text.replace("**", ""), tuple(BOLD.findall(text))))
            lines = []
        if begins:
            lines = [begins.group(1)]
        elif lines:
            lines.append(line.strip())
    return steps
