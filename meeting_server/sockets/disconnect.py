"""Ends a connection for certain: a removed person hears goodbye and then nothing, whatever their browser does.

The library's own `disconnect` only says that the connection is over. The transport stays open and may come back.
"""

from __future__ import annotations

from contextlib import suppress
from typing import Any

import socketio
from engineio.exceptions import SocketIsClosedError
from engineio.packet import MESSAGE

FLUSH_SECONDS = 0.5
_STEP = 0.01


def cut(server: socketio.Server, sid: str) -> None:
    """Ends the connection `sid`; returns at once.

    Before it returns, the connection is in no room, nothing more is queued for it and nothing it sends is read. A
    `goodbye` emitted before this call, and the answer to the request to connect, have half a second to leave.
    Everything else in the queue is thrown away. Then the transport is closed, and on polling the next request is
    refused. An unknown or ended `sid` is no error.
    """
    engine_sid = server.manager.eio_sid_from_sid(sid, "/")
    if engine_sid is None:
        return
    for room in list(server.rooms(sid)):
        server.leave_room(sid, room)
    cut_connection(server, engine_sid)


def cut_connection(server: socketio.Server, engine_sid: str) -> bool:
    """Does the same as `cut` for a connection known by its engine's id: it may never have said who it is. True if there
    was a connection to end.
    """
    engine_socket = server.eio.sockets.get(engine_sid)
    if engine_socket is None or engine_socket.closed or getattr(engine_socket, "being_cut", False):
        return False
    let_go(engine_socket)
    engine_socket.being_cut = True
    engine_socket.send = engine_socket.receive = _ignore
    _keep_only_goodbye(server, engine_socket.queue)
    server.start_background_task(_flush_and_close, server, engine_socket)
    return True


def let_go(engine_socket: Any) -> None:
    """Sends what was held back for one poll (door.py). Nothing is held back after that."""
    held, engine_socket.held_back = getattr(engine_socket, "held_back", None), None
    with suppress(SocketIsClosedError):
        for packet in held or ():
            engine_socket.send(packet)


def _ignore(_: Any) -> None:
    """Replaces an engine socket's `send` and `receive`."""


def _may_leave(packet: Any) -> bool:
    """True for goodbye and for the answer to the request to connect. That answer tells nothing, and without it the
    browser does not hear goodbye.
    """
    return packet is None or (packet.packet_type == MESSAGE and str(packet.data).startswith(('2["goodbye"', "0")))


def _keep_only_goodbye(server: socketio.Server, queue: Any) -> None:
    kept = []
    try:
        while True:
            packet = queue.get(block=False)
            queue.task_done()
            if _may_leave(packet):
                kept.append(packet)
    except server.eio.get_queue_empty_exception():
        for packet in kept:
            queue.put(packet)


def _flush_and_close(server: socketio.Server, engine_socket: Any) -> None:
    steps_left = round(FLUSH_SECONDS / _STEP)
    while steps_left and not engine_socket.queue.empty():
        server.sleep(_STEP)
        steps_left -= 1
    unread = not engine_socket.queue.empty()
    # wait=False: otherwise it would wait for the queue to empty, and this reader does not read.
    engine_socket.close(wait=False, abort=True, reason=server.eio.reason.SERVER_DISCONNECT)
    # The engine would do this at its next round, and never when a threaded websocket ends.
    server.eio.sockets.pop(engine_socket.sid, None)
    line = getattr(engine_socket, "line", None)
    if line is None:
        return
    while steps_left and not line.ended:
        server.sleep(_STEP)
        steps_left -= 1
    if not line.ended:
        line.hang_up(discard_unsent=unread)
