"""Which numbers are one line over time: the browser's rule, held to the record's own cases (tests/trends.json); and how
a board and a phone draw them."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from playwright.sync_api import Page, expect

from meeting_server.domain.audiences import ROOM, To
from meeting_server.domain.earlier.brought import EarlierNumber, EarlierNumbersShown
from meeting_server.domain.meeting import Meeting
from meeting_server.domain.numbers.numbers import Placement
from meeting_server.domain.numbers.rounds import NumbersAsked
from meeting_server.domain.numbers.show_numbers import NumbersShown
from meeting_server.domain.points.provenance import Came
from meeting_server.services.batch import PendingCommand
from meeting_server.services.prepare_meeting import SERVER
from tests.e2e.pages.bare_page import run
from tests.e2e.pages.hall import Hall
from tests.e2e.pages.people import SMALL_PHONE
from tests.scenes.builders import added, new
from tests.servers.served import Room, Served, make_room, opened

CASES = json.loads((Path(__file__).parents[1] / "trends.json").read_text())
RULE = """
const { trendsAmong, givenBy } = await import("/board/numbers/trends.js");
const same = { series: "own", question: "How safe?", ten: "Sure", zero: "Unsafe", left: 0, about: "" };
const taken = ([meeting, date, at, but, given, today]) => ({
  measured: { ...same, ...but }, meeting, date, at, occasion: "A meeting", today: Boolean(today),
  given: Object.keys(given).map((person) => ({ person, answer: "number", value: given[person] })),
});
const value = (one) => one ? one.value : null;
const line = ({ measured, takings, people }) => people.reduce(
  (all, one) => ({ ...all, [one]: takings.map((taking) => value(givenBy(taking, one))) }),
  { about: measured.about, days: takings.map((taking) => taking.date) },
);
"""


def test_the_browser_joins_what_the_record_joins(page: Page) -> None:
    for case in CASES:
        drawn = run(page, RULE, f"return trendsAmong({json.dumps(case['takings'])}.map(taken)).map(line);")
        assert drawn == case["lines"], case["case"]


DRINK = "When Dorran drinks, Sorrel goes hungry. It was so twice."


@pytest.fixture
def house(tmp_path: Path) -> Iterator[tuple[Served, Room]]:
    """A meeting in which a danger and its numbers were brought forward, and numbers were shown today."""
    with opened(tmp_path) as live:
        room = make_room(live)
        live.writer.ask(
            PendingCommand(room.id, SERVER, str(uuid4()), b"", lambda meeting: list(_numbers(meeting, room)))
        )
    served = Served(tmp_path).start()
    yield served, room
    assert served.stop() == 0


def _numbers(meeting: Meeting, room: Room) -> Iterator[To]:
    child, cal, by = room.people["pip"], room.people["nurse"], room.attendees["nurse"]
    scale = meeting.template.scale("safety")
    assert scale
    came = Came(new("earlier"), new("drink"), "Three-column map", "First conference", "2026-03-19")
    yield To(
        ROOM,
        added(new("here"), "worries", DRINK, cal, by, category="danger", came=came),
    )
    for name, about, value in (("a", new("drink"), 2), ("b", None, 6)):
        given = (EarlierNumber(cal, "number", value, ""),)
        ends = (scale.question, scale.ten, scale.zero, scale.left)
        yield To(ROOM, EarlierNumbersShown(new(name), child, came, scale.series, *ends, given, None, about, 1))
    for name, point, value in (("c", new("here"), 4), ("d", None, 7)):
        yield To(ROOM, NumbersAsked(new(name), "safety", (child,), point, "", ""))
        yield To(ROOM, NumbersShown(new(name), (Placement(child, cal, by, "number", value, ""),)))


@pytest.mark.thorough("tests/e2e/test_numbers_over_time.py")
def test_laptop_and_phone_draw_a_line_for_each_danger_and_say_which(house: tuple[Served, Room], hall: Hall) -> None:
    served, room = house
    asha = hall.person(served.url, room.link(served.url, "chair"), room.names["chair"]).arrives().is_in()
    mum = hall.person(served.url, room.link(served.url, "mum"), room.names["mum"], size=SMALL_PHONE).arrives()
    asha.lets_in(mum.name)
    mum.is_in()
    for one in (asha, mum):
        one.goes_to_numbers()
        tables = one.page.get_by_role("region", name=re.compile("^The numbers over time for .* as a table"))
        expect(tables).to_have_count(2)
        danger = one.page.get_by_role(
            "region", name=re.compile("as a table. About: When Dorran drinks, Sorrel goes hungry.$")
        )
        expect(danger.get_by_role("row", name=re.compile("Cal")).get_by_role("cell")).to_have_text(["2", "4"])
        general = one.page.get_by_role("region", name=re.compile("as a table$"))
        expect(general.get_by_role("row", name=re.compile("Cal")).get_by_role("cell")).to_have_text(["6", "7"])
        one.page.evaluate("document.documentElement.dir = 'rtl'")
        drawn = one.page.locator(".trend").first
        zero, ten = (drawn.locator(".figure", has_text=re.compile(f"^{n}$")).bounding_box() or {} for n in (0, 10))
        assert zero["x"] < ten["x"], "also on a page that runs from the right"
        one.page.evaluate("document.documentElement.dir = ''")
        expect(drawn.locator(".towards")).to_have_text([re.compile("worse"), re.compile("better")])
        one.fits()
    mum.is_accessible()
