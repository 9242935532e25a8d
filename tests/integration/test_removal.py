"""Being removed: goodbye within a second and then nothing, however the browser behaves."""

import threading
import time
from contextlib import suppress
from uuid import uuid4

import pytest

from tests.people.on_the_wire import LineEnded, let_in, lobby

pytestmark = pytest.mark.alone
LINES = ["websocket", "polling"]


class Talk:
    """Somebody who goes on adding points while others come and go."""

    def __init__(self, wire):
        self.wire = wire
        self.stop = threading.Event()
        self.thread = threading.Thread(target=self._talk, daemon=True)
        self.added = 0

    def _talk(self):
        while not self.stop.is_set():
            self.wire.add(f"still talking {self.added}")
            self.added += 1
            time.sleep(0.05)

    def __enter__(self):
        self.thread.start()
        return self

    def __exit__(self, *_):
        self.stop.set()
        self.thread.join(timeout=10)


def say_again(wire, seconds):
    """A browser that ignores goodbye: it goes on sending, reading and, on polling, asking."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        with suppress(LineEnded, AssertionError):
            wire.line.send('42["resync",{}]')
        with suppress(LineEnded, AssertionError):
            wire.line.send('42["command",{"id":"%s","name":"leave","data":{}}]' % uuid4())
        time.sleep(0.05)


def after_goodbye(wire):
    at = next(n for n, frame in enumerate(wire.raw) if frame.startswith('42["goodbye"'))
    return wire.raw[at + 1 :]


@pytest.mark.parametrize("transport", LINES)
def test_who_is_removed_hears_goodbye_within_a_second_and_then_nothing_though_others_talk_on(house, transport):
    room = house.room()
    chair, worker = house.gather(room, "worker")
    mum = house.joins(room, "mum", transport)
    let_in(chair, mum)
    with Talk(worker):
        mum.until(lambda: mum.told("still talking 2"))
        asked = time.monotonic()
        chair.ok("remove_attendee", attendee=room.attendees["mum"], reason="reason-canary")
        mum.until(lambda: mum.goodbye, 1)
        assert mum.goodbye == "removed"
        assert mum.times[-1] - asked < 1
        say_again(mum, 1.5)
    assert mum.closed.wait(2)
    # The engine may still say "close" (1) or take back a probe (6); of the board comes nothing.
    assert set(after_goodbye(mum)) <= {"1", "6"}
    patches = [frame for frame in mum.raw if '"attendance":"removed"' in frame]
    assert patches == []
    assert not mum.told("reason-canary")
    assert not worker.told("reason-canary")
    assert worker.until(lambda: worker.things("attendees")[room.attendees["mum"]]["attendance"] == "removed")


@pytest.mark.parametrize("transport", LINES)
def test_who_was_removed_and_comes_back_hears_goodbye_and_nothing_else(house, transport):
    room = house.room()
    chair, worker = house.gather(room, "worker")
    mum = house.joins(room, "mum", transport)
    let_in(chair, mum)
    chair.ok("remove_attendee", attendee=room.attendees["mum"])
    mum.until(lambda: mum.goodbye)
    worker.add("after she went")
    heard = len(mum.raw)
    for _ in range(3):
        mum.goodbye = None
        with suppress(LineEnded):
            mum.connect()
            assert mum.goodbye == "removed"
    later = [frame for frame in mum.raw[heard:] if frame[:1] not in "016" and not frame.startswith("40")]
    assert set(later) <= {'42["goodbye",{"reason":"removed"}]'}
    assert not mum.told("after she went")


def test_all_devices_of_who_is_removed_go_those_in_the_lobby_too(house):
    room = house.room()
    chair, mum = house.gather(room, "mum")
    phone = house.joins(room, "mum")
    let_in(chair, phone)
    third = house.joins(room, "mum")
    assert chair.until(lambda: lobby(chair))
    chair.ok("remove_attendee", attendee=room.attendees["mum"])
    for one in (mum, phone, third):
        one.until(lambda one=one: one.goodbye, 2)
        assert one.goodbye == "removed"
        assert one.closed.wait(2)


def test_the_pages_and_the_record_of_who_was_removed_hold_nothing_of_the_meeting(house):
    room = house.room()
    chair, worker, mum = house.gather(room, "worker", "mum")
    worker.add("a word of the meeting")
    assert mum.get(mum.page).status_code == 200
    assert mum.get(f"/board/{mum.seat}/record.docx").status_code == 200
    chair.ok("remove_attendee", attendee=room.attendees["mum"])
    mum.until(lambda: mum.goodbye)
    never = mum.get("/no/such/page")
    word = mum.get(f"/board/{mum.seat}/record.docx")
    assert (word.status_code, word.content) == (404, never.content)
    page = mum.get(mum.page)
    assert page.status_code in (302, 303, 404)
    assert page.headers.get("Location", "/goodbye/removed") == "/goodbye/removed"
    for name in room.names.values():
        assert name.encode() not in page.content
    assert b"a word of the meeting" not in page.content


def test_what_who_was_removed_sent_in_that_very_moment_is_refused(house):
    room = house.room()
    chair, worker = house.gather(room, "worker")
    for transport, key in (("websocket", "mum"), ("polling", "gran")):
        guest = house.joins(room, key, transport)
        let_in(chair, guest)
        guest.add("before")
        stop = threading.Event()

        def pour(guest=guest, stop=stop):
            n = 0
            while not stop.is_set():
                n += 1
                command = f'{{"id":"{uuid4()}","name":"add_item","data":{{"item":"{uuid4()}","column":"worries","text":"p{n}"}}}}'
                try:
                    guest.line.send(f'42{10_000 + n}["command",{command}]')
                except LineEnded:
                    return
                time.sleep(0.02)

        pouring = threading.Thread(target=pour, daemon=True)
        pouring.start()
        worker.until(lambda: worker.told('"text":"p5"'))
        answer = chair.ok("remove_attendee", attendee=room.attendees[key])
        time.sleep(0.5)
        stop.set()
        pouring.join(timeout=10)
        worker.until(lambda answer=answer: worker.boards["everyone"]["n"] >= answer["n"])
        # Frames are in the order of the log: nothing of theirs stands after their removal.
        board = worker.fresh()["everyone"]["things"]["items"]
        late = [
            one for one in board.values() if one["recorded_by"] == room.attendees[key] and one["order"][0] > answer["n"]
        ]
        assert late == []


def test_who_leaves_is_out_and_what_they_said_stays(house):
    room = house.room()
    _, worker, mum = house.gather(room, "worker", "mum")
    item = mum.add("I said this.")
    # Goodbye is the answer: the line may be cut before the acknowledgement.
    mum.line.send('421["command",{"id":"%s","name":"leave","data":{}}]' % uuid4())
    mum.until(lambda: mum.goodbye, 1)
    assert mum.goodbye == "left"
    worker.add("after she left")
    assert not mum.told("after she left")
    worker.until(lambda: worker.things("attendees")[room.attendees["mum"]]["attendance"] == "left")
    assert worker.things("items")[item]["text"] == "I said this."
