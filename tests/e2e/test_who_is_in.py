"""The chair's list of who is in: who is here without a device cannot leave by it, so that the chair notes it with one press."""

import re

import pytest
from playwright.sync_api import Page, expect

from meeting_server.domain.audiences import ROOM, To
from meeting_server.domain.ending.ending import MeetingEnded, MeetingFinished
from meeting_server.domain.people.state_attendance import StateAttendance
from tests.e2e.pages.people import LAPTOP
from tests.e2e.test_places import SHOWS, shown_to
from tests.scenes.builders import after, attendee, given, room, without_device

INSIDE = """async () => {
  const [{ render }, { h }, { Inside }] = await Promise.all(["vendor/preact", "board/kit/html", "chair/people/inside"].map(path => import(`/${path}.js`)));
  const root = document.createElement("main");
  document.body.append(root);
  render(h(Inside, {}), root);
}"""


def test_the_chair_notes_with_one_press_that_somebody_without_a_device_has_left(page: Page) -> None:
    page.set_viewport_size({"width": LAPTOP[0], "height": LAPTOP[1]})
    meeting = without_device(room(), "odile")
    page.evaluate(SHOWS, [shown_to(meeting, "ines"), False])
    page.evaluate(INSIDE)
    rows = page.locator("main")
    expect(rows.get_by_role("button", name=re.compile("^Left "))).to_have_text(["Left Odile"])
    left = given(meeting).when("ines", StateAttendance(attendee("odile"), "left", device=False)).ok()
    page.evaluate("shown => store.replaceAll(shown)", shown_to(left.meeting, "ines"))
    expect(rows.get_by_role("button", name=re.compile("^Left "))).to_have_count(0)


@pytest.mark.thorough("tests/e2e/test_who_is_in.py")
def test_who_has_a_device_or_was_at_a_meeting_that_is_locked_is_not_noted_so(page: Page) -> None:
    page.set_viewport_size({"width": LAPTOP[0], "height": LAPTOP[1]})
    meeting = without_device(room(), "odile")
    locked = after(meeting, [To(ROOM, MeetingEnded(())), To(ROOM, MeetingFinished())])
    for shown in (room(), locked):
        page.evaluate(SHOWS, [shown_to(shown, "ines"), False])
        page.evaluate(INSIDE)
        expect(page.locator("main").last).to_contain_text("Marla")
        expect(page.get_by_role("button", name=re.compile("^Left "))).to_have_count(0)
