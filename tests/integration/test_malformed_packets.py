"""What is no command at all: JSON that is not strict, packets of other kinds, too many or too large. The others at the
meeting notice nothing."""

import json
from contextlib import suppress
from uuid import uuid4

import pytest

from tests.people.bystander import Bystander
from tests.people.on_the_wire import LineEnded, let_in
from tests.scenes.every_command import CANARY

DEEP = "[" * 7 + "]" * 7
HOSTILE = {
    "NaN": '{"a":NaN}', "infinity": '{"a":Infinity}', "minus infinity": '{"a":-Infinity}', "a fraction": '{"a":1.5}',
    "an exponent": '{"a":1e5}', "a number too large": '{"a":9007199254740993}', "digits": '{"a":%s}' % ("9" * 400),
    "too deep": '{"a":%s}' % DEEP, "very deep": "[" * 5000, "a key twice": '{"a":1,"a":2}', "no JSON": "{a}",
    "a control character": '{"a":"%s\\u0001"}' % CANARY, "a raw one": '{"a":"%s\x07"}' % CANARY,
    "NUL": '{"a":"\\u0000"}', "half a letter": '{"a":"\\ud800"}', "no letter": '{"a":"\\uffff"}', "a text": f'"{CANARY}"',
    "a number": "7", "null": "null", "a list": "[1]", "two objects": "{},{}", "nothing": "",
}  # fmt: skip


@pytest.mark.parametrize("transport", ["websocket", "polling"])
def test_json_that_is_not_strict_is_refused_and_the_line_works_on(crowd, transport):
    room = crowd.room()
    _, worker, mum = crowd.gather(room, "worker", "mum")
    guest = crowd.joins(room, "gran", transport)
    let_in(crowd._open[-4], guest)
    before = guest.fresh()
    with Bystander(worker, mum):
        for what, text in HOSTILE.items():
            if what in ("an exponent", "a text"):
                guest.connect()  # the twentieth would cut the line
            answer = guest.raw_ask(f'["command",{text}]')
            assert answer["ok"] is False, what
            assert answer["error"]["code"] == "malformed", (what, answer)
            assert CANARY not in json.dumps(answer)
        for name in ("connect", "disconnect", "message", "json", "made-up", CANARY, "snapshot", "patch"):
            assert guest.raw_ask(json.dumps([name, {"role": "chair"}]))["error"]["code"] == "malformed", name
    assert guest.fresh()["own"] == before["own"]


@pytest.mark.parametrize("transport", ["websocket", "polling"])
def test_a_connect_sent_as_an_event_runs_no_handler_again(crowd, transport):
    room = crowd.room()
    chair, worker = crowd.gather(room, "worker")
    guest = crowd.joins(room, "mum", transport)
    snapshots, desk = len(guest.snapshots), chair.fresh()["chairs_desk"]
    for n, event in enumerate(("connect", "disconnect", "connect")):
        guest.line.send(f'42["{event}",{{"role":"chair"}}]')
        guest.line.send(f'42{700 + n}["{event}",{{"role":"chair"}}]')
        guest.line.send('40{"role":"chair"}')
    worker.add("and on it goes")
    assert guest.raw_ask('["command",{}]')["error"]["code"] == "bad_data"
    assert len(guest.snapshots) == snapshots
    assert guest.snapshots[-1]["state"] == "waiting"
    assert chair.fresh()["chairs_desk"] == desk
    assert not guest.told("and on it goes")


def test_forty_packets_at_once_over_polling_are_refused_whole_and_sixteen_are_heard(crowd):
    room = crowd.room()
    chair, worker, mum = crowd.gather(room, "worker", "mum")
    guest = crowd.joins(room, "gran", "polling")
    let_in(chair, guest)

    def packets(count, at):
        for n in range(count):
            data = {"item": str(uuid4()), "column": "worries", "text": f"packet {at + n}"}
            command = {"id": str(uuid4()), "name": "add_item", "data": data}
            yield f"42{at + n}{json.dumps(['command', command])}"

    with Bystander(worker, mum):
        with pytest.raises(LineEnded, match="400"):
            guest.line.send(*packets(40, 1000))
        guest.line.send(*packets(16, 2000))
        chair.until(lambda: chair.told('"packet 2015"'))
    assert not chair.told('"packet 10')
    # Those of one person keep their order.
    order = [n for n in range(2000, 2016) if chair.told(f'"packet {n}"')]
    assert order == list(range(2000, 2016))
    items = [one for one in chair.things("items").values() if one["text"].startswith("packet")]
    assert [one["text"] for one in sorted(items, key=lambda one: one["order"])] == [f"packet {n}" for n in order]


def test_forty_kilobytes_are_refused_and_seventy_end_the_line_of_who_sent_them_alone(crowd):
    room = crowd.room()
    chair, worker, mum = crowd.gather(room, "worker", "mum")
    for transport, key in (("websocket", "gran"), ("polling", "nurse")):
        guest = crowd.joins(room, key, transport)
        let_in(chair, guest)
        with Bystander(worker, mum):
            answer = guest.raw_ask(json.dumps(["command", {"id": CANARY * 3300}]))
            assert answer["error"]["code"] == "malformed"
            guest.add("still here")
            with suppress(LineEnded):
                guest.raw_ask(json.dumps(["command", {"id": CANARY * 5900}]), 3)
            if transport == "websocket":
                assert guest.closed.wait(3)
                guest.connect()
            assert guest.add("back again")


def test_the_twentieth_malformed_packet_ends_the_line_and_who_comes_back_is_heard(crowd):
    room = crowd.room()
    _, worker, mum = crowd.gather(room, "worker", "mum")
    guest = crowd.joins(room, "mum", browser=mum.http)
    with Bystander(worker, mum):
        for _ in range(20):
            guest.line.send('42["command",NaN]')
        assert guest.closed.wait(3)
        guest.connect()
        guest.add("once more")


def test_binary_and_other_namespaces_are_dropped_and_the_line_works_on(crowd):
    room = crowd.room()
    _, worker = crowd.gather(room, "worker")
    for frame in ('451-["command",{"_placeholder":true,"num":0}]', "461-1[]", '42/admin,["command",{}]', "44{}", "430[]",
                  "40/admin,", "41/admin,", "4", "49", '42["command"]', "42[]", "42{}", "42"):  # fmt: skip
        worker.line.send(frame)
    worker.add("still works")
