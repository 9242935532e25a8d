"""How a page loads: one script and two style sheets; few requests, few bytes; and its modules do the same alone."""

import re
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, Route

from meeting_server.http.bundles import modules_of, script
from tests.e2e.hall import Hall
from tests.e2e.people import PHONE, Person
from tests.served import House, house_at
from tests.wire import opens_the_door

REQUESTS, BYTES = 15, 200_000
TINY = {
    "vendor/htm.js": "var t=1;export default function(s){return s.join('-')}",
    "a.js": 'said.push("a");\nexport const one = 1;\nexport function two() {\n  return one + 1;\n}\n',
    "b.js": 'import { one as first, two } from "./a.js";\nsaid.push("b", first, two());\nexport class Three {\n  value = 3;\n}\n',
    "deep/c.js": 'import * as all from "../a.js";\nexport { Three as Other } from "../b.js";\nsaid.push(Object.keys(all).sort());\n',
}
TINY["main.js"] = (
    'import htm from "./vendor/htm.js";\nimport { Other } from "./deep/c.js";\nimport "./b.js";\n'
    "said.push(new Other().value, htm(['x', 'y']), (function () { return this; })() === undefined, `a\n  b`);\n"
)


class Loaded:
    """What a page has asked for since this began, and how many bytes of it came, as the network counted them."""

    def __init__(self, page: Page) -> None:
        self.paths: list[str] = []
        self.bytes = 0
        self.sizes: dict[str, int] = {}
        self._ids: dict[str, str] = {}
        line = page.context.new_cdp_session(page)
        line.send("Network.enable")
        line.send("Network.setCacheDisabled", {"cacheDisabled": False})
        line.on("Network.requestWillBeSent", self._asked)
        line.on("Network.loadingFinished", self._came)
        line.on("Network.webSocketFrameReceived", self._heard)

    def _asked(self, told: dict[str, Any]) -> None:
        path = re.sub(r"^https?://[^/]+", "", told["request"]["url"])
        if not path.startswith("data:"):
            self._ids[told["requestId"]] = path
            self.paths.append(path)

    def _heard(self, told: dict[str, Any]) -> None:
        self.bytes += len(told["response"]["payloadData"].encode())

    def _came(self, told: dict[str, Any]) -> None:
        if told["requestId"] in self._ids:
            self.bytes += int(told["encodedDataLength"])
            path = self._ids[told["requestId"]]
            self.sizes[path] = self.sizes.get(path, 0) + int(told["encodedDataLength"])


def test_a_page_made_of_one_file_runs_as_its_modules_do(browser: Browser) -> None:
    context = browser.new_context()
    files = {**TINY, "pages/page.js": script("page", modules_of("main.js", TINY))[0]}

    def answer(route: Route) -> None:
        name = route.request.url.removeprefix("http://tiny.test/")
        kind = "text/javascript" if name in files else "text/html"
        route.fulfill(body=files.get(name, "<!doctype html><title>x</title>"), content_type=kind)

    context.route("http://tiny.test/**", answer)
    said = []
    for file in ("main.js", "pages/page.js"):
        page = context.new_page()
        page.goto("http://tiny.test/")
        said.append(
            page.evaluate("async file => { window.said = []; await import('/' + file); return window.said; }", file)
        )
        page.close()
    assert said[0] == said[1]
    assert said[0] == ["a", "b", 1, 2, ["one", "two"], 3, "x-y", True, "a\n  b"]
    context.close()


def first_load(hall: Hall, house: House) -> tuple[Person, Loaded]:
    """A parent's phone that was let in meanwhile and has nothing of this release yet."""
    room = house.room()
    chair, _ = house.gather(room, "worker")
    mum = hall.guest(house, room, "mum", size=PHONE)
    mum.arrives().waits()
    opens_the_door(chair, mum.full_name)
    mum.is_in()
    address = mum.page.url
    mum.page.goto("about:blank")
    mum.context.new_cdp_session(mum.page).send("Network.clearBrowserCache")
    loaded = Loaded(mum.page)
    mum.page.goto(address)
    mum.is_in()
    mum.page.wait_for_load_state("networkidle")
    return mum, loaded


def test_the_first_load_of_the_board_is_few_requests_and_few_bytes(hall: Hall, house: House) -> None:
    _, loaded = first_load(hall, house)
    assert len(loaded.paths) <= REQUESTS, loaded.paths
    assert loaded.bytes < BYTES, loaded.sizes
    assert sum(path.endswith(".js") for path in loaded.paths) == 1, loaded.paths
    assert sum(path.endswith(".css") for path in loaded.paths) == 2, loaded.paths


def test_with_separate_scripts_a_page_runs_from_its_modules(hall: Hall, tmp_path: Path) -> None:
    with house_at(tmp_path, 1, SEPARATE_SCRIPTS="1") as house:
        mum, loaded = first_load(hall, house)
        assert any(path.endswith("/board/store.js") for path in loaded.paths)
        assert not any("/pages/" in path and path.endswith(".js") for path in loaded.paths)
        mum.adds("She said it from many files.")
        assert mum.dump()
        hall.goes()
