"""Who polls has the answer to their request to connect and their first snapshot in one poll, in that order."""

import threading

import pytest

from tests.people.on_the_wire import PollingLine
from tests.servers.served import house_at


@pytest.fixture(scope="module")
def house(tmp_path_factory):
    with house_at(tmp_path_factory.mktemp("one-poll"), 3) as made:
        yield made


@pytest.mark.parametrize("time", range(3))
def test_the_first_poll_brings_the_answer_and_the_snapshot(house, time):
    _, worker = house.gather(house.room(), "worker")
    line = PollingLine(house.url, worker.seat, worker.cookie)
    came: list[str] = []
    poll = threading.Thread(target=lambda: came.append(line._get()))
    poll.start()
    line.send("40")
    poll.join(timeout=10)
    [first] = came
    assert first.startswith("40{")
    assert "snapshot" in first
    line.hang_up()
