"""What England's whole load would need: meetings are routed over processes as the proxy does, and the busiest process
is simulated.

`python -m benchmarks.scale` prints the tables for the costs in benchmarks/latest.json, and `--write` puts them into
docs/scale.md. The same seed gives the same tables.
"""

import bisect
import hashlib
import heapq
import json
import random
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .report import BEGIN, END, markdown

ROOT = Path(__file__).parent.parent
LATEST, DOCUMENT = ROOT / "benchmarks/latest.json", ROOT / "docs/scale.md"
MEETINGS, PEOPLE, SECONDS_BETWEEN = 2500, 15, 30.0
PROCESSES = (4, 8, 12, 16, 24, 32)
POINTS, SIMULATED_SECONDS, ROUND_EVERY, ROUND_WITHIN = 160, 600, 600.0, 5.0


@dataclass(frozen=True)
class Costs:
    """Measured costs: seconds of processor for one command of a meeting of fifteen, and KB of memory for one
    connection.
    """

    command: float
    line_kb: float


def costs_of(latest: dict[str, Any]) -> Costs:
    """Returns the costs from a go of the benchmark: fifty meetings of fifteen on PostgreSQL, one process."""
    found = next(
        run
        for run in latest["runs"]
        if (run["case"], run["system"], run["store"], run["processes"]) == ("50x15", "board", "postgresql", 1)
    )
    return Costs(found["cpu_us_per_delivery"] * PEOPLE / 1e6, found["rss_kb_per_connection"])


def routed(meetings: int, processes: Sequence[str]) -> dict[str, str]:
    """Returns the process for each meeting's room: consistent hashing with 160 points for each process, as
    nginx does.
    """
    ring = sorted((_at(f"{name}-{n}"), name) for name in processes for n in range(POINTS))
    places = [at for at, _ in ring]
    rooms = (hashlib.sha256(f"room {n}".encode()).hexdigest()[:16] for n in range(meetings))
    return {room: ring[bisect.bisect(places, _at(room)) % len(ring)][1] for room in rooms}


def _at(word: str) -> int:
    return int.from_bytes(hashlib.sha256(word.encode()).digest()[:8], "big")


def moved(meetings: int, processes: Sequence[str]) -> float:
    """Returns the share of the meetings that need not move and still do, when the first of the processes is gone."""
    before, after = routed(meetings, processes), routed(meetings, processes[1:])
    stayed = [room for room, name in before.items() if name != processes[0]]
    return sum(after[room] != before[room] for room in stayed) / len(stayed)


def waits(meetings: int, command: float, dice: random.Random) -> tuple[float, list[float]]:
    """Simulates one process with so many meetings for ten minutes. Returns how busy it is, and how long each command
    waits for its turn.

    Everyone says something every thirty seconds, at random. Once in ten minutes a whole meeting saves its numbers
    within five seconds. Commands run one after another and never share a transaction: that is the expensive way.
    """
    arrivals: list[float] = []
    rate = meetings * PEOPLE / SECONDS_BETWEEN
    at = dice.expovariate(rate) if meetings else float(SIMULATED_SECONDS)
    while at < SIMULATED_SECONDS:
        arrivals.append(at)
        at += dice.expovariate(rate)
    for _ in range(meetings):
        began = dice.uniform(0, ROUND_EVERY)
        arrivals += [began + dice.uniform(0, ROUND_WITHIN) for _ in range(PEOPLE)]
    heapq.heapify(arrivals)
    free, waited, busy = 0.0, [], 0.0
    while arrivals:
        at = heapq.heappop(arrivals)
        waited.append(max(0.0, free - at))
        free = max(free, at) + command
        busy += command
    return busy / SIMULATED_SECONDS, sorted(waited)


def tables(costs: Costs) -> str:
    """Returns both tables: how meetings are spread, and how the busiest process fares."""
    spread, fares = [], []
    for count in PROCESSES:
        names = [f"10.0.0.{n}:8000" for n in range(count)]
        held = Counter(routed(MEETINGS, names).values())
        most = max(held.values())
        spread.append((str(count), f"{MEETINGS / count:.0f}", str(min(held.values())), str(most),
                       f"{100 * moved(MEETINGS, names):.1f} %"))  # fmt: skip
        busy, waited = waits(most, costs.command, random.Random(count))  # noqa: S311 - dice, not secrets
        p99 = 1000 * waited[int(0.99 * len(waited))]
        fares.append((str(count), str(most), f"{100 * busy:.0f} %", f"{1000 * waited[len(waited) // 2]:.1f}",
                      f"{p99:.1f}", f"{most * PEOPLE * costs.line_kb / 1024:.0f}"))  # fmt: skip
    return "\n\n".join(
        (
            f"A command costs {1000 * costs.command:.2f} ms of processor, a line {costs.line_kb:.0f} KB (measured).",
            markdown(("Processes", "Meetings each", "Fewest", "Most", "Moved without need when one dies"), spread),
            markdown(
                ("Processes", "Meetings of the busiest", "Busy", "Wait p50 ms", "Wait p99 ms", "MB of lines"), fares
            ),
        )
    )


def with_tables(document: str, made: str) -> str:
    """Returns the document with these tables between its two marks."""
    before, _, rest = document.partition(BEGIN)
    return f"{before}{BEGIN}\n{made}\n{END}{rest.partition(END)[2]}"


def main(words: Sequence[str]) -> int:
    """Prints the tables, or writes them."""
    made = tables(costs_of(json.loads(LATEST.read_text("utf-8"))))
    if "--write" in words:
        DOCUMENT.write_text(with_tables(DOCUMENT.read_text("utf-8"), made), "utf-8")
    else:
        print(made)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
