"""From a link to the board: waiting, being let in or not; second devices, late joiners and reloads."""

import re
from base64 import b64decode

import pytest

from tests.people.on_the_wire import LineEnded, caught_up, let_in, lobby
from tests.scenes.door import ends
from tests.servers.stores import dump


def test_in_the_lobby_a_browser_holds_nobodys_name_but_its_own_and_of_who_sees_it(house):
    room = house.room()
    chair = house.joins(room, "chair")
    chair.ok("open_meeting")
    chair.add("Said before anybody was let in.")
    gran = house.joins(room, "gran")
    page = gran.get(gran.page)
    assert page.status_code == 200
    chair.add("Said while she waits.")
    (snapshot,) = gran.snapshots
    assert snapshot["state"] == "waiting"
    assert snapshot["boards"] == {}
    assert snapshot["template"] is None
    assert set(snapshot["you"]) == {"name", "role_label", "word"}
    assert (snapshot["you"]["name"], snapshot["you"]["role_label"]) == ("Flo Canarybird", "Family or friend")
    assert snapshot["seen_by"] == {"name": "Asha Chairperson", "sees": True}
    for key, name in room.names.items():
        assert key in ("gran", "chair") or not gran.told(name)
    assert not gran.told("Said")
    assert gran.refused("add_item", item=room.people["pip"], column="worries", text="x") == "not_here"


def test_who_is_let_in_holds_the_board_and_is_seen_by_all(house):
    room = house.room()
    chair, worker = house.gather(room, "worker")
    mum = house.joins(room, "mum")
    assert [one["attendee"] for one in chair.until(lambda: lobby(chair))] == [room.attendees["mum"]]
    let_in(chair, mum)
    assert set(mum.boards) == {"everyone", "own"}
    worker.until(lambda: worker.things("attendees")[room.attendees["mum"]]["attendance"] == "here")
    item = mum.add("Now I can write.")
    worker.until(lambda: item in worker.things("items"))


@pytest.mark.parametrize("transport", ["websocket", "polling"])
def test_who_is_turned_away_hears_goodbye_and_not_one_byte_more(house, transport):
    room = house.room()
    chair, worker = house.gather(room, "worker")
    gran = house.joins(room, "gran", transport)
    waiting = chair.until(lambda: lobby(chair, gran.name))[0]
    chair.ok("turn_away", device=waiting["id"])
    gran.until(lambda: gran.goodbye, 2)
    assert gran.goodbye == "not_admitted"
    heard = len(gran.raw)
    for n in range(20):
        worker.add(f"Said later {n}")
    assert gran.closed.wait(2)
    assert [frame for frame in gran.raw[heard:] if frame not in ("6", "1")] == []
    assert not gran.told("Said later")
    assert gran.get(gran.page).status_code in (302, 303, 404)
    gran.goodbye = None
    gran.connect()
    assert gran.goodbye == "not_admitted"
    assert not gran.told("Said later")
    assert not worker.told(waiting["id"])


def test_who_was_turned_away_may_ask_again_with_the_same_link_and_waits_again(house):
    room = house.room()
    (chair,) = house.gather(room)
    gran = house.joins(room, "gran")
    chair.ok("turn_away", device=chair.until(lambda: lobby(chair))[0]["id"])
    gran.until(lambda: gran.goodbye)
    chair.until(lambda: not lobby(chair))
    again = house.joins(room, "gran", browser=gran.http)
    assert again.seat != gran.seat
    let_in(chair, again)
    assert again.snapshots[-1]["state"] == "in"


def test_a_second_device_waits_marked_as_such_and_both_stay(house):
    room = house.room()
    chair, mum = house.gather(room, "mum")
    phone = house.joins(room, "mum")
    assert phone.snapshots[-1]["state"] == "waiting"
    (waiting,) = chair.until(lambda: lobby(chair))
    assert waiting["second"]
    mum.add("Written on the first.")
    assert not phone.told("Written on the first.")
    let_in(chair, phone)
    assert phone.told("Written on the first.")
    phone.add("Written on the second.")
    mum.until(lambda: mum.told("Written on the second."))
    assert mum.goodbye is None
    assert {"id": room.attendees["mum"]}.items() <= mum.things("attendees")[room.attendees["mum"]].items()


def test_two_people_in_one_browser_have_a_seat_each_under_one_cookie(house):
    room = house.room()
    chair, mum = house.gather(room, "mum")
    worker = house.joins(room, "worker", browser=mum.http)
    assert worker.cookie == mum.cookie
    assert worker.seat != mum.seat
    let_in(chair, worker)
    item = worker.add("From the other tab.")
    assert mum.until(lambda: mum.things("items").get(item))["speaker"] == room.people["worker"]
    assert mum.snapshots[-1]["you"]["attendee"] == room.attendees["mum"]
    assert set(mum.boards) == {"everyone", "own"}
    assert set(worker.boards) == {"everyone", "professionals", "own"}


def test_a_late_joiner_gets_the_whole_board(house):
    room = house.room()
    chair, worker, mum = house.gather(room, "worker", "mum")
    for n in range(30):
        (worker if n % 2 else mum).add(f"Point {n}")
    police = house.joins(room, "police")
    let_in(chair, police)
    caught_up(police, mum)
    assert police.boards["everyone"] == mum.boards["everyone"]
    assert len(police.things("items")) == 30


def test_a_reload_is_straight_in_with_the_same_board(house):
    room = house.room()
    chair, mum = house.gather(room, "mum")
    mum.add("Before the reload.")
    caught_up(chair, mum)
    board = mum.boards
    page = mum.get(mum.page)
    assert page.status_code == 200
    mum.connect()
    assert mum.snapshots[-1]["state"] == "in"
    assert mum.boards == board
    chair.fresh()
    assert lobby(chair) == []


def _key(wire):
    found = re.search(r'data-keep="([^"]+)"', wire.get(wire.page).text)
    return found[1] if found else None


def test_the_key_for_what_is_unsent_is_the_seats_alone_and_ends_with_it(house):
    room = house.room()
    chair, mum = house.gather(room, "mum")
    key = _key(mum)
    assert len(b64decode(key)) == 32
    assert _key(mum) == key, "a reload reads what was kept before it"
    again = house.joins(room, "mum")
    let_in(chair, again)
    assert key not in {_key(again), _key(chair)}, "another browser of hers has another"
    assert not any(key in frame for one in (mum, chair, again) for frame in one.raw)
    chair.ok("remove_attendee", attendee=room.attendees["mum"], reason="Asked to leave.")
    mum.until(lambda: mum.goodbye)
    assert _key(mum) is None
    stored = dump(house.data_dir)
    assert key not in stored
    assert repr(b64decode(key)) not in stored


def test_opening_the_link_again_in_the_same_browser_is_the_same_seat(house):
    room = house.room()
    _, mum = house.gather(room, "mum")
    again = house.joins(room, "mum", browser=mum.http)
    assert again.seat == mum.seat
    assert again.snapshots[-1]["state"] == "in"


@pytest.mark.parametrize("transport", ["websocket", "polling"])
def test_the_sixth_line_of_one_person_is_refused(house, transport):
    room = house.room()
    (_, mum) = house.gather(room, "mum")
    more = [house.joins(room, "mum", browser=mum.http) for _ in range(4)]
    with pytest.raises(LineEnded, match="429"):
        house.joins(room, "mum", transport, browser=mum.http)
    more[0].close()
    mum.until(lambda: _opens(house, room, mum))


def _opens(house, room, mum):
    try:
        return house.joins(room, "mum", browser=mum.http)
    except LineEnded:
        return None


def test_the_chairs_second_device_waits_while_the_first_is_connected(house):
    room = house.room()
    chair = house.joins(room, "chair")
    assert chair.snapshots[-1]["state"] == "in"
    other = house.joins(room, "chair")
    assert other.snapshots[-1]["state"] == "waiting"
    assert chair.until(lambda: lobby(chair))[0]["second"]
    assert other.refused("open_meeting") == "not_here"


def test_who_still_waits_when_the_meeting_ends_hears_goodbye(house):
    room = house.room()
    (chair,) = house.gather(room)
    gran = house.joins(room, "gran")
    ends(chair)
    gran.until(lambda: gran.goodbye, 2)
    assert gran.goodbye == "ended"


def test_the_page_of_a_board_with_nothing_on_it_opens(house):
    room = house.room()
    chair, mum = house.gather(room, "mum")
    gran = house.joins(room, "gran")
    for one in (chair, mum, gran):
        page = one.get(one.page)
        assert page.status_code == 200
        assert one.seat in page.text


def test_what_is_on_the_board_is_on_the_page_of_those_who_are_in(house):
    room = house.room()
    chair, mum = house.gather(room, "mum")
    gran = house.joins(room, "gran")
    mum.add("<b>&\"'On the page.")
    for one in (chair, mum):
        assert "&lt;b&gt;&amp;&#34;&#39;On the page." in one.get(one.page).text
    assert "On the page." not in gran.get(gran.page).text
