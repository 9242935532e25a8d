"""An empty page that can import the browser's modules one by one, for tests of their own rules."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, Route

STATIC = Path(__file__).parents[3] / "meeting_server" / "static"
DESKS = Path(__file__).parents[3] / "facilitator_ui" / "static"
FAKE_SOCKET = Path(__file__).parent / "fake_socket.js"
HERE = "http://board.test"


@contextmanager
def bare(browser: Browser, **settings: Any) -> Iterator[Page]:
    """The page; the socket library is the test's."""
    context = browser.new_context(**settings)

    def answer(route: Route) -> None:
        path = route.request.url.removeprefix(HERE).lstrip("/")
        if path == "vendor/socket.io.js":
            route.fulfill(path=FAKE_SOCKET, content_type="text/javascript")
        elif path.endswith(".js"):
            at = DESKS if (DESKS / path).exists() else STATIC
            route.fulfill(path=at / path, content_type="text/javascript")
        else:
            route.fulfill(body="<!doctype html><title>x</title>", content_type="text/html")

    context.route(f"{HERE}/**", answer)
    found = context.new_page()
    found.goto(HERE)
    yield found
    context.close()


def run(page: Page, setup: str, story: str) -> Any:
    """What the story, told after its setup inside the page, comes to."""
    return page.evaluate(f"(async () => {{ {setup} {story} }})()")
