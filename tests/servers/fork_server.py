"""Runs commands of the product, each in a process of its own that need not import it again: `python -m tests.servers.fork_server`.

It has imported the command line once, and for each line of JSON on standard input divides itself in two; the new half
is what `python -m meeting_server` is after its first second. Alone on one thread, so that to divide is safe. `serve`
must not be run so: eventlet goes before all that it patches.
"""

import json
import os
import signal
import sys
import traceback
from typing import Any

import meeting_server.command_line
import meeting_server.documents
from meeting_server.__main__ import main

__all__ = ["meeting_server"]


def _becomes(asked: dict[str, Any]) -> int:
    """The new half: its words, environment, folder and files are those asked for. The exit code."""
    os.chdir(asked["cwd"])
    os.environ.clear()
    os.environ.update(asked["env"])
    for at, (name, how) in enumerate(
        ((asked["in"], os.O_RDONLY), (asked["out"], os.O_WRONLY), (asked["err"], os.O_WRONLY))
    ):
        os.dup2(os.open(name, how | os.O_CREAT), at)
    sys.stdin, sys.stdout, sys.stderr = open(0), open(1, "w", closefd=False), open(2, "w", closefd=False)  # noqa: SIM115
    sys.argv = ["meeting_server", *asked["words"]]
    signal.alarm(asked["seconds"])
    try:
        code = main()
    except SystemExit as said:
        code = said.code if isinstance(said.code, int) else 1
    except Exception:  # noqa: BLE001 - it is printed as Python prints it
        traceback.print_exc()
        code = 1
    sys.stdout.flush()
    sys.stderr.flush()
    return code


def serve() -> None:
    """One after another, until nobody asks."""
    while line := sys.stdin.readline():
        asked = json.loads(line)
        child = os.fork()
        if child == 0:
            os._exit(_becomes(asked))
        print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)


if __name__ == "__main__":
    serve()
