"""Runs the tests in two lanes (``python -m tools.run_tests tests``): most side by side, then, with the machine to
themselves, those marked ``alone``, which measure time or load.

Browser stories wait now and then while others compute, so there is one worker more than there are processors.
``WORKERS`` says how many; whatever pytest understands may follow the paths.
"""

import os
import subprocess
import sys
from collections.abc import Sequence
from typing import Final

NONE_COLLECTED: Final = 5


def workers() -> int:
    """How many tests run side by side."""
    return int(os.environ.get("WORKERS") or (os.cpu_count() or 1) + 1)


def lanes(asked: Sequence[str], beside: int) -> list[list[str]]:
    """What to give to pytest, lane by lane. A file's tests stay with one worker: they share a server."""
    side_by_side = ["-m", "not alone", "-n", str(beside), "--dist", "loadfile", "--no-loadscope-reorder"]
    return [[*asked, *side_by_side], [*asked, "-m", "alone"]]


def verdict(codes: Sequence[int]) -> int:
    """One exit code for all lanes: the first fault. A lane may be empty, all of them may not."""
    if all(code == NONE_COLLECTED for code in codes):
        return NONE_COLLECTED
    return next((code for code in codes if code not in (0, NONE_COLLECTED)), 0)


def main(asked: Sequence[str]) -> int:
    """Every lane is run, whatever the one before said."""
    return verdict([subprocess.call([sys.executable, "-m", "pytest", *lane]) for lane in lanes(asked, workers())])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
