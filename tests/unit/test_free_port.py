"""A port that is known before anybody listens on it."""

import socket
from contextlib import closing
from pathlib import Path

import pytest

from tools import services

GIVEN_TO_CONNECTIONS = Path("/proc/sys/net/ipv4/ip_local_port_range")


@pytest.mark.skipif(not GIVEN_TO_CONNECTIONS.exists(), reason="only Linux says so")
def test_no_outgoing_connection_is_given_it_meanwhile() -> None:
    first = int(GIVEN_TO_CONNECTIONS.read_text().split()[0])
    assert all(services.free_port() < first for _ in range(20))


def test_one_that_somebody_has_is_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    with closing(socket.socket()) as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        found = iter([taken.getsockname()[1], 18_123])
        monkeypatch.setattr(services.random, "choice", lambda _: next(found))
        assert services.free_port() == 18_123
