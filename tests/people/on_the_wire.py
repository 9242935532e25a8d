"""A person over the real wire, without a browser: joins by a link, sends commands, keeps every byte that arrives."""

import itertools
import json
import re
import socket
import threading
import time
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from typing import Any
from uuid import uuid4

import requests
import websocket


class LineEnded(ConnectionError):
    """The other side ended the line, or refused it."""


class WebsocketLine:
    """One websocket, frame by frame."""

    def __init__(self, url: str, seat: str, cookie: str, origin: str = "") -> None:
        ws = f"{url.replace('http', 'ws', 1)}/socket.io/?EIO=4&transport=websocket&seat={seat}"
        try:
            # Python decodes every frame anyway; the library would check each byte of a snapshot by itself, for seconds.
            self._raw = websocket.create_connection(
                ws, origin=origin or url, cookie=cookie, timeout=30, skip_utf8_validation=True
            )
        except websocket.WebSocketBadStatusException as error:
            raise LineEnded(str(error.status_code)) from None

    def send(self, frame: str) -> None:
        """Sends one frame."""
        try:
            self._raw.send(frame)
        except (OSError, websocket.WebSocketException) as error:
            raise LineEnded(str(error)) from None

    def receive(self) -> str:
        """The next frame. A closing frame is left unanswered: this browser stays and listens."""
        while True:
            try:
                opcode, data = self._raw.recv_data()
            except (OSError, websocket.WebSocketException) as error:
                raise LineEnded(str(error)) from None
            if opcode != websocket.ABNF.OPCODE_CLOSE:
                return str(data.decode())

    def hang_up(self) -> None:
        """Ends the line without a word; whoever waits in `receive` hears of it."""
        with suppress(OSError, AttributeError):
            self._raw.sock.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        """Lets go of the socket."""
        self._raw.shutdown()


class PollingLine:
    """The same over polling. `answers` keeps the status of every request."""

    def __init__(self, url: str, seat: str, cookie: str, origin: str = "") -> None:
        self._at = f"{url}/socket.io/?EIO=4&transport=polling&seat={seat}"
        headers = {"Cookie": cookie, "X-Board": "1"}
        self._reads, self._writes = requests.Session(), requests.Session()
        self._reads.headers.update(headers)
        self._writes.headers.update({**headers, "Origin": origin or url})
        self._waiting: deque[str] = deque()
        self._ended = False
        self.answers: list[int] = []
        opening = self._get()
        self._at += f"&sid={json.loads(opening[1:])['sid']}"

    def _get(self) -> str:
        try:
            answer = self._reads.get(self._at, timeout=30)
        except requests.RequestException as error:
            raise LineEnded(str(error)) from None
        self.answers.append(answer.status_code)
        if answer.status_code != 200:
            raise LineEnded(str(answer.status_code))
        return answer.content.decode()

    def send(self, *frames: str) -> None:
        """Sends frames in one POST."""
        try:
            answer = self._writes.post(self._at, data="\x1e".join(frames).encode(), timeout=30)
        except requests.RequestException as error:
            raise LineEnded(str(error)) from None
        self.answers.append(answer.status_code)
        if answer.status_code != 200:
            raise LineEnded(str(answer.status_code))

    def receive(self) -> str:
        """The next frame. Goes on asking as long as it is answered."""
        while not self._waiting:
            if self._ended:
                raise LineEnded("hung up")
            self._waiting.extend(self._get().split("\x1e"))
        return self._waiting.popleft()

    def hang_up(self) -> None:
        """Ends the line; the server answers the request that waits."""
        self._ended = True
        with suppress(LineEnded):
            self.send("1")

    def close(self) -> None:
        """Lets go of the sockets."""
        self._reads.close()
        self._writes.close()


LINES = {"websocket": WebsocketLine, "polling": PollingLine}


class Wire:
    """One attendee on one device. `boards` is folded from snapshot and patches as docs/protocol.md says.

    `browser`: a session another person of the same browser has, so that they share its cookie. `room`: the key that
    the page gives to proxies; sent by whoever knows it. `origin`: where people reach the server, if not at `url`.
    """

    room = ""

    def __init__(
        self, url: str, link: str, name: str = "", transport: str = "websocket", browser: requests.Session | None = None,
        origin: str = "",
    ) -> None:  # fmt: skip
        self.url, self.name, self.transport = url, name, transport
        self.origin = origin or url
        self.http = browser or requests.Session()
        self.http.headers.update({"Origin": self.origin, "X-Board": "1"})
        self.raw: list[str] = []
        self.times: list[float] = []
        self.bodies: list[bytes] = []
        self.snapshots: list[dict[str, Any]] = []
        self.boards: dict[str, dict[str, Any]] = {}
        self.order: list[tuple[str, int]] = []
        self.goodbye: str | None = None
        self.closed = threading.Event()
        self._acks: dict[int, Callable[[Any], None]] = {}
        self._numbers = itertools.count(1)
        self._news = threading.Condition()
        self._listener: threading.Thread | None = None
        self.seat = self._join(link)
        self.cookie = "; ".join(f"{one.name}={one.value}" for one in self.http.cookies)

    def _join(self, link: str) -> str:
        page, _, token = link.partition("#")
        self.http.get(page)
        answer = self.http.post(f"{self.url}/join", json={"token": token})
        self.joined = answer.json()
        assert self.joined["ok"], self.joined
        self.page: str = self.joined["go"]
        return self.page.rsplit("/", 1)[1]

    def connect(self, seconds: float = 10) -> "Wire":
        """Opens the line and waits for the first snapshot (or goodbye), at most so many seconds."""
        self._let_go()
        self.line = LINES[self.transport](self.url, self.asked, self.cookie, self.origin)
        self.closed.clear()
        before = len(self.snapshots)
        self.line.send("40")
        self._listener = threading.Thread(target=self._listen, args=(self.line,), daemon=True)
        self._listener.start()
        self.until(lambda: len(self.snapshots) > before or self.goodbye or self.closed.is_set(), seconds)
        return self

    @property
    def asked(self) -> str:
        """The seat as the line's address says it, and the room if it is known."""
        return f"{self.seat}&room={self.room}" if self.room else self.seat

    def reads_page(self) -> "Wire":
        """Opens the page of this seat, and knows from then on which room it says."""
        found = re.search(r'data-room="([0-9a-f]{16})"', self.get(self.page).text)
        assert found, "the page says no room"
        self.room = found[1]
        return self

    def _listen(self, line: WebsocketLine | PollingLine) -> None:
        try:
            while True:
                frame = line.receive()
                if frame == "2":
                    line.send("3")
                else:
                    self._hear(frame)
        except LineEnded:
            pass
        finally:
            self.closed.set()
            with self._news:
                self._news.notify_all()

    def _hear(self, text: str) -> None:
        if not text:
            return  # the empty body of a poll that was ended: not a byte
        self.times.append(time.monotonic())
        self.raw.append(text)
        if text.startswith("43"):
            number, _, rest = text[2:].partition("[")
            waiting = self._acks.pop(int(number), None)
            if waiting:
                waiting(json.loads("[" + rest)[0])
        elif text.startswith("42"):
            name, data = json.loads(text[2:])
            getattr(self, f"_on_{name}", lambda _: None)(data)
        with self._news:
            self._news.notify_all()

    def _on_snapshot(self, data: dict[str, Any]) -> None:
        self.snapshots.append(data)
        self.boards = data["boards"]

    def _on_patch(self, patch: dict[str, Any]) -> None:
        board = self.boards.get(patch["audience"])
        if board is None or patch["n"] <= board["n"]:
            return
        if patch["n"] > board["n"] + 1:
            self.line.send('42["resync",{}]')
            return
        fold(board, patch)
        self.order += [(patch["audience"], patch["n"])]

    def _on_goodbye(self, data: dict[str, Any]) -> None:
        self.goodbye = data["reason"]

    def until(self, true: Callable[[], Any], seconds: float = 10) -> Any:
        """Waits until `true()` is, and gives it back; fails after `seconds`."""
        end = time.monotonic() + seconds
        with self._news:
            while not (found := true()):
                left = end - time.monotonic()
                assert left > 0, f"{self.name} waited {seconds} s in vain"
                self._news.wait(min(left, 0.2))
        return found

    def send(self, name: str, data: dict[str, Any] | None = None, id: str | None = None) -> dict[str, Any]:
        """Sends a command and waits for its answer."""
        return self.ask("command", {"id": id or str(uuid4()), "name": name, "data": data or {}})

    def ok(self, name: str, /, **data: Any) -> dict[str, Any]:
        """Sends a command that must be taken."""
        answer = self.send(name, data)
        assert answer["ok"], answer
        return answer

    def refused(self, name: str, /, **data: Any) -> str:
        """Sends a command that must be refused, and gives back the code."""
        answer = self.send(name, data)
        assert not answer["ok"], answer
        assert answer["error"]["message"]
        return str(answer["error"]["code"])

    def add(self, text: str, column: str = "worries", **more: Any) -> str:
        """Adds a point; gives back its id."""
        id = str(uuid4())
        self.ok("add_item", item=id, column=column, text=text, **more)
        return id

    def ask(self, event: str, data: Any, seconds: float = 10) -> dict[str, Any]:
        """Sends an event and waits for its acknowledgement."""
        return self.raw_ask(json.dumps([event, data], ensure_ascii=False), seconds)

    def raw_ask(self, text: str, seconds: float = 10) -> dict[str, Any]:
        """Sends an event whose JSON is `text` as it stands."""
        number = next(self._numbers)
        answers: list[Any] = []
        self._acks[number] = answers.append
        self.line.send(f"42{number}{text}")
        self.until(lambda: answers or self.closed.is_set(), seconds)
        if not answers:
            raise LineEnded("the line was cut")
        found: dict[str, Any] = answers[0]
        return found

    def get(self, path: str) -> requests.Response:
        """Opens a page of this browser; its body counts among what this person was told."""
        answer = self.http.get(f"{self.url}{path}", allow_redirects=False)
        self.bodies.append(answer.content)
        return answer

    def things(self, kind: str, audience: str = "everyone") -> dict[str, Any]:
        """The things of a kind on one board."""
        found: dict[str, Any] = self.boards.get(audience, {"things": {}})["things"].get(kind, {})
        return found

    def told(self, words: str) -> bool:
        """Whether these words are in any frame or page that reached this browser."""
        return any(words in frame for frame in self.raw) or any(words.encode() in body for body in self.bodies)

    def fresh(self) -> dict[str, Any]:
        """The boards of a snapshot asked for now."""
        before = len(self.snapshots)
        self.line.send('42["resync",{}]')
        self.until(lambda: len(self.snapshots) > before)
        found: dict[str, Any] = self.snapshots[-1]["boards"]
        return found

    def _let_go(self) -> None:
        if self._listener is None:
            return
        self.line.hang_up()
        self._listener.join(timeout=10)
        self.line.close()
        self._listener = None

    def close(self) -> None:
        """Hangs up without a word."""
        self._let_go()
        self.http.close()


def fold(board: dict[str, Any], patch: dict[str, Any]) -> None:
    """Applies a patch to a board, as any client does."""
    for kind, things in patch["put"].items():
        board["things"].setdefault(kind, {}).update(things)
    for kind, ids in patch["gone"].items():
        for id in ids:
            board["things"].get(kind, {}).pop(id, None)
        if not board["things"].get(kind, True):
            del board["things"][kind]
    board["n"] = patch["n"]


def family_will_hear(chair: Wire) -> str:
    """Somebody is to tell the family, on a day: without it a supervision does not end (S9). Gives the point's id."""
    item = chair.add("Somebody tells them.", "hearing")
    chair.ok("set_action", item=item, owners=[chair.snapshots[-1]["you"]["person"]], by="2026-12-24")
    return item


def lobby(chair: Wire, name: str = "") -> list[dict[str, Any]]:
    """The devices that wait on the chair's desk, of the person with this name or of anybody."""
    return [
        device
        for device in list(chair.things("devices", "chairs_desk").values())
        if device["state"] == "waiting" and (not name or _is(chair, device["attendee"], name))
    ]


def let_in(chair: Wire, *waiting: Wire) -> None:
    """The chair lets people in, who then hold their boards."""
    for one in waiting:
        opens_the_door(chair, one.name)
        one.until(lambda one=one: one.snapshots[-1]["state"] == "in")


def opens_the_door(chair: Wire, name: str) -> None:
    """The chair lets in whoever waits under this name, and has nobody of theirs on the desk any more. A child's words that
    stand there are still safe with them."""
    device = chair.until(lambda: lobby(chair, name))[0]["id"]
    chair.ok("let_in", device=device, still_safe=True)
    chair.until(lambda: all(one["id"] != device for one in lobby(chair, name)))


def caught_up(first: Wire, *others: Wire) -> None:
    """Waits until these hold what everybody may know by now: the answer to one comes before another's news."""
    now = first.fresh()["everyone"]["n"]
    for one in (first, *others):
        one.until(lambda one=one: one.boards["everyone"]["n"] >= now)


def _is(chair: Wire, attendee: str, name: str) -> bool:
    person = chair.things("attendees")[attendee]["person"]
    return bool(chair.things("people")[person]["name"] == name)
