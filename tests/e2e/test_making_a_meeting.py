"""From signing in to the board: staff make a meeting, hand out a link, and the chair opens it without one."""

import os
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.pages.hall import Hall
from tests.e2e.pages.people import LAPTOP, PHONE, SMALL_PHONE, Person
from tests.e2e.pages.staff_page import (
    Somebody,
    fills_person,
    guest,
    link_of,
    names_children,
    names_people,
    signs_in,
    starts_a_meeting,
)
from tests.scenes.staff_pages import makes
from tests.scenes.staffroom import EMAIL, NAME, PASSWORD, Staff, forms_of, make_account
from tests.servers.served import Served

FIRST = "A first conference, on the map in three columns"
CHILDREN = (("Wren", "11"), ("Pip", "6"), ("Sorrel", "8 months"))
PEOPLE = (
    Somebody("Marla Quillfeather", "Mum", "Parent or carer", "Family"),
    Somebody("Odile Quillfeather", "Gran", "Family or friend", "Family"),
    Somebody("Tolly Merriweather", "Business support", "Minute-taker", "Social care"),
    Somebody("Kit Farrowden", "Social worker", "Lead social worker", "Social care"),
    Somebody("Ivo Stonewick", "Class teacher", "School worker", "School"),
    Somebody("Dorran Quillfeather", "Dad, lives elsewhere", "Only spoken of: not invited"),
)


@pytest.fixture(scope="module")
def council(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A server with one account."""
    data_dir = tmp_path_factory.mktemp("council")
    make_account(data_dir)
    served = Served(data_dir).start()
    yield served
    assert served.stop() == 0
    assert "Traceback" not in served.log
    for _, relationship in CHILDREN:
        assert relationship not in served.log or len(relationship) < 3
    assert "Quillfeather" not in served.log


def staff_at(hall: Hall, served: Served, size: tuple[int, int] = LAPTOP) -> Person:
    """Somebody of staff at a browser of their own."""
    return hall.person(served.url, "", NAME, size=size)


def stands(person: Person, state: str) -> None:
    """This page is as it should be: nothing for axe, no sideways scroll, nobody's name in the title."""
    if os.environ.get("SCREENSHOTS"):
        width = (person.page.viewport_size or {"width": 0})["width"]
        person.page.screenshot(path=Path(os.environ["SCREENSHOTS"]) / f"staff-{state}-{width}.png", full_page=True)
    person.fits()
    assert not person.axe(), state
    assert not any(name in person.page.title() for name in ("Wren", "Quillfeather", NAME))


def make_it(page: Page) -> None:
    """Presses the button that can be seen."""
    page.get_by_role("button", name="Make the meeting").click()


def test_a_line_that_is_too_long_stays_whole_is_refused_and_is_not_lost_by_leaving(council: Served, hall: Hall) -> None:
    asha = hall.person(council.url, "", NAME, size=SMALL_PHONE)
    signs_in(asha)
    page = asha.page
    page.goto(f"{council.url}/meetings/new?template=three-column-map")
    place = page.get_by_label("Which place?")
    place.fill("Room 4, Station Road. " * 10)
    expect(page.get_by_text("Characters too many: 19")).to_be_visible()
    asha.fits()
    asked: list[str] = []
    page.once("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    page.get_by_role("link", name="My meetings").click()
    expect(place).to_have_value("Room 4, Station Road. " * 10)
    assert asked == ["beforeunload"]
    page.get_by_role("button", name="Make the meeting").click()
    expect(page.get_by_role("link", name="That is too long. At most 200 characters fit.")).to_be_visible()
    expect(place).to_have_value("Room 4, Station Road. " * 10)


def test_staff_make_a_meeting_the_mother_joins_by_her_link_and_the_chair_by_signing_in(
    council: Served, hall: Hall
) -> None:
    asha = staff_at(hall, council)
    page = asha.page
    page.goto(f"{council.url}/meetings")
    stands(asha, "sign-in")
    signs_in(asha)
    stands(asha, "no-meetings")
    starts_a_meeting(page, FIRST, date.today())
    names_children(page, *CHILDREN)
    names_people(page, *PEOPLE)
    stands(asha, "form")
    make_it(page)
    expect(page.get_by_role("heading", name="First child protection conference")).to_be_visible()
    expect(page.get_by_text("FAM 20741")).to_be_visible()
    expect(guest(page, NAME).get_by_text("Signs in. There is no link.")).to_be_visible()
    stands(asha, "made")
    page.get_by_role("button", name="Make links for everybody who has none").click()
    expect(page.locator(".guests code")).to_have_count(5)
    link = link_of(page, "Marla Quillfeather")
    guest(page, "Marla Quillfeather").get_by_text("QR code").click()
    expect(guest(page, "Marla Quillfeather").get_by_role("img")).to_be_visible()
    stands(asha, "links")
    guest(page, "Marla Quillfeather").get_by_role("button", name="Copy").click()
    expect(page.locator("#voice")).to_have_text("Copied")

    marla = hall.person(council.url, link, "Marla Quillfeather", size=PHONE).arrives()
    marla.waits()
    page.get_by_role("link", name="My meetings").click()
    expect(page.get_by_role("heading", name="My meetings")).to_be_visible()
    stands(asha, "list")
    page.get_by_role("button", name="Open as chair").first.click()
    page.wait_for_url("**/chair/*")
    asha.is_in()
    asha.lets_in("Marla")
    marla.is_in()

    tab = hall.person(council.url, "", NAME, context=asha.context)
    tab.page.goto(f"{council.url}/meetings")
    tab.page.get_by_role("button", name="Sign out").click()
    expect(tab.page.get_by_text("You are signed out.")).to_be_visible()
    expect(page.get_by_role("heading", name="You are signed out.")).to_be_visible()
    expect(page.get_by_text("Sorrel")).to_have_count(0)
    tab.page.go_back()
    expect(tab.page.get_by_role("button", name="Open as chair")).to_have_count(0)
    marla.is_in()


def test_what_is_wrong_is_said_at_the_top_and_beside_the_field_and_nothing_typed_is_lost(
    council: Served, hall: Hall
) -> None:
    asha = staff_at(hall, council, SMALL_PHONE)
    page = asha.page
    signs_in(asha)
    page.goto(f"{council.url}/meetings/new")
    stands(asha, "kind")
    expect(page.get_by_role("radio", checked=True)).to_have_count(0)
    page.get_by_label(FIRST).check()
    page.get_by_role("button", name="Continue").click()
    page.get_by_label("What is the meeting?").fill("First conference")
    fills_person(page.get_by_role("group", name="Person 1", exact=True), Somebody("Odile", "Gran", "Family or friend"))
    page.get_by_label("What is the meeting?").press("Enter")
    summary = page.get_by_role("alert")
    expect(summary).to_contain_text("There is a problem")
    expect(summary).to_be_focused()
    stands(asha, "wrong")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_label("Family reference")).to_be_focused()
    expect(page.get_by_label("Family reference")).to_have_accessible_description(
        "The number your own system has for this family. No names. Error: Give the family's reference, as your own "
        "system has it."
    )
    expect(page.get_by_label("What is the meeting?")).to_have_value("First conference")
    expect(page.get_by_label("Relationship or job").first).to_have_value("Gran")
    expect(page.get_by_role("link", name="Name at least one child the meeting is about.")).to_be_visible()
    page.get_by_role("button", name="Add another person").click()
    expect(page.get_by_role("group", name="Person 3").get_by_label("Name")).to_be_focused()
    page.get_by_role("button", name="Remove this person Odile").click()
    expect(page.get_by_role("button", name="Add another person")).to_be_focused()
    expect(page.get_by_label("Relationship or job").first).to_have_value("")
    page.get_by_role("button", name="Choose another kind").click()
    page.get_by_label("A first conference, on the safety and wellbeing grid").check()
    page.get_by_role("button", name="Continue").click()
    expect(page.get_by_label("What is the meeting?")).to_have_value("First conference")


def test_a_board_whose_session_was_ended_while_the_network_was_gone_closes_when_it_is_back(
    council: Served, hall: Hall
) -> None:
    asha = staff_at(hall, council)
    page = asha.page
    signs_in(asha)
    starts_a_meeting(page, FIRST, date.today())
    names_children(page, ("Juniper", "11"))
    make_it(page)
    page.get_by_role("button", name="Open as chair").click()
    asha.is_in()
    elsewhere = Staff(council.url)
    elsewhere.http.cookies.update({one["name"]: one["value"] for one in asha.context.cookies()})
    asha.network_is_gone = True
    asha.context.set_offline(True)
    elsewhere.get("/meetings")
    elsewhere.post("/sign-out", next(fields for at, fields in forms_of(elsewhere.page) if at == "/sign-out"))
    asha.context.set_offline(False)
    expect(page.get_by_role("heading", name=re.compile("This page is closed|You are signed out"))).to_be_visible(
        timeout=40_000
    )
    expect(page.get_by_text("Juniper")).to_have_count(0)
    expect(page.get_by_role("link", name=re.compile("[Ss]ign.in"))).to_be_visible()


def test_before_the_session_is_over_the_page_says_so_and_one_press_keeps_it(council: Served, hall: Hall) -> None:
    asha = staff_at(hall, council, SMALL_PHONE)
    page = asha.page
    page.clock.install()
    signs_in(asha)
    page.goto(f"{council.url}/meetings/new?template=three-column-map")
    page.get_by_label("Family reference").fill("FAM 7")
    page.clock.fast_forward("24:00")
    stay = page.get_by_role("button", name="Stay signed in")
    expect(stay).to_have_count(0)
    page.clock.fast_forward("02:00")
    expect(stay).to_be_visible()
    expect(page.locator("#voice")).to_contain_text("You will be signed out in 5 minutes")
    stands(asha, "idle")
    stay.click()
    expect(stay).to_have_count(0)
    expect(page.get_by_label("Family reference")).to_have_value("FAM 7")
    expect(page.get_by_label("Family reference")).to_be_focused()
    page.clock.fast_forward("26:00")
    expect(stay).to_be_visible()


def test_a_meeting_is_made_with_the_keyboard_alone(council: Served, hall: Hall) -> None:
    asha = staff_at(hall, council)
    page = asha.page
    page.goto(f"{council.url}/sign-in")
    keys = page.keyboard
    page.get_by_label("Email address").focus()
    keys.type(EMAIL)
    keys.press("Tab")
    keys.type(PASSWORD)
    keys.press("Enter")
    expect(page.get_by_role("heading", name="My meetings")).to_be_visible()
    page.get_by_role("link", name="Make a meeting").first.focus()
    keys.press("Enter")
    expect(page.get_by_role("radio").first).to_be_visible()
    page.get_by_role("radio").first.focus()
    keys.press("Space")
    keys.press("Enter")
    expect(page.get_by_label("Family reference")).to_be_visible()
    reached, day = [], date.today()
    typed = {"reference": "9", "occasion": "Core group", "day": str(day.day), "month": str(day.month),
             "year": str(day.year), "starts": "10:00", "child-0-name": "Pip", "chair_agency": "s"}  # fmt: skip
    for _ in range(60):
        keys.press("Tab")
        at = asha.focused()
        reached.append(at["key"])
        assert at["ring"] >= 2, at
        assert at["height"] >= 24, at
        if at["key"] in typed:
            keys.type(typed[at["key"]])
        elif at["key"] in ("setting", "family"):
            keys.press("Space")
        elif at["text"] == "Make the meeting":
            break
    assert [one for one in reached if one in typed] == list(typed)
    keys.press("Enter")
    expect(page.get_by_role("heading", name="Who is invited")).to_be_visible()


def test_whoever_is_signed_in_and_follows_a_link_from_another_site_is_not_told_to_sign_in_again(
    council: Served, hall: Hall
) -> None:
    asha = staff_at(hall, council)
    page = asha.page
    signs_in(asha)
    mail = f"<a href='{council.url}/meetings/new'>The new meeting</a><a href='{council.url}/meetings'>All of them</a>"
    page.route("http://mail.example/", lambda route: route.fulfill(body=mail, content_type="text/html"))
    for link, heading in (("All of them", "My meetings"), ("The new meeting", "What kind of meeting is it?")):
        page.goto("http://mail.example/")
        page.get_by_role("link", name=link).click()
        expect(page.get_by_role("heading", name=heading)).to_be_visible()
    asha.wrong = [one for one in asha.wrong if "mail.example" not in one]
    # Who is not signed in reads the form, and is not sent round and round.
    page.context.clear_cookies()
    page.goto("http://mail.example/")
    page.get_by_role("link", name="All of them").click()
    expect(page.get_by_label("Password")).to_be_visible()
    asha.wrong = [one for one in asha.wrong if "mail.example" not in one]


def test_rows_come_and_go_without_another_page_and_names_that_read_alike_are_said_at_once(
    council: Served, hall: Hall
) -> None:
    asha = staff_at(hall, council)
    page = asha.page
    signs_in(asha)
    page.goto(f"{council.url}/meetings/new?template=three-column-map")
    page.get_by_label("Family reference").fill("FAM 12")
    names_children(page, ("Robin", "9"), ("robin", "9"))
    expect(page.locator("#voice")).to_have_text("Two people read Robin. Write what you call each of them.")
    second = page.get_by_role("group", name="Child 2", exact=True)
    expect(second).to_contain_text("Somebody else reads the same")
    second.get_by_label("Age").fill("3")
    expect(second).to_contain_text("On screens: robin, 3")
    names_people(page, Somebody("Marla Quillfeather", "Mum", "Parent or carer"), PEOPLE[2], PEOPLE[3])
    first = page.get_by_role("group", name="Person 1", exact=True)
    expect(first.get_by_label("What we call them")).to_have_value("Marla")
    expect(first.get_by_label("Comes from")).to_have_value("family")
    first.locator("summary").click()
    first.get_by_label("Never let in together with").select_option(label="Kit")
    page.get_by_role("button", name="Remove this person Tolly Merriweather").click()
    expect(page.get_by_role("button", name="Add another person")).to_be_focused()
    expect(first.get_by_label("Never let in together with").locator("option:checked")).to_have_text("Kit")
    expect(page.get_by_label("Family reference")).to_have_value("FAM 12")
    stands(asha, "rows")


@pytest.mark.thorough("tests/integration/test_staff_pages.py")
def test_a_meeting_is_moved_told_of_and_cancelled_on_the_smallest_phone(council: Served, hall: Hall) -> None:
    asha = staff_at(hall, council, SMALL_PHONE)
    page = asha.page
    signs_in(asha)
    behind = Staff(council.url)
    behind.http.cookies.update({one["name"]: one["value"] for one in asha.context.cookies()})
    path = makes(behind)
    behind.get(path)
    behind.press("links", path)
    page.goto(council.url + path)
    page.get_by_role("link", name="Letters").click()
    expect(page.get_by_role("article", name="Letter to Marla Quillfeather")).to_be_visible()
    stands(asha, "letters")
    page.get_by_role("link", name="Back to the meeting").click()
    page.get_by_role("link", name="Change the meeting").click()
    stands(asha, "change")
    page.get_by_label("When does it start?").fill("4pm")
    page.get_by_role("button", name="Save the changes").click()
    to_tell = page.get_by_role("region", name="Whom to tell")
    expect(to_tell).to_contain_text("The meeting is now on")
    stands(asha, "whom-to-tell")
    for name in ("Marla Quillfeather", "Tolly Merriweather"):
        to_tell.get_by_role("button", name=f"Told {name}").click()
    expect(to_tell).to_have_count(0)
    page.locator("summary").filter(has_text="Cancel the meeting").click()
    page.get_by_label("Why?").select_option(label="It is not needed any more")
    page.get_by_role("button", name="Cancel the whole meeting").click()
    expect(page.get_by_role("button", name="Let it take place after all")).to_be_visible()
    stands(asha, "cancelled")
