"""What a server holds, as the system and `/metrics` tell it: for a soak, which asks before and after (`tests.servers.short_memory`)."""

from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

import requests

from tests.servers.served import Served

TOKEN = "soak-" * 5


@dataclass(frozen=True)
class Held:
    """What the server holds: memory in KB, blocks of it that Python holds, and counts. `tasks` are greenlets."""

    rss_kb: int
    blocks: int
    files: int
    sockets: int
    threads: int
    lines: int
    rooms: int
    tasks: int
    meetings: int

    def but_memory(self) -> dict[str, int]:
        """What must be exactly as it was."""
        return {name: count for name, count in asdict(self).items() if name not in ("rss_kb", "blocks")}


def held_by(served: Served) -> Held:
    """What it holds now: as the system tells it of the process, and as it tells its watcher."""
    proc = Path(f"/proc/{served.process.pid}")
    status = dict(line.split(":", 1) for line in (proc / "status").read_text("utf-8").splitlines())
    # Counted before the question that would be counted with them.
    files = list(_open_files(proc))
    gauges = told_by(served)
    sockets = sum(one.startswith("socket:") for one in files)
    return Held(int(status["VmRSS"].split()[0]), gauges["soak_blocks"], len(files), sockets, int(status["Threads"]),
                gauges["board_lines"], gauges["board_rooms"], gauges["board_tasks"],
                gauges["board_meetings_in_memory"])  # fmt: skip


def told_by(served: Served) -> Counter[str]:
    """What it tells its watcher: of each name the sum."""
    told = requests.get(f"{served.url}/metrics", headers={"Authorization": f"Bearer {TOKEN}"}, timeout=10).text
    found = Counter[str]()
    for line in told.splitlines():
        if not line.startswith("#"):
            found[line.split("{")[0].split()[0]] += int(float(line.split()[-1]))
    return found


def _open_files(proc: Path) -> Iterator[str]:
    for one in list((proc / "fd").iterdir()):
        with suppress(FileNotFoundError):
            yield str(one.readlink())
