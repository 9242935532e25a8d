"""A board with nothing on it, behind the real gate, door and servers: ``python bare_server.py eventlet|threading``.

Prints its port. Says "secret" to everybody in the room every five milliseconds, so that a cut can be seen to cut.
"""

from __future__ import annotations

import importlib
import sys

HEARD = {"connects": 0, "disconnects": 0, "commands": 0, "auth": 0, "order": []}


def make_verbs(board):
    """What a command may ask of this board."""
    from meeting_server.sockets.disconnect import cut

    server = board.server

    def remove(sid):
        board.emit("goodbye", {"reason": "removed"}, to=sid)
        cut(server, sid)
        board.emit("patch", {"secret": "straight after"}, to=sid)
        board.emit("patch", {"secret": "straight after"}, to="all")
        return {"ok": True}

    def pour():
        for _ in range(400):
            board.emit("patch", {"secret": "x" * 30_000}, to="all")
            board.sleep(0.01)

    def flood(_sid):
        board.start_background_task(pour)
        return {"ok": True}

    def large(sid):
        board.emit("patch", {"large": "x" * 5_000_000}, to=sid)
        return {"ok": True}

    def state(_sid):
        return {**HEARD, "open": len(server.eio.sockets)}

    def note(number):
        HEARD["order"].append(number)
        return {"ok": True}

    return {"remove": remove, "flood": flood, "large": large, "state": state, "note": note}


def listen_to(board, verbs):
    """Count what reaches the handlers, and answer commands."""
    from flask_socketio import join_room

    from meeting_server.sockets.strict_packets import Malformed

    @board.on("connect")
    def connected(auth=None):
        HEARD["connects"] += 1
        HEARD["auth"] += auth is not None
        join_room("all")

    @board.on("disconnect")
    def disconnected(_reason):
        HEARD["disconnects"] += 1

    @board.on("command")
    def command(data):
        HEARD["commands"] += 1
        if isinstance(data, Malformed):
            return {"ok": False, "error": {"code": "malformed", "why": data.code}}
        verb = verbs.get(data.get("name"))
        return {"ok": True} if verb is None else verb(data.get("data"))


def main(mode: str) -> None:
    """Serve until told to stop."""
    serving = importlib.import_module(
        "meeting_server.eventlet_server" if mode == "eventlet" else "meeting_server.threaded_server"
    )
    serving.prepare()
    from flask import Flask, request
    from flask_socketio import SocketIO

    from meeting_server.http.gate import OuterGate
    from meeting_server.sockets.door import PacketDoor, socket_settings
    from meeting_server.sockets.rate_limits import RateLimiter
    from meeting_server.sockets.strict_packets import is_sound_polling_body

    serving.harden()
    listener = serving.listen("127.0.0.1", 0)
    port = listener.getsockname()[1]
    origins = frozenset({f"http://127.0.0.1:{port}"})
    app = Flask(__name__)
    board = SocketIO(app, **socket_settings(async_mode=mode, origins=origins))
    server = board.server
    PacketDoor(server, seconds_to_connect=0.6)
    listen_to(board, make_verbs(board))

    def talk():
        while True:
            board.emit("patch", {"secret": "and more"}, to="all")
            board.sleep(0.005)

    @app.get("/who")
    def who():
        return request.remote_addr or ""

    gate = OuterGate(
        app,
        origins=origins,
        https=False,
        trusted_proxies=0,
        session_alive=lambda environ: environ.get("HTTP_COOKIE"),
        sockets_open=lambda _: 0,
        browser=lambda _: None,
        openings=RateLimiter(float, None),
        requests=RateLimiter(float, None),
        routes={"/socket.io/": frozenset({"GET", "POST"}), "/who": frozenset({"GET"})},
        sound_body=is_sound_polling_body,
    )
    board.start_background_task(talk)
    print(port, flush=True)
    serving.serve(listener, gate, on_stop=lambda: print("stopping", flush=True))
    print("stopped", flush=True)


if __name__ == "__main__":
    main(sys.argv[1])
