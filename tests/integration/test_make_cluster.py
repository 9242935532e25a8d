"""`make cluster` as somebody tries it: the links it prints, a server that dies, Ctrl+C, and the data afterwards."""

import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest
import requests

from tests.people.on_the_wire import Wire
from tests.servers.served import ROOT, free_port

pytestmark = [pytest.mark.thorough("tests/integration/test_overtaken.py"), pytest.mark.timeout(180)]


@pytest.fixture
def folder():
    """A folder that PostgreSQL's own account can reach."""
    found = Path(tempfile.mkdtemp())
    yield found
    shutil.rmtree(found, ignore_errors=True)


def begin(folder, port):
    """Starts the command: the process, and what it printed until it served."""
    settings = {**os.environ, "DATA_DIR": str(folder), "PORT": port, "STATE": "mid", "PYTHONUNBUFFERED": "1"}
    for name in ("DATABASE_URL", "REDIS_URL", "PUBLIC_URL", "HOST"):
        settings.pop(name, None)
    # What a shell began in the background, as it may have begun the tests, hears no Ctrl+C, nor does what that begins.
    process = subprocess.Popen(
        ["env", "--default-signal=INT", sys.executable, "-m", "tools.cluster"],
        cwd=ROOT, env=settings, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    said = ""
    for line in process.stdout:
        said += line
        if line.startswith("Serving "):
            return process, said
    process.stdout.close()
    process.wait()
    raise AssertionError(said)


def test_somebody_tries_a_cluster_kills_a_server_and_finds_everything_again(folder):
    port = free_port()
    process, said = begin(folder, port)
    url = f"http://127.0.0.1:{port}"
    link = re.search(rf"First conference, the chair +({url}/join#\S+)", said)[1]
    servers = [int(pid) for pid in re.findall(r"Server +port +\d+ process (\d+)", said)]
    assert len(servers) == 2
    assert "Staff sign-in" in said
    assert link.partition("#")[2] not in "".join(one.read_text() for one in folder.rglob("log"))
    chair = Wire(url, link, "Chair").reads_page().connect()
    chair.add("Said to the cluster.")
    os.kill(servers[0], signal.SIGKILL)
    assert process.stdout.readline().endswith("had ended and runs again.\n")
    assert requests.get(f"{url}/health/ready", timeout=10).json()["ready"]
    chair.close()
    process.send_signal(signal.SIGINT)
    assert process.wait(30) == 0
    process.stdout.close()
    again, said = begin(folder, port)
    link = re.search(rf"First conference, the chair +({url}/join#\S+)", said)[1]
    chair = Wire(url, link, "Chair").reads_page().connect()
    assert chair.told("Said to the cluster.")
    chair.close()
    busy = subprocess.run(
        [sys.executable, "-m", "tools.cluster"], cwd=ROOT, env={**os.environ, "DATA_DIR": str(folder / "more"), "PORT": port},
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert (busy.returncode, busy.stderr) == (
        1,
        f"Port {port} is already in use: stop the other program, or set PORT.\n",
    )
    again.send_signal(signal.SIGTERM)
    assert again.wait(30) == 0
    again.stdout.close()
    end = time.monotonic() + 5
    while time.monotonic() < end and _running(folder):
        time.sleep(0.1)
    assert not _running(folder), "nothing is left running"


def _running(folder):
    """The processes whose folder this is."""
    found = []
    for one in Path("/proc").glob("[0-9]*"):
        try:
            where = (one / "cwd").resolve()
        except OSError:
            continue
        if folder in where.parents:
            found.append(int(one.name))
    return found
