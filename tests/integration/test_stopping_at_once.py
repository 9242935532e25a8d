"""A signal stops a server in order from the moment it says that it serves."""

import os
import subprocess
import sys

import pytest

from tests.servers.served import ROOT

SERVER = """
from meeting_server import {mode}_server as serving
serving.prepare()
import os, signal
listener = serving.listen("127.0.0.1", 0)
serving.serve(
    listener, None, on_start=lambda: os.kill(os.getpid(), signal.SIGTERM), on_stop=lambda: print("goodbye", flush=True)
)
print("stopped", flush=True)
"""


@pytest.mark.parametrize("mode", ["eventlet", "threaded"])
def test_a_signal_in_the_very_moment_of_starting_stops_it_in_order(mode):
    done = subprocess.run(
        [sys.executable, "-c", SERVER.format(mode=mode)],
        capture_output=True, env={**os.environ, "PYTHONPATH": str(ROOT)}, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stdout.split()) == (0, ["goodbye", "stopped"]), done.stderr
