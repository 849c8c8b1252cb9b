"""``python -m benchmarks [PATH ...]``: measure, print, or profile."""

from __future__ import annotations

import argparse
import cProfile
import json
import pstats
import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks.inputs import DEFAULT_FOLDERS, Inputs, collect
from benchmarks.report import to_text
from benchmarks.run import run
from benchmarks.stages import Clock, one_pass
from pipeline.rulebook import load_rulebook


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the benchmark; returns 0 whether budgets are kept or not, 2 if nothing was measured."""
    options = _options(arguments)
    inputs = collect(options.paths or DEFAULT_FOLDERS)
    if not inputs.chosen:
        print("no file with text of its own among the paths given", file=sys.stderr)
        return 2
    if options.profile:
        _profile(inputs, options.profile)
        return 0
    result = run(inputs, options.repeat, options.pdfplumber_pages, _progress)
    _progress("")
    print(json.dumps(result.as_json(), indent=2) if options.json else to_text(result))
    return 0


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument(
        "paths", nargs="*", type=Path,
        help="files or folders; without any, data/raw and the documents beside the repository",
    )  # fmt: skip
    parser.add_argument("--repeat", type=int, default=3, help="passes a file, the best counts")
    parser.add_argument(
        "--pdfplumber-pages", type=int, default=100, metavar="N",
        help="pages that pdfplumber reads, which is slow (0: none; default 100)",
    )  # fmt: skip
    parser.add_argument("--json", action="store_true", help="the result as JSON on stdout")
    parser.add_argument(
        "--profile", type=int, nargs="?", const=25, metavar="N",
        help="instead of measuring, the N functions that take most time of their own (cProfile)",
    )  # fmt: skip
    return parser.parse_args(arguments)


def _progress(name: str) -> None:
    if sys.stderr.isatty():
        print(f"\r\033[K{name}", end="", file=sys.stderr, flush=True)


def _profile(inputs: Inputs, functions: int) -> None:
    rules = load_rulebook()
    for item in inputs.chosen:
        one_pass(item, rules, Clock())  # warm up: patterns compile, modules load
    profile = cProfile.Profile()
    with profile:
        for item in inputs.chosen:
            one_pass(item, rules, Clock())
    pstats.Stats(profile, stream=sys.stdout).sort_stats("tottime").print_stats(functions)


if __name__ == "__main__":
    raise SystemExit(main())
