"""Has an act of the command line done: by the server that has the data, or by the command itself if none has."""

import json
import os
import socket
from pathlib import Path

from ..clock import clock
from ..domain.kinds import built
from ..in_thread import at_once
from ..services.accounts import Accounts
from ..services.doorbell import ring_once
from ..services.live_meeting import LiveMeetings
from ..settings import Settings
from ..storage.database import DataInUse, open_database
from ..storage.sqlite import NAME as DATABASE
from .acts import Act, Answer, written
from .carry_out import House, carry_out
from .door import address, read_line


def have_done(act: Act, settings: Settings) -> Answer:
    """Carries out the act and returns the result. A command never makes a database: if DATA_DIR is not set, it would
    work on an empty one.
    """
    if not settings.database_url and not (settings.data_dir / DATABASE).is_file():
        return Answer((f"There is no data in {settings.data_dir}. Set DATA_DIR, or start the server once.",), "no_data")
    try:
        database = open_database(settings.data_dir, settings.database_url)
    except DataInUse:
        return ask_server(settings.data_dir, act)
    live = LiveMeetings(database, clock)

    def signed_out() -> None:
        if settings.redis_url:
            ring_once(settings.redis_url)

    try:
        return carry_out(act, House(live, Accounts(live, at_once), settings.url, signed_out))
    finally:
        live.writer.stop()
        database.close()


def ask_server(folder: Path, act: Act) -> Answer:
    """Returns the server's answer. `no_socket` means that it has no control socket or does not answer."""
    there = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as line:
            line.settimeout(10)
            line.connect(address(there))
            line.sendall(json.dumps(written(act)).encode() + b"\n")
            answer: Answer = built(Answer, json.loads(read_line(line)))
            return answer
    except (OSError, ValueError):
        says = "A server has the data and does not answer by its control socket. Start it anew, then try again."
        return Answer((says,), "no_socket")
    finally:
        os.close(there)


def is_served(folder: Path) -> bool:
    """True if a running server has this folder, and not only a command that is done in a moment."""
    try:
        there = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    except OSError:
        return False
    try:
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as line:
            line.settimeout(1)
            line.connect(address(there))
    except OSError:
        return False
    else:
        return True
    finally:
        os.close(there)
