"""People at once, in one process of their own: ``python load_client.py`` with its orders as JSON on stdin.

Each person has one websocket, one command in flight, and no pause: the next point follows the acknowledgement. As in the
browser (static/board/line/connection.js) `too_fast` is waited out; what was not saved, not answered for two seconds, or cut off is
sent again under the same id; and a line that is silent for twelve seconds is opened anew. Where there are several
servers each person has one of them as their home: when that is gone they are at the next, and half a second later they
look whether it is back, whatever is in flight. SIGUSR1 ends the sending before
the time is over. Frames are kept as they came, those that everybody got only once, and nobody reads them here, so that
reading does not slow the sending. Prints one JSON: the frames, and for each person every id sent, answered or not, the
times, how often a line was opened and a point not saved, and the numbers of the frames in the order in which they came.
"""

import base64
import json
import os
import selectors
import signal
import socket
import struct
import sys
import time
from uuid import uuid4

ANSWER_SECONDS, SILENCE_SECONDS, AGAIN_SECONDS, OPENING_SECONDS, ELSEWHERE_SECONDS = 2, 12, 0.5, 2, 0.5


class Person:
    """One person's line."""

    def __init__(self, orders, home, seat, cookie, known):
        self.known = known
        self.addresses = orders["addresses"]
        self.home = self.at = home % len(self.addresses)
        self.seat, self.cookie = seat, cookie
        self.column = orders["column"]
        self.pace = orders["pace"]
        self.socket = None
        self.buffer = b""
        self.frames = []
        self.acks = []
        self.sent = {}
        self.waiting = None
        self.number = self.first = 0
        self.asked = False
        self.opened = self.unsaved = 0
        self.try_at = self.heard_at = self.came_at = 0.0
        self.began = 0.0
        self.ready_at = float("inf")
        self.inside = False

    def open(self):
        """Opens the line, or tells that nobody is there yet; the next try is at the next server."""
        there = self.addresses[self.at]
        if self._opened(there["host"], there["port"], there["origin"]):
            return True
        self.at = (self.at + 1) % len(self.addresses)
        return False

    def _opened(self, host, port, origin):
        try:
            line = socket.create_connection((host, port), timeout=OPENING_SECONDS)
        except OSError:
            return False
        line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        key = base64.b64encode(os.urandom(16)).decode()
        head = b""
        asked = (
            f"GET /socket.io/?EIO=4&transport=websocket&seat={self.seat} HTTP/1.1\r\n"
            f"Host: {origin.removeprefix('http://')}\r\nOrigin: {origin}\r\nCookie: {self.cookie}\r\nUpgrade: websocket\r\n"
            f"Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: {key}\r\n\r\n"
        )
        try:
            # Killed between taking the connection and hearing this, it is not there either.
            line.sendall(asked.encode())
            while b"\r\n\r\n" not in head:
                part = line.recv(4096)
                if not part:
                    raise ConnectionError
                head += part
        except OSError:
            line.close()
            return False
        head, _, self.buffer = head.partition(b"\r\n\r\n")
        if b" 101 " not in head.split(b"\r\n")[0]:
            line.close()
            return False
        line.setblocking(False)
        self.socket, self.inside, self.heard_at = line, False, time.monotonic()
        self.came_at = self.heard_at
        self.opened += 1
        return self.send("40")

    def send(self, text):
        """One masked text frame. False when the line is broken."""
        data = text.encode()
        head = b"\x81" + (
            struct.pack("!B", 0x80 | len(data)) if len(data) < 126 else struct.pack("!BH", 0x80 | 126, len(data))
        )
        try:
            self.socket.sendall(head + b"\0\0\0\0" + data)
        except OSError:
            return False
        return True

    def next_command(self, now):
        """Sends the next point, or the one whose answer never came."""
        if self.waiting is None:
            id = str(uuid4())
            self.waiting = (id, str(uuid4()))
            self.sent[id] = {"item": self.waiting[1], "n": None, "tries": 0, "at": now, "acked": None}
            self.first = self.number + 1
        id, item = self.waiting
        self.sent[id]["tries"] += 1
        self.number += 1
        self.began, self.asked = now, True
        data = {
            "item": item,
            "column": self.column,
            "text": f"A point of this length, as people write them, {item[:8]}.",
        }
        command = {"id": id, "name": "add_item", "data": data}
        self.ready_at = float("inf")
        return self.send(f"42{self.number}{json.dumps(['command', command])}")

    def read(self, now):
        """Takes in what has come. False when the line is broken."""
        try:
            part = self.socket.recv(1 << 18)
        except BlockingIOError:
            return True
        except OSError:
            return False
        if not part:
            return False
        self.heard_at = now
        self.buffer += part
        return self._frames(now)

    def _frames(self, now):
        at, buffer = 0, self.buffer
        alive = True
        while len(buffer) - at >= 2:
            size, begin = buffer[at + 1] & 127, at + 2
            if size == 126:
                if len(buffer) < begin + 2:
                    break
                size, begin = struct.unpack_from("!H", buffer, begin)[0], begin + 2
            elif size == 127:
                if len(buffer) < begin + 8:
                    break
                size, begin = struct.unpack_from("!Q", buffer, begin)[0], begin + 8
            if len(buffer) < begin + size:
                break
            if buffer[at] & 15 == 8:
                alive = False
            else:
                self._hear(buffer[begin : begin + size], now)
            at = begin + size
        self.buffer = buffer[at:]
        return alive

    def _hear(self, frame, now):
        if frame == b"2":
            self.send("3")
        elif frame.startswith(b"43"):
            at = frame.index(b"[")
            if self.waiting and int(frame[2:at]) >= self.first:
                self._answer(json.loads(frame[at:])[0], now)
        elif frame.startswith((b'42["patch"', b'42["snapshot"', b'42["goodbye"')):
            self.frames.append(self.known.setdefault(frame, len(self.known)))
            if frame.startswith(b'42["snapshot"') and not self.inside:
                self.inside, self.ready_at = True, now

    def _answer(self, answer, now):
        self.asked = False
        if answer["ok"]:
            id, _ = self.waiting
            self.sent[id].update(n=answer["n"], acked=now)
            self.acks.append(now - self.began)
            self.waiting = None
            self.ready_at = max(now, self.began + self.pace)
        elif answer["error"]["code"] == "too_fast":
            self.ready_at = now + answer["error"]["wait_ms"] / 1000
        elif answer["error"]["code"] == "not_saved":
            self.unsaved += 1
            self.ready_at = now + AGAIN_SECONDS
        else:
            raise SystemExit(f"refused: {answer['error']['code']}")


def reconnect(people, chooser):
    """Tries to open whatever line is down, each again after a while."""
    for one in people:
        if one.socket is None and one.try_at <= time.monotonic():
            if one.open():
                chooser.register(one.socket, selectors.EVENT_READ, one)
                one._frames(time.monotonic())
            else:
                one.socket, one.try_at = None, time.monotonic() + 0.05


def impatient(one, now):
    """Asks again for what is not answered. True when the line has to be opened anew: it is too silent, or it is time to
    look whether one's own server is back."""
    if one.asked and now - one.began > ANSWER_SECONDS:
        one.asked, one.ready_at = False, now + AGAIN_SECONDS
    return now - one.heard_at > SILENCE_SECONDS or (one.at != one.home and now - one.came_at > ELSEWHERE_SECONDS)


def drop(one, chooser):
    """The line broke: whatever was in flight is asked again."""
    chooser.unregister(one.socket)
    one.socket.close()
    one.socket, one.ready_at, one.asked, one.inside = None, float("inf"), False, False
    one.at = one.home


def main():
    """Runs until the time is over and every answer has come."""
    orders = json.loads(sys.stdin.read())
    known = {}
    people = [Person(orders, at, one["seat"], one["cookie"], known) for at, one in enumerate(orders["people"])]
    chooser = selectors.DefaultSelector()
    until = time.monotonic() + orders["seconds"]
    enough = []
    signal.signal(signal.SIGUSR1, lambda *_: enough.append(True))
    quiet_until = until
    while any(one.socket is None for one in people) and time.monotonic() < until + 20:
        reconnect(people, chooser)
        time.sleep(0.01)
    print("connected", flush=True)
    while (now := time.monotonic()) < quiet_until:
        if enough:
            until, quiet_until = min(until, now), max(now + 1.5, min(quiet_until, now + 1.5))
            enough.clear()
        broken = set()
        for one in people:
            if one.ready_at <= now and one.socket and (now < until or one.waiting) and not one.next_command(now):
                broken.add(one)
            if one.socket and impatient(one, now):
                broken.add(one)
        for key, _ in chooser.select(0.002):
            if not key.data.read(time.monotonic()):
                broken.add(key.data)
        for one in broken:
            drop(one, chooser)
        reconnect(people, chooser)
        if any(one.waiting or not one.inside for one in people) and now < until + 20:
            quiet_until = max(quiet_until, time.monotonic() + 1.5)
    told = [{"sent": one.sent, "acks": one.acks, "frames": one.frames, "opened": one.opened, "unsaved": one.unsaved}
            for one in people]  # fmt: skip
    json.dump({"frames": [frame.decode() for frame in known], "people": told}, sys.stdout)


if __name__ == "__main__":
    main()
