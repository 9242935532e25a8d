"""What a served process logs while things go wrong: that they did and where, and no word of anybody; in both modes."""

import json
import sqlite3
import time
from contextlib import closing
from uuid import uuid4

import pytest
import requests

from tests.servers.served import PEOPLE, House, Served, make_rooms

# It is broken by whoever has its file.
pytestmark = [pytest.mark.thorough("tests/unit/test_logs.py"), pytest.mark.sqlite]
CANARY = "server-log-canary"
FIELDS = {"time", "level", "process", "where", "event", "at", "code", "count", "error", "ms"}


@pytest.fixture(params=["eventlet", "threading"])
def troubled(request, tmp_path):
    """A server for tests that break things in it, with one meeting."""
    served = Served(tmp_path, quick=False, ASYNC_MODE=request.param)
    house = House(served, make_rooms(tmp_path, 1))
    served.start()
    house.url = served.url
    yield house
    house.close()
    served.stop()


def database(house):
    """The database of a running server, to break it."""
    file = house.data_dir / "common-ground.sqlite3"
    return closing(sqlite3.connect(file, isolation_level=None, timeout=5))


def events(house):
    """Every line of the log: all that is printed but what a person is told at the start."""
    printed = [one for one in house.served.log.splitlines() if not one.startswith("Serving ")]
    found = [json.loads(one) for one in printed]
    assert all(set(one) <= FIELDS for one in found)
    return found


def logged(house, event, seconds=10.0):
    """The first line about this event, waited for."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        found = [one for one in events(house) if one["event"] == event]
        if found:
            return found[0]
        time.sleep(0.05)
    raise AssertionError(f"nothing was logged of {event!r}:\n{house.served.log}")


def holds_no_word(house, room, *more):
    """No name, no id, no secret and nothing that was said stands in the log."""
    names = [name for person in PEOPLE for name in person.name.split() if name not in ("not", "here")]
    for word in (
        CANARY,
        room.id,
        *names,
        *room.people.values(),
        *room.attendees.values(),
        *room.tokens.values(),
        *more,
    ):
        assert word not in house.served.log, word
    assert "Traceback" not in house.served.log


def test_nonsense_from_a_browser_is_logged_by_its_kind(troubled):
    room = troubled.room()
    chair, worker = troubled.gather(room, "worker")
    worker.add(f"{CANARY} is a point.")
    assert worker.raw_ask(f'["command",{{"id":"{CANARY}","{CANARY}":1.5}}]')["error"]["code"] == "malformed"
    worker.line.send(f'42["{CANARY}",{{}}]')
    worker.send(CANARY, {CANARY: CANARY}, id=CANARY)
    worker.get(f"/board/{CANARY}?{CANARY}={CANARY}")
    requests.post(f"{troubled.url}/join", data=CANARY, headers={"Content-Type": "application/json"}, timeout=10)
    refused = logged(troubled, "A malformed packet was refused")
    assert (refused["level"], refused["where"], refused["code"]) == ("warning", "sockets.door", "not_a_whole_number")
    assert troubled.served.stop() == 0
    assert [one["event"] for one in events(troubled) if one["where"] == "command_line"] == [
        "The server has started.",
        "The server has stopped.",
    ]
    holds_no_word(troubled, room, chair.seat, worker.seat)


def test_a_commit_that_fails_is_logged_by_its_kind_and_the_words_in_it_are_not(troubled):
    room = troubled.room()
    chair, worker = troubled.gather(room, "worker")
    with database(troubled) as broken:
        broken.execute("BEGIN IMMEDIATE")
        point = {"item": str(uuid4()), "column": "worries", "text": f"{CANARY} is a point."}
        assert worker.refused("add_item", **point) == "not_saved"
        assert logged(troubled, "A commit failed")["error"] == "OperationalError"
        assert logged(troubled, "Nothing can be saved")["where"] == "services.health"
        broken.execute("ROLLBACK")
    logged(troubled, "Saving works again.")
    worker.ok("add_item", **point)
    holds_no_word(troubled, room, point["item"], chair.seat, worker.seat)


def test_a_page_and_what_runs_beside_it_fail_with_their_place_in_the_log_and_nothing_else(troubled):
    room = troubled.room()
    (chair,) = troubled.gather(room)
    with database(troubled) as broken:
        broken.execute(f"CREATE TRIGGER no BEFORE INSERT ON read_log BEGIN SELECT RAISE(ABORT, '{CANARY}'); END")
    assert chair.get(f"/board/{chair.seat}/record").status_code == 500
    page = logged(troubled, "A page failed")
    assert page["at"].startswith("IntegrityError at ")
    assert " > seats.py:" in page["at"]
    # A snapshot is noted as read by a task of its own, for which nobody waits.
    chair.fresh()
    beside = logged(troubled, "Something failed that nobody waited for")
    assert beside["at"].startswith("IntegrityError at ")
    holds_no_word(troubled, room, chair.seat)
