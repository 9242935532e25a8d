"""The socket we listen on, the same for every way of serving."""

from __future__ import annotations

import errno
import socket
from typing import Any

BACKLOG = 1024
HANG_UP = "board.hang_up"
"""The key in a request's environment of a function that ends the connection with the answer, if the server can
do that.
"""


class PortTaken(Exception):
    """Another program, or another start of this one, holds the port.

    The text is for the person who started us.
    """


def open_listener(host: str, port: int, make_socket: Any = socket.socket, *, at_once: bool = True) -> Any:
    """Returns a listening socket for `host` and `port` (0: any free one). Raises `PortTaken`.

    Unless it listens `at_once`, it only has the port, until `begin`. A single server lets connections wait while it
    gets ready. If there are several, a proxy that is refused goes to another one at once.

    TCP_NODELAY is set here because accepted sockets inherit it: without it a small answer waits up to 40 ms for the
    other side's delayed acknowledgement. SO_REUSEPORT is left out on purpose: with it a second start would share the
    port in silence, and half the browsers would reach the wrong server.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = make_socket(family, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    try:
        listener.bind((host, port))
    except OSError as error:
        listener.close()
        raise _taken(host, port) if error.errno == errno.EADDRINUSE else error from None
    if at_once:
        begin(listener)
    return listener


def begin(listener: Any) -> None:
    """Listens from now on. Raises `PortTaken` if another start did so first."""
    host, port, *_ = listener.getsockname()
    try:
        listener.listen(BACKLOG)
    except OSError as error:
        listener.close()
        raise _taken(host, port) if error.errno == errno.EADDRINUSE else error from None


def _taken(host: str, port: int) -> PortTaken:
    return PortTaken(f"Port {port} on {host} is already in use: stop the other program, or set PORT to a free one.")
