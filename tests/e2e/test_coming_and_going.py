"""Late, again, twice: however somebody comes, they hold the board as it is; and once removed they hold nothing."""

import time

import pytest
from playwright.sync_api import expect

from tests.e2e.pages.hall import SHOUTING, Hall, gathered, let_in
from tests.e2e.pages.people import PHONE, SMALL_PHONE, until
from tests.people.on_the_wire import lobby
from tests.servers.served import House


def test_a_late_joiner_a_reload_and_a_second_device_hold_the_same_board(house: House, hall: Hall) -> None:
    room, chair, [worker] = gathered(house, "worker")
    mum = hall.guest(house, room, "mum", size=PHONE).arrives()
    mum.waits()
    assert not mum.told("There was shouting"), "the lobby tells nothing"
    assert not mum.told("Pip"), "nor a child's name"
    let_in(chair, mum)
    mum.sees(SHOUTING)
    worker.add("Gran came at once.", "well")
    mum.sees("Gran came at once.", "well")
    mum.adds("I rang her myself.", "well")
    mum.page.reload()
    mum.is_in().sees("I rang her myself.", "well")
    tablet = hall.guest(house, room, "mum", size=SMALL_PHONE).arrives()
    tablet.waits()
    let_in(chair, tablet)
    tablet.sees("I rang her myself.", "well")
    tablet.adds("She stayed the night.", "well")
    mum.sees("She stayed the night.", "well")
    worker.until(lambda: len(worker.things("items")) == 4)
    true = chair.fresh()["everyone"]
    for person in (mum, tablet):
        until(person.page, lambda person=person: person.dump()["everyone"] == true)


def test_two_people_in_one_browser_stay_two_people(house: House, hall: Hall) -> None:
    room, chair, _ = gathered(house)
    mum = hall.guest(house, room, "mum").arrives()
    gran = hall.guest(house, room, "gran", context=mum.context).arrives()
    let_in(chair, mum, gran)
    mum.adds("I changed the locks.", "well")
    gran.adds("I have the second key.", "well")
    for person in (mum, gran):
        expect(person.sees("I changed the locks.")).to_contain_text("Esme")
        expect(person.sees("I have the second key.")).to_contain_text("Flo")
        person.page.reload()
        person.is_in()


@pytest.mark.alone
def test_who_is_removed_has_a_blank_page_within_a_second_and_nothing_comes_back(house: House, hall: Hall) -> None:
    room, chair, [worker] = gathered(house, "worker")
    mum = hall.guest(house, room, "mum", size=PHONE).arrives()
    let_in(chair, mum)
    tablet = hall.guest(house, room, "mum").arrives()
    let_in(chair, tablet)
    for device in (mum, tablet):
        device.sees(SHOUTING)
    board = mum.page.url
    removed_at = time.monotonic()
    chair.ok("remove_attendee", attendee=room.attendees["mum"], reason="Asked to leave.")
    for device in (mum, tablet):
        expect(device.page.get_by_text(SHOUTING)).to_have_count(0, timeout=1000)
    assert time.monotonic() - removed_at < 1.5
    for device in (mum, tablet):
        expect(device.page.get_by_role("heading", name="You are no longer in this meeting.")).to_be_visible()
        expect(device.page.get_by_text("Ring ")).to_be_visible()
    mum.page.go_back()
    mum.page.wait_for_timeout(300)
    expect(mum.page.get_by_text(SHOUTING)).to_have_count(0)
    mum.page.goto(board)
    expect(mum.page.get_by_text(SHOUTING)).to_have_count(0)
    mum.page.reload()
    expect(mum.page.get_by_text(SHOUTING)).to_have_count(0)
    worker.add("They must not read this either.")
    tablet.page.wait_for_timeout(500)
    for device in (mum, tablet):
        assert not device.told("They must not read this either.")
        assert device.page.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]


def test_who_is_turned_away_while_their_network_is_gone_reads_so_when_it_is_back(house: House, hall: Hall) -> None:
    room, chair, _ = gathered(house)
    gran = hall.guest(house, room, "gran", size=SMALL_PHONE).arrives()
    expect(gran.page.get_by_text("Asha Chairperson can see you.")).to_be_visible()
    device = chair.until(lambda: lobby(chair, gran.full_name))[0]
    gran.network_is_gone = True
    gran.context.set_offline(True)
    chair.ok("turn_away", device=device["id"])
    gran.page.wait_for_timeout(1000)
    gran.context.set_offline(False)
    expect(gran.page.get_by_role("heading", name="You were not let in to this meeting.")).to_be_visible(timeout=30_000)
    assert not gran.told("There was shouting")


def test_who_is_turned_away_reads_so_and_nothing_else(house: House, hall: Hall) -> None:
    room, chair, _ = gathered(house)
    gran = hall.guest(house, room, "gran", size=SMALL_PHONE).arrives()
    gran.waits()
    device = chair.until(lambda: lobby(chair, gran.full_name))[0]
    chair.ok("turn_away", device=device["id"])
    expect(gran.page.get_by_role("heading", name="You were not let in to this meeting.")).to_be_visible()
    assert not gran.told("There was shouting")
