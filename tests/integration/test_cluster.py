"""Two servers behind nginx: a meeting is kept together, and when one of them dies its people are on the other."""

import itertools
import signal
import socket
import threading
import time
from collections import Counter
from types import SimpleNamespace
from uuid import uuid4

import pytest
import requests

from meeting_server.storage.verify import verify
from tests.faults.history import faults, summary
from tests.faults.load import EVERYONE, history_of, load, result
from tests.people.fifteen import FIFTEEN
from tests.servers.clustered import comes_back, street
from tests.servers.served import opened

pytestmark = [pytest.mark.thorough("tests/integration/test_overtaken.py"), pytest.mark.timeout(120)]
BACK_SECONDS = 5.0
KEYS = [f"p{n}" for n in range(1, 9)]


@pytest.fixture
def two(tmp_path):
    """Two servers and three meetings."""
    with street(tmp_path, 3) as found:
        yield found


def all_come_back(wires):
    """Everybody whose line has ended opens it again, at the same time: the longest that anybody was away."""
    away = {}
    threads = [threading.Thread(target=lambda one=one: away.update({one: comes_back(one)})) for one in wires]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(away) == len(wires)
    return max(away.values())


def test_people_of_one_meeting_are_on_one_server_and_on_the_other_within_seconds_when_it_dies(two):
    house, cluster = two
    room = house.room()
    chair, worker, mum = house.gather(room, "worker", "mum")
    nurse = house.joins(room, "nurse", "polling")
    assert sorted(cluster.lines()) == [0, 4]
    home = cluster.home()
    worker.add("Said before.")
    id, item = str(uuid4()), str(uuid4())
    point = {"item": item, "column": "worries", "text": "Was this taken?"}
    first = mum.send("add_item", point, id)
    cluster.servers[home].kill()
    assert all_come_back([chair, worker, mum, nurse]) < BACK_SECONDS
    assert mum.send("add_item", point, id) == first
    items = sorted(mum.things("items").values(), key=lambda one: one["order"])
    assert [one["text"] for one in items] == ["Said before.", "Was this taken?"]
    cluster.servers[home].start()
    assert [count for n, count in enumerate(cluster.lines()) if n != home] == [4]
    worker.add("Said after.")
    for one in (chair, mum):
        one.until(lambda one=one: one.told("Said after."))


@pytest.mark.alone
def test_two_kills_under_load_lose_nothing_and_are_over_within_seconds(tmp_path, capsys):
    with street(tmp_path, 1, FIFTEEN) as (house, cluster):
        room = house.room()
        _, *wires = house.gather(room, *KEYS)
        before, home = wires[0].fresh()[EVERYONE]["n"], cluster.home()
        seats = [SimpleNamespace(seat=one.asked, cookie=one.cookie) for one in wires]
        house.close()
        client = load(cluster, seats, 60, 0.05)
        for n in (home, 1 - home):
            time.sleep(2)
            cluster.servers[n].kill()
            time.sleep(2)
            cluster.servers[n].start()
        time.sleep(2)
        client.send_signal(signal.SIGUSR1)
        people = result(client, 60)
        fresh = wires[0].connect().boards[EVERYONE]
    attendees = [room.attendees[key] for key in KEYS]
    history = history_of(people, attendees, before, tmp_path, room.id, fresh)
    wrong = faults(history)
    with opened(tmp_path) as live, live.database.reading() as connection:
        wrong += verify(connection, room.id).wrong
    longest = max(_longest_silence(one) for one in people)
    with capsys.disabled():
        print(f"\ntwo kills of two servers: {summary(history, wrong)}; nobody waited longer than {longest:.1f} s")
    assert wrong == []
    assert all(one["opened"] >= 3 for one in people)
    assert longest < BACK_SECONDS


def _longest_silence(person):
    """The longest time between two answers to one person, in seconds."""
    times = sorted(one["acked"] for one in person["sent"].values() if one["acked"])
    return max(after - before for before, after in itertools.pairwise(times))


def test_a_line_over_polling_stays_at_one_server_and_is_opened_anew_when_that_dies(two):
    house, cluster = two
    for _ in range(3):
        _, mum = house.gather(house.room(), "mum", transport="polling")
        for n in range(8):
            mum.add(f"Point {n}.")
        assert set(mum.line.answers) == {200}
    for server in cluster.servers:
        server.kill()
        assert comes_back(mum) < BACK_SECONDS if mum.closed.wait(2) else not mum.closed.is_set()
        assert mum.add("And on.")
        server.start()
    assert len([one for one in mum.things("items").values() if one["text"] == "And on."]) == 2


def test_every_server_serves_every_page_and_who_has_none_of_them_is_told_in_a_sentence(two):
    house, cluster = two
    chair = house.joins(house.room(), "chair")
    for url in [one.url for one in cluster.servers] + [cluster.url] * 6:
        page = chair.http.get(f"{url}{chair.page}")
        assert page.status_code == 200
        assert f'data-room="{chair.room}"' in page.text
        sheet = page.text.split('rel="stylesheet" href="')[1].split('"')[0]
        assert requests.get(f"{url}{sheet}", timeout=10).status_code == 200
    assert requests.get(f"{cluster.url}/metrics", timeout=10).status_code == 404
    for one in cluster.servers:
        one.kill()
    away = chair.http.get(f"{cluster.url}{chair.page}")
    assert away.status_code == 503
    assert "The board will be back in a moment." in away.text
    assert away.headers["Cache-Control"] == "no-store"
    assert "Server" not in away.headers or away.headers["Server"] == "nginx"


def _wrong_links(url, origin, count):
    """Tries so many wrong links, each time claiming another address: how often each refusal came."""
    tries = (
        requests.post(
            f"{url}/join",
            json={"token": "no-such-link"},
            headers={"Origin": origin, "X-Forwarded-For": f"10.1.2.{n}", "Forwarded": f"for=10.1.2.{n}"},
            timeout=10,
        )
        for n in range(count)
    )
    return Counter(one.json()["error"]["code"] for one in tries)


def test_nobody_becomes_somebody_else_by_claiming_another_address(two):
    _, cluster = two
    # Past nginx the servers would believe it: that is why nothing but nginx may reach them.
    assert _wrong_links(cluster.servers[0].url, cluster.url, 20) == {"no_link": 20}
    assert _wrong_links(cluster.url, cluster.url, 60)["too_many"] >= 20


def test_only_a_websocket_may_become_a_tunnel(two):
    _, cluster = two
    asked = requests.get(
        cluster.url, headers={"Upgrade": "h2c", "Connection": "Upgrade, HTTP2-Settings", "HTTP2-Settings": "AAMAAABkAAQAAP__"},
        timeout=10,
    )  # fmt: skip
    assert asked.status_code == 200
    host, port = cluster.url.removeprefix("http://").split(":")
    smuggled = b"GET / HTTP/1.1\r\nHost: x\r\nContent-Length: 6\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nG"
    with socket.create_connection((host, int(port)), timeout=10) as line:
        line.sendall(smuggled)
        assert line.recv(4096).startswith(b"HTTP/1.1 400 ")


def test_the_proxy_writes_down_nobody(two):
    house, cluster = two
    room = house.room()
    house.gather(room, "mum")
    cluster.servers[cluster.home()].kill()
    requests.get(f"{cluster.url}/board/{uuid4()}", timeout=10)
    written = "".join(one.read_text() for one in cluster.nginx.folder.rglob("*.log"))
    written += (cluster.nginx.folder / "log").read_text()
    assert "127.0.0.1" not in written
    assert "seat=" not in written
    assert not [
        one for one in cluster.nginx.folder.rglob("*") if one.parent.name in ("body", "proxy") and one.is_file()
    ]


def test_one_address_that_asks_without_end_is_told_to_wait_and_lines_go_on(two):
    house, cluster = two
    (chair, worker) = house.gather(house.room(), "worker")
    with requests.Session() as machine:
        answers = [machine.get(f"{cluster.url}/health/live", timeout=10) for _ in range(900)]
    told = {one.text for one in answers if one.status_code == 503}
    assert len(told) == 1
    assert "The board will be back in a moment" in told.pop()
    worker.add("Said meanwhile.")
    chair.until(lambda: chair.told("Said meanwhile."))
