"""What a core group asks for, before the whole room: on the big screen, and in what is read back before the end."""

import re
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from playwright.sync_api import Browser, expect

from tests.builders import templates
from tests.e2e.big_screen_page import LAPTOP_SCREEN, BigScreen, plain
from tests.e2e.ending_page import the_end
from tests.e2e.hall import Hall
from tests.e2e.people import Person
from tests.served import House, Room, Served, make_rooms
from tests.wire import Wire

SEEN, TOLD, WHY = "He showed Cal his new bed.", "Weight is up 120 g.", "A bruise. Bel rings today."
VIEWS = {
    "visits": ("Who has seen each child?", SEEN, "not announced · seen alone", "Nobody has said so yet."),
    "updates": ("What each agency has to tell about each child", TOLD, "Update not received."),
    "triggers": ("Trigger check", "Is a strategy discussion needed now? Yes.", WHY, "Not answered yet."),
}


def is_said(room_people: dict[str, str], chair: Wire, nurse: Wire) -> None:
    """The nurse saw Pip and tells of him; the chair answers one question for him."""
    pip = room_people["pip"]
    nurse.ok("note_visit", visit=str(uuid4()), child=pip, day="2026-11-18", announced="no", alone="yes", says=SEEN)
    nurse.ok("give_update", text=TOLD, child=pip)
    chair.ok("answer_trigger", trigger="strategy_discussion", answer="yes", why=WHY, child=pip)


@pytest.fixture
def core(tmp_path: Path) -> Iterator[tuple[House, Room]]:
    """A server with a core group that nobody has used."""
    (room,) = make_rooms(tmp_path, 1, template=templates()["core-group"])
    served = Served(tmp_path).start()
    house = House(served, [])
    yield house, room
    house.close()
    assert served.stop() == 0
    assert "Traceback" not in served.log


def test_the_room_reads_it_on_the_big_screen_and_the_chair_reads_it_back(
    core: tuple[House, Room], hall: Hall, browser: Browser
) -> None:
    house, room = core
    chair, nurse = house.gather(room, "nurse")
    is_said(room.people, chair, nurse)
    wall = BigScreen(browser, house.url, LAPTOP_SCREEN)
    hall.people.append(wall)
    wall.is_paired_by(chair)
    for view, said in VIEWS.items():
        read, at = "", 0
        while at == 0 or at < wall.pages():
            wall.is_told(chair, view, None, None, at)
            assert not wall.outside(), view
            read += " " + plain(wall.page.locator("#app").inner_text())
            at += 1
        assert [one for one in said if one not in read] == [], view
        assert not wall.axe(), view
    chair.close()
    reads_back(hall.guest(house, room, "chair").arrives().is_in())


def reads_back(asha: Person) -> None:
    """On the page for Pip all of it stands, and on Juno's that nobody saw her."""
    the_end(asha).get_by_role("button", name="Read it back aloud").click()
    page = asha.page.get_by_role("region", name="Pip", exact=True)
    for words in (SEEN, TOLD, WHY, "Who has seen Pip?", "Update not received."):
        expect(page).to_contain_text(words)
    page.get_by_role("button", name=re.compile("^Read aloud: go on")).click()
    juno = asha.page.get_by_role("region", name="Juno", exact=True)
    expect(juno).to_contain_text("Nobody has said so yet.")
    expect(juno).not_to_contain_text(WHY)
    asha.is_accessible()
