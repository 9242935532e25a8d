"""Summaries before supervision at real browsers: who won't be there finishes in the waiting room, and nobody reads a draft."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, expect

from meeting_server.services.prepare_meeting import PlannedPerson
from tests.e2e.pages.hall import Hall
from tests.e2e.pages.people import SMALL_PHONE, Person
from tests.people.on_the_wire import Wire
from tests.scenes.builders import templates
from tests.servers.served import House, Room, Served, make_rooms

TEAM = (
    PlannedPerson("pip", "Pip Canarybird", child=True, age="6"),
    PlannedPerson("chair", "Asha Manager", role="chair", agency="social_care"),
    PlannedPerson("worker", "Bel Worker", role="lead_social_worker", agency="social_care"),
    PlannedPerson("orla", "Orla Windsedge", role="psychologist", agency="health"),
    PlannedPerson("morrow", "Morrow Kestwick", role="perpetrator_worker", agency="police"),
)
BEGUN, WORDS, HALF, SENT = (
    "Her mood is", "Her mood is low. We have a sleep plan.", "Bail was extended and", "One of two sessions."
)  # fmt: skip


@pytest.fixture
def supervision(tmp_path: Path) -> Iterator[tuple[House, Room]]:
    """A server with a supervision that nobody has come to."""
    (room,) = make_rooms(tmp_path, 1, TEAM, templates()["supervision"])
    served = Served(tmp_path).start()
    yield House(served, []), room
    assert served.stop() == 0
    assert "Traceback" not in served.log


def panel(person: Person, discipline: str) -> Locator:
    """A discipline's panel on the board."""
    return person.page.get_by_role("region", name=discipline)


@pytest.mark.thorough("tests/integration/test_summaries.py")
def test_a_finished_summary_stands_in_and_an_unfinished_one_is_nobody_elses(
    supervision: tuple[House, Room], hall: Hall
) -> None:
    house, room = supervision
    chair = hall.guest(house, room, "chair").arrives().is_in()
    orla = hall.guest(house, room, "orla", size=SMALL_PHONE).arrives()
    finishes_in_the_waiting_room(orla, chair)

    bel = hall.guest(house, room, "worker", size=SMALL_PHONE).arrives()
    chair.lets_in(bel.name)
    bel.is_in()
    begins(bel)
    expect(panel(chair, "Social work")).to_contain_text("Not finished. Nobody else can read it yet.")
    chair.desk.get_by_role("button", name="Start the meeting").click()
    expect(panel(chair, "Mental health")).to_contain_text("Orla is not here. This finished summary stands in for them.")
    expect(panel(chair, "Mental health")).to_contain_text("Finished in the waiting room")
    types_what_was_sent(chair)
    assert not chair.told(HALF)
    phone = house.joins(room, "worker")
    chair.lets_in(bel.name)
    goes_on_and_finishes(bel, phone)
    house.close()
    expect(panel(chair, "Social work")).to_contain_text(f"{HALF} more.")


def finishes_in_the_waiting_room(orla: Person, chair: Person) -> None:
    """On a small phone: it keeps itself, and is the manager's to read once it is finished and not before."""
    orla.waits()
    box = orla.page.get_by_role("form", name="My summary")
    box.get_by_label("My summary").fill(BEGUN)
    expect(box).to_contain_text("Kept for you. It is not finished.")
    orla.fits()
    orla.is_accessible()
    expect(chair.part("Summaries")).to_contain_text("Not finished")
    assert not chair.told(BEGUN)
    box.get_by_label("My summary").fill(WORDS)
    box.get_by_role("button", name="Finish my summary").click()
    orla.reads("Your summary is finished. Everyone at the meeting can read it.")
    expect(orla.page.get_by_role("button", name="Change it")).to_be_focused()
    chair.looks_at_everything()
    expect(panel(chair, "Mental health")).to_contain_text(WORDS)
    orla.page.close()


def begins(bel: Person) -> None:
    """In the room, and puts it away for now."""
    bel.looks_at("What each of us has done")
    bel.page.get_by_role("button", name="Write my summary").click()
    bel.page.get_by_role("textbox", name="My summary").fill(HALF)
    bel.fits()
    bel.is_accessible()
    bel.page.get_by_role("button", name="Not now").click()
    expect(bel.page.get_by_role("button", name="Go on writing")).to_be_focused()


def types_what_was_sent(chair: Person) -> None:
    """For somebody absent, with the typist's name beside it and how it came; not for somebody on a device of their own."""
    morrow = panel(chair, "Domestic abuse: work with those who harm, and probation")
    expect(morrow).to_contain_text("Summary not received")
    morrow.get_by_role("button", name="Type what was sent").click()
    morrow.get_by_label("What Morrow sent, as they finished it").fill(SENT)
    chair.is_accessible()
    morrow.get_by_role("button", name="Show everyone").click()
    expect(morrow).to_contain_text("Say how this reached you, and when.")
    morrow.get_by_label("How did this reach you, and when?").fill("E-mail of Monday")
    morrow.get_by_role("button", name="Show everyone").click()
    expect(morrow).to_contain_text("typed by Asha")
    expect(chair.page.get_by_role("button", name="Type what was sent")).to_have_count(0)
    expect(chair.part("Summaries")).to_contain_text("2 of 3 finished")


def goes_on_and_finishes(bel: Person, phone: Wire) -> None:
    """What was kept is in the box again; what was written on another device since is shown, and nothing is lost."""
    bel.page.get_by_role("button", name="Go on writing").click()
    box = bel.page.get_by_role("textbox", name="My summary")
    expect(box).to_have_value(HALF)
    phone.until(lambda: phone.things("own_summaries", "own"))
    (own,) = phone.things("own_summaries", "own").values()
    phone.ok("draft_summary", text="From the phone.", version=own["version"])
    conflict = bel.page.get_by_role("group", name="Two texts")
    expect(conflict).to_contain_text("From the phone.")
    box.fill(f"{HALF} more.")
    bel.is_accessible()
    conflict.get_by_role("button", name="Keep what is in the box here").click()
    expect(conflict).to_have_count(0)
    expect(box).to_have_value(f"{HALF} more.")
    bel.page.get_by_role("button", name="Finish my summary").click()
    expect(bel.page.get_by_role("button", name="Change it")).to_be_focused()
    bel.page.get_by_role("button", name="Take these words back").click()
    bel.page.get_by_role("button", name="Keep it").click()
    bel.fits()
