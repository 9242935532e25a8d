"""Writing apart: together but unseen, by the chair's desk first, and before the meeting begins."""

import pytest
from playwright.sync_api import expect

from tests.e2e.pages.apart_page import (
    APART,
    HELD,
    PREPARE,
    box_is_for_everyone,
    box_says,
    changes,
    desk,
    drops,
    press,
    private,
    stand,
    writes_privately,
)
from tests.e2e.pages.hall import Hall, gathered, let_in
from tests.e2e.pages.people import SMALL_PHONE, Person
from tests.servers.served import House, Room


def comes_in(chair: Person, guest: Person) -> None:
    """The chair lets somebody in at the desk."""
    guest.arrives().waits()
    chair.lets_in(guest.name)
    guest.is_in()


def chair_and(house: House, hall: Hall, *keys: str) -> tuple[Room, Person, list[Person]]:
    """The chair at a laptop; the others at the smallest phones, let in before the start."""
    room = house.room()
    chair = hall.guest(house, room, "chair").arrives().is_in()
    guests = [hall.guest(house, room, key, size=SMALL_PHONE) for key in keys]
    for guest in guests:
        comes_in(chair, guest)
    return room, chair, guests


def starts(chair: Person) -> None:
    chair.page.get_by_role("button", name="Start the meeting").click()
    expect(chair.page.get_by_text("The meeting has not started yet.")).to_have_count(0)


def test_two_people_write_apart_and_the_chair_shows_it_all_together(house: House, hall: Hall) -> None:
    _, chair, [mum, worker] = chair_and(house, hall, "mum", "worker")
    starts(chair)
    desk(chair).get_by_label("Where").select_option(label="What are we worried about?")
    press(desk(chair), "Start private writing")
    for one in (mum, worker):
        one.reads("Private writing is on in “What are we worried about?”.")
        box_says(one, APART)
        expect(one.page.locator("#voice")).to_contain_text("Private writing is on.")
    writes_privately(mum, "I was frightened that night.")
    writes_privately(worker, "Nobody answered the door on Monday.")
    writes_privately(mum, "This I keep.")
    press(private(mum, "This I keep."), "Change")
    stand(mum)
    press(mum.page.locator(".private-change"), "Leave it as it was")
    drops(mum, "This I keep.")
    changes(worker, "Nobody answered the door on Monday.", "Nobody answered the door twice.")
    for one, secret in ((chair, "frightened"), (worker, "frightened"), (mum, "on Monday"), (chair, "on Monday")):
        assert secret not in one.all_told(), one.name
    chair.page.get_by_role("button", name="Show all the points together").click()
    stand(mum, worker, chair)
    press(desk(chair), "Yes, show them all")
    for one in (mum, worker, chair):
        one.sees("I was frightened that night.")
        one.sees("Nobody answered the door twice.")
        expect(one.page.locator("li.point.private")).to_have_count(0)
        assert "This I keep." not in one.page.content()
    assert not worker.told("This I keep.")
    box_is_for_everyone(mum)


def test_what_was_begun_in_private_stays_private_when_the_chair_ends_it(house: House, hall: Hall) -> None:
    _, chair, [mum] = chair_and(house, hall, "mum")
    starts(chair)
    press(desk(chair), "Start private writing")
    box_says(mum, APART)
    mum.box.locator("#composer-text").fill("Half a sentence for me")
    press(desk(chair), "Stop without showing")
    box_says(mum, "You began this in private.")
    mum.box.get_by_role("button", name="Add", exact=True).click()
    expect(private(mum, "Half a sentence for me")).to_have_count(1)
    # It does not get wider by itself.
    box_says(mum, "Only you can see this, until you show it.")
    mum.page.get_by_role("button", name="Write it for everyone").click()
    box_is_for_everyone(mum)
    mum.reads("You have 1 point nobody else has seen.")
    assert not chair.told("Half a sentence for me")
    private(mum, "Half a sentence for me").get_by_role("button", name="Show to everyone").press("Enter")
    chair.sees("Half a sentence for me")


@pytest.mark.thorough("tests/integration/test_apart.py")
def test_a_held_point_is_sent_back_changed_and_shown(house: House, hall: Hall) -> None:
    _, chair, [mum, worker] = chair_and(house, hall, "mum", "worker")
    starts(chair)
    press(desk(chair), "Hold new points")
    for one in (mum, worker):
        one.reads("New points go to the chair first.")
        box_says(one, HELD)
    mum.writes("He lies and you all know it.")
    expect(mum.point("He lies and you all know it.")).to_contain_text("Only you and the chair can see this")
    held = desk(chair).locator("li.held-words")
    expect(held).to_contain_text("He lies and you all know it.")
    press(held, "Send back")
    held.get_by_label("Why?").fill("Please say what you saw.")
    stand(mum, chair)
    press(held, "Send it back")
    expect(held).to_have_count(0)
    expect(private(mum, "He lies and you all know it.")).to_contain_text(
        "The chair sent this back: Please say what you saw."
    )
    stand(mum)
    changes(mum, "He lies and you all know it.", "He said he was out. I saw him.")
    press(private(mum, "He said he was out. I saw him."), "Show to the chair first")
    expect(held).to_contain_text("He said he was out. I saw him.")
    for secret in ("He lies", "I saw him"):
        assert not worker.told(secret)
    press(held, "Show")
    worker.sees("He said he was out. I saw him.")
    press(desk(chair), "Stop holding")
    box_is_for_everyone(worker)
    worker.adds("The family centre opened again.", "well")
    chair.sees("The family centre opened again.")


@pytest.mark.thorough("tests/unit/domain/points/test_finish_preparing.py")
def test_points_are_prepared_before_the_meeting_and_shown_in_it(house: House, hall: Hall) -> None:
    room, chair, [gran] = chair_and(house, hall, "gran")
    gran.reads("You can write your points now. Nobody else sees them until you show them in the meeting.")
    box_says(gran, PREPARE)
    writes_privately(gran, "The breakfasts go well.", "well")
    writes_privately(gran, "Bedtimes are hard.")
    press(gran.page.locator(".my-points"), "I have finished preparing")
    gran.reads("that you have finished.")
    stand(gran, chair)
    expect(desk(chair)).to_contain_text(room.names["gran"].split()[0])
    for secret in ("breakfasts", "Bedtimes"):
        assert secret not in chair.all_told()
    starts(chair)
    box_is_for_everyone(gran)
    gran.reads("You have 2 points nobody else has seen.")
    press(gran.page.locator(".my-points"), "Show all my points")
    chair.sees("The breakfasts go well.")
    chair.sees("Bedtimes are hard.")
    expect(gran.page.locator(".my-points")).to_have_count(0)


@pytest.mark.thorough("tests/integration/test_preparing_in_the_lobby.py")
def test_points_are_prepared_in_the_waiting_room_and_half_a_sentence_comes_along(house: House, hall: Hall) -> None:
    room = house.room()
    gran = hall.guest(house, room, "gran", size=SMALL_PHONE).arrives()
    gran.waits()
    form = gran.page.get_by_role("form", name="Prepare a point")
    form.get_by_label("Where does it belong?").select_option(label="What's working well?")
    form.get_by_label("Say it your way").fill("The breakfasts go well.")
    press(form, "Keep it for me")
    expect(private(gran, "The breakfasts go well.")).to_contain_text("Only you can see this")
    expect(form.get_by_label("Say it your way")).to_have_value("")
    expect(form.get_by_label("Say it your way")).to_be_focused()
    changes(gran, "The breakfasts go well.", "The breakfasts go very well.")
    stand(gran)
    press(gran.page.locator(".my-points"), "I have finished preparing")
    expect(gran.page.locator(".my-points")).to_contain_text("that you have finished.")
    form.get_by_label("Say it your way").fill("And bedtimes")
    chair = hall.guest(house, room, "chair").arrives().is_in()
    expect(desk(chair)).to_contain_text(room.names["gran"].split()[0])
    starts(chair)
    expect(form).to_have_count(0)
    chair.lets_in(room.names["gran"].split()[0])
    gran.is_in()
    assert "breakfasts" not in chair.all_told()
    box_says(gran, "You began this in private.")
    expect(gran.box.locator("#composer-text")).to_have_value("And bedtimes")
    press(gran.page.locator(".my-points"), "Show my point")
    chair.sees("The breakfasts go very well.")


def test_a_point_of_ones_own_at_any_time_and_in_another_language(house: House, hall: Hall) -> None:
    _, chair, [mum] = chair_and(house, hall, "mum")
    starts(chair)
    mum.looks_at("worries")
    mum.says_more()
    mum.box.get_by_label("Write it just for me first").check()
    mum.box.get_by_label("Language").select_option(label="Urdu")
    stand(mum)
    mum.says_more()
    box_says(mum, "Only you can see this, until you show it.")
    words = "رات کو شور تھا"
    found = writes_privately(mum, words)
    expect(found.locator(".text")).to_have_attribute("dir", "rtl")
    mum.page.get_by_role("button", name="Write it for everyone").click()
    box_is_for_everyone(mum)
    expect(mum.box.locator("#composer-text")).to_have_attribute("lang", "ur")
    # The reminder, where somebody is about to go.
    mum.page.get_by_role("button", name="More: this screen, and leaving").click()
    mum.page.get_by_role("button", name="Leave the meeting").click()
    expect(mum.page.locator(".settings")).to_contain_text("You have 1 point nobody else has seen.")
    mum.page.get_by_role("button", name="Stay").click()
    mum.page.get_by_role("button", name="More: this screen, and leaving").click()
    press(private(mum, words), "Show to everyone")
    shown = chair.sees(words)
    expect(shown.locator(".text")).to_have_attribute("lang", "ur")
    expect(shown.locator(".text")).to_have_attribute("dir", "rtl")
    expect(shown).to_contain_text("Urdu")


def test_whose_points_are_unshown_at_the_end_is_told_so_and_nobody_else_is(house: House, hall: Hall) -> None:
    room, chair, _ = gathered(house, "worker")
    mum = hall.guest(house, room, "mum", size=SMALL_PHONE).arrives()
    let_in(chair, mum)
    mum.is_in()
    mum.says_more()
    mum.box.get_by_label("Write it just for me first").check()
    writes_privately(mum, "This I keep for now.")
    keys = [one["key"] for one in chair.snapshots[-1]["template"]["checks"]]
    chair.ok("end_meeting", reasons=[{"check": key, "reason": "Because."} for key in keys])
    mum.reads("You have 1 point nobody else has seen. It is not in the record")
    expect(private(mum, "This I keep for now.").get_by_role("button", name="Show to everyone")).to_have_count(0)
    assert not chair.told("This I keep for now.")
