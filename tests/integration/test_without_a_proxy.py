"""Two servers reached straight, without anything that keeps people together: what must be right, is right there too."""

from datetime import date

import pytest

from tests.people.big_screen import ScreenWire, new_code, post, types
from tests.people.on_the_wire import Wire
from tests.scenes.sitting import Sitting
from tests.scenes.sitting_wire import Worker
from tests.servers.clustered import Clustered
from tests.servers.served import make_rooms, opened
from tests.servers.stores import database_for

pytestmark = [pytest.mark.thorough("tests/integration/test_wall_between_families.py"), pytest.mark.timeout(120)]
ENDS_SECONDS = 2.0


@pytest.fixture(params=["with a doorbell", "with a dead Redis"])
def pair(request, tmp_path):
    """Two servers, and what they share."""
    database_for(tmp_path)
    with opened(tmp_path) as live:
        sitting = Sitting(live, day=date.today().isoformat())
        families = [sitting.add(word, {"lead_social_worker": sitting.nell}) for word in ("Alder", "Birch")]
        workers = [Worker(live, sitting, who, families) for who in (sitting.manager, sitting.nell)]
    rooms = make_rooms(tmp_path, 1)
    with Clustered(tmp_path) as cluster:
        if request.param == "with a dead Redis":
            cluster.redis.kill()
        yield cluster, families, workers, rooms[0]
        for one in workers:
            one.close()
        assert "Traceback" not in cluster.log


@pytest.mark.parametrize("transport", ["websocket", "polling"])
def test_a_family_opened_at_one_server_ends_the_lines_to_the_others_at_the_other(pair, transport):
    cluster, (alder, birch), (manager, nell), _ = pair
    one, two = (server.url for server in cluster.servers)
    for worker in (manager, nell):
        worker.begin(one, cluster.url)
    at_alder, her = manager.goes_to(alder, transport), nell.goes_to(alder)
    at_birch = manager.goes_to(birch, url=two)
    assert at_alder.goodbye is None
    at_birch.ok("open_meeting")
    at_alder.until(at_alder.closed.is_set, ENDS_SECONDS)
    assert at_alder.goodbye == "next_family"
    again = manager.goes_to(alder, transport)
    assert (again.goodbye, again.snapshots) == ("next_family", [])
    assert her.goodbye is None, "whoever is not at the other family stays"
    at_birch.add("Birchwords", "factors")
    assert not her.told("Birchwords")
    assert at_birch.get(manager.pages[alder]).headers["Location"] == "/goodbye/next_family"


def test_a_screen_is_paired_whose_code_another_server_gave(pair):
    cluster, _, _, room = pair
    one, two = (server.url for server in cluster.servers)
    chair = Wire(two, room.link(two, "chair"), "Asha Chairperson", origin=cluster.url).connect()
    chair.ok("open_meeting")
    screen = ScreenWire(chair, at=one).connect()
    assert screen.snapshots[-1]["state"] == "in"
    chair.add("For the wall.")
    screen.until(lambda: screen.told("For the wall."), ENDS_SECONDS)
    code, ticket = new_code(one, Origin=cluster.url)
    assert types(chair, code, Origin=cluster.url) == (200, "")
    assert types(chair, code, Origin=cluster.url)[0] == 403, "a code is good once"
    assert post(two, "/screen/news", {"ticket": ticket}, Origin=cluster.url)[1]["go"].startswith("/screen/")
    for line in (chair, screen):
        line.close()
