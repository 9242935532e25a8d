"""Servers that are divided from one process have nothing in common afterwards."""

from pathlib import Path

import pytest
import requests

from tests.servers.served import Served, make_rooms

pytestmark = pytest.mark.sqlite


def watched(served: Served) -> set[str]:
    """The files, by device and number, that the loop of a server waits for."""
    proc = Path(f"/proc/{served.process.pid}")
    told = [
        (proc / "fdinfo" / file.name).read_text("utf-8")
        for file in (proc / "fd").iterdir()
        if "eventpoll" in str(file.readlink())
    ]
    return {line.split("pos:")[1] for one in told for line in one.splitlines() if line.startswith("tfd:")}


def test_each_of_two_servers_waits_for_its_own_sockets_alone(tmp_path):
    folders = [tmp_path / "one", tmp_path / "two"]
    for folder in folders:
        make_rooms(folder, 1)
    servers = [Served(folder, ASYNC_MODE="eventlet").start() for folder in folders]
    for one in servers:
        assert requests.get(f"{one.url}/health/live", timeout=5).status_code == 200
    first, second = (watched(one) for one in servers)
    for one in servers:
        assert one.stop() == 0
    assert first
    assert second
    assert not first & second
