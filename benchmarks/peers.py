"""Other servers beside ours: a minimal one on Node, which is ours, and excalidraw-room if it is on this machine."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tools.services import free_port

from .cases import Case
from .generator import NotThere, Target
from .serving import ROOT, serving
from .stores import packet_size
from .talking import ROOMS, everybody, relay
from .workplace import Workplace

PEERS = ROOT / "benchmarks" / "peers"


def install() -> None:
    """Installs what the minimal Node server needs, as its lock file has it. Refused: NotThere, without Node."""
    if not shutil.which("npm"):
        raise NotThere("Node is not here")
    if not (PEERS / "node_modules" / "socket.io").exists():
        subprocess.run(["npm", "ci", "--silent", "--no-audit", "--no-fund", "--ignore-scripts"], cwd=PEERS, check=True)


@contextmanager
def minimal_node(case: Case, place: Workplace, *, stored: bool) -> Iterator[Target]:
    """Serves `benchmarks/peers/minimal.js`, with one INSERT for each command or none."""
    install()
    settings = {"NODE_ENV": "production"} | ({"DATABASE_URL": place.new_database()} if stored else {})
    with serving(["node", "minimal.js", "--bytes", str(packet_size(place))], settings, cwd=PEERS) as server:
        yield Target([server.pid], ROOMS, everybody(case, server.port))


@contextmanager
def excalidraw_room(case: Case, place: Workplace) -> Iterator[Target]:
    """Serves the relay of excalidraw, built in the folder that EXCALIDRAW_ROOM names."""
    port = free_port()
    with serving(
        ["node", "dist/index.js"],
        {"NODE_ENV": "production", "PORT": str(port)},
        cwd=folder_of("EXCALIDRAW_ROOM"),
        port=port,
    ) as server:
        yield Target([server.pid], relay(packet_size(place)), everybody(case, port))


def folder_of(name: str) -> Path:
    """Returns the folder that an environment variable names. Refused: NotThere."""
    folder = os.environ.get(name)
    if not folder or not Path(folder).is_dir():
        raise NotThere(f"it is not here: {name} names the folder where it is built")
    return Path(folder)
