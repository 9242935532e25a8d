"""How many lines the socket library holds at this moment."""

import socketio


def open_lines(server: socketio.Server) -> dict[str, float]:
    """The open lines by transport, those that have not said yet whose they are included."""
    found = {"polling": 0.0, "websocket": 0.0}
    for line in list(server.eio.sockets.values()):
        if not line.closed:
            found["websocket" if line.upgraded else "polling"] += 1
    return found
