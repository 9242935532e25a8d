"""What a core group and a supervision ask for besides points, before the whole room: on the big screen, and read back."""

import re
from collections.abc import Iterator
from uuid import uuid4

import pytest
from playwright.sync_api import Browser, expect

from meeting_server.services.prepare_meeting import PlannedPerson
from tests.e2e.pages.big_screen_page import LAPTOP_SCREEN, BigScreen, plain
from tests.e2e.pages.ending_page import the_end
from tests.e2e.pages.hall import Hall
from tests.e2e.pages.people import Person
from tests.people.on_the_wire import Wire
from tests.scenes.builders import templates
from tests.servers.served import House, Room, Served, make_rooms

SEEN, TOLD, WHY = "He showed Cal his new bed.", "Weight is up 120 g.", "A bruise. Bel rings today."
VIEWS = {
    "visits": ("Who has seen each child?", SEEN, "not announced · seen alone", "Nobody has said so yet."),
    "updates": ("What each agency has to tell about each child", TOLD, "Update not received."),
    "triggers": ("Trigger check", "Is a strategy discussion needed now? Yes.", WHY, "Not answered yet."),
}


IN_SUPERVISION = {
    "summaries": ("What each of us has done", "Summary not received.", "Seen alone at five of six visits."),
    "adults": ("The adults of the family", "Esme: Alcohol Ready to change?", "Doing it (action) Bel", "A lapse",
               "Nine of ten sessions.", "“I rang at six.”", "Taking steps: I did"),
}  # fmt: skip
TEAM = (
    PlannedPerson("pip", "Pip Canarybird", child=True, age="6"),
    PlannedPerson("chair", "Asha Manager", role="chair", agency="social_care"),
    PlannedPerson("worker", "Bel Worker", role="lead_social_worker", agency="social_care"),
    PlannedPerson("recovery", "Cal Recovery", role="recovery_worker", agency="recovery"),
    PlannedPerson("mum", "Esme Canarybird", relationship="Mum", agency="family"),
)


def is_said(room_people: dict[str, str], chair: Wire, nurse: Wire) -> None:
    """The nurse saw Pip and tells of him; the chair answers one question for him."""
    pip = room_people["pip"]
    nurse.ok("note_visit", visit=str(uuid4()), child=pip, day="2026-11-18", announced="no", alone="yes", says=SEEN)
    nurse.ok("give_update", text=TOLD, child=pip)
    chair.ok("answer_trigger", trigger="strategy_discussion", answer="yes", why=WHY, child=pip)


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[House, Room, Room]]:
    """A server with a core group and a supervision that nobody has used."""
    folder = tmp_path_factory.mktemp("aloud")
    (core,) = make_rooms(folder, 1, template=templates()["core-group"])
    (supervision,) = make_rooms(folder, 1, TEAM, templates()["supervision"])
    running = Served(folder).start()
    house = House(running, [])
    yield house, core, supervision
    house.close()
    assert running.stop() == 0
    assert "Traceback" not in running.log


@pytest.fixture
def core(served: tuple[House, Room, Room]) -> tuple[House, Room]:
    """The core group."""
    return served[0], served[1]


@pytest.fixture
def supervision(served: tuple[House, Room, Room]) -> tuple[House, Room]:
    """The supervision."""
    return served[0], served[2]


def test_the_room_reads_it_on_the_big_screen_and_the_chair_reads_it_back(
    core: tuple[House, Room], hall: Hall, browser: Browser
) -> None:
    house, room = core
    chair, nurse = house.gather(room, "nurse")
    is_said(room.people, chair, nurse)
    wall = BigScreen(browser, house.url, LAPTOP_SCREEN)
    hall.people.append(wall)
    wall.is_paired_by(chair)
    shows_all_of(wall, chair, VIEWS)
    chair.close()
    reads_back(hall.guest(house, room, "chair").arrives().is_in())


def test_the_room_reads_what_each_has_done_and_how_everybody_sees_each_adult(
    supervision: tuple[House, Room], hall: Hall, browser: Browser
) -> None:
    house, room = supervision
    chair, worker = house.gather(room, "worker")
    worker.ok("finish_summary", text="Seen alone at five of six visits.")
    drink = {"adult": room.people["mum"], "behaviour": str(uuid4())}
    worker.ok("add_behaviour", label="Alcohol", **drink)
    rang = {"why": "Nine of ten sessions.", "quote": "I rang at six.", "talk": "steps"}
    worker.ok("view_adult", question="ready", answer="action", lapse=True, **drink, **rang)
    wall = BigScreen(browser, house.url, LAPTOP_SCREEN)
    hall.people.append(wall)
    wall.is_paired_by(chair)
    shows_all_of(wall, chair, IN_SUPERVISION)


def shows_all_of(wall: BigScreen, chair: Wire, views: dict[str, tuple[str, ...]]) -> None:
    """Each view, page by page: nothing is cut off, and these words stand on it."""
    for view, said in views.items():
        read, at = "", 0
        while at == 0 or at < wall.pages():
            wall.is_told(chair, view, None, None, at)
            assert not wall.outside(), view
            read += " " + plain(wall.page.locator("#app").inner_text())
            at += 1
        assert [one for one in said if one not in read] == [], view
        assert not wall.axe(), view


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
