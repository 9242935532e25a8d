"""The disk quota is reached under load: nobody is told "saved" who is not, boards can still be read, the watcher is told,
and once there is room everything goes on by itself.

The quota is the limit on the size of this one process's files, which the system holds it to as it would to any other.
"""

import resource
import signal
import time
from uuid import uuid4

import pytest
import requests

from tests.faults.history import faults, summary
from tests.faults.load import EVERYONE, history_of, load, result
from tests.people.fifteen import FIFTEEN
from tests.people.on_the_wire import Wire
from tests.servers.served import House, Served, make_rooms

pytestmark = [pytest.mark.thorough("tests/integration/test_one_commit.py"), pytest.mark.sqlite]
PEOPLE, PACE = ("p1", "p2", "p3", "p4", "p5"), 0.1
ROOM_LEFT = 30_000


@pytest.fixture
def full(tmp_path):
    """A served meeting with six people in it, and the server's process."""
    (room,) = make_rooms(tmp_path, 1, FIFTEEN)
    served = Served(tmp_path, LEAST_FREE_MB="0").start()
    house = House(served, [room])
    wires = house.gather(room, *PEOPLE)
    yield served, room, wires
    house.close()
    if served.process and served.process.poll() is None:
        assert served.stop() == 0
    assert "Traceback" not in served.log
    assert "Person 0" not in served.log


def allow(served: Served, size: int) -> None:
    """The server may write files up to so many bytes."""
    _, most = resource.prlimit(served.process.pid, resource.RLIMIT_FSIZE)
    resource.prlimit(served.process.pid, resource.RLIMIT_FSIZE, (size, most))


def fill(served: Served) -> None:
    """There is room for a few commands more, whatever file they come into."""
    sizes = [one.stat().st_size for one in served.data_dir.glob("*.sqlite3*")]
    allow(served, max(sizes) + ROOM_LEFT)


def ready(served: Served) -> tuple[int, list[str]]:
    """What the watcher is told."""
    answer = requests.get(f"{served.url}/health/ready", timeout=5)
    return answer.status_code, answer.json()["troubles"]


def until_ready(served: Served, right: tuple[int, list[str]], seconds: float) -> float:
    """How long it takes until the watcher is told this."""
    began = time.monotonic()
    while (told := ready(served)) != right:
        assert time.monotonic() - began < seconds, told
        time.sleep(0.1)
    return time.monotonic() - began


@pytest.mark.timeout(120)
def test_a_full_disk_tells_nobody_saved_and_goes_on_by_itself_when_there_is_room(full, capsys):
    served, room, wires = full
    before = wires[0].fresh()[EVERYONE]["n"]
    for wire in wires[1:]:
        wire._let_go()
    client = load(served, wires[1:], 60, PACE)
    time.sleep(2)
    fill(served)
    noticed = until_ready(served, (503, ["no_commit"]), 20)
    # The chair, who was in all the time: read, reconnect, and ask for what can not be written down.
    chair: Wire = wires[0]
    at = chair.fresh()[EVERYONE]["n"]
    assert chair.refused("add_item", item=str(uuid4()), column="worries", text="Said while it is full.") == "not_saved"
    assert chair.connect().boards[EVERYONE]["n"] == at
    assert chair.get(chair.page.removeprefix(served.url)).status_code == 200
    assert requests.get(f"{served.url}/health/live", timeout=5).status_code == 200
    allow(served, resource.RLIM_INFINITY)
    again = until_ready(served, (200, []), 10)
    chair.until(lambda: chair.boards[EVERYONE]["n"] > at + 20)
    client.send_signal(signal.SIGUSR1)
    people = result(client, 60)
    fresh = chair.fresh()[EVERYONE]
    for wire in wires:
        wire.close()
    assert served.stop() == 0
    history = history_of(people, [room.attendees[key] for key in PEOPLE], before, served.data_dir, room.id, fresh)
    wrong, unsaved = faults(history), sum(one["unsaved"] for one in people)
    told = summary(history, wrong)
    with capsys.disabled():
        print(f"\ndisk full: {told}, {unsaved} answers that it was not saved; told the watcher after {noticed:.1f} s, "
              f"well again {again:.1f} s after there was room")  # fmt: skip
    assert wrong == []
    assert unsaved > 5
    assert all(one["opened"] == 1 for one in people)
    assert "Nothing can be saved" in served.log
    assert "Saving works again." in served.log
