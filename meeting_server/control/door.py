"""The control socket of a running server, DATA_DIR/control: for its administrator and no one else.

With a second writing connection SQLite could lose a page, and it would know of no open connection of a browser. Here
the kernel says who asks, the one writer does it, and connections end at once.
"""

import json
import os
import socket
import struct
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from marshmallow import ValidationError

from ..domain.kinds import plain
from ..domain.refused import Refused
from .acts import Act, Answer, read

NAME = "control"
MOST_BYTES = 64 * 1024
SECONDS = 10.0
AT_ONCE = 4
_STOP_SECONDS = 0.5


def address(folder: int) -> str:
    """Returns the address of the socket in an open folder, by the folder's number: an address has at most 107 bytes,
    and a path may be longer.
    """
    return f"/proc/self/fd/{folder}/{NAME}"


class ControlDoor:
    """Listens in the server that holds the data folder. `carry_out` does what is asked; `spawn` runs work that may take
    long.
    """

    def __init__(self, folder: Path, carry_out: Callable[[Act], Answer], spawn: Callable[..., object]) -> None:
        self._carry_out = carry_out
        self._spawn = spawn
        self._places = threading.BoundedSemaphore(AT_ONCE)
        self._open = True
        self._folder = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        self._listener = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        # The holder of the folder's lock can find here only what a killed server has left.
        with suppress(FileNotFoundError):
            (folder / NAME).unlink()
        self._listener.bind(address(self._folder))
        (folder / NAME).chmod(0o600)
        self._listener.listen(AT_ONCE)
        self._listener.settimeout(_STOP_SECONDS)
        self._path = folder / NAME

    def serve(self) -> None:
        """Takes connections until the process ends. Runs as a background task."""
        while self._open:
            self._places.acquire()
            try:
                taken, _ = self._listener.accept()
            except TimeoutError:
                self._places.release()
            except OSError:
                self._places.release()
                time.sleep(_STOP_SECONDS)
            else:
                self._spawn(self._answer, taken)

    def close(self) -> None:
        self._open = False
        with suppress(OSError):
            self._path.unlink()
        self._listener.close()
        os.close(self._folder)

    def _answer(self, taken: socket.socket) -> None:
        try:
            with taken:
                if not is_ours(taken):
                    return
                said = self._said(read_line(taken))
                taken.sendall(json.dumps(plain(said)).encode() + b"\n")
        except (OSError, ValueError):
            return
        finally:
            self._places.release()

    def _said(self, asked: bytes) -> Answer:
        try:
            return self._carry_out(read(json.loads(asked)))
        except (ValidationError, ValueError, RecursionError):
            return Answer(("This can't be read. Is the server of the same release?",), "bad_data")
        except Refused as refused:
            return Answer((str(refused.message),), refused.code)
        except Exception:  # noqa: BLE001 - whatever broke, the sender is told
            return Answer(("The server could not do it. Its log says more.",), "failed")


def is_ours(taken: socket.socket) -> bool:
    """True if the other end runs as our own user, or root: the kernel says so."""
    size = struct.calcsize("3i")
    _, user, _ = struct.unpack("3i", taken.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, size))
    return user in (0, os.geteuid())


def read_line(taken: socket.socket) -> bytes:
    """Returns one line. Raises ValueError if it is too long, too late, or cut off."""
    until, found = time.monotonic() + SECONDS, b""
    while not found.endswith(b"\n"):
        left = until - time.monotonic()
        if left <= 0 or len(found) > MOST_BYTES:
            raise ValueError("no line")
        taken.settimeout(left)
        more = taken.recv(4096)
        if not more:
            raise ValueError("no line")
        found += more
    return found
