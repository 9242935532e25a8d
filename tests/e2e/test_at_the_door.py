"""The door as both sides see it: who waits, who has gone, two devices of one person, being let in, and who can't be."""

import re
from dataclasses import replace
from pathlib import Path
from urllib.parse import quote
from uuid import uuid4

import pytest
from playwright.sync_api import Route, expect

from tests.e2e.pages.hall import Hall, gathered, let_in
from tests.e2e.pages.people import PHONE, SMALL_PHONE, Person
from tests.people.on_the_wire import lobby, opens_the_door
from tests.servers.served import PEOPLE, House, house_at


def the_word(person: Person) -> str:
    """The word that a waiting screen shows."""
    return person.page.locator(".door-word b").inner_text()


@pytest.mark.thorough("tests/integration/test_seen_at_the_door.py")
def test_two_phones_of_one_person_are_one_row_and_are_told_apart_by_their_words(house: House, hall: Hall) -> None:
    room = house.room()
    chair = hall.guest(house, room, "chair").arrives().is_in()
    hers = hall.guest(house, room, "mum", size=PHONE).arrives()
    his = hall.guest(house, room, "mum", size=SMALL_PHONE).arrives()
    words = [the_word(one) for one in (hers, his)]
    door = chair.part("Who is at the door")
    row = door.locator("ul.desk-list > li").filter(has_text="Esme Canarybird")
    expect(row).to_have_count(1)
    expect(row).to_contain_text("Two screens say they are Esme. Ask them.")
    assert not row.get_by_role("checkbox").count()
    chair.is_accessible()
    other = row.get_by_role("button", name=f"Let in Esme: {words[1]}", exact=True)
    for button in row.get_by_role("button", name=re.compile("^Let in")).all():
        button.scroll_into_view_if_needed()
    before = other.bounding_box()
    row.get_by_role("button", name=f"Let in Esme: {words[0]}", exact=True).click()
    hers.is_in()
    # The other stays where it was, and is nobody's by mistake.
    assert other.bounding_box() == before
    his.waits()
    chair.page.mouse.move(5, 5)
    chair.box.locator("#composer-text").focus()
    expect(row).to_contain_text("A second device. Esme is in on another")


@pytest.mark.thorough("tests/integration/test_seen_at_the_door.py")
def test_who_closed_the_page_can_not_be_let_in_in_place_of_the_one_who_waits(house: House, hall: Hall) -> None:
    room, wire, _ = gathered(house)
    chair = hall.guest(house, room, "chair").arrives()
    let_in(wire, chair)
    closed = hall.guest(house, room, "mum", size=PHONE).arrives()
    closed.waits()
    gran = hall.guest(house, room, "gran").arrives()
    gran.waits()
    wire.until(lambda: len(lobby(wire)) == 2)
    closed.page.goto("about:blank")
    door = chair.part("Who is at the door")
    rows = door.locator("ul.desk-list > li")
    gone = rows.filter(has_text="Esme Canarybird")
    expect(gone).to_contain_text("Not connected now", timeout=20_000)
    expect(gone.get_by_role("button", name=re.compile("^Let in"))).to_have_count(0)
    expect(rows.last).to_contain_text("Esme Canarybird")
    # She comes again, on another browser: hers is the row, and the one that was closed is gone from it.
    hall.guest(house, room, "mum", size=PHONE).arrives().waits()
    expect(gone).to_have_count(1)
    expect(gone).not_to_contain_text("Not connected now")
    expect(gone.get_by_role("button", name="Let in Esme", exact=True)).to_have_count(1)


def test_before_the_start_professionals_are_ticked_by_the_chair_and_let_in_with_one_press(
    house: House, hall: Hall
) -> None:
    room = house.room()
    chair = hall.guest(house, room, "chair").arrives().is_in()
    guests = {key: house.joins(room, key) for key in ("worker", "nurse", "mum")}
    door = chair.part("Who is at the door")
    expect(door.get_by_role("checkbox")).to_have_count(2)
    together = door.get_by_role("button", name=re.compile("ticked$"))
    # Who came by a link has no tick from the start: a link may have been forwarded.
    expect(together).to_have_attribute("aria-disabled", "true")
    for box in door.get_by_role("checkbox").all():
        box.check()
    expect(door.get_by_role("heading", name="Family, friends and who watches: one by one")).to_be_visible()
    chair.is_accessible()
    chair.page.reload()
    chair.is_in()
    door = chair.part("Who is at the door")
    expect(door.get_by_role("checkbox", checked=True)).to_have_count(2)
    door.get_by_role("button", name="Let in these 2").click()
    for key in ("worker", "nurse"):
        guests[key].until(lambda key=key: guests[key].snapshots[-1]["state"] == "in")
    assert guests["mum"].snapshots[-1]["state"] != "in"
    assert chair.sends("open_meeting", {})["ok"]
    expect(chair.page.locator(".in-place")).to_have_count(0)
    house.joins(room, "police")
    door = chair.part("Who is at the door")
    expect(door.get_by_role("button", name="Let in Dee", exact=True)).to_have_count(1)
    expect(door.get_by_role("checkbox")).to_have_count(0)


@pytest.mark.thorough("tests/unit/domain/people/test_lobby.py")
def test_those_who_are_kept_apart_are_never_ticked_together_and_let_in_to_each_other_only_when_asked_twice(
    tmp_path: Path, hall: Hall
) -> None:
    apart = [replace(one, apart_from=("police",)) if one.key == "nurse" else one for one in PEOPLE]
    with house_at(tmp_path, 1, people=apart) as house:
        room = house.room()
        chair = hall.guest(house, room, "chair").arrives().is_in()
        dee, cal, bel = (house.joins(room, key) for key in ("police", "nurse", "worker"))
        door = chair.part("Who is at the door")
        expect(door.get_by_role("button", name="Let in Cal", exact=True)).to_be_visible()
        expect(door.get_by_role("checkbox")).to_have_count(1)
        door.get_by_role("button", name="Let in Dee", exact=True).click()
        dee.until(lambda: dee.snapshots[-1]["state"] == "in")
        row = door.get_by_role("listitem").filter(has_text="Cal Nurse")
        expect(row).to_contain_text("Cal is at the door. Dee is in.")
        row.get_by_role("button", name="Let in Cal all the same", exact=True).click()
        chair.is_accessible()
        assert cal.snapshots[-1]["state"] != "in"
        row.get_by_role("button", name="Yes, let Cal in").click()
        cal.until(lambda: cal.snapshots[-1]["state"] == "in")
        assert bel.snapshots[-1]["state"] != "in"


@pytest.mark.thorough("tests/unit/domain/asides/test_let_in.py")
def test_before_family_comes_in_later_a_childs_words_are_looked_at_again(house: House, hall: Hall) -> None:
    room = house.room()
    chair = hall.guest(house, room, "chair").arrives().is_in()
    wires = {key: house.joins(room, key) for key in ("worker", "juno", "mum")}
    chair.lets_in("Bel", "Juno", "Esme")
    assert chair.sends("open_meeting", {})["ok"]
    item = wires["juno"].add("I hide when it is loud.", "worries")
    assert chair.sends("release_item", {"item": item, "shown_as": str(uuid4()), "children": []})["ok"]
    wires["mum"].until(lambda: any(one["text"].startswith("I hide") for one in wires["mum"].things("items").values()))
    house.joins(room, "nurse")
    gran = hall.guest(house, room, "gran", size=SMALL_PHONE).arrives()
    door = chair.part("Who is at the door")
    # Who comes with their work reads it as everybody does.
    expect(door.get_by_role("button", name="Let in Cal", exact=True)).to_be_visible()
    row = door.get_by_role("listitem").filter(has_text="Flo Canarybird")
    expect(row).to_contain_text("Will also read: 1 point of Juno’s words")
    expect(row.get_by_role("button", name="Still safe")).to_be_visible()
    chair.is_accessible()
    row.get_by_role("button", name=re.compile("^Put them aside first")).click()
    row.get_by_role("button", name="Let in Flo", exact=True).click()
    gran.is_in()
    assert not gran.told("I hide when it is loud.")


def test_the_waiting_page_tells_the_truth_and_being_let_in_is_said(house: House, hall: Hall) -> None:
    room, chair, _ = gathered(house)
    mum = hall.guest(house, room, "mum", size=SMALL_PHONE).arrives()
    mum.waits()
    assert mum.page.title() == "Waiting: family meeting"
    seen = mum.page.get_by_text("Asha Chairperson can see you.")
    expect(seen).to_be_visible()
    mum.fits()
    mum.is_accessible()
    mum.network_is_gone = True
    mum.context.set_offline(True)
    expect(
        mum.page.get_by_text("We are telling Asha Chairperson that you are here as soon as there is one.")
    ).to_be_visible()
    expect(seen).to_have_count(0)
    mum.context.set_offline(False)
    expect(seen).to_be_visible(timeout=30_000)
    mum.network_is_gone = False
    chair.ok("go_to_stage", stage="worries")
    opens_the_door(chair, mum.full_name)
    expect(mum.page).to_have_title("You are in: First conference")
    expect(mum.page.get_by_role("heading", name="You are in. Hello, Esme.")).to_be_focused()
    expect(mum.page.locator("#voice")).to_contain_text("You are in. Step ")
    chair.ok("pause_meeting")
    expect(mum.page).to_have_title("Pause: First conference")


def test_a_browser_without_cookies_reads_so_at_once_and_nobody_waits_at_the_door(house: House, hall: Hall) -> None:
    room, chair, _ = gathered(house)
    mum = hall.guest(house, room, "mum", size=SMALL_PHONE)

    def forgets(route: Route) -> None:
        answer = route.fetch()
        mum.context.clear_cookies()
        route.fulfill(response=answer, headers={"content-type": "application/json"})

    mum.context.route("**/join/look", forgets)
    mum.page.goto(mum.link)
    expect(mum.page.get_by_role("heading", name="This browser keeps no cookies")).to_be_focused()
    expect(mum.page.get_by_text("Nobody has been told that you are here yet.")).to_be_visible()
    expect(mum.page.get_by_role("button", name="Ask to join")).to_have_count(0)
    mum.fits()
    mum.is_accessible()
    assert not lobby(chair)
    mum.context.unroute("**/join/look")
    mum.page.get_by_role("button", name="Try again").click()
    mum.asks_to_join().waits()


def test_a_link_is_read_however_a_mail_program_handed_it_on(house: House, hall: Hall) -> None:
    room = house.room()
    secret = room.tokens["mum"]
    mum = hall.guest(house, room, "mum", size=SMALL_PHONE)
    join, half = f"{house.url}/join", len(secret) // 2
    whole = f"{join}#{secret}"
    for followed in (f"{whole}.", f"{whole}%3E", f"{join}%23{secret}", f"{join}/#{secret}"):
        mum.page.goto("about:blank")
        mum.page.goto(followed)
        expect(mum.page.get_by_role("button", name="Ask to join")).to_be_visible()
        assert mum.page.url == join, "the link's secret stays in the address bar"
    mum.wrong = [one for one in mum.wrong if "404" not in one]
    safe = f"https://safelinks.example/?url={quote(whole, safe='')}&data=05%7C02%7C"
    for pasted in (
        f"<{whole}>",
        f"({whole}).",
        f"{whole[:-half]}=\r\n{whole[-half:]}",
        f"{whole[:-half]}\n> {whole[-half:]}",
        safe,
        secret,
    ):
        mum.page.goto("about:blank")
        mum.page.goto(join)
        mum.page.get_by_label("Your link").fill(pasted.replace("\n", " "))
        mum.page.get_by_role("button", name="Open it").click()
        expect(mum.page.get_by_role("button", name="Ask to join")).to_be_visible()
    # The part that is hers was cut off on the way: a sentence says so, and where to find it.
    mum.page.goto("about:blank")
    mum.page.goto(join)
    expect(mum.page.get_by_text("the end of the link was lost on the way")).to_be_visible()
    mum.page.get_by_label("Your link").fill(join)
    mum.page.get_by_role("button", name="Open it").click()
    expect(mum.page.get_by_role("heading", name="The end of this link is missing")).to_be_focused()
    mum.fits()
    mum.is_accessible()
