"""The case over time in one database (practice 5): after the conference of 19 March, the core group of 1 April, at real
browsers, each on its own day."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import expect

from meeting_server.services.scheduling import invite
from tests.e2e.ending_page import ends_with_reasons, opens_the_meeting
from tests.e2e.hall import Hall
from tests.e2e.people import SMALL_PHONE, Person
from tests.e2e.staff_page import signs_in
from tests.family_story import HELD, PRIVATE, family_in
from tests.served_on import ServedOn

KIT = ("kit@council.example", "four green otters")
WEIGH = "Weigh Sorrel every week and keep a feeding chart every day, Odile too."
GAIN, SLEEPS = "Two weigh-ins, 120 g and 140 g up.", "She sleeps through."


@dataclass
class Case:
    """The data folder, the core group in it, and the links to it by the keys of its people."""

    folder: Path
    core: str
    links: dict[str, str]
    names: dict[str, str]


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Case:
    """The conference is locked, and Kit has made the core group."""
    folder = tmp_path_factory.mktemp("case")
    with family_in(folder) as family:
        family.conference()
        core = family.core_group_made()
        guests = {key: family.attendee(core, family.cast[key]) for key in ("nell", "marla", "odile")}
        tokens = invite(family.live, core, list(guests.values()))
        return Case(folder, core, {key: tokens[one] for key, one in guests.items()}, family.cast)


def guest(hall: Hall, served: ServedOn, case: Case, key: str) -> Person:
    """Somebody with a link, on a small phone."""
    return hall.person(served.url, f"{served.url}/join#{case.links[key]}", case.names[key], size=SMALL_PHONE)


@pytest.fixture
def first_of_april(case: Case) -> Iterator[ServedOn]:
    """The server on the day of the core group."""
    served = ServedOn(case.folder, "2026-04-01T14:00").start()
    yield served
    assert served.stop() == 0
    assert "Traceback" not in served.log


def test_the_core_group_goes_on_from_the_conference(first_of_april: ServedOn, case: Case, hall: Hall) -> None:
    served = first_of_april
    kit = hall.person(served.url, "", "Kit Farrowden")
    signs_in(kit, *KIT)
    kit.page.get_by_role("button", name=re.compile("^Open as chair")).click()
    kit.page.wait_for_url(re.compile("/chair/"))
    kit.is_in()
    nell, marla = (guest(hall, served, case, key) for key in ("nell", "marla"))
    opens_the_meeting(kit, nell, marla)
    brings_forward(kit)
    weigh = nell.sees(WEIGH, "The plan, step by step")
    expect(weigh).to_contain_text("From: First conference, Thu 19 Mar 2026")
    says_how_it_comes_along(nell)
    marla.sees(WEIGH, "The plan, step by step")
    expect(marla.point(WEIGH)).to_contain_text(f"What difference for Sorrel: {SLEEPS}")
    rates(kit, "Sorrel", "Amber", "She gains each week.", "Four gains in a row.")
    marla.goes_to_numbers()
    for words in ("Red: big worries", "Amber: some better", "She gains each week."):
        marla.reads(words)
    for words in (HELD, PRIVATE):
        assert not any(one.told(words) for one in (kit, nell, marla))
    ends_with_reasons(kit)
    finishes(kit)


def brings_forward(kit: Person) -> None:
    """Everybody is who they were; all open actions come, and the ratings."""
    desk = kit.part("From earlier meetings")
    desk.get_by_role("button", name="That is right").click()
    expect(desk.get_by_role("heading", name="Who is who?")).to_have_count(0)
    for group in ("Last ratings", "Open actions"):
        for box in desk.get_by_role("group", name=group).get_by_role("checkbox").all():
            box.check()
    desk.get_by_role("button", name=re.compile("^Bring forward")).click()
    desk.get_by_role("button", name="Yes, show everyone").click()
    expect(kit.point(WEIGH)).to_have_count(1)


def says_how_it_comes_along(nell: Person) -> None:
    """Partly, with how we know and what it is for Sorrel."""
    nell.point(WEIGH).get_by_role("button", name=re.compile("^How is it coming along")).click()
    nell.editor.get_by_label("Partly").check()
    nell.editor.get_by_label("How do we know?").fill(GAIN)
    nell.editor.get_by_label("What difference does it make for Sorrel?").fill(SLEEPS)
    nell.editor.get_by_role("button", name="Save").click()
    expect(nell.editor).to_have_count(0)


def rates(chair: Person, child: str, colour: str, reason: str, better: str) -> None:
    """Sets the rating for a child (or, without one, for the family) and shows it."""
    desk = chair.part("Red, amber, green")
    if child:
        desk.get_by_role("button", name=child, exact=True).click()
    desk.get_by_role("radio", name=re.compile(colour)).check()
    desk.get_by_label("The reason").fill(reason)
    desk.get_by_label("What would move it one step better?").fill(better)
    desk.get_by_role("button", name="Save on my desk").click()
    desk.get_by_role("button", name="Show on the big screen").click()
    expect(chair.page.get_by_role("main").get_by_text(reason).first).to_be_visible()


def finishes(chair: Person) -> None:
    """Types the word, and the record is locked."""
    draft = chair.part("The draft record")
    draft.get_by_label("Type FINISH to lock the record").fill("FINISH")
    draft.get_by_role("button", name="Finish and lock").click()
    expect(draft).to_have_count(0)
    chair.page.goto(f"{chair.url}/meetings")
    expect(chair.page.get_by_text("Finished and locked").first).to_be_visible()
