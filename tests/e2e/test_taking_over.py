"""The chair's browser is gone and nobody was named deputy: the room is told, and whoever made the meeting goes on."""

import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Locator, expect

from meeting_server.services.prepare_meeting import Plan, PlannedPerson, invite
from meeting_server.services.staff_meetings import CHAIR, MeetingRequest, make_meeting
from meeting_server.storage.template_files import load_templates
from tests.e2e.pages.hall import Hall
from tests.e2e.pages.people import SMALL_PHONE, Person
from tests.e2e.pages.staff_page import signs_in
from tests.scenes.sitting import PASSWORD, make_accounts
from tests.scenes.staffroom import Seated, Staff, on_the_board
from tests.servers.served import Served, opened

pytestmark = pytest.mark.thorough("tests/integration/test_taking_over.py")

GONE = "Asha has lost the connection. What you write is kept."


@pytest.fixture
def town(tmp_path: Path) -> Iterator[tuple[Served, str, str]]:
    """A server with a meeting of today that Bel made and Asha chairs; its id, and the mother's link secret."""
    with opened(tmp_path) as live:
        asha, bel = make_accounts(live, "Asha Chairperson", "Bel Maker")
        people = (
            PlannedPerson("pip", "Pip Canarybird", child=True, age="6"),
            PlannedPerson(CHAIR, asha.name, agency="social_care", role="chair"),
            PlannedPerson("mum", "Esme Canarybird", relationship="Mum", agency="family", role="parent"),
        )
        template = load_templates()["three-column-map"]
        plan = Plan("First conference", template, "First conference", "both", True, date.today().isoformat(), people)
        meeting = make_meeting(live, plan, MeetingRequest("FAM 1", "10:00", "", asha, bel))
        everyone = live.meeting(meeting).room.kinds["attendees"]
        mum = next(id for id, one in everyone.items() if one.role == "parent")
        token = invite(live, meeting, [mum])[mum]
    served = Served(tmp_path).start()
    yield served, meeting, token
    assert served.stop() == 0
    assert "Traceback" not in served.log


def chairs(served: Served, meeting: str) -> Seated:
    """Asha signs in and opens the board as the chair, without a browser."""
    staff = Staff(served.url)
    staff.sign_in("asha@council.example", PASSWORD)
    staff.get("/meetings")
    return on_the_board(staff, staff.press("open", f"/meetings/{meeting}").url)


def looks_well(person: Person, name: str) -> None:
    """Nothing for axe, no sideways scroll; a picture for whoever wants to look."""
    person.fits()
    assert not person.axe()
    if os.environ.get("SCREENSHOTS"):
        width = (person.page.viewport_size or {"width": 0})["width"]
        person.page.screenshot(path=Path(os.environ["SCREENSHOTS"]) / f"{name}-{width}.png")


def test_the_room_reads_that_the_chair_is_gone_and_the_maker_takes_over_and_gives_it_back(
    town: tuple[Served, str, str], hall: Hall
) -> None:
    served, meeting, token = town
    chair = chairs(served, meeting)
    chair.ok("open_meeting")
    esme = hall.person(served.url, f"{served.url}/join#{token}", "Esme Canarybird", size=SMALL_PHONE).arrives()
    opens(chair, esme)
    bel = hall.person(served.url, "", "Bel Maker")
    signs_in(bel, "bel@council.example", PASSWORD)
    bel.page.goto(f"{served.url}/meetings/{meeting}")
    bel.page.get_by_role("link", name="Has the chair lost the connection? Stand in").click()
    bel.page.get_by_label("Your role at this meeting").select_option(label="Team manager")
    looks_well(bel, "stand-in")
    bel.page.get_by_role("button", name="Go to the door").click()
    takes(bel)
    bel.reads("Whoever has the chair's controls is connected. Ask them.")
    looks_well(bel, "door")
    expect(told(esme)).to_have_count(0)

    chair.close()
    expect(told(esme)).to_be_visible(timeout=30_000)
    looks_well(esme, "gone")
    expect(esme.page.get_by_role("button", name="Take over")).to_have_count(0)
    bel.page.get_by_role("button", name="Take over now").click()
    bel.page.wait_for_url("**/chair/**")
    bel.reads("You have the chair’s controls for Asha")
    expect(told(esme)).to_have_count(0)
    looks_well(bel, "took-over")

    back = chairs(served, meeting)
    back.ok("take_controls")
    bel.reads("Asha has the chair’s controls again.")
    back.close()


def told(person: Person) -> Locator:
    """The line that says who is gone."""
    return person.page.locator(".chair-gone", has_text=GONE)


def takes(person: Person) -> None:
    """Presses the button, and says yes."""
    person.page.get_by_role("button", name="Take over", exact=True).click()
    person.page.get_by_role("button", name="Take over now").click()


def opens(chair: Seated, person: Person) -> None:
    """The chair lets a browser in."""
    device = chair.until(
        lambda: [one for one in chair.things("devices", "chairs_desk").values() if one["state"] == "waiting"]
    )
    chair.ok("let_in", device=device[0]["id"])
    person.is_in()
