"""The same stack bare: stock Flask-SocketIO on eventlet, TCP_NODELAY, no database, no rules.

`python -m benchmarks.bare --bytes 600` takes a command, sends the meeting a packet of that many bytes, and answers.
"""

import eventlet

eventlet.monkey_patch()

import argparse  # noqa: E402
from itertools import count  # noqa: E402
from typing import Any  # noqa: E402

from eventlet import wsgi  # noqa: E402
from flask import Flask  # noqa: E402
from flask_socketio import SocketIO, join_room  # noqa: E402

from meeting_server.eventlet_server import listen  # noqa: E402

# The parts of the packet around its padding: the names of the fields, an id, a number.
FRAME = len('42["patch",{"n":1000,"item":"00000000-0000-0000-0000-000000000000","text":""}]')


def app_of(size: int) -> Flask:
    """Returns the app. Its packets have `size` bytes."""
    app = Flask(__name__)
    socketio = SocketIO(app, async_mode="eventlet")
    padding, numbers = "x" * (size - FRAME), count(1)

    @socketio.on("join")  # type: ignore[untyped-decorator]
    def join(data: dict[str, Any]) -> dict[str, bool]:
        join_room(data["room"])
        return {"ok": True}

    @socketio.on("command")  # type: ignore[untyped-decorator]
    def command(data: dict[str, Any]) -> dict[str, Any]:
        n = next(numbers)
        socketio.emit("patch", {"n": n, "item": data["data"]["item"], "text": padding}, to=data["room"])
        return {"ok": True, "n": n}

    return app


def main() -> None:
    """Serves on a free port, which it prints."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--bytes", type=int, required=True)
    size = parser.parse_args().bytes
    # The board's own listener, which sets TCP_NODELAY. All else is Flask-SocketIO's and eventlet's default.
    listener = listen("127.0.0.1", 0)
    print(f"Serving http://127.0.0.1:{listener.getsockname()[1]}", flush=True)
    wsgi.server(listener, app_of(size), log_output=False)


if __name__ == "__main__":
    main()
