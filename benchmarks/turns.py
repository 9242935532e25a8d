"""Runs every system in every case by turns, so that other work of the machine slows them all."""

import os
import sys
from collections.abc import Callable, Iterator, Sequence

from tools.services import Missing

from .cases import Case
from .generator import NotMeasured, NotThere, load
from .progress import Progress
from .results import Run
from .systems import System
from .workplace import Workplace


def turns(cases: Sequence[Case], systems: Sequence[System], repeats: int) -> Iterator[tuple[int, Case, System]]:
    """Yields what is run, one after the other: in each repetition each system once in each of its cases."""
    for repetition in range(1, repeats + 1):
        for case in cases:
            for system in systems:
                if case.name in system.cases:
                    yield repetition, case, system


def run_all(
    planned: Sequence[tuple[int, Case, System]],
    seconds: float,
    place: Workplace,
    each: Callable[[Run], None],
    failed: dict[str, str],
) -> list[Run]:
    """Runs what was planned, tells `each` of every run, and returns all of them. `failed` gets what could not be run,
    and why.
    """
    runs: list[Run] = []
    progress = Progress(len(planned))
    for repetition, case, system in planned:
        progress.now(f"{case.name} {system.label}")
        name = f"{case.name} {system.label}"
        if name in failed or system.label in failed:
            continue
        try:
            with system.serve(case, place) as target:
                # What the run before wrote, and the copy for this one, is written first: otherwise the first commit of
                # this run would pay for it.
                os.sync()
                figures = load(target, case, seconds)
        except (NotThere, Missing) as error:
            _note(failed, system.label, error, progress)
        except NotMeasured as error:
            _note(failed, name, error, progress)
        else:
            runs.append(Run(case.name, system.key, system.name, system.store, system.processes, repetition, figures))
            progress.over()
            each(runs[-1])
    progress.over()
    return runs


def _note(failed: dict[str, str], name: str, why: Exception, progress: Progress) -> None:
    failed[name] = str(why)
    progress.over()
    print(f"{name} is not measured: {why}", file=sys.stderr)
