"""The chair's controls over the real wire: the dead laptop, the way back, and every byte a deputy is sent after it."""

import threading
import time
from contextlib import suppress
from uuid import uuid4

import pytest

from tests.people.on_the_wire import LineEnded, let_in, lobby

LINES = ["websocket", "polling"]
POWERS = {"steer", "finish"}


def powers(wire):
    return set(wire.snapshots[-1]["you"]["powers"])


def steers(wire):
    return powers(wire) >= POWERS


def take(wire, waits_for=()):
    """Somebody takes the controls; all these people are told what they are now."""
    before = {one: len(one.snapshots) for one in (wire, *waits_for)}
    wire.ok("take_controls")
    for one, count in before.items():
        one.until(lambda one=one, count=count: len(one.snapshots) > count)


@pytest.mark.parametrize("transport", LINES)
def test_the_chairs_dead_laptop(house, transport):
    """The story: the laptop dies, the deputy shows the numbers, the chair comes back on a phone and takes over again."""
    room = house.room()
    chair, mum = house.gather(room, "mum")
    worker = house.joins(room, "worker", transport)
    let_in(chair, worker)
    round, pip = str(uuid4()), room.people["pip"]
    chair.ok("name_deputy", attendee=room.attendees["worker"])
    chair.ok("ask_numbers", round=round, scale="safety", children=[pip])
    mum.ok("save_number", round=round, child=pip, answer="number", value=6, reason="mums-own-reason")
    chair.close()

    take(worker)
    assert steers(worker)
    assert worker.snapshots[-1]["you"]["screen"] == "chair"
    assert set(worker.boards) == {"everyone", "professionals", "chairs_desk", "own"}
    assert not worker.told("mums-own-reason"), "who steers changed, and nothing else"
    worker.ok("show_numbers", round=round)
    assert worker.until(lambda: worker.things("numbers"))
    mum.until(lambda: mum.things("numbers"))

    phone = house.joins(room, "chair")
    assert phone.snapshots[-1]["state"] == "in", "nobody else of theirs is connected, so the phone need not wait"
    assert not steers(phone)
    assert phone.refused("ask_numbers", round=str(uuid4()), scale="safety", children=[pip]) == "may_not"
    take(phone, waits_for=[worker])
    assert steers(phone)
    assert not steers(worker)
    assert worker.refused("hide_numbers", round=round) == "may_not"
    phone.ok("hide_numbers", round=round)
    for one in (phone, worker, mum):
        assert one.fresh() == one.boards


@pytest.mark.parametrize("transport", LINES)
def test_not_a_byte_of_the_desk_reaches_the_deputy_once_the_chair_has_taken_the_controls_back(house, transport):
    room = house.room()
    chair, mum, nurse = house.gather(room, "mum", "nurse")
    worker = house.joins(room, "worker", transport)
    let_in(chair, worker)
    chair.ok("name_deputy", attendee=room.attendees["worker"])
    pip = room.people["pip"]

    def rate(reason):
        chair_of_now = worker if steers(worker) else chair
        chair_of_now.ok("set_rating", rating=str(uuid4()), child=pip, colour="green", reason=reason)

    rate("before-the-deputy")
    assert not worker.told("before-the-deputy")
    take(worker, waits_for=[chair])
    assert worker.told("before-the-deputy"), "the desk comes with the controls"
    rate("while-the-deputy-steers")
    assert worker.until(lambda: worker.told("while-the-deputy-steers"))
    assert worker.get(f"/board/{worker.seat}/record.docx?audiences=chairs_desk").status_code == 200
    assert worker.get(f"/chair/{worker.seat}").status_code == 200

    # The desk goes on being busy while the controls change hands, so that a late frame would be seen.
    words = {"speaker": pip, "obtained": "talk", "children": [pip]}
    stop = threading.Event()

    def busy():
        n = 0
        while not stop.is_set():
            nurse.add(f"held-words-{n}", **words)
            n += 1
            time.sleep(0.04)

    thread = threading.Thread(target=busy, daemon=True)
    thread.start()
    try:
        worker.until(lambda: worker.told("held-words-1"))
        take(chair, waits_for=[worker])
    finally:
        stop.set()
        thread.join(timeout=20)
    at = next(n for n in range(len(worker.raw) - 1, 0, -1) if worker.raw[n].startswith('42["snapshot"'))
    assert set(worker.boards) == {"everyone", "professionals", "own"}
    rate("after-the-deputy")
    nurse.add("held-words-last", **words)
    house.joins(room, "gran")
    chair.until(lambda: chair.told("held-words-last") and lobby(chair))
    mum.add("something for everyone")
    assert worker.until(lambda: worker.told("something for everyone")), "the line is alive; what is not theirs stopped"
    later = "".join(worker.raw[at:])
    kinds = ('"audience":"chairs_desk"', '"chairs_desk":{', '"devices":', '"gaps":', '"dates":')
    for word in (*kinds, "the-deputy", "held-words"):
        assert word not in later, word
    assert worker.get(f"/board/{worker.seat}/record.docx?audiences=chairs_desk").status_code == 404
    page = worker.get(f"/chair/{worker.seat}")
    assert (page.status_code, page.headers["Location"]) == (302, f"/board/{worker.seat}")
    assert b"the-deputy" not in worker.get(f"/board/{worker.seat}").content
    assert worker.fresh() == worker.boards


def test_a_deputy_not_named_is_refused_and_hears_nothing(house):
    room = house.room()
    chair, worker, nurse, mum = house.gather(room, "worker", "nurse", "mum")
    for one in (worker, nurse, mum):
        assert one.refused("take_controls") == "not_deputy"
    chair.ok("name_deputy", attendee=room.attendees["worker"])
    for one in (nurse, mum):
        assert one.refused("take_controls") == "not_deputy"
        assert one.get(f"/chair/{one.seat}").status_code == 404
        assert not steers(one)
    chair.ok("name_deputy", attendee=None)
    assert worker.refused("take_controls") == "not_deputy"
    assert chair.send("name_deputy", {"attendee": room.attendees["mum"]})["error"]["code"] == "not_a_deputy"


def test_two_chairs_never_hold_at_once_however_fast_both_ask(house):
    room = house.room()
    chair, worker, mum = house.gather(room, "worker", "mum")
    chair.ok("name_deputy", attendee=room.attendees["worker"])

    def grab(wire, times):
        for _ in range(times):
            wire.send("take_controls")

    both = [threading.Thread(target=grab, args=(one, 12), daemon=True) for one in (chair, worker)]
    for one in both:
        one.start()
    for one in both:
        one.join(timeout=60)
    holder = mum.fresh()["everyone"]["things"]["controls"]["controls"]["holder"]
    steering, other = (worker, chair) if holder else (chair, worker)
    for one in (steering, other):
        one.fresh()
    assert steers(steering)
    assert not powers(other) & POWERS
    for one in (chair, worker, mum):
        assert one.boards == one.fresh()


def test_a_deputy_who_is_removed_or_leaves_takes_no_controls_along(house):
    room = house.room()
    chair, worker, nurse = house.gather(room, "worker", "nurse")
    chair.ok("name_deputy", attendee=room.attendees["worker"])
    take(worker, waits_for=[chair])
    assert not steers(chair)
    with suppress(LineEnded):
        worker.send("leave")
    worker.until(lambda: worker.goodbye)
    chair.until(lambda: steers(chair))
    back = house.joins(room, "worker")
    let_in(chair, back)
    assert not steers(back)
    assert "chairs_desk" not in back.boards
    assert nurse.fresh()["everyone"]["things"]["controls"]["controls"]["holder"] is None
