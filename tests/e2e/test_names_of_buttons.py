"""No two buttons of a page have one name, and what is seen on a button comes first in its name: whoever hears the names,
or speaks them, must know which is which."""

import re
from collections import Counter
from typing import Any

import pytest

from tests.e2e.pages.hall import Demo, Hall
from tests.e2e.pages.people import SMALL_PHONE, Person

OPENS = """async () => {
  // Sections, and what asks before it does anything; a point's own menu and its panel come one at a time.
  const asks = new RegExp("^(" + ["Give my", "Type ", "Change my", "Say how", "Change how", "Add my", "Name a", "Add a ", "Tell what", "Times of", "Report of",
    "I see it differently", "I disagree", "Answer", "Safe to show", "Send back", "Put aside", "Rate again", "Decide again",
    "Ask for numbers", "Write it down", "Take these words back", "Remove", "Who types", "Choose who", "Hand over"].join("|") + ")");
  const wanted = one => one.getAttribute("aria-expanded") === "false" || (!one.hasAttribute("aria-expanded") && asks.test(one.textContent.trim()));
  const pressed = new Set();
  for (const round of [1, 2, 3]) {
    for (const one of document.querySelectorAll("#app button")) {
      const name = one.textContent.trim();
      if (!one.isConnected || !one.checkVisibility() || !wanted(one) || pressed.has(name)) continue;
      if (one.type === "submit" || one.closest(".composer, .point, header") || /^Options for/.test(one.ariaLabel || name)) continue;
      pressed.add(name);
      one.click();
      await new Promise(requestAnimationFrame);
    }
  }
}"""
OTHERWISE = """all => {
  const words = text => text.replace(/\\s+/g, " ").trim();
  return all.filter(one => one.checkVisibility()).map(one => {
    const seen = one.cloneNode(true);
    seen.querySelectorAll(".away").forEach(away => away.remove());
    return [words(seen.textContent), words(one.getAttribute("aria-label") || one.textContent)];
  }).filter(([seen, name]) => !name.startsWith(seen));
}"""
"""Buttons that are called otherwise than what is seen on them: what is seen, and the name."""
OF_THE_BROWSER = re.compile("^Show (date|time) picker")
"""What the browser itself puts into a field."""


def names(person: Person) -> Counter[str]:
    """The names of all buttons, as the browser gives them to whoever listens, and how many have each."""
    line = person.page.context.new_cdp_session(person.page)
    nodes = [one for one in line.send("Accessibility.getFullAXTree")["nodes"] if not one["ignored"]]
    line.detach()
    found = [" ".join(one["name"]["value"].split()) for one in nodes if one["role"]["value"] == "button"]
    return Counter(name for name in found if not OF_THE_BROWSER.match(name))


def opens_all(person: Person) -> Counter[str]:
    """Opens the sections and every form that is offered in sight; the names of all buttons then."""
    person.page.evaluate(OPENS)
    otherwise = person.page.locator("button").evaluate_all(OTHERWISE)
    assert not otherwise, f"{person.name}: {otherwise}"
    return names(person)


def places(person: Person) -> list[Counter[str]]:
    """The names at each place of a phone, or on the whole page."""
    person.turns_to_the_first_place()
    found = [opens_all(person)]
    while (on := person.page.get_by_role("button", name=re.compile("^On to "))).count():
        on.click()
        found.append(opens_all(person))
    return found


@pytest.mark.parametrize(
    "demo",
    ["mid", pytest.param("end", marks=pytest.mark.proof("tests/e2e/test_names_of_buttons.py"))],
    indirect=True,
)
@pytest.mark.parametrize(
    "template",
    ["three-column-map", pytest.param("safety-grid", marks=pytest.mark.thorough("tests/e2e/test_names_of_buttons.py"))],
)
def test_no_two_buttons_in_sight_have_one_name_with_every_form_open(demo: Demo, hall: Hall, template: str) -> None:
    chair = hall.of_demo(demo, "Ines", template).arrives().is_in()
    hows: dict[str, Any] = {"Tolly": {}, "Nell": {}, "Marla": {"size": SMALL_PHONE}}
    people = [hall.of_demo(demo, name, template, **how).arrives() for name, how in hows.items()]
    chair.lets_in(*(one.name for one in people))
    chair.opens_tools()
    found = {one.name: places(one.is_in().looks_at_everything()) for one in [*people, chair]}
    assert all(any(name.startswith("Not now") for place in found[one] for name in place) for one in found)
    twice = {who: [[name for name, n in place.items() if n > 1] for place in all_] for who, all_ in found.items()}
    assert not any(map(any, twice.values())), twice
