"""The cost of what happens once and not for each command: joining, a meeting opened cold, the Word file."""

import tempfile
import time
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from statistics import median
from typing import Any

import requests
import websocket

from meeting_server.services.live_meeting import LiveMeetings

from .board import serve
from .gathering import Gathered, Making, Room
from .progress import Progress
from .serving import Serving
from .stores import sqlite_copy
from .workplace import Workplace

POINTS = 400
EVENTS = 10_000
PEOPLE = 15


def costs(place: Workplace, repeats: int) -> list[dict[str, Any]]:
    """Returns each cost: what it is, the median in milliseconds, and what else there is to say of it."""
    measured: list[tuple[str, Callable[[], dict[str, float]]]] = [
        (f"joining a meeting of {POINTS} points", lambda: joining(place)),
        (f"opening a meeting of {EVENTS} events after a start", lambda: opening_cold(place)),
        (f"the Word file of a meeting of {POINTS} points", lambda: word_file(place)),
    ]
    progress = Progress(len(measured) * repeats)
    rows = []
    for name, measure in measured:
        found = []
        for _ in range(repeats):
            progress.now(name)
            found.append(measure())
        rows.append({"cost": name, **{key: round(median(one[key] for one in found), 1) for key in found[0]}})
    progress.over()
    return rows


def _room_of(points: int, changes: int) -> Making:
    def make(live: LiveMeetings) -> list[Gathered]:
        return Room(live, PEOPLE).fill(points, changes).gathered(0)

    return make


def joining(place: Workplace) -> dict[str, float]:
    """Measures joining: everyone opens a connection, one after the other. Counts until the board is there, and the
    server's time.
    """
    with ExitStack() as stack:
        server, people = _served(stack, place, f"points{POINTS}", _room_of(POINTS, 0))
        _, size = _join(server, people[0])
        before = _cpu_seconds(server.pid)
        took = [_join(server, one)[0] for one in people[1:]]
        cpu = (_cpu_seconds(server.pid) - before) / len(took)
        return {"ms": median(took) * 1000, "server_cpu_ms": cpu * 1000, "snapshot_kb": size / 1000}


def opening_cold(place: Workplace) -> dict[str, float]:
    """Measures a cold start: the first person after a start waits until the log is read, the second does not."""
    with ExitStack() as stack:
        server, people = _served(stack, place, f"events{EVENTS}", _room_of(POINTS, EVENTS - POINTS))
        cold, _ = _join(server, people[0])
        warm, _ = _join(server, people[1])
        return {"ms": cold * 1000, "ms_of_the_second": warm * 1000}


def word_file(place: Workplace) -> dict[str, float]:
    with ExitStack() as stack:
        server, people = _served(stack, place, f"points{POINTS}", _room_of(POINTS, 0))
        address = f"http://127.0.0.1:{server.port}/board/{people[1].seat}/record.docx"
        began = time.monotonic()
        answer = requests.get(address, headers={"Cookie": f"board={people[1].cookie}"}, timeout=60)
        took = time.monotonic() - began
        answer.raise_for_status()
        return {"ms": took * 1000, "file_kb": len(answer.content) / 1000}


def _served(stack: ExitStack, place: Workplace, name: str, make: Making) -> tuple[Serving, list[Gathered]]:
    folder = stack.enter_context(tempfile.TemporaryDirectory())
    people = sqlite_copy(name, make, place, Path(folder))
    return stack.enter_context(serve({"DATA_DIR": folder})), people


def _join(server: Serving, who: Gathered) -> tuple[float, int]:
    """Returns the seconds until a person who connects has their board, and its bytes."""
    began = time.monotonic()
    line = websocket.create_connection(
        f"ws://127.0.0.1:{server.port}/socket.io/?EIO=4&transport=websocket&seat={who.seat}",
        origin=f"http://127.0.0.1:{server.port}",
        cookie=f"board={who.cookie}",
        timeout=60,
        skip_utf8_validation=True,
    )
    try:
        line.send("40")
        while not (frame := bytes(line.recv_data()[1])).startswith(b'42["snapshot"'):
            pass
        return time.monotonic() - began, len(frame)
    finally:
        line.close()


def _cpu_seconds(pid: int) -> float:
    """Returns what a process has used of the processor so far. Linux makes such a clock's number from the process's."""
    return time.clock_gettime((~pid << 3) | 2)
