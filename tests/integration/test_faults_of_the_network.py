"""Twelve and more ways in which a network fails people, each with its number: nothing lost, nothing twice, nothing out of
order, and the same board for everybody afterwards.

All of them at once, a meeting of four people and a proxy of its own for each, so that the half minute that it takes a
server to see that a line is dead is waited for only once.
"""

import time
from collections import Counter

import pytest

from tests.faults.faulty_proxy import (
    Fault,
    FaultyProxy,
    cut_after,
    cut_inside_a_command,
    cut_inside_an_answer,
    delayed,
    never,
    stalling,
    swallowed,
    trickled,
)  # fmt: skip
from tests.faults.history import faults, summary
from tests.faults.load import EVERYONE, history_of, load, result
from tests.people.fifteen import FIFTEEN
from tests.servers.served import House, Served, make_rooms

pytestmark = pytest.mark.thorough("tests/integration/test_acknowledgements.py")

SPOILT_SECONDS, SECONDS, PACE = 12, 26, 0.25
PEOPLE = ("p1", "p2", "p3")
FAULTS = {
    "reset as it is made": Fault(refused=True, down=cut_after(30_000, reset=True)),
    "ended in order": Fault(down=cut_after(30_000, reset=False)),
    "reset on the way down": Fault(down=cut_after(30_000, reset=True)),
    "reset inside a command": Fault(up=cut_inside_a_command),
    "reset inside an answer": Fault(down=cut_inside_an_answer),
    "slow both ways": Fault(up=delayed(0.3), down=delayed(0.3)),
    "slow on the way up": Fault(up=delayed(1)),
    "answers later than the browser waits": Fault(down=delayed(1.6)),
    "everything said twice": Fault(twice=True),
    "half open: nothing arrives at the server": Fault(up=swallowed),
    "half open: nothing arrives at the browser": Fault(down=swallowed),
    "dead without a word": Fault(up=swallowed, down=swallowed),
    "taken and never answered": Fault(up=never, down=never),
    "a byte at a time": Fault(up=trickled(1, 0.001), down=trickled(16, 0.0001)),
    "stalls and goes on": Fault(up=stalling(2, 3), down=stalling(2, 3)),
}


@pytest.fixture(scope="module")
def came_of_it(tmp_path_factory):
    """For each fault: what each person did and saw, what the proxy did, and the history held against the rules."""
    data_dir = tmp_path_factory.mktemp("faults")
    rooms = dict(zip(FAULTS, make_rooms(data_dir, len(FAULTS), FIFTEEN), strict=True))
    served = Served(data_dir).start()
    house = House(served, [])
    proxies = {name: FaultyProxy(served.url, fault) for name, fault in FAULTS.items()}
    wires = {name: house.gather(room, *PEOPLE) for name, room in rooms.items()}
    before = {name: those[0].fresh()[EVERYONE]["n"] for name, those in wires.items()}
    house.close()
    proxies["everything said twice"].begin()
    clients = {name: load(served, those, SECONDS, PACE, by=proxies[name].url) for name, those in wires.items()}
    for proxy in proxies.values():
        proxy.begin()
    time.sleep(SPOILT_SECONDS)
    for proxy in proxies.values():
        proxy.heal()
    people = {name: result(client, SECONDS + 60) for name, client in clients.items()}
    fresh = {name: those[0].connect(30).boards[EVERYONE] for name, those in wires.items()}
    for proxy in proxies.values():
        proxy.close()
    house.close()
    for those in wires.values():
        those[0].close()
    assert served.stop() == 0
    assert "Traceback" not in served.log
    found = {}
    for name, room in rooms.items():
        attendees = [room.attendees[key] for key in ("chair", *PEOPLE)]
        history = history_of(people[name], attendees, before[name], data_dir, room.id, fresh[name])
        found[name] = people[name], proxies[name].done, history
    return found


@pytest.mark.timeout(180)
@pytest.mark.parametrize("name", FAULTS)
def test_a_network_that_fails_loses_nothing_and_doubles_nothing(came_of_it, name, capsys):
    people, done, history = came_of_it[name]
    wrong = faults(history)
    opened = sum(one["opened"] for one in people)
    again = sum(sent["tries"] - 1 for one in people for sent in one["sent"].values())
    told = Counter(summary(history, wrong))
    with capsys.disabled():
        print(f"\n{name}: {dict(told)}, {opened} lines, {again} sent again, {dict(done)}")
    assert wrong == []
    assert sum(done.values()) > 0
    assert told["acked"] > 50
    assert all(sent["n"] is not None for one in people for sent in one["sent"].values())
