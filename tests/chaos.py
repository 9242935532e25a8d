"""Kills under load: `python -m tests.chaos --kills 100`. Ten people add points while the server is killed (kill -9) and
started again; afterwards the history is held against the ten rules of tests/history.py.

Each ten kills have a meeting of their own. Progress goes to a terminal only. The last line is JSON; the exit code is 1
for any fault.
"""

import argparse
import json
import random
import signal
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from meeting_server.storage.verify import verify
from tests.history import faults, summary
from tests.load import EVERYONE, FIFTEEN, history_of, load, result
from tests.served import House, Room, Served, make_rooms, opened

PEOPLE, KILLS_A_MEETING, PACE = 10, 10, 0.1


def one_meeting(served: Served, room: Room, kills: int, dice: random.Random) -> tuple[dict[str, int], list[str]]:
    """So many kills in one meeting: what came of them, and every fault found."""
    house = House(served, [room])
    keys = [f"p{n}" for n in range(1, PEOPLE + 1)]
    _, *wires = house.gather(room, *keys)
    before = wires[0].fresh()[EVERYONE]["n"]
    for wire in wires:
        wire._let_go()
    client = load(served, wires, 600, PACE)
    for _ in range(kills):
        time.sleep(dice.uniform(0.3, 1.2))
        served.kill()
        served.start()
    time.sleep(0.5)
    client.send_signal(signal.SIGUSR1)
    people = result(client, 120)
    fresh = wires[0].connect(60).boards[EVERYONE]
    house.close()
    assert served.stop() == 0
    attendees = [room.attendees[key] for key in keys]
    history = history_of(people, attendees, before, served.data_dir, room.id, fresh)
    found = faults(history)
    with opened(served.data_dir) as live, live.database.reading() as connection:
        found += [f"d: {one}" for one in verify(connection, room.id).wrong]
    return summary(history, found), found


def chaos(kills: int, seed: int) -> int:
    """All of it; the exit code."""
    dice, total, found = random.Random(seed), Counter[str](), list[str]()
    counts = [min(KILLS_A_MEETING, kills - at) for at in range(0, kills, KILLS_A_MEETING)]
    with tempfile.TemporaryDirectory() as folder:
        rooms = make_rooms(Path(folder), len(counts), FIFTEEN)
        served = Served(Path(folder))
        for done, (room, count) in enumerate(zip(rooms, counts, strict=True)):
            told, wrong = one_meeting(served.start(), room, count, dice)
            total.update(told)
            found += wrong
            if sys.stderr.isatty():
                at = sum(counts[: done + 1])
                print(f"\r{at} of {kills} kills, {total['acked']} acknowledged", end="", file=sys.stderr, flush=True)
        assert "Traceback" not in served.log
    for one in found[:20]:
        print(one)
    print(json.dumps({"kills": kills, **total}))
    return 1 if found else 0


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Kills the server under load and checks that nothing was lost.")
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1, help="when the kills come; the same seed, the same moments")
    asked = parser.parse_args()
    sys.exit(chaos(asked.kills, asked.seed))
