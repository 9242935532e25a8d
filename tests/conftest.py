"""For all tests: a skipped test is a failing test when CI=true, and which Chromium the browser tests use."""

import os

import pytest

from tests.servers import stores
from tests.servers.served import House, Served, rooms_once
from tools import chromium

CI = os.environ.get("CI", "").lower() == "true"


def pytest_configure(config):
    """The one PostgreSQL of this run, before its workers begin."""
    if stores.ON_POSTGRESQL:
        os.environ["TEST_POSTGRES"] = stores.server()


def pytest_collection_modifyitems(config, items):
    """Browser stories first: they are the long ones, and one begun last would keep the other workers waiting."""
    if stores.ON_POSTGRESQL:
        config.hook.pytest_deselected(items=[one for one in items if one.get_closest_marker("sqlite")])
        items[:] = [one for one in items if not one.get_closest_marker("sqlite")]
    items.sort(key=lambda item: "e2e" not in item.path.parts)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport():
    report = yield
    return _a_skip_fails(report)


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report():
    report = yield
    return _a_skip_fails(report)


def _a_skip_fails(report):
    """What is skipped where it should have run has not been tested; an expected failure is not a skip."""
    if CI and report.skipped and not hasattr(report, "wasxfail"):
        where = report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longrepr
        report.outcome = "failed"
        report.longrepr = f"{where}\nWith CI=true a skipped test fails: bring what it needs, or remove it."
    return report


@pytest.fixture(scope="session")
def chromium_path() -> str:
    """The Chromium to give to Playwright's launch(executable_path=...)."""
    found = chromium.find()
    if found is None:
        pytest.skip(chromium.SENTENCE)
    return found


@pytest.fixture(scope="session")
def house_of_all_tests(request, tmp_path_factory):
    """One server for all tests that leave it as they found it: each takes a meeting of its own, a few take more."""
    data_dir = tmp_path_factory.mktemp("served")
    guests = sum("house" in getattr(one, "fixturenames", ()) for one in request.session.items)
    rooms = rooms_once(tmp_path_factory.getbasetemp(), data_dir, min(160, 4 * guests))
    served = Served(data_dir).start()
    yield House(served, rooms)
    assert served.stop() == 0
    assert "Traceback" not in served.log


@pytest.fixture
def house(house_of_all_tests):
    """The server and a fresh supply of meetings; whoever came hangs up afterwards."""
    yield house_of_all_tests
    house_of_all_tests.close()
