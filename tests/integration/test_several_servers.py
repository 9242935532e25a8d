"""Two servers on one database, with a doorbell between them and without: what one is told the other's people see, and what
is over on one is over on the other (decision 0030, T23)."""

import random
import re
import signal
import socket
import threading
import time
from contextlib import closing, suppress
from datetime import date
from functools import partial
from uuid import uuid4

import pytest
import redis as redis_client

from meeting_server.services.doorbell import CHANNEL
from tests.people.on_the_wire import LineEnded, caught_up, family_will_hear, let_in
from tests.scenes.door import ends, post
from tests.scenes.sitting import Sitting
from tests.scenes.sitting_wire import Worker
from tests.scenes.staffroom import forms_of
from tests.servers.served import PEOPLE, opened
from tests.servers.several import cluster
from tools.services import Redis

pytestmark = pytest.mark.alone
BELLS = ("with a doorbell", "without a doorbell")
SEEN_SECONDS = {BELLS[0]: 0.5, BELLS[1]: 2}
OUT_SECONDS = {BELLS[0]: 1, BELLS[1]: 2}
FROZEN_SECONDS = 6
CANARY = "canary-of-several-servers"


@pytest.fixture(scope="module")
def redis():
    with Redis() as found:
        yield found


@pytest.fixture(scope="module")
def clusters(redis, tmp_path_factory):
    """Two servers with a doorbell and two without, each pair with a database of its own."""
    with (
        cluster(tmp_path_factory.mktemp("bell"), rooms=8, people=PEOPLE, redis=redis) as ringing,
        cluster(tmp_path_factory.mktemp("still"), rooms=8, people=PEOPLE) as still,
    ):
        yield {BELLS[0]: ringing.start(), BELLS[1]: still.start()}


@pytest.fixture(params=BELLS)
def bell(request):
    return request.param


@pytest.fixture
def both(clusters, bell):
    yield clusters[bell]
    clusters[bell].hang_up()


@pytest.fixture
def ringing(clusters):
    yield clusters[BELLS[0]]
    clusters[BELLS[0]].hang_up()


def gathered(both, here=("worker",), there=("mum",)):
    """The chair and some at the first server, others at the second: the meeting, and everybody in order."""
    room = both.rooms.pop()
    chair, *mine = both.houses[0].gather(room, *here)
    theirs = [both.houses[1].joins(room, key) for key in there]
    let_in(chair, *theirs)
    return room, chair, *mine, *theirs


def until_seen(wire, item, audience="everyone"):
    """How long it takes until somebody sees a point."""
    began = time.monotonic()
    wire.until(lambda: item in wire.things("items", audience))
    return time.monotonic() - began


def test_what_is_said_at_one_server_is_seen_at_the_other(both, bell, capsys):
    _, _, worker, mum = gathered(both)
    took = []
    for n in range(12):
        speaker, hearer = (worker, mum) if n % 2 else (mum, worker)
        took.append(until_seen(hearer, speaker.add(f"Said at one of two, {n}")))
        # Without a bell they look once a second: not always just after the look.
        time.sleep(0.13)
    with capsys.disabled():
        print(f"\n{bell}: a point is on the other server's screens after {max(took) * 1000:.0f} ms at most")
    assert max(took) < SEEN_SECONDS[bell]
    assert worker.fresh()["everyone"] == mum.fresh()["everyone"]


def test_who_comes_back_at_the_other_server_finds_what_was_taken_a_moment_before(both):
    """Their own words above all: a point that was answered for and then not there would be written again."""
    _, _, worker, mum = gathered(both)
    for n in range(8):
        said = worker.add(f"Taken just before, {n}")
        assert said in mum.connect().things("items")
        said = worker.add(f"Taken while they look on, {n}")
        assert said in mum.fresh()["everyone"]["things"]["items"]


def test_a_page_of_the_other_server_says_what_was_taken_a_moment_before(both):
    """A form is answered with the address of a page, which any server may be asked for."""
    room, chair, worker, mum = gathered(both)
    for n in range(4):
        worker.add(f"Taken just before, {n}")
        assert f"Taken just before, {n}".encode() in mum.get(f"/board/{mum.seat}").content
    ends(chair)
    there = both.servers[1].url
    assert post(there, "/join/look", {"token": room.tokens["gran"]})[0] == 410
    with opened(both.servers[0].data_dir) as live:
        sitting = _sitting_of_today(live)
        families = [sitting.add(word, {"lead_social_worker": sitting.nell}) for word in ("Hazel", "Larch")]
        manager = Worker(live, sitting, sitting.manager, families)
    manager.begin(both.servers[0].url)
    for family in families:
        line = manager.goes_to(family)
        line.ok("open_meeting")
        page = manager.http.get(f"{there}/sittings/{sitting.id}")
        assert "are shown again when this one has ended" in page.text
        _end(line)
        page = manager.http.get(f"{there}/meetings/{family}")
        assert page.status_code == 200
        assert "Add somebody" not in page.text
        assert "are shown again" not in manager.http.get(f"{there}/sittings/{sitting.id}").text
    manager.close()


class Talking(threading.Thread):
    """Somebody who says one thing after another until the block is over."""

    def __init__(self, wire):
        super().__init__(daemon=True)
        self.wire = wire
        self.enough = threading.Event()

    def run(self):
        while not self.enough.wait(0.05):
            self.wire.add("They talk on.")

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, *_):
        self.enough.set()
        self.join(timeout=10)


def patches(wire, audience="everyone"):
    return [int(n) for n in re.findall(rf'"patch",{{"audience":"{audience}","n":(\d+)', "\n".join(wire.raw))]


def test_who_is_removed_at_one_server_is_out_at_the_other_and_hears_nothing_after(both, bell, capsys):
    keys = ("mum", "gran", "juno", "nurse")
    room, chair, worker, police, *going = gathered(both, here=("worker",), there=("police", *keys))
    took = []

    def goes(key, wire):
        wire.until(lambda: len(patches(wire)) > 5)
        asked = time.monotonic()
        out = chair.ok("remove_attendee", attendee=room.attendees[key], reason=CANARY)
        wire.until(lambda: wire.goodbye, 4)
        took.append(time.monotonic() - asked)
        assert wire.goodbye == "removed"
        assert wire.closed.wait(3)
        assert max(patches(wire)) < out["n"], "whatever was said after the removal did not reach them"
        assert not wire.told(CANARY)
        with pytest.raises((LineEnded, AssertionError)):
            wire.add("I am still here.")
        page = wire.get(f"/board/{wire.seat}")
        assert (page.status_code, page.headers["Location"]) == (302, "/goodbye/removed")

    both_ways = list(zip(keys, going, strict=True))
    with Talking(worker):
        for one in both_ways[:2]:
            goes(*one)
        # Whoever writes at their server makes it read the log at once.
        with Talking(police):
            for one in both_ways[2:]:
                goes(*one)
    with capsys.disabled():
        print(f"\n{bell}: removed at one server, out at the other after {max(took) * 1000:.0f} ms at most")
    assert max(took) < OUT_SECONDS[bell]
    police.until(
        lambda: all(police.things("attendees")[room.attendees[key]]["attendance"] == "removed" for key in keys)
    )


def at_once(*calls):
    """Calls these at the same moment; what each gave back, or raised."""
    ready, answers = threading.Barrier(len(calls)), [None] * len(calls)

    def run(at, call):
        ready.wait()
        try:
            answers[at] = call()
        except (LineEnded, AssertionError) as error:
            answers[at] = error

    threads = [threading.Thread(target=run, args=one, daemon=True) for one in enumerate(calls)]
    for one in threads:
        one.start()
    for one in threads:
        one.join(timeout=20)
    return answers


def test_a_command_that_reaches_both_servers_is_taken_once_and_answered_the_same(both):
    _, _, worker, mum = gathered(both)
    again = both.at(mum, 0)
    before = worker.fresh()["everyone"]["n"]
    for n in range(20):
        id, item = str(uuid4()), str(uuid4())
        data = {"item": item, "column": "worries", "text": f"Once, {n}"}
        first, second = at_once(*(partial(one.send, "add_item", data, id) for one in (mum, again)))
        assert first == second
        assert first["ok"]
        assert first["n"] == before + n + 1
    boards = [one.fresh()["everyone"] for one in (mum, again, worker)]
    assert [board["n"] for board in boards] == [before + 20] * 3
    other = {"item": str(uuid4()), "column": "worries", "text": "Other words under a spent id."}
    assert again.send("add_item", other, id)["error"]["code"] == "id_spent"


def test_of_two_families_of_a_sitting_opened_at_the_same_moment_at_two_servers_one_is_open(both):
    with opened(both.servers[0].data_dir) as live:
        sitting = _sitting_of_today(live)
        families = [
            sitting.add(word, {"lead_social_worker": sitting.nell}) for word in ("Alder", "Birch", "Cedar", "Elder")
        ]
        managers = [Worker(live, sitting, sitting.manager, families) for _ in both.servers]
    for manager, server in zip(managers, both.servers, strict=True):
        manager.begin(server.url)
    for pair in (families[:2], families[2:]):
        lines = [manager.goes_to(meeting) for manager, meeting in zip(managers, pair, strict=True)]
        answers = at_once(*(partial(line.send, "open_meeting") for line in lines))
        won = [not isinstance(one, Exception) and one["ok"] for one in answers]
        assert won.count(True) == 1, answers
        with opened(both.servers[0].data_dir) as live:
            states = sorted(live.meeting(meeting).state for meeting in pair)
        assert states == ["open", "prepared"]
        line, lost = lines[won.index(True)], lines[won.index(False)]
        lost.until(lambda lost=lost: lost.goodbye, 3)
        assert lost.goodbye == "next_family"
        _end(line)
    for manager in managers:
        manager.close()


def _end(line):
    family_will_hear(line)
    ends(line)


def test_who_signs_out_at_one_server_is_out_at_the_other(both, bell, capsys):
    with opened(both.servers[0].data_dir) as live:
        sitting = _sitting_of_today(live)
        family = sitting.add("Rowan", {"lead_social_worker": sitting.nell})
        here = Worker(live, sitting, sitting.nell, [family])
    here.begin(both.servers[1].url)
    line = here.goes_to(family)
    staff = here.http.get(f"{both.servers[0].url}/sittings", cookies={"staff": here.staff})
    token = next(fields for at, fields in forms_of(staff.text) if at == "/sign-out")
    asked = time.monotonic()
    url = both.servers[0].url
    out = here.http.post(f"{url}/sign-out", data=token, headers={"Origin": url}, allow_redirects=False)
    assert out.status_code == 303
    line.until(lambda: line.goodbye, 4)
    took = time.monotonic() - asked
    assert line.goodbye == "signed_out"
    assert line.closed.wait(3)
    with pytest.raises(LineEnded):
        line.connect()
    here.close()
    with capsys.disabled():
        print(f"\n{bell}: signed out at one server, out at the other after {took * 1000:.0f} ms")
    assert took < OUT_SECONDS[bell]


def _sitting_of_today(live):
    """A sitting; its accounts may be there already."""
    from meeting_server.storage.tables import accounts

    live.writer.run(lambda connection: connection.execute(accounts.update().values(email=accounts.c.id)))
    return Sitting(live, day=date.today().isoformat())


def persist(wire, text):
    """Adds a point as a browser does, again and again: whoever is frozen may hold the meeting for five seconds."""
    id, item = str(uuid4()), str(uuid4())
    wire.until(lambda: wire.send("add_item", {"item": item, "column": "worries", "text": text}, id)["ok"], 8)
    return item


def test_a_server_that_was_frozen_shows_nothing_old(both):
    _, _, worker, mum = gathered(both)
    frozen = both.servers[1].process
    frozen.send_signal(signal.SIGSTOP)
    try:
        began = time.monotonic()
        said = persist(worker, "Said while the other one stood still.")
        time.sleep(FROZEN_SECONDS - (time.monotonic() - began))
    finally:
        frozen.send_signal(signal.SIGCONT)
    page = mum.get(f"/board/{mum.seat}")
    assert b"Said while the other one stood still." in page.content
    assert until_seen(mum, said) < 2
    caught_up(mum.connect(), worker)
    assert mum.things("items").keys() == worker.things("items").keys()
    assert until_seen(worker, mum.add("And on it goes.")) < 2


def junk(room, dice):
    """A message nobody of ours sends, or one that looks as if: of this meeting, as far as nobody is."""
    return dice.choice((
        dice.randbytes(dice.randrange(200)),
        f"{uuid4()} {dice.randrange(10**15)}".encode(),
        f"{room.id} {dice.randrange(10**15)}".encode(),
        f"{room.id} -1".encode(),
        f"{room.id} {'9' * 400}".encode(),
        f"here {dice.randbytes(8).hex()}".encode(),
        b"signed-out",
        f'42["patch",{{"audience":"everyone","n":1,"put":{{"items":{{"x":{{"text":"{CANARY}"}}}}}}}}]'.encode(),
    ))  # fmt: skip


def test_whatever_else_comes_over_the_doorbell_has_no_effect(ringing, redis, capsys):
    room, _, worker, mum = gathered(ringing)
    enough, sent, dice = threading.Event(), [], random.Random(1)

    def rings():
        with closing(redis_client.Redis.from_url(redis.url)) as bell, suppress(redis_client.RedisError):
            # Twice as many as a server listens to.
            while not enough.wait(0.005):
                with bell.pipeline(transaction=False) as pipe:
                    for _ in range(20):
                        pipe.publish(CHANNEL, junk(room, dice))
                    sent.extend(pipe.execute())

    thread = threading.Thread(target=rings, daemon=True)
    thread.start()
    took = []
    try:
        while len(sent) < 4000 or len(took) < 40:
            began = time.monotonic()
            said = worker.add("In the middle of it.")
            took.append(time.monotonic() - began)
            assert until_seen(mum, said) < 2
            # As fast as one person may.
            time.sleep(max(0.0, 0.06 - (time.monotonic() - began)))
    finally:
        enough.set()
        thread.join(timeout=10)
    with capsys.disabled():
        print(f"\n{len(sent)} foreign messages over the doorbell: acknowledged after {max(took) * 1000:.0f} ms at most")
    assert max(took) < 0.3
    assert worker.fresh()["everyone"] == mum.fresh()["everyone"]
    assert not worker.told(CANARY)
    assert not mum.told(CANARY)
    assert mum.goodbye is None


def test_no_word_of_anybody_goes_through_redis(ringing, redis):
    room, chair, worker, mum = gathered(ringing)
    heard, until = b"", time.monotonic() + 20
    with closing(socket.create_connection(("127.0.0.1", redis.port), timeout=2)) as watching:
        watching.sendall(b"MONITOR\r\n")
        assert watching.recv(5) == b"+OK\r\n"
        for n in range(5):
            until_seen(mum, worker.add(f"{CANARY} {n}"))
            until_seen(worker, mum.add(f"{CANARY} {n}, said back"))
        out = chair.ok("remove_attendee", attendee=room.attendees["mum"], reason=CANARY)
        # The ring of the removal is the last that is waited for.
        while f"{room.id} {out['n']}".encode() not in heard and heard.count(room.id.encode()) < 11:
            assert time.monotonic() < until
            heard += watching.recv(1 << 16)
    assert CANARY.encode() not in heard
    for name in (*room.names.values(), "Canarybird"):
        assert name.encode() not in heard
    said = {match[1] for match in re.finditer(rb'"PUBLISH" "common-ground" "([^"]*)"', heard)}
    assert any(room.id.encode() in one for one in said)
    assert all(re.fullmatch(rb"[0-9a-f-]{36} \d+|here [0-9a-f]{16}", one) for one in said), said
