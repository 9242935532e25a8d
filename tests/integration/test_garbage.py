"""While the garbage collector looks for objects that hold each other, everybody waits: a server leaves it next to nothing to
find, and little to look through, whatever comes and goes."""

import time
from collections.abc import Callable
from contextlib import suppress
from itertools import repeat

import pytest
import requests

from tests.faults.memory_held import TOKEN, told_by
from tests.people.on_the_wire import LineEnded, PollingLine, WebsocketLine, Wire
from tests.servers.served import House, Served, make_rooms
from tests.servers.served_on import ServedAs

# It is eventlet's connections that hold themselves.
SETTINGS = {"ASYNC_MODE": "eventlet", "METRICS_TOKEN": TOKEN, "RATE_PER_SECOND": "100000", "RATE_BURST": "100000"}
TIMES, MOST_EACH, MOST_SEARCHED = 20, 12, 20_000


@pytest.fixture(scope="module")
def at(tmp_path_factory):
    """A server that tells what there is to collect, and the mother of a meeting."""
    data_dir = tmp_path_factory.mktemp("garbage")
    rooms = make_rooms(data_dir, 1)
    served = ServedAs(data_dir, "tests.servers.short_memory", **SETTINGS).start()
    house = House(served, rooms)
    yield served, house.gather(rooms[0], "mum")[1]
    house.close()
    assert served.stop() == 0


def opens_a_line(person: Wire) -> None:
    _until_the_board_is_there(WebsocketLine(person.url, person.seat, person.cookie))


def polls(person: Wire) -> None:
    _until_the_board_is_there(PollingLine(person.url, person.seat, person.cookie))


def _until_the_board_is_there(line: WebsocketLine | PollingLine) -> None:
    line.send("40")
    while "snapshot" not in line.receive():
        pass
    line.hang_up()
    line.close()


def is_refused(person: Wire) -> None:
    with suppress(LineEnded):
        WebsocketLine(person.url, person.seat, "board=nobody")


def reads_a_page(person: Wire) -> None:
    requests.get(f"{person.url}/board/{person.seat}", headers={"Cookie": person.cookie}, timeout=10)


def asks_for_nothing(person: Wire) -> None:
    requests.get(f"{person.url}/nothing", timeout=10)


def adds_a_point(person: Wire) -> None:
    person.add("A point.")


@pytest.mark.parametrize("does", [opens_a_line, polls, is_refused, reads_a_page, asks_for_nothing, adds_a_point])
def test_what_is_over_leaves_next_to_nothing_for_the_garbage_collector(at, does: Callable[[Wire], None]):
    served, mum = at
    does(mum)
    before = told_by(served)["soak_waste"]
    for person in repeat(mum, TIMES):
        does(person)
    assert _settled(served) - before <= TIMES * MOST_EACH


def _settled(served: Served) -> int:
    """What there was to collect, once the chair and the mother are alone again."""
    until = time.monotonic() + 5
    while told_by(served)["board_lines"] > 2 and time.monotonic() < until:
        time.sleep(0.05)
    return told_by(served)["soak_waste"]


def test_the_garbage_collector_does_not_look_through_what_was_there_before_anybody_came(at):
    assert told_by(at[0])["soak_searched"] < MOST_SEARCHED
