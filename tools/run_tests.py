"""Runs the tests in lanes (`python -m tools.run_tests quick tests`). The first word says which lanes.

- `quick`: the tests that are neither `thorough` nor `alone`, side by side.
- `more`: all others but the proofs. The `thorough` ones run side by side. Then those marked `alone`, which measure time
  or load, run with the machine to themselves. Then some run once more with the server set up in another way
  (`ONCE_MORE`).
- `all`: both.
- `proofs`: stories of minutes, marked `proof`, run before a release and not with every change.

If only some tests were asked for, all of them run, whatever the first word is.

Browser stories wait now and then while others compute, so there is one worker more than there are processors. `WORKERS`
sets their number. Anything that pytest understands may follow the paths.
"""

import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

NONE_COLLECTED = 5
ALL = ["tests"]
ALONE, BESIDE, PROOF = "alone", "not alone", "proof"
QUICK, THOROUGH = "not alone and not thorough and not proof", "thorough and not alone and not proof"
PARTS = ("quick", "more", "all", "proofs")
SECONDS = 480
"""What the quick tests may take on a machine of two processors. If they take more, the slowest become thorough."""


class Lane(NamedTuple):
    """Tests that run together: their environment in addition to ours, the paths that hold them (options may follow),
    and the marks that choose among them (`ALONE`: one after another; all others side by side).
    """

    name: str
    environment: Mapping[str, str]
    paths: Sequence[str]
    marks: str


NO_SERVER = ("tests/integration/test_wheel.py",)
"""Run the same with threads, and on PostgreSQL."""
ON_THEIR_OWN_POSTGRESQL = (
    "tests/integration/test_cluster.py",
    "tests/integration/test_make_cluster.py",
    "tests/integration/test_postgresql.py",
    "tests/integration/test_roles_of_the_database.py",
    "tests/integration/test_without_a_proxy.py",
)
"""Have PostgreSQL, whatever the others run on: once more on it they would say the same."""


def _without(files: Sequence[str]) -> tuple[str, ...]:
    return tuple(f"--ignore={file}" for file in files)


ONCE_MORE = (
    Lane("with threads", {"ASYNC_MODE": "threading"}, ("tests/integration", *_without(NO_SERVER)), BESIDE),
    Lane(
        "on PostgreSQL",
        {"TEST_STORE": "postgresql"},
        ("tests/integration", "tests/contract", *_without(NO_SERVER + ON_THEIR_OWN_POSTGRESQL)),
        BESIDE,
    ),
)


def workers() -> int:
    """Returns how many tests run side by side."""
    return int(os.environ.get("WORKERS") or (os.cpu_count() or 1) + 1)


def lanes(part: str, asked: Sequence[str], environment: Mapping[str, str]) -> list[Lane]:
    """Returns what to run, lane by lane. A setting that the environment already has is no lane of its own: all run with
    it.
    """
    if [word for word in asked if _is_path(word)] != ALL:
        return [Lane("side by side", {}, asked, BESIDE), *_marked("alone", asked, ALONE)]
    quick = [Lane("side by side", {}, asked, QUICK)]
    options = [word for word in asked if not _is_path(word)]
    more = [*_marked("thorough", asked, THOROUGH), *_marked("alone", asked, ALONE)] + [
        one._replace(paths=(*one.paths, *options))
        for one in ONCE_MORE
        if not one.environment.items() <= environment.items()
    ]
    return {"quick": quick, "more": more, "all": quick + more, "proofs": _marked(PROOF, asked, PROOF)}[part]


def words(lane: Lane, beside: int) -> list[str]:
    """Returns what to give to pytest for a lane. A file's tests stay with one worker, because they share a server."""
    together = ["-n", str(beside), "--dist", "loadfile", "--no-loadscope-reorder"] if lane.marks != ALONE else []
    slowest = ["--durations=10"] if lane.marks == QUICK else []
    return [*lane.paths, "-m", lane.marks, *together, *slowest]


def _is_path(word: str) -> bool:
    return not word.startswith("-")


def _marked(mark: str, asked: Sequence[str], marks: str) -> list[Lane]:
    """Returns the lane of a mark. It has folders as those of their test files that name the mark: collecting all the
    others takes longer than some of these.
    """
    found: list[str] = []
    for word in asked:
        files = sorted(Path(word).rglob("test_*.py")) if Path(word).is_dir() else []
        found += [str(one) for one in files if f"mark.{mark}" in one.read_text("utf-8")] if files else [word]
    return [Lane(mark, {}, found, marks)] if any(_is_path(word) for word in found) else []


def verdict(codes: Sequence[int]) -> int:
    """Returns one exit code for all lanes: the first fault. One lane may be empty, but not all of them."""
    if all(code == NONE_COLLECTED for code in codes):
        return NONE_COLLECTED
    return next((code for code in codes if code not in (0, NONE_COLLECTED)), 0)


def _run(lane: Lane) -> int:
    print(f"\nTests {lane.name}", *(f"{key}={value}" for key, value in lane.environment.items()), flush=True)
    arguments = [sys.executable, "-m", "pytest", *words(lane, workers())]
    began = time.monotonic()
    code = subprocess.call(arguments, env={**os.environ, **lane.environment})
    if lane.marks == QUICK:
        print(took(time.monotonic() - began), flush=True)
    return code


def took(seconds: float) -> str:
    """Returns how long the quick tests took, against what they may take."""
    over = " Mark the slowest as thorough." if seconds > SECONDS else ""
    return f"The quick tests took {seconds:.0f} of {SECONDS} seconds.{over}"


def main(asked: Sequence[str]) -> int:
    """Runs every lane, whatever the result of the one before."""
    part, *tests = asked
    return verdict([_run(lane) for lane in lanes(part, tests, os.environ)])


if __name__ == "__main__":
    if sys.argv[1:2] == [] or sys.argv[1] not in PARTS:
        sys.exit(f"python -m tools.run_tests {'|'.join(PARTS)} tests")
    sys.exit(main(sys.argv[1:]))
