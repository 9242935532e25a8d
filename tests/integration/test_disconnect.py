"""Being removed, sending nonsense, and not reading: over real connections, with eventlet and with threads."""

from __future__ import annotations

import contextlib
import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest
import websocket

pytestmark = pytest.mark.alone
HERE = Path(__file__).parent
ROOT = HERE.parents[1]


@pytest.fixture(scope="module", params=["eventlet", "threading"])
def server(request):
    """The port of a running line server; its log is asked for at the end."""
    with subprocess.Popen(
        [sys.executable, "-W", "error::ResourceWarning", HERE / "bare_server.py", request.param],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        text=True,
    ) as process:
        try:
            yield Served(int(process.stdout.readline()))
            process.send_signal(signal.SIGTERM)
            began = time.monotonic()
            out, log = process.communicate(timeout=15)
            assert time.monotonic() - began < 8
            assert out == "stopping\nstopped\n"
            assert process.returncode == 0
            assert "Traceback" not in log
            assert "pip-canary" not in log
        finally:
            process.kill()


class Served:
    def __init__(self, port):
        self.port = port
        self.origin = f"http://127.0.0.1:{port}"

    def line(self, *, receive_buffer=None):
        return Line(self, receive_buffer)

    def ask(self, method, query, body=None, **headers):
        link = http.client.HTTPConnection("127.0.0.1", self.port, timeout=5)
        try:
            link.request(
                method,
                f"/socket.io/?EIO=4&transport=polling{query}",
                body,
                {"Cookie": "guest", "X-Board": "1", **headers},
            )
            answer = link.getresponse()
            return answer.status, answer.read().decode()
        finally:
            link.close()


class Line:
    """A websocket that speaks the protocol by hand, and so can misbehave."""

    def __init__(self, served, receive_buffer):
        options = [(socket.SOL_SOCKET, socket.SO_RCVBUF, receive_buffer)] if receive_buffer else []
        self.raw = websocket.create_connection(
            f"ws://127.0.0.1:{served.port}/socket.io/?EIO=4&transport=websocket",
            origin=served.origin,
            cookie="guest",
            timeout=5,
            sockopt=options,
            # The library would check each byte by itself, for seconds; Python decodes every frame anyway.
            skip_utf8_validation=True,
        )
        self.next_id = 0
        assert self.raw.recv().startswith("0{")

    def connect(self, packet="40"):
        self.raw.send(packet)
        self.sid = json.loads(self.until("40{")[2:])["sid"]
        return self

    def until(self, beginning):
        while True:
            frame = self.raw.recv()
            if frame.startswith(beginning):
                return frame
            if frame == "":
                pytest.fail(f"the line ended before {beginning}")

    def command(self, name, data=None):
        self.next_id += 1
        return self.send(f'42{self.next_id}["command",{json.dumps({"name": name, "data": data})}]')

    def send(self, packet):
        self.raw.send(packet)
        return json.loads(self.until(f"43{self.next_id}")[2 + len(str(self.next_id)) :])[0]

    def rest(self, seconds):
        """Everything that still comes, and whether the other side ended it."""
        frames, until = [], time.monotonic() + seconds
        with contextlib.suppress(websocket.WebSocketTimeoutException):
            while (left := until - time.monotonic()) > 0:
                self.raw.settimeout(left)
                try:
                    opcode, data = self.raw.recv_data()
                except (websocket.WebSocketConnectionClosedException, ConnectionError):
                    return frames, True
                if opcode == websocket.ABNF.OPCODE_CLOSE:
                    # A browser would answer and close. This one stays and listens.
                    frames.append("close")
                else:
                    frames.append(data.decode())
        return frames, False

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.raw.shutdown()


def eventually(question, seconds=3.0):
    until = time.monotonic() + seconds
    while not question():
        assert time.monotonic() < until, "it did not come true in time"
        time.sleep(0.001)


def test_who_is_removed_hears_goodbye_and_not_one_byte_more_of_the_board(server):
    with server.line() as guest, server.line() as chair:
        guest.connect()
        chair.connect()
        guest.until('42["patch"')
        commands = chair.command("state")["commands"]
        assert chair.command("remove", guest.sid) == {"ok": True}
        began = time.monotonic()
        for _ in range(3):
            guest.raw.send('42["command",{"name":"note","data":"removed and still talking"}]')
        frames, ended = guest.rest(2)
        assert ended
        assert time.monotonic() - began < 1.2
        after = frames[frames.index('42["goodbye",{"reason":"removed"}]') + 1 :]
        assert after in ([], ["close"])
        state = chair.command("state")
        assert state["order"] == []
        assert state["commands"] == commands + 2


def test_a_removed_line_leaves_nothing_behind_on_the_server(server):
    with server.line() as chair:
        chair.connect()
        before = chair.command("state")
        with server.line() as guest:
            guest.connect()
            chair.command("remove", guest.sid)
            assert chair.command("remove", guest.sid) == {"ok": True}
            eventually(lambda: chair.command("state")["open"] == before["open"])
        assert chair.command("state")["disconnects"] == before["disconnects"] + 1


def test_who_is_removed_while_polling_hears_goodbye_then_is_refused(server):
    sid = json.loads(server.ask("GET", "")[1][1:])["sid"]
    at = f"&sid={sid}"
    assert server.ask("POST", at, "40") == (200, "OK")
    heard = ""
    while '{"sid":' not in heard:
        heard += server.ask("GET", at)[1]
    socket_sid = json.loads(heard[heard.index("40{") + 2 :].split("\x1e")[0])["sid"]
    with server.line() as chair:
        chair.connect()
        chair.command("remove", socket_sid)
    answers = []
    while not answers or answers[-1][0] == 200:
        answers.append(server.ask("GET", at))
        assert len(answers) < 10
    told = "\x1e".join(body for status, body in answers if status == 200)
    assert '42["goodbye",{"reason":"removed"}]' in told
    assert "secret" not in told[told.index("goodbye") :]
    fixed = (400, "This request could not be understood.\n")
    assert answers[-1] == fixed
    assert server.ask("POST", at, '42["command",{"name":"note"}]') == fixed
    assert server.ask("GET", "&sid=never-was") == fixed


def test_an_event_called_connect_never_reaches_the_connect_handler(server):
    with server.line() as guest:
        guest.connect('40{"role":"chair"}')
        before = guest.command("state")
        assert before["auth"] == 0
        guest.raw.send('42["connect",{"role":"chair"}]')
        guest.raw.send('42["disconnect"]')
        guest.next_id += 1
        refusal = guest.send(f'42{guest.next_id}["connect",{{"role":"chair"}}]')
        assert refusal == {"ok": False, "error": {"code": "malformed", "why": "unknown_event"}}
        after = guest.command("state")
        assert (after["connects"], after["disconnects"]) == (before["connects"], before["disconnects"])


@pytest.mark.parametrize(
    "shape",
    [
        "",
        "x pip-canary",
        "²",
        "0{}",
        "7",
        "b!!!",
        "4",
        "4{}",
        "49",
        '42["add",{}]',
        '42["command",NaN]',
        "42[" * 3000,
        '451-["command",{"_placeholder":true,"num":0}]',
        '451-["command",{"pip-canary":true}]',
        "461-1[]",
        "430[]",
        "44{}",
        '42/admin,["command",{}]',
    ],
)
def test_after_a_malformed_packet_the_connection_still_works(server, shape):
    with server.line() as guest:
        guest.connect()
        guest.raw.send(shape)
        guest.raw.send_binary(b"\x00\x01pip-canary")
        assert guest.command("anything") == {"ok": True}


def test_bad_json_gets_an_answer_up_to_64_kb_and_an_end_above(server):
    with server.line() as guest:
        guest.connect()
        guest.next_id += 1
        refusal = guest.send(f'42{guest.next_id}["command",{{"text":"{"a" * 60_000}"}}]')
        assert refusal["error"] == {"code": "malformed", "why": "too_large"}
        with contextlib.suppress(OSError):
            guest.raw.send(f'42["command",{{"text":"{"a" * 70_000}"}}]')
        assert guest.rest(5)[1]


def test_fragments_are_counted_together(server):
    with server.line() as guest:
        guest.connect()
        part = websocket.ABNF.create_frame("4" + "a" * 30_000, websocket.ABNF.OPCODE_TEXT, fin=0)
        more = websocket.ABNF.create_frame("a" * 30_000, websocket.ABNF.OPCODE_CONT, fin=0)
        with contextlib.suppress(OSError):
            guest.raw.send_frame(part)
            for _ in range(10):
                guest.raw.send_frame(more)
        assert guest.rest(5)[1]


def test_the_twentieth_malformed_packet_cuts_the_connection(server):
    with server.line() as guest:
        guest.connect()
        for _ in range(19):
            guest.raw.send('42["command",NaN]')
        assert guest.command("anything") == {"ok": True}
        guest.raw.send('42["command",NaN]')
        frames, ended = guest.rest(2)
        assert ended
        assert len(frames) < 200


def test_whoever_opens_a_line_and_says_nothing_is_cut(server):
    with server.line() as guest:
        frames, ended = guest.rest(3)
        assert ended
        assert frames in ([], ["close"])


def test_a_slow_reader_is_cut_and_others_are_not(server):
    with server.line() as chair, server.line(receive_buffer=4096) as sleeper:
        chair.connect()
        sleeper.connect()
        before = chair.command("state")["open"]
        chair.command("flood")
        eventually(lambda: chair.command("state")["open"] < before, seconds=8)
        assert chair.command("anything") == {"ok": True}


def test_what_is_larger_than_the_sockets_buffers_arrives_whole_and_so_does_what_follows(server):
    with server.line(receive_buffer=65536) as guest:
        guest.connect()
        guest.raw.send('42["command",{"name":"large"}]')
        time.sleep(0.2)
        assert guest.until('42["patch",{"large"') == f'42["patch",{{"large":"{"x" * 5_000_000}"}}]'
        assert guest.command("anything") == {"ok": True}


def test_commands_of_one_connection_keep_their_order(server):
    with server.line() as guest:
        guest.connect()
        for number in range(40):
            guest.raw.send(f'42["command",{{"name":"note","data":{number}}}]')
        assert guest.command("state")["order"] == list(range(40))
