"""Connections that say nothing, or say it slowly, keep nobody out, in both ways of serving."""

import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

import pytest

from tests.servers.served import ROOT

SERVER = """
from meeting_server import {mode}_server as serving
serving.prepare()
from meeting_server.callers import Bounds
import os, resource, signal, socket, threading
if {files}:
    resource.setrlimit(resource.RLIMIT_NOFILE, ({files}, {files}))
listener = serving.listen("127.0.0.1", 0)

def app(environ, start_response):
    if environ["PATH_INFO"] == "/break":
        listener.shutdown(socket.SHUT_RDWR)
    body = environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))
    start_response("200 OK", [("Content-Length", "4")])
    return [b"%04d" % len(body)]

print(listener.getsockname()[1], flush=True)
bounds = Bounds({bounds})
print(serving.serve(listener, app, bounds=bounds, on_stop=lambda: print("stopping", flush=True)), flush=True)
"""
ASK = b"GET / HTTP/1.1\r\nHost: x\r\n\r\n"
HEAD_SECONDS = BODY_SECONDS = 0.5
IN_TIME = f"head_seconds={HEAD_SECONDS}, body_seconds={BODY_SECONDS}"


class Server:
    """One of our servers with small bounds, and those who connect to it."""

    def __init__(self, process: "subprocess.Popen[str]", stack: ExitStack) -> None:
        self.process, self._stack = process, stack
        assert process.stdout
        self.port = int(process.stdout.readline())

    def connects(self, source: str = "127.0.0.1") -> socket.socket:
        """Somebody connects, and says nothing."""
        made = socket.create_connection(("127.0.0.1", self.port), timeout=5, source_address=(source, 0))
        return self._stack.enter_context(made)

    def asks(self, source: str = "127.0.0.1") -> bytes:
        """What somebody who connects and asks is answered."""
        link = self.connects(source)
        link.sendall(ASK)
        return answer(link)

    def ends(self) -> str:
        """What it says until it ends."""
        assert self.process.stdout
        return " ".join(self.process.stdout.read().split())


@pytest.fixture(params=["eventlet", "threaded"])
def mode(request: pytest.FixtureRequest) -> str:
    found: str = request.param
    return found


@contextmanager
def serving(mode: str, bounds: str, files: int = 0) -> Iterator[Server]:
    asked = [sys.executable, "-c", SERVER.format(mode=mode, bounds=bounds, files=files)]
    with (
        subprocess.Popen(
            asked, stdout=subprocess.PIPE, env={**os.environ, "PYTHONPATH": str(ROOT)}, text=True
        ) as process,
        ExitStack() as stack,
    ):
        try:
            yield Server(process, stack)
        finally:
            process.kill()


def answer(link: socket.socket) -> bytes:
    """The whole of it, as it comes in one piece or in several."""
    come = b""
    while not re.search(rb"\r\n\r\n....$", come):
        more = link.recv(65536)
        if not more:
            break
        come += more
    return come[-4:]


def is_over(link: socket.socket) -> bool:
    """Whether the server has ended it, or ends it within five seconds."""
    try:
        return link.recv(65536) == b""
    except ConnectionError:
        return True


def trickles(link: socket.socket, text: bytes, seconds: float) -> float:
    """Sends a byte every now and then; after how many seconds the server ended it, or did not."""
    began = time.monotonic()
    link.settimeout(0.05)
    for at in range(len(text)):
        if time.monotonic() - began > seconds:
            break
        try:
            link.sendall(text[at : at + 1])
            if link.recv(65536) == b"":
                break
        except TimeoutError:
            continue
        except ConnectionError:
            break
    return time.monotonic() - began


def test_more_silent_connections_than_places_keep_nobody_out(mode: str) -> None:
    with serving(mode, "most=12") as server:
        silent = [server.connects() for _ in range(40)]
        assert server.asks() == b"0000"
        assert is_over(silent[0]), "whoever has been silent longest makes room"


def test_connections_that_were_answered_and_rest_keep_nobody_out() -> None:
    with serving("eventlet", "most=12") as server:
        resting = [server.connects() for _ in range(12)]
        for link in resting:
            link.sendall(ASK)
            assert answer(link) == b"0000"
        assert server.asks() == b"0000"
        assert is_over(resting[0])
        resting[-1].sendall(ASK)
        assert answer(resting[-1]) == b"0000", "whoever asked last goes on"


def test_an_address_has_a_share_of_those_who_have_not_asked_and_whoever_asks_is_served_all_the_same(mode: str) -> None:
    with serving(mode, "most=50, share=4") as server:
        elsewhere = server.connects("127.0.0.2")
        silent = [server.connects() for _ in range(5)]
        assert is_over(silent[0]), "the longest silent of that address makes room"
        assert server.asks() == b"0000"
        assert is_over(silent[1])
        for link in (elsewhere, *silent[2:]):
            link.sendall(ASK)
            assert answer(link) == b"0000", "it was not ended"


def test_behind_a_proxy_no_address_has_a_share(mode: str) -> None:
    with serving(mode, "most=50, share=None") as server:
        silent = [server.connects() for _ in range(40)]
        assert server.asks() == b"0000"
        silent[0].sendall(ASK)
        assert answer(silent[0]) == b"0000", "it was not ended"


@pytest.mark.parametrize(
    "head", [b"", b"GET / HTTP/1.1\r\n" + b"X-More: and more\r\n" * 50], ids=["silent", "trickled"]
)
def test_a_head_must_be_whole_in_its_time_however_it_comes(mode: str, head: bytes) -> None:
    with serving(mode, IN_TIME) as server:
        link = server.connects()
        began = time.monotonic()
        if head:
            trickles(link, head, 3.0)
        else:
            assert is_over(link)
        assert HEAD_SECONDS <= time.monotonic() - began < 2.5


def test_a_second_head_on_the_same_connection_must_be_whole_in_its_time_too() -> None:
    with serving("eventlet", IN_TIME) as server:
        link = server.connects()
        link.sendall(ASK)
        assert answer(link) == b"0000"
        time.sleep(2 * HEAD_SECONDS)
        link.sendall(ASK)
        assert answer(link) == b"0000", "to rest is no fault"
        assert trickles(link, ASK * 3, 3.0) < 2.5


def test_a_body_must_be_whole_in_its_time_however_it_comes(mode: str) -> None:
    with serving(mode, IN_TIME) as server:
        link = server.connects()
        link.sendall(b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n")
        assert BODY_SECONDS <= trickles(link, b"a" * 1000, 3.0) < 2.5
        whole = server.connects()
        whole.sendall(b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 6\r\n\r\nabc")
        time.sleep(0.1)
        whole.sendall(b"def")
        assert answer(whole) == b"0006"


def test_a_server_without_a_file_left_lives_and_serves_who_asks(mode: str) -> None:
    with serving(mode, "most=4000", files=60) as server:
        for _ in range(100):
            server.connects()
        assert server.asks() == b"0000"
        server.process.terminate()
        assert server.ends() == "stopping True"


def test_a_server_whose_own_socket_is_gone_says_goodbye_and_that_nobody_stopped_it(mode: str) -> None:
    with serving(mode, "most=50") as server:
        line = server.connects()
        line.sendall(b"GET /break HTTP/1.1\r\nHost: x\r\n\r\n")
        assert server.ends() == "stopping False"
