"""The results of measuring: medians over the repetitions, and ratios within each."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any

FIGURES = (
    "commands_per_s", "deliveries_per_s", "p50_ms", "p95_ms", "p99_ms", "cpu_us_per_delivery", "rss_kb_per_connection"
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Run:
    """One system in one case, once. `figures` holds at least those of FIGURES."""

    case: str
    key: str
    system: str
    store: str
    processes: int
    repetition: int
    figures: dict[str, float]


@dataclass(frozen=True, slots=True)
class Aim:
    """What `figure` of a system should be, in a case, as a multiple of another system's. `least` means: not worse than
    that.
    """

    says: str
    case: str
    figure: str
    system: str
    other: str
    aim: float
    least: float | None = None
    lower_is_better: bool = False

    def met(self, ratio: float) -> bool:
        return ratio <= self.aim if self.lower_is_better else ratio >= self.aim


def medians(runs: Iterable[Run]) -> list[dict[str, Any]]:
    """Returns one row for each case and system, in the order in which they first came, with the median of each
    figure.
    """
    groups: dict[tuple[str, str], list[Run]] = {}
    for run in runs:
        groups.setdefault((run.case, run.key), []).append(run)
    return [
        {
            "case": group[0].case,
            "system": group[0].system,
            "store": group[0].store,
            "processes": group[0].processes,
            **{figure: round(median(run.figures[figure] for run in group), 3) for figure in FIGURES},
        }
        for group in groups.values()
    ]


def ratio(runs: Sequence[Run], aim: Aim) -> float | None:
    """Returns the median of the ratios within each repetition, or None if one of the two was not measured."""
    by_turn = {(run.key, run.repetition): run.figures[aim.figure] for run in runs if run.case == aim.case}
    turns = sorted({turn for _, turn in by_turn})
    found = [
        by_turn[aim.system, turn] / by_turn[aim.other, turn]
        for turn in turns
        if (aim.system, turn) in by_turn and by_turn.get((aim.other, turn))
    ]
    return median(found) if found else None


def ratios(runs: Sequence[Run], aims: Iterable[Aim]) -> list[dict[str, Any]]:
    """Returns every aim with two measured systems, and the result."""
    found = [(aim, ratio(runs, aim)) for aim in aims]
    return [
        {
            "what": aim.says, "case": aim.case, "ratio": round(value, 3), "aim": aim.aim, "least": aim.least,
            "lower_is_better": aim.lower_is_better, "met": aim.met(value),
        }
        for aim, value in found
        if value is not None
    ]  # fmt: skip
