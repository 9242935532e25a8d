"""What we override in eventlet, against eventlet's own, and the listener both servers share.

Where sockets must be green, a process of its own does the asking: nothing here makes this one cooperative.
"""

from __future__ import annotations

import os
import random
import signal
import socket
import struct
import subprocess
import sys
import warnings
from pathlib import Path

import pytest

from meeting_server import eventlet_server, eventlet_websockets, threaded_server
from meeting_server.eventlet_websockets import unmask

with warnings.catch_warnings():
    warnings.filterwarnings("ignore", message="(?s).*Eventlet is deprecated")
    from eventlet import websocket as green_websocket

ROOT = Path(__file__).parents[2]
STOCK_UNMASK = green_websocket.RFC6455WebSocket._apply_mask

SERVER = """
from meeting_server import eventlet_server as serving
serving.prepare()
import os, socket, eventlet.websocket, threading
assert type(threading.Lock()).__module__ != "_thread", "the standard library is not cooperative"
assert os.environ["PSYCOPG_WAIT_FUNC"] == "wait_selector"
serving.harden()
serving.harden()
listener = serving.listen("127.0.0.1", 0)

@eventlet.websocket.WebSocketWSGI
def echo(ws):
    while (heard := ws.wait()) is not None:
        ws.send(str(len(heard)))

def app(environ, start_response):
    if environ["PATH_INFO"] == "/ws":
        return echo(environ, start_response)
    if environ["PATH_INFO"] == "/thread":
        done = serving.in_thread(lambda: b"done")
        start_response("200 OK", [])
        return [done]
    if environ["PATH_INFO"] == "/fail":
        raise RuntimeError("pip-canary")
    if environ["PATH_INFO"] == "/last":
        environ["board.hang_up"]()
    peer = environ["eventlet.input"].get_socket()
    start_response("200 OK", [])
    return [str(peer.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)).encode()]

print(listener.getsockname()[1], flush=True)
serving.serve(listener, app, on_stop=lambda: print("stopping", flush=True))
print("stopped", flush=True)
"""


@pytest.fixture(scope="module")
def served():
    with subprocess.Popen(
        [sys.executable, "-c", SERVER],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        text=True,
    ) as process:
        try:
            yield process, int(process.stdout.readline())
        finally:
            process.kill()


def ask(port, request):
    with socket.create_connection(("127.0.0.1", port), timeout=5) as link:
        link.sendall(request)
        return b"".join(iter(lambda: link.recv(65536), b""))


def get(path, *headers):
    return "\r\n".join([f"GET {path} HTTP/1.1", "Host: x", "Connection: close", *headers, "", ""]).encode()


def frame(opcode, payload, *, final=True):
    mask = random.randbytes(4)
    size = len(payload)
    if size < 126:
        length = struct.pack("!B", 128 | size)
    else:
        length = struct.pack("!BH", 254, size) if size < 65536 else struct.pack("!BQ", 255, size)
    return bytes([opcode | (128 if final else 0)]) + length + mask + unmask(payload, tuple(mask))


class Handshake:
    ASK = (
        "Upgrade: websocket",
        "Connection: Upgrade",
        "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==",
        "Sec-WebSocket-Extensions: permessage-deflate",
    )

    def __init__(self, port, *more):
        self.link = socket.create_connection(("127.0.0.1", port), timeout=5)
        self.link.sendall("\r\n".join(["GET /ws HTTP/1.1", "Host: x", *self.ASK, *more, "", ""]).encode())
        answer = b""
        while not answer.endswith(b"\r\n\r\n"):
            got = self.link.recv(1)
            if not got:
                break
            answer += got
        self.answer = answer.decode()

    def hear(self):
        head = self.link.recv(2)
        return head[0] & 15, self.link.recv(head[1] & 127)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.link.close()


def test_fast_unmasking_gives_what_eventlets_own_gives():
    chance = random.Random(5)
    for size in [0, 1, 2, 3, 4, 5, 7, 8, 125, 126, 4095, *(chance.randrange(600) for _ in range(40))]:
        data, mask = chance.randbytes(size), tuple(chance.randbytes(4))
        for offset in (0, 1, 2, 3, 4, 1023):
            expected = STOCK_UNMASK(data, mask, length=size, offset=offset)
            assert unmask(data, mask, length=size, offset=offset) == expected
    assert unmask(b"\x00\x00\x00", (1, 2, 3, 4)) == b"\x01\x02\x03"


def test_the_overrides_refuse_an_eventlet_they_were_not_written_for(monkeypatch):
    monkeypatch.setattr(eventlet_websockets, "version", lambda _: "0.42.0")
    with pytest.raises(RuntimeError, match=r"0\.42\.0"):
        eventlet_server.harden()


def test_each_override_has_its_switch(monkeypatch):
    reader, handshake = green_websocket.RFC6455WebSocket, green_websocket.WebSocketWSGI
    for holder, name in [
        (reader, "_apply_mask"),
        (reader, "Message"),
        (handshake, "_negotiate_permessage_deflate"),
        (handshake, "_handle_legacy_request"),
    ]:
        monkeypatch.setattr(holder, name, vars(holder)[name])

    def overridden():
        return (
            reader._apply_mask is unmask,
            handshake._negotiate_permessage_deflate is eventlet_websockets._negotiate_nothing,
            reader.Message.__name__ == "CappedMessage",
        )

    eventlet_server.harden(fast_unmask=False, refuse_compression=False, cap_messages=False)
    assert overridden() == (False, False, False)
    eventlet_server.harden(fast_unmask=True, refuse_compression=False, cap_messages=False)
    assert overridden() == (True, False, False)
    eventlet_server.harden(fast_unmask=False, refuse_compression=True, cap_messages=False)
    assert overridden() == (True, True, False)
    eventlet_server.harden(fast_unmask=False, refuse_compression=False, cap_messages=True)
    assert overridden() == (True, True, True)


def test_accepted_sockets_send_small_answers_at_once(served):
    assert ask(served[1], get("/")).endswith(b"\r\n\r\n1")


def test_a_failing_request_shows_no_traceback_to_the_browser(served):
    answer = ask(served[1], get("/fail"))
    assert answer.startswith(b"HTTP/1.1 500")
    assert b"canary" not in answer


def test_an_answer_can_be_the_last_of_its_connection_and_says_so(served):
    with socket.create_connection(("127.0.0.1", served[1]), timeout=5) as link:

        def asked(path):
            link.sendall(f"GET {path} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
            return link.recv(65536).lower()

        assert b"connection: close" not in asked("/")
        assert b"connection: close" in asked("/last")
        assert link.recv(1) == b""


def test_compression_is_refused_in_the_handshake(served):
    with Handshake(served[1], "Sec-WebSocket-Version: 13") as line:
        assert line.answer.startswith("HTTP/1.1 101")
        assert "extensions" not in line.answer.lower()


def test_the_drafts_before_the_standard_are_refused(served):
    with Handshake(served[1], "Origin: x") as line:
        assert line.answer.startswith("HTTP/1.1 400")


def test_a_message_in_fragments_within_the_bound_is_read_whole(served):
    with Handshake(served[1], "Sec-WebSocket-Version: 13") as line:
        parts = [frame(1, b"a" * 30_000, final=False), frame(0, b"", final=False), frame(0, b"b" * 35_536)]
        line.link.sendall(b"".join(parts))
        assert line.hear() == (1, b"65536")
        line.link.sendall(frame(1, b"a" * 65_536))
        assert line.hear() == (1, b"65536")


@pytest.mark.parametrize(
    "frames",
    [
        [frame(1, b"a" * 30_000, final=False), frame(0, b"b" * 30_000, final=False), frame(0, b"c" * 5_537)],
        [frame(1, b"a" * 65_537)],
        [frame(2, b"a" * 65_530, final=False), frame(0, b"b" * 7, final=False)],
        [frame(1, b"", final=False), *[frame(0, b"", final=False)] * 100, frame(0, b"")],
    ],
    ids=["fragments", "one frame", "fragments without an end", "empty fragments without an end"],
)
def test_a_message_above_64_kb_ends_the_connection_with_1009(served, frames):
    with Handshake(served[1], "Sec-WebSocket-Version: 13") as line:
        line.link.sendall(b"".join(frames))
        opcode, close = line.hear()
        assert (opcode, struct.unpack("!H", close[:2])[0]) == (8, 1009)


@pytest.mark.parametrize("serving", [eventlet_server, threaded_server])
def test_a_second_start_on_the_same_port_fails_with_one_sentence(serving):
    with serving.listen("127.0.0.1", 0) as first:
        port = first.getsockname()[1]
        with pytest.raises(serving.PortTaken, match=f"^Port {port} .* is already in use: [^.]+\\.$"):
            serving.listen("127.0.0.1", port)
        assert first.getsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT) == 0
        assert first.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY) != 0


def test_a_running_server_keeps_its_port(served):
    with pytest.raises(eventlet_server.PortTaken):
        eventlet_server.listen("127.0.0.1", served[1])


def test_a_server_has_its_threads_from_its_first_moment_and_needs_none_more_for_the_first_slow_thing(served):
    process, port = served

    def threads():
        return len(list(Path(f"/proc/{process.pid}/task").iterdir()))

    before = threads()
    assert ask(port, get("/thread")).endswith(b"done")
    assert threads() == before


def test_being_told_to_stop_says_goodbye_first_and_does_not_wait_for_open_lines(served):
    process, port = served
    # Refused before the app hears of it, which the library would like to write down.
    assert b" 431 " in ask(port, get("/", *["X-More: x"] * 200)).split(b"\r\n")[0]
    with Handshake(port, "Sec-WebSocket-Version: 13") as line:
        line.link.sendall(frame(1, b"abc"))
        assert line.hear() == (1, b"3")
        process.send_signal(signal.SIGTERM)
        out, log = process.communicate(timeout=8)
    assert out == "stopping\nstopped\n"
    assert process.returncode == 0
    assert "Eventlet is deprecated" not in log
    assert "canary" not in log
    assert "127.0.0.1" not in log, "addresses hold who met when"


THREADS = """
from meeting_server import eventlet_server as serving
serving.prepare()
import eventlet
from eventlet.patcher import original
real = original("_thread").get_ident
waiting = original("threading").Event()
def work():
    assert waiting.wait(20), "the loop stood still while this waited"
    return real()
helper = eventlet.spawn(serving.in_thread, work)
for _ in range(5):
    eventlet.sleep(0.01)
waiting.set()
assert helper.wait() != real()
try:
    serving.in_thread(lambda: 1 // 0)
except ZeroDivisionError:
    print("all well")
"""


def test_what_takes_long_is_done_in_a_real_thread_while_the_loop_goes_on():
    asked = [sys.executable, "-c", THREADS]
    done = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)
    assert done.stdout == "all well\n", done.stderr


def test_a_threaded_server_does_it_where_it_is():
    assert threaded_server.in_thread(lambda: 7) == 7
