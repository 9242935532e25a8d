"""The load generator in benchmarks/load: built once, given its orders, and asked for what it found."""

import json
import subprocess
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from .cases import Case
from .machine import OTHER_CORE, keep_to

HERE = Path(__file__).parent
SOURCES = HERE / "load"
PROGRAM = HERE.parent / "build" / "load"
FLAGS = ["-std=c11", "-O2", "-Wall", "-Wextra"]
BUSY = 0.8
"""Above this share of its own processor, the generator itself may be what slows a run."""


class NotMeasured(Exception):
    """A run failed. The message says what the generator or the server said."""


class NotThere(NotMeasured):
    """A server is not on this machine at all."""


@dataclass(frozen=True, slots=True)
class Language:
    """The messages of a server. %C, %I and %M stand for a command's id, its item's, and the meeting's room.
    `sender_hears` is true if the sender of a command gets its packet too. `answers` is true if commands are answered.
    `joins` is how many may join at once.
    """

    command: str
    delivery: str
    ready: str
    join: str = ""
    sender_hears: bool = True
    answers: bool = True
    joins: int = 16


@dataclass(frozen=True, slots=True)
class Somebody:
    """A person who connects: to which port, of which meeting (-1: only to be there), with what room, address and
    cookie.
    """

    port: int
    meeting: int
    room: str = "-"
    path: str = "/socket.io/?EIO=4&transport=websocket"
    cookie: str = ""


@dataclass(frozen=True, slots=True)
class Target:
    """A server that runs: its processes, its language and the people who come."""

    pids: list[int]
    language: Language
    people: list[Somebody] = field(repr=False)


def build() -> Path:
    """Returns the program, compiled if it is older than its sources."""
    sources = sorted(SOURCES.glob("*.c"))
    newest = max(file.stat().st_mtime for file in SOURCES.iterdir())
    if not PROGRAM.exists() or PROGRAM.stat().st_mtime < newest:
        PROGRAM.parent.mkdir(exist_ok=True)
        subprocess.run(["gcc", *FLAGS, "-o", str(PROGRAM), *map(str, sources), "-lm"], check=True)
    return PROGRAM


def orders(target: Target, case: Case, seconds: float, warm: float, drain: float) -> str:
    """Returns what the generator reads: an order on each line."""
    language = target.language
    lines = [
        f"meetings {case.meetings}", f"window {case.window}", f"rate {case.rate}",
        f"seconds {seconds}", f"warm {warm}", f"drain {drain}",
        f"hearers {case.people if language.sender_hears else case.people - 1}", f"answers {language.answers:d}",
        f"joins {language.joins}",
        f"join {language.join}", f"command {language.command}",
        f"ready {language.ready}", f"delivery {language.delivery}",
        *(f"watch {pid}" for pid in target.pids),
        *(f"person {one.port} {one.meeting} {one.room} {one.path} {one.cookie}" for one in target.people),
    ]  # fmt: skip
    return "\n".join(lines) + "\n"


def load(target: Target, case: Case, seconds: float, warm: float = 1.0, drain: float = 10.0) -> dict[str, Any]:
    """Lets everyone join, send at the case's pace and then flat out, `seconds` each after `warm` ones. Returns the
    figures. After each part it waits at most `drain` seconds for what is still on its way; the rest is lost.
    """
    done = subprocess.run(
        [*keep_to(OTHER_CORE), str(build())],
        input=orders(target, case, seconds, warm, drain),
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    if done.returncode:
        raise NotMeasured(done.stderr.strip() or f"The load generator ended with {done.returncode}.")
    found: dict[str, Any] = json.loads(done.stdout)
    if found["errors"]:
        found["said"] = done.stderr.strip()
    return found
