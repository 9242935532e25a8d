"""Networks that refuse websockets or swallow them, a lift of four minutes, a reload without a network."""

import re
import time
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Error, WebSocket, WebSocketRoute, expect

from tests.e2e.pages.hall import Hall, gathered, let_in
from tests.e2e.pages.people import PHONE, Person
from tests.faults.faulty_proxy import Fault, FaultyProxy, websocket_dies_young, websocket_swallowed
from tests.people.on_the_wire import Wire, opens_the_door
from tests.servers.served import House, Room, free_port, house_at
from tools.services import Nginx

pytestmark = pytest.mark.thorough("tests/integration/test_trying_a_websocket.py")

FIRST, SECOND, THIRD = "First, in the lift.", "Second, in the lift.", "Third, in the lift."
NOTICED_SECONDS = 10
REFUSALS = {
    "answers 403": "if ($http_upgrade) { return 403; }",
    # As every proxy does that has not been told of websockets; the server answers 400.
    "drops the word Upgrade": "",
}
_NGINX = """
worker_processes 1; pid nginx.pid; error_log error.log crit;
events { worker_connections 256; }
http {
    access_log off;
    client_body_temp_path body; proxy_temp_path proxy; fastcgi_temp_path f; uwsgi_temp_path u; scgi_temp_path s;
    server { listen 127.0.0.1:PORT;
        location / { REFUSAL proxy_pass http://127.0.0.1:TARGET; proxy_set_header Host $http_host; proxy_buffering off; }
    }
}
"""


class Straight(House):
    """A house whose people without browsers go straight to the server, past whatever stands before it."""

    def joins(self, room: Room, key: str, transport: str = "websocket", **more: Any) -> Wire:
        """Somebody opens their link; they are connected, and perhaps wait."""
        straight = f"http://127.0.0.1:{self.served.settings['PORT']}"
        wire = Wire(straight, room.link(straight, key), room.names[key], transport, origin=self.url, **more)
        self._open.append(wire)
        return wire.connect()


def served_at(data_dir: Path, port: str, url: str) -> AbstractContextManager[House]:
    """A server that people reach at another address than its own."""
    return house_at(data_dir, 1, Straight, PORT=port, PUBLIC_URL=url)


def comes_in(house: House, hall: Hall, within: float = NOTICED_SECONDS) -> tuple[Person, Wire, list[WebSocket]]:
    """Mum at a browser whose network spoils websockets, a worker who reads what she writes, and the websockets she
    tries."""
    room, chair, [worker] = gathered(house, "worker")
    mum = hall.guest(house, room, "mum", size=PHONE)
    mum.network_is_gone = True
    tried: list[WebSocket] = []

    def tries(line: WebSocket) -> None:
        tried.append(line)

    mum.page.on("websocket", tries)
    mum.arrives()
    began = time.monotonic()
    opens_the_door(chair, mum.full_name)
    expect(mum.page.locator(".screen")).to_be_visible(timeout=within * 1000)
    mum.is_in()
    both_ways(mum, worker, "At the beginning.")
    assert time.monotonic() - began < within
    return mum, worker, tried


def both_ways(mum: Person, worker: Wire, text: str) -> None:
    """What she says is read, and what is said is read by her."""
    mum.adds(f"{text} Mine.")
    worker.until(lambda: worker.told(f"{text} Mine."))
    worker.add(f"{text} Theirs.")
    mum.sees(f"{text} Theirs.")


@pytest.mark.parametrize("how", REFUSALS)
def test_a_network_that_refuses_websockets_is_worked_with_by_polling(tmp_path: Path, hall: Hall, how: str) -> None:
    port = free_port()

    def configuration(own: int, _: Path) -> str:
        return _NGINX.replace("PORT", str(own)).replace("REFUSAL", REFUSALS[how]).replace("TARGET", port)

    with Nginx(configuration) as proxy, served_at(tmp_path, port, f"http://127.0.0.1:{proxy.port}") as house:
        mum, worker, tried = comes_in(house, hall)
        assert tried
        assert not mum.frames, "a websocket got through"
        mum.page.wait_for_timeout(6000)
        both_ways(mum, worker, "Later.")
        assert len(tried) == 1, "it does not try again and again"
        mum.is_up_to_date()
        hall.close()


SWALLOWED = {
    "all that goes up": (Fault(up=websocket_swallowed), NOTICED_SECONDS),
    # The websocket has answered once. That nothing more comes shows when the server's ping is missed.
    "all but the first word that comes down": (Fault(down=websocket_dies_young), 16),
}


@pytest.mark.parametrize("what", SWALLOWED)
def test_a_network_that_swallows_websockets_is_noticed_within_seconds(tmp_path: Path, hall: Hall, what: str) -> None:
    port = free_port()
    fault, within = SWALLOWED[what]
    proxy = FaultyProxy(f"http://127.0.0.1:{port}", fault)
    proxy.begin()
    with served_at(tmp_path, port, proxy.url) as house:
        mum, worker, tried = comes_in(house, hall, within)
        assert proxy.done["swallowed"]
        assert len(tried) == 1
        # The next line does not try it once more.
        with mum.without_network():
            mum.page.wait_for_timeout(1000)
        mum.network_is_gone = True
        both_ways(mum, worker, "After a lift.")
        assert len(tried) == 1
        hall.close()
    proxy.close()


def test_a_proxy_that_takes_websockets_itself_and_passes_nothing_changes_nothing(house: House, hall: Hall) -> None:
    room, chair, [worker] = gathered(house, "worker")
    mum = hall.guest(house, room, "mum", size=PHONE)
    taken: list[WebSocketRoute] = []

    def takes(line: WebSocketRoute) -> None:
        taken.append(line)

    mum.page.route_web_socket(re.compile(".*"), takes)
    mum.arrives()
    let_in(chair, mum)
    both_ways(mum, worker, "At the beginning.")
    mum.page.wait_for_timeout(7000)
    both_ways(mum, worker, "Later.")
    assert len(taken) == 1


def test_a_reload_without_a_network_loses_nothing_that_was_written(house: House, hall: Hall) -> None:
    room, chair, [worker] = gathered(house, "worker")
    mum = hall.guest(house, room, "mum", size=PHONE).arrives()
    let_in(chair, mum)
    mum.network_is_gone = True
    mum.page.on("dialog", lambda asks: asks.accept())
    mum.context.set_offline(True)
    for text in (FIRST, SECOND):
        mum.writes(text)
        expect(mum.point(text)).to_contain_text("Only you can see this")
    mum.box.locator("#composer-text").fill(THIRD)
    mum.page.wait_for_timeout(600)
    with pytest.raises(Error, match="ERR_INTERNET_DISCONNECTED"):
        mum.page.reload()
    mum.page.wait_for_timeout(1000)
    expect(mum.page.get_by_text(FIRST)).to_have_count(0)
    assert not worker.told(FIRST)
    mum.context.set_offline(False)
    mum.page.reload()
    mum.is_in()
    for text in (FIRST, SECOND):
        expect(mum.point(text)).to_have_count(1)
        expect(mum.point(text)).not_to_contain_text("Only you can see this", timeout=30_000)
    expect(mum.box.locator("#composer-text")).to_have_value(THIRD)
    mum.box.get_by_role("button", name="Add", exact=True).click()
    worker.until(lambda: len(worker.things("items")) == 4)
    said = sorted(worker.things("items").values(), key=lambda item: item["order"])
    assert [item["text"] for item in said][-3:] == [FIRST, SECOND, THIRD]
