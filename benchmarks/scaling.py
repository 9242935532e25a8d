"""Measures if a second process doubles what the board takes, when each has its own share of a processor.

On a machine of two processors, two processes, the database and the load would need four. So a Linux control group holds
each process to the same part of one processor. One such process is compared with two.
"""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from .board import on_postgresql
from .cases import Case
from .generator import NotThere, Target
from .machine import SERVER_CORE
from .systems import System
from .workplace import Workplace

SHARE = 0.45
CASE = Case(10, 15, window=4, rate=100)
_PERIOD_US = 10_000
_FIRST, _SECOND = Path("/sys/fs/cgroup/cpu"), Path("/sys/fs/cgroup")


@contextmanager
def held(pid: int, share: float) -> Iterator[None]:
    """Holds a process to a share of one processor. Refused: NotThere, if that is not allowed."""
    old = (_FIRST / "tasks").exists()
    group = (_FIRST if old else _SECOND) / f"board-bench-{pid}"
    quota = int(share * _PERIOD_US)
    try:
        group.mkdir()
        if old:
            (group / "cpu.cfs_period_us").write_text(str(_PERIOD_US))
            (group / "cpu.cfs_quota_us").write_text(str(quota))
        else:
            (group / "cpu.max").write_text(f"{quota} {_PERIOD_US}")
        (group / "cgroup.procs").write_text(str(pid))
    except OSError as error:
        raise NotThere(f"processes can't be held to a share of a processor here ({error.strerror})") from None
    try:
        yield
    finally:
        parent = group.parent / "cgroup.procs"
        for left in (group / "cgroup.procs").read_text().split():
            parent.write_text(left)
        group.rmdir()


@dataclass(frozen=True, slots=True)
class Held:
    """So many processes of the board on PostgreSQL, each held to the share."""

    processes: int

    @contextmanager
    def serve(self, case: Case, place: Workplace) -> Iterator[Target]:
        """Starts them on the servers' processor, and holds them once they serve."""
        with on_postgresql(case, place, self.processes, (SERVER_CORE,)) as target, ExitStack() as stack:
            for pid in target.pids:
                stack.enter_context(held(pid, SHARE))
            yield target


def planned(repeats: int) -> Sequence[tuple[int, Case, System]]:
    """Returns what is run, by turns like everything else."""
    systems = [
        System(f"held-{n}", "board", "postgresql", Held(n).serve, n, (CASE.name,), f"each on {SHARE} of a processor")
        for n in (1, 2)
    ]
    return [(repetition, CASE, system) for repetition in range(1, repeats + 1) for system in systems]
