"""The key that tells a proxy whose lines belong together: the same for a meeting or a sitting, and good for nothing else."""

import pytest

from meeting_server.services.routing_key import room_key
from tests.people.on_the_wire import let_in
from tests.scenes.sitting import Sitting
from tests.servers.clustered import Clustered, Street
from tests.servers.served import make_room, make_rooms, opened
from tests.servers.stores import database_for


@pytest.mark.thorough("tests/integration/test_room_key.py")
def test_families_of_a_sitting_have_one_key_and_another_meeting_has_another(tmp_path):
    database_for(tmp_path)
    with opened(tmp_path) as live:
        sitting = Sitting(live)
        alder, birch = (sitting.add(word, {"lead_social_worker": sitting.nell}) for word in ("Alder", "Birch"))
        elsewhere = make_room(live).id
        keys = [room_key(live.database, one) for one in (alder, birch, elsewhere)]
        assert keys[0] == keys[1] != keys[2]
        assert not [key for key in keys for id in (alder, birch, elsewhere, sitting.id) if key in id.replace("-", "")]


@pytest.mark.sqlite
def test_a_single_server_needs_no_key(tmp_path):
    with opened(tmp_path) as live:
        assert room_key(live.database, make_room(live).id) == ""


@pytest.mark.thorough("tests/integration/test_room_key.py")
def test_every_page_of_a_meeting_says_the_same_key_and_no_key_opens_or_closes_anything(tmp_path):
    database_for(tmp_path)
    rooms = make_rooms(tmp_path, 2)
    with Clustered(tmp_path, 1) as cluster:
        house = Street(cluster, rooms)
        room, other = house.room(), house.room()
        chair, nurse, mum = (house.joins(room, *how) for how in (("chair",), ("nurse",), ("mum", "polling")))
        stranger = house.joins(other, "chair")
        assert chair.room == nurse.room == mum.room != stranger.room
        chair.ok("open_meeting")
        stranger.ok("open_meeting")
        let_in(chair, nurse, mum)
        assert chair.room in chair.get(f"/board/{chair.seat}/record").text
        for one in (nurse, mum):
            for key in (stranger.room, "0" * 16, "x" * 200, "%00"):
                one.room = key
                one.connect()
                assert one.snapshots[-1]["state"] == "in"
                assert one.add("Said with another key.")
        assert stranger.fresh()
        assert not stranger.told("Said with another key.")
        house.close()
