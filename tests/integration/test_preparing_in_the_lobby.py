"""Preparing before anybody is let in: one's own points on one's own first device, and no name but the chair's."""

import json
from uuid import uuid4

from tests.people.on_the_wire import let_in, lobby

TEXT = "The breakfasts go well at my house."


def others_names(room, key):
    """The first names of everybody but this person and the chair, who is told that they are here."""
    return {name.split()[0] for one, name in room.names.items() if one not in (key, "chair")}


def test_a_guest_prepares_while_they_wait_and_nobody_but_the_chair_is_named_to_them(house):
    room = house.room()
    mum = house.joins(room, "mum")
    assert mum.snapshots[-1]["state"] == "preparing"
    assert set(mum.snapshots[-1]["boards"]) == {"own"}
    mine = str(uuid4())
    mum.ok("write_privately", item=mine, column="well", text=TEXT)
    mum.until(lambda: mum.things("private_items", "own").get(mine))
    assert mum.refused("add_item", item=str(uuid4()), column="well", text="Loud.") == "not_here"
    assert mum.refused("raise_hand") == "not_here"
    said = "".join(mum.raw)
    assert not [name for name in others_names(room, "mum") if name in said]
    assert "hopeful" not in said, "what case reviews teach is for the chair's desk"

    again = house.joins(room, "mum")
    assert again.snapshots[-1]["state"] == "waiting"
    assert again.refused("write_privately", item=str(uuid4()), column="well", text="Mine too.") == "not_here"
    assert not again.told(TEXT)

    chair = house.joins(room, "chair")
    mum.ok("finish_preparing")
    chair.until(lambda: chair.things("preparations", "chairs_desk"))
    assert chair.things("preparations", "chairs_desk").keys() == {room.attendees["mum"]}
    assert not chair.told(TEXT)

    chair.ok("open_meeting")
    mum.until(lambda: mum.snapshots[-1]["state"] == "waiting")
    assert mum.refused("write_privately", item=str(uuid4()), column="well", text="Too late here.") == "not_here"
    first = next(one for one in lobby(chair, mum.name) if one["first"])
    chair.ok("let_in", device=first["id"])
    mum.until(lambda: mum.snapshots[-1]["state"] == "in")
    assert mum.snapshots[-1]["boards"]["own"]["things"]["private_items"].keys() == {mine}
    mum.ok("show_private", item=mine, shown_as=mine)
    chair.until(lambda: chair.told(TEXT))
    assert not again.told(TEXT)


def test_who_is_here_does_not_count_somebody_who_prepares(house):
    room = house.room()
    chair = house.joins(room, "chair")
    mum = house.joins(room, "mum")
    mum.ok("write_privately", item=str(uuid4()), column="well", text=TEXT)
    mum.line.send('42["presence",{"writing":"well"}]')
    worker = house.joins(room, "worker")
    let_in(chair, worker)
    heard = [json.loads(frame[2:])[1] for frame in chair.raw if frame.startswith('42["presence"')]
    assert heard
    # On the chair's desk it also says what is missing: that she has not come yet is true.
    assert not any(room.attendees["mum"] in json.dumps([one["here"], one["writing"]]) for one in heard)
