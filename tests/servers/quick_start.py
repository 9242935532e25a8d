"""Servers that need not import the product again when they start: `python -m tests.servers.quick_start eventlet`.

Most of a start is importing. This process has imported everything, eventlet first and in the order in which `serve` does,
and divides itself in two for each server; the new half is what `python -m meeting_server serve` is after its first second,
and dies as one. Alone on one thread, so that to divide is safe, and each with a loop of its own: what is imported has made
one, and servers that shared it would hear of each other's sockets, and now and then not of their own.
"""

import atexit
import json
import os
import select
import signal
import subprocess
import sys
import threading
import traceback
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

_waitpid = os.waitpid  # before eventlet makes it one that yields to a loop
_IMPORTED = (
    "facilitator_ui.chair", "facilitator_ui.minutes", "facilitator_ui.projector", "meeting_server.app",
    "meeting_server.command_line", "meeting_server.documents", "meeting_server.services.doorbell",
    "meeting_server.storage.postgresql", "meeting_server.storage.sqlite",
)  # fmt: skip
ROOT = Path(__file__).parents[2]


class Started:
    """The process of a server, with what tests use of subprocess.Popen. Its standard error comes with its output."""

    def __init__(self, environment: dict[str, str]) -> None:
        self._starter = _starter(environment.get("ASYNC_MODE", "eventlet"))
        read, write = os.pipe()
        self.stdout = os.fdopen(read, "r")
        self.pid = self._starter.ask({"env": environment, "out": f"/proc/{os.getpid()}/fd/{write}"})
        os.close(write)
        self._pidfd = os.pidfd_open(self.pid)
        self.returncode: int | None = None

    def send_signal(self, number: int) -> None:
        """Sends a signal, while it lives."""
        if self.poll() is None:
            os.kill(self.pid, number)

    def terminate(self) -> None:
        """SIGTERM."""
        self.send_signal(signal.SIGTERM)

    def kill(self) -> None:
        """kill -9."""
        self.send_signal(signal.SIGKILL)

    def poll(self) -> int | None:
        """Its exit code, once it is over."""
        return self._over(0)

    def wait(self, timeout: float) -> int:
        """Its exit code, when it is over; subprocess.TimeoutExpired after so many seconds."""
        code = self._over(timeout)
        if code is None:
            raise subprocess.TimeoutExpired("serve", timeout)
        return code

    def _over(self, seconds: float) -> int | None:
        if self.returncode is None and select.select([self._pidfd], [], [], seconds)[0]:
            os.close(self._pidfd)
            self.returncode = self._starter.ask({"over": self.pid})
        return self.returncode


class _Starter:
    """The process that starts them."""

    def __init__(self, mode: str) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.servers.quick_start", mode],
            cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip
        self._one_at_a_time = threading.Lock()
        atexit.register(self._process.communicate)

    def ask(self, what: dict[str, Any]) -> int:
        """One line, and the number that is the answer."""
        with self._one_at_a_time:
            assert self._process.stdin
            assert self._process.stdout
            print(json.dumps(what), file=self._process.stdin, flush=True)
            return int(self._process.stdout.readline())


@cache
def _starter(mode: str) -> _Starter:
    return _Starter(mode)


def _becomes(environment: dict[str, str], out: int) -> int:
    """The new half: a server with this environment. The exit code."""
    from meeting_server.command_line import run
    from meeting_server.settings import settings_from

    if "eventlet" in sys.modules:
        sys.modules["eventlet"].hubs.use_hub()
    os.environ.clear()
    os.environ.update(environment)
    nothing = os.open(os.devnull, os.O_RDONLY)
    for at, file in enumerate((nothing, out, out)):
        os.dup2(file, at)
    sys.stdin, sys.stdout, sys.stderr = (
        open(at, how, closefd=False, buffering=1)  # noqa: SIM115
        for at, how in enumerate(("r", "w", "w"))
    )
    try:
        return run(["serve"], settings_from())
    except Exception:  # noqa: BLE001 - it is printed as Python prints it
        traceback.print_exc()
        return 1


def _read_scripts() -> None:
    """Reads the pages' scripts once for all servers. None of them packs its files finely: each would do for itself what
    takes a processor some ten seconds, in the middle of a story."""
    from meeting_server.http import bundles, static_files

    tree = bundles.tree_of([ROOT / "meeting_server" / "static", ROOT / "facilitator_ui" / "static"])
    for entry in bundles.PAGES.values():
        bundles.modules_of(entry, tree)
    static_files._CALM_SECONDS = 3600.0


def start_them(mode: str) -> None:
    """Starts one for each line, until nobody asks."""
    from meeting_server.__main__ import prepare
    from meeting_server.settings import Settings

    prepare(Settings(async_mode=mode))
    for name in _IMPORTED:
        import_module(name)
    _read_scripts()
    while line := sys.stdin.readline():
        asked = json.loads(line)
        if "over" in asked:
            print(os.waitstatus_to_exitcode(_waitpid(asked["over"], 0)[1]), flush=True)
            continue
        out = os.open(asked["out"], os.O_WRONLY)
        child = os.fork()
        if child == 0:
            os._exit(_becomes(asked["env"], out))
        os.close(out)
        print(child, flush=True)


if __name__ == "__main__":
    start_them(sys.argv[1])
