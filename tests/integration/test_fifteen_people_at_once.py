"""Fifteen people adding points without pause (acceptance d), at the real limit of 20 commands a second for each.

LOAD_SECONDS shortens the minute for work at one's desk; unset, it is a minute.
"""

import os
import random
import statistics
import time

import pytest

from tests.faults.chaos import one_meeting
from tests.faults.history import faults
from tests.faults.load import EVERYONE, history_of, load, result
from tests.people.fifteen import FIFTEEN, ROLES
from tests.people.on_the_wire import fold
from tests.servers.served import House, Served, command, make_rooms
from tests.servers.several import cluster
from tools.services import Redis

pytestmark = pytest.mark.alone
SECONDS = int(os.environ.get("LOAD_SECONDS", "60"))


@pytest.fixture
def fifteen(tmp_path):
    """A served meeting, open, with fifteen people let in, and a sixteenth line for looking on as one of them."""
    (room,) = make_rooms(tmp_path, 1, FIFTEEN)
    served = Served(tmp_path, quick=False).start()
    house = House(served, [room])
    keys = [f"p{n}" for n in range(1, len(ROLES) + 1)]
    wires = house.gather(house.room(), *keys)
    # The last who came in may be heard of later: a board asked for now has everybody.
    wires[3].fresh()
    for wire in wires:
        wire._let_go()
    yield served, room, wires
    house.close()
    if served.process and served.process.poll() is None:
        assert served.stop() == 0
    assert "Traceback" not in served.log


def screens(people):
    """For each person: the boards their browser ends with, the order in which points came, and the gaps there were."""
    for one in people:
        boards, order, gaps = {}, [], 0
        for name, data in one["frames"]:
            if name == "snapshot":
                boards = data["boards"]
                continue
            board = boards[data["audience"]]
            if data["n"] > board["n"] + 1:
                gaps += 1
            elif data["n"] == board["n"] + 1:
                fold(board, data)
                if data["audience"] == "everyone":
                    order += data["put"].get("items", {})
        yield boards, order, gaps


def check(people, fresh, *, one_unbroken_line):
    """Nothing lost, nothing twice, one order on every screen, and every screen the same as a fresh snapshot."""
    items = fresh["everyone"]["things"]["items"]
    acknowledged = [sent for one in people for sent in one["sent"].values() if sent["n"] is not None]
    unanswered = [sent for one in people for sent in one["sent"].values() if sent["n"] is None]
    assert unanswered == []
    assert {sent["item"] for sent in acknowledged} == set(items)
    numbers = {sent["item"]: sent["n"] for sent in acknowledged}
    assert len(set(numbers.values())) == len(items)
    assert {id: item["order"] for id, item in items.items()} == {id: [n] for id, n in numbers.items()}
    right = sorted(items, key=numbers.__getitem__)
    for one, (boards, order, gaps) in zip(people, screens(people), strict=True):
        assert gaps == 0
        came = set(order)
        assert order == [id for id in right if id in came]
        if one_unbroken_line:
            assert order == right
        assert boards["everyone"] == fresh["everyone"]
        # One person's own points stand in the order in which they were sent.
        mine = [sent["n"] for sent in one["sent"].values()]
        assert mine == sorted(mine)
    return acknowledged


@pytest.mark.timeout(SECONDS + 120)
def test_fifteen_people_add_without_pause_and_nothing_is_lost_or_slow(fifteen, capsys):
    served, _, wires = fifteen
    people = result(load(served, wires, SECONDS), SECONDS + 60)
    fresh = wires[3].connect(60).boards
    acknowledged = check(people, fresh, one_unbroken_line=True)
    acks = sorted(ack * 1000 for one in people for ack in one["acks"])
    cuts = statistics.quantiles(acks, n=100)
    with capsys.disabled():
        print(f"\n{len(people)} people, {SECONDS} s at the real limit: {len(acknowledged)} points, acknowledged after "
              f"p50 {cuts[49]:.1f}, p95 {cuts[94]:.1f}, p99 {cuts[98]:.1f}, at most {acks[-1]:.1f} ms")  # fmt: skip
    assert all(sum(sent["n"] is not None for sent in one["sent"].values()) > 10 * SECONDS for one in people)
    assert cuts[94] < 100


@pytest.mark.timeout(180)
def test_five_kills_in_the_middle_lose_nothing_that_was_acknowledged(fifteen, capsys):
    served, room, wires = fifteen
    seconds, before = 13, wires[3].boards[EVERYONE]["n"]
    client = load(served, wires, seconds)
    for _ in range(5):
        time.sleep(1.2)
        served.kill()
        served.start()
    people = result(client, seconds + 60)
    retried = sum(sent["tries"] > 1 for one in people for sent in one["sent"].values())
    fresh = wires[3].connect(60).boards
    acknowledged = check(people, fresh, one_unbroken_line=False)
    with capsys.disabled():
        print(f"\nfive kills: {len(acknowledged)} points, {retried} sent again, none lost, none twice")
    assert len(acknowledged) > 100
    assert retried > 0
    wires[3].close()
    assert served.stop() == 0
    attendees = [room.attendees[key] for key in ("chair", *(f"p{n}" for n in range(1, len(ROLES) + 1)))]
    history = history_of(people, attendees, before, served.data_dir, room.id, fresh[EVERYONE])
    assert faults(history) == []
    verdict = command("verify", room.id, data_dir=served.data_dir)
    assert verdict.returncode == 0, verdict.stdout
    assert verdict.stdout.startswith("VALID")


@pytest.mark.timeout(120)
def test_five_kills_of_two_servers_by_turns_lose_nothing_that_was_acknowledged(tmp_path, capsys):
    """Half of the people are at each, and go to the other one and back: one meeting of `make chaos --two`."""
    with Redis() as redis, cluster(tmp_path, redis=redis) as both:
        both.start()
        told, wrong = one_meeting(both.servers, both.rooms[0], 5, random.Random(1))
    with capsys.disabled():
        print(f"\nfive kills by turns: {told}")
    assert wrong == []
    assert told["acked"] > 100
