"""`python -m benchmarks` runs every system in every case, by turns. `--help` says how to run a part.

A whole go writes benchmarks/latest.json, docs/performance.svg and the tables of docs/performance.md. A part only
prints.
"""

import json
import signal
import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from . import growth, scaling
from .aims import AIMS
from .chart import svg
from .costs import costs
from .machine import described
from .options import options
from .report import whole, with_figures
from .results import Run, medians, ratios
from .turns import run_all, turns
from .workplace import Workplace

ROOT = Path(__file__).parent.parent
LATEST, DOCUMENT, CHART = ROOT / "benchmarks/latest.json", ROOT / "docs/performance.md", ROOT / "docs/performance.svg"


def main() -> int:
    """Returns exit code 1 if a command was lost or a connection broke: then the figures are worth nothing."""
    asked = options(sys.argv[1:])
    # When this process is ended, it ends what it has started.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    began = time.monotonic()
    with Workplace() as place:
        plans = {
            "runs": list(turns(asked.cases, asked.systems, asked.repeats)),
            "scaling": scaling.planned(asked.repeats) if "scaling" in asked.also else (),
            "growth": growth.planned(asked.repeats) if "growth" in asked.also else (),
        }
        failed: dict[str, str] = {}
        runs = {part: run_all(plan, asked.seconds, place, tell, failed) for part, plan in plans.items()}
        latest: dict[str, Any] = {
            "date": datetime.now(UTC).date().isoformat(),
            "machine": described(),
            "repetitions": asked.repeats,
            "seconds": asked.seconds,
            **{part: medians(found) for part, found in runs.items()},
            "ratios": ratios(runs["runs"] + runs["scaling"], AIMS),
            "costs": costs(place, asked.repeats) if "costs" in asked.also else [],
            "not_measured": failed,
            "minutes": round((time.monotonic() - began) / 60),
        }
    print(whole(latest))
    if asked.whole:
        LATEST.write_text(json.dumps(latest, indent=1) + "\n", "utf-8")
        CHART.write_text(svg(latest), "utf-8")
        DOCUMENT.write_text(with_figures(DOCUMENT.read_text("utf-8"), latest), "utf-8")
    return 1 if any(run.figures["lost"] or run.figures["errors"] for part in runs.values() for run in part) else 0


def tell(run: Run) -> None:
    """Prints one line of JSON for each run, for a closer look: with the generator's own time and everything else it
    found.
    """
    print(json.dumps({"case": run.case, "system": run.key, "repetition": run.repetition, **run.figures}), flush=True)


if __name__ == "__main__":
    sys.exit(main())
