"""``python -m benchmarks.damage [--seed N] [--documents 150] [--only WAY ...] [--errors]``."""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence

from benchmarks.damage.score import lines, score
from benchmarks.damage.ways import WAYS


def main(arguments: Sequence[str] | None = None) -> int:
    """Print what each damage does; returns 0 whether the budget is kept or not."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.damage", description=__doc__)
    parser.add_argument("--seed", type=int, default=41)
    parser.add_argument("--documents", type=int, default=150, metavar="N")
    parser.add_argument("--only", nargs="+", choices=tuple(WAYS), metavar="WAY")
    parser.add_argument("--errors", action="store_true", help="list what was wrong or missed")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, metavar="N")
    options = parser.parse_args(arguments)
    scores = score(options.seed, options.documents, options.only or tuple(WAYS), options.jobs)
    for line in lines(scores):
        print(line)
    if options.errors:
        for way, scored in scores.items():
            print(f"\n{way}")
            for error in scored.errors:
                print(f"    {error}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
