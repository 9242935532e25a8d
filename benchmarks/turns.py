"""Every system in every case by turns, so that whatever else the machine does slows them all."""

from collections.abc import Callable, Iterator, Sequence

from .cases import Case
from .generator import NotMeasured, NotThere, load
from .progress import Progress
from .results import Run
from .systems import System
from .workplace import Workplace


def turns(cases: Sequence[Case], systems: Sequence[System], repeats: int) -> Iterator[tuple[int, Case, System]]:
    """What is run one after the other: in each repetition each system once in each of its cases."""
    for repetition in range(1, repeats + 1):
        for case in cases:
            for system in systems:
                if case.name in system.cases:
                    yield repetition, case, system


def run_all(
    planned: Sequence[tuple[int, Case, System]], seconds: float, place: Workplace, each: Callable[[Run], None]
) -> tuple[list[Run], dict[str, str]]:
    """Runs what was planned and tells `each` of every run: all of them, and what could not be measured and why."""
    runs: list[Run] = []
    failed: dict[str, str] = {}
    progress = Progress(len(planned))
    for repetition, case, system in planned:
        progress.now(f"{case.name} {system.label}")
        name = f"{case.name} {system.label}"
        if name in failed or system.label in failed:
            continue
        try:
            with system.serve(case, place) as target:
                figures = load(target, case, seconds)
        except NotThere as error:
            failed[system.label] = str(error)
        except NotMeasured as error:
            failed[name] = str(error)
        else:
            runs.append(Run(case.name, system.key, system.name, system.store, system.processes, repetition, figures))
            each(runs[-1])
    progress.over()
    return runs, failed
