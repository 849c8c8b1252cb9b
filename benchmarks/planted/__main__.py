"""``python -m benchmarks.planted --documents N --seed S``: does the audit find what is wrong?"""

from __future__ import annotations

import argparse
import os
import secrets
from collections.abc import Sequence
from pathlib import Path

from benchmarks.planted.score import lines, score


def main(arguments: Sequence[str] | None = None) -> int:
    """Print what was found of each kind of error; 1 if a bound is not kept."""
    options = _options(arguments)
    seed = secrets.randbelow(10**6) if options.seed is None else options.seed
    counted = score(seed, options.documents, options.jobs, options.keep)
    print(f"seed {seed}, {counted.documents} documents")
    for line in lines(counted):
        print(line)
    if options.errors:
        for title, told in (("missed", counted.missed), ("false", counted.false)):
            print(f"\n{title}")
            for line in told:
                print(f"  {line}")
    return 0 if counted.holds else 1


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.planted", description=__doc__)
    parser.add_argument("--seed", type=int, help="without one, a fresh one is drawn and printed")
    parser.add_argument("--documents", type=int, default=1000, metavar="N")
    parser.add_argument("--errors", action="store_true", help="list what was missed or false")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, metavar="N")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="keep papers and archive")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    raise SystemExit(main())
