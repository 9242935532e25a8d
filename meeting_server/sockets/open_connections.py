"""Counts the connections that the socket library holds now."""

import socketio


def open_lines(server: socketio.Server) -> dict[str, float]:
    """Returns the number of open connections by transport, including those that have not yet said who they are."""
    found = {"polling": 0.0, "websocket": 0.0}
    for line in list(server.eio.sockets.values()):
        if not line.closed:
            found["websocket" if line.upgraded else "polling"] += 1
    return found
