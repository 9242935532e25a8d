"""No two buttons in sight have one name: whoever hears them, or speaks them, must know which is which."""

import re
from collections import Counter
from typing import Any

import pytest

from tests.e2e.hall import Demo, Hall
from tests.e2e.people import SMALL_PHONE, Person

OPENS = """async () => {
  // Sections, and what asks before it does anything; a point's own menu and its panel come one at a time.
  const asks = /^(Give my|Type |Change my|Name a|Add a |Tell what|Times of|Report of|I see it differently|I disagree|Answer|Safe to show|Send back|Put aside|Rate again|Ask for numbers|Write it down|Take these words back|Remove|Who types|Choose who)/;
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
  return pressed.size;
}"""
NAMES = """all => all.filter(one => one.checkVisibility()).map(one =>
  (one.getAttribute("aria-label") || one.textContent).replace(/\\s+/g, " ").trim())"""


def opens_all(person: Person) -> Counter[str]:
    """Opens the sections and every form that is offered in sight; the names of all buttons then, and how often."""
    person.page.evaluate(OPENS)
    return Counter(person.page.locator("button").evaluate_all(NAMES))


def places(person: Person) -> list[Counter[str]]:
    """The names at each place of a phone, or on the whole page."""
    found = [opens_all(person)]
    while (on := person.page.get_by_role("button", name=re.compile("^On to "))).count():
        on.click()
        found.append(opens_all(person))
    return found


@pytest.mark.parametrize("demo", ["mid"], indirect=True)
def test_no_two_buttons_in_sight_have_one_name_with_every_form_open(demo: Demo, hall: Hall) -> None:
    chair = hall.of_demo(demo, "Ines").arrives().is_in()
    hows: dict[str, Any] = {"Tolly": {}, "Nell": {}, "Marla": {"size": SMALL_PHONE}}
    people = [hall.of_demo(demo, name, **how).arrives() for name, how in hows.items()]
    chair.lets_in(*(one.name for one in people))
    found = {one.name: places(one.is_in()) for one in [*people, chair]}
    assert all(any(name.startswith("Not now") for place in found[one] for name in place) for one in found)
    twice = {who: [[name for name, n in place.items() if n > 1] for place in all_] for who, all_ in found.items()}
    assert not any(map(any, twice.values())), twice
