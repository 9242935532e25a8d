"""Who waits is told who sees it, and the desk who is still there: only a connection announces anybody."""

import json

from tests.people.on_the_wire import lobby
from tests.scenes.door import post


def sees(wire):
    """What this person was told last of who sees them."""
    told = [json.loads(raw[2:])[1] for raw in wire.raw if raw.startswith('42["door"')]
    return told[-1] if told else wire.snapshots[-1]["seen_by"]


def at_the_door(chair):
    """The devices that the desk was told are there."""
    told = [json.loads(raw[2:])[1] for raw in chair.raw if raw.startswith('42["presence"')]
    return next((one["door"] for one in reversed(told) if "door" in one), [])


def test_who_waits_is_seen_by_nobody_until_somebody_of_the_desk_is_connected(house):
    room = house.room()
    mum = house.joins(room, "mum")
    assert sees(mum) == {"name": "Asha Chairperson", "sees": False}
    chair = house.joins(room, "chair")
    mum.until(lambda: sees(mum) == {"name": "Asha Chairperson", "sees": True})
    chair.close()
    mum.until(lambda: sees(mum) == {"name": "Asha Chairperson", "sees": False})


def test_the_first_paint_says_who_is_to_be_let_in(house):
    room = house.room()
    mum, chair = house.joins(room, "mum"), house.joins(room, "chair")
    assert '<div class="join-page" data-knocks>' in mum.get(mum.page).text
    assert "data-knocks" not in chair.get(chair.page).text


def test_the_desk_hears_which_of_those_who_wait_are_connected(house):
    room = house.room()
    chair = house.joins(room, "chair")
    ghost, mum = house.joins(room, "mum"), house.joins(room, "mum")
    chair.until(lambda: len(lobby(chair)) == 2)
    devices = {one["id"]: one["word"] for one in lobby(chair)}
    chair.until(lambda: set(at_the_door(chair)) == set(devices))
    ghost.close()
    chair.until(lambda: len(at_the_door(chair)) == 1)
    [there] = at_the_door(chair)
    assert mum.snapshots[-1]["you"]["word"] == devices[there]
    assert len(lobby(chair)) == 2
    assert not any("door" in json.loads(raw[2:])[1] for raw in mum.raw if raw.startswith('42["presence"'))


def test_who_asked_to_join_and_never_connected_is_on_no_desk(house):
    room = house.room()
    chair = house.joins(room, "chair")
    assert post(house.url, "/join", {"token": room.tokens["mum"]})[0] == 200
    gran = house.joins(room, "gran")
    chair.until(lambda: lobby(chair, gran.name))
    assert [one["attendee"] for one in lobby(chair)] == [room.attendees["gran"]]


def test_a_browser_that_keeps_no_cookie_is_known_before_anybody_has_a_seat(house):
    room = house.room()
    link = {"token": room.tokens["mum"]}
    _, body, headers = post(house.url, "/join/look", link)
    brought = dict(headers)["Set-Cookie"]
    assert json.loads(body)["cookies"] is False
    assert {"HttpOnly", "SameSite=Strict", "Path=/"} <= set(brought.split("; "))
    _, body, _ = post(house.url, "/join/look", link)
    assert json.loads(body)["cookies"] is False
    _, body, headers = post(house.url, "/join/look", link, Cookie=brought.split(";")[0])
    assert json.loads(body)["cookies"] is True
    assert "Set-Cookie" not in dict(headers)
