"""`python -m benchmarks`: every system in every case, by turns. `--help` says how to run a part."""

import argparse
import json
import os
import sys
import tempfile
from pathlib import Path

from .cases import CASES
from .generator import load
from .systems import SYSTEMS


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--cases", default=os.environ.get("BENCH_CASES", ",".join(CASES)))
    parser.add_argument("--systems", default=os.environ.get("BENCH_SYSTEMS", ",".join(SYSTEMS)))
    parser.add_argument("--seconds", type=float, default=os.environ.get("BENCH_SECONDS", "3"))
    parser.add_argument("--repeats", type=int, default=os.environ.get("BENCH_REPEATS", "3"))
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as kept:
        for case in (CASES[name] for name in options.cases.split(",")):
            for _ in range(options.repeats):
                for system in (SYSTEMS[name] for name in options.systems.split(",")):
                    with system.serve(case, Path(kept)) as target:
                        found = load(target, case, options.seconds)
                    print(case.name, system.label, json.dumps(found), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
