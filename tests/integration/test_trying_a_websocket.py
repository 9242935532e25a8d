"""While a browser tries a websocket the server answers its polls, so that it may move, and not at once: where the network
swallows the websocket a browser would ask hundreds of times a second, and be turned away for it."""

import threading
import time

import pytest
import websocket

from tests.people.on_the_wire import PollingLine
from tests.servers.served import house_at

TRIED_SECONDS, MOST_POLLS, PROMPT_SECONDS = 1.5, 15, 0.15


@pytest.fixture(scope="module")
def house(tmp_path_factory):
    with house_at(tmp_path_factory.mktemp("trying"), 2) as made:
        yield made


@pytest.fixture
def tried(house):
    """A line by polling that has been told everything, and a websocket for it on which nothing was said yet."""
    _, worker = house.gather(house.room(), "worker")
    polling = PollingLine(house.url, worker.seat, worker.cookie)
    polling.send("40")
    while "presence" not in polling.receive():
        pass
    address = polling._at.replace("http:", "ws:").replace("transport=polling", "transport=websocket")
    line = websocket.create_connection(address, cookie=worker.cookie, origin=house.url, timeout=5)
    time.sleep(0.1)
    yield polling, line
    line.close()
    polling.close()


def test_a_browser_whose_websocket_is_swallowed_asks_a_few_times_a_second(tried):
    polling, _ = tried
    until, polls = time.monotonic() + TRIED_SECONDS, 0
    while time.monotonic() < until:
        assert polling._get() == "6"
        polls += 1
    assert 2 <= polls <= MOST_POLLS


def test_a_browser_whose_websocket_is_answered_moves_at_once(tried):
    polling, line = tried
    asking = threading.Thread(target=polling._get)
    asking.start()
    line.send("2probe")
    answered = time.monotonic()
    assert line.recv() == "3probe"
    asking.join(timeout=5)
    assert time.monotonic() - answered < PROMPT_SECONDS
    line.send("5")
    line.send("2")
    assert line.recv()
