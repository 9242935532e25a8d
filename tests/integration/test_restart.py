"""A deploy with people in the room is a pause of seconds: SIGTERM finishes what is in hand, browsers come back by
themselves, and not all at once."""

import random
import threading
import time
from collections import Counter

import pytest
import websocket

from tests.faults.history import faults, summary
from tests.faults.load import EVERYONE, ended, history_of, load
from tests.people.fifteen import FIFTEEN, ROLES
from tests.people.on_the_wire import LineEnded, Wire
from tests.servers.served import House, Served, make_rooms

pytestmark = pytest.mark.alone
ROOMS, KEYS = 14, [f"p{n}" for n in range(1, len(ROLES) + 1)]
JITTER_SECONDS, TRY_SECONDS = (1, 4.5), 8
P99_SECONDS, START_SECONDS = 5, 1.6
"""On a machine with nothing else to do. How long the start takes is the measure of this one."""


class Browser(threading.Thread):
    """Comes back after the goodbye as the page does (static/board/line/connection.js): after one to four and a half seconds, by
    chance; then, while nobody is there, as the socket library does: after half a second and twice as long each time, by
    half more or less."""

    def __init__(self, wire: Wire) -> None:
        super().__init__(daemon=True)
        self.wire = wire
        self.tries: list[float] = []
        self.resumed = float("inf")

    def run(self) -> None:
        """From the goodbye to the next snapshot."""
        wire = self.wire
        wire.until(lambda: wire.goodbye, 30)
        wire.goodbye = None
        wire._let_go()
        time.sleep(random.uniform(*JITTER_SECONDS))
        wait = 0.5
        while not self._back():
            time.sleep(wait * random.uniform(0.5, 1.5))
            wait = min(10, 2 * wait)

    def _back(self) -> bool:
        self.tries.append(time.monotonic())
        before = len(self.wire.snapshots)
        try:
            self.wire.connect(TRY_SECONDS)
        except (LineEnded, OSError, websocket.WebSocketException):
            return False
        self.resumed = time.monotonic()
        return len(self.wire.snapshots) > before


@pytest.mark.timeout(180)
def test_two_hundred_people_come_back_from_a_restart_within_seconds_and_not_all_at_once(tmp_path, capsys):
    rooms = make_rooms(tmp_path, ROOMS, FIFTEEN)
    served = Served(tmp_path, quick=False).start()
    house = House(served, rooms)
    browsers = [Browser(wire) for room in rooms for wire in house.gather(room, *KEYS)]
    for one in browsers:
        one.start()
    told = time.monotonic()
    assert served.stop() == 0
    stopped = time.monotonic()
    served.start()
    serves = time.monotonic()
    for one in browsers:
        one.join(timeout=30)
    back = sorted(one.resumed - told for one in browsers)
    p99 = back[int(len(back) * 0.99)]
    tries = [at - told for one in browsers for at in one.tries]
    by_second = Counter(int(at) for at in tries)
    with capsys.disabled():
        print(f"\nrestart with {len(browsers)} people: stopped after {stopped - told:.1f} s, serves after {serves - told:.1f} s, "
              f"people back after p50 {back[len(back) // 2]:.1f}, p99 {p99:.1f}, at most {back[-1]:.1f} s; "
              f"tries by second: {dict(sorted(by_second.items()))}")  # fmt: skip
    house.close()
    assert served.stop() == 0
    assert "Traceback" not in served.log
    assert len(browsers) >= 200
    assert p99 <= P99_SECONDS * max(1, (serves - stopped) / START_SECONDS)
    assert max(by_second.values()) <= len(tries) / 2


@pytest.mark.timeout(120)
def test_a_deploy_under_load_finishes_what_is_in_hand_and_loses_nothing(tmp_path, capsys):
    (room,) = make_rooms(tmp_path, 1, FIFTEEN)
    served = Served(tmp_path, quick=False).start()
    house = House(served, [room])
    wires = house.gather(room, *KEYS[:7])
    before = wires[0].fresh()[EVERYONE]["n"]
    house.close()
    client = load(served, wires, 60, 0.05)
    for _ in range(3):
        time.sleep(1.2)
        assert served.stop() == 0
        served.start()
    time.sleep(1)
    people, fresh = ended(served, wires, client)
    history = history_of(
        people, [room.attendees[key] for key in ("chair", *KEYS[:7])], before, tmp_path, room.id, fresh
    )
    wrong = faults(history)
    came = summary(history, wrong)
    with capsys.disabled():
        print(f"\nthree deploys: {came}")
    assert wrong == []
    assert came["acked"] > 100
