"""``python -m benchmarks [PATH ...]``: measure, print, or profile."""

from __future__ import annotations

import argparse
import cProfile
import json
import pstats
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from benchmarks.inputs import DEFAULT_FOLDERS, Inputs, collect
from benchmarks.report import budgets_text, runs_text, to_text
from benchmarks.run import run
from benchmarks.runs import measure_runs
from benchmarks.scaling import measure_scaling
from benchmarks.scan_grades import measure_grades
from benchmarks.scans import scan_budgets, scans_text
from benchmarks.stages import Clock, one_pass
from pipeline.read.ocr.engine import OcrUnavailable
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
    parts, budgets = [to_text(result)], list(result.budgets)
    made = result.as_json()
    if options.runs:
        runs = measure_runs(inputs.chosen, options.runs, _progress)
        parts.append(runs_text(runs))
        budgets += runs.budgets()
        made["runs"] = asdict(runs)
    if options.scans:
        try:
            grades, scaling = measure_grades(options.repeat, _progress), measure_scaling()
        except OcrUnavailable as error:
            parts.append(f"no scans: {error}")
        else:
            parts.append(scans_text(grades, scaling))
            budgets += scan_budgets(grades, scaling)
    made["budgets"] = [asdict(budget) for budget in budgets]
    _progress("")
    parts.append(budgets_text(budgets))
    print(json.dumps(made, indent=2) if options.json else "\n\n".join(parts))
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
    parser.add_argument(
        "--runs", type=int, default=0, metavar="N",
        help="whole runs too, over N documents and ten times as many (default: none)",
    )  # fmt: skip
    parser.add_argument("--scans", action="store_true", help="scans of three grades too")
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
