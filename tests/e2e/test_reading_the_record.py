"""The record read and printed in a browser: by the chair on a laptop, and by a mother on a small phone."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.e2e.pages.hall import SHOUTING, Demo, Hall, gathered, let_in
from tests.e2e.pages.people import LAPTOP, SMALL_PHONE, Person
from tests.e2e.pages.record_page import printed, reads_the_record
from tests.servers.served import House

DRAFT = re.compile(r"^DRAFT, read \d\d:\d\d · For: Everyone in the meeting$")
DESIGNED = "safety-grid"


def is_the_record(person: Person) -> None:
    """A draft, for everyone, with each child's part, in a page where axe finds nothing and nothing is cut off."""
    page = person.page
    expect(page).to_have_title(re.compile("record, "))
    assert "Quillfeather" not in page.title()
    expect(page.get_by_role("banner").get_by_text(DRAFT)).to_be_visible()
    expect(page.get_by_role("banner")).to_contain_text("For: Everyone in the meeting")
    expect(page.get_by_role("heading", level=1)).to_have_text("What was said and agreed")
    for child in ("Juniper", "Pip", "Sorrel"):
        expect(page.get_by_role("heading", level=2, name=f"{child} Quillfeather")).to_be_visible()
    person.fits()
    person.is_accessible()


def points_of(person: Person) -> list[str]:
    """The words of every point on the page."""
    return [one.strip() for one in person.page.locator(".said").all_inner_texts()]


@pytest.mark.thorough("tests/unit/test_html.py")
@pytest.mark.parametrize("demo", ["end"], indirect=True)
@pytest.mark.timeout(180)
def test_the_record_is_read_beside_the_board_on_any_screen_and_printed(demo: Demo, hall: Hall, tmp_path: Path) -> None:
    chair = hall.of_demo(demo, "Ines", DESIGNED, size=LAPTOP).arrives().is_in()
    board = chair.page
    reads_the_record(chair, chair.part("End the meeting").get_by_role("link", name="The record, to read and print"))
    is_the_record(chair)
    points = points_of(chair)
    assert len(points) > 20
    numbers = chair.page.get_by_role("img", name=re.compile("A line with 10 at the left end and 0 at the right end"))
    expect(numbers.first).to_be_visible()

    sheets, words = printed(chair, tmp_path / "record.pdf")
    assert sheets > 5
    if words:
        told = re.sub(r"\s+", "", words)
        assert [one for one in points if re.sub(r"\s+", "", one) not in told] == []
        pages = words.split("\f")[:-1]
        assert len(pages) == sheets
        assert all("DRAFT" in page and "For: Everyone in the meeting" in page for page in pages)

    contents = chair.page.get_by_role("navigation", name="What is in it")
    contents.locator("summary").click()
    contents.get_by_role("link", name="Pip Quillfeather, 5", exact=True).click()
    expect(chair.page.get_by_role("heading", level=2, name="Pip Quillfeather, 5")).to_be_in_viewport()
    expect(chair.page.get_by_role("link", name="Back to the board")).to_have_attribute("href", re.compile("^/chair/"))
    assert board.url.startswith(f"{demo.url}/chair/")

    chair.page.set_viewport_size({"width": SMALL_PHONE[0], "height": SMALL_PHONE[1]})
    is_the_record(chair)
    expect(chair.page.get_by_text("On this line 10 is at the left end.").first).to_be_visible()
    chair.page.emulate_media(forced_colors="active")
    is_the_record(chair)


@pytest.mark.thorough("tests/unit/test_html.py")
def test_the_draft_follows_the_meeting_under_its_readers_eyes(house: House, hall: Hall) -> None:
    room, chair, [worker] = gathered(house, "worker")
    nurse = hall.guest(house, room, "nurse").arrives()
    let_in(chair, nurse)
    board = nurse.page.url
    nurse.page = nurse.context.new_page()
    nurse._watch()
    nurse.page.goto(f"{house.url}/board/{board.rpartition('/')[2]}/record")
    points = nurse.page.get_by_role("region", name="About all the children").locator(".said")
    expect(points).to_have_text([re.compile(SHOUTING)])
    expect(nurse.page.get_by_text("This page follows the meeting while it is open.")).to_be_visible()
    kept = points.first.element_handle()
    link = nurse.page.get_by_role("link", name="Back to the board")
    link.focus()

    worker.add("Her gran came on Sunday.")
    expect(points).to_have_text([re.compile(SHOUTING), re.compile("Her gran came on Sunday")], timeout=20_000)
    assert kept.evaluate("one => one.isConnected"), "what was read there before is another node now"
    expect(link).to_be_focused()

    nurse.network_is_gone = True
    nurse.context.set_offline(True)
    expect(nurse.page.get_by_text("The network is gone just now.")).to_be_visible()
    worker.add("Nobody hears this in time.")
    nurse.context.set_offline(False)
    expect(points).to_have_count(3, timeout=30_000)
    expect(nurse.page.get_by_text("This page follows the meeting while it is open.")).to_be_visible()

    chair.ok("remove_attendee", attendee=room.attendees["nurse"], reason="Asked to leave.")
    expect(nurse.page.get_by_role("heading", name="You are no longer in this meeting.")).to_be_visible()
    expect(points).to_have_count(0)
