"""The product on another day: `python -m tests.servers.on_a_day 2026-05-05T09:30 serve`. Its clock starts there and goes on as ours.

Only what the product takes for the time is moved: its one clock (`meeting_server/clock.py`). Nothing of the product is
imported here: it makes its threads green before anything else is.
"""

import runpy
import sys
import time
from datetime import datetime
from zoneinfo import ZoneInfo


def main(moment: str, words: list[str]) -> None:
    """Runs the product's command line with its clock moved to a moment in London."""
    starts, really = datetime.fromisoformat(moment).replace(tzinfo=ZoneInfo("Europe/London")), time.time_ns
    moved = int(starts.timestamp()) * 1_000_000_000 - really()
    time.time_ns = lambda: really() + moved
    sys.argv = ["meeting_server", *words]
    runpy.run_module("meeting_server", run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
