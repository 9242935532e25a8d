"""People adding points without pause from a process of their own, and the history of what came of it."""

import hashlib
import json
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from meeting_server.storage import keys
from meeting_server.storage.tables import events, streams
from tests.faults.history import History, Logged, Saw, Sent
from tests.people.on_the_wire import Wire, fold
from tests.servers.served import Served, opened

CLIENT = Path(__file__).parent / "load_client.py"
EVERYONE = "everyone"


def load(
    served: Served, wires: list[Wire], seconds: float, pace: float = 0.0, by: str = "", also: Sequence[Served] = ()
) -> "subprocess.Popen[str]":
    """Starts these people adding points, each again `pace` seconds after the last; the process that will tell of it.

    `by`: where they connect, if not to the server itself. `also`: more servers, each the home of its share of them.
    """
    addresses = [address(served, by or served.url), *(address(one, one.url) for one in also)]
    orders = {"addresses": addresses, "column": "worries", "seconds": seconds, "pace": pace,
              "people": [{"seat": one.seat, "cookie": one.cookie} for one in wires]}  # fmt: skip
    client = subprocess.Popen([sys.executable, CLIENT], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert client.stdin
    assert client.stdout
    client.stdin.write(json.dumps(orders))
    client.stdin.close()
    client.stdin = None
    assert client.stdout.readline() == "connected\n"
    return client


def address(served: Served, by: str) -> dict[str, Any]:
    """Where the load client finds a server; `by` is how it goes there, as by a proxy."""
    host, port = by.removeprefix("http://").split(":")
    return {"host": host, "port": int(port), "origin": served.url}


def result(client: "subprocess.Popen[str]", seconds: float) -> list[dict[str, Any]]:
    """What each person sent, was answered and heard, once the process has ended."""
    try:
        out, _ = client.communicate(timeout=seconds)
    finally:
        client.kill()
    assert client.returncode == 0, out
    told = json.loads(out)
    frames = [json.loads(frame[2:]) for frame in told["frames"]]
    for one in told["people"]:
        one["frames"] = [frames[n] for n in one["frames"]]
    people: list[dict[str, Any]] = told["people"]
    return people


def ended(
    served: Served, wires: list[Wire], client: "subprocess.Popen[str]"
) -> tuple[list[dict[str, Any]], dict[str, Any]]:
    """Tells the people to stop: what each of them saw, and the board as it is then, once the server has stopped too."""
    client.send_signal(signal.SIGUSR1)
    people = result(client, 60)
    fresh = wires[0].connect().boards[EVERYONE]
    wires[0].close()
    assert served.stop() == 0
    assert "Traceback" not in served.log
    return people, fresh


def history_of(
    people: list[dict[str, Any]], attendees: list[str], before: int, data_dir: Path, meeting: str, fresh: dict[str, Any]
) -> History:
    """What happened in the stream Everyone after number `before`, once the server has stopped.

    `attendees`: who the people are, in their order; `fresh`: that board as a new snapshot has it.
    """
    log, head = _log(data_dir, meeting, before)
    boards = {("server", EVERYONE): _hash(fresh)}
    saw: list[Saw] = []
    for who, one in zip(attendees, people, strict=True):
        seen, board = _seen(who, one["frames"])
        saw += seen
        boards[who, EVERYONE] = _hash(board)
    sent = (
        Sent(who, id, command["item"], command["at"], EVERYONE, command["n"], command["acked"])
        for who, one in zip(attendees, people, strict=True)
        for id, command in one["sent"].items()
    )
    held = {who: {EVERYONE: (0, None)} for who in (*attendees, "server")}
    return History(tuple(sent), log, tuple(saw), boards, held, {EVERYONE: before}, {EVERYONE: head})  # type: ignore[arg-type]


def _log(data_dir: Path, meeting: str, before: int) -> tuple[tuple[Logged, ...], str]:
    """The events after a number, and the hash of the one under it."""
    wanted = (
        sa.select(events).join(streams, streams.c.id == events.c.stream)
        .where(events.c.meeting == meeting, streams.c.audience == EVERYONE, events.c.n > before).order_by(events.c.n)
    )  # fmt: skip
    with opened(data_dir) as live, live.database.reading() as connection:
        found = tuple(
            Logged(EVERYONE, row.n, row.actor, row.command_id, str(keys.opened(row.body).get("item", "")),
                   row.previous.hex(), row.hash.hex())
            for row in connection.execute(wanted)
        )  # fmt: skip
    return found, found[0].previous if found else ""


def _seen(who: str, frames: list[Any]) -> tuple[list[Saw], dict[str, Any]]:
    """What one person saw of Everyone, and the board they end with, folded as any client does."""
    seen: list[Saw] = []
    board: dict[str, Any] = {"n": 0, "things": {}}
    for name, data in frames:
        if name == "snapshot" and EVERYONE in data["boards"]:
            board = json.loads(json.dumps(data["boards"][EVERYONE]))
            seen.append(Saw(who, EVERYONE, board["n"], tuple(board["things"].get("items", {})), whole=True))
        elif name == "patch" and data["audience"] == EVERYONE:
            seen.append(Saw(who, EVERYONE, data["n"], tuple(data["put"].get("items", {}))))
            if data["n"] == board["n"] + 1:
                fold(board, data)
    return seen, board


def _hash(board: dict[str, Any]) -> str:
    return hashlib.sha256(json.dumps(board, sort_keys=True).encode()).hexdigest()
