"""Whoever else has somebody's link uses up nothing that is theirs: no lines, no commands, no seats."""

from contextlib import suppress
from uuid import uuid4

from tests.people.on_the_wire import LineEnded, let_in
from tests.scenes.door import post


def test_a_stranger_who_waits_with_her_link_keeps_no_line_from_her(house):
    room = house.room()
    (chair,) = house.gather(room)
    stranger = house.joins(room, "mum")
    for _ in range(4):
        house.joins(room, "mum", browser=stranger.http)
    mum = house.joins(room, "mum")
    mine = next(
        one for one in chair.until(lambda: devices(chair, room, 2)) if one["second"] is False and not one["first"]
    )
    chair.ok("let_in", device=mine["id"])
    assert mum.until(lambda: mum.snapshots[-1]["state"] == "in")


def devices(chair, room, count):
    found = [one for one in chair.things("devices", "chairs_desk").values() if one["attendee"] == room.attendees["mum"]]
    return found if len(found) == count else None


def test_a_stranger_who_waits_with_her_link_uses_up_none_of_her_commands(house):
    room = house.room()
    chair, mum = house.gather(room, "mum")
    stranger = house.joins(room, "mum")
    let_in(chair)
    frames = ['42["command",{"id":"%s","name":"leave","data":{}}]' % uuid4() for _ in range(120)]
    for frame in frames:
        with suppress(LineEnded):
            stranger.line.send(frame)
    assert mum.send("raise_hand").get("error", {}).get("code") != "too_fast"


def test_whoever_has_her_link_makes_no_end_of_seats_and_keeps_none_from_other_addresses(house):
    room = house.room()
    statuses = [post(house.url, "/join", {"token": room.tokens["mum"]}, address="127.0.5.1")[0] for _ in range(22)]
    assert statuses[:20] == [200] * 20
    assert statuses[-1] == 429
    assert post(house.url, "/join", {"token": room.tokens["mum"]}, address="127.0.5.2")[0] == 200
    assert post(house.url, "/join", {"token": room.tokens["gran"]}, address="127.0.5.1")[0] == 200
