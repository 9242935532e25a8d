"""An id stands for one thing of a page: labels, skip links and the focus find things by it, and take the first they meet."""

from functools import cache
from typing import Any

import pytest
from playwright.sync_api import Page

from meeting_server.domain.agenda.stages import GoToStage
from meeting_server.domain.meeting import Meeting
from meeting_server.domain.numbers.rounds import AskNumbers
from tests.e2e.pages.people import LAPTOP, PHONE, TWICE
from tests.e2e.test_names_of_buttons import OPENS
from tests.e2e.test_places import shown_to
from tests.scenes import core_group, record, supervision
from tests.scenes.builders import given, new, person, room

DRAWS = """async ([snapshot, page]) => {
  const own = { chair: ["chair/desk", "chair/step/on_a_phone"], minutes: ["minutes/desk", "minutes/entry"] }[page] || [];
  const modules = ["board/all_kinds", "board/store/store", "board/kit/html", "vendor/preact", "board/page/app", "board/reading/kinds",
    "board/reading/view", "board/reading/places", ...own];
  const [, store, { h }, { render }, { App }, { bring }, view, { places }, desk, more] =
    await Promise.all(modules.map(path => import(`/${path}.js`)));
  const brings = {
    chair: () => ({ desk: desk.Desk, screen: "chair", onward: more.Onward, inPlace: desk.IN_PLACE }),
    minutes: () => ({ desk: desk.MinutesDesk, name: "Minutes desk", box: more.Entry }),
    board: () => ({}),
  }[page]();
  if (page === "chair") bring({ desk_bar: more.NeedBar });
  store.replaceAll(snapshot);
  const root = document.createElement("div");
  root.id = "app";
  document.body.append(root);
  render(h(App, brings), root);
  Object.assign(window, { store, view, places, twice: TWICE });
}""".replace("TWICE", TWICE)
LOOKS = """async (keys) => {
  const found = {};
  const look = async where => {
    await new Promise(done => setTimeout(done));
    if (twice().length) found[where] = twice();
  };
  for (const key of keys.length ? keys : places().map(one => one.key)) {
    for (const child of [null, PIP]) {
      store.childInView.value = child;
      view.goTo(key);
      await look(`${key} ${child && "of Pip"}`);
      await (OPENS)();
      await look(`${key} ${child && "of Pip"}, opened`);
    }
    for (const desk of document.querySelector(".desk") ? [null, true] : []) {
      view.atDesk.value = desk;
      await look(`${key} and the desk`);
      await (OPENS)();
      await look(`${key} and the desk, opened`);
    }
  }
  return found;
}""".replace("PIP", repr(person("pip"))).replace("OPENS", OPENS.replace("requestAnimationFrame", "setTimeout"))
"""Each place, about all children and about one, then with the desk in its stead on a phone; all that opens is opened."""


@cache
def meetings() -> dict[str, Meeting]:
    """A meeting of each kind, with as much in it as there is."""
    asked = AskNumbers(new("round"), "safety", (person("pip"), person("sorrel")))
    return {
        "three-column-map": given(record.full()).when("ines", asked).ok().meeting,
        "two-row-map": room("two-row-map"),
        "safety-grid": room("safety-grid"),
        "core-group": core_group.busy().ok().meeting,
        "strategy-meeting": room("strategy-meeting", family_present=False),
        "supervision": supervision.rated(supervision.busy()).ok().meeting,
    }


class Screen:
    """Somebody's screen in a meeting of theirs."""

    def __init__(self, page: Page, kind: str, who: str, desk: str, size: tuple[int, int]) -> None:
        page.set_viewport_size({"width": size[0], "height": size[1]})
        self.page, self.who, self.meeting = page, who, meetings()[kind]
        page.evaluate(DRAWS, [shown_to(self.meeting, who), desk])

    def twice(self, *places: str) -> dict[str, Any]:
        """The ids that stand twice, by where; in these places, or in all there are."""
        found: dict[str, Any] = self.page.evaluate(LOOKS, places)
        return found

    def at_each_step(self) -> dict[str, Any]:
        """The ids that stand twice while each step is open, in what it shows."""
        found = {}
        for step in self.meeting.template.stages:
            self.meeting = given(self.meeting).when("ines", GoToStage(step.key)).ok().meeting
            self.page.evaluate("shown => store.replaceAll(shown)", shown_to(self.meeting, self.who))
            there = self.twice(*(one for one in step.shows))
            found |= {f"{step.key}: {where}": ids for where, ids in there.items()}
        return found


def test_what_stands_on_the_board_of_a_phone_is_not_drawn_on_the_chairs_desk_too(page: Page) -> None:
    found = Screen(page, "three-column-map", "ines", "chair", PHONE).twice("@numbers")
    assert not found, found


def test_what_was_told_of_all_children_is_put_aside_below_one_of_them(page: Page) -> None:
    found = Screen(page, "core-group", "ines", "chair", LAPTOP).twice("@updates")
    assert not found, found


WHO = [("ines", "chair"), ("tolly", "minutes"), ("nell", "board"), ("marla", "board")]
KINDS = ["two-row-map", "safety-grid", "core-group", "strategy-meeting", "supervision"]


@pytest.mark.thorough("tests/e2e/test_one_id_each.py")
@pytest.mark.parametrize("size", [LAPTOP, PHONE], ids=["laptop", "phone"])
@pytest.mark.parametrize(
    ("kind", "who", "desk"),
    [*(("three-column-map", *one) for one in WHO), *((kind, "ines", "chair") for kind in KINDS)],
)
def test_no_id_stands_twice_at_any_step_and_any_place(
    page: Page, kind: str, who: str, desk: str, size: tuple[int, int]
) -> None:
    screen = Screen(page, kind, who, desk, size)
    found = screen.at_each_step() | screen.twice()
    assert not found, found
