"""A case supervision at real browsers: two workers see one adult differently, side by side, by keyboard and on a phone;
the manager rates the family, and a deputy runs the agenda and no more."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from meeting_server.domain.earlier.bring_forward import BringForward
from meeting_server.domain.kinds import plain
from tests.e2e.pages.ending_page import names_deputy, opens_the_meeting, takes_the_controls
from tests.e2e.pages.hall import Hall
from tests.e2e.pages.people import SMALL_PHONE, Person
from tests.scenes.builders import actor, new, templates
from tests.scenes.earlier import then
from tests.scenes.points import boards
from tests.scenes.supervision import REASON, next_one, rated
from tests.servers.served import House, PlannedPerson, Room, Served, make_rooms

TEAM = (
    PlannedPerson("pip", "Pip Canarybird", child=True, age="6"),
    PlannedPerson("chair", "Asha Manager", role="chair", agency="social_care"),
    PlannedPerson("worker", "Bel Worker", role="lead_social_worker", agency="social_care"),
    PlannedPerson("recovery", "Cal Recovery", role="recovery_worker", agency="recovery"),
    PlannedPerson("mum", "Esme Canarybird", relationship="Mum", agency="family"),
)
SHOWS_RATINGS = """async snapshot => {
  const [store, { render }, { h }, { Ratings }] = await Promise.all(
    ["board/store/store.js", "vendor/preact.js", "board/kit/html.js", "board/deciding/ratings.js"].map(path => import("/" + path)));
  store.replaceAll(snapshot);
  render(h(Ratings, { child: null }), document.body);
  return document.body.innerText;
}"""
RANG = "I rang Cal at 6am."


@pytest.fixture
def team(tmp_path: Path) -> Iterator[tuple[House, Room]]:
    """A server with a case supervision that nobody has used; the mother is spoken of and not there."""
    (room,) = make_rooms(tmp_path, 1, TEAM, templates()["supervision"])
    served = Served(tmp_path).start()
    yield House(served, []), room
    assert served.stop() == 0
    assert "Traceback" not in served.log


def of_esme(person: Person) -> Locator:
    """The mother's own part of the board."""
    if person.narrow:
        person.goes_to("The adults of the family")
    return person.page.get_by_role("region", name="Esme, Mum")


def gives_a_view(person: Person, answer: str, *, lapse: bool = False, quote: str = "") -> None:
    """One's own view of Esme and alcohol, by keyboard."""
    of_esme(person).get_by_role("button", name=re.compile("^Say how I see it.*Alcohol")).press("Enter")
    form = of_esme(person).get_by_role("form", name="Alcohol, Esme")
    expect(form).to_be_focused()
    form.get_by_role("radio", name=answer).press("Space")
    if lapse:
        form.get_by_role("checkbox", name="A lapse: one step back").press("Space")
    if quote:
        form.get_by_label("Their exact words").fill(quote)
        form.get_by_label("What kind of talk is it?").select_option(label="Taking steps: I did")
    person.fits()
    person.is_accessible()
    form.get_by_role("button", name="Show this view").press("Enter")
    expect(form).to_have_count(0)


@pytest.mark.thorough("tests/unit/domain/supervision/test_adult_views.py")
def test_two_workers_see_one_behaviour_differently_and_both_stages_stand_side_by_side(
    team: tuple[House, Room], hall: Hall
) -> None:
    house, room = team
    chair = hall.guest(house, room, "chair").arrives().is_in()
    bel = hall.guest(house, room, "worker")
    cal = hall.guest(house, room, "recovery", size=SMALL_PHONE)
    opens_the_meeting(chair, bel, cal)

    of_esme(bel).get_by_role("button", name="Name a behaviour of Esme").click()
    form = of_esme(bel).get_by_role("form", name="A behaviour of Esme")
    form.get_by_label("What is it about?").fill("Alcohol")
    form.get_by_role("button", name="Add it").click()
    gives_a_view(cal, "Doing it (action)", lapse=True, quote=RANG)
    gives_a_view(bel, "In two minds (contemplation)")

    for one in (bel, cal, chair):
        stages = of_esme(one).get_by_role("list", name="Alcohol, Esme").get_by_role("listitem")
        expect(stages).to_have_count(6)
        expect(stages.filter(has_text="Bel, Social worker")).to_have_text(
            re.compile(r"In two minds \(contemplation\).*Bel, Social worker", re.DOTALL)
        )
        expect(stages.filter(has_text="Cal, Recovery worker")).to_contain_text("Doing it (action)")
        views = of_esme(one).locator(".adult-views")
        theirs = views.get_by_role("listitem").filter(has_text="Cal, Recovery worker")
        for words in (
            "A lapse: one step back, not the old way",
            f"“{RANG}”",
            "Taking steps: I did",
        ):
            expect(theirs).to_contain_text(words)
        one.fits()
        one.is_accessible()
    a_phone_leads_to_what_is_not_said_yet(cal)
    the_manager_rates_the_family(chair, bel)
    a_deputy_runs_the_agenda_and_no_more(chair, bel)


def a_phone_leads_to_what_is_not_said_yet(cal: Person) -> None:
    """No box stands where adults are looked at, but the way to the first thing this person has said nothing of."""
    cal.goes_to("The adults of the family")
    expect(cal.page.locator(".composer")).to_have_count(0)
    cal.page.get_by_role("button", name=re.compile("^Say how I see it.*the next, Is Esme engaged")).press("Enter")
    form = of_esme(cal).get_by_role("form", name="Is Esme engaged?")
    expect(form).to_be_focused()
    cal.fits()
    cal.is_accessible()
    form.get_by_role("radio", name="Partly").press("Space")
    form.get_by_role("button", name="Show this view").press("Enter")
    expect(cal.page.get_by_role("button", name=re.compile("the next, Does Esme agree with the plan"))).to_be_visible()
    engaged = of_esme(cal).get_by_role("list", name="Is Esme engaged?").get_by_role("listitem")
    expect(engaged.filter(has_text="Cal, Recovery worker")).to_contain_text("Partly")


def the_manager_rates_the_family(chair: Person, bel: Person) -> None:
    """Once, and the reason names every child."""
    desk = chair.part("Red, amber, green")
    form = desk.locator("form")
    form.get_by_role("radio", name="Amber").check()
    form.get_by_label("The reason").fill("Some better.")
    form.get_by_label("What would move it one step better?").fill("Another month.")
    form.get_by_role("button", name="Save on my desk").click()
    expect(form).to_contain_text("Name every child in the reason. Missing: Pip.")
    form.get_by_label("The reason").fill("Pip sleeps better.")
    form.get_by_role("button", name="Save on my desk").click()
    desk.get_by_label("I have said it aloud").check()
    desk.get_by_role("button", name="Show the family’s rating").click()
    expect(bel.page.get_by_role("heading", name="The family", exact=True)).to_be_visible()


def advice(person: Person) -> Locator:
    """Advice among what the box offers to write in."""
    return person.page.get_by_label("Column", exact=True).locator("option", has_text="Advice")


def a_deputy_runs_the_agenda_and_no_more(chair: Person, bel: Person) -> None:
    """What is the manager's alone is not on the deputy's desk, and stays on the manager's."""
    expect(advice(bel)).to_have_count(0)
    names_deputy(chair, "Bel, Social worker")
    takes_the_controls(bel)
    for one, times in ((bel, 0), (chair, 1)):
        expect(advice(one)).to_have_count(times)
        expect(one.part("Red, amber, green").get_by_role("button", name="Rate again")).to_have_count(times)
        one.is_accessible()
    end = bel.part("End the meeting")
    end.get_by_role("button", name="How the family will hear").click()
    expect(bel.page.get_by_role("heading", name="How the family will hear").first).to_be_focused()


def test_the_familys_rating_says_from_what_it_came_to_what_in_words_and_shapes(page: Page) -> None:
    said = next_one().when("ines", BringForward(then(new("meeting")), family_rating=True)).ok()
    meeting = rated(said).meeting
    kit = actor(meeting, "kit")
    you = {"attendee": kit.id, "person": kit.person, "powers": list(kit.role.powers), "side": "professional"}
    snapshot = {
        "boards": boards(meeting, "kit"),
        "template": plain(meeting.template),
        "you": you,
        "gaps": [],
        "dates": [],
    }
    told = page.evaluate(SHOWS_RATINGS, snapshot)
    assert "was ▲ Red (Thu 19 Mar 2026, First conference), now ◆ Amber" in told
    assert told.count(REASON) == 2, "the one before stands beside it with its own reason"
