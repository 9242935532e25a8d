"""Redis or PostgreSQL is stopped, hangs, is read-only or is another one, under load of two servers: nothing acknowledged is
lost, nobody is told "saved" who is not, screens and removals keep their time, and everything goes on by itself."""

import signal
import socket
import time
from contextlib import closing, suppress
from html import unescape
from uuid import uuid4

import pytest
import requests

from tests.faults.history import faults, summary
from tests.faults.load import EVERYONE, history_of, load, result
from tests.people.on_the_wire import LineEnded, let_in
from tests.servers.served import opened
from tests.servers.several import cluster
from tools.services import Postgres, Redis

pytestmark = [pytest.mark.alone, pytest.mark.timeout(180)]
PEOPLE, GUESTS, PACE = ("p1", "p2", "p3", "p4", "p10", "p11", "p12", "p13"), ("p5", "p6", "p7", "p8", "p9"), 0.1
BEHIND_SECONDS, HEARD_SECONDS = 2, 0.3
HANG_SECONDS, ANSWERED_SECONDS = 20, 12
QUICK_DISK = ["fsync=off"]
CALM = "The board can't be opened just now."


@pytest.fixture(scope="module")
def redis():
    with Redis() as found:
        yield found


@pytest.fixture
def postgres():
    """One for each test. A disk that stands still for seconds, as that of a shared machine does, is another fault."""
    with Postgres(QUICK_DISK) as found:
        yield found


class Busy:
    """Two servers: eight people write in one meeting without a pause, four at each; in another one is measured, by a chair at
    the first server and somebody at the second."""

    def __init__(self, both):
        self.both = both
        self.written, self.measured = both.rooms
        chair, *self.people = both.houses[0].gather(self.written, *PEOPLE)
        self.before = chair.fresh()[EVERYONE]["n"]
        both.hang_up()
        self.chair, *_ = both.houses[0].gather(self.measured)
        self.guests = {}
        self.there = self.comes("p1")
        self.client = load(both.servers[0], self.people, 150, PACE, also=both.servers[1:])

    def __enter__(self):
        time.sleep(1)
        return self

    def __exit__(self, *_):
        """Whatever became of the test: its people leave no process behind for the next one."""
        self.client.kill()
        self.client.communicate()

    def comes(self, key):
        """Somebody comes in at the second server."""
        wire = self.guests[key] = self.both.houses[1].joins(self.measured, key)
        let_in(self.chair, wire)
        return wire

    def goes(self, key):
        """The chair removes them at the first: the seconds until they are out at the second, with nothing said after."""
        wire, asked = self.guests[key], time.monotonic()
        out = self.chair.ok("remove_attendee", attendee=self.measured.attendees[key])
        wire.until(lambda: wire.goodbye, 10)
        assert wire.goodbye == "removed"
        assert wire.boards[EVERYONE]["n"] < out["n"]
        return time.monotonic() - asked

    def behind(self):
        """The seconds until what is said at the first server is on screens at the second."""
        item, asked = self.chair.add("How long does this take?"), time.monotonic()
        self.there.until(lambda: item in self.there.things("items"), 10)
        return time.monotonic() - asked

    def both_say(self, words):
        """Whether both servers have logged this."""
        return all(words in one.log for one in self.both.servers)

    def until_heard(self, seconds):
        """Waits until the bell is heard again: a screen that looks once a second would be late sooner or later."""
        until, in_a_row = time.monotonic() + seconds, 0
        while in_a_row < 6:
            in_a_row = in_a_row + 1 if self.behind() < HEARD_SECONDS else 0
            assert time.monotonic() < until
            time.sleep(0.13)

    def until_taken(self, seconds):
        """The seconds until the chair's point is taken, asked again under one id as a browser does."""
        began, id = time.monotonic(), str(uuid4())
        data = {"item": str(uuid4()), "column": "worries", "text": "Is it saved by now?"}
        while True:
            with suppress(LineEnded, AssertionError, OSError):
                if self.chair.closed.is_set():
                    self.chair.connect()
                if self.chair.send("add_item", data, id)["ok"]:
                    return time.monotonic() - began
            assert time.monotonic() - began < seconds
            time.sleep(0.1)

    def end(self, capsys, says):
        """Nobody writes any more, two seconds from now: what each person did, with nothing wrong in any of it."""
        time.sleep(2)
        self.client.send_signal(signal.SIGUSR1)
        people = result(self.client, 60)
        lines = [self.both.at(self.people[0], server) for server in range(2)]
        fresh = [one.boards[EVERYONE] for one in lines]
        assert fresh[0] == fresh[1]
        attendees = [self.written.attendees[key] for key in PEOPLE]
        folder = self.both.servers[0].data_dir
        history = history_of(people, attendees, self.before, folder, self.written.id, fresh[0])
        wrong = faults(history)
        told, unsaved = summary(history, wrong), sum(one["unsaved"] for one in people)
        with capsys.disabled():
            print(f"\n{says}: {told}, {unsaved} answers that it was not saved")
        assert wrong == []
        assert told["acked"] > 100
        assert all(sent["n"] is not None for one in people for sent in one["sent"].values())
        return people


def ready(server):
    """What a watcher is told."""
    answer = requests.get(f"{server.url}/health/ready", timeout=5)
    return answer.status_code, answer.json()["troubles"]


def until(true, seconds):
    """The seconds until something is so."""
    began = time.monotonic()
    while not true():
        assert time.monotonic() - began < seconds
        time.sleep(0.1)
    return time.monotonic() - began


@pytest.fixture
def busy(postgres, redis, tmp_path):
    with cluster(tmp_path, rooms=2, postgres=postgres, redis=redis) as both, Busy(both.start()) as found:
        yield found


def test_redis_is_stopped_again_and_again(busy, redis, capsys):
    behind, out = [], []
    for key in GUESTS:
        busy.comes(key)
        redis.stop()
        until_down = time.monotonic() + 3
        while time.monotonic() < until_down:
            behind.append(busy.behind())
            time.sleep(0.17)
        out.append(busy.goes(key))
        redis.start()
        behind.append(busy.behind())
    busy.until_heard(20)
    busy.end(
        capsys,
        f"redis stopped {len(GUESTS)} times: screens behind {max(behind):.2f} s at most, out after {max(out):.2f} s",
    )
    assert max(behind) < BEHIND_SECONDS
    assert max(out) < BEHIND_SECONDS
    assert busy.both_say("The doorbell is silent")


def test_redis_hangs(busy, redis, capsys):
    busy.comes("p5")
    busy.comes("p6")
    redis.signal(signal.SIGSTOP)
    try:
        behind, hangs = [], time.monotonic() + 13
        out = [busy.goes("p5")]
        while time.monotonic() < hangs:
            behind.append(busy.behind())
            time.sleep(0.17)
        out.append(busy.goes("p6"))
        # A bell that hangs is noticed.
        until(lambda: busy.both_say("The doorbell is silent"), 5)
    finally:
        redis.signal(signal.SIGCONT)
    busy.until_heard(20)
    busy.end(capsys, f"redis hangs: screens behind {max(behind):.2f} s at most, out after {max(out):.2f} s")
    assert max(behind) < BEHIND_SECONDS
    assert max(out) < BEHIND_SECONDS


def say(redis, words):
    """Says something to Redis as an administrator: its answer."""
    with closing(socket.create_connection(("127.0.0.1", redis.port), timeout=5)) as line:
        line.sendall(words.encode() + b"\r\n")
        return line.recv(100).decode()


def test_redis_is_emptied_and_drops_everybody(busy, redis, capsys):
    behind = []
    for kind in ("pubsub", "normal", "pubsub"):
        busy.until_heard(10)
        assert say(redis, "FLUSHALL") == "+OK\r\n"
        dropped = say(redis, f"CLIENT KILL TYPE {kind}")
        assert int(dropped.strip(":\r\n")) >= 2, "both servers had a line"
        behind += [busy.behind() for _ in range(8)]
    busy.until_heard(10)
    # Each says so when its own ring, of every five seconds, has come back.
    until(lambda: busy.both_say("The doorbell is heard again"), 10)
    busy.end(capsys, f"redis dropped everybody: screens behind {max(behind):.2f} s at most")
    assert max(behind) < BEHIND_SECONDS


def pages_say_so_calmly(busy):
    """What each kind of page and line answers while nothing can be read: 503 in the product's own words."""
    for server in busy.both.servers:
        http = busy.chair.http
        for path in (busy.chair.page.removeprefix(busy.chair.url), "/sign-in", "/meetings"):
            page = http.get(server.url + path, timeout=15, cookies={"staff": "nobody's"})
            assert page.status_code == 503, path
            assert CALM in unescape(page.text), path
        for path in ("/join", "/join/look"):
            token = next(iter(busy.measured.tokens.values()))
            said = http.post(server.url + path, json={"token": token}, headers={"Origin": server.url}, timeout=15)
            assert (said.status_code, said.json()["error"]["code"]) == (503, "not_now")
        polling = f"{server.url}/socket.io/?EIO=4&transport=polling&seat={busy.chair.seat}"
        assert (
            requests.get(polling, headers={"X-Board": "1", "Cookie": busy.chair.cookie}, timeout=15).status_code == 503
        )
        assert requests.get(f"{server.url}/health/live", timeout=5).status_code == 200
        assert requests.get(f"{server.url}/join", timeout=5).status_code == 200


def test_postgresql_is_stopped_and_started(busy, postgres, capsys):
    took = []
    for seconds in (3, 8):
        # The answer to what was said last may be here before the patch of it is.
        at = busy.chair.fresh()[EVERYONE]["n"]
        postgres.stop()
        stopped = time.monotonic()
        refused = busy.chair.send("add_item", {"item": str(uuid4()), "column": "worries", "text": "Is this saved?"})
        assert (refused["ok"], refused["error"]["code"]) == (False, "not_saved")
        pages_say_so_calmly(busy)
        if seconds > 5:
            for server in busy.both.servers:
                until(lambda server=server: ready(server) == (503, ["no_commit"]), 10)
        time.sleep(max(0, stopped + seconds - time.monotonic()))
        assert busy.chair.boards[EVERYONE]["n"] == at
        postgres.start()
        took.append(busy.until_taken(10))
    for server in busy.both.servers:
        until(lambda server=server: ready(server) == (200, []), 10)
    assert busy.behind() < BEHIND_SECONDS
    busy.end(capsys, f"postgresql stopped twice: the first point is taken {max(took):.1f} s after it was back at most")
    assert max(took) < 5
    for server in busy.both.servers:
        assert 0 < server.log.count("Nothing can be saved") <= 2
        assert 0 < server.log.count("Saving works again") <= 2
        assert "Looking for what others wrote works again" in server.log


def test_postgresql_hangs(busy, postgres, capsys):
    at = busy.chair.fresh()[EVERYONE]["n"]
    data = {"item": str(uuid4()), "column": "worries", "text": "Is this saved?"}
    postgres.hang()
    try:
        hung = time.monotonic()
        refused = busy.chair.ask("command", {"id": str(uuid4()), "name": "add_item", "data": data}, HANG_SECONDS)
        answered = time.monotonic() - hung
        assert refused["error"]["code"] == "not_saved"
        for server in busy.both.servers:
            assert requests.get(f"{server.url}/health/live", timeout=1).status_code == 200
            until(lambda server=server: ready(server) == (503, ["no_commit"]), 10)
        page = busy.chair.http.get(busy.chair.url + busy.chair.page.removeprefix(busy.chair.url), timeout=HANG_SECONDS)
        assert (page.status_code, CALM in unescape(page.text)) == (503, True)
        time.sleep(max(0, hung + HANG_SECONDS - time.monotonic()))
    finally:
        postgres.go_on()
    took = busy.until_taken(20)
    for server in busy.both.servers:
        until(lambda server=server: ready(server) == (200, []), 10)
    # What it was given before it hung it may have done afterwards: the answer was that nobody knows.
    assert busy.chair.fresh()[EVERYONE]["n"] in (at + 1, at + 2)
    assert busy.behind() < BEHIND_SECONDS
    busy.end(
        capsys,
        f"postgresql hangs: answered after {answered:.1f} s, the first point is taken {took:.1f} s after it went on",
    )
    assert answered < ANSWERED_SECONDS
    assert took < 5


def test_postgresql_is_read_only_for_a_while(busy, postgres, capsys):
    postgres.sql("ALTER SYSTEM SET default_transaction_read_only = on")
    postgres.sql("SELECT pg_reload_conf()")
    for server in busy.both.servers:
        until(lambda server=server: ready(server) == (503, ["no_commit"]), 15)
    at = busy.chair.fresh()[EVERYONE]["n"]
    assert busy.chair.refused("add_item", item=str(uuid4()), column="worries", text="Is this saved?") == "not_saved"
    page = busy.chair.get(busy.chair.page.removeprefix(busy.chair.url))
    assert page.status_code == 200, "what was said can be read"
    token = busy.measured.tokens["p5"]
    said = requests.post(
        f"{busy.chair.url}/join", json={"token": token}, headers={"Origin": busy.chair.url}, timeout=15
    )
    assert (said.status_code, said.json()["error"]["code"]) == (503, "not_now")
    assert busy.chair.fresh()[EVERYONE]["n"] == at
    postgres.sql("ALTER SYSTEM RESET default_transaction_read_only")
    postgres.sql("SELECT pg_reload_conf()")
    took = busy.until_taken(10)
    for server in busy.both.servers:
        until(lambda server=server: ready(server) == (200, []), 10)
    people = busy.end(capsys, f"postgresql read-only: the first point is taken {took:.1f} s after it was not any more")
    assert took < 5
    assert sum(one["unsaved"] for one in people) > 5


@pytest.fixture
def standby(postgres):
    """A second PostgreSQL that has every commit of the first before that is answered."""
    found = Postgres(QUICK_DISK)
    postgres.run(
        "pg_basebackup", "-h", "127.0.0.1", "-p", str(postgres.port), "-U", "board", "-D", str(found.data), "-R"
    )
    with found:
        postgres.sql("ALTER SYSTEM SET synchronous_standby_names = '*'")
        postgres.sql("SELECT pg_reload_conf()")
        until(lambda: postgres.sql("SELECT sync_state FROM pg_stat_replication").strip() == "sync", 20)
        yield found


def test_postgresql_is_killed_and_its_standby_takes_over(postgres, standby, redis, tmp_path, capsys):
    with (
        cluster(tmp_path, rooms=2, postgres=postgres, also=standby, redis=redis) as both,
        Busy(both.start()) as busy,
    ):
        postgres.kill()
        killed = time.monotonic()
        time.sleep(2)
        standby.sql("SELECT pg_promote()")
        promoted = time.monotonic()
        took = busy.until_taken(20)
        for server in both.servers:
            until(lambda server=server: ready(server) == (200, []), 15)
        assert busy.behind() < BEHIND_SECONDS
        people = busy.end(
            capsys, f"failed over: the first point is taken {took:.1f} s after the standby was promoted, {promoted - killed:.1f} s "
            "after the kill"
        )  # fmt: skip
        acked = [sent["acked"] for one in people for sent in one["sent"].values()]
        assert any(at < killed for at in acked)
        assert any(at > promoted for at in acked)
        with opened(both.servers[0].data_dir) as live, live.database.reading() as connection:
            assert connection.exec_driver_sql("SELECT inet_server_port()").scalar_one() == standby.port
        assert took < 10
