"""A real server in a process of its own, and meetings made for it, for tests that go over real sockets."""

import atexit
import fcntl
import hashlib
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import Any

from meeting_server.clock import day_of
from meeting_server.domain.template.template import Template
from meeting_server.services.live_meeting import LiveMeetings
from meeting_server.services.prepare_meeting import Plan, PlannedPerson, invite, prepare
from meeting_server.storage.template_files import load_templates
from tests.people.on_the_wire import Wire, let_in
from tests.servers.quick_start import Started
from tests.servers.stores import copy_store, dump, hurry, open_store, url_for
from tools import services

ROOT = Path(__file__).parents[2]

PEOPLE = (
    PlannedPerson("pip", "Pip Canarybird", called="Pip", child=True, age="6"),
    PlannedPerson(
        "juno", "Juno Canarybird", called="Juno", child=True, age="13", role="child_attending", agency="child"
    ),
    PlannedPerson("chair", "Asha Chairperson", role="chair", agency="social_care"),
    PlannedPerson("worker", "Bel Worker", role="lead_social_worker", agency="social_care"),
    PlannedPerson("nurse", "Cal Nurse", role="health", agency="health"),
    PlannedPerson("police", "Dee Constable", role="police", agency="police"),
    PlannedPerson("mum", "Esme Canarybird", relationship="Mum", role="parent", agency="family"),
    PlannedPerson("gran", "Flo Canarybird", relationship="Gran", role="network", agency="family"),
    PlannedPerson("uncle", "Gus Canarybird", relationship="Uncle, not here", agency="family"),
)


@cache
def _fork_server() -> "subprocess.Popen[str]":
    started = subprocess.Popen(
        [sys.executable, "-m", "tests.servers.fork_server"],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    atexit.register(started.communicate)
    return started


def command(*words: str, data_dir: Path, typed: str = "", **settings: str) -> "subprocess.CompletedProcess[str]":
    """Runs one command of the product on a data folder, in a process of its own, for at most 30 seconds."""
    if words[0] == "serve":
        return subprocess.run(
            [sys.executable, "-m", "meeting_server", *words],
            cwd=ROOT, env=environment(data_dir, **settings), capture_output=True, text=True, timeout=30, check=False,
        )  # fmt: skip
    server = _fork_server()
    assert server.stdin
    assert server.stdout
    with tempfile.TemporaryDirectory() as folder:
        put, out, err = (Path(folder) / name for name in ("in", "out", "err"))
        put.write_text(typed, "utf-8")
        asked = {"words": words, "env": environment(data_dir, **settings), "cwd": str(ROOT), "seconds": 30}
        print(json.dumps({**asked, "in": str(put), "out": str(out), "err": str(err)}), file=server.stdin, flush=True)
        code = int(server.stdout.readline())
        return subprocess.CompletedProcess(words, code, out.read_text("utf-8"), err.read_text("utf-8"))


def environment(data_dir: Path, **settings: str) -> dict[str, str]:
    """This process's environment with the settings of a server under test."""
    store = {"DATABASE_URL": url_for(data_dir)} if "DATABASE_URL" not in settings else {}
    return {**os.environ, "DATA_DIR": str(data_dir), "PORT": "0", "PYTHONUNBUFFERED": "1", **store, **settings}


def make_demo(data_dir: Path, state: str, **settings: str) -> dict[str, Any]:
    """The demo meetings, made by the product's own command: what it printed."""
    made = command("demo", "--json", "--state", state, data_dir=data_dir, **settings)
    assert made.returncode == 0, made.stderr
    found: dict[str, Any] = json.loads(made.stdout)
    return found


@cache
def _demo_once(state: str) -> tuple[Path, dict[str, Any]]:
    folder = Path(tempfile.mkdtemp())
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder, make_demo(folder, state)


def demo_copied(data_dir: Path, state: str) -> dict[str, Any]:
    """As `make_demo`, where no test is about the making: made once in this process, and copied since."""
    folder, made = _demo_once(state)
    copy_store(folder, data_dir)
    return made


@dataclass(frozen=True)
class Room:
    """A meeting made for a test: ids of people and attendees, names and link secrets, by the plan's keys."""

    id: str
    people: dict[str, str]
    attendees: dict[str, str]
    names: dict[str, str]
    tokens: dict[str, str]

    def link(self, url: str, key: str) -> str:
        """A person's link."""
        return f"{url}/join#{self.tokens[key]}"


@cache
def _usual_template() -> Template:
    """Read and checked once: to do so for each of 160 meetings took longer than to make them."""
    return load_templates()["three-column-map"]


def make_room(
    live: LiveMeetings, people: Iterable[PlannedPerson] = PEOPLE, template: Template | None = None, day: str = ""
) -> Room:
    """One meeting with its links, through the product's own scheduling. Of today unless said otherwise: links end with
    the working day after it."""
    people = tuple(people)
    template = template or _usual_template()
    day = day or day_of(time.time_ns() // 1_000_000).isoformat()
    plan = Plan("A made-up conference", template, "First conference", "both", True, day, people)
    made = prepare(live, plan)
    tokens = invite(live, made.meeting, list(made.attendees.values()))
    by_key = {key: tokens[attendee] for key, attendee in made.attendees.items()}
    return Room(made.meeting, made.people, made.attendees, {one.key: one.name for one in people}, by_key)


@contextmanager
def opened(data_dir: Path) -> Iterator[LiveMeetings]:
    """The meetings of a data folder inside this process, while no server has it."""
    database = open_store(data_dir)
    live = LiveMeetings(database, lambda: time.time_ns() // 1_000_000)
    try:
        yield live
    finally:
        live.writer.stop()
        database.close()


def make_rooms(
    data_dir: Path, count: int, people: Iterable[PlannedPerson] = PEOPLE, template: Template | None = None
) -> list[Room]:
    """Meetings in a data folder that no server holds yet."""
    with opened(data_dir) as live:
        hurry(live)
        return [make_room(live, people, template) for _ in range(count)]


def rooms_once(base: Path, data_dir: Path, count: int) -> list[Room]:
    """As `make_rooms`, made by the first of the workers that run these tests side by side and copied by the others."""
    if "PYTEST_XDIST_WORKER" not in os.environ:
        return make_rooms(data_dir, count)
    made = base.parent / f"rooms-{count}"
    with (base.parent / "rooms.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not made.with_suffix(".json").exists():
            rooms = [asdict(one) for one in make_rooms(made, count)]
            made.with_suffix(".json").write_text(json.dumps(rooms), "utf-8")
    copy_store(made, data_dir)
    return [Room(**one) for one in json.loads(made.with_suffix(".json").read_text("utf-8"))]


def digest(data_dir: Path, without: tuple[str, ...] = ("read_log",)) -> str:
    """A hash over every row of the database, read beside the server that holds it."""
    # The heartbeat goes on whatever happens.
    return hashlib.sha256(dump(data_dir, (*without, "heartbeat")).encode()).hexdigest()


def free_port() -> str:
    """A port that nobody has now, where one must be known beforehand."""
    return str(services.free_port())


class Served:
    """A running server. `url` is where; `kill()` is kill -9; `start()` again keeps data and port.

    `quick`: it is started by a process that has imported everything, as most of a start is importing. Not where a test
    is about starting, or measures what a process of its own takes.
    """

    def __init__(self, data_dir: Path, *, quick: bool = True, **settings: str) -> None:
        self.data_dir = data_dir
        # To divide a process so is Linux's; and what the loader and Python read as they start needs a start.
        asks_for_a_start = any(name.startswith(("LD_", "PYTHON")) for name in settings)
        self._quick = quick and sys.platform == "linux" and not asks_for_a_start
        self.settings = settings
        self.said: list[str] = []
        self.url = ""
        self.process: subprocess.Popen[str] | Started | None = None
        self._listener: threading.Thread | None = None

    def start(self) -> "Served":
        """Starts it, and waits until it says that it serves."""
        self.process = self._process()
        assert self.process.stdout
        for line in self.process.stdout:
            self.said.append(line)
            if line.startswith("Serving "):
                self.url = line.split()[1]
                break
        else:
            self._ended()
            raise AssertionError("the server did not start:\n" + self.log)
        self.settings.setdefault("PORT", self.url.rsplit(":", 1)[1])
        self._listener = threading.Thread(target=self._listen, args=(self.process,), daemon=True)
        self._listener.start()
        return self

    def _process(self) -> "subprocess.Popen[str] | Started":
        if self._quick:
            return Started(environment(self.data_dir, **self.settings))
        return subprocess.Popen(
            [sys.executable, "-m", "meeting_server", "serve"],
            cwd=ROOT, env=environment(self.data_dir, **self.settings),
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        )  # fmt: skip

    def _listen(self, process: "subprocess.Popen[str] | Started") -> None:
        assert process.stdout
        self.said.extend(process.stdout)

    def _ended(self) -> int:
        assert self.process
        assert self.process.stdout
        code = self.process.wait(timeout=15)
        if self._listener:
            self._listener.join(timeout=5)
        self.process.stdout.close()
        return code

    @property
    def log(self) -> str:
        """All that the server has printed and logged, over every start."""
        return "".join(self.said)

    def kill(self) -> None:
        """Ends it as a power cut would."""
        assert self.process
        self.process.send_signal(signal.SIGKILL)
        self._ended()

    def stop(self) -> int:
        """SIGTERM; the exit code."""
        assert self.process
        code = self.process.poll()
        if code is not None:
            return code
        self.process.terminate()
        try:
            return self._ended()
        finally:
            self.process.kill()


class House:
    """A server with meetings that nobody has used yet, and the people of one gathered around it."""

    def __init__(self, served: Served, rooms: list[Room]) -> None:
        self.served = served
        self.url = served.url
        self.data_dir = served.data_dir
        self._unused = rooms
        self._open: list[Wire] = []

    def room(self) -> Room:
        """A meeting nobody has used."""
        return self._unused.pop()

    def joins(self, room: Room, key: str, transport: str = "websocket", **more: Any) -> Wire:
        """Somebody opens their link; they are connected, and perhaps wait."""
        wire = Wire(self.url, room.link(self.url, key), room.names[key], transport, **more)
        self._open.append(wire)
        return wire.connect()

    def gather(self, room: Room, *keys: str, transport: str = "websocket", chair_is: str = "chair") -> list[Wire]:
        """The chair opens the meeting and lets these people in: chair first, then they in order."""
        chair = self.joins(room, chair_is)
        chair.ok("open_meeting")
        people = [self.joins(room, key, transport) for key in keys]
        let_in(chair, *people)
        return [chair, *people]

    def close(self) -> None:
        """Everybody hangs up."""
        while self._open:
            self._open.pop().close()


@contextmanager
def house_at(
    data_dir: Path, rooms: int, kind: type[House] = House, people: Iterable[PlannedPerson] = PEOPLE, **settings: str
) -> Iterator[House]:
    """A house of its own, of this kind and with these people, whose server must end in good order."""
    made = make_rooms(data_dir, rooms, people)
    served = Served(data_dir, **settings).start()
    house = kind(served, made)
    try:
        yield house
    finally:
        house.close()
    assert served.stop() == 0
    assert "Traceback" not in served.log
