"""The key that tells a proxy whose lines belong together: the same for a meeting or a sitting, and good for nothing else."""

import pytest

from meeting_server.services.routing import room_key
from tests.served import make_room, opened
from tests.sitting_scene import Sitting
from tests.wire import let_in


def test_families_of_a_sitting_have_one_key_and_another_meeting_has_another(tmp_path):
    with opened(tmp_path) as live:
        sitting = Sitting(live)
        alder, birch = (sitting.add(word, {"lead_social_worker": sitting.nell}) for word in ("Alder", "Birch"))
        elsewhere = make_room(live).id
        keys = [room_key(live.database, one) for one in (alder, birch, elsewhere)]
        assert keys[0] == keys[1] != keys[2]
        assert not [key for key in keys for id in (alder, birch, elsewhere, sitting.id) if key in id.replace("-", "")]


@pytest.mark.parametrize("transport", ["websocket", "polling"])
def test_every_page_of_a_meeting_says_the_same_key_and_no_key_opens_or_closes_anything(house, transport):
    room, other = house.room(), house.room()
    chair, nurse = house.joins(room, "chair").reads_page(), house.joins(room, "nurse", transport).reads_page()
    stranger = house.joins(other, "chair").reads_page()
    assert chair.room == nurse.room != stranger.room
    chair.ok("open_meeting")
    let_in(chair, nurse.connect())
    assert chair.room in chair.get(f"{chair.page.replace('chair', 'board')}/record").text
    for key in (stranger.room, "0" * 16, "x" * 200, "%00"):
        nurse.room = key
        nurse.connect()
        assert nurse.snapshots[-1]["state"] == "in"
        assert nurse.add("Said with another key.")
        stranger.ok("open_meeting") if key == stranger.room else stranger.fresh()
        assert not stranger.told("Said with another key.")
