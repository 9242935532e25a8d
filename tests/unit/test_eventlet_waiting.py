"""psycopg waits by way of eventlet's loop, and for no longer than it is given."""

import socket
import time
import warnings
from types import SimpleNamespace

import psycopg
import pytest
from psycopg import waiting
from psycopg.waiting import Ready, Wait

from meeting_server import eventlet_waiting

with warnings.catch_warnings():
    warnings.filterwarnings("ignore", message="(?s).*Eventlet is deprecated")
    import eventlet


@pytest.fixture
def pair():
    here, there = socket.socketpair()
    yield here, there
    here.close()
    there.close()


def asks(*wanted):
    """A generator of psycopg's that waits for these, one after the other: what it was told."""
    told = []
    for one in wanted:
        told = [*told, (yield one)]
    return told


def test_psycopg_waits_with_what_it_is_given_to_use(monkeypatch, pair):
    monkeypatch.setattr(waiting, "wait", None)
    eventlet_waiting.use()
    line = SimpleNamespace(pgconn=SimpleNamespace(socket=pair[0].fileno()))
    assert psycopg.Connection.wait(line, asks(Wait.W)) == [Ready.W]


def test_what_is_ready_is_not_waited_for(pair):
    here, there = pair
    assert eventlet_waiting.wait(asks(Wait.W, Wait.RW), here.fileno()) == [Ready.W, Ready.W]
    there.send(b"x")
    assert eventlet_waiting.wait(asks(Wait.R, Wait.RW), here.fileno()) == [Ready.R, Ready.RW]


def test_the_end_of_the_other_side_is_found_out_by_reading(pair):
    here, there = pair
    there.close()
    assert eventlet_waiting.wait(asks(Wait.R), here.fileno()) == [Ready.R]


def test_others_go_on_while_somebody_waits(pair):
    here, there = pair
    waits = eventlet.spawn(eventlet_waiting.wait, asks(Wait.R), here.fileno())
    eventlet.sleep(0.05)
    assert not waits.dead
    there.send(b"x")
    assert waits.wait() == [Ready.R]


def test_no_answer_is_waited_for_for_ever(pair):
    began = time.monotonic()
    with pytest.raises(psycopg.OperationalError):
        eventlet_waiting.wait(asks(Wait.R), pair[0].fileno(), timeout=0.1)
    assert 0.1 <= time.monotonic() - began < 2
