"""A reload takes no word and no choice away: every form on a page is opened, all of it is filled in, and the page is loaded
anew. What is found on the page is filled, so that a new form is in this story as soon as a button opens it."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.e2e.pages.ending_page import opens_the_meeting
from tests.e2e.pages.hall import SHOUTING, Demo, Hall, gathered, let_in
from tests.e2e.pages.people import PHONE, Person
from tests.e2e.test_supervision import TEAM
from tests.scenes.builders import templates
from tests.servers.served import House, Served, make_rooms

OPENS = re.compile(
    r"^(visit-add|update-add|give-view|dissent|add:behaviour|give:adult-view|trigger|summary-write|summary-type|give|late"
    r"|ask-numbers|agree|times|report|step|have-to-go|turns)"
)
CONTROLS = """
const controls = () => [...document.querySelectorAll("#app textarea, #app input, #app select")].filter(one =>
  !one.disabled && !one.readOnly && !["finish-typed", "screen-code", "adult-else"].includes(one.id) && !one.closest("header"));
const place = one => (one.closest("form, [role=group], section") || document.body);
const labelOf = one => (one.labels && one.labels[0] ? one.labels[0].textContent : "").replace(/\\s+/g, " ").trim();
const keyOf = one => one.id || [place(one).getAttribute("data-fk") || place(one).getAttribute("aria-label") || "", one.name, labelOf(one)].join("|");
const valueOf = one => (one.type === "radio" || one.type === "checkbox" ? one.checked : one.value);
const state = () => Object.fromEntries(controls().map(one => [keyOf(one), valueOf(one)]));
const rest = () => new Promise(done => setTimeout(done, 30));
const set = (one, value, event) => {
  const kind = { TEXTAREA: HTMLTextAreaElement, INPUT: HTMLInputElement, SELECT: HTMLSelectElement }[one.tagName];
  Object.getOwnPropertyDescriptor(kind.prototype, "value").set.call(one, value);
  one.dispatchEvent(new Event(event, { bubbles: true }));
};
const fill = one => {
  if (one.type === "radio") one.checked || one.click();
  else if (one.type === "checkbox") one.click();
  else if (one.tagName === "SELECT") set(one, [...one.options].map(it => it.value).filter(Boolean).pop() || "", "change");
  else if (one.type === "date") set(one, "2026-01-02", "input");
  else if (one.type === "time") set(one, "07:42", "input");
  else set(one, "Words for " + (one.id || labelOf(one)), "input");
};
"""
FILL = (
    "async () => {"
    + CONTROLS
    + """
  const done = new Set();
  for (let next; (next = controls().find(one => !done.has(keyOf(one)))); await rest()) { done.add(keyOf(next)); fill(next); }
  return state();
}"""
)
STATE = "() => {" + CONTROLS + "return state(); }"


def shows_everything(person: Person) -> None:
    """The whole board, and all tools of the desk."""
    person.looks_at_everything()
    if person.desk.count():
        person.opens_tools()


def opens_everything(person: Person) -> None:
    """Presses every button that opens a form, each once."""
    shows_everything(person)
    pressed: set[str] = set()
    for _ in range(40):
        keys = person.page.evaluate(
            "() => [...document.querySelectorAll('#app button[data-fk]')].filter(one => one.getAttribute('aria-expanded') !== 'true')"
            ".map(one => one.getAttribute('data-fk'))"
        )
        new = [key for key in keys if OPENS.match(key) and key not in pressed]
        if not new:
            return
        pressed.add(new[0])
        person.page.evaluate("key => document.querySelector(`#app button[data-fk='${key}']`).click()", new[0])
        person.page.wait_for_timeout(60)


def loses_nothing_by_a_reload(person: Person, least: int) -> dict[str, Any]:
    """Fills all that is on the page, loads it anew, and finds all of it again."""
    filled: dict[str, Any] = person.page.evaluate(FILL)
    assert len(filled) >= least, sorted(filled)
    person.page.wait_for_timeout(700)
    kept = person.page.evaluate("JSON.stringify(Object.entries(sessionStorage))")
    assert "Words for" not in kept
    person.page.reload()
    person.is_in()
    shows_everything(person)
    person.page.wait_for_timeout(300)
    now = person.page.evaluate(STATE)
    lost = {key: (value, now.get(key, "gone")) for key, value in filled.items() if now.get(key, "gone") != value}
    assert not lost, f"{person.name} had written or chosen, and has not any more: {lost}"
    return filled


@pytest.mark.thorough("tests/unit/test_every_editor_is_kept.py")
@pytest.mark.parametrize("demo", ["mid"], indirect=True)
def test_at_a_conference(demo: Demo, hall: Hall) -> None:
    ines = hall.of_demo(demo, "Ines").arrives().is_in()
    tolly = hall.of_demo(demo, "Tolly").arrives()
    ines.lets_in(tolly.name)
    tolly.is_in()
    for person, least in ((ines, 40), (tolly, 30)):
        opens_everything(person)
        loses_nothing_by_a_reload(person, least)


@pytest.fixture
def core(tmp_path: Path) -> Iterator[Any]:
    """A server with a core group and a supervision that nobody has used."""
    (group,) = make_rooms(tmp_path, 1, template=templates()["core-group"])
    (team,) = make_rooms(tmp_path, 1, TEAM, templates()["supervision"])
    served = Served(tmp_path).start()
    yield House(served, []), group, team
    assert served.stop() == 0
    assert "Traceback" not in served.log


@pytest.mark.thorough("tests/unit/test_every_editor_is_kept.py")
def test_at_a_core_group_and_a_supervision(core: Any, hall: Hall) -> None:
    house, group, team = core
    for room, other, leasts in ((group, "nurse", (70, 24)), (team, "worker", (50, 20))):
        chair = hall.guest(house, room, "chair").arrives().is_in()
        worker = hall.guest(house, room, other)
        opens_the_meeting(chair, worker)
        for person, least in zip((chair, worker), leasts, strict=True):
            opens_everything(person)
            loses_nothing_by_a_reload(person, least)


MINE = "Pip sleeps at Gran's on Fridays."
KINDS = {
    "Change": MINE, "Move to…": MINE, "Take it back": MINE, "Make it an action: who does it?": MINE,
    "I see it differently": SHOUTING,
}  # fmt: skip
"""What can be done with a point, and the point with which it can."""


@pytest.mark.thorough("tests/unit/test_every_editor_is_kept.py")
@pytest.mark.parametrize(
    "size",
    [(1366, 768), PHONE],
    ids=["laptop", "phone"],
)
def test_in_the_panel_that_changes_a_point(house: House, hall: Hall, size: tuple[int, int]) -> None:
    _, chair, _ = room = gathered(house, "gran")
    worker = hall.guest(house, room[0], "worker", size=size).arrives()
    let_in(chair, worker)
    worker.adds(MINE, "next")
    for kind, text in KINDS.items():
        worker.looks_at("next" if text == MINE else "worries")
        worker.page.get_by_role("button", name=f"Options for: {text}").click()
        worker.page.get_by_role("button", name=kind, exact=True).click()
        title = worker.page.locator("#editor-title").inner_text()
        loses_nothing_by_a_reload(worker, 1)
        expect(worker.page.locator("#editor-title")).to_have_text(title)
        worker.page.get_by_role("button", name="Close", exact=True).click()


def test_words_for_a_point_that_somebody_takes_back_stay_and_go_on_as_a_point(house: House, hall: Hall) -> None:
    room, chair, [worker] = gathered(house, "worker")
    mum = hall.guest(house, room, "mum", size=PHONE).arrives()
    let_in(chair, mum)
    shouting = next(iter(worker.things("items")))
    mum.page.get_by_role("button", name=re.compile("^Options for: ")).first.click()
    mum.page.get_by_role("button", name="I see it differently", exact=True).click()
    mum.page.get_by_label("How do you see it?").fill("It was the neighbours, not us.")
    chair.ok("take_back_item", item=shouting, why="")
    mum.reads("This point has been taken back meanwhile.")
    mum.reads("Your words are still here.")
    mum.is_accessible()
    mum.fits()
    mum.page.wait_for_timeout(700)
    mum.page.reload()
    mum.is_in()
    mum.page.get_by_role("button", name="Close", exact=True).click()
    mum.page.get_by_role("button", name=re.compile("^Put them in the box")).click()
    expect(mum.box.locator("#composer-text")).to_have_value("It was the neighbours, not us.")
    expect(mum.page.get_by_text("Your words are still here.")).to_have_count(0)


def test_where_nothing_can_be_kept_the_page_asks_before_it_goes(house: House, hall: Hall) -> None:
    room, chair, _ = gathered(house, "worker")
    mum = hall.guest(house, room, "mum")
    mum.page.add_init_script(
        "Object.defineProperty(window, 'sessionStorage', { get() { throw new Error('closed'); } });"
    )
    mum.arrives()
    let_in(chair, mum)
    asked: list[str] = []
    mum.page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    mum.page.get_by_role("button", name=re.compile("^Options for: ")).first.click()
    mum.page.get_by_role("button", name="I see it differently", exact=True).click()
    mum.page.get_by_label("How do you see it?").fill("It was the neighbours.")
    mum.page.reload()
    assert asked == ["beforeunload"]
    mum.is_in()
