"""The product with a clock that is stepped while it runs: `python -m tests.servers.stepped FILE serve`. The file holds by how many
seconds, as a double; whoever writes there steps the clock.

Both of what Python takes for the time of day are stepped, for the socket library asks the other one. Nothing of the product
is imported here: it makes its threads green before anything else is.
"""

import mmap
import runpy
import struct
import sys
import time
from pathlib import Path


def main(file: str, words: list[str]) -> None:
    """Runs the product's command line with its clock in a file's hand."""
    with Path(file).open("r+b") as opened:
        stepped = mmap.mmap(opened.fileno(), 8)
    really, really_ns = time.time, time.time_ns

    def by() -> float:
        return float(struct.unpack("d", stepped[:8])[0])

    time.time = lambda: really() + by()
    time.time_ns = lambda: really_ns() + int(by() * 1e9)
    sys.argv = ["meeting_server", *words]
    runpy.run_module("meeting_server", run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
