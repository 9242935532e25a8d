"""The product with a short memory: `python -m tests.servers.short_memory serve`. It lets go of meetings nobody is in, and of the rates of
who has gone, after seconds instead of minutes, so that a soak of minutes sees what a server that runs for months does. And it
tells how many blocks of memory Python holds: exactly, where the size of the process is as the allocator has it; and what there
was for the garbage collector to do.
"""

import gc
import heapq
import runpy
import sys


def blocks() -> float:
    """What lives, and not what waits to be collected, or to be dropped by eventlet's hub: a thousand cancelled timers."""
    _drop_cancelled_timers()
    gc.collect()
    return sys.getallocatedblocks()


def _drop_cancelled_timers() -> None:
    """The hub does so itself, but only when they are half of more than a thousand timers."""
    from eventlet import hubs

    hub = hubs.get_hub()
    hub.next_timers[:] = [one for one in hub.next_timers if not one[1].called]
    hub.timers[:] = [one for one in hub.timers if not one[1].called]
    heapq.heapify(hub.timers)
    hub.timers_canceled = 0


class Waste:
    """How many objects there were that held each other, so that only the collector could free them."""

    def __init__(self) -> None:
        self._found = 0
        gc.callbacks.append(self._collected)

    def _collected(self, phase: str, info: dict[str, int]) -> None:
        self._found += info["collected"] if phase == "stop" else 0

    def count(self) -> float:
        """Since the start, with those that wait to be found."""
        gc.collect()
        return self._found


def main(words: list[str]) -> None:
    """Runs the product's command line."""
    # As the product begins: threads are made green before anything of ours is imported.
    from meeting_server import eventlet_server

    eventlet_server.prepare()
    from meeting_server.services import log_tailer
    from meeting_server.sockets import rate_limits

    log_tailer.TIDY_SECONDS = 1.0
    log_tailer.LogTailer.tidy.__defaults__ = (3.0,)
    rate_limits.SWEEP_SECONDS = 3.0
    from meeting_server import gauges
    from meeting_server.http.metrics import Gauge

    ours = gauges.gauges
    more = (
        Gauge("soak_blocks", "Blocks of memory that Python holds", blocks),
        Gauge("soak_waste", "Objects that only the collector could free", Waste().count),
        Gauge("soak_searched", "Objects the collector looks through", lambda: len(gc.get_objects())),
    )
    gauges.gauges = lambda *of: (*ours(*of), *more)
    sys.argv = ["meeting_server", *words]
    runpy.run_module("meeting_server", run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main(sys.argv[1:])
