"""A big screen in a browser: showing its code, being told what to show, and what stands on it, measured."""

import re
from typing import Any

from playwright.sync_api import Browser, BrowserContext, expect

from tests.e2e.pages.people import TWICE, Person, until
from tests.people.big_screen import types
from tests.people.on_the_wire import Wire

FULL_HD, LAPTOP_SCREEN = (1920, 1080), (1366, 768)

OUTSIDE = """() => {
  const found = (TWICE)().map(id => "two things are called " + id), root = document.documentElement;
  if (root.scrollHeight > innerHeight || root.scrollWidth > innerWidth) found.push("the page scrolls");
  for (const one of document.querySelectorAll("#app *, #screen *")) {
    if (one.closest(".away") || one.closest("svg")) continue;
    const box = one.getBoundingClientRect(), name = one.tagName + "." + one.className;
    if (box.right > innerWidth + 1 || box.bottom > innerHeight + 1 || box.left < -1 || box.top < -1)
      found.push(name + " is off the screen");
    if (getComputedStyle(one).overflow !== "visible" && (one.scrollHeight > one.clientHeight + 1 || one.scrollWidth > one.clientWidth + 1))
      found.push(name + " is cut off: " + one.scrollHeight + " on " + one.clientHeight);
    const area = one.closest(".paged");
    if (area && one !== area && box.bottom > area.getBoundingClientRect().bottom + 1) found.push(name + " is under the edge");
  }
  return found;
}""".replace("TWICE", TWICE)
LARGER_FITS = """() => {
  const fit = document.querySelector(".fit"), area = fit.parentElement, room = area.clientHeight;
  const rows = Array.from(fit.querySelectorAll("ul.points > li"));
  for (let size = 0; size < Number(fit.dataset.fit); size += 1) {
    const box = document.createElement("div"), list = document.createElement("ul");
    box.className = "measuring"; box.dataset.fit = String(size); list.className = "points";
    box.appendChild(list); area.appendChild(box);
    box.style.width = rows[0].getBoundingClientRect().width + "px";
    for (const row of rows) list.appendChild(row.cloneNode(true));
    const high = Array.from(list.children).map(one => one.getBoundingClientRect().height);
    box.remove();
    const sum = some => some.reduce((all, one) => all + one, 0);
    for (let at = 1; at < high.length; at += 1)
      if (sum(high.slice(0, at)) <= room && sum(high.slice(at)) <= room) return size;
  }
  return null;
}"""
ABOUT = """() => Array.from(document.querySelectorAll(".fit .entry:not(.view):not(.pair):not(.none)")).map(one =>
  Array.from(one.querySelectorAll(".kid")).map(kid => kid.textContent))"""
READ = """() => Array.from(document.querySelectorAll(".paged")).map(area =>
  Array.from(area.querySelectorAll(".words")).map(one => one.textContent).join(" "))"""
SETTLED = """async () => {
  await document.fonts.ready;
  for (let n = 0; n < 3; n += 1) await new Promise(done => requestAnimationFrame(done));
}"""
SHOWN = """async wanted => {
  const shown = () => document.querySelector(".page")?.getAttribute("data-shown")?.split(/\\s+/).filter(Boolean).join(" ");
  for (const end = performance.now() + 10000; shown() !== wanted && performance.now() < end;)
    await new Promise(done => requestAnimationFrame(done));
  return shown();
}"""
LOOKED = f"""async wanted => {{
  const stands = await ({SHOWN})(wanted);
  await ({SETTLED})();
  return {{
    stands, outside: ({OUTSIDE})(), read: ({READ})(), feet: Array.from(document.querySelectorAll(".foot")).map(one => one.innerText),
  }};
}}"""
"""One page looked at in one go: hundreds are, and each question would go through three processes."""


def plain(text: str) -> str:
    """Words with single spaces between them."""
    return " ".join(text.split())


class BigScreen(Person):
    """A computer under a projector. It has no link and no name."""

    def __init__(
        self,
        browser: Browser,
        url: str,
        size: tuple[int, int] = FULL_HD,
        context: BrowserContext | None = None,
        **settings: Any,
    ) -> None:
        super().__init__(browser, url, "#", "The big screen", size, context, **settings)

    def shows_code(self) -> str:
        """Opens the page, and reads the code off it."""
        self.page.goto(f"{self.url}/screen")
        expect(self.page.get_by_text("The chair types this code on their desk.")).to_be_visible()
        return self.page.locator(".code").inner_text()

    def is_paired_by(self, chair: Wire) -> "BigScreen":
        """Is brought in by a chair who types the code."""
        assert types(chair, self.shows_code()) == (200, "")
        self.has_come_in()
        return self

    def has_come_in(self) -> None:
        """Has left the page with the code for one without."""
        self.page.wait_for_url(re.compile(r"/screen/[0-9a-f-]{36}$"))
        expect(self.page.get_by_role("heading", level=1)).to_be_visible()

    def is_told(
        self, chair: Wire, view: str, column: str | None = None, child: str | None = None, page: int = 0, **more: Any
    ) -> None:
        """The chair shows something, and it stands there."""
        self.shows(self._asked(chair, view, column, child, page, **more))

    def _asked(self, chair: Wire, view: str, column: str | None, child: str | None, page: int, **more: Any) -> str:
        """The chair shows something; by which words it will be known."""
        chair.ok("show_on_screen", view=view, column=column, child=child, page=page, **more)
        larger = str(more.get("larger", False)).lower()
        return " ".join(str("null" if one is None else one) for one in (view, column, child, page, larger))

    def shows(self, asked: str) -> None:
        """What was asked for stands on the screen, laid out."""
        shown = self.page.locator(".page")
        wanted = asked.replace("null", "")
        until(
            self.page, lambda: (shown.get_attribute("data-shown") or "").split() == wanted.split(), why=f"for {asked}"
        )
        self.settles()

    def settles(self) -> None:
        """Everything is laid out and has its letters."""
        self.page.evaluate(SETTLED)

    def outside(self) -> list[str]:
        """What is cut off, off the screen, or makes it scroll."""
        self.settles()
        found: list[str] = self.page.evaluate(OUTSIDE)
        return found

    def fills_its_page(self, names: set[str], where: object) -> None:
        """Nothing is cut off, every point names its child or says it is about all, and no larger letters would fit."""
        assert not (found := self.outside()), (where, found[:4])
        if not self.page.locator(".fit .entry").count():
            return
        about = self.page.evaluate(ABOUT)
        assert all(whom and set(whom) <= names for whom in about), (where, about)
        size = int(self.page.locator(".fit").get_attribute("data-fit") or 9)
        assert size == 2 if self.pages() > 1 else size in range(4), where
        assert self.pages() > 1 or self.page.evaluate(LARGER_FITS) is None, where

    def pages(self) -> int:
        """How many pages the longest section has."""
        return _pages(self.page.locator(".foot").all_inner_texts())

    def read_through(self, chair: Wire, view: str, column: str | None, child: str | None, **more: Any) -> str:
        """Every page of a view, one after another, each looked at; all that was read, section by section."""
        sections: list[list[str]] = []
        at, pages = 0, 1
        while at < pages:
            wanted = " ".join(self._asked(chair, view, column, child, at, **more).replace("null", "").split())
            looked = self.page.evaluate(LOOKED, wanted)
            where = f"{view}, page {at + 1}, {self.page.viewport_size}"
            assert looked["stands"] == wanted, where
            assert not looked["outside"], f"{where}: {looked['outside'][:5]}"
            sections = sections or [[] for _ in looked["read"]]
            for section, words in zip(sections, looked["read"], strict=True):
                section.append(words)
            at, pages = at + 1, _pages(looked["feet"])
        return plain(" ".join(" ".join(section) for section in sections))


def _pages(feet: list[str]) -> int:
    """How many pages the longest of these sections has."""
    return max((int(found[1]) for one in feet if (found := re.search(r"page \d+ of (\d+)", one))), default=1)
