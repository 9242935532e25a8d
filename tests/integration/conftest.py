"""What tests of several files begin with."""

import pytest

from tests.scenes.every_command import CANARY
from tests.scenes.staff_pages import NAMES, OTHER
from tests.scenes.staffroom import EMAIL, PASSWORD, Staff, make_account
from tests.scenes.table import Table
from tests.servers.served import House, Served, make_rooms


@pytest.fixture
def table(tmp_path):
    made = Table(tmp_path)
    yield made
    made.close()


@pytest.fixture(scope="module")
def unlimited(tmp_path_factory):
    """A server whose limits are lifted by its own settings: thousands of bad commands fit into a minute."""
    data_dir = tmp_path_factory.mktemp("malformed")
    rooms = make_rooms(data_dir, 20)
    names = list(rooms[0].names.values())
    served = Served(data_dir, RATE_PER_SECOND="100000", RATE_BURST="100000").start()
    house = House(served, rooms)
    yield house
    assert served.stop() == 0
    assert CANARY not in served.log
    assert "Traceback" not in served.log
    for name in names:
        assert name not in served.log


@pytest.fixture
def crowd(unlimited):
    """The server without a limit; whoever came hangs up afterwards."""
    yield unlimited
    unlimited.close()


@pytest.fixture(scope="module")
def council(tmp_path_factory):
    """A server with two accounts and a meeting that neither made."""
    data_dir = tmp_path_factory.mktemp("council")
    make_account(data_dir)
    make_account(data_dir, "Bel Otherside", OTHER, PASSWORD)
    served = Served(data_dir)
    served.rooms = make_rooms(data_dir, 1)
    served.start()
    yield served
    assert served.stop() == 0
    assert "Traceback" not in served.log, served.log
    for word in (*NAMES, PASSWORD, EMAIL, "FAM 20741"):
        assert word not in served.log


@pytest.fixture(scope="module")
def both(council):
    """The two of them, signed in once for all tests: each sign-in costs a tenth of a second and a try."""
    asha, bel = Staff(council.url), Staff(council.url)
    asha.sign_in()
    bel.sign_in(OTHER)
    return asha, bel


@pytest.fixture
def asha(both):
    return both[0]


@pytest.fixture
def bel(both):
    return both[1]
