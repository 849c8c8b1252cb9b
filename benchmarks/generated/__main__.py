"""``python -m benchmarks.generated --seed N --documents 2000 [--defects] [--errors]``."""

from __future__ import annotations

import argparse
import os
import secrets
from collections.abc import Sequence
from pathlib import Path

from benchmarks.generated.score import CLEAN, DAMAGED, grouped_errors, lines, score


def main(arguments: Sequence[str] | None = None) -> int:
    """Score fresh papers; returns 0 whether the budgets are kept or not."""
    options = _options(arguments)
    seed = secrets.randbelow(10**6) if options.seed is None else options.seed
    print(f"seed {seed}, {options.documents} papers{', damaged' if options.defects else ''}")
    tallies = score(seed, options.documents, options.defects, options.jobs, options.keep)
    for line in lines(tallies, DAMAGED if options.defects else CLEAN):
        print(line)
    if options.errors:
        print()
        for line in grouped_errors(tallies, options.shown):
            print(line)
    return 0


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.generated", description=__doc__)
    parser.add_argument("--seed", type=int, help="without one, a fresh one is drawn and printed")
    parser.add_argument("--documents", type=int, default=2000, metavar="N")
    parser.add_argument("--defects", action="store_true", help="damage the text as scans do")
    parser.add_argument("--errors", action="store_true", help="list what was wrong, grouped")
    parser.add_argument("--shown", type=int, default=6, metavar="N", help="errors shown a group")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, metavar="N")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="keep papers, gold and archive")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    raise SystemExit(main())
