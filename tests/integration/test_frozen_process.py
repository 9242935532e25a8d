"""The server's process is frozen for half a minute under load, as a machine that is moved or swaps: people come back by
themselves, and nothing is lost or there twice."""

import signal
import time

import pytest

from tests.faults.history import faults, summary
from tests.faults.load import EVERYONE, ended, history_of, load
from tests.people.fifteen import FIFTEEN
from tests.servers.served import House, Served, make_rooms

pytestmark = pytest.mark.alone
FROZEN_SECONDS, PACE = 30, 0.2
PEOPLE = ("p1", "p2", "p3", "p4", "p5")


@pytest.mark.timeout(150)
def test_half_a_minute_frozen_loses_nothing_and_doubles_nothing(tmp_path, capsys):
    (room,) = make_rooms(tmp_path, 1, FIFTEEN)
    served = Served(tmp_path).start()
    house = House(served, [room])
    wires = house.gather(room, *PEOPLE)
    before = wires[0].fresh()[EVERYONE]["n"]
    house.close()
    client = load(served, wires, 120, PACE)
    time.sleep(2)
    served.process.send_signal(signal.SIGSTOP)
    time.sleep(FROZEN_SECONDS)
    served.process.send_signal(signal.SIGCONT)
    thawed = time.monotonic()
    time.sleep(4)
    people, fresh = ended(served, wires, client)
    attendees = [room.attendees[key] for key in ("chair", *PEOPLE)]
    history = history_of(people, attendees, before, tmp_path, room.id, fresh)
    wrong = faults(history)
    told = summary(history, wrong)
    lines = [one["opened"] for one in people]
    again = [
        min(sent["acked"] for sent in one["sent"].values() if (sent["acked"] or 0) > thawed) - thawed for one in people
    ]
    retried = sum(sent["tries"] > 1 for one in people for sent in one["sent"].values())
    with capsys.disabled():
        print(f"\nfrozen {FROZEN_SECONDS} s: {told}, {sum(lines)} lines for {len(lines)} people, {retried} sent again, "
              f"everybody answered again after {max(again):.1f} s")  # fmt: skip
    assert wrong == []
    assert told["acked"] > 100
    assert min(lines) > 1
    assert retried >= len(people)
    assert max(again) < 5
