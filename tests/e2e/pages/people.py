"""People at real browsers: what they see, read and press, told by role and visible name as they would tell it.

A `Person` fails its test on anything that should never happen in a browser of ours: an error on the page or in its
console, something the content security policy stopped, or a request to another host.
"""

import json
import re
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Locator,
    Page,
    Request,
    WebSocket,
    expect,
)
from playwright.sync_api import Error as PlaywrightError

from meeting_server.http.bundles import PAGES, modules_of, tree_of

AXE = Path(__file__).parents[2] / "vendor" / "axe.min.js"
LAPTOP = (1366, 768)
PHONE = (390, 844)
SMALL_PHONE = (320, 640)
"""Also what 1280 pixels at 400 % zoom come to."""
COLUMNS = {
    "worries": "What are we worried about?",
    "well": "What's working well?",
    "next": "What needs to happen?",
    "good": "What will 'good' look like?",
}
STOPPED = """document.addEventListener("securitypolicyviolation", event =>
  console.error("CSP stopped " + event.violatedDirective + " " + event.blockedURI));"""

TWICE = """() => {
  const ids = Array.from(document.querySelectorAll("[id]"), one => one.id);
  return ids.filter((id, n) => ids.indexOf(id) < n);
}"""
"""The ids that more than one thing of a page has."""

HEARD = """() => {
  window.heard = [];
  const voice = document.getElementById("voice");
  new MutationObserver(() => window.heard.push(voice.textContent)).observe(voice, {childList: true, characterData: true, subtree: true});
}"""
"""From now on the page keeps what its voice says, in the order said: later words take the place of earlier ones."""


@cache
def _page_modules() -> dict[str, list[str]]:
    root = Path(__file__).parents[3]
    tree = tree_of([root / "meeting_server" / "static", root / "facilitator_ui" / "static"])
    return {page: [module.name for module in modules_of(entry, tree)] for page, entry in PAGES.items()}


def places(file: str) -> dict[str, int]:
    """Where a module stands among the `modules` of each page's file that has it."""
    return {page: names.index(file) for page, names in _page_modules().items() if file in names}


def until(page: Page, true: Callable[[], Any], seconds: float = 10, why: str = "") -> Any:
    """Asks again and again until `true()` is, while the page lives on; gives it back."""
    end = time.monotonic() + seconds
    while not (found := true()):
        assert time.monotonic() < end, f"waited {seconds} s in vain {why}"
        page.wait_for_timeout(50)
    return found


def opened(head: Locator) -> None:
    """Opens what this button opens, unless it is open. Looked at and pressed in one go: what needs somebody opens by
    itself, and a press after a look might close what has just opened."""
    head.evaluate("one => one.getAttribute('aria-expanded') === 'true' || one.click()")
    expect(head).to_have_attribute("aria-expanded", "true")


def called(words: str, of: str) -> re.Pattern[str]:
    """The whole name of a button: the words that are seen on it, and what only listeners hear after them."""
    return re.compile(rf"^{re.escape(words)}\s*:?\s+{re.escape(of)}$")


class Person:
    """Somebody with a browser. `context` given: another tab of a browser that is open already."""

    def __init__(
        self,
        browser: Browser,
        url: str,
        link: str,
        name: str,
        size: tuple[int, int] = LAPTOP,
        context: BrowserContext | None = None,
        **settings: Any,
    ) -> None:
        self.url, self.link, self.full_name = url, f"{url}/join#{link.partition('#')[2]}", name
        words = name.split()
        self.name = " ".join(words[:-1])
        self.narrow = size[0] < 960
        self.context = context or browser.new_context(
            viewport={"width": size[0], "height": size[1]}, locale="en-GB", accept_downloads=True,
            # A browser with a window lets the page in front copy; one without is asked, and there is nobody to answer.
            permissions=["clipboard-write"], **settings,
        )  # fmt: skip
        if context is None:
            self.context.add_init_script(STOPPED)
            self.context.set_default_timeout(10_000)
        self.wrong: list[str] = []
        self.network_is_gone = False
        self.frames: list[str] = []
        self.bodies: list[bytes] = []
        self.page = self.context.new_page()
        self._watch()

    def _watch(self) -> None:
        self.page.on("pageerror", lambda error: self.wrong.append(f"page error: {error}"))
        self.page.on("console", self._hear_console)
        self.page.on("request", self._hear_request)
        self.page.on("requestfinished", self._hear_body)
        self.page.on("websocket", self._hear_websocket)

    def _hear_console(self, message: ConsoleMessage) -> None:
        if message.type not in ("error", "warning"):
            return
        if self.network_is_gone and re.search(r"ERR_|WebSocket connection|Failed to load resource", message.text):
            return
        self.wrong.append(f"console: {message.text}")

    def _hear_request(self, request: Request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme in ("data", "blob", "about"):
            return
        if parts.netloc != urlsplit(self.url).netloc:
            self.wrong.append(f"a request to another host: {request.url}")

    def _hear_body(self, request: Request) -> None:
        if "/static/" in request.url or not request.url.startswith("http"):
            return
        try:
            response = request.response()
            if response:
                self.bodies.append(response.body())
        except PlaywrightError:
            pass  # A redirect has no body.

    def _hear_websocket(self, line: WebSocket) -> None:
        line.on("framereceived", lambda frame: self.frames.append(frame if isinstance(frame, str) else frame.decode()))

    def all_told(self) -> str:
        """Every frame and every page and answer that reached this browser."""
        self.page.wait_for_timeout(0)
        return "\n".join([*self.frames, *(body.decode(errors="replace") for body in self.bodies)])

    def told(self, words: str) -> bool:
        """Whether these words reached this browser, in letters or as JSON spells them."""
        known = self.all_told()
        return words in known or json.dumps(words)[1:-1] in known

    def is_well(self) -> None:
        """Nothing happened that should not happen in a browser."""
        assert not self.wrong, f"{self.name}: {self.wrong}"

    def close(self) -> None:
        """Closes the browser, once nothing went wrong in it."""
        self.context.close()
        self.is_well()

    # ---- Coming in ----

    def opens_link(self) -> "Person":
        """Reads the page of the link: who they are here, who will be there, what is kept."""
        self.page.goto(self.link)
        expect(self.page.get_by_text(self.full_name).first).to_be_visible()
        expect(self.page.get_by_text("No sound or video is kept.")).to_be_visible()
        assert "#" not in self.page.url, "the link's secret stays in the address bar"
        return self

    def asks_to_join(self) -> "Person":
        """Presses the button, and is on the board's page: waiting, or in."""
        self.page.get_by_role("button", name="Ask to join").click()
        self.page.wait_for_url(re.compile(r"/(board|chair|minutes)/"))
        return self

    def arrives(self) -> "Person":
        """Opens the link and asks to join."""
        return self.opens_link().asks_to_join()

    def waits(self) -> None:
        """Is told that they wait, and nothing else, by a page that has come to life."""
        expect(self.page.get_by_role("heading", name="You are in the waiting room")).to_be_visible()
        expect(self.page.locator("#lobby-heading")).to_be_visible()

    def is_in(self) -> "Person":
        """Sees the board; says, where they are asked, that nobody can see or hear it; and goes to where the meeting is."""
        expect(self.page.locator(".screen")).to_be_visible()
        if not self.narrow:
            expect(self.page.get_by_role("button", name="people here. Show who")).to_be_visible()
        alone = self.page.get_by_role("button", name="No, only me")
        if alone.count():
            alone.click()
            expect(alone).to_have_count(0)
        return self.goes_on()

    def goes_on(self) -> "Person":
        """Goes from where one is let in to where the meeting is."""
        on = self.page.locator('[data-fk="arrived:on"]')
        if on.count():
            on.click()
            expect(on).to_have_count(0)
        return self

    def is_here_as(self) -> str:
        """Who this screen says it is."""
        more = self.page.get_by_role("button", name="More: this screen, and leaving")
        more.click()
        said = self.page.get_by_text(f"You are here as {self.name}").inner_text()
        more.click()
        return said

    def looks_at_everything(self) -> "Person":
        """Turns to the whole board, on a laptop."""
        if not self.narrow:
            self.opens_places()
            self.page.get_by_role("button", name="Whole board", exact=True).click()
        return self

    def opens_places(self) -> None:
        """Opens the list of places where a low laptop has them behind one button."""
        folded = self.page.locator('.places-folded > [data-fk="all-places"]')
        if folded.count():
            opened(folded)

    # ---- The board ----

    def looks_at(self, column: str) -> "Person":
        """Turns to a column: on a phone by its arrows, on a laptop by choosing where to write, unless that is a part of it."""
        label = COLUMNS.get(column, column)
        if not self.narrow:
            choice = self.page.get_by_label("Column", exact=True)
            if choice.count() and choice.input_value().split(".")[0] != column:
                choice.select_option(value=column if column in COLUMNS else self._column(label))
            return self
        self._turns_to(label)
        return self

    def _column(self, label: str) -> str:
        """The key of the column with this label."""
        columns = self._module("store/store", "it.template.value.columns.map(one => [one.key, one.label, one.short])")
        return next(key for key, *names in columns if label in names)

    def turns_to_the_first_place(self) -> None:
        """Turns the phone's pages back as far as they go."""
        while (back := self.page.get_by_role("button", name=re.compile("^Back to "))).count():
            back.click()

    def _turns_to(self, title: str) -> None:
        """Turns the phone's pages, on and then back, until one has this title."""
        heading = self.page.locator(".pager .page-title")
        for words in ("On to", "Back to", "On to"):
            for _ in range(16):
                if heading.inner_text() == title:
                    return
                step = self.page.get_by_role("button", name=re.compile(f"^{words} "))
                if not step.count():
                    break
                step.click()
        raise AssertionError(f"no place {title}")

    def looks_at_child(self, name: str) -> "Person":
        """Chooses a child, or All."""
        self.page.get_by_role("navigation", name="Children").get_by_role("button", name=name, exact=True).click()
        return self

    @property
    def box(self) -> Locator:
        """The box to write in."""
        return self.page.get_by_role("form", name="Add a point")

    def says_more(self) -> None:
        """Opens the rarer things that can be said of a point."""
        self.page.locator("#composer-text").focus()
        opened(self.box.get_by_role("button", name="More", exact=True))

    def writes(self, text: str, column: str = "worries") -> None:
        """Puts words in the box and presses Add. At the minutes desk they are one's own unless said otherwise before."""
        self.looks_at(column)
        whose = self.page.locator("#composer-speaker")
        if whose.count() and whose.locator("option:checked").inner_text() == "Choose a person":
            whose.select_option(label=f"Me: {self.name}")
        self.box.locator("#composer-text").fill(text)
        self.box.get_by_role("button", name="Add", exact=True).click()

    def adds(self, text: str, column: str = "worries") -> Locator:
        """Adds a point, and sees it on the board."""
        self.writes(text, column)
        expect(self.box.locator("#composer-text")).to_have_value("")
        if not self.narrow and not self.point(text).count():
            self.page.wait_for_timeout(300)
            if not self.point(text).count():
                self.looks_at_everything()  # The place they looked at shows other points.
        expect(self.point(text)).to_have_count(1)
        self.is_up_to_date()
        return self.point(text)

    def point(self, text: str) -> Locator:
        """The point on the board that says exactly this; with quotation marks if they are somebody's exact words.

        Only points of a column: the same words may still stand in the chair's list of what waits when they come.
        """
        page = self.page
        return page.locator("li.point").filter(has=page.get_by_text(text, exact=True))

    def sees(self, text: str, column: str = "") -> Locator:
        """Sees a point with these words (on a phone, after turning to its column)."""
        if self.narrow and column:
            self.looks_at(column)
        expect(self.point(text)).to_be_visible()
        return self.point(text)

    def reads(self, words: str) -> None:
        """Sees these words somewhere on the page; what is only said aloud does not count."""
        expect(self.page.get_by_role("main").get_by_text(words).filter(visible=True).first).to_be_visible()

    def is_up_to_date(self) -> None:
        """Reads that all is sent."""
        expect(self.page.get_by_text("Up to date")).to_be_visible()

    def opens_menu(self, text: str) -> Locator:
        """Opens what can be done with a point."""
        self.menu_button(text).click()
        return self.point(text)

    def menu_button(self, text: str) -> Locator:
        """The button that opens what can be done with a point."""
        return self.point(text).get_by_role("button", name=re.compile("^Options for: "))

    def picks(self, text: str, choice: str) -> None:
        """Opens a point's menu and presses one of its buttons."""
        self.opens_menu(text).get_by_role("button", name=choice, exact=True).click()

    @property
    def editor(self) -> Locator:
        """The panel that changes a point."""
        return self.page.locator("section").filter(has=self.page.locator("#editor-title"))

    def moves(self, text: str, column: str, part: str = "") -> None:
        """Moves a point with the panel."""
        self.picks(text, "Move to…")
        self.editor.get_by_role("group", name="Column").get_by_label(COLUMNS[column]).check()
        if part:
            self.editor.get_by_role("group", name="Part").get_by_label(part, exact=True).check()
        self.editor.get_by_role("button", name="Move it").click()
        expect(self.editor).to_have_count(0)

    def takes_back(self, text: str) -> None:
        """Takes a point back."""
        self.picks(text, "Take it back")
        self.editor.get_by_role("button", name="Take it back").click()
        expect(self.editor).to_have_count(0)

    def differs(self, text: str, view: str) -> None:
        """Says how they see a point."""
        self.picks(text, "I see it differently")
        self.editor.get_by_label("How do you see it?").fill(view)
        self.editor.get_by_role("button", name="Write it next to theirs").click()
        expect(self.editor).to_have_count(0)

    # ---- Numbers ----

    def goes_to_numbers(self) -> None:
        """Turns to the numbers, unless the whole board is looked at, with all that can be done there."""
        self.goes_to("The numbers")
        tab = self.page.locator('[data-fk="place:@numbers"]')
        everything = self.page.locator('[data-fk="place:@board"][aria-current]')
        if self.narrow or (everything.count() and not self.page.locator(".figure").count()):
            return
        more = self.page.locator('[data-fk="more-places"]')
        if not tab.count() and more.count():
            more.click()
        if tab.count():
            tab.click()

    def turns_to_number_of(self, child: str) -> None:
        """Turns to the numbers, and there to one child."""
        self.goes_to_numbers()
        row = self.page.get_by_role("navigation", name="Numbers for").get_by_role(
            "button", name=re.compile(f"^{child}")
        )
        if row.count():
            row.click()

    def goes_to(self, place: str) -> None:
        """On a phone, turns to a place by its heading."""
        if self.narrow:
            self._turns_to(place)

    def numbers_of(self, child: str) -> Locator:
        """What is asked and shown about a child."""
        return self.page.get_by_role("region", name=re.compile(f"^How .* {child} today\\?$"))

    def saves_number(self, child: str, answer: str, reason: str = "", whose: str = "") -> None:
        """Gives a number from 0 to 10, or the words for none, for one child."""
        self.turns_to_number_of(child)
        place = self.numbers_of(child)
        form = place.locator("form")
        opens = place.get_by_role("button", name=re.compile("^(Give my number|Type a number|Change|Add my number)"))
        # Asked for a moment ago: the form is there, or what opens it, or neither yet.
        expect(form.or_(opens).first).to_be_visible()
        if not form.count():
            opens.first.click()
        if whose:
            form.get_by_label("Whose number?").select_option(label=whose)
        form.get_by_role("radio", name=answer, exact=True).check()
        form.get_by_label("Why this number?").fill(reason)
        form.get_by_role("button", name=re.compile("^Save ")).click()
        # The form of the next child may stand there already.
        expect(place.locator("form")).to_have_count(0)

    # ---- What is asked of them ----

    @property
    def asked(self) -> Locator:
        """The bar above the box that says what is asked of them."""
        return self.page.get_by_role("group", name="For me")

    def for_me(self, words: str) -> Locator:
        """A button of the bar above the box."""
        return self.asked.get_by_role("button", name=re.compile(f"^{re.escape(words)}"))

    # ---- The chair ----

    @property
    def desk(self) -> Locator:
        """The chair's desk."""
        return self.page.get_by_role("complementary", name="Chair's desk")

    def opens_tools(self) -> None:
        """Opens all tools of the chair's desk."""
        button = self.desk.get_by_role("button", name=re.compile("^(All|Close) tools$"))
        if button.count() and button.inner_text() == "All tools":
            button.click()

    def closes_tools(self) -> None:
        """Closes the tools, so that the desk shows who or what needs the chair."""
        button = self.desk.get_by_role("button", name="Close tools")
        if button.count():
            button.click()

    def part(self, title: str) -> Locator:
        """A section of the desk, opened; where its place is looked at it stands there, and not among the tools."""
        there = (
            self.page.get_by_role("main")
            .locator(".in-place")
            .filter(has=self.page.get_by_role("heading", name=re.compile(f"^{re.escape(title)}")))
        )
        # It may go to its place, as the step opens that is about it, once it was looked for among the tools.
        either = there.or_(self.desk.get_by_role("region", name=re.compile(f"^{re.escape(title)}")))
        if there.count():
            return either
        self.opens_tools()
        # The first: "End the meeting" begins the name of its section's head, and of a button in it.
        head = self.desk.get_by_role("button", name=re.compile(f"^{re.escape(title)}")).first
        until(self.page, lambda: there.count() or head.count(), why=f"for {title}")
        try:
            opened(head)
        except (AssertionError, PlaywrightError):
            # It went to its place meanwhile, as the step opened that is about it.
            expect(there).to_have_count(1)
        return either

    def lets_in(self, *names: str) -> None:
        """Lets people in by name."""
        for name in names:
            # The section opens by itself when somebody comes: it is looked at once they are there.
            self.opens_tools()
            let_in = re.compile(f"^(Still safe )?Let in {re.escape(name)}$")
            button = self.page.get_by_role("button", name=let_in, include_hidden=True)
            tick = self.page.get_by_role("checkbox", name=re.compile(f"^{re.escape(name)}"), include_hidden=True)
            button.or_(tick).wait_for(state="attached")
            door = self.part("Who is at the door")
            together = door.get_by_role("button", name=re.compile("^Let in (these|the one)"))

            def in_by_now(button: Locator = button, tick: Locator = tick, together: Locator = together) -> bool:
                # Where the meeting starts meanwhile, a row with a tick becomes one with a button.
                with suppress(PlaywrightError):
                    if tick.count():
                        tick.check(timeout=2_000)
                        together.click(timeout=2_000)
                    elif button.count():
                        button.click(timeout=2_000)
                    expect(tick.or_(button)).to_have_count(0, timeout=2_000)
                return not tick.or_(button).count()

            until(self.page, in_by_now, 20, f"for {name} to be let in")

    # ---- The network ----

    @contextmanager
    def without_network(self) -> Iterator[None]:
        """Nothing comes through, as in a lift."""
        self.network_is_gone = True
        self.context.set_offline(True)
        yield
        self.context.set_offline(False)
        expect(self.page.get_by_text("Up to date")).to_be_visible(timeout=30_000)
        self.network_is_gone = False

    # ---- What only a test can see ----

    def _module(self, name: str, use: str, given: Any = None) -> Any:
        file = f"board/{name}.js"
        script = """async ([file, places, given]) => {
          const at = document.querySelector("script[type=module]").src;
          const whole = await import(at);
          const page = at.replace(/^.*[/]|[.]js$/g, "");
          const it = whole.modules ? whole.modules[places[page]] : await import(at.replace(/[a-z]+[/]main[.]js$/, file));
          return USE;
        }"""
        return self.page.evaluate(script.replace("USE", use), [file, places(file), given])

    def dump(self) -> dict[str, Any]:
        """The boards as the page's store holds them."""
        found: dict[str, Any] = self._module("store/store", "it.dump()")
        return found

    def stands(self, place: str, child: str | None) -> None:
        """Looks at a place by its key, and at a child by its id, however they got there."""
        self._module("store/store", "(it.childInView.value = given)", child)
        self._module("reading/view", "it.goTo(given)", place)

    def has_its_font(self) -> "Person":
        """Waits for the page's own font, which comes behind the board: until then its lines have another height."""
        here = "!document.documentElement.classList.contains('font-later') && document.fonts.status === 'loaded'"
        until(self.page, lambda: self.page.evaluate(here), why="the page has its font")
        return self

    def has_unsent(self, drafts: list[dict[str, Any]]) -> None:
        """Points of theirs did not go out, as after a refusal."""
        self._module("store/outbox", "(it.drafts.value = given)", drafts)

    def sends(self, name: str, data: dict[str, Any]) -> dict[str, Any]:
        """Sends a command for which the page shows no button, as a browser that has been tampered with might."""
        found: dict[str, Any] = self._module(
            "line/connection", "it.send(given.name, given.data)", {"name": name, "data": data}
        )
        return found

    def refusal(self, **error: Any) -> str:
        """What this page shows of a refusal that the server says so."""
        found: str = self._module("kit/refusal_words", "it.refusalWords(given)", error)
        return found

    def axe(self, within: Locator | None = None) -> list[str]:
        """What axe finds wrong with the page as it stands, or with a part of it."""
        self.page.wait_for_load_state("domcontentloaded")
        # Half a megabyte through three processes, and read by the browser: once for each document is enough.
        if not self.page.evaluate("'axe' in window"):
            self.page.evaluate(AXE.read_text(encoding="utf-8"))
        part = within or self.page.locator("html")
        script = "async part => (await axe.run(part, {resultTypes: ['violations']})).violations"
        found = part.evaluate(script)
        twice = self.page.evaluate(TWICE)
        if twice:
            found.append({"id": "twice", "help": "", "nodes": [{"html": id} for id in twice]})
        return [f"{one['id']}: {one['help']}: {[node['html'][:160] for node in one['nodes'][:3]]}" for one in found]

    def is_accessible(self) -> None:
        """axe finds nothing wrong."""
        found = self.axe()
        assert not found, f"{self.name} at {self.page.url}: {found}"

    def fits(self) -> None:
        """No sideways scroll."""
        # A document that has only begun has no element yet.
        wide = self.page.locator("html").evaluate("one => [one.scrollWidth, one.clientWidth]")
        assert wide[0] <= wide[1], f"{self.name}: {wide[0]} px of content on {wide[1]} px"

    def focused(self) -> dict[str, Any]:
        """What has focus: tag, accessible name as far as the page says it, size, and the ring's width."""
        found: dict[str, Any] = self.page.evaluate(FOCUSED)
        return found


FOCUSED = """() => {
  const at = document.activeElement;
  const target = at.closest("label") || at;
  const box = target.getBoundingClientRect(), own = at.getBoundingClientRect();
  const labels = at.labels ? Array.from(at.labels).map(one => one.innerText) : [];
  const by = (at.getAttribute("aria-labelledby") || "").split(" ").map(id => document.getElementById(id)).filter(Boolean);
  const ring = one => { const style = getComputedStyle(one); return style.outlineStyle !== "none" ? parseFloat(style.outlineWidth) : 0; };
  const inside = Array.from(target.querySelectorAll("*")).map(ring);
  const x = own.left + own.width / 2, y = own.top + Math.min(own.height, 20) / 2;
  const top = document.elementFromPoint(x, y);
  return {
    tag: at.tagName, text: at.innerText || "", key: at.getAttribute("data-fk") || at.id,
    name: (at.getAttribute("aria-label") || by.map(one => one.innerText).join(" ") || labels.join(" ") || at.textContent || "").trim(),
    width: Math.max(box.width, own.width), height: Math.max(box.height, own.height),
    ring: Math.max(ring(at), ring(target), ...inside, 0),
    obscured: !(top && (at.contains(top) || top.contains(at) || target.contains(top))),
  };
}"""
