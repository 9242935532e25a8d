"""Runs the tests in lanes (`python -m tools.run_tests tests`). Most run side by side. Then those marked `alone`, which
measure time or load, run with the machine to themselves. If all tests were asked for, some run once more with the
server set up in another way (`ONCE_MORE`).

Browser stories wait now and then while others compute, so there is one worker more than there are processors. `WORKERS`
sets their number. Anything that pytest understands may follow the paths.
"""

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

NONE_COLLECTED = 5
MARK = "mark.alone"
ALL = ["tests"]
ALONE, BESIDE = "alone", "not alone"


class Lane(NamedTuple):
    """Tests that run together: their environment in addition to ours, the paths that hold them (options may follow),
    and the marks that choose among them (`BESIDE`: side by side; `ALONE`: one after another).
    """

    name: str
    environment: Mapping[str, str]
    paths: Sequence[str]
    marks: str


ONCE_MORE = (
    Lane("with threads", {"ASYNC_MODE": "threading"}, ("tests/integration",), BESIDE),
    Lane("on PostgreSQL", {"TEST_STORE": "postgresql"}, ("tests/integration", "tests/contract"), BESIDE),
)


def workers() -> int:
    """Returns how many tests run side by side."""
    return int(os.environ.get("WORKERS") or (os.cpu_count() or 1) + 1)


def lanes(asked: Sequence[str], environment: Mapping[str, str]) -> list[Lane]:
    """Returns what to run, lane by lane. A setting that the environment already has is no lane of its own: all run with
    it.
    """
    found = [Lane("side by side", {}, asked, BESIDE)]
    marked = _that_name_the_mark(asked)
    if any(_is_path(word) for word in marked):
        found.append(Lane("alone", {}, marked, ALONE))
    if [word for word in asked if _is_path(word)] == ALL:
        options = [word for word in asked if not _is_path(word)]
        found += [
            one._replace(paths=(*one.paths, *options))
            for one in ONCE_MORE
            if not one.environment.items() <= environment.items()
        ]
    return found


def words(lane: Lane, beside: int) -> list[str]:
    """Returns what to give to pytest for a lane. A file's tests stay with one worker, because they share a server."""
    together = ["-n", str(beside), "--dist", "loadfile", "--no-loadscope-reorder"] if lane.marks == BESIDE else []
    return [*lane.paths, "-m", lane.marks, *together]


def _is_path(word: str) -> bool:
    return not word.startswith("-")


def _that_name_the_mark(asked: Sequence[str]) -> list[str]:
    """Returns folders as those of their test files that name the mark: collecting all the others takes longer than some
    of these.
    """
    found: list[str] = []
    for word in asked:
        files = sorted(Path(word).rglob("test_*.py")) if Path(word).is_dir() else []
        found += [str(one) for one in files if MARK in one.read_text("utf-8")] if files else [word]
    return found


def verdict(codes: Sequence[int]) -> int:
    """Returns one exit code for all lanes: the first fault. One lane may be empty, but not all of them."""
    if all(code == NONE_COLLECTED for code in codes):
        return NONE_COLLECTED
    return next((code for code in codes if code not in (0, NONE_COLLECTED)), 0)


def _run(lane: Lane) -> int:
    print(f"\nTests {lane.name}", *(f"{key}={value}" for key, value in lane.environment.items()), flush=True)
    arguments = [sys.executable, "-m", "pytest", *words(lane, workers())]
    return subprocess.call(arguments, env={**os.environ, **lane.environment})


def main(asked: Sequence[str]) -> int:
    """Runs every lane, whatever the result of the one before."""
    return verdict([_run(lane) for lane in lanes(asked, os.environ)])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
