"""The end of a line in the threaded server, where other threads than the one that reads close it or wait for it."""

import socket
import struct
import time
from collections.abc import Iterator
from contextlib import suppress
from queue import Queue
from threading import Thread
from typing import Any

import pytest
import simple_websocket
import socketio
from engineio.async_drivers._websocket_wsgi import SimpleWebSocketWSGI
from wsproto.events import CloseConnection

from meeting_server.services.counters import Counters
from meeting_server.sockets.websockets import GuardedWebsocket, guard_websockets

OPENING = {
    "HTTP_HOST": "localhost",
    "HTTP_UPGRADE": "websocket",
    "HTTP_CONNECTION": "Upgrade",
    "HTTP_SEC_WEBSOCKET_KEY": "dGhlIHNhbXBsZSBub25jZQ==",
    "HTTP_SEC_WEBSOCKET_VERSION": "13",
}


@pytest.fixture
def websocket() -> Iterator[SimpleWebSocketWSGI]:
    """An open websocket of the threaded transport, whose other end is ours to keep."""
    ours, theirs = socket.socketpair()
    held = SimpleWebSocketWSGI(None, None)
    held.ws = simple_websocket.Server({**OPENING, "werkzeug.socket": ours})
    yield held
    theirs.close()
    held.ws.thread.join(timeout=5)


def test_a_line_whose_reader_has_begun_to_close_it_may_be_closed_by_its_writer(websocket: SimpleWebSocketWSGI) -> None:
    # The library says "closing" to the other side, and only then that the line is not connected any more.
    websocket.ws.ws.send(CloseConnection(1009))
    assert websocket.ws.connected
    GuardedWebsocket(websocket).close()


def test_a_line_that_says_more_than_its_share_is_read_no_faster_than_that() -> None:
    class Talkative:
        def wait(self) -> str:
            return "42[]"

    waited: list[str] = []
    line = GuardedWebsocket(Talkative(), keep_pace=lambda: waited.append("before each"))
    for _ in range(3):
        assert line.wait() == "42[]"
    assert len(waited) == 3


def test_a_line_that_broke_a_moment_ago_may_be_closed(websocket: SimpleWebSocketWSGI) -> None:
    websocket.ws.sock.shutdown(socket.SHUT_RDWR)
    websocket.ws.thread.join(timeout=5)
    websocket.ws.connected = True
    GuardedWebsocket(websocket).close()


class SlowSocket(socket.socket):
    """Sends late, so that whoever was woken before that looks before that."""

    def send(self, data: Any, flags: int = 0, /) -> int:
        time.sleep(0.05)
        return super().send(data, flags)


class Engine:
    """Stands for the engine's side of one websocket: waits for one frame."""

    def __init__(self) -> None:
        self.heard: Queue[Any] = Queue()

    def handle_get_request(self, *_: Any) -> None:
        """Nobody polls."""

    def handle(self, line: GuardedWebsocket) -> None:
        self.heard.put(line.wait())


def test_whoever_waits_for_a_frame_is_told_when_the_line_ends_for_a_message_that_is_too_large() -> None:
    ours, theirs = socket.socketpair()
    slow = SlowSocket(ours.family, ours.type, ours.proto, ours.detach())
    engine, server = Engine(), socketio.Server(async_mode="threading")
    guard_websockets(server, Counters())

    def serve() -> None:
        # What tells werkzeug that the connection is not HTTP any more.
        with suppress(ConnectionError):
            server.eio._async["websocket"](engine.handle, server.eio)({**OPENING, "werkzeug.socket": slow}, None)

    thread = Thread(target=serve, daemon=True)
    thread.start()
    with theirs:
        assert theirs.recv(4096).startswith(b"HTTP/1.1 101")
        theirs.sendall(b"\x81\xff" + struct.pack("!Q", 70_000) + b"\0" * 70_004)
        assert engine.heard.get(timeout=3) is None
    thread.join(timeout=5)
