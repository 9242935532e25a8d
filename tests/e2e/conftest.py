"""One Chromium for all browser stories, and the people who come to each of them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.e2e.pages.bare_page import bare
from tests.e2e.pages.guide_town import Town, built
from tests.e2e.pages.hall import Demo, Hall
from tests.servers.served import Served, demo_copied

FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip


@pytest.fixture(scope="session")
def browser(chromium_path: str) -> Iterator[Browser]:
    """A Chromium without a window."""
    expect.set_options(timeout=10_000)
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=chromium_path, args=FLAGS)
        yield found
        found.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """An empty page that can import our modules."""
    with bare(browser) as found:
        yield found


@pytest.fixture
def hall(browser: Browser) -> Iterator[Hall]:
    """Who comes to this test."""
    found = Hall(browser)
    yield found
    found.close()


@pytest.fixture
def town(tmp_path: Path) -> Iterator[Town]:
    """Where a page of the guide is walked; new each time, since a walk changes all it touches."""
    with built(tmp_path) as found:
        yield found


@pytest.fixture(scope="module")
def demo(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demo]:
    """The demo in the state the test asks for, served by a process of its own. Tests of one state stand together."""
    data_dir: Path = tmp_path_factory.mktemp(f"demo-{request.param}")
    made = demo_copied(data_dir, request.param)
    served = Served(data_dir).start()
    yield Demo(served, made)
    assert served.stop() == 0
    assert "Traceback" not in served.log
