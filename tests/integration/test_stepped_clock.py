"""The server's clock is stepped by an hour, on and back, under load: nobody's line is dropped, order is by number, and no
stamp goes back in a stream."""

import time

import pytest
import sqlalchemy as sa

from meeting_server.storage.tables import events, streams
from tests.faults.history import faults, summary
from tests.faults.load import EVERYONE, history_of, load, result
from tests.people.fifteen import FIFTEEN, ROLES
from tests.people.on_the_wire import Wire
from tests.servers.served import House, make_rooms, opened
from tests.servers.served_on import ServedStepped

pytestmark = pytest.mark.thorough("tests/integration/test_one_commit.py")

HOUR, ROOMS, SECONDS, PACE = 3600, 3, 26, 0.4
STEPS = (HOUR, 0, -HOUR, 0, HOUR)
KEYS = [f"p{n}" for n in range(1, len(ROLES))]


def stamps(data_dir, meeting: str) -> dict[str, list[int]]:
    """The times in each stream of a meeting, by number."""
    found: dict[str, list[int]] = {}
    asked = (
        sa.select(streams.c.audience, events.c.time).join(streams, streams.c.id == events.c.stream)
        .where(events.c.meeting == meeting).order_by(events.c.stream, events.c.n)
    )  # fmt: skip
    with opened(data_dir) as live, live.database.reading() as connection:
        for stream, at in connection.execute(asked):
            found.setdefault(stream, []).append(at)
    return found


def never_back(times: list[int]) -> bool:
    """Whether they only go on."""
    return times == sorted(times)


@pytest.mark.timeout(150)
def test_an_hour_on_and_back_under_load_drops_nobody_and_turns_no_stamp_back(tmp_path, capsys):
    rooms = make_rooms(tmp_path, ROOMS, FIFTEEN)
    served = ServedStepped(tmp_path).start()
    house = House(served, rooms)
    wires: list[list[Wire]] = [house.gather(room, *KEYS) for room in rooms]
    before = [those[0].fresh()[EVERYONE]["n"] for those in wires]
    house.close()
    clients = [load(served, those, SECONDS, PACE) for those in wires]
    for step in STEPS:
        time.sleep(SECONDS / (len(STEPS) + 1))
        served.step(step)
    people = [result(client, SECONDS + 60) for client in clients]
    fresh = [those[0].connect().boards[EVERYONE] for those in wires]
    for those in wires:
        those[0].close()
    assert served.stop() == 0
    assert "Traceback" not in served.log
    opened_lines = [one["opened"] for those in people for one in those]
    for room, those, start, board in zip(rooms, people, before, fresh, strict=True):
        attendees = [room.attendees[key] for key in ("chair", *KEYS)]
        history = history_of(those, attendees, start, tmp_path, room.id, board)
        wrong = faults(history)
        told = summary(history, wrong)
        with capsys.disabled():
            print(f"\nclock stepped {len(STEPS)} times: {told}")
        assert wrong == []
        assert told["acked"] > 100
        times = stamps(tmp_path, room.id)
        assert all(never_back(one) for one in times.values())
        # It was really stepped, and one meeting saw more than an hour pass in half a minute.
        assert times[EVERYONE][-1] - times[EVERYONE][0] > HOUR * 1000
    with capsys.disabled():
        print(f"{sum(opened_lines) - len(opened_lines)} of {len(opened_lines)} lines were dropped")
    assert len(opened_lines) >= 40
    assert set(opened_lines) == {1}


def test_a_server_started_with_its_clock_an_hour_back_turns_no_stamp_back(tmp_path):
    (room,) = make_rooms(tmp_path, 1)
    served = ServedStepped(tmp_path).start()
    house = House(served, [room])
    chair, gran = house.gather(room, "gran")
    gran.add("Said before the clock was set back.")
    gran.close()
    chair.close()
    assert served.stop() == 0
    served.step(-HOUR)
    served.start()
    chair.connect()
    chair.add("Said an hour earlier, by the clock.")
    chair.close()
    assert served.stop() == 0
    times = stamps(tmp_path, room.id)
    assert len(times[EVERYONE]) > 5
    assert all(never_back(one) for one in times.values()), times[EVERYONE]
