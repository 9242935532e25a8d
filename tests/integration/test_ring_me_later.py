"""Over real sockets: that somebody may not be alone reaches the chair, and nothing else anywhere changes by a byte."""

import json
import time

import pytest

from meeting_server.sockets.presence import TELL_EVERY_SECONDS
from tests.servers.served import digest

PEOPLE = ("worker", "nurse", "mum", "gran", "juno")


def rings(wire):
    """What this browser was told of it, in order."""
    return [json.loads(frame[2:])[1] for frame in list(wire.raw) if frame.startswith('42["ring"')]


def quiet(*wires):
    """How much each has heard, once nothing has come for longer than news of who is here waits to be told."""
    before: list[int] = []
    while before != (before := [len(wire.raw) for wire in wires]):
        time.sleep(TELL_EVERY_SECONDS + 0.1)
    return before


def says(wire, **said):
    wire.line.send("42" + json.dumps(["ring", said]))


@pytest.mark.thorough("tests/unit/test_rings.py")
def test_the_chair_alone_is_told_and_the_database_is_the_same_afterwards(house):
    made = house.room()
    everybody = house.gather(made, *PEOPLE)
    chair, mum = everybody[0], everybody[1 + PEOPLE.index("mum")]
    heard = quiet(*everybody)
    before = digest(house.data_dir)
    says(mum, asked=True)
    chair.until(lambda: rings(chair))
    mum.until(lambda: rings(mum))
    assert quiet(*everybody) == [n + (wire in (chair, mum)) for n, wire in zip(heard, everybody, strict=True)]
    assert rings(chair) == [{"people": [made.attendees["mum"]]}]
    assert rings(mum) == [{"asked": True}]
    assert digest(house.data_dir) == before

    chair.connect()
    chair.until(lambda: len(rings(chair)) == 2)
    says(chair, answered=made.attendees["mum"])
    mum.until(lambda: {"asked": False} in rings(mum))
    assert digest(house.data_dir) == before
