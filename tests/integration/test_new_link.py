"""A new link from the desk: who may make one, for whom, and what becomes of the old one."""

import json

import pytest

from tests.people.on_the_wire import let_in, lobby
from tests.scenes.door import ends, post


def asks(wire, attendee, path="board"):
    answer = wire.http.post(f"{wire.url}/{path}/{wire.seat}/link", json={"attendee": attendee}, timeout=10)
    return answer.status_code, answer.json() if answer.headers["Content-Type"].startswith("application/json") else {}


def opens(house, token):
    return post(house.url, "/join/look", {"token": token})[0]


def test_the_chair_makes_a_new_link_and_the_old_one_stops(house):
    room = house.room()
    (chair,) = house.gather(room)
    status, told = asks(chair, room.attendees["mum"])
    assert status == 200
    assert told["size"] > 20
    assert told["path"].startswith("M")
    token = told["link"].removeprefix(f"{house.url}/join#")
    assert opens(house, token) == 200
    assert opens(house, room.tokens["mum"]) == 410


def test_who_was_removed_comes_to_the_door_again_by_a_new_link(house):
    room = house.room()
    chair, mum = house.gather(room, "mum")
    chair.ok("remove_attendee", attendee=room.attendees["mum"])
    mum.until(lambda: mum.goodbye)
    told = asks(chair, room.attendees["mum"])[1]
    again = house.joins(type(room)(**{**vars_of(room), "tokens": {"mum": told["link"].partition("#")[2]}}), "mum")
    assert chair.until(lambda: lobby(chair))
    let_in(chair, again)


def vars_of(room):
    return {name: getattr(room, name) for name in ("id", "people", "attendees", "names", "tokens")}


@pytest.mark.parametrize("who", ["worker", "mum"])
def test_nobody_without_the_desk_makes_a_link(house, who):
    room = house.room()
    _, somebody = house.gather(room, who)
    status, told = asks(somebody, room.attendees["gran"])
    assert (status, told["error"]["code"]) == (403, "may_not")
    assert opens(house, room.tokens["gran"]) == 200


def test_there_is_no_link_for_a_chair_nor_for_nobody_nor_after_the_end(house):
    room = house.room()
    (chair,) = house.gather(room)
    for attendee in (room.attendees["chair"], room.people["pip"], "x"):
        assert asks(chair, attendee)[1]["error"]["code"] == "no_link"
    assert asks(chair, 7)[0] == 400
    ends(chair)
    assert asks(chair, room.attendees["mum"])[1]["error"]["code"] == "ended"


def test_a_form_of_another_site_makes_none(house):
    room = house.room()
    (chair,) = house.gather(room)
    body = json.dumps({"attendee": room.attendees["mum"]})
    for headers in ({"Origin": "https://evil.example"}, {"Content-Type": "text/plain"}):
        sent = {"Content-Type": "application/json", **headers}
        answer = chair.http.post(f"{chair.url}/board/{chair.seat}/link", data=body, headers=sent, timeout=10)
        assert answer.status_code == 400
    assert opens(house, room.tokens["mum"]) == 200
