"""Runs the tests in two lanes (``python -m tools.run_tests tests``): most side by side, then, with the machine to
themselves, those marked ``alone``, which measure time or load.

Browser stories wait now and then while others compute, so there is one worker more than there are processors.
``WORKERS`` says how many; whatever pytest understands may follow the paths.
"""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

NONE_COLLECTED: Final = 5
MARK: Final = "mark.alone"


def workers() -> int:
    """How many tests run side by side."""
    return int(os.environ.get("WORKERS") or (os.cpu_count() or 1) + 1)


def lanes(asked: Sequence[str], beside: int) -> list[list[str]]:
    """What to give to pytest, lane by lane. A file's tests stay with one worker: they share a server."""
    together = [*asked, "-m", "not alone", "-n", str(beside), "--dist", "loadfile", "--no-loadscope-reorder"]
    marked = _that_name_the_mark(asked)
    some = any(not word.startswith("-") for word in marked)
    return [together, [*marked, "-m", "alone"]] if some else [together]


def _that_name_the_mark(asked: Sequence[str]) -> list[str]:
    """Folders as those of their test files that name it: gathering all the others takes longer than some of these."""
    found: list[str] = []
    for word in asked:
        files = sorted(Path(word).rglob("test_*.py")) if Path(word).is_dir() else []
        found += [str(one) for one in files if MARK in one.read_text("utf-8")] if files else [word]
    return found


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
