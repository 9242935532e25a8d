"""Whoever joins or asks for a snapshot in the very moment in which something is said misses nothing of it."""

import threading
import time
from uuid import uuid4

import pytest

from tests.servers.served import house_at

pytestmark = pytest.mark.thorough("tests/unit/domain/test_patches_equal_snapshots.py")

ROUNDS = 60


@pytest.fixture(scope="module", params=["eventlet", "threading"])
def crowd(request, tmp_path_factory):
    """A server in each of its modes, its rate limit lifted so that many rounds fit into seconds."""
    folder, settings = tmp_path_factory.mktemp("up-to-date"), {"RATE_PER_SECOND": "100000", "RATE_BURST": "100000"}
    with house_at(folder, 4, ASYNC_MODE=request.param, **settings) as house:
        yield house


def is_up_to_date(wire, n):
    end = time.monotonic() + 1
    while wire.boards["everyone"]["n"] < n and time.monotonic() < end:
        time.sleep(0.002)
    return wire.boards["everyone"]["n"] >= n


def test_a_snapshot_asked_for_while_others_write_is_never_older_than_what_follows_it(crowd):
    room = crowd.room()
    _, *people = crowd.gather(room, "worker", "nurse", "police", "mum")
    *writers, reader = people
    behind = []
    for turn in range(ROUNDS):
        numbers = []

        def write(wire, numbers=numbers, turn=turn):
            numbers.append(wire.ok("add_item", **point(turn))["n"])

        threads = [threading.Thread(target=write, args=(one,)) for one in writers]
        for thread in threads:
            thread.start()
        asked = len(reader.snapshots) + 3
        for _ in range(3):
            reader.line.send('42["resync",{}]')
        for thread in threads:
            thread.join()
        # Whoever asks and does not read what comes is cut, in the end, as a slow reader.
        reader.until(lambda asked=asked: len(reader.snapshots) >= asked)
        if not is_up_to_date(reader, max(numbers)):
            behind.append(turn)
            reader.fresh()
    assert behind == []
    assert reader.boards["everyone"] == reader.fresh()["everyone"]


def test_who_reconnects_while_others_write_misses_nothing(crowd):
    room = crowd.room()
    _, *people = crowd.gather(room, "worker", "nurse", "police", "mum")
    *writers, reader = people
    stop, numbers = threading.Event(), []

    def write(wire):
        while not stop.is_set():
            numbers.append(wire.ok("add_item", **point(0))["n"])
            time.sleep(0.004)

    behind = []
    for turn in range(15):
        stop.clear()
        threads = [threading.Thread(target=write, args=(one,)) for one in writers]
        for thread in threads:
            thread.start()
        time.sleep(0.01)
        reader.connect()
        stop.set()
        for thread in threads:
            thread.join()
        if not is_up_to_date(reader, max(numbers)):
            behind.append(turn)
    assert behind == []
    assert reader.boards["everyone"] == reader.fresh()["everyone"]


def point(turn):
    return {"item": str(uuid4()), "column": "worries", "text": f"Said in round {turn}."}


@pytest.mark.parametrize("transport", ["websocket", "polling"])
def test_the_answer_to_a_request_to_connect_comes_before_everything_else(crowd, transport):
    room = crowd.room()
    chair, mum = crowd.gather(room, "mum", transport=transport)
    chair.ok("remove_attendee", attendee=room.attendees["mum"], reason="A test.")
    mum.until(lambda: mum.goodbye)
    after, mum.goodbye = len(mum.raw), None
    mum.connect()
    for heard, first in ((chair.raw, '42["snapshot"'), (mum.raw[after:], '42["goodbye"')):
        at = [frame[: len(first)] for frame in heard].index(first)
        assert any(frame.startswith("40{") for frame in heard[:at]), [frame[:12] for frame in heard[:4]]
