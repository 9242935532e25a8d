"""A long run in little time: `python -m tests.faults.soak --commands 50000 --reconnects 5000`. Some people, with their chair, add
points as fast as they are taken and come back again and again, in one meeting after another; afterwards the server holds no
more than it did: of blocks of memory that Python holds, files, sockets, threads, lines, rooms, greenlets and meetings.

The size of the process is measured between a fifth of the commands and all of them, whenever a meeting is over and its
people have gone.
Progress goes to a terminal only. The last line is JSON; the exit code is 1 if anything grew.
"""

import argparse
import itertools
import json
import selectors
import socket
import statistics
import struct
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

from tests.faults.load import address
from tests.faults.load_client import Person, drop, impatient, reconnect
from tests.faults.memory_held import TOKEN, Held, held_by
from tests.people.fifteen import FIFTEEN
from tests.servers.served import House, Room, Served, make_rooms
from tests.servers.served_on import ServedAs

PEOPLE = 3
WARM = 0.2
MOST_BLOCKS = 2000
"""More is growth: one block kept for each return would be 5,000. The size of the process is as the allocator has it and
tells less."""
MOST_KB_PER_100_000, STEP_KB = 1024, 6144
"""Growth, and besides it what the allocator still takes while it finds its level, which in a short go is not over: goes of
50,000 gave between -384 and, beside other work, 10,396 KB for 100,000; one of 1.8 million -47."""
SETTLE_SECONDS = 40
UNLIMITED = {"RATE_PER_SECOND": "100000", "RATE_BURST": "100000"}
_RESET = struct.pack("ii", 1, 0)


class Nothing(dict):
    """Keeps no frame."""

    def setdefault(self, key, default=None):
        return 0


class Busy(Person):
    """Adds points without pause, keeps nothing of what comes, and leaves in one of three ways after every so many."""

    def __init__(self, orders, seat, cookie, every):
        super().__init__(orders, 0, seat, cookie, Nothing())
        self.every, self.answered, self.left = every, 0, 0

    def _hear(self, frame, now):
        super()._hear(frame, now)
        self.frames.clear()

    def _answer(self, answer, now):
        super()._answer(answer, now)
        self.answered += bool(answer["ok"])
        self.acks.clear()
        if self.waiting is None:
            self.sent.clear()

    def wants_to_leave(self) -> bool:
        """Whether it is time to go and come back."""
        return self.socket is not None and self.answered >= self.every * (self.left + 1)

    def leave(self) -> None:
        """In order, without a word, or by a reset; the next time it is the next of these."""
        self.left += 1
        if self.left % 3 == 0:
            self.send("41")
        elif self.left % 3 == 1:
            self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET)


def one_meeting(served: Served, room: Room, commands: int, every: int, count: int) -> tuple[int, int]:
    """A meeting from its beginning until everybody has hung up: commands taken, and how often somebody came back."""
    house = House(served, [room])
    wires = house.gather(room, *(f"p{n}" for n in range(1, count + 1)))
    for wire in wires:
        wire._let_go()
    orders = {"addresses": [address(served, served.url)], "column": "worries", "pace": 0}
    people = [Busy(orders, one.seat, one.cookie, every) for one in wires]
    with selectors.DefaultSelector() as chooser:
        while sum(one.answered for one in people) < commands:
            _one_round(people, chooser)
        for one in people:
            if one.socket:
                drop(one, chooser)
    house.close()
    return sum(one.answered for one in people), sum(one.left for one in people)


def _one_round(people: list[Busy], chooser: selectors.BaseSelector) -> None:
    reconnect(people, chooser)
    now = time.monotonic()
    for one in people:
        if one.ready_at <= now and one.socket and not one.next_command(now):
            drop(one, chooser)
    for key, _ in chooser.select(0.002):
        if not key.data.read(time.monotonic()):
            drop(key.data, chooser)
    for one in people:
        if one.wants_to_leave():
            one.leave()
            drop(one, chooser)
        elif one.socket and impatient(one, time.monotonic()):
            drop(one, chooser)


def settled(served: Served, right: Callable[[Held], bool], seconds: float) -> Held:
    """What it holds once that is right, or after so many seconds. The tasks of a line outlive it by some twenty."""
    until = time.monotonic() + seconds
    while not right(found := held_by(served)) and time.monotonic() < until:
        time.sleep(0.2)
    return found


def slope(samples: list[tuple[int, int]]) -> float:
    """KB for 100,000 commands, from pairs of commands so far and KB: the median of the slopes between any two of them, as
    what grows grows everywhere. One step of the allocator, up or down, is no growth."""
    pairs = itertools.combinations(samples, 2)
    return statistics.median((kb - kb_before) / (done - before) for (before, kb_before), (done, kb) in pairs) * 100_000


def soak(commands: int, reconnects: int, a_meeting: int = 500, people: int = PEOPLE) -> dict[str, object]:
    """All of it: what came of it."""
    # A person leaves only after whole rounds, so a little sooner.
    every = max(1, commands // reconnects - 1)
    meetings = max(5, commands // a_meeting)
    with tempfile.TemporaryDirectory() as folder:
        rooms = make_rooms(Path(folder), meetings + 1, FIFTEEN)
        served = ServedAs(Path(folder), "tests.servers.short_memory", METRICS_TOKEN=TOKEN, **UNLIMITED).start()
        fresh = held_by(served)
        one_meeting(served, rooms.pop(), commands // meetings, every, people)
        start = settled(served, lambda now: (now.tasks, now.meetings) == (fresh.tasks, 0), SETTLE_SECONDS)
        began, done, back = time.monotonic(), 0, 0
        samples: list[tuple[int, int]] = []
        for room in rooms:
            taken, came_back = one_meeting(served, room, commands // meetings, every, people)
            done, back = done + taken, back + came_back
            samples.append((done, settled(served, lambda now: now.lines == 0, SETTLE_SECONDS).rss_kb))
            if sys.stderr.isatty():
                print(f"\r{done} of {commands} commands, {samples[-1][1]} KB", end="", file=sys.stderr, flush=True)
        seconds = time.monotonic() - began
        end = settled(served, lambda now: not more(start, now), SETTLE_SECONDS)
        assert served.stop() == 0
        assert "Traceback" not in served.log
    warm = [one for one in samples if one[0] >= WARM * done]
    return {"commands": done, "reconnects": back, "meetings": meetings, "seconds": round(seconds), "start": asdict(start),
            "end": asdict(end), "kb_per_100000": round(slope(warm)), "samples": samples[:: max(1, len(samples) // 10)]}  # fmt: skip


def more(start: Held, end: Held) -> list[str]:
    """What it holds more of than at the start, but for the size of the process."""
    before, after = start.but_memory(), end.but_memory()
    found = [f"{name} grew from {before[name]} to {after[name]}" for name in before if after[name] > before[name]]
    if end.blocks - start.blocks > MOST_BLOCKS:
        found.append(f"Python holds {end.blocks - start.blocks} blocks of memory more")
    return found


def grew(found: dict[str, object]) -> list[str]:
    """What is more than it was."""
    wrong = more(Held(**found["start"]), Held(**found["end"]))  # type: ignore[arg-type]
    most = MOST_KB_PER_100_000 + STEP_KB * 100_000 / found["commands"]  # type: ignore[operator]
    if found["kb_per_100000"] >= most:  # type: ignore[operator]
        wrong.append(f"memory grows by {found['kb_per_100000']} KB for 100,000 commands")
    return wrong


if __name__ == "__main__":
    parser = argparse.ArgumentParser(
        description="Uses the server for long and checks that it holds no more afterwards."
    )
    parser.add_argument("--commands", type=int, default=50_000)
    parser.add_argument("--reconnects", type=int, default=5_000)
    parser.add_argument("--a-meeting", type=int, default=500, help="commands in each meeting")
    parser.add_argument("--people", type=int, default=PEOPLE, help="how many add points beside the chair, at most 14")
    asked = parser.parse_args()
    came = soak(asked.commands, asked.reconnects, asked.a_meeting, asked.people)
    for line in grew(came):
        print(line)
    print(json.dumps(came))
    sys.exit(1 if grew(came) else 0)
