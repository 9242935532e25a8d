"""A sitting of three families, one after another: who opens them and who works with them come to each from the one before."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import expect

from meeting_server.domain.ending.checks import CHECKS
from tests.e2e.pages.hall import Hall
from tests.e2e.pages.people import LAPTOP, PHONE, SMALL_PHONE, Person
from tests.e2e.pages.staff_page import signs_in
from tests.people.on_the_wire import family_will_hear
from tests.scenes.sitting import PASSWORD, Sitting
from tests.scenes.sitting_wire import Worker
from tests.servers.served import Served, opened

WORDS = ("Alder", "Birch", "Cedar")
SHOWN = {
    "opening": "Who is here", "background": "From earlier meetings", "disciplines": "What each of us has done",
    "change": "The adults of the family", "child": "What .* says", "plan": "What we decide",
    "rating": "Red, amber or green", "close": "How the family will hear",
}  # fmt: skip
"""What each step of the supervision is about, by the heading of its place."""


class Day:
    """A sitting of today. Nell works with all three families, Omar with the first and the last."""

    def __init__(self, folder: Path, hall: Hall) -> None:
        with opened(folder) as live:
            sitting = Sitting(live, day=date.today().isoformat())
            nell, omar = {"lead_social_worker": sitting.nell}, {"recovery_worker": sitting.omar}
            self.meetings = [sitting.add(word, nell if word == "Birch" else nell | omar) for word in WORDS]
            # What the chair says in the meeting is sent over a line of its own; each press is at the browser.
            self.line = Worker(live, sitting, sitting.manager, self.meetings)
            self.sitting = sitting.id
        self.served = Served(folder).start()
        self.line.begin(self.served.url)
        self.hall = hall

    def comes(self, name: str, size: tuple[int, int]) -> Person:
        """Somebody signs in, and is at the list of the day."""
        found = self.hall.person(self.served.url, "", name, size=size)
        # A page of the family before is closed as its person comes to the next one.
        found.network_is_gone = True
        signs_in(found, f"{name.split(maxsplit=1)[0].lower()}@council.example", PASSWORD)
        expect(found.page.get_by_role("heading", level=1)).to_contain_text("Sitting of")
        return found

    def steps(self, at: int) -> Iterator[str]:
        """The chair opens step after step, and then ends the family's time."""
        chair = self.line.goes_to(self.meetings[at])
        for step in SHOWN:
            chair.ok("go_to_stage", stage=step)
            yield step
        family_will_hear(chair)
        chair.ok("end_meeting", reasons=[{"check": check, "reason": "Said aloud."} for check in CHECKS])
        chair.close()


@pytest.fixture
def day(tmp_path: Path, hall: Hall) -> Iterator[Day]:
    found = Day(tmp_path, hall)
    yield found
    found.line.close()
    assert found.served.stop() == 0
    assert "Traceback" not in found.served.log


def line_of_family(person: Person, number: int) -> None:
    """Whose time it is stands above all."""
    expect(person.page.locator(".slot-banner")).to_contain_text(f"Family {number} of 3: Pip")


def opens(chair: Person, number: int) -> None:
    """From the page that asks which family it is."""
    expect(chair.page.get_by_role("heading", name="Is this the right family?")).to_be_visible()
    expect(chair.page.get_by_text(f"Family {number} of 3")).to_be_visible()
    chair.page.get_by_role("button", name="Yes, open this family").click()
    line_of_family(chair, number)


def goes_in(person: Person, number: int) -> None:
    """From the board of the family before, whose page says no word of the next one but its number."""
    bar = person.page.locator("[data-asks='next']")
    expect(bar).to_contain_text(f"Family {number} is open.", timeout=15_000)
    expect(bar).to_be_in_viewport()
    assert WORDS[number - 1] not in person.page.content()
    person.is_accessible()
    person.fits()
    person.page.wait_for_timeout(800)
    bar.get_by_role("button", name="Go in").click()
    line_of_family(person, number)


def is_done(person: Person, number: int) -> None:
    """A worker reads that it is done, and finds the draft and the list of the day."""
    heading = person.page.get_by_role("heading", name=f"Family {number} is done")
    expect(heading).to_be_in_viewport()
    expect(person.page.get_by_role("link", name="The record, to read and print")).to_be_visible()
    expect(person.page.get_by_role("link", name="The list of the day")).to_be_visible()
    person.is_accessible()
    person.fits()


@pytest.mark.thorough("tests/integration/test_next_family.py")
def test_three_families_one_after_another_and_nobody_is_stuck(day: Day) -> None:
    chair, nell, omar = (
        day.comes("Asha Manager", LAPTOP), day.comes("Nell Socialworker", PHONE), day.comes("Omar Specialist", SMALL_PHONE)
    )  # fmt: skip
    chair.page.get_by_role("link", name="Open this family").first.click()
    opens(chair, 1)
    for one in (nell, omar):
        one.page.goto(f"{one.url}/sittings/{day.sitting}")
        one.page.get_by_role("button", name="Go in").first.click()
        line_of_family(one, 1)
    for number in (1, 2, 3):
        here = [chair, nell] if number == 2 else [chair, nell, omar]
        for step in day.steps(number - 1):
            if step == "change":
                expect(chair.page.locator(".step-time")).to_contain_text(re.compile(r"family: \d+ min"))
            for person in here if number == 1 else ():
                shows_the_step(person, step)
        is_done(nell, number)
        if number == 3:
            break
        row = chair.page.get_by_role("region", name="The next family")
        expect(row).to_contain_text(f"Family {number + 1} is ready.", timeout=15_000)
        expect(row).to_be_in_viewport()
        assert WORDS[number] not in chair.page.content()
        chair.is_accessible()
        expect(nell.page.locator("[data-asks='next']")).to_have_count(0)
        row.get_by_role("link", name="Open it").click()
        opens(chair, number + 1)
        for one in (nell,) if number == 1 else (nell, omar):
            goes_in(one, number + 1)
        if number == 1:
            # Nobody asks Omar to the second family: he is not invited to it.
            is_done(omar, 1)
            expect(omar.page.locator("[data-asks='next']")).to_have_count(0)
    nell.page.get_by_role("link", name="The list of the day").click()
    expect(nell.page.get_by_role("heading", level=1)).to_contain_text("Sitting of")


def shows_the_step(person: Person, step: str) -> None:
    """What the step is about is in sight, without a scroll; whoever looks at something else has the way there in sight."""
    place = person.page.get_by_role("heading", name=re.compile(SHOWN[step]))
    there = person.page.locator("[data-fk='go-there']")
    expect(place.or_(there).first).to_be_visible()
    if there.count():
        expect(there).to_be_in_viewport()
        there.click()
    expect(place.first).to_be_in_viewport()
    line_of_family(person, 1)
