"""The grid runs from 10 to 0 and the map from 0 to 10: for eyes, for fingers and for screen readers."""

import re

import pytest
from playwright.sync_api import Locator, expect

from tests.e2e.pages.hall import Demo, Hall
from tests.e2e.pages.people import LAPTOP, PHONE, Person

UP = [str(n) for n in range(11)]
LINES = {"three-column-map": UP, "safety-grid": UP[::-1]}


def along(found: list[Locator], *, flat: bool) -> list[str]:
    """The texts of these in the order they stand on the screen, left to right or top to bottom."""
    placed = []
    for one in found:
        box = one.bounding_box()
        assert box, "not on the screen"
        placed.append((box["x"] if flat else box["y"], one.inner_text()))
    assert len({at for at, _ in placed}) == len(placed)
    return [text for _, text in sorted(placed)]


def numbers_in(radios: list[Locator]) -> list[str]:
    """What these radios stand for, in the order of the page, which is the order of the arrow keys."""
    return [value for one in radios if (value := one.get_attribute("value") or "").isdigit()]


@pytest.mark.parametrize("demo", ["end"], indirect=True)
@pytest.mark.parametrize("template", LINES)
def test_the_grid_is_the_mirror_of_the_map_for_eyes_fingers_and_screen_readers(
    demo: Demo, hall: Hall, template: str
) -> None:
    chair = hall.of_demo(demo, "Ines", template).arrives().is_in()
    laptop = hall.of_demo(demo, "Nell", template, size=LAPTOP).arrives()
    phone = hall.of_demo(demo, "Marla", template, size=PHONE).arrives()
    chair.lets_in("Nell", "Marla")
    the_list_of_steps_says_them_too(chair, template)
    for one, flat in ((laptop, True), (phone, False)):
        one.is_in().looks_at_everything().looks_at_child("Pip")
        the_statements_of_the_grid_stand_above_its_columns(one, template)
        one.goes_to_numbers()
        # A phone has a ladder, with 10 on top in every template.
        line = LINES[template] if flat else UP[::-1]
        asked = one.numbers_of("Pip")
        picture = asked.get_by_role("img").first
        expect(picture).to_be_visible()
        ticks = [picture.get_by_text(n, exact=True) for n in UP]
        assert along(ticks, flat=flat) == line
        both_ends_say_which_way_is_better(asked, line)
        # A page that runs from the right leaves the line as it is.
        one.page.evaluate("document.documentElement.dir = 'rtl'")
        assert along(ticks, flat=flat) == line
        one.page.evaluate("document.documentElement.dir = ''")
        the_dots_stand_in_their_places(picture, line, flat=flat)
        the_screen_reader_is_told(picture, line, flat=flat)
        the_table_is_in_the_order_of_the_room(one)
        form = opened_form(asked)
        expect(form.get_by_role("radio", name=line[0], exact=True)).to_be_visible()
        radios = form.get_by_role("radio").all()
        assert numbers_in(radios) == line
        boxes = [(form.get_by_role("radio", name=n, exact=True).bounding_box() or {}) for n in line]
        both_ends_say_which_way_is_better(form, line)
        places = [box["x" if flat else "y"] for box in boxes]
        assert places == sorted(places)
        assert len(set(places)) == 11
        form.get_by_role("radio", name=line[0], exact=True).focus()
        one.page.keyboard.press("ArrowRight")
        assert one.page.evaluate("document.activeElement.value") == line[1]
        described = form.get_by_role("radio", name=line[0], exact=True)
        expect(described).to_have_accessible_description(re.compile(rf"^{line[0]}\b" if flat else r"\w{2}"))


def the_statements_of_the_grid_stand_above_its_columns(one: Person, template: str) -> None:
    """Above the heading of each column on a laptop, first on its page on a phone; the map has none."""
    worried = one.page.get_by_role("region", name="What are we worried about?")
    if one.narrow:
        one.looks_at("worries")
    statement = worried.get_by_text("See the Risks", exact=True)
    if template != "safety-grid":
        expect(worried).to_be_visible()
        expect(statement).to_have_count(0)
        return
    expect(statement).to_be_visible()
    words = worried.inner_text()
    assert one.narrow or words.index("See the Risks") < words.index("What are we worried about?")
    if not one.narrow:
        expect(one.page.get_by_text("Create Opportunities for Change", exact=True)).to_have_count(2)


def the_list_of_steps_says_them_too(chair: Person, template: str) -> None:
    """At each step that shows a column with a statement, and at no other."""
    agenda = chair.part("Agenda")
    agenda.get_by_role("button", name="All the steps").click()
    steps = agenda.locator(".steps > li")
    expect(steps.first).to_be_visible()
    said = [[found.inner_text() for found in one.locator(".statement").all()] for one in steps.all()]
    well, risks, impact, create = (
        "Strengthen the Positives",
        "See the Risks",
        "Focus on the Impact",
        "Create Opportunities for Change",
    )
    grid = [[], [impact], [well], [risks], [impact], [create], [create], [], []]
    assert said == (grid if template == "safety-grid" else [[] for _ in said])


def opened_form(asked: Locator) -> Locator:
    """The form to change one's number with."""
    asked.get_by_role("button", name=re.compile("^(Change|Add) my number")).first.click()
    return asked.locator("form").first


def both_ends_say_which_way_is_better(drawing: Locator, line: list[str]) -> None:
    """A word and an arrow at each end, the first end first; the arrow is for the eye."""
    ways = drawing.locator(".towards")
    said = ["better", "worse"] if line[0] == "10" else ["worse", "better"]
    expect(ways.first).to_be_visible()
    assert [re.sub(r"[^a-z]", "", one) for one in ways.all_inner_texts()][:2] == said
    assert ways.locator("[aria-hidden]").count() == ways.count()


def the_dots_stand_in_their_places(picture: Locator, line: list[str], *, flat: bool) -> None:
    """Each name stands over (or beside) the number that the picture's words give them."""
    told = (picture.get_attribute("aria-label") or "").rstrip(".").split(". ")
    given = [found.groups() for one in told if (found := re.match(r"(.+?), .*, (\d+)$", one))]
    assert len(given) > 5
    for name, n in given:
        dot, tick = (
            picture.get_by_text(re.compile(rf"^{re.escape(name)}(,|$)")).bounding_box(),
            picture.get_by_text(n, exact=True).bounding_box(),
        )
        assert dot
        assert tick
        middle = [one["x"] + one["width"] / 2 if flat else one["y"] + one["height"] / 2 for one in (dot, tick)]
        assert abs(middle[0] - middle[1]) < 40, (name, n, line[0])


def the_screen_reader_is_told(picture: Locator, line: list[str], *, flat: bool) -> None:
    """Direction first, then everybody in the order of the line."""
    told = picture.get_attribute("aria-label") or ""
    first, last = ("Ten", "zero") if line[0] == "10" else ("Zero", "ten")
    start, end = ("left", "right") if flat else ("top", "bottom")
    assert f"{first} is at the {start}, {last} at the {end}." in told
    said = re.findall(r", (\d+)\.", told)
    assert len(said) > 5
    assert said == sorted(said, key=line.index)


def the_table_is_in_the_order_of_the_room(one: Person) -> None:
    """The family first, then the others; nobody stands somewhere because of their number."""
    asked = one.numbers_of("Pip")
    if not asked.get_by_role("table").count():
        asked.get_by_role("button", name="Names, numbers and reasons").first.click()
    expect(asked.get_by_role("table").first).to_be_visible()
    who = asked.get_by_role("table").first.locator("tbody").locator("th, td:nth-child(2) > b")
    names = [one.inner_text() for one in who.all()]
    family = [any(part in name for part in ("Mum", "Dad", "mum", "Pip", "Juniper")) for name in names]
    assert len(names) > 5
    assert any(family)
    assert family == sorted(family, reverse=True), names
