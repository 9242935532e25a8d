"""The disk takes a second longer for every commit: nobody is told "saved" before, and whoever only reads waits for nothing."""

import subprocess
import threading
import time
from pathlib import Path

import pytest
import requests

from tests.servers.served import house_at
from tools.services import program

pytestmark = [pytest.mark.alone, pytest.mark.sqlite]
SOURCE = Path(__file__).parents[1] / "faults" / "slow_disk.c"
SLOW_SECONDS, HELD_UP_SECONDS = 1.0, 0.3


@pytest.fixture
def house(tmp_path):
    library = tmp_path / "slow_disk.so"
    subprocess.run([program("gcc"), "-shared", "-fPIC", "-o", library, SOURCE], check=True)
    slow_ms = str(int(1000 * SLOW_SECONDS))
    with house_at(tmp_path / "data", 1, LD_PRELOAD=str(library), SLOW_MS=slow_ms) as made:
        yield made


def test_a_slow_disk_holds_up_nobody_but_who_waits_to_be_told_that_it_is_saved(house, capsys):
    (chair,) = house.gather(house.room())
    took, waited = [], []

    def adds():
        for n in range(4):
            asked = time.monotonic()
            chair.add(f"Point {n}.")
            took.append(time.monotonic() - asked)

    adding = threading.Thread(target=adds)
    adding.start()
    while adding.is_alive():
        for path in ("/health/live", "/join"):
            asked = time.monotonic()
            assert requests.get(house.url + path, timeout=10).status_code == 200
            waited.append(time.monotonic() - asked)
        time.sleep(0.05)
    with capsys.disabled():
        print(f"\na disk that takes {SLOW_SECONDS:.0f} s: saved after {min(took):.1f} to {max(took):.1f} s, "
              f"pages after {max(waited):.2f} s at most, of {len(waited)}")  # fmt: skip
    assert len(took) == 4
    assert min(took) >= SLOW_SECONDS
    assert max(waited) < HELD_UP_SECONDS
