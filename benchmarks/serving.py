"""A server under load as a process: started, waited for, ended."""

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

from .generator import NotMeasured
from .machine import SERVER_CORE, keep_to

ROOT = Path(__file__).parent.parent


class Serving:
    """A process that has said on which port it serves."""

    def __init__(self, process: "subprocess.Popen[str]", port: int) -> None:
        self.pid = process.pid
        self.port = port


@contextmanager
def serving(
    words: Sequence[str], settings: Mapping[str, str] | None = None, *, core: int = SERVER_CORE, cwd: Path = ROOT
) -> Iterator[Serving]:
    """Runs a command on one processor until it prints a line with `http://HOST:PORT`, and ends it afterwards."""
    process = subprocess.Popen(
        [*keep_to(core), *words], cwd=cwd, env={**os.environ, "PYTHONUNBUFFERED": "1", **(settings or {})},
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
    )  # fmt: skip
    try:
        port = _port(process)
        Thread(target=_read_away, args=(process,), daemon=True).start()
        yield Serving(process, port)
    finally:
        process.terminate()
        try:
            process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def python(*words: str) -> list[str]:
    """A command line for this Python."""
    return [sys.executable, *words]


def _port(process: "subprocess.Popen[str]") -> int:
    said = []
    for line in process.stdout or ():
        said.append(line)
        _, found, rest = line.partition("http://")
        if found:
            return int(rest.split()[0].rstrip("/.").rsplit(":", 1)[1])
    raise NotMeasured("The server did not start: " + "".join(said)[-2000:])


def _read_away(process: "subprocess.Popen[str]") -> None:
    for _ in process.stdout or ():
        pass
