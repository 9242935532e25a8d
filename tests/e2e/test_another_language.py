"""A board in two languages at once: each browser speaks its own, and what people wrote stays as they wrote it."""

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from playwright.sync_api import expect

from tests.e2e.pages.hall import SHOUTING, Hall, gathered, let_in
from tests.e2e.pages.people import STOPPED, Person
from tests.servers.served import House, Room, Served, make_rooms

TEXTS: dict[str | tuple[str, ...], str | tuple[str, ...]] = {
    "Add": "Dodaj",
    "Write something first.": "Najpierw coś napisz.",
    "Give a name.": "Podaj imię.",
    "At most %(most)s letters.": "Najwyżej %(most)s znaków.",
    ("%(names)s agrees", "%(names)s agree"): ("%(names)s się zgadza", "%(names)s się zgadzają", "%(names)s się zgadza"),
}


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    """A server that speaks a little Polish, as a council would have it."""
    catalogue = Catalog(locale="pl")
    for english, other in TEXTS.items():
        catalogue.add(english, other)
    made = io.BytesIO()
    write_mo(made, catalogue)
    folder = tmp_path / "translations"
    file = folder / "pl" / "LC_MESSAGES" / "messages.mo"
    file.parent.mkdir(parents=True)
    file.write_bytes(made.getvalue())
    rooms = make_rooms(tmp_path / "data", 1)
    served = Served(tmp_path / "data", LANGUAGES="pl", TRANSLATIONS_DIR=str(folder)).start()
    found = House(served, rooms)
    yield found
    found.close()
    assert served.stop() == 0


def in_polish(hall: Hall, house: House, room: Room, key: str) -> Person:
    """Somebody whose browser asks for Polish."""
    context = hall.browser.new_context(viewport={"width": 1366, "height": 768}, locale="pl-PL")
    context.add_init_script(STOPPED)
    return hall.guest(house, room, key, context=context)


def test_each_browser_speaks_its_own_language_and_what_people_wrote_is_marked(house: House, hall: Hall) -> None:
    room, chair, (worker,) = gathered(house, "worker")
    mum, gran = in_polish(hall, house, room, "mum").arrives(), hall.guest(house, room, "gran").arrives()
    let_in(chair, mum, gran)

    for person, lang, add, refusal in ((mum, "pl", "Dodaj", TEXTS["Write something first."]),
                                       (gran, "en-GB", "Add", "Write something first.")):  # fmt: skip
        expect(person.page.locator("#app")).to_have_attribute("lang", lang)
        person.box.get_by_role("button", name=add, exact=True).click()
        person.reads(str(refusal))

    (item,) = chair.things("items")
    worker.ok("agree_item", item=item, agrees=True)
    expect(mum.point(SHOUTING)).to_contain_text("Bel się zgadza")
    expect(gran.point(SHOUTING)).to_contain_text("Bel agrees")

    assert mum.sees(SHOUTING).locator(".text").get_attribute("lang") == "en-GB"
    assert gran.sees(SHOUTING).locator(".text").get_attribute("lang") is None
    mum.is_accessible()


def test_a_refusal_is_read_in_the_language_of_the_page_with_its_values(house: House, hall: Hall) -> None:
    room, chair, _ = gathered(house)
    mum = in_polish(hall, house, room, "mum").arrives()
    let_in(chair, mum)
    assert mum.refusal(message="Give a name.") == "Podaj imię."
    says = {"text": "At most %(most)s letters.", "values": {"most": 100}}
    assert mum.refusal(message="At most 100 letters.", says=says) == "Najwyżej 100 znaków."
    assert mum.refusal(message="Not translated yet.") == "Not translated yet."
