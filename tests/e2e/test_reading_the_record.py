"""The record read and printed in a browser: by the chair on a laptop, and by a mother on a small phone."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.e2e.hall import Demo, Hall
from tests.e2e.people import LAPTOP, SMALL_PHONE, Person
from tests.e2e.record_page import printed, reads_the_record

DRAFT = re.compile("^DRAFT: the meeting is still going on. Read at ")
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
    contents.get_by_role("link", name="Pip Quillfeather", exact=True).click()
    expect(chair.page.get_by_role("heading", level=2, name="Pip Quillfeather")).to_be_in_viewport()
    expect(chair.page.get_by_role("link", name="Back to the board")).to_have_attribute("href", re.compile("^/chair/"))
    assert board.url.startswith(f"{demo.url}/chair/")

    chair.page.set_viewport_size({"width": SMALL_PHONE[0], "height": SMALL_PHONE[1]})
    is_the_record(chair)
    expect(chair.page.get_by_text("On this line 10 is at the left end.").first).to_be_visible()
    chair.page.emulate_media(forced_colors="active")
    is_the_record(chair)
