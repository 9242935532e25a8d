"""What goes out in one write: frames as a websocket has them, and nothing past what waits already."""

from dataclasses import dataclass, field
from queue import Queue
from types import SimpleNamespace
from typing import Any

import pytest
from wsproto import ConnectionType
from wsproto.connection import Connection as Websocket
from wsproto.events import TextMessage

from meeting_server.sockets.send_queue import Frame, SendQueue, answer, event


@dataclass
class Engine:
    """An engine's socket: what was queued for it."""

    upgraded: bool = True
    closed: bool = False
    being_cut: bool = False
    queue: Any = field(default_factory=Queue)
    line: Any = field(default_factory=lambda: SimpleNamespace(raw="the websocket"))

    def send(self, packet: Any) -> None:
        self.queue.put(packet.data)


class Outgoing:
    """An outbox over one line, and what was written to it at once."""

    def __init__(self, engine: Engine, takes: bool = True) -> None:
        self.engine, self.written, self.takes = engine, [], takes
        server = SimpleNamespace(eio=SimpleNamespace(sockets={"line": engine}))
        self.outbox = SendQueue(server, self.write)

    def write(self, websocket: Any, data: bytes) -> bool:
        assert websocket == "the websocket"
        if self.takes:
            self.written.append(data)
        return self.takes


@pytest.mark.parametrize("length", [0, 100, 125, 126, 65_000, 65_536, 70_000])
def test_a_frame_is_one_whole_text_message_for_any_websocket(length):
    browser = Websocket(ConnectionType.CLIENT)
    browser.receive_data(event("patch", {"text": "ą" * (length // 2)}).bytes)
    said = "".join(one.data for one in browser.events() if isinstance(one, TextMessage))
    assert said == '42["patch",{"text":"' + "ą" * (length // 2) + '"}]'


def test_an_answer_carries_the_number_it_was_asked_under():
    assert answer(17, {"ok": True}).packet == b'317[{"ok":true}]'


def test_a_refusal_may_name_the_place_in_a_list():
    assert answer(1, {"fields": {"children": {0: ["wrong"]}}}).packet == b'31[{"fields":{"children":{"0":["wrong"]}}}]'


def test_all_that_was_put_for_a_line_goes_out_in_one_write_in_order():
    out, frames = Outgoing(Engine()), [Frame(b"2[1]"), Frame(b"2[2]"), Frame(b"2[3]")]
    for one in frames:
        out.outbox.put("line", one)
    assert out.written == []
    out.outbox.flush()
    out.outbox.flush()
    assert out.written == [b"".join(one.bytes for one in frames)]
    assert out.engine.queue.empty()


@pytest.mark.parametrize("engine", [Engine(upgraded=False), Engine(queue=SimpleNamespace(queue=[0], put=None))])
def test_a_line_on_polling_or_with_something_waiting_takes_its_turn_in_the_queue(engine):
    queued = []
    engine.queue.put = queued.append
    out = Outgoing(engine)
    out.outbox.send("line", [Frame(b"2[1]"), Frame(b"2[2]")])
    assert (out.written, queued) == ([], ["2[1]", "2[2]"])


def test_while_somebody_else_writes_to_a_line_it_takes_the_queue():
    out = Outgoing(Engine(), takes=False)
    out.outbox.send("line", [Frame(b"2[1]")])
    assert out.engine.queue.get_nowait() == "2[1]"


@pytest.mark.parametrize("engine", [Engine(closed=True), Engine(being_cut=True)])
def test_who_is_gone_or_being_shown_out_hears_nothing(engine):
    out = Outgoing(engine)
    out.outbox.send("line", [Frame(b"2[1]")])
    out.outbox.send("nobody", [Frame(b"2[1]")])
    assert out.written == []
    assert engine.queue.empty()
