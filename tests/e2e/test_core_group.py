"""A core group at real browsers: who has seen each child, what agencies tell, the trigger check, the minutes passed on."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, expect

from tests.e2e.pages.ending_page import opens_the_meeting
from tests.e2e.pages.hall import Hall
from tests.e2e.pages.people import SMALL_PHONE, Person
from tests.scenes.builders import templates
from tests.servers.served import House, Room, Served, make_rooms

SEEN, TOLD = "He showed Cal his new bed.", "Weight is up 120 g."


@pytest.fixture
def core(tmp_path: Path) -> Iterator[tuple[House, Room]]:
    """A server with a core group that nobody has used."""
    (room,) = make_rooms(tmp_path, 1, template=templates()["core-group"])
    served = Served(tmp_path).start()
    yield House(served, []), room
    assert served.stop() == 0
    assert "Traceback" not in served.log


def of_child(person: Person, name: str) -> Locator:
    """A child's own part: seen by whom, told by whom, what must happen sooner."""
    if person.narrow:
        person.goes_to("Each child, and the agencies")
    return person.page.get_by_role("region", name=name, exact=True)


def test_visits_updates_and_the_trigger_check_stand_with_each_child(core: tuple[House, Room], hall: Hall) -> None:
    house, room = core
    chair = hall.guest(house, room, "chair").arrives().is_in()
    cal = hall.guest(house, room, "nurse", size=SMALL_PHONE)
    esme = hall.guest(house, room, "mum", size=SMALL_PHONE)
    opens_the_meeting(chair, cal, esme)

    pip = of_child(cal, "Pip")
    expect(pip).to_contain_text("Who has seen Pip?")
    expect(pip.get_by_text("Update not received")).to_have_count(3)
    cal_adds_a_visit(cal, pip)
    cal_tells(cal, pip)
    for one in (cal, esme):
        place = of_child(one, "Pip")
        for words in (SEEN, "not announced · seen alone", TOLD):
            expect(place).to_contain_text(words)
        expect(place.get_by_text("Update not received")).to_have_count(2)
        expect(of_child(one, "Juno").get_by_text("Update not received")).to_have_count(3)
        expect(of_child(one, "Juno")).to_contain_text("Nobody has said so yet.")
        one.fits()
        one.is_accessible()
    expect(esme.page.get_by_role("button", name=re.compile("^(Add a visit|Tell what we know)"))).to_have_count(0)

    the_chair_answers(chair, esme)
    the_gaps_lead_to_the_child(chair)
    chair.is_accessible()
    the_minutes_pass_to_cal(chair, cal)


def cal_adds_a_visit(cal: Person, pip: Locator) -> None:
    """On a small phone; the form says what is missing and keeps what was written."""
    pip.get_by_role("button", name=re.compile("^Add a visit")).click()
    form = pip.get_by_role("form", name="A visit to Pip")
    form.get_by_label("What was good, what was worrying?").fill(SEEN)
    form.get_by_role("group", name="Was it announced?").get_by_label("No", exact=True).check()
    form.get_by_role("group", name="Was the child seen alone?").get_by_label("Yes").check()
    form.get_by_role("button", name="Save the visit").click()
    expect(form).to_contain_text("Say on which day it was.")
    cal.fits()
    cal.is_accessible()
    form.get_by_label("On which day?").fill("2026-11-18")
    form.get_by_role("button", name="Save the visit").click()
    expect(form).to_have_count(0)
    expect(pip).to_contain_text("Wed 18 Nov")


def cal_tells(cal: Person, pip: Locator) -> None:
    """What health has to tell of Pip."""
    pip.get_by_role("button", name=re.compile("^Tell what we know")).click()
    form = pip.get_by_role("form", name="What an agency has to tell of Pip")
    form.get_by_label("What is new since we last met?").fill(TOLD)
    cal.is_accessible()
    form.get_by_role("button", name="Show everyone").click()
    expect(form).to_have_count(0)


def the_chair_answers(chair: Person, esme: Person) -> None:
    """A yes says why and who does what; then everyone reads it."""
    desk = chair.part("Trigger check")
    desk.get_by_role("button", name=re.compile("Is a strategy discussion needed now")).click()
    form = desk.get_by_role("form", name="Is a strategy discussion needed now?")
    form.get_by_label("Yes", exact=True).check()
    form.get_by_role("button", name="Show this answer").click()
    expect(form).to_contain_text("Say why it is needed, and who does what.")
    form.get_by_label("For whom?").select_option(label="Pip")
    form.get_by_label("Why, and who does what?").fill("A bruise. Bel rings today.")
    form.get_by_role("button", name="Show this answer").click()
    expect(desk).to_contain_text("A bruise. Bel rings today.")
    expect(of_child(esme, "Pip")).to_contain_text("A bruise. Bel rings today.")
    expect(of_child(esme, "Juno")).not_to_contain_text("A bruise.")


def the_gaps_lead_to_the_child(chair: Person) -> None:
    """What is missing before the end is a link to the child it is missing for."""
    end = chair.part("End the meeting")
    row = end.get_by_role("listitem").filter(has_text="Nobody has said that they saw this child").first
    row.get_by_role("button", name="Juno").click()
    expect(chair.page.get_by_role("heading", name="Juno", exact=True, level=3).first).to_be_focused()


def the_minutes_pass_to_cal(chair: Person, cal: Person) -> None:
    """Two taps; the nurse's phone says so and leads to the minutes desk, and back when they pass on."""
    desk = chair.part("Who takes the minutes")
    desk.get_by_label("Who takes the minutes?").select_option(label="Cal, Health worker")
    desk.get_by_role("button", name="Hand over", exact=True).click()
    desk.get_by_role("button", name="Yes, hand over").click()
    expect(cal.page.get_by_text("You take the minutes.")).to_be_visible()
    cal.page.get_by_role("link", name="Go to the minutes desk").click()
    cal.page.wait_for_url(re.compile("/minutes/"))
    cal.page.get_by_role("button", name="Minutes desk").click()
    hand = cal.page.get_by_role("button", name=re.compile("^Who takes the minutes"))
    expect(hand).to_be_visible()
    cal.fits()
    cal.is_accessible()
