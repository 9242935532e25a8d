"""Closing a line, as the threaded server does it from another thread than the one that reads."""

import socket
from collections.abc import Iterator

import pytest
import simple_websocket
from engineio.async_drivers._websocket_wsgi import SimpleWebSocketWSGI
from wsproto.events import CloseConnection

from meeting_server.sockets.lines import Line

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
    Line(websocket).close()


def test_a_line_that_says_more_than_its_share_is_read_no_faster_than_that() -> None:
    class Talkative:
        def wait(self) -> str:
            return "42[]"

    waited: list[str] = []
    line = Line(Talkative(), keep_pace=lambda: waited.append("before each"))
    for _ in range(3):
        assert line.wait() == "42[]"
    assert len(waited) == 3


def test_a_line_that_broke_a_moment_ago_may_be_closed(websocket: SimpleWebSocketWSGI) -> None:
    websocket.ws.sock.shutdown(socket.SHUT_RDWR)
    websocket.ws.thread.join(timeout=5)
    websocket.ws.connected = True
    Line(websocket).close()
