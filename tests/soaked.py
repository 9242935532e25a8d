"""The product with a short memory: `python -m tests.soaked serve`. It lets go of meetings nobody is in after seconds instead
of minutes, so that a soak of minutes sees what a server that runs for months does. And it tells how many blocks of memory
Python holds: exactly, where the size of the process is as the allocator has it.
"""

import gc
import runpy
import sys


def blocks() -> float:
    """What lives, and not what waits to be collected."""
    gc.collect()
    return sys.getallocatedblocks()


def main(words: list[str]) -> None:
    """Runs the product's command line."""
    # As the product begins: threads are made green before anything of ours is imported.
    from meeting_server import eventlet_server

    eventlet_server.prepare()
    from meeting_server.services import following

    following.TIDY_SECONDS = 1.0
    following.Following.tidy.__defaults__ = (3.0,)
    from meeting_server import gauges
    from meeting_server.http.metrics import Gauge

    ours = gauges.gauges
    gauges.gauges = lambda *of: (*ours(*of), Gauge("soak_blocks", "Blocks of memory that Python holds", blocks))
    sys.argv = ["meeting_server", *words]
    runpy.run_module("meeting_server", run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main(sys.argv[1:])
