"""The options of the benchmarks, on the command line or in the environment."""

import argparse
import os
from collections.abc import Collection, Sequence

from .cases import CASES
from .systems import SYSTEMS

ALSO = ("scaling", "costs", "growth")


def options(words: Sequence[str]) -> argparse.Namespace:
    """Returns the options, checked. `whole` means that everything is measured, and so the files in the repository are
    renewed.
    """
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="Measures the board beside others.")
    parser.add_argument("--cases", default=os.environ.get("BENCH_CASES", ""), help=f"some of {', '.join(CASES)}")
    parser.add_argument("--systems", default=os.environ.get("BENCH_SYSTEMS", ""), help=f"some of {', '.join(SYSTEMS)}")
    parser.add_argument("--also", default="", help=f"some of {', '.join(ALSO)}, or none if cases or systems are chosen")
    parser.add_argument(
        "--seconds",
        type=float,
        default=float(os.environ.get("BENCH_SECONDS", "2.5")),
        help="how long each run is measured, once at a pace and once flat out",
    )
    parser.add_argument("--repeats", type=int, default=int(os.environ.get("BENCH_REPEATS", "3")))
    asked = parser.parse_args(words)
    asked.whole = not (asked.cases or asked.systems or asked.also)
    asked.cases = [CASES[name] for name in _chosen(parser, asked.cases, CASES, asked.also)]
    asked.systems = [SYSTEMS[name] for name in _chosen(parser, asked.systems, SYSTEMS, asked.also)]
    asked.also = list(ALSO) if asked.whole else _chosen(parser, asked.also, ALSO, "none of them")
    return asked


def _chosen(parser: argparse.ArgumentParser, words: str, known: Collection[str], instead: str) -> list[str]:
    """Returns the names in a list with commas. For an empty list it returns all of them, unless something else was
    chosen `instead`.
    """
    if not words:
        return [] if instead else list(known)
    names = words.split(",")
    unknown = [name for name in names if name not in known]
    if unknown:
        parser.error(f"there is no {', '.join(unknown)}; there are {', '.join(known)}")
    return names
