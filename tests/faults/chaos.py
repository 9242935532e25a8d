"""Kills under load: `python -m tests.faults.chaos --kills 100`. Ten people add points while servers are killed (kill -9) and
started again; afterwards the history is held against the ten rules of tests/faults/history.py.

So many kills of one server on SQLite, then as many of two servers on one PostgreSQL, by turns, with half of the people at
each: when theirs is gone they go to the other one and back. Each ten kills have a meeting of their own. Progress goes to
a terminal only. Each of the two runs prints a line of JSON, and the last line is their sum: {"kills": of each kind,
"acked": ..., "lost": 0, "twice": 0, "reordered": 0, "other_faults": 0}. The exit code is 1 for any fault.
"""

import argparse
import json
import random
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from meeting_server.storage.verify import verify
from tests.faults.history import faults, summary
from tests.faults.load import EVERYONE, history_of, load, result
from tests.people.fifteen import FIFTEEN
from tests.servers.served import House, Room, Served, make_rooms, opened
from tests.servers.several import cluster
from tools.services import Postgres, Redis

PEOPLE, KILLS_A_MEETING, PACE = 10, 10, 0.1
KINDS = {"one": "one server on SQLite", "two": "two servers on PostgreSQL, by turns"}


def one_meeting(
    servers: Sequence[Served], room: Room, kills: int, dice: random.Random
) -> tuple[dict[str, int], list[str]]:
    """So many kills in one meeting, of these running servers by turns: what came of them, and every fault found."""
    house = House(servers[0], [room])
    keys = [f"p{n}" for n in range(1, PEOPLE + 1)]
    _, *wires = house.gather(room, *keys)
    before = wires[0].fresh()[EVERYONE]["n"]
    for wire in wires:
        wire._let_go()
    client = load(servers[0], wires, 600, PACE, also=servers[1:])
    for n in range(kills):
        time.sleep(dice.uniform(0.3, 1.2))
        killed = servers[n % len(servers)]
        killed.kill()
        killed.start()
    time.sleep(0.5)
    client.send_signal(signal.SIGUSR1)
    people = result(client, 120)
    fresh = wires[0].connect(60).boards[EVERYONE]
    house.close()
    for one in servers:
        assert one.stop() == 0
    attendees = [room.attendees[key] for key in keys]
    history = history_of(people, attendees, before, servers[0].data_dir, room.id, fresh)
    found = faults(history)
    with opened(servers[0].data_dir) as live, live.database.reading() as connection:
        found += [f"d: {one}" for one in verify(connection, room.id).wrong]
    return summary(history, found), found


@contextmanager
def _one_server(folder: Path, rooms: int) -> Iterator[tuple[list[Served], list[Room]]]:
    made = make_rooms(folder, rooms, FIFTEEN)
    yield [Served(folder)], made


@contextmanager
def _two_servers(folder: Path, rooms: int) -> Iterator[tuple[list[Served], list[Room]]]:
    with (
        Postgres() as postgres,
        Redis() as redis,
        cluster(folder, rooms=rooms, postgres=postgres, redis=redis) as both,
    ):
        yield both.servers, both.rooms


_SERVERS = {"one": _one_server, "two": _two_servers}


def run(kind: str, kills: int, seed: int) -> tuple[Counter[str], list[str]]:
    """All kills of one kind: what came of them, and every fault found."""
    dice, total, found = random.Random(seed), Counter[str](), list[str]()
    counts = [min(KILLS_A_MEETING, kills - at) for at in range(0, kills, KILLS_A_MEETING)]
    with tempfile.TemporaryDirectory() as folder, _SERVERS[kind](Path(folder), len(counts)) as (servers, rooms):
        for done, (room, count) in enumerate(zip(rooms, counts, strict=True)):
            told, wrong = one_meeting([one.start() for one in servers], room, count, dice)
            total.update(told)
            found += wrong
            _progress(f"{KINDS[kind]}: {sum(counts[: done + 1])} of {kills} kills, {total['acked']} acknowledged")
        found += [f"server: {line}" for one in servers for line in one.log.splitlines() if "Traceback" in line]
    return total, found


def _progress(says: str) -> None:
    if sys.stderr.isatty():
        print(f"\r{says}", end="", file=sys.stderr, flush=True)


def chaos(kinds: Sequence[str], kills: int, seed: int) -> int:
    """All of it; the exit code."""
    total, found = Counter[str](), list[str]()
    for kind in kinds:
        told, wrong = run(kind, kills, seed)
        _progress("\n")
        total.update(told)
        found += wrong
        print(json.dumps({"run": KINDS[kind], "kills": kills, **told}), flush=True)
    for one in found[:20]:
        print(one)
    print(json.dumps({"kills": kills, **total}))
    return 1 if found else 0


if __name__ == "__main__":
    parser = argparse.ArgumentParser(
        description="Kills servers under load and checks that nothing was lost: one on SQLite, then two on PostgreSQL.",
        epilog="The last line is JSON, the sum of both runs: kills (of each kind), acked, lost, twice, reordered, "
        "other_faults. The exit code is 1 for any fault.",
    )
    parser.add_argument("--kills", type=int, default=100, help="how many kills of each kind")
    parser.add_argument("--seed", type=int, default=1, help="when the kills come; the same seed, the same moments")
    for name, says in KINDS.items():
        parser.add_argument(f"--{name}", dest="kinds", action="append_const", const=name, help=f"only {says}")
    asked = parser.parse_args()
    sys.exit(chaos(asked.kinds or list(KINDS), asked.kills, asked.seed))
