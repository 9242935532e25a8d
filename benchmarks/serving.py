"""A server under load as a process: started, waited for, ended."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from tools.services import is_listening

from .generator import NotMeasured
from .machine import SERVER_CORE, keep_to

ROOT = Path(__file__).parent.parent
_START_SECONDS = 60.0


class Serving:
    """A server's process, and the port it serves on."""

    def __init__(self, process: "subprocess.Popen[bytes]", port: int) -> None:
        self.pid = process.pid
        self.port = port


@contextmanager
def serving(
    words: Sequence[str],
    settings: Mapping[str, str] | None = None,
    *,
    core: int = SERVER_CORE,
    cwd: Path = ROOT,
    port: int = 0,
) -> Iterator[Serving]:
    """Runs a server on one processor until the end of the block. It prints `http://HOST:PORT` once it serves, or it was
    told its `port`.
    """
    # Its output goes to a file: no reader has to keep up with a server that prints what it gets.
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(
            [*keep_to(core), *words],
            cwd=cwd,
            env={**os.environ, "PYTHONUNBUFFERED": "1", **(settings or {})},
            stdout=said,
            stderr=subprocess.STDOUT,
        )
        try:
            yield Serving(process, _wait(process, lambda: _text(said.fileno()), port))
        finally:
            process.terminate()
            try:
                process.wait(timeout=10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def python(*words: str) -> list[str]:
    """Returns a command line for this Python."""
    return [sys.executable, *words]


def _wait(process: "subprocess.Popen[bytes]", said: Callable[[], str], port: int) -> int:
    until = time.monotonic() + _START_SECONDS
    while time.monotonic() < until and process.poll() is None:
        _, found, rest = said().partition("http://")
        if not port and found and "\n" in rest:
            return int(rest.split()[0].rstrip("/.").rsplit(":", 1)[1])
        if port and is_listening(port):
            return port
        time.sleep(0.02)
    raise NotMeasured("The server did not start: " + said()[-2000:])


def _text(file: int) -> str:
    return os.pread(file, 100_000, 0).decode(errors="replace")
