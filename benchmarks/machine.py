"""The machine that measures: what it is, and the processor that each process is kept to."""

import os
import platform
from contextlib import suppress
from pathlib import Path

SERVER_CORE = 0
OTHER_CORE = 1


def keep_to(*cores: int) -> list[str]:
    """Returns what goes before a command line so that it runs on these processors only; nothing if there is
    only one.
    """
    there = os.sched_getaffinity(0)
    wanted = sorted({core for core in cores if core in there})
    return ["taskset", "-c", ",".join(map(str, wanted))] if wanted and len(there) > 1 else []


def keep_process_to(core: int, pid: int) -> None:
    """Moves a process and its children to one processor. Those that it starts from now on follow."""
    if core not in os.sched_getaffinity(0):
        return
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text("utf-8").split()
    for one in (pid, *map(int, children)):
        with suppress(ProcessLookupError):
            os.sched_setaffinity(one, {core})


def described() -> str:
    """Returns the machine in one line: processors and their kind, memory, system, Python."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return (
        f"{os.cpu_count()} x {_processor()}, {memory:.0f} GiB, {platform.system()} {platform.release()}, "
        f"Python {platform.python_version()}"
    )


def _processor() -> str:
    lines = Path("/proc/cpuinfo").read_text("utf-8").splitlines()
    return next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), "unknown")
