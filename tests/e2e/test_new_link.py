"""Somebody lost their link during the meeting: the chair makes a new one at the desk, and it is shown once."""

import os
from pathlib import Path

from playwright.sync_api import expect

from tests.e2e.pages.ending_page import opens_the_meeting
from tests.scenes.door import post


def test_the_chair_makes_a_new_link_and_whoever_opens_it_waits_at_the_door(house, hall):
    room = house.room()
    chair = hall.guest(house, room, "chair").arrives().is_in()
    opens_the_meeting(chair)
    part = chair.part("A new link")
    part.get_by_label("Whose link?").select_option(label="Esme, Mum")
    part.get_by_role("button", name="Make a new link").click()
    expect(part.get_by_text("Link for Esme. It is shown only now.")).to_be_visible()
    link = part.locator("code").inner_text()
    expect(part.get_by_role("group", name="Link for Esme")).to_be_focused()
    sheet = part.get_by_role("group", name="Link for Esme").bounding_box()
    assert sheet["width"] < 400, "the code is no wider than the desk"
    assert sheet["height"] < 600
    chair.fits()
    assert not chair.axe()
    if os.environ.get("SCREENSHOTS"):
        chair.page.screenshot(path=Path(os.environ["SCREENSHOTS"]) / "new-link.png")
    assert post(house.url, "/join/look", {"token": room.tokens["mum"]})[0] == 410
    esme = hall.person(house.url, link, room.names["mum"]).arrives()
    part.get_by_role("button", name="Put it away").click()
    expect(chair.page.get_by_text(link)).to_have_count(0)
    chair.lets_in("Esme")
    esme.is_in()
